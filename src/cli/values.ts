/** `--set name=value`, `--set name@date=value`, `--block block=scenario` and `--model`, read by what each of them holds. */
import { findModel } from "../execution/models.ts";
import { findScenario } from "../execution/scenarios.ts";
import { gathered, readSetting, type Settings } from "../experiments/settingText.ts";
import { withBlocks } from "../experiments/swap.ts";
import type { LoadedModel } from "../experiments/sweep.ts";
import { checkName, format, InputError } from "../kernel/check.ts";
import { BLOCK_NAMES, type BlockName, FIELDS_BY_NAME } from "../model/context.ts";
import { checkContext, withField } from "../model/contextCheck.ts";
import type { Model } from "../model/mechanism.ts";
import type { Changes } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";

/** `name=value` in two; `option` is named in the error. */
export function splitPair(text: string, option: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw new InputError(`${option} must be given as name=value; got ${format(text)}`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/**
 * All `--set` of a command, checked one by one.
 *
 * @throws InputError naming what is unknown (with the nearest name), malformed or out of range.
 */
export function parseSettings(settings: readonly string[], model?: Model): Settings {
  return gathered(settings.map((setting) => readSetting(...splitPair(setting, "--set"), model)));
}

/** Throws an InputError if values that are fine alone do not fit a scenario together. */
export function checkTogether(scenario: Scenario, values: Changes): void {
  let context = scenario.context;
  for (const [name, value] of Object.entries(values))
    if (Object.hasOwn(FIELDS_BY_NAME, name)) context = withField(context, name, value);
  checkContext(context);
}

/** Blocks of the context by name, and the scenario from which each is taken. */
export type Blocks = Partial<Readonly<Record<BlockName, string>>>;

/** A scenario with whole blocks of others in it, and the rules that it is run by: the standard ones if none are named. */
export interface Assembled {
  readonly scenario: Scenario;
  readonly blocks: Blocks;
  readonly model?: LoadedModel;
}

/** The scenario of a name or path, with the blocks that all `--block` of a command take from others, and its `--model`. */
export async function assembled(
  name: string,
  { block: given = [], model }: { readonly block?: readonly string[]; readonly model?: string },
): Promise<Assembled> {
  const wanted = given.map((text) => splitPair(text, "--block"));
  for (const [block] of wanted) checkName("context block", block, BLOCK_NAMES);
  let scenario = await findScenario(name);
  const blocks: Record<string, string> = {};
  for (const [block, from] of wanted) {
    const other = await findScenario(from);
    scenario = withBlocks(scenario, other, [block as BlockName]);
    blocks[block] = other.name;
  }
  return { scenario, blocks, ...(model === undefined ? {} : { model: await findModel(model) }) };
}
