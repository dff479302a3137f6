import stringWidth from "string-width";
import { expect, test } from "vitest";
import { sessionIn } from "../../src/cli/output.ts";
import { sparkline } from "../../src/cli/sparkline.ts";
import { hanging, table, wrap } from "../../src/cli/table.ts";

const session = sessionIn("en", { write: () => {}, warn: () => {}, colors: false, live: false, width: 100 });

test("numbers stand to the right, and Chinese counts two columns a character", () => {
  const lines = table(
    [{ title: "name" }, { title: "n", right: true }],
    [
      ["信任", "1"],
      ["trust", "22"],
    ],
    session,
  );
  expect(lines).toEqual(["name    n", "─────  ──", "信任    1", "trust  22"]);
});

test("a table too wide narrows its flexible columns only, and no line is wider than asked", () => {
  const rows = [["a measure with a long explanation in words", "0.123 [0.100, 0.200]"]];
  const lines = table(
    [
      { title: "measure", flexible: true },
      { title: "value", right: true },
    ],
    rows,
    session,
    40,
  );
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBe(40);
  expect(lines[2]).toBe("a measure with a    0.123 [0.100, 0.200]");
});

test("Chinese is broken between characters, and no line begins with a closing mark or a count", () => {
  const text = "搁置13项（等业主委员会成立之后再投票表决：7；责任方拒绝：3；其他：3），解决2项";
  for (let width = 12; width < 80; width++) {
    const lines = wrap(text, width);
    expect(lines.join("")).toBe(text);
    for (const line of lines) expect(line).not.toMatch(/^[：；，）]/);
  }
});

test("a wrapped text hangs under itself", () => {
  expect(hanging("2018-04-30", "one two three", 20)).toEqual(["2018-04-30  one two", "            three"]);
});

test("bars rise from least to most, blanks stand for what is missing, and a series that hardly moves is flat", () => {
  expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 8)).toBe("▁▂▃▄▅▆▇█");
  expect(sparkline([0, null, 7], 3)).toBe("▁ █");
  expect(sparkline([0.4, 0.4001], 2)).toBe("▁▁");
  expect(sparkline([0, 0, 7, 7], 2)).toBe("▁█");
  expect(sparkline([1], 1, [0, 7])).toBe("▂");
});
