/** Section 6 of the document: input data. */
import type { Words } from "../report/words.ts";
import { heading, page, prose } from "./markdown.ts";

export function inputData({ say }: Words): string {
  return page(heading(2, say("6 Input data", "6 输入数据")), say(prose(INPUT.en), prose(INPUT.zh)));
}

const INPUT = {
  en: `
No time series drives the model. What changes from outside in the course of a run are dated fields of the context, the same in
every replicate: arrivals, handover and moving in (start), events, coaching, rounds of grants, exchange meetings and the
council (timing), the weeks from which the committee is at work and an owners' committee can vote (support). Issues arise at
rates of the agenda, from a surge at handover on. A run may be changed at a date by hand, in any field but those of the start.

A network may be given as input for week 0: nodes and arcs as CSV, GraphML or GEXF, arcs with weights, or persons by foci.
It replaces the drawn population and acquaintances (section 5). One published network of mutual help comes with the model
(Koster 2018; Simpson 2022); it serves to try the rules on an observed graph, and stands for no Chinese neighborhood. The
study itself provides no data beyond the counts and dates of sections 1.2 and 5.3.
`,
  zh: `
模型没有时间序列驱动。模拟过程中来自外部的变化均为情境中带日期的字段，各次重复相同：到来、交房与入住（start），活动、辅导、创投各轮、
交流会与议事会（timing），居委会开始工作与业主委员会可以表决的日期（support）。议题按议程规定的出现率出现，交房后有高峰。
除起始模块外，任何字段都可在某一日期人为改变。

第 0 周可输入网络：节点与弧可为 CSV、GraphML 或 GEXF，弧可带权重，也可为“人—焦点”双模数据。网络取代抽取的人口与相识关系（见第 5 节）。
模型附有一个已发表的互助网络（Koster 2018；Simpson 2022），用以在观测到的图上检验规则，并不代表中国的社区。
除 1.2 与 5.3 节所列统计与日期外，论文本身不提供数据。
`,
};
