import { describe, expect, test } from "vitest";
import { BOM, cellText, csvText } from "../../../src/web/save/csv.ts";
import { fileName } from "../../../src/web/save/fileName.ts";

describe("tables for a spreadsheet", () => {
  test("begin with the mark of UTF-8 and end each row with both line ends", () => {
    expect(
      csvText([
        ["周", "信任"],
        [1, 0.5],
      ]),
    ).toBe(`${BOM}周,信任\r\n1,0.5\r\n`);
  });

  test("quote what needs quotes, and leave empty what is not there", () => {
    expect(cellText('say "yes", neighbor')).toBe('"say ""yes"", neighbor"');
    expect([null, undefined, Number.NaN].map(cellText)).toEqual(["", "", ""]);
    expect(cellText("two\nlines")).toBe("two lines");
  });

  test("hold no text that a spreadsheet would take for a formula", () => {
    expect(["=1+1", "+1", "-1", "@a", "\t=1"].map((t) => cellText(t).replaceAll('"', "")[0])).toEqual(
      new Array(5).fill("'"),
    );
    expect(cellText(-1.5)).toBe("-1.5");
  });

  test("are named by what they hold and by the seed", () => {
    expect(fileName("weekly", "7", "csv")).toBe("linli-weekly-seed-7.csv");
    expect(fileName("weekly", "../种子 x", "csv")).toBe("linli-weekly-seed-..-种子-x.csv");
  });
});
