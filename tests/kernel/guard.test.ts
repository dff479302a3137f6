import { expect, test } from "vitest";
import { InputError } from "../../src/kernel/check.ts";
import { guarded } from "../../src/kernel/guard.ts";

const fields = { trust: 1, kept: 2, broken: 3 };
const read = (object: object, name: string) => (object as Record<string, unknown>)[name];

test("a guarded object gives what it holds, and is copied, listed and written as any other", () => {
  const offset = guarded("column of ties", { ...fields });
  const { trust, kept } = offset;
  expect([trust, kept]).toEqual([1, 2]);
  expect({ ...offset }).toEqual(fields);
  expect(Object.keys(offset)).toEqual(["trust", "kept", "broken"]);
  expect(JSON.stringify({ offset })).toBe('{"offset":{"trust":1,"kept":2,"broken":3}}');
  expect(structuredClone(offset)).toEqual(fields);
  expect(offset).toEqual(fields);
  expect(`${offset}`).toBe("[object Object]");
  expect("keptBefore" in offset).toBe(false);
});

test("a name that it does not hold is answered with the nearest", () => {
  const offset = guarded("column of ties", { ...fields });
  expect(() => read(offset, "kep")).toThrow(InputError);
  expect(() => read(offset, "kep")).toThrow(
    'unknown column of ties "kep"; did you mean "kept"? known: trust, kept, broken',
  );
  expect(() => read(guarded("parameter", {}), "gain")).toThrow('unknown parameter "gain"; known: none');
});

test("the line tells which of several objects was read", () => {
  const [one, other] = [guarded("column of ties", { a: 1 }), guarded("column of pairs", { b: 1 })];
  expect(() => read(one, "b")).toThrow('unknown column of ties "b"');
  expect(() => read(other, "a")).toThrow('unknown column of pairs "a"');
});
