/**
 * Submodel 7.1.2: Issues arise.
 *
 * In each community issues of every kind of the agenda (agenda.kinds) arise as a Poisson process. An issue lies in one
 * block or in the whole community and touches a share of those who live there; effort, cost, contention and salience
 * scatter around those of its kind. An issue that touches nobody is dropped. At most eight issues arise in a community
 * and week.
 *
 *   n_k ~ Poisson(12/52 · r_k · M/1000 · (1 + z_k · 2^(-(t - h)/H)))
 *   x = x_k · (1 + scatter · (2u - 1))
 *
 * n_k      issues of kind k that arise this week
 * r_k      rate of the kind (perThousandMonthly)  issues a month per 1,000 residents
 * M        residents who live in the community  residents
 * z_k      surge of the kind: times the rate that is added at handover; none before  times
 * t, h     this week, and the week of handover  weeks
 * H        half-life of the surge (agenda.surgeHalfLife)  weeks
 * x, x_k   effort, cost, contention or salience of the issue, and of its kind; the last two kept in [0, 1]
 * scatter  scatter of issues (scatter)  [0, 1]
 * u        a uniform draw  [0, 1]
 *
 * Source: kinds and surge from the paper, 3(1)2. Departures: the paper counts demands and gives no rates; a Poisson
 * process and its scatter are assumptions, the plainest in which single issues do not wait for one another. Order:
 * simultaneous.
 */
/**
 * 子模型 7.1.2：议题出现。
 *
 * 在每个社区，议程中的各类议题（agenda.kinds）按泊松过程出现。一项议题发生在某一楼栋或整个社区，波及其中一定比例的已入
 * 住居民；其工作量、成本、争议程度与关注度在该类议题取值附近上下浮动。未波及任何人的议题不计。每个社区每周至多出现八项
 * 议题。
 *
 *   n_k ~ Poisson(12/52 · r_k · M/1000 · (1 + z_k · 2^(-(t - h)/H)))
 *   x = x_k · (1 + scatter · (2u - 1))
 *
 * n_k      本周出现的 k 类议题数
 * r_k      该类议题的出现率（perThousandMonthly）  项／月·千人
 * M        社区内已入住的居民数  人
 * z_k      该类议题的高峰：交房时在出现率之上增加的倍数，交房前为零  倍
 * t, h     本周，交房周  周
 * H        高峰的半衰期（agenda.surgeHalfLife）  周
 * x, x_k   该议题与该类议题的工作量、成本、争议程度或关注度；后两者限于 [0, 1]
 * scatter  议题差异（scatter）  [0, 1]
 * u        均匀随机数  [0, 1]
 *
 * 来源：议题类型与交房后的集中涌现见论文三（一）2。与原文献的差异：论文只有诉求总数而无出现率；泊松过程及上下浮动均为假
 * 设，这是各议题互不等待的最简形式。次序：同时更新。
 */
import { clamp, exp, power } from "../../kernel/math.ts";
import { below, identityOf, uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { codeOf, ROLES } from "../vocabulary.ts";

const MOST = 8;

/** The number that a Poisson variable of mean `rate` takes at the share u of its distribution. */
export function poisson(rate: number, u: number): number {
  let term = exp(-rate);
  let sum = term;
  let n = 0;
  while (u > sum && n < MOST) {
    n++;
    term *= rate / n;
    sum += term;
  }
  return n;
}

export const issueArrival = defineMechanism({
  name: "issueArrival",
  submodel: "7.1.2",
  title: { en: "Issues arise", zh: "议题出现" },
  summary: {
    en: "Common problems and wishes arise from living together; they surge after handover.",
    zh: "公共问题与愿望在共同生活中产生，交房后集中涌现。",
  },
  source: "Cao, Wan & Zeng (2019), 3(1)2; process and scatter: assumption",
  order: "simultaneous",
  parameters: {
    scatter: parameter(
      0.5,
      [0, 1],
      "share of the kind's value",
      "assumption",
      ["scatter of issues", "议题差异"],
      ["how far an issue's cost and effort lie from its kind's", "同类议题之间成本与工作量的差异"],
    ),
  },
  writes: [
    "issues.community",
    "issues.block",
    "issues.kind",
    "issues.identity",
    "issues.responsible",
    "issues.effort",
    "issues.cost",
    "issues.contention",
    "issues.salience",
    "issues.emergency",
    "issues.vote",
    "issues.arisen",
    "issues.stateSince",
    "issues.touched",
  ],
  creates: ["issues", "touches"],
  events: {
    arisen: {
      subject: "issues",
      other: "communities",
      value: "kind of the agenda",
      text: { en: "{subject} arises", zh: "{subject}出现" },
    },
  },
  bind({ world, values, context, clock, key, log }) {
    const { communities, blocks, residents, issues, touches } = world;
    const handover = clock.tick(context.start.handover);
    const { kinds, surgeHalfLife } = context.agenda;
    const roles = kinds.map((k) => codeOf(ROLES, k.responsible));
    const [many, where, whom, scatterKey] = [key("many"), key("where"), key("whom"), key("scatter")];
    const arisen = log("arisen");

    function touch(issue: number, first: number, last: number, share: number): number {
      let touched = 0;
      const id = issues.at.identity[issue]!;
      for (let i = first; i < last; i++) {
        if (residents.at.presence[i] !== 2 || uniform(whom, id, i) >= share) continue;
        touches.link(issue, i);
        touched++;
      }
      return touched;
    }

    function bear(c: number, k: number, tick: number, sequence: number): void {
      const kind = kinds[k]!;
      const at = issues.at;
      const issue = issues.add();
      const id = identityOf(c * 64 + k, tick, sequence);
      const spread = (n: number) => 1 + values.scatter * (2 * uniform(scatterKey, n, id) - 1);
      const firstBlock = residents.at.block[communities.at.firstResident[c]!]!;
      const lastBlock = residents.at.block[communities.at.lastResident[c]! - 1]!;
      const block = kind.scope === "block" ? firstBlock + below(lastBlock - firstBlock + 1, where, tick, id) : -1;
      at.community[issue] = c;
      at.block[issue] = block;
      at.kind[issue] = k;
      at.identity[issue] = id;
      at.responsible[issue] = roles[k]!;
      at.effort[issue] = kind.effort * spread(0);
      at.cost[issue] = kind.cost * spread(1);
      at.contention[issue] = clamp(kind.contention * spread(2), 0, 1);
      at.salience[issue] = clamp(kind.salience * spread(3), 0, 1);
      at.emergency[issue] = kind.emergency ? 1 : 0;
      at.vote[issue] = kind.vote ? 1 : 0;
      at.arisen[issue] = tick;
      at.stateSince[issue] = tick;
      const place = block < 0 ? communities.at : blocks.at;
      const row = block < 0 ? c : block;
      at.touched[issue] = touch(issue, place.firstResident[row]!, place.lastResident[row]!, kind.share);
      if (at.touched[issue]! === 0) issues.remove(issue);
      else arisen(issue, { other: c, value: k });
    }

    return (tick) => {
      const surge = tick < handover ? 0 : power(2, -(tick - handover) / surgeHalfLife);
      for (let c = 0; c < communities.rows; c++) {
        let room = MOST;
        for (let k = 0; k < kinds.length && room > 0; k++) {
          const kind = kinds[k]!;
          const monthly = (kind.perThousandMonthly * communities.at.movedIn[c]!) / 1000;
          const rate = ((monthly * 12) / 52) * (1 + kind.surge * surge);
          const n = Math.min(room, poisson(rate, uniform(many, tick, c, k)));
          for (let s = 0; s < n; s++) bear(c, k, tick, s);
          room -= n;
        }
      }
    };
  },
});
