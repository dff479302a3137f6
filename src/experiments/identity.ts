/** Identity and seed of a run: hashes of what it depends on and of nothing else, so that a sweep may grow around it. */
import { replicateSeed } from "../kernel/random.ts";
import { standardModel } from "../model/community.ts";
import type { Model } from "../model/mechanism.ts";
import type { Network } from "../model/network.ts";
import type { Changes } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import { hashModel, hashText } from "../model/snapshot.ts";

/** A value as JSON whose keys are sorted, at every depth: equal values give equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, v) =>
    typeof v === "object" && v !== null && !Array.isArray(v) ? Object.fromEntries(sortedEntries(v)) : v,
  );
}

/** Entries by name, in the order of code units, which is the same everywhere. */
export function sortedEntries<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Rules that are not the standard ones: a shipped variant, or those of a user's module. */
interface OtherRules {
  readonly model: Model;
  readonly ref: { readonly shipped: string } | { readonly hash: string };
}

/** Hash of the code of a run: version, what the model declares, and the module that it comes from if it is a user's. */
export function hashCode(version: string, rules?: OtherRules): string {
  const module = rules && "hash" in rules.ref ? rules.ref.hash : null;
  return hashText(JSON.stringify([version, hashModel(rules?.model ?? standardModel), module]));
}

/** Hash of where a run starts: context, the scenario's own values, and network. */
export function hashStart(scenario: Scenario, network?: Network): string {
  return hashText(canonical([scenario.context, scenario.values ?? {}, network ?? scenario.network ?? null]));
}

/** What a run is made of. */
export interface RunParts {
  /** From `hashCode` and `hashStart`. */
  readonly code: string;
  readonly start: string;
  readonly until: string;
  readonly values: Changes;
  readonly rootSeed: string | number;
  readonly replicate: number;
  /** Replicate r has the same seed whatever the scenario and the values; true by default. */
  readonly paired?: boolean;
  /** How many equal runs there are before it in its sweep; 0 by default. */
  readonly copy?: number;
}

/** The id of a run, 64 bits in hex: equal runs have equal ids, wherever they are made. */
export function runId(parts: RunParts): string {
  const { code, start, until, values, rootSeed, replicate, paired = true, copy = 0 } = parts;
  const rest = paired && copy === 0 ? [] : [paired, copy];
  return hashText(JSON.stringify([code, start, until, canonical(values), String(rootSeed), replicate, ...rest]));
}

/**
 * The seed of a run: of root seed and replicate alone, so that runs that differ in scenario or values share their draws;
 * without pairing of start and values as well.
 */
export function runSeed({ start, values, rootSeed, replicate, paired = true }: RunParts): string {
  return replicateSeed(paired ? rootSeed : `${rootSeed}#${hashText(start + canonical(values))}`, replicate);
}
