/** What roles are ready to do, how far residents trust them, and how far a paid team curbs what hurts its payer. */
import type { Clock } from "../kernel/clock.ts";
import { exp } from "../kernel/math.ts";
import type { Context } from "./context.ts";
import { codeOf, ROLE, ROLES } from "./vocabulary.ts";
import type { World } from "./world.ts";

/** Tick of a date that may be null: before every tick if `otherwise` is "always", after every tick if "never". */
function tickOf(clock: Clock, date: string | null, otherwise: "always" | "never"): number {
  if (date !== null) return clock.tick(date);
  return otherwise === "always" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** Readiness of the committee (with party organization and station) at a tick: 0 until it is at work. */
export function committeeAt(context: Context, clock: Clock): (tick: number) => number {
  const { committee, committeeFrom } = context.support;
  const from = tickOf(clock, committeeFrom, "always");
  return (tick) => (tick >= from ? committee : 0);
}

/** Readiness of a role to act unasked: the committee's for the committee and the office above it, none for firms. */
export function readinessOf(context: Context, clock: Clock): (role: number, tick: number) => number {
  const committee = committeeAt(context, clock);
  return (role, tick) => (role === ROLE.committee || role === ROLE.government ? committee(tick) : 0);
}

/** Whether an owners' committee can vote at a tick. */
export function ownersCanVote(context: Context, clock: Clock): (tick: number) => boolean {
  const from = tickOf(clock, context.support.ownersCommitteeFrom, "never");
  return (tick) => context.support.ownersCommittee || tick >= from;
}

/** Mean trust in a role among those who have arrived in community c; 1/2 if nobody has. */
export function trustInRole(world: World, role: number, c: number): number {
  const { firstResident, lastResident } = world.communities.at;
  const trust = world.institutional().trust[role]!;
  const { presence } = world.residents.at;
  let sum = 0;
  let count = 0;
  for (let i = firstResident[c]!; i < lastResident[c]!; i++) {
    if (presence[i] === 0) continue;
    sum += trust[i]!;
    count++;
  }
  return count === 0 ? 0.5 : sum / count;
}

/**
 * Chance that a team drops an item or vetoes a tactic, 1 - exp(-f·d·a·(1 - V)).
 *
 * f weight; d share of its income from who must act; a contention; V residents' trust in who must act. All but f [0, 1].
 */
export function curbChance(f: number, dependence: number, contention: number, trust: number): number {
  return 1 - exp(-f * dependence * contention * (1 - trust));
}

/** The chance of `curbChance` for an issue before a platform: 0 unless the team chairs and its payer must act. */
export function curbOf(world: World, context: Context, weight: number): (issue: number, platform: number) => number {
  const payer = codeOf(ROLES, context.team.payer);
  const dependence = 1 - context.team.independence;
  return (issue, p) => {
    const role = world.issues.at.responsible[issue]!;
    if (world.platforms.at.founder[p] !== 1 + ROLE.team || role !== payer) return 0;
    const trust = trustInRole(world, role, world.platforms.at.community[p]!);
    return curbChance(weight, dependence, world.issues.at.contention[issue]!, trust);
  };
}
