import { expect, test } from "vitest";
import { standardModel } from "../../../src/model/community.ts";
import { BLOCK_NAMES, FIELDS_BY_NAME } from "../../../src/model/context.ts";
import { measureOf } from "../../../src/observe/measures.ts";
import { SCENARIOS } from "../../../src/web/engine/setting.ts";
import { COUNCIL_FIGURE, CULTIVATION_FIGURE, type Figure } from "../../../src/web/paper/figures.ts";
import { leverText } from "../../../src/web/paper/levers.ts";
import { COLUMNS, EFFECTS, PROPOSALS, ROWS } from "../../../src/web/paper/table2.ts";

const partsOf = ({ steps }: Figure) => steps.flatMap(({ main, seats, beside }) => [main, ...(seats ?? []), ...beside]);
const PARTS = [COUNCIL_FIGURE, CULTIVATION_FIGURE].flatMap(partsOf);
const LEVERS = [...PARTS.map((p) => p.lever), ...ROWS.flatMap((r) => r.levers), ...PROPOSALS.flatMap((p) => p.levers)];

test("every lever that the paper's pictures name is there", () => {
  for (const lever of LEVERS) {
    const there =
      Object.hasOwn(FIELDS_BY_NAME, lever) ||
      Object.hasOwn(standardModel.parameters, lever) ||
      (BLOCK_NAMES as string[]).includes(lever);
    expect(there, lever).toBe(true);
    expect(leverText(lever).zh, lever).not.toBe("");
  }
});

test("every part has a name and a detail in both languages", () => {
  for (const { name, detail } of PARTS) for (const t of [name, detail]) expect(t.en && t.zh).toBeTruthy();
});

test("Table 2 has its eight rows, and each but the effect has a lever", () => {
  expect(ROWS.map((r) => r.title.zh)).toEqual([
    "社会资本",
    "促成方式",
    "协商主体",
    "利益关系",
    "协商议题",
    "协商载体",
    "协商程序",
    "协商成效",
  ]);
  expect(ROWS.filter((r) => r.levers.length === 0).map((r) => r.title.en)).toEqual(["Effect"]);
});

test("the effects are measures, and the columns are neighborhoods of the page", () => {
  for (const name of EFFECTS) expect(measureOf(name).text.zh).not.toBe("");
  for (const { scenario } of COLUMNS) expect(Object.keys(SCENARIOS)).toContain(scenario);
});

test("Chinese texts have no spaces beside digits and no half-width commas", () => {
  const texts = [...PARTS.flatMap((p) => [p.name, p.detail]), ...ROWS.flatMap((r) => [r.title, ...r.cells])];
  for (const { zh } of texts) expect(zh).not.toMatch(/\d [\u4e00-\u9fff]|[\u4e00-\u9fff] \d|[\u4e00-\u9fff],/);
});
