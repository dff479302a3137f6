/**
 * The whole week from a district to a city: the old district with ten acquaintances each, repeated as often as asked. It
 * prints one line of JSON: what a resident-week costs, in all and by mechanism, what observation costs, and memory.
 *
 *     node --import tsx benchmarks/city.ts COMMUNITIES WEEKS
 */
import type * as Shipped from "../scenarios/index.ts";
import type * as Library from "../src/index.ts";

export interface City {
  readonly residents: number;
  readonly weeks: number;
  /** Mean number of acquaintances at the end. */
  readonly acquaintances: number;
  readonly organizations: number;
  /** Milliseconds to draw the population. */
  readonly start: number;
  /**
   * Nanoseconds a resident-week: the whole of it; each mechanism, and what lies between them (room made for births, ties
   * put in order, columns bound anew); the recorder, every fourth week.
   */
  readonly week: number;
  readonly mechanisms: Readonly<Record<string, number>>;
  readonly recorder: number;
  /** Milliseconds of one reading of all measures; null where it was not taken. */
  readonly reading: number | null;
  /** Largest resident memory of the process, in bytes, and what the process had before. */
  readonly memory: number;
  readonly before: number;
}

const built = (path: string): Promise<unknown> => import(new URL(`../dist/${path}.js`, import.meta.url).href);
const { Arena, Model, simulate, standardModel } = (await built("src/index")) as typeof Library;
const { oldDistrict } = (await built("scenarios/index")) as typeof Shipped;

/** The old district with so many communities in the place of nine; team and rounds of grants grow with it. */
function district(communities: number): Library.Scenario {
  const { context } = oldDistrict;
  const times = communities / context.start.communities;
  const organizations = Array.from({ length: communities }, (_, c) =>
    context.start.organizations
      .filter((o) => o.community === c % context.start.communities)
      .map((o) => ({ ...o, community: c })),
  ).flat();
  const grants = context.timing.grants.map((round) => ({ ...round, grants: Math.round(round.grants * times) }));
  return {
    ...oldDistrict,
    context: {
      ...context,
      start: { ...context.start, communities, organizations, acquaintances: 10 },
      team: { ...context.team, effort: context.team.effort * times },
      timing: { ...context.timing, grants },
    },
    values: { "encounters.acquaintance": 0.031 }, // so that births of ties balance their ends at ten a resident
  };
}

const [communities = 9, weeks = 52] = process.argv.slice(2).map(Number);
const scenario = district(communities);
const spent: Record<string, number> = {};
const timed = new Model(
  standardModel.mechanisms.map((m) => ({
    ...m,
    bind(binding) {
      const step = m.bind(binding);
      return (tick) => {
        const begun = performance.now();
        step(tick);
        spent[m.name] = (spent[m.name] ?? 0) + performance.now() - begun;
      };
    },
  })),
);

const before = process.memoryUsage().rss;
// A small world is run and recorded before it is timed, for the engine to compile it all, as in the second of many
// replicates; a large one has its first weeks for that.
const warm = communities < 100 ? 3 : 0;
const reused = warm > 0 ? { memory: new Arena() } : {};
for (let k = 0; k < warm; k++) {
  const first = simulate(scenario, { seed: 1, model: timed, ...reused });
  for (let w = 0; w < weeks; w++) {
    first.run.step();
    if (first.run.tick % 4 === 0) first.record();
  }
}
for (const name of Object.keys(spent)) spent[name] = 0;
const drawn = performance.now();
const simulation = simulate(scenario, { seed: 1, model: timed, ...reused });
const { run } = simulation;
const n = run.world.residents.rows;
const start = performance.now() - drawn;
let [whole, recorder] = [0, 0];
for (let w = 0; w < weeks; w++) {
  const began = performance.now();
  run.step();
  whole += performance.now() - began;
  if (run.tick % 4 !== 0) continue;
  const begun = performance.now();
  simulation.record();
  recorder += performance.now() - begun;
}
const ownMemory = process.resourceUsage().maxRSS * 1024;
let reading: number | null = null;
if (n < 50_000) {
  for (let k = 0; k < 4; k++) {
    const begun = performance.now();
    void simulation.measures;
    reading = performance.now() - begun;
  }
}
const perWeek = (milliseconds: number) => (milliseconds * 1e6) / n / weeks;
const mechanisms = Object.fromEntries(Object.entries(spent).map(([name, ms]) => [name, perWeek(ms)]));
const week = perWeek(whole);
mechanisms["between mechanisms"] = week - Object.values(mechanisms).reduce((sum, ns) => sum + ns, 0);
const city: City = {
  residents: n,
  weeks,
  acquaintances: (2 * run.world.ties.count) / n,
  organizations: run.world.organizations.count,
  start,
  week,
  mechanisms,
  recorder: perWeek(recorder),
  reading,
  memory: ownMemory,
  before,
};
console.log(JSON.stringify(city));
