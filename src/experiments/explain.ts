/** What explains the gap between two scenarios: the sweep in which every set of context blocks is swapped. Nothing is run here. */
import { playersIn } from "../analysis/shapley.ts";
import { InputError } from "../kernel/check.ts";
import { BLOCK_NAMES, type BlockName, type Context } from "../model/context.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Text } from "../model/vocabulary.ts";
import type { MeasureName } from "../observe/measures.ts";
import { hashStart } from "./identity.ts";
import type { Plan } from "./plan.ts";
import { withBlocks } from "./swap.ts";
import { type Loaded, type LoadedScenario, type Sweep, sweepOf } from "./sweep.ts";

/** Outcomes that are explained unless others are named. */
export const OUTCOMES = ["resolvedShare", "suspended", "meanTrust"] as const satisfies readonly MeasureName[];

/** Last date of the runs where both scenarios run that far. */
const UNTIL = "2018-12-31";

/** What a modeler calls a block. */
export const BLOCK_TEXT: Readonly<Record<BlockName, Text>> = {
  start: { en: "start", zh: "初始条件" },
  founding: { en: "founding", zh: "组织发起" },
  timing: { en: "timing", zh: "时序安排" },
  agenda: { en: "agenda", zh: "议题" },
  team: { en: "team", zh: "营造团队" },
  support: { en: "support", zh: "外部支持" },
  procedure: { en: "procedure", zh: "议事程序" },
};

/** The first scenario with some blocks from the second. */
export interface ExplainCell {
  readonly blocks: readonly BlockName[];
  /** Its point in the sweep; null where it cannot be. */
  readonly point: number | null;
  /** Why it cannot be. */
  readonly infeasible: Text | null;
}

export interface ExplainSweep {
  readonly a: Scenario;
  readonly b: Scenario;
  /** Blocks in which the two differ, and those that are the same in both: these explain nothing. */
  readonly blocks: readonly BlockName[];
  readonly same: readonly BlockName[];
  /** By coalition: bit j says whether `blocks[j]` is from the second scenario. */
  readonly cells: readonly ExplainCell[];
  readonly sweep: Sweep;
}

export interface ExplainPlan {
  readonly outcomes: readonly MeasureName[];
  readonly replicates: number;
  readonly seed: string | number;
  /** `explainUntil` by default. */
  readonly until?: string;
}

/** The date to which the two are run unless another is named: the end of 2018, or the end of the one that ends before it. */
export function explainUntil(a: Scenario, b: Scenario): string {
  return [UNTIL, a.until, b.until].sort()[0]!;
}

/**
 * The sweep of all sets of blocks. What is no block is the first scenario's: parameters it sets, reading date, patterns.
 *
 * @throws InputError if the two have the same context, or an end of them cannot be run, or as `sweepOf` does.
 */
export function explainSweep(
  { version, a, b }: { version: string; a: LoadedScenario; b: LoadedScenario },
  plan: ExplainPlan,
): ExplainSweep {
  const until = plan.until ?? explainUntil(a.scenario, b.scenario);
  const blocks = BLOCK_NAMES.filter((block) => differsIn(block, a.scenario, b.scenario));
  if (blocks.length === 0)
    throw new InputError(
      `explain: expected two scenarios with different contexts; got ${a.scenario.name} and ${b.scenario.name}, which have the same`,
    );
  let points = 0;
  const cells = Array.from({ length: 1 << blocks.length }, (_, coalition): ExplainCell => {
    const own = playersIn(coalition).map((j) => blocks[j]!);
    const infeasible = refusalOf(a.scenario, b.scenario, own, until);
    return { blocks: own, infeasible, point: infeasible === null ? points++ : null };
  });
  for (const end of [cells[0]!, cells.at(-1)!])
    if (end.infeasible)
      throw new InputError(
        `explain: expected scenarios that can be run to ${until}; got one in which ${end.infeasible.en}`,
      );
  const sweep = sweepOf(planOf(plan, cells, a.scenario, b.scenario, until), loadedOf(version, a, b, points - 1));
  return { a: a.scenario, b: b.scenario, blocks, same: BLOCK_NAMES.filter((n) => !blocks.includes(n)), cells, sweep };
}

function differsIn(block: BlockName, a: Scenario, b: Scenario): boolean {
  try {
    return hashStart(withBlocks(a, b, [block])) !== hashStart(a);
  } catch (error) {
    if (error instanceof InputError) return true; // a block that does not fit is another
    throw error;
  }
}

function planOf(
  { outcomes, replicates, seed }: ExplainPlan,
  cells: readonly ExplainCell[],
  a: Scenario,
  b: Scenario,
  until: string,
): Plan {
  const swapped = cells.filter(({ point }) => point !== null && point > 0);
  return {
    name: `${a.name} / ${b.name}`,
    scenarios: [a.name],
    axes: {},
    swaps: swapped.map(({ blocks }) => ({ blocks, from: b.name })),
    ...{ replicates, seed, until, events: false },
    // the three are always read, so that a directory serves whichever of them is asked for
    measures: [...new Set([...OUTCOMES, ...outcomes])],
  };
}

function loadedOf(version: string, a: LoadedScenario, b: LoadedScenario, swaps: number): Loaded {
  return { version, scenarios: [a], swaps: new Array<LoadedScenario>(swaps).fill(b) };
}

/** Why a scenario with these blocks of another cannot be, or makes no sense; null if it can. */
function refusalOf(a: Scenario, b: Scenario, blocks: readonly BlockName[], until: string): Text | null {
  try {
    const { context } = withBlocks(a, b, blocks);
    return RULES.find((rule) => rule.broken(context, until))?.why ?? null;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { en: `blocks do not fit together: ${error.message}`, zh: `各模块不相容：${error.message}` };
  }
}

interface Rule {
  readonly why: Text;
  broken(context: Context, until: string): boolean;
}

/** What no combination of blocks may be, whatever scenarios they come from. Dates are ISO, so that their order is that of texts. */
const RULES: readonly Rule[] = [
  {
    why: { en: "the run ends before it starts", zh: "运行截止日早于起始日" },
    broken: ({ start }, until) => until < start.date,
  },
  {
    why: { en: "an owners' committee is formed before homes are handed over", zh: "交房之前便成立业主委员会" },
    broken: ({ start, support }) =>
      support.ownersCommitteeFrom !== null && support.ownersCommitteeFrom < start.handover,
  },
  {
    why: {
      en: "a team without hours convenes a council or gathers groups",
      zh: "营造团队没有投入工时，却要召集议事会或组建团体",
    },
    broken: ({ team, founding }) => team.effort === 0 && (founding.council || founding.groups.length > 0),
  },
];
