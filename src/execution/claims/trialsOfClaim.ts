/** The trials of a claim: its arms, over draws of what is not known. */
import { armsOf, type RunArm } from "../../experiments/claims/armsOf.ts";
import type { Claim, Contexts, Neighborhood } from "../../experiments/claims/claim.ts";
import type { LoadedScenario } from "../../experiments/sweep.ts";
import type { Arm, Draw, Trials } from "../../experiments/trials.ts";
import { shippedModel } from "../models.ts";
import { loadScenario } from "../scenarios.ts";

/** The neighborhoods of the claims, loaded. */
export type Places = Readonly<Record<Neighborhood, LoadedScenario>>;

export async function loadPlaces(): Promise<Places> {
  const load = async (name: Neighborhood): Promise<LoadedScenario> => {
    const ref = { shipped: name };
    return { ref, scenario: await loadScenario(ref) };
  };
  return { "new-estate": await load("new-estate"), "old-district": await load("old-district") };
}

export function contextsOf(places: Places): Contexts {
  const of = (name: Neighborhood) => places[name].scenario.context;
  return { "new-estate": of("new-estate"), "old-district": of("old-district") };
}

/** Pairs at least that tell what is left of an effect with its term frozen, and in other circumstances. */
const FEWEST = 50;

/** Arms of a claim that are run over the same pairs: its own over all, those of settings over every so many. */
export interface PartOfClaim {
  readonly arms: readonly RunArm[];
  /** Numbers of the pairs. */
  readonly pairs: readonly number[];
  /** Added to the claim's name. */
  readonly suffix: "" | "-settings";
}

export function partsOf(claim: Claim, contexts: Contexts, pairs: number): readonly PartOfClaim[] {
  const arms = armsOf(claim, contexts);
  const every = Math.max(1, Math.floor(pairs / FEWEST));
  const all = Array.from({ length: pairs }, (_, k) => k);
  const [own, settings] = [arms.filter(({ name }) => claim.arms[name]), arms.filter(({ name }) => !claim.arms[name])];
  const parts: readonly PartOfClaim[] = [
    { arms: own, pairs: all, suffix: "" },
    { arms: settings, pairs: all.filter((k) => k % every === 0), suffix: "-settings" },
  ];
  return parts.filter((part) => part.arms.length > 0);
}

/** Pair k of any two arms is of draw k and its own seed. */
export function trialsOfClaim(
  claim: Claim,
  { arms, pairs, suffix }: PartOfClaim,
  places: Places,
  draws: readonly Draw[],
  seed: string | number,
): Trials {
  return {
    name: claim.name + suffix,
    seed,
    arms: arms.map((arm) => placed(arm, places)),
    draws: pairs.map((number) => ({ ...drawFor(draws[number]!, arms), number })),
    replicates: 1,
    measures: [...new Set(claim.tests.map((test) => test.measure))],
    until: claim.until,
  };
}

function placed({ name, neighborhood, values, variant }: RunArm, places: Places): Arm {
  const model = variant === undefined ? {} : { model: { ref: { shipped: variant }, model: shippedModel(variant) } };
  return { name, scenario: places[neighborhood], values, ...model };
}

/** A draw holds values by neighborhood; trials take them by arm. */
function drawFor({ values, arms = {} }: Draw, all: readonly RunArm[]): Draw {
  return { values, arms: Object.fromEntries(all.map((arm) => [arm.name, arms[arm.neighborhood] ?? {}])) };
}
