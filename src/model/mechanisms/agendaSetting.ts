/**
 * Submodel 7.6.4: Agenda.
 *
 * Issues of the community are ranked by
 *
 *   salience · share of residents informed · (1 - ownHands·(1 - own))
 *
 * own is 1 for what residents can do themselves: a procedure that asks for pledged hands looks to those first. A meeting
 * takes n0 + n1·skill new items, and raises again at most `again` of those shelved or put off before. Where hands must be
 * pledged, it takes what residents must do themselves only as far as the spare hands of the organizations at the table,
 * times their capability, go until the date. A team that chairs drops an item with
 *
 *   1 - exp(-f·d·a·(1 - V))
 *
 * d  share of the team's income that comes from who must act       a  contention
 * V  residents' trust in who must act
 *
 * Emergencies go by a short way, without a meeting, where the procedure has one.
 *
 * Source: the paper, 3(1)2 and 4(1)2 (the team keeps the peace for its payer), 4(3)3 (emergencies); Bachrach & Baratz
 * (1962), Two Faces of Power; form: the model's own. Order: sequential.
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
