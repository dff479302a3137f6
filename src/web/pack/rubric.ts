/** Rubric for worksheet and discussion. */
import { type Section, t, text } from "./section.ts";

export const rubric: Section = {
  name: "rubric",
  title: t("Rubric", "评分量规"),
  blocks: [
    text(
      "Five criteria of four points each. What is judged is the reasoning, not whether the prediction held.",
      "五项标准，每项4分，共20分。评的是推理，而不是预测是否说中。",
    ),
    {
      kind: "table",
      head: [t("criterion", "标准"), t("1", "1分"), t("2", "2分"), t("3", "3分"), t("4", "4分")],
      rows: [
        [
          t("Prediction", "预测"),
          t("a guess", "猜测"),
          t("with a reason", "有理由"),
          t("reason names who acts and why", "理由写明谁行动、为何行动"),
          t("and says what would refute it", "并说明什么结果可以否定它"),
        ],
        [
          t("Many and one", "多次与一次"),
          t("tells one run as the truth", "把一次运行当作真相"),
          t("mentions the spread", "提到分散程度"),
          t("places the run among the many", "指出这次在多次中的位置"),
          t("and draws no conclusion that chance could have made", "且不把偶然差异当作结论"),
        ],
        [
          t("Mechanism", "机制"),
          t("retells what was seen", "复述所见"),
          t("names a cause", "指出一个原因"),
          t("names the model's mechanism in order", "按次序说明模型机制"),
          t("and tests it by a lever", "并用改动设定加以检验"),
        ],
        [
          t("Whose number", "数字归属"),
          t("mixes them", "混为一谈"),
          t("marks some", "部分注明"),
          t("marks all as paper, model or assumption", "全部注明论文、模型或假设"),
          t("and says what follows if the assumption is wrong", "并说明假设若错会怎样"),
        ],
        [
          t("Judgment", "判断"),
          t("sides with one without a reason", "不讲理由地站队"),
          t("gives a reason", "给出理由"),
          t("weighs paper against model", "权衡论文与模型"),
          t("and names data that would decide", "并指出可据以判定的数据"),
        ],
      ],
    },
  ],
};
