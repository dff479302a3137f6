/**
 * Persistence of ties: the model's encounters and fading run from the first wave of a repeated survey, and the ties that
 * are left, and those born, are held against the later waves.
 *
 * A wave names some of those whom a person knows; the model's acquaintances are more. So of its ties at a wave the
 * strongest are taken, ties drawn by lot, as many as the wave names among those interviewed in it. Set before the first
 * comparison. Homes are not given: all live in one block and may meet, and nobody arrives or leaves.
 */
import { type MeanInterval, tInterval } from "../../analysis/intervals.ts";
import { createRandom, uniform } from "../../kernel/random.ts";
import { Model } from "../../model/mechanism.ts";
import { encounters } from "../../model/mechanisms/encounters.ts";
import { fading } from "../../model/mechanisms/fading.ts";
import { residency } from "../../model/mechanisms/residency.ts";
import type { Network } from "../../model/network.ts";
import { Run } from "../../model/run.ts";
import type { Scenario } from "../../model/scenario.ts";
import { swapEnds } from "../../model/variants/swaps.ts";
import { seedOf } from "./helping.ts";

export interface Wave {
  /** Of the same persons in every wave. */
  readonly network: Network;
  /** Whether each person was interviewed. */
  readonly observed: readonly boolean[];
  /** Years since the first wave. */
  readonly year: number;
}

/** Of the ties of the first wave, among those interviewed in both. */
export interface Persistence {
  /** Ties of the first wave, and of the later one. */
  readonly before: number;
  readonly after: number;
  /** Share that is there again. */
  readonly kept: number;
  /** Ties of both over ties of either: Jaccard (1901). */
  readonly jaccard: number;
  /** Kept share of ties whose ends had a common friend, less that of the others: bridges decay faster (Burt 2000). Null if all ties are of one kind. */
  readonly closed: number | null;
}

export const FACETS = ["kept", "jaccard", "closed"] as const;
export type Facet = (typeof FACETS)[number];
/** `decay`: each tie ends by itself, at the rate from the first wave to the second. `sameDegrees`: the wave rewired. */
export const MAKERS = ["model", "decay", "sameDegrees"] as const;
export type Maker = (typeof MAKERS)[number];

export interface WaveResult {
  readonly year: number;
  readonly people: number;
  readonly observed: Persistence;
  readonly made: Readonly<Record<Maker, Readonly<Record<Facet, MeanInterval>>>>;
  /** Share of the first wave's ties that the model has not ended at all, however weak. */
  readonly alive: MeanInterval;
}

export interface PersistenceResult {
  readonly name: string;
  readonly replicates: number;
  readonly waves: readonly WaveResult[];
}

const WEEKS = 52;
const CONTACT = new Model([residency, encounters, fading]);

/** Pairs as a * n + b, a < b. */
type Pairs = ReadonlySet<number>;

function pairsOf({ nodes, arcs }: Network, present: (i: number) => boolean): Set<number> {
  const n = nodes.length;
  const pairs = new Set<number>();
  for (const { source: a, target: b } of arcs) if (a !== b && present(a) && present(b)) pairs.add(code(a, b, n));
  return pairs;
}

const code = (a: number, b: number, n: number) => Math.min(a, b) * n + Math.max(a, b);

/** Pairs of whom a third person is tied to both. */
function closedOf(pairs: Pairs, n: number): Pairs {
  const friends = Array.from({ length: n }, () => new Set<number>());
  for (const pair of pairs) {
    friends[Math.floor(pair / n)]!.add(pair % n);
    friends[pair % n]!.add(Math.floor(pair / n));
  }
  return new Set(
    [...pairs].filter((pair) => [...friends[Math.floor(pair / n)]!].some((q) => friends[pair % n]!.has(q))),
  );
}

/** @param closed - Those of `before` whose ends have a common friend. */
export function persistenceOf(before: Pairs, after: Pairs, closed: Pairs): Persistence {
  const both = [...before].filter((pair) => after.has(pair));
  const inside = [...before].filter((pair) => closed.has(pair)).length;
  const keptInside = both.filter((pair) => closed.has(pair)).length;
  return {
    before: before.size,
    after: after.size,
    kept: both.length / before.size,
    jaccard: both.length / (before.size + after.size - both.length),
    closed:
      inside === 0 || inside === before.size
        ? null
        : keptInside / inside - (both.length - keptInside) / (before.size - inside),
  };
}

/** Strengths of the living pairs at each week asked for, of a run that begins with the ties of the first wave. */
function strengths(ground: Scenario, first: Network, weeks: readonly number[], seed: string): Map<number, number>[] {
  const values = { "start.blocks": 1 };
  const run = new Run({ ...ground, values: {} }, { model: CONTACT, network: first, seed, values });
  const n = first.nodes.length;
  return weeks.map((week) => {
    while (run.tick < week) run.step();
    const { to, data, stride, common, pairs } = run.world.ties;
    const held = new Map<number, number>();
    for (let d = 0; d < 2 * pairs; d += 2)
      if (to[d]! >= 0) held.set(code(to[d + 1]!, to[d]!, n), data[d * stride + common.strength!]!);
    return held;
  });
}

function rewired(pairs: Pairs, n: number, seed: string): Set<number> {
  const from = Int32Array.from(pairs, (pair) => Math.floor(pair / n));
  const to = Int32Array.from(pairs, (pair) => pair % n);
  swapEnds(n, { from, to }, createRandom(seed).key("empirical", "wave"));
  return new Set(Array.from(from, (a, k) => code(a, to[k]!, n)));
}

/**
 * @param ground - A scenario of homes handed over when it begins; its network is not used.
 * @param waves - The first at year 0, two at least.
 */
export function comparePersistence(
  ground: Scenario,
  {
    name,
    waves,
    replicates,
    seed,
  }: { name: string; waves: readonly Wave[]; replicates: number; seed: string | number },
): PersistenceResult {
  const [first, ...later] = waves as [Wave, ...Wave[]];
  const n = first.network.nodes.length;
  // Attributes of the survey would place or change people; arcs among those not interviewed are hearsay.
  const nodes = first.network.nodes.map(({ id }) => ({ id, attributes: {} }));
  const known = pairsOf(first.network, (i) => first.observed[i]!);
  const arcs = Array.from(known, (pair) => ({ source: Math.floor(pair / n), target: pair % n, weight: 0 }));
  const start: Network = { name, nodes, arcs, foci: [] };
  const closed = closedOf(known, n);
  const seeds = Array.from({ length: replicates }, (_, r) => seedOf(seed, r));
  const weeks = later.map(({ year }) => Math.round(year * WEEKS));
  const runs = seeds.map((own) => strengths(ground, start, weeks, own));
  const inBoth = (wave: Wave) => (i: number) => first.observed[i]! && wave.observed[i]!;
  const share = persistenceOf(
    pairsOf(first.network, inBoth(later[0]!)),
    pairsOf(later[0]!.network, inBoth(later[0]!)),
    closed,
  ).kept;
  return {
    ...{ name, replicates },
    waves: later.map((wave, w): WaveResult => {
      const present = inBoth(wave);
      const among = (pair: number) => present(Math.floor(pair / n)) && present(pair % n);
      const before = new Set([...known].filter(among));
      const after = pairsOf(wave.network, present);
      const yearly = share ** (1 / later[0]!.year);
      const made: Record<Maker, Persistence[]> = { model: [], decay: [], sameDegrees: [] };
      const alive = runs.map((run, r) => {
        const held = [...run[w]!].filter(([pair]) => among(pair));
        made.model.push(persistenceOf(before, strongest(held, after.size, seeds[r]!), closed));
        made.decay.push(
          persistenceOf(before, decayed(before, yearly ** wave.year, after.size, present, n, seeds[r]!), closed),
        );
        made.sameDegrees.push(persistenceOf(before, rewired(after, n, seeds[r]!), closed));
        return held.filter(([pair]) => before.has(pair)).length / before.size;
      });
      const facets = (of: readonly Persistence[]) =>
        Object.fromEntries(FACETS.map((facet) => [facet, tInterval(of.flatMap((p) => p[facet] ?? []))])) as Record<
          Facet,
          MeanInterval
        >;
      return {
        ...{ year: wave.year, people: nodes.filter((_, i) => present(i)).length },
        observed: persistenceOf(before, after, closed),
        made: { model: facets(made.model), decay: facets(made.decay), sameDegrees: facets(made.sameDegrees) },
        alive: tInterval(alive),
      };
    }),
  };
}

function strongest(held: readonly (readonly [number, number])[], count: number, seed: string): Pairs {
  const lot = createRandom(seed).key("empirical", "strongest");
  const ranked = held.map(([pair, strength]) => ({ pair, strength, drawn: uniform(lot, 0, pair) }));
  ranked.sort((a, b) => b.strength - a.strength || a.drawn - b.drawn);
  return new Set(ranked.slice(0, count).map(({ pair }) => pair));
}

/** Each tie kept by itself with chance `share`, and new ones by lot up to `count`. */
function decayed(
  before: Pairs,
  share: number,
  count: number,
  present: (i: number) => boolean,
  n: number,
  seed: string,
): Pairs {
  const random = createRandom(seed);
  const [keeps, draws] = [random.key("empirical", "keeps"), random.key("empirical", "draws")];
  const left = new Set([...before].filter((pair) => uniform(keeps, 0, pair) < share));
  const people = Array.from({ length: n }, (_, i) => i).filter(present);
  for (let k = 0; left.size < count; k++) {
    const [a, b] = [1, 2].map((end) => people[Math.floor(uniform(draws, end, k) * people.length)]!) as [number, number];
    if (a !== b && !before.has(code(a, b, n))) left.add(code(a, b, n));
  }
  return left;
}
