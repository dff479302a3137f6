import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetMetadata } from "hyparquet";
import { afterAll, expect, test } from "vitest";
import { writeParquet } from "../../src/execution/parquet.ts";
import { VERSION } from "../../src/execution/version.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-parquet-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How readers take apart what a file says of its program, to tell faults of versions (parquet-java's VersionParser). */
const CREATED_BY = /^(.*?)\s+version\s*(?:([^(]*?)\s*(?:\(\s*build\s*([^)]*?)\s*\))?)?$/;

test("a Parquet file names the program and its version as readers look for them, in the same bytes again", async () => {
  const csv = join(folder, "table.csv");
  writeFileSync(csv, "id,point,team.independence\na,0,0.5\nb,1,1\n");
  const [first, second] = ["1", "2"].map((name) => join(folder, `${name}.parquet`));
  for (const path of [first!, second!]) await writeParquet(csv, path);
  const bytes = readFileSync(first!);
  const { created_by } = parquetMetadata(new Uint8Array(bytes).buffer);
  expect(CREATED_BY.exec(created_by!)!.slice(1)).toEqual(["linli", VERSION, undefined]);
  expect(readFileSync(second!).equals(bytes)).toBe(true);
});
