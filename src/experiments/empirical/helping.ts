/**
 * Help on a published network: the model's exchange runs on who could help whom, and the help that comes about is held
 * against the help that was observed.
 *
 * It starts from the undirected acquaintance, without evidence, debts or repute, so that direction and strength are the
 * model's own. The help network has as many arcs as the observed one: those along which help went most often after the
 * first year, ties drawn by lot; fewer, if fewer arcs saw any. This rule was set before the first comparison.
 *
 * What does not fit: a village of kin is no estate; a report of help "at least once a month" is no count of favors; the
 * model knows no kinship, no distance and no difference in what people have to give.
 */
import { createRandom, replicateSeed, uniform } from "../../kernel/random.ts";
import { f32 } from "../../kernel/table.ts";
import { type AnyMechanism, type Mechanism, Model } from "../../model/mechanism.ts";
import { encounters } from "../../model/mechanisms/encounters.ts";
import { exchange } from "../../model/mechanisms/exchange.ts";
import { fading } from "../../model/mechanisms/fading.ts";
import { residency } from "../../model/mechanisms/residency.ts";
import { trust } from "../../model/mechanisms/trust.ts";
import type { Network } from "../../model/network.ts";
import { type Changes, Run } from "../../model/run.ts";
import type { Scenario } from "../../model/scenario.ts";
import { type Arcs, arcsFrom } from "../../observe/arcs.ts";

/** How help comes about. */
export const WAYS = ["model", "living", "noLedger", "noTrust", "random"] as const;
/**
 * `model`: exchange, trust and the ledger as they are, among acquaintances that stay. `living`: acquaintances come and go
 * as well. `noLedger`: debts bear on nothing. `noTrust`: trust bears on nothing. `random`: neither, nor repute; whom one
 * asks is chance, and whether one helps depends on need and cost alone.
 */
export type Way = (typeof WAYS)[number];

export interface HelpOptions {
  readonly years: number;
  readonly way: Way;
  readonly seed: string | number;
}

const WEEKS = 52;

/** The exchange with some weights at 0, which counts in a column of its own how often j helped i, from a week on. */
function counting(off: Readonly<Record<string, number>>, from: number): Mechanism<typeof exchange.parameters> {
  return {
    ...exchange,
    columns: { ties: { helped: f32("favors received", [0, 1e9]) } },
    writes: [...exchange.writes, "ties.helped"],
    bind(binding) {
      const { ties } = binding.world;
      const step = exchange.bind({ ...binding, values: { ...binding.values, ...off } });
      const { data, stride, offset } = ties;
      const { kept, helped } = offset as Record<"kept" | "helped", number>;
      // A favor raises what its receiver holds as kept by 1, or by 1/freely if it repays; what its giver holds by half of
      // the latter. So whatever lies above that half was received.
      const received = 0.75 / binding.values.freely;
      return (tick) => {
        const before = Float32Array.from({ length: 2 * ties.pairs }, (_, d) => data[d * stride + kept]!);
        step(tick);
        if (tick < from) return;
        for (let d = 0; d < before.length; d++)
          if (data[d * stride + kept]! - before[d]! > received) data[d * stride + helped]! += 1;
      };
    },
  };
}

const OFF: Readonly<Record<Way, Readonly<Record<string, number>>>> = {
  model: {},
  living: {},
  noLedger: { owed: 0 },
  noTrust: { trust: 0 },
  random: { owed: 0, trust: 0, reputation: 0 },
};

function modelOf(way: Way): Model {
  const week: AnyMechanism[] = [residency];
  if (way === "living") week.push(encounters);
  week.push(fading, counting(OFF[way], WEEKS));
  // Where trust does not bear on anything it stays what it is between strangers, and whom one asks is chance as well.
  if (way !== "noTrust" && way !== "random") week.push(trust);
  return new Model(week);
}

/** Acquaintances that stay: ties keep their strength, and only the ledger fades. */
const STAYS: Changes = { "fading.retention": 1, "fading.floor": 0 };

/**
 * Who helped whom most, source gives to target, at most `arcs` of them. Nodes are residents: the persons of the network,
 * those of a home together, which changes no shape.
 *
 * @param ground - A scenario of homes handed over when it begins; its network and its values are not used.
 * @param known - Who could help whom: every arc of it stands for both directions.
 */
export function helpNetwork(ground: Scenario, known: Network, arcs: number, { years, way, seed }: HelpOptions): Arcs {
  const run = new Run(
    { ...ground, values: {} },
    { model: modelOf(way), seed, network: known, values: way === "living" ? {} : STAYS },
  );
  for (let week = 0; week < years * WEEKS; week++) run.step();
  return strongest(run, known, arcs);
}

function strongest({ world, random }: Run, { nodes }: Network, arcs: number): Arcs {
  const { data, stride, offset, to, pairs } = world.ties;
  const lot = random.key("empirical", "lot");
  const found: { readonly giver: number; readonly receiver: number; readonly order: number }[] = [];
  for (let d = 0; d < 2 * pairs; d++) {
    const often = to[d]! < 0 ? 0 : data[d * stride + offset.helped!]!;
    if (often === 0) continue;
    const [receiver, giver] = [to[d ^ 1]!, to[d]!];
    found.push({ giver, receiver, order: often + uniform(lot, 0, giver, receiver) });
  }
  found.sort((a, b) => b.order - a.order);
  const most = found.slice(0, arcs);
  return arcsFrom(
    nodes.length,
    most.map(({ giver }) => giver),
    most.map(({ receiver }) => receiver),
  );
}

/** Seed of a replicate, shared by all ways. */
export const seedOf = (seed: string | number, replicate: number): string => replicateSeed(seed, replicate);

/** Arcs drawn evenly among all that acquaintance allows. */
export function arcsByLot(known: Network, arcs: number, seed: string | number): Arcs {
  const lot = createRandom(seed).key("empirical", "arcs");
  const all = known.arcs.flatMap(({ source, target }, k) => [
    { from: source, to: target, order: uniform(lot, 0, k, 0) },
    { from: target, to: source, order: uniform(lot, 0, k, 1) },
  ]);
  const chosen = all.sort((a, b) => a.order - b.order).slice(0, arcs);
  return arcsFrom(
    known.nodes.length,
    chosen.map(({ from }) => from),
    chosen.map(({ to }) => to),
  );
}
