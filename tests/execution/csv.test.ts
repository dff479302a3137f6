import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellsOf, countCells, csvRow, eachLine, rowsOf } from "../../src/execution/csv.ts";

const file = join(mkdtempSync(join(tmpdir(), "linli-csv-")), "table.csv");
const cell = fc.string({ unit: fc.constantFrom("a", "1", '"', ",", " ", "议", "'"), maxLength: 6 });
const row = fc.array(cell, { minLength: 1, maxLength: 6 });

function linesOf(text: string): string[] {
  writeFileSync(file, text);
  const lines: string[] = [];
  const all = Buffer.from(text);
  eachLine(file, (bytes, start, end, at) => {
    const line = bytes.toString("utf8", start, end);
    if (all.toString("utf8", at, at + end - start) !== line) throw new Error(`not at byte ${at}: ${line}`);
    lines.push(line);
  });
  return lines;
}

test("a row that is written is read as the same cells, and counted as many", () => {
  fc.assert(
    fc.property(row, (cells) => {
      const line = csvRow(cells).slice(0, -1);
      expect(cellsOf(line)).toEqual(cells);
      const bytes = Buffer.from(line);
      expect(countCells(bytes, 0, bytes.length)).toBe(cells.length);
    }),
  );
});

test("a row is one line, whatever its cells hold; a missing value is an empty cell, a number its shortest text", () => {
  expect(csvRow(["two\r\nlines", null, Number.NaN, 0.1, -0, 1e21])).toBe("two lines,,,0.1,0,1e+21\n");
});

test("lines are found with their places in files of any size, and what has no line end is none", () => {
  const long = "x".repeat(300_000);
  expect(linesOf(`a\n${long}\n\nb,"c"\ntorn`)).toEqual(["a", long, "", 'b,"c"']);
  expect(linesOf("")).toEqual([]);
  const many = Array.from({ length: 60_000 }, (_, k) => `${k},议事`);
  expect(linesOf(`${many.join("\n")}\n`)).toEqual(many);
});

test("rows of a file are those of its lines", async () => {
  writeFileSync(file, `a,b\n${"1,2\n".repeat(200_000)}3,`);
  let count = 0;
  for await (const cells of rowsOf(file)) {
    count++;
    expect(cells.length).toBe(2);
  }
  expect(count).toBe(200_001);
});
