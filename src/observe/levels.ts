/** Measures of state: trust, belonging, efficacy, participation, organizations, platforms. */
import type { Run } from "../model/run.ts";
import { ORIENTATIONS, ROLES, type RoleName, RUNGS } from "../model/vocabulary.ts";
import { type Measure, measure, type Reading, ratio } from "./measure.ts";

/**
 * Trust that a resident expects of a random co-resident, averaged over residents who have arrived [0, 1].
 *
 * Non-ties count at general trust: the mean over living ties mixes in who became acquainted.
 */
export function meanTrust({ run, trustGiven }: Reading): number | null {
  const { residents, communities, ties } = run.world;
  const { presence, generalTrust, community } = residents.at;
  const { degree } = ties;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < residents.rows; i++) {
    const others = communities.at.present[community[i]!]! - 1;
    if (presence[i] === 0 || others < 1) continue;
    const known = Math.min(degree[i]!, others);
    const strangers = (others - known) * generalTrust[i]!;
    sum += (trustGiven[i]! * (known / Math.max(1, degree[i]!)) + strangers) / others;
    count++;
  }
  return ratio(sum, count);
}

/** Mean trust over all directed ties, or null where there are none. */
export function tieTrust({ run, trustGiven }: Reading): number | null {
  let sum = 0;
  for (let i = 0; i < trustGiven.length; i++) sum += trustGiven[i]!;
  return ratio(sum, 2 * run.world.ties.count);
}

/** Mean of a resident column over those who have arrived. */
export function meanOfPresent(run: Run, column: ArrayLike<number>): number | null {
  const { presence } = run.world.residents.at;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < run.world.residents.rows; i++) {
    if (presence[i] === 0) continue;
    sum += column[i]!;
    count++;
  }
  return ratio(sum, count);
}

function shareOfPresent(run: Run, test: (i: number) => boolean): number | null {
  const { presence } = run.world.residents.at;
  let hits = 0;
  let count = 0;
  for (let i = 0; i < run.world.residents.rows; i++) {
    if (presence[i] === 0) continue;
    if (test(i)) hits++;
    count++;
  }
  return ratio(hits, count);
}

function organizations(run: Run, test: (row: number) => boolean = () => true): number {
  const table = run.world.organizations;
  let count = 0;
  for (let o = 0; o < table.rows; o++) if (table.alive[o] && test(o)) count++;
  return count;
}

export function meanOrientation(run: Run): number | null {
  const { organizations: table } = run.world;
  let sum = 0;
  for (let o = 0; o < table.rows; o++) if (table.alive[o]) sum += table.at.orientation[o]!;
  return ratio(sum, table.count);
}

function meanSkill(run: Run, name: "organizing" | "deliberating" | "executing"): number | null {
  const { organizations: table } = run.world;
  let sum = 0;
  for (let o = 0; o < table.rows; o++) if (table.alive[o]) sum += table.at[name][o]!;
  return ratio(sum, table.count);
}

function obligations(run: Run): number | null {
  const { ties } = run.world;
  let sum = 0;
  for (let d = 0; d < 2 * ties.pairs; d += 2) {
    if (ties.to[d]! >= 0) sum += Math.abs(ties.data[d * ties.stride + ties.common.owed!]!);
  }
  return ratio(sum, run.world.residents.rows);
}

/** Density of the graph of organizations of a community that share a member, over communities with two or more. */
function interlockDensity(run: Run): number | null {
  const { organizations: table, memberships } = run.world;
  const pairs = new Set<number>();
  for (let i = 0; i < run.world.residents.rows; i++) {
    for (let m = memberships.firstA[i]!; m >= 0; m = memberships.at.nextA[m]!) {
      for (let n = memberships.at.nextA[m]!; n >= 0; n = memberships.at.nextA[n]!) {
        const [a, b] = [memberships.at.b[m]!, memberships.at.b[n]!];
        pairs.add(Math.min(a, b) * 65536 + Math.max(a, b));
      }
    }
  }
  const sizes = new Map<number, number>();
  for (let o = 0; o < table.rows; o++) {
    if (table.alive[o]) sizes.set(table.at.community[o]!, (sizes.get(table.at.community[o]!) ?? 0) + 1);
  }
  let possible = 0;
  for (const size of sizes.values()) possible += (size * (size - 1)) / 2;
  return ratio(pairs.size, possible);
}

const capitalized = <S extends string>(s: S) => (s[0]!.toUpperCase() + s.slice(1)) as Capitalize<S>;

const trustMeasures: Measure<`${RoleName}Trust`>[] = ROLES.map((role, code) =>
  measure(`${role.name}Trust` as const, "probability", `trust in the ${role.en}`, `对${role.zh}的信任`, ({ run }) =>
    meanOfPresent(run, run.world.institutional().trust[code]!),
  ),
);

const rungMeasures = RUNGS.map((rung, code) =>
  measure(`rung${capitalized(rung.name)}` as const, "share of residents", rung.en, rung.zh, ({ run }) =>
    shareOfPresent(run, (i) => run.world.residents.at.rung[i] === code),
  ),
);

const orientationMeasures = ORIENTATIONS.map((orientation, code) =>
  measure(
    `oriented${capitalized(orientation.name)}` as const,
    "organizations",
    `organizations turned to ${orientation.en}`,
    `取向为${orientation.zh}的组织`,
    ({ run }) => organizations(run, (o) => run.world.organizations.at.orientation[o] === code),
  ),
);

export const LEVELS = [
  measure("residents", "residents", "residents who have arrived", "已购房或居住的居民", ({ run }) => {
    const present = run.world.communities.at.present;
    let sum = 0;
    for (let c = 0; c < run.world.communities.rows; c++) sum += present[c]!;
    return sum;
  }),
  measure(
    "meanTrust",
    "probability",
    "trust expected in a random co-resident",
    "对同社区居民的平均信任",
    meanTrust,
    "non-ties at general trust",
  ),
  measure("tieTrust", "probability", "mean trust over ties", "熟人之间的平均信任", tieTrust),
  measure("generalTrust", "probability", "trust in an unknown neighbor", "普遍信任", ({ run }) =>
    meanOfPresent(run, run.world.residents.at.generalTrust),
  ),
  ...trustMeasures,
  measure("meanBelonging", "[0, 1]", "belonging", "归属感", ({ run }) =>
    meanOfPresent(run, run.world.residents.at.belonging),
  ),
  measure("meanEfficacy", "[0, 1]", "efficacy", "效能感", ({ run }) =>
    meanOfPresent(run, run.world.residents.at.efficacy),
  ),
  measure("participation", "share of residents", "members of organizations", "加入组织的居民比例", ({ run }) =>
    shareOfPresent(run, (i) => run.world.residents.at.memberOf[i]! > 0),
  ),
  ...rungMeasures,
  measure("capable", "residents", "capable people discovered", "发掘的社区能人", ({ run }) => {
    const { discovered } = run.world.residents.at;
    let count = 0;
    for (let i = 0; i < run.world.residents.rows; i++) if (discovered[i]! >= 0) count++;
    return count;
  }),
  measure(
    "obligations",
    "favors a resident",
    "obligations outstanding",
    "尚未偿还的人情",
    ({ run }) => obligations(run),
    "Coleman (1988)",
  ),
  measure("organizations", "organizations", "organizations", "组织数", ({ run }) => organizations(run)),
  measure(
    "organizationsPerThousand",
    "organizations per 1,000 residents",
    "organizations per 1,000 residents",
    "每千人组织数",
    ({ run }) => ratio(1000 * organizations(run), run.world.residents.rows),
  ),
  measure(
    "organizationsWithRules",
    "organizations",
    "organizations with written rules",
    "有组织规章的组织",
    ({ run }) => organizations(run, (o) => run.world.organizations.at.rules[o] === 1),
  ),
  measure(
    "organizationsWithFixedTimes",
    "organizations",
    "organizations with fixed times",
    "活动时间固定的组织",
    ({ run }) => organizations(run, (o) => run.world.organizations.at.fixedTimes[o] === 1),
  ),
  measure(
    "organizationsCultivated",
    "organizations",
    "organizations coached or granted by the team",
    "经团队辅导或资助的组织",
    ({ run }) => organizations(run, (o) => run.world.organizations.at.coached[o] === 1),
  ),
  measure("organizationSize", "members", "mean size of organizations", "组织平均规模", ({ run }) =>
    ratio(run.world.memberships.count, organizations(run)),
  ),
  measure("organizingSkill", "units of half-saturation", "organizing skill", "组织力", ({ run }) =>
    meanSkill(run, "organizing"),
  ),
  measure("deliberatingSkill", "units of half-saturation", "deliberating skill", "协商力", ({ run }) =>
    meanSkill(run, "deliberating"),
  ),
  measure("executingSkill", "units of half-saturation", "executing skill", "执行力", ({ run }) =>
    meanSkill(run, "executing"),
  ),
  measure("meanOrientation", "0 amusement … 2 public affairs", "mean orientation", "平均取向", ({ run }) =>
    meanOrientation(run),
  ),
  ...orientationMeasures,
  measure("interlockDensity", "share of pairs", "organizations that share a member", "有共同成员的组织对", ({ run }) =>
    interlockDensity(run),
  ),
  measure("contactDensity", "share of pairs", "organizations that ever met", "有过交流的组织对", ({ run }) => {
    const n = organizations(run);
    return ratio(run.world.contacts.count, (n * (n - 1)) / 2);
  }),
  measure("platformStanding", "[0, 1]", "standing of platforms", "平台公信力", ({ run }) => {
    const { platforms } = run.world;
    let sum = 0;
    for (let p = 0; p < platforms.rows; p++) if (platforms.alive[p]) sum += platforms.at.standing[p]!;
    return ratio(sum, platforms.count);
  }),
  measure("openIssues", "issues", "open issues", "未决议题", ({ run }) => run.world.issues.count),
];
