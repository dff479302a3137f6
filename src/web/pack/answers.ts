/** Answers: what the model shows, and how each can be made again. */
import { BLANK, type Block, heading, list, type Section, t, text } from "./section.ts";

const code = (...lines: readonly string[]): Block => ({ kind: "code", lines });
const YES = t("×", "×");

export const answers: Section = {
  name: "answers",
  title: t("Answers", "参考答案"),
  blocks: [
    text(
      "Answers hold for the seed of the lessons, 36, and the model as shipped with this page; whoever moves levers or seed gets others, and the lesson on the screen tells theirs. A line that begins with # is an address of the page (put it behind the file's name), one that begins with npx linli a command, for a clone of the project or wherever it is installed.",
      "答案对应课程所用种子36与本页所带的模型；改动设定或种子，结果会不同，以屏幕上的课程为准。以#开头的是网页地址（接在文件名之后），以npx linli开头的是命令，在克隆的仓库中或已安装邻里之处执行。",
    ),
    heading("Lesson 1: how trust changes", "第一课　信任的变化"),
    text(
      "In the estate trust rises until the second half of 2017, then falls below where it began; in the district it rises throughout. Neither is chance: the bands part and stay apart. What breaks it are open issues that others must settle; if events go on until the end, trust still falls, only less.",
      "新建小区的信任升至2017年下半年，此后跌破起点；老旧城区一路上升。这不是偶然：两条区间带分开后不再重叠。使信任瓦解的是须由他人解决而悬而未决的问题；活动一直办下去，信任仍会下降，只是少一些。",
    ),
    code(
      "#lesson=trust&seed=36&view=lessons",
      "compare new-estate old-district --seed 36 --replicates 10",
      "run new-estate --seed 36 --replicates 10 --set timing.eventsUntil=312",
    ),
    heading("Lesson 2: agreement is not action", "第二课　共识不等于行动"),
    text(
      "Less than half of what was decided is carried out by April 2018, in most runs; some runs do better by chance alone. Trust is higher without the council, in nearly every pair: the team that convened it answers for broken promises. That is our claim by extension of the paper, and rests on the assumption that conveners are blamed.",
      "多数运行中，到2018年4月议定事项执行不到一半；也有运行仅凭随机因素做得更好。几乎每一对运行都是不设沟通会的一侧信任更高：召集的团队要为落空的承诺负责。这是我们由论文引申的论断，依赖“归咎于召集者”的假设。",
    ),
    code(
      "#lesson=agreement&view=lessons&seed=36&left=new-estate&right=new-estate&right.founding.council=false",
      "run new-estate --seed 36 --replicates 20",
      "run new-estate --seed 36 --replicates 20 --set founding.council=false",
    ),
    heading("Lesson 3: what cultivation does", "第三课　培育改变了什么"),
    text(
      "What organizations turn to. By the end coaching has about doubled their skill in organizing and deliberating as well, but neither their number nor trust among neighbors differs to speak of. The lead in orientation is still there at the end of 2020.",
      "取向。到最后，组织力、协商力也约为两倍；但自组织的数量与邻里信任都没有明显差别。到2020年底，取向上的差距依然存在。",
    ),
    code(
      "#lesson=cultivation&view=lessons&seed=36&left=old-district&left.timing.coachingUntil=60&right=old-district",
      "run old-district --seed 36 --replicates 10 --set timing.coachingUntil=60",
      "run old-district --seed 36 --replicates 10",
    ),
    heading("Lesson 4: keep the council alive", "第四课　让沟通会活下去"),
    {
      kind: "table",
      head: [t("moved", "改动"), t("at least half of 20", "至少一半存续"), t("none or hardly any", "几乎没有")],
      rows: [
        [t("nothing", "不改动"), BLANK, YES],
        [t("an independent team alone", "仅团队独立"), BLANK, YES],
        [t("an owners' committee from the start alone", "仅一开始就有业委会"), BLANK, YES],
        [t("a committee that supports from the start alone", "仅居委会自始支持"), BLANK, YES],
        [t("a later first council alone", "仅推迟首次会议"), BLANK, YES],
        [t("all tactics alone", "仅熟悉各种协商策略"), BLANK, YES],
        [
          t("meetings every 8 weeks alone (lives two years, hardly to the end)", "仅每8周开会（可活两年，难到最后）"),
          BLANK,
          YES,
        ],
        [t("nobody convenes: no council at all", "无人召集：根本没有沟通会"), BLANK, YES],
        [
          t(
            "promises watched twice as strictly as in the old district (support.oversight 0.46; here 0, there 0.23)",
            "监督力度为老旧城区的两倍（support.oversight设为0.46；原设定为0，老旧城区为0.23）",
          ),
          YES,
          BLANK,
        ],
        [
          t("watched as in the old district (0.23), and a later start", "监督力度同老旧城区（0.23），并推迟首次会议"),
          YES,
          BLANK,
        ],
        [
          t(
            "the district's issues, hands pledged, a committee that supports",
            "老旧城区的议题＋议前落实人手＋居委会支持",
          ),
          YES,
          BLANK,
        ],
      ],
    },
    code(
      "#lesson=alive&step=2&view=lessons&seed=36&left=new-estate&right=new-estate&right.support.oversight=0.46",
      "#lesson=alive&step=2&view=lessons&seed=36&left=new-estate&right=new-estate&right.agenda=old-district&right.procedure.ownHands=0.89&right.support.committee=0.86&right.support.committeeFrom=null",
      "run new-estate --seed 36 --replicates 20 --set support.oversight=0.46",
    ),
    text(
      "Alive means: a council exists and still meets at the end of the run. The command line shows it as “some platform is dormant”.",
      "“存续”指有沟通会、且运行结束时仍在开会；命令行中对应“有平台停摆”一项。",
    ),
    heading("Lesson 5: where model and paper disagree", "第五课　模型与论文的分歧"),
    text(
      "With an independent team the council lives about as long; items are no longer kept off the agenda, which is the rule itself. Judging the five other claims has no key. A good answer says which rule the model lacks, or which comparison the paper lacks, and names data that would decide.",
      "团队独立时，沟通会的存续差不多；议题不再被挡下，这是规则本身。其余五个论断没有标准答案：好的回答能指出模型缺哪条规则，或论文缺哪种对照，并说出可据以判定的数据。",
    ),
    code(
      "#lesson=disagreement&view=lessons&seed=36&left=new-estate&left.team.independence=0.2&right=new-estate&right.team.independence=1",
      "run new-estate --seed 36 --replicates 20 --set team.independence=0.2",
      "run new-estate --seed 36 --replicates 20 --set team.independence=1",
      "validate --only claims",
    ),
    heading("Worksheet 3: whose number?", "学习单三　谁的数字？"),
    list(
      t(
        "Paper: a fifth resolved (三(一)2), seven organizations, four with rules (Table 1), thirty cultivated (三(二)).",
        "论文：约五分之一解决（三(一)2）；七个自组织、四个有规章（表1）；培育30个（三(二)）。",
      ),
      t(
        "Assumption: 600 households, the owners' committee's date. The page and “npx linli list new-estate” give the source of every value.",
        "假设：600户、业主委员会成立日期。每个取值的出处见网页与“npx linli list new-estate”。",
      ),
      t("Model: trust at the end of 2020.", "模型：2020年底的信任。"),
    ),
    heading("The mock council", "模拟议事会"),
    list(
      t(
        "Issue B cannot be settled by either procedure: the law asks a vote that nobody can hold yet.",
        "议题乙两种程序都解决不了：依法须表决，而尚无人能组织表决。",
      ),
      t(
        "The second council usually decides less and carries out more. In the model, too, procedure alone changes little in the estate; it counts where residents' own hands decide (claim 15).",
        "第二场通常议定更少、办成更多。在模型中，仅改变程序对新建小区影响甚微；在由居民自己出力之处才起作用（论断15）。",
      ),
      t(
        "Watch the two groups that could share a room: only the second procedure has them say what they have.",
        "留意可以合用场地的两个组织：只有第二种程序让它们说出自己有什么。",
      ),
    ),
  ],
};
