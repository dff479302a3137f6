/** What the pack is for, and a lesson of 45 minutes. */
import { heading, list, type Section, steps, t, text } from "./section.ts";

export const plan: Section = {
  name: "plan",
  title: t("A lesson of 45 minutes", "45分钟教案"),
  blocks: [
    text(
      "For a class in sociology, social work, public administration or civics. No knowledge of programming is needed. One computer with a projector is enough: the page is one file and works without a network.",
      "适用于社会学、社会工作、公共管理或公民教育课堂，无须编程基础。一台电脑加投影即可：网页为单个文件，无须联网。",
    ),
    heading("Read this aloud", "课前须知（请向学生说明）"),
    list(
      t(
        "This is a model, no forecast. It says what follows from its rules, not what will happen in any real neighborhood.",
        "这是模型，不是预测。它说明由这些规则能得出什么，而不是任何真实社区将会怎样。",
      ),
      t(
        "Paper: what Cao, Wan & Zeng (2019) report of two neighborhoods. Model: what runs show. Assumption: a number that nobody measured; most values of the model are of this kind.",
        "论文：曹飞廉、万怡、曾凡木（2019）对两个社区的报告。模型：运行得出的结果。假设：无人测量过的数值，模型的多数取值属于此类。",
      ),
      t(
        "The dice and hours of the mock council are assumptions of this pack, neither the paper's nor the model's.",
        "模拟议事会中的骰子与工时是本资料包的假设，既不出自论文，也不出自模型。",
      ),
    ),
    heading("Aims", "教学目标"),
    list(
      t("tell agreement from action, and say who must act", "区分“达成共识”与“付诸行动”，并指出由谁行动"),
      t(
        "predict, see many runs, then explain one; say how typical it is",
        "先预测，再看多次运行，最后解释其中一次，并说明它有多典型",
      ),
      t("say of a number whose it is", "说出每个数字出自何处"),
    ),
    {
      kind: "table",
      head: [t("min", "时间"), t("teacher", "教师"), t("students", "学生"), t("material", "材料")],
      rows: [
        [
          t("0–4", "0—4分"),
          t(
            "Asks: who has sat in a meeting that decided and nothing came of it? Opens lesson 2, not the start page, which tells how runs end.",
            "提问：谁参加过“议而不行”的会？打开第二课；不先展示首页，首页显示各次运行的结局。",
          ),
          t("Two or three examples.", "举两三个例子。"),
          t("page", "网页"),
        ],
        [
          t("4–14", "4—14分"),
          t(
            "Lesson 2, “Agreement is not action”. Starts the twenty runs while the class predicts; then one run; then the explanation.",
            "第二课“共识不等于行动”。学生预测时即开始二十次运行，再看一次的经过，然后解释。",
          ),
          t("Write the prediction before the run; hold it against the runs.", "运行前写下预测，再与结果对照。"),
          t("worksheet 1", "学习单一"),
        ],
        [
          t("14–17", "14—17分"),
          t("Hands out role cards; nobody shows the lower half.", "分发角色卡；卡片下半部分不得示人。"),
          t("Read, ask, take seats.", "阅读、提问、就座。"),
          t("role cards", "角色卡"),
        ],
        [
          t("17–25", "17—25分"),
          t("First council: Robert's rules. The team presides.", "第一场议事会：罗伯特议事规则，由营造团队主持。"),
          t("Deliberate; observers keep the tally.", "议事；观察员计数。"),
          t("council sheet", "议事会说明"),
        ],
        [
          t("25–33", "25—33分"),
          t("Second council, same issues: share, report, answer, plan.", "第二场，议题相同：分享、汇报、答疑、规划。"),
          t("Pledge hours; observers keep the tally.", "认领工时；观察员计数。"),
          t("council sheet", "议事会说明"),
        ],
        [
          t("33–36", "33—36分"),
          t(
            "Rolls for every decision; compares both tallies on the board.",
            "为每项决定掷骰子；在黑板上比较两场的计数。",
          ),
          t("What differed: the talk, or who had to act?", "差别在于怎么谈，还是在于由谁行动？"),
          t("die", "骰子"),
        ],
        [
          t("36–43", "36—43分"),
          t("Lesson 4, “Keep the council alive”: teams call out levers.", "第四课“让沟通会活下去”：各组提出设定。"),
          t("Two or three tries; note what was moved and what came of it.", "试两三次，记下改动与结果。"),
          t("worksheet 2", "学习单二"),
        ],
        [
          t("43–45", "43—45分"),
          t(
            "Exit slip: one sentence that starts “In the model …”, one “In the paper …”.",
            "课末小纸条：各写一句“在模型中……”“在论文中……”。",
          ),
          t("Write and hand in.", "写好上交。"),
          t("slip", "小纸条"),
        ],
      ],
    },
    heading("With more or less time", "课时不同时的安排"),
    list(
      t(
        "90 minutes: lessons 1 and 3 before the council, lesson 5 after it, as a debate.",
        "90分钟：议事会之前加第一、三课，之后把第五课作为辩论。",
      ),
      t("25 minutes: lesson 2 and the second council only.", "25分钟：只做第二课与第二场议事会。"),
      t(
        "Without a computer: both councils, the tally, and the answers sheet for what the model shows.",
        "没有电脑：只做两场议事会与计数，模型结果见参考答案。",
      ),
    ),
    heading("Before the class", "课前准备"),
    steps(
      t(
        "Open the page, tab “Lessons”, and go through lessons 2 and 4 once; note how long twenty runs take on your computer. Students get the file, or the link from the tab “Save”.",
        "打开网页的“课堂”栏，把第二、四课走一遍，留意本机运行二十次要多久。发给学生的文件或链接，见“保存”栏。",
      ),
      t(
        "Print: role cards once and cut, council sheet twice, one worksheet a student, rubric and answers for yourself.",
        "打印：角色卡一份并裁开，议事会说明两份，学习单每人一份，评分量规与参考答案自用。",
      ),
      t(
        "Bring a die and twenty slips of paper, each an hour of work.",
        "准备一枚骰子和二十张小纸条，每张代表一个工时。",
      ),
    ),
  ],
};
