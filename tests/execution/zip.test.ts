import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeZip } from "../../src/execution/deposit/zip.ts";
import { needing, UNZIP } from "./faults/programs.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-zip-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = join(folder, "archive.zip");
const NAMES = ["计划 plan.yaml", "é/ñ.csv", "plain.txt"];

beforeAll(async () => {
  await writeZip(
    path,
    "邻里-results",
    NAMES.map((name) => ({ name, from: `of ${name}` })),
  );
});

/** The heads of the files as the list at the end of an archive has them, which programs go by. */
function heads(bytes: Buffer): { readonly host: number; readonly mode: number; readonly isUtf8: boolean }[] {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const isUtf8 = (bytes.readUInt16LE(at + 8) & 0x800) !== 0;
    const head = { host: bytes[at + 5]!, mode: bytes.readUInt32LE(at + 38) >>> 16, isUtf8 };
    at += 46 + [28, 30, 32].reduce((sum, k) => sum + bytes.readUInt16LE(at + k), 0);
    return head;
  });
}

describe("an archive of files whose names are not of ASCII", () => {
  test("says that it was made on Unix, by files that all may read and their owner may write", () => {
    const list = heads(readFileSync(path));
    expect(list.length).toBe(NAMES.length + 1);
    for (const head of list) expect(head).toMatchObject({ host: 3, mode: 0o100644 });
    expect(list[0]!.isUtf8).toBe(true);
  });

  test("is read by fflate under its names", () => {
    const files = unzipSync(readFileSync(path));
    for (const name of NAMES) expect(Buffer.from(files[`邻里-results/${name}`]!).toString(), name).toBe(`of ${name}`);
  });

  const needed = needing("is unpacked by Info-ZIP under its names", UNZIP);
  test.skipIf(needed.skip)(needed.name, () => {
    const there = join(folder, "there");
    execFileSync("unzip", ["-q", path, "-d", there], { env: { ...process.env, LC_ALL: "C.UTF-8" } });
    for (const name of NAMES) expect(readFileSync(join(there, "邻里-results", name), "utf8")).toBe(`of ${name}`);
  });
});
