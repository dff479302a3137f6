/**
 * Submodel 7.7.4: Joint acts are carried out.
 *
 * Each week the partners work at it. Done by its date it has succeeded: leaders trust one another more, skill grows,
 * the partners are esteemed, and their members believe more in acting (see efficacy). Else it has failed, and leaders
 * have let one another down.
 *
 *   progress ← progress + H·σ(b0 + b1·T)·(0.3 + 0.7·k)·(1 + B0)/effort
 *   success: r ← r + evidence, K_e ← K_e + 0.2, K_o ← K_o + 0.1, S ← S + 0.2·(1 - S)      failure: s ← s + 1
 *
 * progress  share of the work done  [0, 1]
 * H         hours that the partners give  hours a week
 * T         mean trust between leaders; 1/2 where they are not acquainted  [0, 1]
 * b0, b1    base of joint effort, effort from trust (base, trust)  log-odds
 * k         mean capability in executing  [0, 1)
 * B0        readiness of the committee, once it is at work  [0, 1]
 * effort    work that the joint act asks  hours
 * r, s      evidence of leaders for and against one another  favors
 * evidence  trust by success (evidence)  favors
 * K_e, K_o  stocks of executing and of organizing skill of each partner  units of skill
 * S         standing of each partner  [0, 1]
 *
 * Source: the paper, 3(2)2 (core group, division of work, one large activity). Departures: the paper tells of one
 * success and of no failure; the form, and what a failure does, are assumptions. Order: sequential, by joint act.
 */
/**
 * 子模型 7.7.4：联合活动的执行。
 *
 * 伙伴组织每周共同推进。按期完成即为成功：负责人之间信任增强，能力增长，伙伴组织为居民敬重，成员更相信行动有用（见效能
 * 感）。否则为失败，负责人彼此失信。
 *
 *   progress ← progress + H·σ(b0 + b1·T)·(0.3 + 0.7·k)·(1 + B0)/effort
 *   成功：r ← r + evidence, K_e ← K_e + 0.2, K_o ← K_o + 0.1, S ← S + 0.2·(1 - S)      失败：s ← s + 1
 *
 * progress  已完成的工作比例  [0, 1]
 * H         伙伴组织投入的工时  小时／周
 * T         负责人之间的平均信任；不相识者为 1/2  [0, 1]
 * b0, b1    联合投入的基准，信任的作用（base、trust）  对数几率
 * k         平均执行力  [0, 1)
 * B0        居委会支持力度，自其开始工作起  [0, 1]
 * effort    联合活动的工作量  小时
 * r, s      负责人之间信任与不信任的依据  次人情
 * evidence  成功带来的信任（evidence）  次人情
 * K_e, K_o  各伙伴组织执行力与组织力的存量  能力单位
 * S         各伙伴组织的公信力  [0, 1]
 *
 * 来源：论文三（二）2（核心组、人员分工、一次大规模活动）。与原文献的差异：论文只记述一次成功，未提失败；函数形式与失败
 * 的后果均为假设。次序：依次更新，逐项联合活动。
 */
import { logistic } from "../../kernel/math.ts";
import { committeeAt } from "../authority.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { capability } from "../membership.ts";

export const jointExecution = defineMechanism({
  name: "jointExecution",
  submodel: "7.7.4",
  title: { en: "Carrying out joint acts", zh: "联合活动的执行" },
  summary: { en: "Partners carry the joint act out, or fail at it.", zh: "各组织分工合作，办成或办不成联合活动。" },
  source: "Cao, Wan & Zeng (2019), 3(2)2; form: assumption",
  order: "sequential",
  parameters: {
    base: parameter(
      0,
      [-3, 3],
      "log-odds",
      "assumption",
      ["base of joint effort", "联合投入的基准"],
      ["share of hours given", "实际投入工时的比例"],
    ),
    trust: parameter(
      2,
      [0, 6],
      "log-odds",
      "assumption",
      ["effort from trust", "信任的作用"],
      ["between leaders", "负责人之间"],
    ),
    evidence: parameter(
      2,
      [0, 10],
      "favors",
      "assumption",
      ["trust by success", "成功带来的信任"],
      ["evidence between leaders", "负责人之间的守信记录"],
    ),
  },
  writes: [
    "jointActs.progress",
    "jointActs.state",
    "ties.kept",
    "ties.broken",
    "organizations.executing",
    "organizations.organizing",
    "organizations.standing",
    "organizations.deeds",
  ],
  events: {
    jointDone: {
      subject: "jointActs",
      other: "communities",
      value: "organizations",
      text: { en: "the joint act of {value} organizations succeeds", zh: "{value}个组织的联合活动成功举办" },
    },
    jointFailed: {
      subject: "jointActs",
      other: "communities",
      value: "organizations",
      text: { en: "the joint act of {value} organizations fails", zh: "{value}个组织的联合活动未能办成" },
    },
  },
  bind({ world, values, context, clock, log }) {
    const { jointActs: acts, partners, organizations, ties } = world;
    const o = organizations.at;
    const committee = committeeAt(context, clock);
    const [done, failed] = [log("jointDone"), log("jointFailed")];
    const members: number[] = [];

    function list(act: number): void {
      members.length = 0;
      for (let q = partners.firstA[act]!; q >= 0; q = partners.at.nextA[q]!) members.push(partners.at.b[q]!);
    }

    function meanTrust(): number {
      let sum = 0;
      let pairs = 0;
      for (const a of members) {
        for (const b of members) {
          if (a === b) continue;
          const d = o.leader[a]! < 0 || o.leader[b]! < 0 ? -1 : ties.find(o.leader[a]!, o.leader[b]!);
          sum += d < 0 ? 0.5 : ties.data[d * ties.stride + ties.offset.trust!]!;
          pairs++;
        }
      }
      return pairs === 0 ? 0.5 : sum / pairs;
    }

    function work(act: number, tick: number): void {
      let hours = 0;
      let skill = 0;
      for (let q = partners.firstA[act]!; q >= 0; q = partners.at.nextA[q]!) {
        hours += partners.at.hours[q]!;
        skill += capability(o.executing[partners.at.b[q]!]!) / members.length;
      }
      const share = logistic(values.base + values.trust * meanTrust());
      const gained = (hours * share * (0.3 + 0.7 * skill) * (1 + committee(tick))) / Math.max(1, acts.at.effort[act]!);
      acts.at.progress[act] = Math.min(1, acts.at.progress[act]! + gained);
    }

    function remember(succeeded: boolean): void {
      const field = succeeded ? ties.offset.kept! : ties.offset.broken!;
      for (const a of members) {
        for (const b of members) {
          const d = a === b || o.leader[a]! < 0 || o.leader[b]! < 0 ? -1 : ties.find(o.leader[a]!, o.leader[b]!);
          if (d >= 0) ties.data[d * ties.stride + field]! += succeeded ? values.evidence : 1;
        }
        if (!succeeded) continue;
        o.executing[a]! += 0.2;
        o.organizing[a]! += 0.1;
        o.deeds[a]!++;
        o.standing[a] = o.standing[a]! + 0.2 * (1 - o.standing[a]!);
      }
    }

    return (tick) => {
      const at = acts.at;
      for (let act = 0; act < acts.rows; act++) {
        if (!acts.alive[act] || at.state[act] !== 0) continue;
        list(act);
        if (tick > at.begun[act]!) work(act, tick);
        const succeeded = at.progress[act]! >= 1;
        if (!succeeded && tick < at.due[act]! && members.length > 1) continue;
        at.state[act] = succeeded ? 1 : 2;
        remember(succeeded);
        (succeeded ? done : failed)(act, { other: at.community[act]!, value: at.partners[act]! });
      }
    };
  },
});
