/** The published networks that lie beside a checkout of the project; a plain clone does not have them. */
import { existsSync, readFileSync } from "node:fs";
import { networkFromCsv } from "../../src/observe/network/csv.ts";
import type { NetworkOptions } from "../../src/observe/network/select.ts";

const folder = new URL("../../../shared/data/", import.meta.url);

export const absent = !existsSync(folder);
/** Why a test is skipped, for its title. */
export const needsData = absent ? " (skipped: the published networks are not beside this checkout)" : "";

export const CONFIRMED = { where: { reported_by_receiver: "1", reported_by_giver: "1" } } as const;

export function load(name: string, options: NetworkOptions = {}) {
  const file = (part: string) => ({
    name: `${part}.csv`,
    text: readFileSync(new URL(`${name}/${part}.csv`, folder), "utf8"),
  });
  return networkFromCsv(file("nodes"), file("edges"), { name, ...options });
}
