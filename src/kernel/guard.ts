/** Objects that refuse names they do not hold: a name mistyped in a rule must not read as undefined and become NaN. */
import { unknownName } from "./check.ts";

/** What each guarded object holds, in words. */
const held = new WeakMap<object, string>();

/** Names that engines and test runners ask any object for. */
const ASKED = ["toJSON", "then", "asymmetricMatch", "toAsymmetricMatcher", "$$typeof", "nodeType"];

/**
 * Stands behind guarded objects as their prototype. A name that an object holds is found before a look goes here, so
 * that loops pay nothing; one for all, so that what is read in the same place keeps one shape over all runs.
 */
const behind: object = new Proxy(
  {},
  {
    get(target, name, object: object) {
      const what = held.get(object);
      const usual = typeof name === "symbol" || name in target || ASKED.includes(name);
      if (what === undefined || usual) return Reflect.get(target, name, object);
      throw unknownName(what, name, Object.keys(object));
    },
  },
);

/** A copy of the object that throws an InputError where a name is read that it does not hold. */
export function guarded<T extends object>(what: string, object: T): T {
  // Made anew: an object whose prototype is replaced has a shape that engines read more slowly.
  const copy: T = Object.create(behind, Object.getOwnPropertyDescriptors(object));
  held.set(copy, what);
  return copy;
}
