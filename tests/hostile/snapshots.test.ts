import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blank } from "../../scenarios/index.ts";
import { hashText, restore, snapshot } from "../../src/model/snapshot.ts";
import { resume, simulate } from "../../src/observe/simulation.ts";
import { injuredText, injuries } from "./damage.ts";
import { hold } from "./hostile.ts";

const simulation = simulate(blank, {
  seed: "快照",
  until: "2015-03-30",
  values: { "start.households": 12, "timing.council": 2, "start.communities": 1 },
}).stepTo("2015-02-16");
const text = simulation.snapshot();
const hash = simulation.run.hash();

/** A text that carries the checksum of a body, whatever that is. */
const sealed = (json: string) => `${hashText(json)}\n${json}`;
const body = () => JSON.parse(text.slice(17));

describe("a snapshot", () => {
  test("that was damaged anywhere is refused, unless it is whole after all", () => {
    hold("damaged snapshots", injuries, (list) => {
      const damaged = injuredText(text, list);
      if (damaged === text) return expect(resume(damaged).run.hash()).toBe(hash);
      expect(() => resume(damaged)).toThrow(/^snapshot (is damaged|must begin with its checksum)/);
      return resume(damaged);
    });
  });

  test("every flipped bit of the first line and every cut is noticed", () => {
    const bytes = Buffer.from(text);
    for (let bit = 0; bit < 8 * 40; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => resume(flipped.toString())).toThrow(/^snapshot is damaged/);
    }
    for (let length = 0; length < text.length; length++)
      if (length < 100 || length % 97 === 0) expect(() => resume(text.slice(0, length))).toThrow("snapshot is damaged");
  });

  test("without a checksum is refused by a line that says so", () => {
    for (const early of [text.slice(17), '{"format":"linli-snapshot-1"}', "\n {"])
      expect(() => resume(early)).toThrow("snapshot must begin with its checksum; got one without");
  });

  test("of another format, or of none, is refused by name", () => {
    const other = sealed(JSON.stringify({ ...body(), format: "linli-snapshot-9" }));
    expect(() => resume(other)).toThrow('snapshot must have format linli-snapshot-2; got "linli-snapshot-9"');
    for (const json of ["null", "7", "[]", "{}", '"text"', '{"__proto__":{"format":"linli-snapshot-2"}}'])
      expect(() => resume(sealed(json))).toThrow("snapshot must have format linli-snapshot-2; got undefined");
    expect(() => resume(sealed("no JSON"))).toThrow("snapshot must hold a run; got what cannot be one");
    expect(() => resume(sealed(""))).toThrow("snapshot must hold a run; got what cannot be one");
  });

  test("of a run alone is no simulation", () => {
    expect(() => resume(snapshot(simulation.run))).toThrow("snapshot must hold a simulation; got a run alone");
    expect(restore(snapshot(simulation.run)).run.hash()).toBe(hash);
  });

  test("that another program made, checksum and all, is refused or goes on", () => {
    const paths = pathsOf(body());
    const put = fc.oneof(
      fc.constantFrom(null, true, -1, 0.5, 1e300, "", "f32", [], {}, [[]], { __proto__: { rows: 3 } }),
      fc.constant(undefined),
      fc.string({ maxLength: 8 }),
    );
    const forged = fc.tuple(fc.constantFrom(...paths), put);
    const forge = ([path, value]: readonly [Path, unknown]) => sealed(JSON.stringify(changed(body(), path, value)));
    hold("forged snapshots", forged, (how) => resume(forge(how)), undefined, 2000);
  });
});

type Path = readonly (string | number)[];

/** All places of a value, outer ones first, the first of each list alone; those of the context and its texts apart. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).filter(([key], k) => key !== "scenario" && (!Array.isArray(value) || k === 0));
  return [path, ...inner.flatMap(([key, v]) => pathsOf(v, [...path, key]))];
}

/** A value with another at a place, or (undefined) without it. */
function changed(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to ?? null;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const next = (copy as Record<string, unknown>)[key];
  (copy as Record<string, unknown>)[key] = rest.length === 0 ? to : changed(next, rest, to);
  return copy;
}
