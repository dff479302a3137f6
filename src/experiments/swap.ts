/** Blocks of a context taken from another scenario. */
import { BLOCK_NAMES, type BlockName } from "../model/context.ts";
import { checkContext } from "../model/contextCheck.ts";
import type { Scenario } from "../model/scenario.ts";

/**
 * The scenario with blocks of its context, and what is set of their fields from the outset, from another. A start graph
 * goes with `start`. Throws an InputError if the blocks do not fit together.
 */
export function withBlocks(own: Scenario, other: Scenario, blocks: readonly BlockName[]): Scenario {
  const given = Object.fromEntries(blocks.map((block) => [block, other.context[block]]));
  const { network: _, values: __, ...rest } = own;
  const network = (blocks.includes("start") ? other : own).network;
  const values = {
    ...settings(own, (block) => !blocks.includes(block)),
    ...settings(other, (b) => blocks.includes(b)),
  };
  return {
    ...rest,
    ...(network ? { network } : {}),
    ...(Object.keys(values).length > 0 ? { values } : {}),
    context: checkContext({ ...own.context, ...given }),
  };
}

/** What a scenario sets of the blocks asked for; parameters, which are of no block, count as its own. */
function settings({ values = {} }: Scenario, wanted: (block: BlockName) => boolean): Record<string, unknown> {
  const blockOf = (name: string) => BLOCK_NAMES.find((block) => name.startsWith(`${block}.`));
  return Object.fromEntries(Object.entries(values).filter(([name]) => wanted(blockOf(name) as BlockName)));
}

/** A swap as a column of results holds it: `agenda+team from old-district`. */
export function swapName(blocks: readonly BlockName[], from: string): string {
  return `${blocks.join("+")} from ${from}`;
}
