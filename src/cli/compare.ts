/** `linli compare A B`: two scenarios on the same seeds, side by side. */
import type { Command } from "commander";
import { findScenario } from "../execution/scenarios.ts";
import { VERSION } from "../execution/version.ts";
import { withBlocks } from "../experiments/swap.ts";
import { checkName, InputError } from "../kernel/check.ts";
import { BLOCK_NAMES, type BlockName } from "../model/context.ts";
import type { Scenario } from "../model/scenario.ts";
import { compared, showComparison } from "./comparison.ts";
import {
  addCommonOptions,
  addOutputOptions,
  addReplicates,
  addScenarioOptions,
  collect,
  planOf,
  type RunFlags,
} from "./options.ts";
import { print, type Session } from "./output.ts";
import { checkFailures, runPlan } from "./run.ts";
import { checkTarget, writeResults } from "./store.ts";

const REPLICATES = 10;

interface CompareFlags extends RunFlags {
  readonly swap?: string;
  readonly setA?: readonly string[];
  readonly setB?: readonly string[];
}

export function addCompare(program: Command, session: Session): void {
  const { say } = session;
  const blocks = BLOCK_NAMES.join(",");
  const command = program
    .command("compare")
    .description(say("run two scenarios on the same seeds, side by side", "以相同种子运行两个情景并排比较"))
    .argument("<a>", say("a scenario", "情景"))
    .argument("<b>", say("another scenario", "另一情景"))
    .option("--swap <blocks>", say(`context blocks that the two exchange: ${blocks}`, `两者互换的情境模块：${blocks}`));
  addScenarioOptions(addReplicates(command, session, REPLICATES), session)
    .option("--set-a <name=value>", say("the same for the first alone", "同 --set，只用于前者"), collect)
    .option("--set-b <name=value>", say("the same for the second alone", "同 --set，只用于后者"), collect);
  addCommonOptions(addOutputOptions(command, session), session)
    .addHelpText("after", examples(say))
    .action((a: string, b: string, flags: CompareFlags) => compare(a, b, flags, session));
}

function examples(say: Session["say"]): string {
  return `
${say("Examples:", "示例：")}
  linli compare new-estate old-district
  linli compare new-estate old-district --swap agenda,team --replicates 20
  linli compare new-estate new-estate --set-b team.independence=1`;
}

async function compare(a: string, b: string, flags: CompareFlags, session: Session): Promise<void> {
  const blocks = parseBlocks(flags.swap);
  if (flags.out !== undefined) checkTarget(flags.out);
  const pair = swapped(await findScenario(a), await findScenario(b), blocks);
  const own = [flags.setA ?? [], flags.setB ?? []];
  const plans = pair.map((scenario, k) => planOf(scenario, flags, session, { replicates: REPLICATES, set: own[k]! }));
  const [n, rootSeed] = [plans[0]!.jobs.length, plans[0]!.rootSeed];
  const replicates = await runPlan(
    plans.flatMap((plan) => plan.jobs),
    session,
  );
  const sides = [replicates.slice(0, n), replicates.slice(n)] as const;
  if (flags.out !== undefined)
    writeResults(
      flags.out,
      plans.map((plan, k) => ({ plan, replicates: sides[k]! })),
    );
  const measures = compared(...sides, n);
  const values = { a: plans[0]!.values, b: plans[1]!.values };
  const names = { a: pair[0].name, b: pair[1].name, swapped: blocks, values, version: VERSION, rootSeed };
  const seeds = sides[0].map((r) => r.seed);
  if (flags.json) print(session, JSON.stringify({ ...names, replicates: n, seeds, measures }));
  else showComparison(pair, measures, { labels: labelsOf(pair, blocks, own), blocks, rootSeed, n }, session);
  checkFailures(replicates);
}

/** What the columns are called: the scenario, with what sets it apart from the other. */
function labelsOf(
  [a, b]: readonly [Scenario, Scenario],
  blocks: readonly string[],
  own: readonly (readonly string[])[],
): readonly string[] {
  return [
    [a, b],
    [b, a],
  ].map(([mine, other], k) => {
    const swap = blocks.length > 0 ? ` + ${blocks.join(", ")} ← ${other!.name}` : "";
    return [mine!.name + swap, ...own[k]!].join("; ");
  });
}

function parseBlocks(text: string | undefined): BlockName[] {
  if (text === undefined) return [];
  const names = text.split(",").map((name) => name.trim());
  for (const name of names) checkName("context block", name, BLOCK_NAMES);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw new InputError(`--swap names a block once; got "${twice}" twice`);
  return names as BlockName[];
}

/** The two scenarios with blocks exchanged. A start graph goes with `start`. */
export function swapped(a: Scenario, b: Scenario, blocks: readonly BlockName[]): readonly [Scenario, Scenario] {
  return [withBlocks(a, b, blocks), withBlocks(b, a, blocks)];
}
