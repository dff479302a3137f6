/** The paper's two figures, redrawn after its text: their images are not part of it. */
import type { Text } from "../../model/vocabulary.ts";

/** A box of a picture, which leads to the lever that stands for it in the model. */
export interface Part {
  readonly name: Text;
  readonly detail: Text;
  readonly lever: string;
}

/** A step on the way down, and what acts on it from the side. */
export interface Step {
  readonly main: Part;
  /** Who sits around it. */
  readonly seats?: readonly Part[];
  readonly beside: readonly Part[];
  /** What is beside does not reach it. */
  readonly apart?: boolean;
  /** What goes down to the next step. */
  readonly passes?: Text;
}

export interface Figure {
  readonly title: Text;
  readonly after: Text;
  readonly steps: readonly Step[];
}

const part = (lever: string, name: readonly [string, string], detail: readonly [string, string]): Part => ({
  lever,
  name: { en: name[0], zh: name[1] },
  detail: { en: detail[0], zh: detail[1] },
});

/** Section 3(1)2. */
export const COUNCIL_FIGURE: Figure = {
  title: { en: "Figure 1. The council of JT estate", zh: "图1 JT小区社区协商平台示意图" },
  after: { en: "Redrawn after the paper's text, section 3(1)2", zh: "据论文第三部分（一）2的文字重绘" },
  steps: [
    {
      main: part(
        "start.newcomers",
        ["Residents, by building", "各楼栋居民"],
        ["Many come from elsewhere; few trust ties yet", "外来人口占比较大，信任与互惠网络尚浅"],
      ),
      beside: [
        part(
          "team.exchange",
          ["Six other organizations", "其他六个自组织"],
          ["Not brought together: each seeks rooms and means alone", "未能串联，场地与资源各自设法"],
        ),
      ],
      apart: true,
      passes: { en: "problems of each building", zh: "各楼栋收集的问题" },
    },
    {
      main: part(
        "founding.groups",
        ["Service corps", "服务团"],
        ["Internal meeting on the first Saturday of the month", "每月第一个周六下午内部例会，拟定事项"],
      ),
      beside: [
        part(
          "founding.steering",
          ["X team", "X社区营造团队"],
          ["Founded and guided the corps", "指导成立服务团，能人听从其引导"],
        ),
      ],
      passes: { en: "items drawn up", zh: "拟定的各类事项" },
    },
    {
      main: part(
        "founding.council",
        ["Council of mutual trust", "互信共建沟通会"],
        ["At the end of each month, from July 2017", "2017年7月起，每月底召开"],
      ),
      seats: [
        part(
          "procedure.turns",
          ["X team", "X社区营造团队"],
          ["Robert's Rules; keeps agenda and order", "罗伯特议事规则，维护议程与秩序"],
        ),
        part("timing.council", ["Service corps", "服务团"], ["Speaks for residents, early", "代表居民，过早承担协商"]),
        part("team.independence", ["Developer", "开发商"], ["Pays the X team", "X社区营造团队的出资方"]),
        part("agenda", ["Property company", "物业公司"], ["Must act on most items", "多数事项须由其办理"]),
        part(
          "support.committeeFrom",
          ["Residents' committee", "居委会筹建组"],
          ["In preparation; sits in", "尚在筹建，列席会议"],
        ),
        part("procedure.delegates", ["Some residents", "部分居民"], ["Take part", "参加会议"]),
      ],
      beside: [],
      passes: { en: "first consensus", zh: "初步共识" },
    },
    {
      main: part(
        "support.oversight",
        ["Most decisions have no sequel", "大多数决策没有下文"],
        [
          "About a fifth of several dozen demands solved; from April 2018 the council rests",
          "几十项诉求约五分之一得到解决；2018年4月后暂时停摆",
        ],
      ),
      beside: [
        part(
          "support.ownersCommittee",
          ["Owners' committee", "业主委员会"],
          ["Not yet possible: “wait until it can vote”", "尚无法成立：“等成立之后再投票表决”"],
        ),
      ],
      apart: true,
    },
  ],
};

/** Section 3(2). */
export const CULTIVATION_FIGURE: Figure = {
  title: { en: "Figure 2. Community building in D street", zh: "图2 D街道社区营造模式示意图" },
  after: { en: "Redrawn after the paper's text, section 3(2)", zh: "据论文第三部分（二）的文字重绘" },
  steps: [
    {
      main: part(
        "team.eventsMonthly",
        ["Capable people", "社区能人"],
        ["Found among residents of the hutong", "在胡同居民中挖掘"],
      ),
      beside: [
        part(
          "team.payer",
          ["Sub-district office", "街道（基层政府）"],
          ["Invites the T team", "邀请T社区营造团队进入社区"],
        ),
      ],
      passes: { en: "start from interests and problems at hand", zh: "从兴趣和身边的问题开始" },
    },
    {
      main: part(
        "timing.coachingFrom",
        ["Thirty organizations", "30个社区自组织"],
        ["From amusement to service to public affairs", "由自娱自乐到服务邻里，再到公共事务"],
      ),
      beside: [
        part("team.effort", ["T team", "T社区营造团队"], ["Accompanies them for years", "长期陪伴、培育与辅导"]),
        part(
          "timing.grants",
          ["Micro-grants", "微公益创投"],
          ["Three rounds, then livelihood", "三届创投，第四届为民生项目"],
        ),
      ],
      passes: { en: "short of hands, money, rooms", zh: "人手不够、经费不足、场地难协调" },
    },
    {
      main: part(
        "team.exchange",
        ["Exchange between organizations", "自组织交流讨论会"],
        ["Twice a month from the end of 2017", "2017年末起半月一次"],
      ),
      beside: [part("support.rooms", ["Committee and station", "社区两委一站"], ["Rooms and goods", "场地、物资支持"])],
      passes: { en: "a joint application", zh: "联合申报项目" },
    },
    {
      main: part(
        "support.money",
        ["One large activity together", "大规模联合活动"],
        ["Core group: people, money, programme", "联合活动核心组：人员分工、经费统筹、程序安排"],
      ),
      beside: [part("timing.coachingUntil", ["T team", "T社区营造团队"], ["Coaches the four", "辅导四个自组织"])],
      passes: { en: "success", zh: "圆满举办" },
    },
    {
      main: part(
        "procedure.everyWeeks",
        ["Federation of XHY community", "XHY社区自组织联合会"],
        ["Share, report, answer, plan", "分享、汇报、答疑、规划"],
      ),
      seats: [
        part("start.needs", ["Art troupe", "TZ艺术团"], ["Turns to the old", "关注老党员与老年人"]),
        part("start.needs", ["Women's fitness team", "YH女子健身队"], ["Dances with the disabled", "教残疾居民健身舞"]),
        part(
          "start.organizations",
          ["Elder-care team", "XHY助老队"],
          ["Rules learnt from ST's team", "借鉴ST助老队的规则"],
        ),
        part("agenda", ["Dog-keeping club", "XHY养犬俱乐部"], ["Eases quarrels over dogs", "缓解养犬矛盾"]),
        part("support.oversight", ["Committee and station", "社区两委一站"], ["Supports and oversees", "支持并监督"]),
        part("team.independence", ["T team", "T社区营造团队"], ["Coaches, stays independent", "培育，保持独立"]),
      ],
      beside: [],
      passes: { en: "what they decide, they can do", zh: "协商的是能够通过行动达成的内容" },
    },
    {
      main: part(
        "procedure.ownHands",
        ["Action", "实施行动"],
        ["Resources pooled, each does a part", "统筹资源，各司其职"],
      ),
      beside: [part("support.committee", ["Committee and station", "社区两委一站"], ["Gives means", "提供资源支持"])],
    },
  ],
};
