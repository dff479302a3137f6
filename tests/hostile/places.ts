/** Values changed at any of their places. */
import fc from "fast-check";

export type Way = readonly (string | number)[];

/** All places of a value, outer ones first; of a list the first item alone. */
export function waysOf(value: unknown, way: Way = []): Way[] {
  if (typeof value !== "object" || value === null) return [way];
  const inner = Object.entries(value).filter((_, k) => !Array.isArray(value) || k === 0);
  return [way, ...inner.flatMap(([key, v]) => waysOf(v, [...way, key]))];
}

/** A value with another at a place, or (undefined) without it. */
export function changed(value: unknown, [key, ...rest]: Way, to: unknown): unknown {
  if (key === undefined) return to ?? null;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const next = (copy as Record<string, unknown>)[key];
  Object.defineProperty(copy, key, {
    value: rest.length === 0 ? to : changed(next, rest, to),
    ...{ enumerable: true, configurable: true, writable: true },
  });
  return copy;
}

/** What a file may hold where something else was meant. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, undefined, true, false, 0, -1, 0.5, 1e300, 2 ** 53 + 2, "", "1", "constructor", "__proto__"],
    ...["../../../etc/passwd", "2018-04-30", "9999-12-31", "a\nb", "\u001b[2J", "\u202e", "x".repeat(5000), "\ud800"],
    ...[[], {}, [[]], [null], [1, "2"], Array(1000).fill(0), { en: "a", zh: "b" }, { en: 1, zh: [] }],
    ...[JSON.parse('{"__proto__": {"polluted": 1}}'), JSON.parse('{"constructor": {"prototype": {"polluted": 1}}}')],
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.double(),
);
