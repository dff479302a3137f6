/**
 * Submodel 7.7.3: Joint acts are resolved upon.
 *
 * Organizations of a community that have met twice within twelve weeks reckon what a large activity together would
 * gain. The set grows from the pair that met most, one by one, up to five, as long as the gain does. They try, with a
 * chance a week that a supportive committee raises by its leave, if some plan falls short, if the gain is positive, if
 * every two leaders trust each other enough and if they are turned to others enough, and if each has rested (rest)
 * since its last joint act. Each gives half of its hands; the work is 1.2 times the hours that their plans ask in a
 * week, and due in twelve weeks.
 *
 *   G = (n - 1)·F + Σ_d min(Σ_o shortage_od, Σ_o surplus_od) + grant - c·n·(n - 1)·(1 - T)/2
 *   they try: P = chance·(0.3 + B0) if G > 0, some shortage > 0, T >= τ, mean O >= O0
 *
 * G                        reckoned gain  plans
 * n                        organizations in the set  organizations
 * F                        gain in common (common)  plans a partner
 * shortage_od, surplus_od  what organization o lacks or has over of means d (hands, money, rooms)  share of its plan
 * grant                    joint grant (grant), in the half year after a round on public issues; else 0  plans
 * c                        cost of coordination (coordination)  plans a pair
 * T                        lowest trust between leaders  [0, 1]
 * chance                   chance of trying (chance)  chance a week
 * B0                       readiness of the committee (support.committee), once it is at work  [0, 1]
 * τ                        trust to act together (trust)  [0, 1]
 * O, O0                    orientation of a partner, and least mean (orientation)
 *
 * Source: the paper, 3(2)2; Gulati (1995) on trust between organizations; Oliver & Marwell (1988) on jointness of
 * supply. Departures: the sources tell what favors alliance and give no reckoning; the form is the model's own, after
 * the paper's four organizations, which found themselves short of hands, money and rooms. Order: sequential, by
 * community.
 */
/**
 * 子模型 7.7.3：联合活动的发起。
 *
 * 同一社区内十二周之内交流过两次的组织，会估算合办一次大型活动的收益。联合从交流最多的一对开始，逐个扩大，至多五个，只
 * 要收益继续上升。若有计划短缺、收益为正、任意两位负责人足够互信、各组织足够面向他人，且距各自上一次联合活动已满间隔
 * （rest），它们每周以一定概率尝试；给予支持的居委会以许可提高这一概率。各组织投入一半人手；工作量为各自计划每周所需工
 * 时之和的 1.2 倍，须在十二周内完成。
 *
 *   G = (n - 1)·F + Σ_d min(Σ_o shortage_od, Σ_o surplus_od) + grant - c·n·(n - 1)·(1 - T)/2
 *   尝试：P = chance·(0.3 + B0) 当 G > 0, 某项 shortage > 0, T >= τ, O 的均值 >= O0
 *
 * G                        估算的收益  份活动计划
 * n                        参与联合的组织数  个
 * F                        共同收益（common）  份活动计划／每个伙伴
 * shortage_od, surplus_od  组织 o 在资源 d（人手、经费、场地）上的短缺或富余  占其计划的比例
 * grant                    联合申报资助（grant），限公共议题轮次后半年内，否则为零  份活动计划
 * c                        协调成本（coordination）  份活动计划／每对组织
 * T                        负责人之间最低的信任  [0, 1]
 * chance                   尝试概率（chance）  每周概率
 * B0                       居委会支持力度（support.committee），自其开始工作起  [0, 1]
 * τ                        合办所需信任（trust）  [0, 1]
 * O, O0                    伙伴的取向，及其最低平均值（orientation）
 *
 * 来源：论文三（二）2；组织间信任：Gulati (1995)；供给的连带性：Oliver & Marwell (1988)。与原文献的差异：文献指出何者有
 * 利于联合，未给出算法；函数形式为本模型自拟，依据论文中四个组织发现人手、经费与场地均不足而联合。次序：依次更新，逐个
 * 社区。
 */
import { Groups } from "../../kernel/order.ts";
import { identityOf, uniform } from "../../kernel/random.ts";
import { committeeAt } from "../authority.ts";
import { defineMechanism, parameter } from "../mechanism.ts";

const WINDOW = 12;
const LARGEST = 5;
const PUBLIC_ROUND = 26;

/** What scarce means gain when shortages of some meet surpluses of others, for one kind of means. */
export function pooled(shortage: number, surplus: number): number {
  return Math.min(shortage, surplus);
}

export const jointActs = defineMechanism({
  name: "jointActs",
  submodel: "7.7.3",
  title: { en: "Joint acts", zh: "联合活动" },
  summary: {
    en: "Organizations short of means, who know and trust one another, act together.",
    zh: "资源不足而彼此了解、信任的组织合办活动。",
  },
  source:
    "Cao, Wan & Zeng (2019), 3(2)2; Gulati (1995), Academy of Management Journal 38(1); Oliver & Marwell (1988), American Sociological Review 53(1)",
  order: "sequential",
  parameters: {
    common: parameter(
      0.12,
      [0, 0.5],
      "plans",
      "assumption",
      ["gain in common", "共同收益"],
      ["audience and standing, a partner", "每增加一个伙伴带来的观众与声誉"],
    ),
    coordination: parameter(
      0.1,
      [0.02, 0.2],
      "plans a pair",
      "assumption",
      ["cost of coordination", "协调成本"],
      ["a pair without trust", "每对互不信任者"],
    ),
    grant: parameter(
      0.5,
      [0, 2],
      "plans",
      "assumption",
      ["joint grant", "联合申报资助"],
      ["while a public round is open", "民生项目轮次期间"],
    ),
    trust: parameter(
      0.44,
      [0.4, 0.6],
      "probability",
      "assumption",
      ["trust to act together", "合办所需信任"],
      ["lowest trust between leaders", "负责人之间的最低信任"],
    ),
    chance: parameter(
      0.3,
      [0, 1],
      "chance a week",
      "assumption",
      ["chance of trying", "尝试概率"],
      ["once it pays", "合办有利时"],
    ),
    rest: parameter(
      26,
      [13, 208],
      "weeks",
      "assumption",
      ["rest between joint acts", "联合活动的间隔"],
      ["a large activity is not held every month", "大型活动不会月月举办"],
    ),
    orientation: parameter(
      1,
      [0, 2],
      "code of an orientation",
      "assumption",
      ["orientation of partners", "伙伴的取向"],
      ["least mean orientation of partners", "伙伴平均取向的下限"],
    ),
  },
  writes: [
    "jointActs.community",
    "jointActs.identity",
    "jointActs.begun",
    "jointActs.due",
    "jointActs.effort",
    "jointActs.gain",
    "jointActs.partners",
    "partners.hours",
    "organizations.lastJoint",
  ],
  creates: ["jointActs", "partners"],
  events: {
    jointBegun: {
      subject: "jointActs",
      other: "communities",
      value: "organizations",
      text: {
        en: "{value} organizations resolve on a joint act, because {reason}",
        zh: "因{reason}，{value}个组织决定合办活动",
      },
      reasons: {
        hands: { en: "they are short of hands", zh: "人手不足" },
        money: { en: "they are short of money", zh: "活动经费不足" },
        rooms: { en: "rooms are hard to get", zh: "活动场地难以协调" },
      },
    },
  },
  bind({ world, values, context, clock, key, log }) {
    const { organizations, contacts, communities, jointActs: acts, partners } = world;
    const o = organizations.at;
    const committee = committeeAt(context, clock);
    const arrives = clock.tick(context.start.teamArrives);
    const rounds = context.timing.grants.filter((g) => g.public).map((g) => arrives + g.week);
    const here = new Groups();
    const attempt = key("attempt");
    const begun = log("jointBegun");
    const reasons = ["hands", "money", "rooms"] as const;

    /** Shortage (above 0) or surplus (below) of means d, in units of the plan. */
    function lack(row: number, d: number): number {
      const have = [o.hands[row]!, o.money[row]!, o.rooms[row]!][d]!;
      const need = [o.handsNeed[row]!, o.moneyNeed[row]!, o.roomsNeed[row]!][d]!;
      return need <= 0 ? 0 : Math.max(-1, (need - have) / need);
    }

    function contactOf(a: number, b: number): number {
      const c = contacts.find(a, b);
      return c >= 0 ? c : contacts.find(b, a);
    }

    function metTwice(a: number, b: number, tick: number): boolean {
      const c = contactOf(a, b);
      return c >= 0 && contacts.at.before[c]! >= tick - WINDOW;
    }

    function lowestTrust(set: readonly number[]): number {
      let lowest = 1;
      for (const a of set)
        for (const b of set) if (a < b) lowest = Math.min(lowest, contacts.at.trust[contactOf(a, b)]!);
      return lowest;
    }

    function gain(set: readonly number[], tick: number): number {
      const size = set.length;
      let G = (size - 1) * values.common;
      for (let d = 0; d < 3; d++) {
        let shortage = 0;
        let surplus = 0;
        for (const a of set) {
          const l = lack(a, d);
          if (l > 0) shortage += l;
          else surplus -= l;
        }
        G += pooled(shortage, surplus);
      }
      if (rounds.some((week) => week <= tick && tick < week + PUBLIC_ROUND)) G += values.grant;
      return G - (values.coordination * size * (size - 1) * (1 - lowestTrust(set))) / 2;
    }

    function eligible(c: number, tick: number): number[] {
      const rows: number[] = [];
      for (let k = here.start[c]!; k < here.start[c + 1]!; k++) {
        const row = here.rows[k]!;
        if (o.leader[row]! >= 0 && o.lastMet[row]! >= 0 && tick - o.lastJoint[row]! >= values.rest) rows.push(row);
      }
      return rows;
    }

    /** Grows a set from the most familiar pair while the gain rises. */
    function coalition(c: number, tick: number): number[] {
      const rows = eligible(c, tick);
      let set: number[] = [];
      let most = -1;
      for (const a of rows) {
        for (const b of rows) {
          if (a >= b || !metTwice(a, b, tick) || contacts.at.meetings[contactOf(a, b)]! <= most) continue;
          most = contacts.at.meetings[contactOf(a, b)]!;
          set = [a, b];
        }
      }
      for (let grown = set.length > 0; grown && set.length < LARGEST; ) {
        grown = false;
        let best = gain(set, tick);
        let joined = set;
        for (const a of rows) {
          if (set.includes(a) || !set.every((b) => metTwice(a, b, tick))) continue;
          const wider = [...set, a];
          const G = gain(wider, tick);
          if (lowestTrust(wider) < values.trust || G <= best) continue;
          best = G;
          joined = wider;
          grown = true;
        }
        set = joined;
      }
      return set;
    }

    function worstShortage(set: readonly number[]): number {
      const sums = reasons.map((_, d) => set.reduce((sum, a) => sum + Math.max(0, lack(a, d)), 0));
      const worst = Math.max(...sums);
      return worst > 0 ? sums.indexOf(worst) : -1;
    }

    function begin(c: number, set: readonly number[], G: number, short: number, tick: number): void {
      const act = acts.add();
      acts.at.community[act] = c;
      acts.at.identity[act] = identityOf(o.leader[set[0]!]!, tick, 77);
      acts.at.begun[act] = tick;
      acts.at.due[act] = tick + WINDOW;
      acts.at.gain[act] = G;
      acts.at.partners[act] = set.length;
      let effort = 0;
      for (const a of set) {
        effort += 1.2 * o.handsNeed[a]!;
        partners.at.hours[partners.link(act, a)] = 0.5 * o.hands[a]!;
        o.lastJoint[a] = tick;
      }
      acts.at.effort[act] = effort;
      begun(act, { other: c, reason: reasons[short]!, value: set.length });
    }

    return (tick) => {
      here.gather(organizations, o.community, communities.rows);
      for (let c = 0; c < communities.rows; c++) {
        const u = uniform(attempt, tick, c);
        if (u >= values.chance * (0.3 + committee(tick))) continue;
        const set = coalition(c, tick);
        if (set.length < 2 || lowestTrust(set) < values.trust) continue;
        const G = gain(set, tick);
        const short = worstShortage(set);
        const meanOrientation = set.reduce((sum, a) => sum + o.orientation[a]!, 0) / set.length;
        if (G > 0 && short >= 0 && meanOrientation >= values.orientation) begin(c, set, G, short, tick);
      }
    };
  },
});
