/** The README of an archive, in English or Chinese: what lies where, what made it, and how it is run again. */

import type { Language } from "../../observe/naming.ts";
import { ROOT } from "../bundle.ts";
import { SUMS } from "../sums.ts";
import type { Given } from "./given.ts";
import { sourceCondition } from "./sources.ts";

export type Shell = (words: readonly string[]) => string;
type Say = (en: string, zh: string) => string;

export function readme(lang: Language, folder: string, given: Given, shell: Shell): string {
  const say: Say = (en, zh) => (lang === "zh" ? zh : en);
  const parts = [
    `# ${folder}`,
    opening(given, say),
    say("## What lies where", "## 内容"),
    contents(given, say),
    say("## What made it", "## 版本"),
    versions(given, say),
    say("## Run it again", "## 重新运行"),
    again(folder, given, shell, say),
    say("## Check it", "## 校验"),
    block([`sha256sum -c ${SUMS}`]),
    say("## Cite it", "## 引用与许可"),
    citing(say),
  ];
  return `${parts.join("\n\n")}\n`;
}

const block = (lines: readonly string[]) => ["```sh", ...lines, "```"].join("\n");

function opening({ kind, runs: { there, planned } }: Given, say: Say): string {
  if (kind === "plan")
    return say(
      `A plan of ${planned} runs of Linli, an agent-based simulation of how neighbors come to govern themselves. It has not been run.`,
      `多主体模拟“邻里”（社区自组织与协商治理）的一份实验计划，共${planned}次运行，尚未执行。`,
    );
  return say(
    `Results of Linli, an agent-based simulation of how neighbors come to govern themselves: ${there} runs, of ${planned} that were planned at first.`,
    `多主体模拟“邻里”（社区自组织与协商治理）的运行结果：原计划${planned}次运行，现有${there}次。`,
  );
}

function contents({ kind, ownModel }: Given, say: Say): string {
  const lines = [
    [
      "code/",
      say("what was run, and in `code/linli` the sources of the program", "所运行的内容；`code/linli` 为程序源码"),
    ],
    ["docs/", say("the ODD document of the model, in English and Chinese", "模型的 ODD 描述，中英文各一份")],
    ...(kind === "plan" ? [] : [["results/", say("tables as they were written", "结果数据表，与写出时相同")]]),
    ["versions.json", say("what made the results", "生成结果所用的版本")],
    [SUMS, say("a checksum of every other file", "其余各文件的校验和")],
    ["CITATION.cff, LICENSE", say("how the software is cited, and its license", "软件的引用方式与许可证")],
  ];
  const own = say(
    `The rules are those of \`${ownModel}\`; the ODD document describes the standard model, which it changes.`,
    `运行所用规则见 \`${ownModel}\`；ODD 文件描述的是标准模型，该文件对其有所改动。`,
  );
  return [
    ...lines.map(([name, text]) => `- \`${name}\`${say(": ", "：")}${text}`),
    ...(ownModel ? ["", own] : []),
  ].join("\n");
}

const versions = ({ made: { linli, node, machine, model } }: Given, say: Say) =>
  say(
    `linli ${linli} (rules ${model}), Node.js ${node}, ${machine}. The same plan gives the same numbers on other machines, to the last bit.`,
    `linli ${linli}（规则 ${model}），Node.js ${node}，${machine}。同一计划在其他机器上所得数值完全相同，逐位一致。`,
  );

function again(folder: string, { kind, commands, made: { linli } }: Given, shell: Shell, say: Say): string {
  const compare = kind === "sweep" ? ["cmp again/runs.csv results/runs.csv"] : [];
  const install = ["cd code/linli", "npm install --ignore-scripts", "cd ../.."];
  const tsx = `code/linli/node_modules/.bin/tsx --conditions=${sourceCondition(ROOT)}`;
  const own = `linli() { ${tsx} code/linli/src/cli/main.ts "$@"; }`;
  return [
    say(
      `With linli ${linli} installed, in this folder (\`${folder}\`):`,
      `安装 linli ${linli} 后，在本文件夹（\`${folder}\`）中运行：`,
    ),
    block([...commands.map(shell), ...compare]),
    say(
      "Without it, the sources here do the same; after these lines `linli` is a command of the shell:",
      "未安装时，可直接使用本归档中的源码；执行以下各行后，`linli` 即为可用的命令：",
    ),
    block([...install, own]),
  ].join("\n\n");
}

const citing = (say: Say) =>
  say(
    "CITATION.cff names the software and the field study that it rests on; cite both. The software is under the MIT license (LICENSE). " +
      "Plan and results belong to those who made them: name them, and a license, where you deposit this archive.",
    "CITATION.cff 列出软件及其所依据的实地研究，请一并引用。软件采用 MIT 许可证（见 LICENSE）。" +
      "实验计划与结果属于其作者：存放本归档时，请在存放处写明作者与许可。",
  );
