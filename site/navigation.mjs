import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Groups of pages with their short titles; what is not there is left out, so that a page may come or go. */
const GROUPS = [
  [
    "Begin",
    "起步",
    [
      ["overview", "What Linli is", "邻里是什么"],
      ["files/examples/README", "Examples", "示例"],
    ],
  ],
  [
    "Tutorials",
    "教程",
    [
      ["teaching", "For teachers: the page in class", "教师：课堂上的网页"],
      ["sweeps", "For modelers: from one run to a figure", "建模者：从一次运行到一幅图"],
      ["develop", "For developers: from a script to a rule", "开发者：从脚本到规则"],
    ],
  ],
  [
    "How to",
    "操作指南",
    [
      ["mechanism", "A mechanism of your own", "自己的机制"],
      ["scenario", "A scenario of your own", "自己的情景"],
      ["network", "A network of your own", "自己的网络"],
      ["measure", "A measure of your own", "自己的测量指标"],
      ["explain", "What explains the gap", "差距由何而来"],
      ["calibration", "Calibrate", "校准"],
      ["long-runs", "Long runs", "长时间运行"],
      ["cluster", "On a cluster", "在集群上运行"],
      ["slurm", "With Slurm", "使用 Slurm"],
      ["queue", "With a queue", "使用队列"],
      ["shards", "In shards", "分片运行"],
      ["export", "Export", "导出"],
      ["bundle", "Bundle for others", "打包存档"],
    ],
  ],
  [
    "The model",
    "模型",
    [
      ["odd", "ODD", "ODD 描述"],
      ["validation", "Validation", "模型验证"],
    ],
  ],
  [
    "Reference",
    "参考",
    [
      ["api/index", "API", "API 参考"],
      ["package", "The package", "软件包"],
      ["contributing", "Contributing", "参与贡献"],
    ],
  ],
];

const titleOf = (file) => /^# (.*)$/m.exec(readFileSync(file, "utf8"))?.[1].replaceAll("`", "") ?? file;

/** The pages in the margin of a language. */
export function sidebarOf(pages, lang) {
  const folder = lang === "zh" ? join(pages, "zh") : pages;
  const prefix = lang === "zh" ? "/zh/" : "/";
  const pick = (en, zh) => (lang === "zh" ? zh : en);
  const groups = GROUPS.map(([en, zh, items]) => ({
    text: pick(en, zh),
    items: items
      .filter(([name]) => existsSync(join(folder, `${name}.md`)))
      .map(([name, ...titles]) => ({ text: pick(...titles), link: prefix + name.replace(/index$/, "") })),
  }));
  const named = new Set(["index", ...GROUPS.flatMap(([, , items]) => items.map(([name]) => name))]);
  const others = readdirSync(folder)
    .filter((name) => name.endsWith(".md") && !named.has(name.slice(0, -3)))
    .map((name) => ({ text: titleOf(join(folder, name)), link: prefix + name.slice(0, -3) }));
  const more = others.length > 0 ? [{ text: pick("More", "其他"), items: others }] : [];
  return [...groups.filter(({ items }) => items.length > 0), ...more];
}

/** The bar at the top: ways in, and the teaching page, which is a page of its own. */
export function navOf(lang) {
  const prefix = lang === "zh" ? "/zh/" : "/";
  const pick = (en, zh) => (lang === "zh" ? zh : en);
  return [
    { text: pick("Teach", "教学"), link: `${prefix}teaching` },
    { text: pick("Model", "建模"), link: `${prefix}sweeps` },
    { text: pick("Develop", "开发"), link: `${prefix}develop` },
    { text: "ODD", link: `${prefix}odd` },
    { text: "API", link: `${prefix}api/` },
    { text: pick("The page", "教学网页"), link: "/page/index.html", target: "_self" },
  ];
}
