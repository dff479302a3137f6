/** The mock council under both procedures, with the same issues. */
import { BLANK, heading, list, type Section, steps, t, text } from "./section.ts";

export const council: Section = {
  name: "council",
  title: t("The mock council, twice", "模拟议事会（两场）"),
  blocks: [
    text(
      "Both councils have the same issues and the same people. What differs is the procedure, and with it what may be decided. Eight minutes each; a student keeps time aloud.",
      "两场议事会议题相同、人员相同，不同的是程序，以及什么可以议定。每场八分钟，由一名学生报时。",
    ),
    heading("Issues", "议题"),
    {
      kind: "table",
      head: [t("", ""), t("issue", "议题"), t("who must act", "由谁行动"), t("asks for", "所需")],
      rows: [
        [t("A", "甲"), t("Leaks in building 7", "7号楼漏水"), t("developer", "开发商"), t("money", "资金")],
        [
          t("B", "乙"),
          t("Income from advertisements in the lifts", "电梯广告收益的用途"),
          t("property company, by law after a vote", "物业公司，依法须业主表决"),
          t("a vote", "表决"),
        ],
        [
          t("C", "丙"),
          t("One room, two groups: fitness and reading", "一间场地，健身队与图书室都要用"),
          t("residents", "居民自己"),
          t("4 hours, a room", "4个工时、一间场地"),
        ],
        [
          t("D", "丁"),
          t("Someone to look after twelve old people living alone", "十二位独居老人的日常探望"),
          t("residents", "居民自己"),
          t("6 hours", "6个工时"),
        ],
      ],
    },
    heading("First council: Robert's rules (8 minutes)", "第一场：罗伯特议事规则（8分钟）"),
    steps(
      t(
        "1 min. The team's leader reads the agenda. One item may be missing.",
        "1分钟：营造团队负责人宣读议程，其中可能少了一项。",
      ),
      t(
        "5 min. Each item: a motion, a second, at most two speeches for and two against of twenty seconds each, a vote by hand. More than half of the seats decides.",
        "5分钟：逐项进行。动议、附议，正反方至多各两人发言，每人20秒，举手表决，过半数通过。",
      ),
      t(
        "1 min. Who must act answers: promise, refuse, or “wait until the owners' committee can vote”.",
        "1分钟：责任方答复——答应、拒绝，或“等业主委员会成立之后再投票表决”。",
      ),
      t("1 min. The minutes are read. Nobody is asked for hours.", "1分钟：宣读纪要。不问谁出工时。"),
    ),
    heading("Second council: share, report, answer, plan (8 minutes)", "第二场：分享、汇报、答疑、规划（8分钟）"),
    steps(
      t(
        "2 min. Share: each says one thing that their group did or can do.",
        "2分钟：分享。各人说一件本组织做过或能做的事。",
      ),
      t("1 min. Report: what has become of what was planned before.", "1分钟：汇报。上次规划的事进展如何。"),
      t(
        "2 min. Answer: committee and team answer questions and advise; they do not preside.",
        "2分钟：答疑。居委会与营造团队答疑、提建议，但不主持。",
      ),
      t(
        "3 min. Plan: an item is adopted only if slips for at least four fifths of its hours lie on the table, with a name and a date. What others must do is put to them once, and the committee says that it will ask after it.",
        "3分钟：规划。桌上的工时条达到所需的五分之四，且有人名、有期限，才算议定。须由他人办的事只提一次，居委会表示会过问。",
      ),
    ),
    heading("What becomes of it: the die", "后来怎样：掷骰子"),
    list(
      t(
        "A promise by others is kept on 5 or 6; on 4 as well if the committee said that it will ask after it.",
        "他人的承诺：掷出5或6为兑现；若居委会说过会过问，掷出4也算。",
      ),
      t(
        "Own work with all hours pledged is done on 2 to 6; with at least four fifths on 3 to 6; with fewer on 6.",
        "自办的事：工时落实齐全，掷出2至6为办成；达到五分之四，3至6；不足，仅6。",
      ),
      t(
        "These chances are assumptions of this pack, chosen so that a class of thirty sees the difference in one round.",
        "以上概率是本资料包的假设，为使一个班在一轮中即能看出差别而定。",
      ),
    ),
    heading("Tally", "计数表"),
    {
      kind: "table",
      head: [BLANK, t("first council", "第一场"), t("second council", "第二场")],
      rows: [
        [t("items brought", "提出的议题"), BLANK, BLANK],
        [t("items that never came up", "没能上会的议题"), BLANK, BLANK],
        [t("decided", "议定"), BLANK, BLANK],
        [t("of these with a name and a date", "其中有人、有期限的"), BLANK, BLANK],
        [t("hours pledged", "认领的工时"), BLANK, BLANK],
        [t("carried out (die)", "办成（骰子）"), BLANK, BLANK],
        [t("who would come again?", "谁下次还来？"), BLANK, BLANK],
      ],
    },
    heading("Afterwards", "会后讨论"),
    list(
      t(
        "Which item could no procedure settle? Who would have had to be watched, by whom?",
        "哪一项是任何程序都解决不了的？该由谁来监督谁？",
      ),
      t("The second council could decide less. Was it the weaker one?", "第二场能议定的事更少，它更无力吗？"),
      t(
        "The paper puts the difference down to conflicting interests, skill and team as well. Which of these did our two councils hold equal?",
        "论文还把差别归于利益冲突、组织能力与营造团队。我们的两场议事会把其中哪些保持不变了？",
      ),
    ),
  ],
};
