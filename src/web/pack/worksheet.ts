/** Worksheets: predict, run, explain. */
import type { Text } from "../../model/vocabulary.ts";
import { BLANK, type Block, heading, type Section, t, text } from "./section.ts";

const ROWS: readonly Text[] = [
  t("My prediction, and why", "我的预测与理由"),
  t("Many runs: how far do they spread?", "多次运行：分散程度如何？"),
  t("The run on the stage: what happened, with dates", "画面所示的这次：发生了什么（写明日期）"),
  t("Is it typical? How many runs have more, how many less?", "它典型吗？多少次更高，多少次更低？"),
  t("Why, in the model (name the mechanism)", "在模型中为什么（写出机制）"),
  t("What the paper says, with its section", "论文怎么说（注明章节）"),
  t("What is an assumption here?", "哪些是假设？"),
];

const sheet = (...titles: readonly Text[]): Block => ({
  kind: "table",
  head: [BLANK, ...titles],
  rows: ROWS.map((row) => [row, ...titles.map(() => BLANK)]),
});

export const worksheet: Section = {
  name: "worksheet",
  title: t("Worksheet", "学习单"),
  blocks: [
    text("Name: ____________________   Seed: ________", "姓名：____________________　　随机种子：________"),
    heading("1 Predict, run, explain", "一　预测—运行—解释"),
    text(
      "Fill in the first row before anything runs. A prediction that fails is worth as much as one that holds, if you can say why.",
      "运行之前先填第一行。预测落空与预测成立一样有价值，只要你能说明原因。",
    ),
    sheet(t("Lesson: ______", "第____课"), t("Lesson: ______", "第____课")),
    heading("2 Keep the council alive", "二　让沟通会活下去"),
    {
      kind: "table",
      head: [
        t("try", "次"),
        t("what we moved, and why", "改了什么，为什么"),
        t("lives in … of 20", "20次中存续"),
        t("demands resolved", "解决的诉求"),
      ],
      rows: [1, 2, 3, 4, 5].map((n) => [t(String(n), String(n)), BLANK, BLANK, BLANK]),
    },
    text(
      "Which try failed although the paper (or common sense) recommends it? What does the model leave out there?",
      "哪一次尝试是论文（或常识）所主张、却没有成功的？模型在那里漏掉了什么？",
    ),
    heading("3 Whose number?", "三　谁的数字？"),
    {
      kind: "table",
      head: [t("number", "数字"), t("paper", "论文"), t("model", "模型"), t("assumption", "假设")],
      rows: [
        [t("about a fifth of the demands was resolved", "诉求约五分之一得到解决"), BLANK, BLANK, BLANK],
        [t("600 households live in the estate", "小区有600户"), BLANK, BLANK, BLANK],
        [t("seven organizations, four with rules", "七个自组织，四个有规章"), BLANK, BLANK, BLANK],
        [t("trust in a random neighbor at the end of 2020", "2020年底对任一邻居的信任"), BLANK, BLANK, BLANK],
        [t("the owners' committee is formed in June 2019", "业主委员会2019年6月成立"), BLANK, BLANK, BLANK],
        [t("thirty organizations cultivated by April 2018", "到2018年4月培育30个自组织"), BLANK, BLANK, BLANK],
      ],
    },
  ],
};
