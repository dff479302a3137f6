/**
 * Submodel 7.8.2: Belonging.
 *
 * The sense of community has a slow part, which grows over years with tenure and over months with membership and
 * trusted acquaintances, and a fast part, which events and meetings lift, open issues weigh down and weeks wear away. A
 * resident who is fed up cannot be much more so. Only issues in which a role must act weigh down. The slow part is
 * taken stock of every fourth week, by a quarter of residents a week.
 *
 *   slow ← slow + 4·v·(w_t·y/(y + 10) + w_m·M + w_c·min(1, Σt/10) - slow)
 *   fast ← φ·fast + event·E + meeting·n - Σ_issues w_d·salience·min(1, 1 + fast/bottom)
 *   belonging = min(1, max(0, slow + fast))
 *
 * y              years lived here  years
 * M              1 if the resident belongs to an organization, else 0
 * Σt             trust in acquaintances, summed: ten fully trusted ones count full
 * E, n           event (0 or 1) and meetings of one's organizations that one came to this week
 * φ              share of the fast part left after a week; after a month it is retention  [0, 1]
 * v              speed of the slow part (speed)  share a week
 * w_t, w_m, w_c  from tenure, membership, acquaintances (tenure, membership, connection)  belonging
 * event          lift by an event (event)  belonging
 * meeting        lift by a meeting (meeting)  belonging
 * w_d            weight of open issues (disappointment)  belonging a week
 * salience       weight of each open issue that touches the resident  [0, 1]
 * bottom         bottom of moods (bottom)  belonging
 *
 * Source: McMillan & Chavis (1986), Sense of Community (membership, influence, needs met, connection); tenure: Sampson
 * (1988), Local Friendship Ties and Community Attachment. Departures: influence and needs met stand in the fast part,
 * because the paper tells that belonging was built quickly and worn away as issues dragged on; weights are assumptions.
 * Order: simultaneous.
 */
/**
 * 子模型 7.8.2：归属感。
 *
 * 归属感由两部分构成：稳定成分随居住年限逐年增长，随组织参与和可信任的熟人在数月内增长；波动成分由活动与聚会提升，被悬
 * 而未决的问题拉低，并在数周内消退。已经心灰意冷的居民，不会再低落多少。只有应由机构解决的问题才造成损耗。稳定成分每四
 * 周盘点一次，每周轮到四分之一的居民。
 *
 *   slow ← slow + 4·v·(w_t·y/(y + 10) + w_m·M + w_c·min(1, Σt/10) - slow)
 *   fast ← φ·fast + event·E + meeting·n - Σ_issues w_d·salience·min(1, 1 + fast/bottom)
 *   belonging = min(1, max(0, slow + fast))
 *
 * y              居住年数  年
 * M              加入了组织为 1，否则为 0
 * Σt             对熟人的信任之和：十位完全信任的熟人计为满分
 * E, n           本周参加的社区活动（0 或 1）与所在组织的活动次数
 * φ              一周后剩余的波动成分比例；一个月后为 retention  [0, 1]
 * v              稳定成分的变化速度（speed）  比例／周
 * w_t, w_m, w_c  来自居住年限、组织参与、邻里关系（tenure、membership、connection）  归属感
 * event          活动的提升（event）  归属感
 * meeting        组织活动的提升（meeting）  归属感
 * w_d            悬而未决问题的损耗（disappointment）  归属感／周
 * salience       影响该居民的每项未决议题的关注度  [0, 1]
 * bottom         情绪的下限（bottom）  归属感
 *
 * 来源：McMillan & Chavis (1986)，社区感（成员身份、影响力、需要的满足、情感联结）；居住年限：Sampson (1988)，地方友谊
 * 与社区依恋。与原文献的差异：影响力与需要的满足归入波动成分，因为论文指出归属感建立得快，又在问题拖延中被消解；各项权
 * 重均为假设。次序：同时更新。
 */
import { shareOf } from "../../kernel/clock.ts";
import { clamp, weeklyRetention } from "../../kernel/math.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { RESIDENTS_ACT, STATE } from "../vocabulary.ts";

const EVERY = 4;
const weight = (value: number, en: string, zh: string) =>
  parameter(
    value,
    [0, 1],
    "belonging",
    "McMillan & Chavis (1986); value: assumption",
    [en, zh],
    ["part of lasting belonging", "归属感的稳定成分"],
  );

export const belonging = defineMechanism({
  name: "belonging",
  submodel: "7.8.2",
  title: { en: "Belonging", zh: "归属感" },
  summary: {
    en: "Belonging grows slowly with tenure, membership and ties, and quickly rises and falls with events and disappointments.",
    zh: "归属感随居住年限、组织参与和邻里关系缓慢增长，又随活动与失望快速起落。",
  },
  source:
    "McMillan & Chavis (1986), Journal of Community Psychology 14(1); Sampson (1988), American Sociological Review 53(5)",
  order: "simultaneous",
  parameters: {
    speed: parameter(
      0.02,
      [0.001, 0.2],
      "share of the gap a week",
      "assumption",
      ["speed of the slow part", "稳定成分的变化速度"],
      ["months to years", "以月、年计"],
    ),
    tenure: weight(0.4, "from tenure", "来自居住年限"),
    membership: weight(0.2, "from membership", "来自组织参与"),
    connection: weight(0.4, "from acquaintances", "来自邻里关系"),
    retention: parameter(
      0.8,
      [0.3, 0.99],
      "share left after a month",
      "assumption",
      ["memory of moods", "情绪的持续"],
      ["of the fast part", "快速成分"],
    ),
    event: parameter(
      0.08,
      [0, 0.5],
      "belonging",
      "assumption",
      ["lift by an event", "活动的提升"],
      ["of one who came", "参加者"],
    ),
    meeting: parameter(
      0.01,
      [0, 0.2],
      "belonging",
      "assumption",
      ["lift by a meeting", "组织活动的提升"],
      ["of one's organization", "参加所在组织活动"],
    ),
    bottom: parameter(
      0.3,
      [0.05, 1],
      "belonging",
      "assumption",
      ["bottom of moods", "情绪的下限"],
      ["how far open issues weigh down at most", "悬而未决的问题最多能损耗的归属感"],
    ),
    disappointment: parameter(
      0.006,
      [0, 0.2],
      "belonging a week",
      "assumption",
      ["weight of open issues", "悬而未决问题的损耗"],
      ["of one open salient issue", "一个受关注的未决问题"],
    ),
  },
  writes: ["residents.belongingSlow", "residents.belongingFast", "residents.belonging"],
  bind({ world, values }) {
    const { residents, ties, memberships, issues, touches } = world;
    const r = residents.at;
    const phi = weeklyRetention(values.retention);

    function connection(i: number): number {
      const { data, stride, offset, slots, start, degree } = ties;
      let sum = 0;
      for (let k = 0; k < degree[i]!; k++) sum += data[slots[start[i]! + k]! * stride + offset.trust!]!;
      return Math.min(1, sum / 10);
    }

    function weighIssues(): void {
      for (let t = 0; t < touches.rows; t++) {
        const issue = touches.at.a[t]!;
        if (
          !touches.alive[t] ||
          issues.at.state[issue] === STATE.resolved ||
          issues.at.responsible[issue] === RESIDENTS_ACT
        )
          continue;
        const i = touches.at.b[t]!;
        const left = Math.max(0, 1 + r.belongingFast[i]! / values.bottom);
        r.belongingFast[i]! -= values.disappointment * issues.at.salience[issue]! * Math.min(1, left);
      }
    }

    return (tick) => {
      for (let i = 0; i < residents.rows; i++)
        r.belongingFast[i] = r.belongingFast[i]! * phi + (r.atEvent[i] === tick ? values.event : 0);
      for (let m = 0; m < memberships.rows; m++) {
        if (memberships.alive[m] && memberships.at.attended[m] === tick)
          r.belongingFast[memberships.at.a[m]!]! += values.meeting;
      }
      weighIssues();
      const [from, until] = shareOf(residents.rows, tick, EVERY);
      for (let i = 0; i < residents.rows; i++) {
        if (r.presence[i] === 0) continue;
        r.belongingFast[i] = clamp(r.belongingFast[i]!, -1, 1);
        if (i >= from && i < until) {
          const years = r.tenure[i]! + Math.max(0, tick - r.moveIn[i]!) / 52;
          const target =
            (values.tenure * years) / (years + 10) +
            values.membership * Math.min(1, r.memberOf[i]!) +
            values.connection * connection(i);
          r.belongingSlow[i] = r.belongingSlow[i]! + Math.min(1, EVERY * values.speed) * (target - r.belongingSlow[i]!);
        }
        r.belonging[i] = clamp(r.belongingSlow[i]! + r.belongingFast[i]!, 0, 1);
      }
    };
  },
});
