/** Section 3 of the document: process overview and scheduling. */
import type { Model } from "../../model/mechanism.ts";
import type { Text } from "../../model/vocabulary.ts";
import type { Words } from "../report/words.ts";
import { code, heading, page, prose, table } from "./markdown.ts";

/** Stages of the week, by the second figure of a submodel's number. */
export const STAGES: readonly Text[] = [
  { en: "Calendar", zh: "日程" },
  { en: "Encounters", zh: "相遇" },
  { en: "Exchange", zh: "互助" },
  { en: "Organizations", zh: "组织" },
  { en: "Cultivation", zh: "培育" },
  { en: "Deliberation", zh: "协商" },
  { en: "Execution", zh: "执行" },
  { en: "Appraisal", zh: "评价" },
];

/** The stage at which each mechanism runs: that of its number, or a later one that has begun by then. */
export function stagesOf(model: Model): readonly number[] {
  let stage = 1;
  return model.mechanisms.map((m) => {
    stage = Math.max(stage, Number(m.submodel.split(".")[1]));
    return stage;
  });
}

export function schedule(model: Model, { say, lang }: Pick<Words, "say" | "lang">): string {
  const stages = stagesOf(model);
  const rows = model.mechanisms.map((m, i) => [
    String(i + 1),
    `${stages[i]} ${STAGES[stages[i]! - 1]![lang]}`,
    m.submodel,
    m.title[lang],
    code(m.name),
    m.summary[lang],
    m.order === "sequential" ? say("sequential", "依次") : say("simultaneous", "同时"),
  ]);
  const header = [
    say("position", "次序"),
    say("stage", "阶段"),
    say("submodel", "子模型"),
    say("title", "名称"),
    say("name", "标识"),
    say("what it does", "作用"),
    say("order", "更新方式"),
  ];
  return page(
    heading(2, say("3 Process overview and scheduling", "3 过程概览与时序")),
    say(prose(OVERVIEW.en), prose(OVERVIEW.zh)),
    table(header, rows),
    numbering(model, stages, { say, lang }),
    say(prose(SCHEDULING.en), prose(SCHEDULING.zh)),
  );
}

/** How numbers and positions go together, with the mechanisms that act later than their number says. */
function numbering(model: Model, stages: readonly number[], { say, lang }: Pick<Words, "say" | "lang">): string {
  const later = model.mechanisms.filter((m, i) => Number(m.submodel.split(".")[1]) < stages[i]!);
  const titles = later.map((m) => `${m.title[lang]} (${m.submodel})`).join(say("; ", "、"));
  return say(
    "Submodels are numbered by subject; the position is the order in which they act. Described with their subject, but acting" +
      ` with a later stage because they need what the week brought: ${titles}.`,
    `子模型按主题编号，次序则是实际执行的先后。以下子模型在各自主题下叙述，因需用到本周的结果而在较晚的阶段执行：${titles}。`,
  );
}

const OVERVIEW = {
  en: `
A week runs through eight stages: the calendar (arrivals, issues), encounters, exchange, organizations, cultivation by the
team, deliberation, execution, and appraisal of what happened; measures are read after it. Each mechanism runs once a week
over all whom it concerns, in this order:
`,
  zh: `
一周依次经过八个阶段：日程（到来与议题）、相遇、互助、组织、团队的培育、协商、执行，以及对所发生之事的评价；其后读取指标。
每个机制每周运行一次，遍及其所涉及的全部对象，次序如下：
`,
};

const SCHEDULING = {
  en: `
Time is discrete. A simultaneous mechanism reads for each of its objects only what was there before it began; a sequential
one reads what it wrote for earlier objects in the same week, in the order that its submodel states. Rows are born at once
and may be met by later mechanisms of the same week; what ends is gone for those that follow. Some states change on a slower
rhythm, to save time and without a bearing on their mean speed: residents take stock of general trust and of lasting
belonging every fourth week, a quarter of them a week.

Deliberation and execution are separate stages: a platform agrees in one mechanism and the work is done, or is not, in
others, by other actors, in later weeks.
`,
  zh: `
时间是离散的。同时更新的机制，对每个对象只读取该机制开始之前的状态；依次更新的机制，按子模型所述次序，会读到本周先前对象刚写入的状态。
新增的行即刻存在，本周稍后的机制可能遇到；移除的行对后续机制不复存在。部分状态以较慢的节奏更新，以节省计算而不影响平均速度：
普遍信任与归属感的稳定成分每四周盘点一次，每周轮到四分之一的居民。

协商与执行是两个独立阶段：平台在一个机制中达成决定，而工作由其他机制、其他行动者在此后各周完成或不完成。
`,
};
