import { describe, expect, test } from "vitest";
import { plainSetting, type ScenarioName } from "../../../src/experiments/page/setting.ts";
import { groundOf } from "../../../src/web/engine/frame.ts";
import { SCENARIOS, simulationOf } from "../../../src/web/engine/setting.ts";
import { type Disc, layoutOf, organizationAt, type Rect, tableAt } from "../../../src/web/stage/layout.ts";

const SIZES = [
  [760, 640],
  [420, 280],
  [360, 150],
  [300, 700],
] as const;
const grounds = (Object.keys(SCENARIOS) as ScenarioName[]).map((name) => {
  return [name, groundOf(simulationOf(plainSetting(name), "1").run)] as const;
});

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe("the layout of the stage", () => {
  for (const [name, ground] of grounds)
    for (const [width, height] of SIZES)
      test(`no two places of ${name} overlap, and all lie inside ${width} × ${height}`, () => {
        const { blocks, commons, homeX, homeY, dot } = layoutOf(ground, width, height, null);
        const places = [...blocks, ...commons].filter((rect) => rect !== null);
        expect(places.length).toBe(ground.blocks.length + ground.communities);
        places.forEach((a, k) => {
          expect(a.width > 0 && a.height > 0 && a.x >= 0 && a.y >= 0).toBe(true);
          expect(a.x + a.width <= width + 1e-6 && a.y + a.height <= height + 1e-6).toBe(true);
          for (const b of places.slice(k + 1)) expect(overlap(a, b)).toBe(false);
        });
        homeX.forEach((x, i) => {
          const block = blocks[ground.home[i]!]!;
          expect(x > block.x && x < block.x + block.width).toBe(true);
          expect(homeY[i]! > block.y && homeY[i]! < block.y + block.height).toBe(true);
        });
        expect(dot).toBeGreaterThanOrEqual(1);
      });

  test("one community alone fills the stage, the others are not shown", () => {
    const [, ground] = grounds.find(([name]) => name === "old-district")!;
    const { communities, homeX } = layoutOf(ground, 700, 600, 4);
    expect(communities.map((rect) => rect !== null)).toEqual(Array.from({ length: 9 }, (_, c) => c === 4));
    expect(communities[4]).toMatchObject({ width: 700, height: 600 });
    expect([...homeX].filter((x) => Number.isNaN(x)).length).toBe(8 * 300);
  });

  test("organizations do not touch one another, their table or the rim, however many they are", () => {
    const common: Rect = { x: 10, y: 20, width: 300, height: 200 };
    const far = (a: Disc, b: Disc) => Math.hypot(a.x - b.x, a.y - b.y);
    for (const n of [1, 2, 3, 7, 12, 20]) {
      const discs = Array.from({ length: n }, (_, k) => organizationAt(common, k, n, 60));
      const table = tableAt(common, 0, 1);
      discs.forEach((a, k) => {
        expect(a.x - a.r > common.x && a.x + a.r < common.x + common.width).toBe(true);
        expect(a.y - a.r > common.y && a.y + a.r < common.y + common.height).toBe(true);
        expect(far(a, table)).toBeGreaterThan(a.r + table.r);
        for (const b of discs.slice(k + 1)) expect(far(a, b)).toBeGreaterThan(a.r + b.r);
      });
    }
  });
});
