/** `linli compare A B`: two scenarios on the same seeds, side by side. */
import { basename } from "node:path";
import type { Command } from "commander";
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
  modelName,
  planOf,
  type RunFlags,
} from "./options.ts";
import { print, type Session } from "./output.ts";
import { checkFailures, runPlan } from "./run.ts";
import { checkTarget, writeResults } from "./store.ts";
import { type Assembled, assembled, type Blocks } from "./values.ts";

const REPLICATES = 10;

interface CompareFlags extends RunFlags {
  readonly swap?: string;
  readonly setA?: readonly string[];
  readonly setB?: readonly string[];
  readonly blockA?: readonly string[];
  readonly blockB?: readonly string[];
  readonly modelA?: string;
  readonly modelB?: string;
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
    .option("--set-a <name=value>", say("--set for the first alone", "同 --set，只用于前者"), collect)
    .option("--set-b <name=value>", say("--set for the second alone", "同 --set，只用于后者"), collect)
    .option("--block-a <block=scenario>", say("--block for the first alone", "同 --block，只用于前者"), collect)
    .option("--block-b <block=scenario>", say("--block for the second alone", "同 --block，只用于后者"), collect)
    .option("--model-a <file>", say("--model for the first alone", "同 --model，只用于前者"))
    .option("--model-b <file>", say("--model for the second alone", "同 --model，只用于后者"));
  addCommonOptions(addOutputOptions(command, session), session)
    .addHelpText("after", examples(say))
    .action((a: string, b: string, flags: CompareFlags) => compare(a, b, flags, session));
}

function examples(say: Session["say"]): string {
  return `
${say("Examples:", "示例：")}
  linli compare new-estate old-district
  linli compare new-estate old-district --swap agenda,team --replicates 20
  linli compare new-estate new-estate --set-b team.independence=1
  linli compare new-estate new-estate --model-b rule.ts
  linli compare new-estate new-estate --block-b agenda=old-district --set-b team.independence@2017-01-02=1`;
}

async function compare(a: string, b: string, flags: CompareFlags, session: Session): Promise<void> {
  const blocks = parseBlocks(flags.swap);
  if (flags.out !== undefined) checkTarget(flags.out);
  const own: readonly Own[] = [
    { block: flags.blockA ?? [], set: flags.setA ?? [], model: flags.modelA },
    { block: flags.blockB ?? [], set: flags.setB ?? [], model: flags.modelB },
  ];
  const sideOf = (name: string, k: number) => {
    const { block, model = flags.model } = own[k]!;
    return assembled(name, { block: [...(flags.block ?? []), ...block], ...(model === undefined ? {} : { model }) });
  };
  const both: readonly Assembled[] = [await sideOf(a, 0), await sideOf(b, 1)];
  const pair = swapped(both[0]!.scenario, both[1]!.scenario, blocks);
  const plans = both.map((side, k) =>
    planOf({ ...side, scenario: pair[k]! }, flags, session, { replicates: REPLICATES, set: own[k]!.set }),
  );
  const [n, rootSeed] = [plans[0]!.jobs.length, plans[0]!.rootSeed];
  const replicates = await runPlan(
    plans.flatMap((plan) => plan.jobs),
    session,
  );
  const sides = [replicates.slice(0, n), replicates.slice(n)] as const;
  if (flags.out !== undefined)
    writeResults(
      flags.out,
      plans.map((plan, k) => ({
        plan: { ...plan, blocks: { ...plan.blocks, ...takenOf(blocks, both[1 - k]!) } },
        replicates: sides[k]!,
      })),
    );
  const measures = compared(...sides, n);
  const [pa, pb] = [plans[0]!, plans[1]!];
  const settings = {
    values: { a: pa.values, b: pb.values },
    changes: { a: pa.changes, b: pb.changes },
    blocks: { a: pa.blocks, b: pb.blocks },
    models: { a: modelName(pa.model), b: modelName(pb.model) },
  };
  const names = { a: pair[0].name, b: pair[1].name, swapped: blocks, ...settings, version: VERSION, rootSeed };
  const seeds = sides[0].map((r) => r.seed);
  if (flags.json) print(session, JSON.stringify({ ...names, replicates: n, seeds, measures }));
  else showComparison(pair, measures, { labels: labelsOf(pair, blocks, own), blocks, rootSeed, n }, session);
  checkFailures(replicates);
}

/** Where swapped blocks come from: the other side, or where that has them from. */
const takenOf = (blocks: readonly BlockName[], other: Assembled): Blocks =>
  Object.fromEntries(blocks.map((block) => [block, other.blocks[block] ?? other.scenario.name]));

/** What is asked of one side alone, as it was written. */
interface Own {
  readonly block: readonly string[];
  readonly set: readonly string[];
  readonly model: string | undefined;
}

/** What the columns are called: the scenario, with what sets it apart from the other. */
function labelsOf(
  [a, b]: readonly [Scenario, Scenario],
  blocks: readonly string[],
  own: readonly Own[],
): readonly string[] {
  return [
    [a, b],
    [b, a],
  ].map(([mine, other], k) => {
    const swap = blocks.length > 0 ? ` + ${blocks.join(", ")} ← ${other!.name}` : "";
    const { block, set, model } = own[k]!;
    return [mine!.name + swap, ...(model === undefined ? [] : [basename(model)]), ...block, ...set].join("; ");
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
