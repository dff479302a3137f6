/** What the paper says, as pictures whose parts lead to the levers. */
import { signal } from "@preact/signals";
import type { Text } from "../../model/vocabulary.ts";
import { lang, say } from "../state/page.ts";
import { Contrast } from "./Contrast.tsx";
import { COUNCIL_FIGURE, CULTIVATION_FIGURE } from "./figures.ts";
import "./paper.css";
import { LeverList, Picture } from "./Picture.tsx";
import { PROPOSALS } from "./table2.ts";

const PARTS = ["council", "cultivation", "contrast", "proposals"] as const;
type PartName = (typeof PARTS)[number];
const TITLES: Readonly<Record<PartName, Text>> = {
  council: { en: "Figure 1", zh: "图1" },
  cultivation: { en: "Figure 2", zh: "图2" },
  contrast: { en: "Table 2", zh: "表2" },
  proposals: { en: "Proposals", zh: "构建措施" },
};

/** Outlives the view, so that a reader who comes back from a lever finds the picture again. */
const part = signal<PartName>("council");

export function Paper() {
  return (
    <div class="paper">
      <p>
        {say(
          "Two experiments in community building, one thesis: deliberation is worth what follows from it. What counts is that organizations can carry out what was agreed.",
          "两个社区营造实验，一个论点：社区协商的本质在于行动，自组织的执行力是社区协商的关键。",
        )}
      </p>
      <p class="muted small">
        {say(
          "Every box leads to the lever that stands for it in the model.",
          "点击方框，可转到模型中与之对应的调节项。",
        )}
      </p>
      <fieldset class="paper-switch" aria-label={say("What of the paper", "论文内容")}>
        {PARTS.map((name) => (
          <button key={name} type="button" aria-pressed={name === part.value} onClick={() => (part.value = name)}>
            {TITLES[name][lang.value]}
          </button>
        ))}
      </fieldset>
      <Shown />
      <Reference />
    </div>
  );
}

function Shown() {
  switch (part.value) {
    case "council":
      return <Picture figure={COUNCIL_FIGURE} />;
    case "cultivation":
      return <Picture figure={CULTIVATION_FIGURE} />;
    case "contrast":
      return <Contrast />;
    default:
      return <Proposals />;
  }
}

function Proposals() {
  return (
    <section>
      <h3>{say("What the paper proposes, section 4(3)", "社区协商机制的构建措施")}</h3>
      <span class="of-paper">{say("paper", "论文")}</span>{" "}
      <span class="muted small">{say("In short", "据论文第四部分（三）概述")}</span>
      <ol class="paper-proposals">
        {PROPOSALS.map(({ title, about, levers }) => (
          <li key={title.en}>
            <b>{title[lang.value]}</b>
            <p>{about[lang.value]}</p>
            <LeverList levers={levers} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Reference() {
  return (
    <footer class="paper-reference small muted">
      <p lang="zh-Hans">
        曹飞廉、万怡、曾凡木（2019）。社区自组织嵌入社区治理的协商机制研究——以两个社区营造实验为例。西北大学学报（哲学社会科学版），2019（2）。
      </p>
      {lang.value === "en" && (
        <p>
          Cao Feilian, Wan Yi and Zeng Fanmu (2019). Study on negotiation mechanism of community self-organization
          embedded in community governance: based on two community revitalization experiments. Journal of Northwest
          University (Philosophy and Social Sciences Edition), 2019(2). In Chinese.
        </p>
      )}
      <p>DOI 10.16152/j.cnki.xdxbsk.2019-02-014</p>
      <p>
        {say(
          "Where the paper speaks twice, we follow Table 2: section 3(2)2 once calls the federation top-down.",
          "论文表述不一之处以表2为准：第三部分（二）2有一处称联合会为“自上而下”形成。",
        )}
      </p>
    </footer>
  );
}
