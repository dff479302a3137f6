/** All that a claim runs: its arms as they are, with terms frozen, and under other circumstances. */
import type { Changes } from "../../model/run.ts";
import {
  type Both,
  type Claim,
  type ClaimTest,
  type Contexts,
  type Neighborhood,
  type Setting,
  valuesOf,
} from "./claim.ts";

/** An arm as it is run. */
export interface RunArm {
  readonly name: string;
  readonly neighborhood: Neighborhood;
  readonly values: Changes;
  /** Name of a variant of the standard model; the standard model if absent. */
  readonly variant?: string;
}

/** Names under which the two sides of a test run, as they are or in a setting. */
export function sidesOf({ a, b }: ClaimTest, setting?: Both): readonly [a: string, b: string] {
  return setting ? [`${a} + ${setting.name}`, `${b} + ${setting.name}`] : [a, b];
}

/** What of a test is run besides the contrast as it is. */
export function settingsOf({ frozen, within }: ClaimTest): readonly Both[] {
  return [...(frozen.kind === "held" ? [frozen] : []), ...(within ? [within] : [])];
}

/** Every arm once: those of the claim first, then those of settings. */
export function armsOf(claim: Claim, contexts: Contexts): readonly RunArm[] {
  const arms = new Map<string, RunArm>();
  const add = (name: string, of: string, setting: Setting = {}) => {
    const own = claim.arms[of]!;
    const variant = setting.variant ?? own.variant;
    arms.set(name, {
      ...{ name, neighborhood: own.neighborhood },
      values: { ...valuesOf(own, contexts), ...valuesOf(setting, contexts) },
      ...(variant === undefined ? {} : { variant }),
    });
  };
  for (const name of Object.keys(claim.arms)) add(name, name);
  for (const test of claim.tests) {
    for (const setting of settingsOf(test)) {
      const [a, b] = sidesOf(test, setting);
      add(a, test.a, setting.a);
      add(b, test.b, setting.b);
    }
  }
  return [...arms.values()];
}
