/**
 * The contract of a mechanism, as checks for any test runner. Each returns what is violated, in words:
 *
 *     expect(checkMechanism(myMechanism, { scenario: newEstate })).toEqual([]);
 *
 * @packageDocumentation
 */
import { Hasher } from "./model/hash.ts";
import { type AnyMechanism, Model } from "./model/mechanism.ts";
import { Run, type RunOptions } from "./model/run.ts";
import type { Scenario } from "./model/scenario.ts";
import { checkDeclaration, checkModel, placed } from "./testing/declaration.ts";
import { Watch } from "./testing/watch.ts";

export { checkDeclaration, checkModel };

export interface CheckOptions {
  readonly scenario: Scenario;
  /** Date from which weeks are watched; default: from the start. */
  readonly from?: string;
  /** Weeks watched; default 60. */
  readonly weeks?: number;
  readonly seed?: string | number;
  readonly values?: NonNullable<RunOptions["values"]>;
}

export interface MechanismCheckOptions extends CheckOptions {
  /**
   * The model in which the mechanism stands, by its name: a rule that reads what another rule of one's own writes needs
   * it. Default: the standard model, with the mechanism in its namesake's place or, if it has none, as the last of the week.
   */
  readonly model?: Model;
}

/** Hash of everything that a run holds: all columns, a mechanism's own as well, and the log. */
function hashAll(run: Run): string {
  const hasher = new Hasher();
  const states = [...Object.values(run.world.tables).map((table) => table.state()), run.world.ties.state()];
  const columns = [...states.flatMap((state) => Object.entries(state.columns)), ...Object.entries(run.log.columns())];
  for (const [name, column] of columns) {
    hasher.text(name);
    hasher.column(column, column.length);
  }
  return hasher.hex();
}

function begin(model: Model, options: CheckOptions, rebind = false): { run: Run; from: number; until: number } {
  const { scenario, seed = 1, values = {}, weeks = 60 } = options;
  const run = new Run(scenario, { model, seed, values, log: "all", rebind });
  const from = options.from === undefined ? 0 : run.clock.tick(options.from, "from");
  return { run, from, until: from + weeks };
}

function finalHash(model: Model, options: CheckOptions, rebind = false): string {
  const { run, until } = begin(model, options, rebind);
  while (run.tick < until) run.step();
  return hashAll(run);
}

/** Runs the model with some of its mechanisms watched; the hash of its end is that of an unwatched run. */
function watchRun(model: Model, options: CheckOptions, names: readonly string[]): { hash: string; found: string[] } {
  const watch = new Watch();
  let watching = false;
  const watched = (m: AnyMechanism): AnyMechanism => ({
    ...m,
    bind(binding) {
      const log: typeof binding.log = (event) => {
        const append = binding.log(event);
        return (...entry) => {
          if (watching) watch.logged.add(m.name);
          append(...entry);
        };
      };
      const step = m.bind({ ...binding, log });
      return (tick) => {
        if (watching) watch.take(binding.world);
        step(tick);
        if (watching) watch.compare(binding.world, m, tick);
      };
    },
  });
  const instrumented = new Model(model.mechanisms.map((m) => (names.includes(m.name) ? watched(m) : m)));
  const { run, from, until } = begin(instrumented, options);
  while (run.tick < from) run.step();
  watch.initial(run.world);
  watching = true;
  while (run.tick < until) run.step();
  const weeks = `${until - from} weeks from ${run.clock.date(from)} on`;
  const alone = model.mechanisms.filter((m) => names.length === 1 && m.name === names[0]);
  return { hash: hashAll(run), found: [...watch.found.values(), ...alone.flatMap((m) => idleness(m, watch, weeks))] };
}

/** What was not seen of a mechanism was not checked: an empty list must not say that it was. */
function idleness(
  { name, writes, creates = [], removes = [], events = {} }: AnyMechanism,
  watch: Watch,
  weeks: string,
) {
  const changes = writes.length + creates.length + removes.length > 0;
  const idle = changes ? !watch.acted.has(name) : Object.keys(events).length > 0 && !watch.logged.has(name);
  if (!idle) return [];
  const what = changes ? "changed" : "logged";
  return [`${name} ${what} nothing in ${weeks}: check it where it acts, by from, weeks, values, seed or scenario`];
}

/**
 * Checks what mechanisms do in a run: only declared columns change, rows are born and end only in declared tables,
 * columns stay in range and are never NaN; the same seed gives the same columns, also with every mechanism bound anew
 * each week. One mechanism alone must have done something.
 */
export function checkWeeks(model: Model, options: CheckOptions, names = model.mechanisms.map((m) => m.name)): string[] {
  const { hash, found } = watchRun(model, options, names);
  const who = names.length === 1 ? `with ${names[0]}, ` : "";
  if (finalHash(model, options) !== hash) found.push(`${who}the same seed gives other columns in a second run`);
  if (finalHash(model, options, true) !== hash) found.push(`${who}binding anew every week gives other columns`);
  return found;
}

/**
 * Checks one mechanism: what it declares and, if nothing is wrong with that, what it does in a run of the model in which
 * it stands.
 */
export function checkMechanism(mechanism: AnyMechanism, options: MechanismCheckOptions): string[] {
  const model = options.model ?? placed(mechanism);
  const declared = checkDeclaration(mechanism, model);
  return declared.length > 0 ? declared : checkWeeks(model, options, [mechanism.name]);
}
