/**
 * Submodel 7.6.4: Agenda.
 *
 * Issues of the community are ranked by salience and by how many know of them; a procedure that asks for pledged hands
 * looks first to what residents can do themselves. A meeting takes new items up to a number that rises with skill, and
 * raises again some (again) of those that it shelved; what was on the table comes back after eight weeks at the
 * earliest. Where hands must be pledged, it takes what residents must do themselves only as far as the spare hands of
 * the organizations at the table, times their capability, go until the date. A team that chairs keeps off what hurts
 * its payer. Emergencies go by a short way, two a week and without a meeting, where the procedure has one
 * (procedure.shortWay).
 *
 *   rank = salience · min(1, (1 + n + 2·d)/(2 + N/4)) · (1 - ψ·(1 - own))
 *   new items = floor(n0 + n1·skill)      P(dropped) = 1 - exp(-f·D·a·(1 - V))
 *
 * salience  weight of the issue in residents' minds  [0, 1]
 * n, d, N   residents who complained alone, delegates and residents whom it touches  residents
 * ψ         hands that must be pledged before a decision (procedure.ownHands)  [0, 1]
 * own       1 if residents themselves must act, else 0
 * n0, n1    new items a meeting, items added by skill (items, skilled)  items
 * skill     deliberating capability of the platform  [0, 1]
 * f         filter by a dependent team (filter)  weight
 * D         share of the team's income that comes from who must act: 1 - team.independence for team.payer, else 0  [0, 1]
 * a         contention of the issue  [0, 1]
 * V         residents' mean trust in who must act  [0, 1]
 *
 * Source: the paper, 3(1)2 and 4(1)2 (the team keeps the peace for its payer), 4(3)3 (emergencies); Bachrach & Baratz
 * (1962), Two Faces of Power. Departures: Bachrach and Baratz tell that issues are kept off an agenda and not how
 * often; the form is the model's own: none is kept off by an independent team, of an issue without conflict, or where
 * who must act is trusted. Order: sequential, by platform.
 */
/**
 * 子模型 7.6.4：议程设置。
 *
 * 社区议题按关注度与知情人数排序；若议事规程要求事先落实人手，则优先考虑居民自己能办的事。每次会议接纳的新议题数随协商
 * 力增加，并重提部分（again）曾被搁置的议题；上过会的议题至少八周后才会再次上会。凡须落实人手的，居民自办的议题以在座组
 * 织的空余人手乘以执行力、至到期日所能完成者为限。由团队主持时，对出资方不利的议题会被挡下。若规程设有简易程序
 * （procedure.shortWay），突发事项每周至多两项，可不经会议直接受理。
 *
 *   rank = salience · min(1, (1 + n + 2·d)/(2 + N/4)) · (1 - ψ·(1 - own))
 *   新议题数 = floor(n0 + n1·skill)      P(挡下) = 1 - exp(-f·D·a·(1 - V))
 *
 * salience  议题在居民心中的分量  [0, 1]
 * n, d, N   单独反映过的居民数，受影响的代表数，受影响的居民数  人
 * ψ         议定前须落实的人手比例（procedure.ownHands）  [0, 1]
 * own       应由居民自己行动为 1，否则为 0
 * n0, n1    每次新议题数，能力增加的议题数（items、skilled）  项
 * skill     平台的协商力  [0, 1]
 * f         依附性团队的过滤（filter）  权重
 * D         团队收入中来自责任方的比例：对 team.payer 为 1 - team.independence，对其他为零  [0, 1]
 * a         议题的争议程度  [0, 1]
 * V         居民对责任方的平均信任  [0, 1]
 *
 * 来源：论文三（一）2与四（一）2（团队顾及出资方，尽量维持平和），四（三）3（突发事项）；Bachrach & Baratz (1962)，权力
 * 的两副面孔。与原文献的差异：Bachrach 与 Baratz 指出议题会被挡在议程之外，未说明多少；函数形式为本模型自拟：团队独立、
 * 议题无冲突、或责任方受信任时，均不会被挡下。次序：依次更新，逐个平台。
 */
import { Groups } from "../../kernel/order.ts";
import { uniform } from "../../kernel/random.ts";
import { curbOf } from "../authority.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { capability, organizationsAt, spareHands } from "../membership.ts";
import { RESIDENTS_ACT, STATE } from "../vocabulary.ts";

const AGAIN_AFTER = 8;

export const agendaSetting = defineMechanism({
  name: "agendaSetting",
  submodel: "7.6.4",
  title: { en: "Agenda", zh: "议程设置" },
  summary: { en: "What comes to the table, and what the team keeps off it.", zh: "哪些议题上会，哪些被团队挡下。" },
  source:
    "Cao, Wan & Zeng (2019), 3(1)2, 4(1)2, 4(3)3; Bachrach & Baratz (1962), American Political Science Review 56(4)",
  order: "sequential",
  parameters: {
    items: parameter(
      3,
      [2, 4],
      "items",
      "assumption",
      ["new items a meeting", "每次新议题数"],
      ["without skill", "无协商能力时"],
    ),
    skilled: parameter(
      3,
      [2, 6],
      "items",
      "assumption",
      ["items added by skill", "能力增加的议题数"],
      ["at full deliberating skill", "协商能力最高时"],
    ),
    again: parameter(
      2,
      [0, 6],
      "items",
      "assumption",
      ["items raised again", "重提议题数"],
      ["a meeting, of those shelved before", "每次会议重提的搁置议题"],
    ),
    filter: parameter(
      1,
      [0, 3],
      "weight",
      "assumption",
      ["filter by a dependent team", "依附性团队的过滤"],
      ["how strongly a paid team keeps the peace", "受出资方资助的团队回避争议议题的力度"],
    ),
  },
  writes: [
    "issues.state",
    "issues.stateSince",
    "issues.platform",
    "issues.brought",
    "issues.tabled",
    "platforms.curbed",
  ],
  events: {
    brought: {
      subject: "issues",
      other: "platforms",
      value: "kind of the agenda",
      text: { en: "{subject} is brought to {other}", zh: "{subject}提交{other}" },
    },
    dropped: {
      subject: "issues",
      other: "platforms",
      text: { en: "{subject} is kept off the agenda of {other}: {reason}", zh: "{subject}未列入{other}议程：{reason}" },
      reasons: { keepsPeace: { en: "the team keeps the peace with its payer", zh: "团队顾及出资方，维持平静" } },
    },
  },
  bind({ world, values, context, key, log }) {
    const { platforms, issues, touches, residents, communities } = world;
    const here = new Groups();
    const { ownHands, shortWay, dueWeeks } = context.procedure;
    const curb = curbOf(world, context, values.filter);
    const drop = key("drop");
    const [brought, dropped] = [log("brought"), log("dropped")];

    /** Salience, times the share of those touched who spoke of it or sit at the table, times what the procedure looks to. */
    function rank(issue: number): number {
      let known = 1 + issues.at.complaints[issue]!;
      for (let t = touches.firstA[issue]!; t >= 0; t = touches.at.nextA[t]!) {
        if (residents.at.seats[touches.at.b[t]!]! > 0) known += 2;
      }
      const informed = Math.min(1, known / (2 + 0.25 * issues.at.touched[issue]!));
      const own = issues.at.responsible[issue] === RESIDENTS_ACT ? 1 : 0;
      return issues.at.salience[issue]! * informed * (1 - ownHands * (1 - own));
    }

    function table(issue: number, p: number, tick: number): boolean {
      const at = issues.at;
      at.tabled[issue] = tick;
      const off = uniform(drop, tick, at.identity[issue]!) < curb(issue, p);
      platforms.at.curbed[p] = 0.9 * platforms.at.curbed[p]! + (off ? 0.1 : 0);
      if (off) {
        at.tabled[issue] = tick - 1; // not under discussion, but not proposed again at once
        dropped(issue, { other: p, reason: "keepsPeace" });
        return false;
      }
      if (at.brought[issue]! < 0) {
        at.brought[issue] = tick;
        brought(issue, { other: p, value: at.kind[issue]! });
      }
      at.state[issue] = STATE.brought;
      at.stateSince[issue] = tick;
      at.platform[issue] = p;
      return true;
    }

    /** Hours of effective work that the organizations at the table have to spare until a decision made now is due. */
    function handsAtTable(p: number): number {
      if (ownHands === 0) return Number.POSITIVE_INFINITY;
      let hours = 0;
      for (const o of organizationsAt(world, p)) {
        hours += spareHands(world, o) * capability(world.organizations.at.executing[o]!);
      }
      return hours * dueWeeks;
    }

    /** Tables the first `most` of a list, in order of rank, that fit the hands; returns the hands that are left. */
    function take(p: number, tick: number, list: number[], most: number, hands: number): number {
      const ranks = new Map(list.map((issue) => [issue, rank(issue)]));
      list.sort((a, b) => ranks.get(b)! - ranks.get(a)! || issues.serial[a]! - issues.serial[b]!);
      let left = hands;
      let room = most;
      for (const issue of list) {
        if (room === 0) break;
        const work = issues.at.responsible[issue] === RESIDENTS_ACT ? ownHands * issues.at.effort[issue]! : 0;
        if (work > left) continue;
        room--;
        if (table(issue, p, tick)) left -= work;
      }
      return left;
    }

    function candidates(p: number, tick: number): { fresh: number[]; again: number[]; urgent: number[] } {
      const at = issues.at;
      const found = { fresh: [] as number[], again: [] as number[], urgent: [] as number[] };
      const c = platforms.at.community[p]!;
      for (let k = here.start[c]!; k < here.start[c + 1]!; k++) {
        const issue = here.rows[k]!;
        if (tick - at.tabled[issue]! < AGAIN_AFTER) continue;
        if (at.state[issue] === STATE.arisen)
          (at.emergency[issue] && shortWay ? found.urgent : found.fresh).push(issue);
        else if (at.state[issue] === STATE.shelved && at.platform[issue] === p) found.again.push(issue);
      }
      return found;
    }

    return (tick) => {
      here.gather(issues, issues.at.community, communities.rows);
      for (let p = 0; p < platforms.rows; p++) {
        if (!platforms.alive[p] || !platforms.at.alive[p]) continue;
        const meets = platforms.at.meets[p] === 1;
        if (!meets && !shortWay) continue;
        const { fresh, again, urgent } = candidates(p, tick);
        let hands = take(p, tick, urgent, 2, handsAtTable(p));
        if (!meets) continue;
        hands = take(p, tick, fresh, Math.floor(values.items + values.skilled * platforms.at.skill[p]!), hands);
        take(p, tick, again, Math.floor(values.again), hands);
      }
    };
  },
});
