import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ColumnReader, ColumnWriter } from "../../src/execution/checkpoint/columns.ts";
import { cellsOf } from "../../src/execution/csv.ts";
import { inline } from "../../src/execution/inline.ts";
import { mergeStores } from "../../src/execution/merge.ts";
import { openRuns } from "../../src/execution/report/results.ts";
import { runSweep } from "../../src/execution/run.ts";
import { RunIndex } from "../../src/execution/runIndex.ts";
import { SegmentWriter, segmentNumbers } from "../../src/execution/segments.ts";
import {
  checkStore,
  columnsOf,
  type Manifest,
  manifestOf,
  readManifest,
  TABLES,
  tableFile,
} from "../../src/execution/store.ts";
import { SAME, tiny } from "../execution/tiny.ts";
import { type Injury, injured, injury } from "./damage.ts";
import { answered, answeredLater, hold, scratch } from "./hostile.ts";
import { changed, hostile, waysOf } from "./places.ts";

const folder = scratch();
const whole = join(folder, "whole");
const open = join(folder, "open");
let manifest: Manifest;
/** The rows of each run, table by table. */
const rows = new Map<string, Record<string, string>>();

const linesOf = (path: string) => readFileSync(path, "utf8").trimEnd().split("\n").slice(1);
const columns = () => columnsOf(manifest);

/** What a directory is taken to hold. */
function held(dir: string): Map<string, Record<string, string>> {
  const index = new RunIndex(columns()).add(dir);
  const files = new Map<string, Buffer>();
  return new Map(
    [...index.ordered()].map((slot) => [
      index.rowAt(slot).id!,
      Object.fromEntries(
        TABLES.map((table) => {
          const { dir: at, start, end } = index.place(slot, table);
          const path = tableFile(at, table);
          const bytes = files.get(path) ?? readFileSync(path);
          files.set(path, bytes);
          return [table, bytes.toString("utf8", start, end)];
        }),
      ),
    ]),
  );
}

beforeAll(async () => {
  const sweep = await tiny({ replicates: 1 });
  await runSweep(sweep, { dir: whole, executor: inline });
  manifest = readManifest(whole);
  mkdirSync(open);
  cpSync(join(whole, "manifest.json"), join(open, "manifest.json"));
  const writer = new SegmentWriter({ dir: open, axes: manifest.axes, measures: manifest.measures });
  const of = (table: "series" | "events", id: string) =>
    linesOf(tableFile(whole, table))
      .filter((line) => line.startsWith(`${id},`))
      .map(cellsOf);
  for (const line of linesOf(tableFile(whole, "runs"))) {
    const run = cellsOf(line);
    writer.write({ run, series: of("series", run[0]!), events: of("events", run[0]!).slice(0, 5), ms: 7 });
  }
  writer.close();
  for (const [id, of] of held(open)) rows.set(id, of);
  expect(rows.size).toBe(manifest.runs);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Damages a file, calls, and puts the file right again. */
function damaging<T>(path: string, how: readonly Injury[], call: () => T): T {
  const bytes = readFileSync(path);
  writeFileSync(path, how.reduce(injured, new Uint8Array(bytes)));
  try {
    return call();
  } finally {
    writeFileSync(path, bytes);
  }
}

const injuries = fc.array(injury, { minLength: 1, maxLength: 2 });

describe("the directory of a sweep", () => {
  test("in segments: a run is as it was written, or is not done", () => {
    const cases = fc.tuple(fc.constantFrom(...TABLES), injuries);
    let lost = 0;
    hold(
      "damaged segments",
      cases,
      ([table, how]) => damaging(tableFile(join(open, "segments", "1"), table), how, () => held(open)),
      (answer) => {
        const found = "value" in answer ? answer.value : new Map();
        for (const [id, of] of found) expect(of).toEqual(rows.get(id));
        lost += rows.size - found.size;
      },
    );
    console.log(`runs of damaged segments that are made again: ${lost}`);
    expect(lost).toBeGreaterThan(1000);
  });

  test("merged: a table is as it was written, or is refused in a line", () => {
    const before = held(whole);
    const cases = fc.tuple(fc.constantFrom(...TABLES, "SHA256SUMS"), injuries);
    const path = (name: string) => join(whole, name === "SHA256SUMS" ? name : `${name}.csv`);
    hold(
      "damaged tables",
      cases,
      ([name, how]) => damaging(path(name), how, () => held(whole)),
      (answer) => {
        if ("value" in answer) expect(answer.value).toEqual(before);
        else expect(answer.refused).toContain("expected the file as the sweep wrote it; got");
      },
    );
  });

  test("a manifest is as it was written, or is refused in a line", () => {
    hold(
      "damaged manifests",
      injury,
      (how) => damaging(join(whole, "manifest.json"), [how], () => readManifest(whole)),
      (answer) => {
        if ("value" in answer) expect(answer.value).toMatchObject(manifest);
      },
    );
  });

  test("a manifest of another hand, with anything anywhere, is read or refused in a line", () => {
    const other = join(folder, "other");
    mkdirSync(other);
    const places = fc.tuple(fc.constantFrom(...waysOf(manifest)), hostile);
    hold("manifests of any content", places, ([way, value]) => {
      writeFileSync(join(other, "manifest.json"), JSON.stringify(changed(manifest, way, value)));
      const read = readManifest(other);
      checkStore(other, manifest);
      return read;
    });
  });

  test("of another version, or another sweep's, is refused by name", async () => {
    const other = join(folder, "version");
    mkdirSync(other);
    writeFileSync(join(other, "manifest.json"), JSON.stringify({ ...manifest, version: "0.0.9" }));
    const now = manifestOf(await tiny({ replicates: 1 }), null, null);
    const refused = (what: string) => ({ refused: expect.stringContaining(what) });
    expect(answered(() => checkStore(other, now))).toEqual(refused('with another version: expected "0.0.9"'));
    expect(await answeredLater(() => mergeStores([whole, other], join(folder, "none")))).toEqual(
      refused("got another sweep"),
    );
    writeFileSync(join(other, "manifest.json"), JSON.stringify({ ...manifest, format: "linli-sweep-9" }));
    expect(answered(() => readManifest(other))).toEqual(
      refused('expected format "linli-sweep-1"; got "linli-sweep-9"'),
    );
  });

  test("segments of strange names are none, and nothing loops", () => {
    const other = join(folder, "names");
    for (const name of ["1", "..5", "99999999999999999999", "-1", "1e3", "__proto__"])
      mkdirSync(join(other, "segments", name), { recursive: true });
    expect(segmentNumbers(other)).toEqual([1]);
    new SegmentWriter({ dir: other, axes: [], measures: [] }).close();
    expect(segmentNumbers(other)).toEqual([1, 2]);
  });

  test("whose segments were damaged goes on to the same files", async () => {
    const dir = join(folder, "goes-on");
    const sweep = await tiny({ replicates: 1 });
    for (const seed of [1, 2, 3, 4]) {
      rmSync(dir, { recursive: true, force: true });
      cpSync(open, dir, { recursive: true });
      for (const table of TABLES) {
        const path = tableFile(join(dir, "segments", "1"), table);
        const how = { kind: "flip", at: seed / 5 + TABLES.indexOf(table) / 20, bit: seed } as const;
        writeFileSync(path, injured(new Uint8Array(readFileSync(path)), how));
      }
      // events were cut to five a run: those runs are made again, as they have no rows
      for (const n of readdirSync(join(dir, "segments"))) rmSync(tableFile(join(dir, "segments", n), "events"));
      await runSweep(sweep, { dir, executor: inline });
      for (const name of SAME) expect(readFileSync(join(dir, name)).equals(readFileSync(join(whole, name)))).toBe(true);
    }
  });

  test("whose merged runs were damaged is refused by whatever reads it", async () => {
    const path = join(whole, "runs.csv");
    const bytes = readFileSync(path);
    writeFileSync(path, injured(new Uint8Array(bytes), { kind: "flip", at: 0.7, bit: 0 }));
    const refused = { refused: expect.stringContaining("expected the file as the sweep wrote it") };
    expect(await answeredLater(() => openRuns(whole))).toEqual(refused);
    expect(await answeredLater(() => mergeStores([whole], join(folder, "merged")))).toEqual(refused);
    expect(
      await answeredLater(async () => runSweep(await tiny({ replicates: 2 }), { dir: whole, executor: inline })),
    ).toEqual(refused);
    writeFileSync(path, bytes);
    expect(await answeredLater(() => mergeStores([whole], join(folder, "merged")))).toHaveProperty("value");
  });
});

describe("the file in which a long run is held", () => {
  const path = join(folder, "held.bin");
  const columns = [Float32Array.from([1, 2, 3]), Int32Array.from([-1, 5]), Uint8Array.from([7])];

  test("is as it was written, or is refused in a line", () => {
    const writer = new ColumnWriter(path);
    const places = columns.map((column) => writer.add(column));
    writer.end({ places, about: "春" });
    const read = () => {
      const reader = new ColumnReader(path);
      const values = places.map((place) => reader.read(place));
      reader.close();
      return [reader.description, values];
    };
    const before = read();
    hold(
      "damaged checkpoints",
      injuries,
      (how) => damaging(path, how, read),
      (answer) => {
        if ("value" in answer) expect(answer.value).toEqual(before);
        else expect(answer.refused).toContain("expected a checkpoint that is whole; got one that is damaged");
      },
    );
  });
});
