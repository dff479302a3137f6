/** What the tests of network files share. */
import { expect } from "vitest";
import { InputError } from "../../src/kernel/check.ts";
import type { Network } from "../../src/model/network.ts";
import { networkFromCsv } from "../../src/observe/network/csv.ts";
import type { NetworkOptions } from "../../src/observe/network/select.ts";

export const NODES = "id,block\nAn,1\nBo,2\nCe,2\n";

export function csv(nodes: string, edges: string, options: NetworkOptions = {}) {
  return networkFromCsv({ name: "nodes.csv", text: nodes }, { name: "edges.csv", text: edges }, options);
}

export function pairs(network: Network) {
  return network.arcs.map((arc) => [arc.source, arc.target, arc.weight]);
}

/** Runs and returns the message of the InputError, which must be one line. */
export function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).not.toContain("\n");
    return (error as Error).message;
  }
  throw new Error("nothing was thrown");
}
