/** TypeScript of a stranger, in modules and in what is required, under the settings that find the package. */

/** Uses every entry; what is expected to be wrong would not be if types were lost. */
const USE = `
export const result: Result = simulate(newEstate, { seed: 1, until: "2015-03-02" }).finish();
export const hash: string = result.hash;
// @ts-expect-error a hash is text
export const wrong: number = result.hash;
// @ts-expect-error a name is not a scenario
simulate("new-estate");
export const degree: Readonly<Record<string, number>> = degrees(networkToGraph({ nodes: [], edges: [] } as unknown as Network));
export const faults: string[] = checkModel(standardModel);
export const mean: number | null = Moments.of([1, 2]).mean;
export const plan: Plan = { scenarios: ["blank"], axes: {}, replicates: 1, seed: 1 };
export const swept: Promise<SweepResult> = runSweep(sweepOf(plan, undefined as never), { dir: "results" });
// @ts-expect-error a plan has no such key
export const none: Plan = { ...plan, other: 1 };
`;
const IMPORTS = `
import { type Network, type Result, simulate, standardModel } from "linli";
import { Moments } from "linli/analysis";
import { type Plan, runSweep, type SweepResult, sweepOf } from "linli/experiments";
import { degrees, networkToGraph } from "linli/networks";
import { newEstate } from "linli/scenarios";
import { checkModel } from "linli/testing";
`;
const BROWSER = `
import { simulate } from "linli";
import { newEstate } from "linli/scenarios";
export const hash: string = simulate(newEstate).finish().hash;
`;

/** A file by its name, and settings of the compiler. */
export const TYPED: Readonly<Record<string, { readonly text: string; readonly settings: readonly string[] }>> = {
  "bundler.ts": { text: IMPORTS + USE, settings: ["--module", "esnext", "--moduleResolution", "bundler"] },
  "node16.mts": { text: IMPORTS + USE, settings: ["--module", "node16", "--moduleResolution", "node16"] },
  "node20.mts": { text: IMPORTS + USE, settings: ["--module", "node20", "--moduleResolution", "node16"] },
  "node20.cts": { text: IMPORTS + USE, settings: ["--module", "node20", "--moduleResolution", "node16"] },
  "nodenext.mts": { text: IMPORTS + USE, settings: ["--module", "nodenext"] },
  "nodenext.cts": { text: IMPORTS + USE, settings: ["--module", "nodenext"] },
  "browser.ts": {
    text: BROWSER,
    settings: ["--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2023,dom", "--types", ""],
  },
};
/** The strictest, declarations of the package among what is checked. */
export const STRICT = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"];
export const ALWAYS = [...STRICT, "--skipLibCheck", "false", "--target", "es2022"];
