/** Design concepts 7 to 11: sensing, interaction, chance, collectives and observation. */
import type { Concept } from "./conceptsActing.ts";

export const TOGETHER: readonly Concept[] = [
  {
    title: { en: "Sensing", zh: "感知" },
    text: {
      en: `
A resident knows, without error: own state; of acquaintances, their needs and memberships, whether they came to recent
events, whether they are mobilized, and its own trust in them; of one who asks for help, the reputation; of issues, those
that touch the resident, with their state. A founder knows of the organizations for the same need and of the shortage of
rooms in the community. A delegate knows what became of each decision of the platform. The team sees only residents who show
themselves, guests and members, and judges their competence and public spirit without error (7.5.2); it knows the mean trust
of residents in its payer (7.6.4). A counterpart knows how many are mobilized. Organizations know one another's means, needs
and leaders only if they have met (7.7.3).
`,
      zh: `
居民准确知道：自身状态；熟人的需求与所属组织、近期是否参加过活动、是否已被动员，以及自己对其信任；求助者的口碑；影响自己的议题及其状态。
发起人知道本社区满足同一需求的组织数与场地紧张程度。代表知道平台每项决定的下落。团队只看得到露面的居民，即活动参加者与组织成员，
并准确判断其能力与公益心（7.5.2）；它知道居民对出资方的平均信任（7.6.4）。责任方知道有多少人被动员。
组织只有在交流之后，才了解彼此的资源、需要与负责人（7.7.3）。
`,
    },
  },
  {
    title: { en: "Interaction", zh: "交互" },
    text: {
      en: `
Direct: meeting at foci, asking for help and giving it, founding and joining through acquaintances, discussion of delegates
(opinions move each other), mobilization through trusted contacts, exchange meetings, joint acts and federation of
organizations, promise and refusal between platform and counterpart, coaching, discovery and granting by the team. Mediated:
rooms of a community are shared by lot and money evenly, so that organizations crowd one another (7.4.5, 7.4.6); an
organization leaves less room for others of its need (7.4.1); issues compete for the agenda (7.6.4); conduct of an
institution towards some changes its trust among those who know of it.
`,
      zh: `
直接的交互：在焦点上相遇，求助与相助，经熟人发起与加入组织，代表之间的讨论（意见相互影响），经信任的熟人动员，交流会、联合活动与联合会，
平台与责任方之间的承诺与拒绝，团队的辅导、发掘与资助。间接的交互：社区场地抽签分配、经费均分，组织因此相互挤占（7.4.5、7.4.6）；
已有组织压缩同类组织的余地（7.4.1）；议题争夺议程（7.6.4）；机构对一部分人的作为改变知情者对它的信任。
`,
    },
  },
  {
    title: { en: "Stochasticity", zh: "随机性" },
    text: {
      en: `
Chance stands for what is not modeled: who meets whom, who needs help, small causes of coming, joining and leaving, the
arrival and scatter of issues, the surprise in an answer. The population at the start is drawn, too. Every draw is a function
of the seed, the mechanism, the name of the draw, the week, and the identity of who draws; so a run can be repeated bit for
bit, and two runs of one seed that differ in one value share every draw that the difference does not touch (common random
numbers). Results are given over replicates, each with a seed of its own, with intervals.
`,
      zh: `
随机性代表未建模的因素：谁与谁相遇，谁需要帮助，到场、加入与退出的细小缘由，议题的出现与差异，答复中的偶然。起始人口也由随机抽取得到。
每个随机数都是种子、机制、抽取名称、周次与抽取者身份的函数；因此任何一次模拟都可逐位重现，同一种子下只有一处取值不同的两次模拟，
凡不受该差异影响的随机数完全相同（共同随机数）。结果以多次重复给出，每次各有种子，并附区间。
`,
    },
  },
  {
    title: { en: "Collectives", zh: "集体" },
    text: {
      en: `
Organizations and platforms are collectives that emerge from residents and act back on them: organizations have skills,
means, cohesion, orientation and standing of their own, platforms skill, standing and an agenda. They are founded from below
or from above, are joined and left, go dormant and end. Joint acts and federations are collectives of organizations.
Communities and blocks are imposed: they bound who can meet and whom an issue touches. The network of acquaintances is not an
entity of its own; its shape is measured.
`,
      zh: `
组织与平台是由居民产生、又反作用于居民的集体：组织有自己的能力、资源、凝聚力、取向与公信力，平台有协商力、公信力与议程。
它们自下而上或自上而下成立，有人加入与退出，会停摆，会终结。联合活动与联合会是组织的集体。社区与楼栋是外加的：决定谁能相遇、议题波及何人。
熟人网络本身不是实体，其形态由指标测量。
`,
    },
  },
  {
    title: { en: "Observation", zh: "观察" },
    text: {
      en: `
Measures are read from state and from the log of events at the scenario's reading date, at the end of the run and, as series,
in the course of it; reading draws nothing and changes nothing. Trust is measured as the trust that a resident expects of a
random co-resident, strangers at general trust: the mean over existing ties would mix in who became acquainted. Events
(section 7) are logged with their reasons, so that the life of an issue, an organization or a platform can be told. Counts of
the study are compared with what its authors could have counted: demands brought, organizations alive or cultivated, councils
held. All measures:
`,
      zh: `
指标在情景的读取日期与模拟结束时读取，也可在过程中记录为序列；其依据是状态与事件日志，读取时既不抽取随机数也不改变任何状态。
信任以对同社区居民的平均信任来测量，不相识者取普遍信任：若只对现有关系取平均，就会混入“谁与谁相识”的影响。
事件（见第 7 节）连同原因记入日志，因此一项议题、一个组织或平台的经历都可讲述。与论文统计相比的，是作者可能统计到的量：
提出的诉求、现存或培育的组织、召开的沟通会。全部指标如下：
`,
    },
  },
];
