import { describe, expect, test } from "vitest";
import { plainSetting } from "../../../src/experiments/page/setting.ts";
import { replicateOf } from "../../../src/web/engine/replicate.ts";
import { Session, WEEKLY } from "../../../src/web/engine/session.ts";
import { bandsOf } from "../../../src/web/many/bands.ts";
import { csvText } from "../../../src/web/save/csv.ts";
import { linesThatFit, sheetSize, sheetText, styleText } from "../../../src/web/save/svgText.ts";
import { eventRows, measureRows, type SideTable, spreadRows, weeklyRows } from "../../../src/web/save/tables.ts";

/** The left side after a whole run, and a right side that has not begun. */
function sides(): SideTable[] {
  const session = new Session();
  const columns: Record<string, number[]> = Object.fromEntries(WEEKLY.map((name) => [name, []]));
  const dates: string[] = [];
  const note = () => {
    const { frame, values } = session.read();
    dates.push(frame.date);
    WEEKLY.forEach((name, k) => {
      columns[name]!.push(values[k]!);
    });
  };
  session.begin(plainSetting("new-estate"), "1");
  note();
  while (!session.finished) {
    session.step();
    note();
  }
  const left: SideTable = { side: "left", scenario: "new-estate", dates, columns, end: session.end() };
  return [left, { side: "right", scenario: "old-district", dates: [], columns: {}, end: null }];
}

describe("tables of what the page shows", () => {
  const both = sides();
  const [left] = both;

  test("have a row a week, with names in the reader's language and in the code", () => {
    const rows = weeklyRows(both, "zh");
    expect(rows[0]!.slice(0, 5)).toEqual([
      "哪一边 (side)",
      "情景 (scenario)",
      "周 (week)",
      "日期 (date)",
      "对同社区居民的平均信任 (meanTrust)",
    ]);
    expect(rows).toHaveLength(1 + left!.dates.length);
    expect(rows.at(-1)!.slice(0, 4)).toEqual(["left", "new-estate", left!.dates.length - 1, left!.dates.at(-1)]);
    expect(rows.every((row) => row.length === rows[0]!.length)).toBe(true);
  });

  test("have a row an event and a row a measure and reading", () => {
    const events = eventRows(both, "en");
    expect(events).toHaveLength(1 + left!.end!.events.length);
    expect(events.some((row) => row[4] === "councils convened (convened)")).toBe(true);
    const measures = measureRows(both, "en");
    const councils = measures.find((row) => String(row[2]).endsWith("(councils)") && row[4] === "2018-04-30");
    expect(councils!.at(-1)).toBe(left!.end!.readings["2018-04-30"]!.councils);
  });

  test("have a row a run, with the hash by which it can be told", () => {
    const run = replicateOf(plainSetting("new-estate"), "1", 0);
    const setting = plainSetting("new-estate");
    const spread = { setting, rootSeed: "1", replicates: [run], total: 1, ...bandsOf([run]) };
    const [header, row] = spreadRows([[left!, spread]], "en");
    expect(row!.slice(0, 5)).toEqual(["left", "new-estate", 0, run.seed, left!.end!.hash]);
    expect(header).toHaveLength(row!.length);
    expect(spreadRows([], "en")).toHaveLength(1);
  });

  test("stay whole as comma-separated text", () => {
    const lines = csvText(eventRows(both, "zh")).trimEnd().split("\r\n");
    expect(lines).toHaveLength(1 + left!.end!.events.length);
  });
});

describe("a drawing that stands by itself", () => {
  const sheet = {
    ...{ width: 300, height: 100, title: "Trust & <belonging>", footer: ["seed 7", "no forecast"] },
    axes: { side: [{ at: 0.5, text: "0.40" }], below: [{ at: 0, text: "2015" }] },
    keys: [{ color: "#00f", text: "new <estate>" }],
    ...{ background: "#fff", ink: "#000", muted: "#666", font: '"Source Sans 3", sans-serif' },
  };

  test("has its title and its origin, and room for both", () => {
    const text = sheetText("<svg/>", sheet);
    expect(text).toContain("Trust &amp; &lt;belonging&gt;");
    expect(text).toContain("no forecast");
    const { width, height } = sheetSize(sheet);
    expect(text).toContain(`viewBox="0 0 ${width} ${height}"`);
    expect(height).toBeGreaterThan(100 + 34 + 32);
    expect(width).toBeGreaterThan(300 + 28);
  });

  test("has what stands at its axes beside it, and what its colors are above it", () => {
    const text = sheetText("<svg/>", sheet);
    const place = (words: string) =>
      new RegExp(`<text x="([\\d.]+)" y="([\\d.]+)"[^>]*>${words}<`).exec(text)!.slice(1).map(Number);
    const [left, top] = /translate\(([\d.]+) ([\d.]+)\)/.exec(text)!.slice(1).map(Number);
    const [number, year, key] = [place("0.40"), place("2015"), place("— new &lt;estate&gt;")];
    expect(number[0]).toBeLessThan(left!);
    expect(Math.abs(number[1]! - (top! + 50))).toBeLessThan(6);
    expect(year[0]).toBe(left);
    expect(year[1]).toBeGreaterThan(top! + 100);
    expect(key[1]).toBeLessThan(top!);
  });

  test("keeps the style that was computed", () => {
    expect(styleText((property) => (property === "fill" ? "rgb(0, 0, 0)" : ""))).toBe("fill:rgb(0, 0, 0)");
  });

  test("breaks its legend between words and between Chinese characters", () => {
    const fits = (line: string) => line.length <= 8;
    expect(linesThatFit("large people lead", fits)).toEqual(["large", "people", "lead"]);
    expect(linesThatFit("圆点为居民，颜色深者信任较高", fits)).toEqual(["圆点为居民，颜色", "深者信任较高"]);
    expect(linesThatFit("", fits)).toEqual([]);
  });
});
