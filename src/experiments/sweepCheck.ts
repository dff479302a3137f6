/** Checks of a sweep before anything of it is run: that what its plan names, loaded, fits together at every point. */
import { InputError } from "../kernel/check.ts";
import { parseDate } from "../kernel/clock.ts";
import { type Context, FIELDS_BY_NAME } from "../model/context.ts";
import { checkContext, withField } from "../model/contextCheck.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Declared } from "./declared.ts";
import { MOST_POINTS } from "./designCheck.ts";
import { canonical } from "./identity.ts";
import { type Path, type Place, pathText } from "./place.ts";
import type { AxisValue, Plan } from "./plan.ts";
import { type CheckedPlan, knownName } from "./planCheck.ts";

/** Most values of all axes at all points: what a process holds in memory. */
const MOST_VALUES = 20_000_000;

export function checkSize(points: number, axes: number, place: Place): void {
  const most = Math.min(MOST_POINTS, Math.floor(MOST_VALUES / Math.max(1, axes)));
  if (points <= most) return;
  throw new InputError(`${place(["axes"])} must make at most ${most} points; got ${points}`);
}

export function checkLoaded(plan: Plan, scenarios: readonly Scenario[], swaps: number, place: Place): void {
  if (scenarios.length !== plan.scenarios.length || swaps !== (plan.swaps ?? []).length)
    throw new InputError("a sweep needs every scenario that its plan names, loaded; got another number of them");
  const names = scenarios.map((s) => s.name);
  const twice = names.findIndex((name, i) => names.indexOf(name) < i);
  if (twice >= 0)
    throw new InputError(
      `${place(["scenarios", twice])} must be a scenario of another name; got "${names[twice]}" twice`,
    );
}

/** Throws an InputError unless what is set at every point fits the scenario, and the run has a length. */
export function checkRuns(
  scenario: Scenario,
  plan: CheckedPlan,
  settings: readonly Readonly<Record<string, AxisValue>>[],
  { declared, until, place }: { declared: ReadonlyMap<string, Declared>; until: string; place: Place },
): void {
  for (const [name, value] of Object.entries(scenario.values ?? {}))
    knownName(name, declared, [`scenario ${scenario.name}`, "values", name], pathText).check(
      value,
      [`scenario ${scenario.name}`, "values", name],
      pathText,
    );
  const outset = contextWith(contextWith(scenario.context, scenario.values ?? {}), plan.values ?? {});
  const moved = Object.keys(plan.axes).filter((name) => Object.hasOwn(FIELDS_BY_NAME, name));
  for (const setting of moved.length === 0 ? settings.slice(0, 1) : settings) {
    const shown = moved.map((name) => `${name}=${canonical(setting[name])}`).join(", ");
    const where = (path: Path) => `${place(path)}: ${[scenario.name, shown].filter(Boolean).join(" with ")}`;
    const path = moved.length > 0 ? ["axes"] : plan.values ? ["values"] : ["scenarios"];
    const context = placed(path, where, () => checkContext(contextWith(outset, setting)));
    if (parseDate(until) < parseDate(context.start.date))
      throw new InputError(
        `${where(["until"])}: until must not lie before start.date (${context.start.date}); got ${until}`,
      );
  }
}

function contextWith(context: Context, values: Readonly<Record<string, unknown>>): Context {
  const fields = Object.entries(values).filter(([name]) => Object.hasOwn(FIELDS_BY_NAME, name));
  return fields.reduce((changed, [name, value]) => withField(changed, name, value), context);
}

/** Adds a place to the message of an InputError. */
export function placed<T>(path: Path, place: Place, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${place(path)}: ${error.message}`) : error;
  }
}
