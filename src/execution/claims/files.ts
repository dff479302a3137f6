/** Results of claims as files: one tidy table, and all of it as JSON. */
import { join } from "node:path";
import type { MeanInterval } from "../../analysis/intervals.ts";
import type { Claim } from "../../experiments/claims/claim.ts";
import { CLAIMS } from "../../experiments/claims/claims.ts";
import { type Cell, csvRow } from "../csv.ts";
import { storeError, writeWhole } from "../files.ts";
import type { ClaimsResult } from "./runClaims.ts";

const interval = (name: string) => [name, `${name}_low`, `${name}_high`];
const COLUMNS = [
  ...["claim", "name", "by", "neighborhood", "arm_a", "arm_b", "measure", "at", "direction", "smallest"],
  ...["pairs", "dropped", "mean_a", "mean_b", ...interval("effect"), "share", "p", "p_holm", "verdict", "tag"],
  ...["term", ...interval("frozen"), ...interval("within"), ...interval("interaction"), "claim_verdict"],
];

const cells = (found: MeanInterval | null): Cell[] => [found?.mean ?? null, found?.low ?? null, found?.high ?? null];

/** The claims of a result, with their declarations. */
export function declared({ claims }: ClaimsResult): readonly Claim[] {
  return claims.map(({ id }) => CLAIMS.find((claim) => claim.id === id)!);
}

/** A row a test. */
export function claimsCsv(result: ClaimsResult): string {
  const rows = declared(result).flatMap((claim, k) =>
    claim.tests.map((test, t): Cell[] => {
      const found = result.claims[k]!.tests[t]!;
      const { frozen } = test;
      return [
        ...[claim.id, claim.name, claim.by, claim.arms[test.a]!.neighborhood, test.a, test.b, test.measure, test.at],
        ...[test.direction, test.smallest, found.pairs, found.dropped, found.a, found.b, ...cells(found.effect)],
        ...[found.share, found.p, found.adjusted, found.verdict, found.tag],
        ...[frozen.kind === "held" ? frozen.name : frozen.kind, ...cells(found.frozen), ...cells(found.within)],
        ...[...cells(found.interaction), result.claims[k]!.verdict],
      ];
    }),
  );
  return [COLUMNS, ...rows].map(csvRow).join("");
}

/** Writes `claims.csv` and `claims.json` into the directory of the results; of some of the claims, `claims-3-16.csv`. */
export function writeClaims(dir: string, result: ClaimsResult): void {
  const some = result.claims.length < CLAIMS.length ? `-${result.claims.map(({ id }) => id).join("-")}` : "";
  try {
    writeWhole(join(dir, `claims${some}.csv`), claimsCsv(result));
    writeWhole(join(dir, `claims${some}.json`), `${JSON.stringify(result, null, 2)}\n`);
  } catch (error) {
    throw storeError(dir, error);
  }
}
