import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { newEstate, oldDistrict } from "../../../scenarios/index.ts";
import { loadPlan } from "../../../src/execution/plans.ts";
import { readPlan } from "../../../src/execution/planText.ts";
import { plainSetting, type Setting } from "../../../src/experiments/page/setting.ts";
import { checkPlan } from "../../../src/experiments/planCheck.ts";
import type { Replicate } from "../../../src/web/engine/replicate.ts";
import {
  firstRange,
  fullLabel,
  GROUPS,
  leverOf,
  ownValue,
  rangeFault,
  settingWith,
  USEFUL_LEVERS,
  valuesOver,
} from "../../../src/web/sweep/levers.ts";
import { planText } from "../../../src/web/sweep/planText.ts";
import { ALL_OUTCOMES, FIRST_OUTCOMES, pointsOf, sweepRows } from "../../../src/web/sweep/points.ts";

const plain = plainSetting("new-estate");
const task = { setting: plain, seed: "7", lever: "team.independence", values: [0, 0.5, 1], replicates: 20 };

async function loaded(text: string) {
  const folder = mkdtempSync(join(tmpdir(), "linli-plan-"));
  try {
    writeFileSync(join(folder, "plan.yaml"), text);
    return await loadPlan(join(folder, "plan.yaml"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the plan of a small sweep", () => {
  test("is accepted by the library, and has the same points and seeds", async () => {
    const text = planText(task, "resolvedShare")!;
    const plan = checkPlan(readPlan(text, "plan").value);
    expect(plan).toMatchObject({ scenarios: ["new-estate"], replicates: 20, seed: "7", paired: true });
    const sweep = await loaded(text);
    expect(sweep.points.map(({ values }) => values)).toEqual([0, 0.5, 1].map((v) => ({ "team.independence": v })));
  });

  test("sets what the side has set, but for the lever itself", async () => {
    const values = { "team.independence": 1, "support.ownersCommittee": true, "team.payer": "government" } as const;
    const setting: Setting = { ...plain, values, blocks: { procedure: "old-district" } };
    const flags = { ...task, setting, seed: "a: #b", lever: "procedure.shortWay", values: [false, true] };
    const sweep = await loaded(planText(flags, "meetings")!);
    expect(sweep.points).toHaveLength(4);
    expect(sweep.points.at(-1)!.values).toEqual({ ...values, "procedure.shortWay": true });
    const own = planText({ ...task, setting }, "meetings")!;
    expect(checkPlan(readPlan(own, "plan").value).values).not.toHaveProperty("team.independence");
  });

  test("is none where something changes on the way or blocks come from two scenarios", () => {
    const changes = [{ date: "2017-07-03", values: { "team.effort": 3 } }];
    expect(planText({ ...task, setting: { ...plain, changes } }, "meetings")).toBeNull();
    const blocks = { team: "old-district", agenda: "blank" } as const;
    expect(planText({ ...task, setting: { ...plain, blocks } }, "meetings")).toBeNull();
  });

  test("is accepted for every lever over the range that is proposed first", () => {
    for (const lever of GROUPS.flatMap(({ levers }) => levers)) {
      for (const scenario of [newEstate, oldDistrict]) {
        const own = ownValue(lever, scenario, plain);
        const [from, to] = firstRange(lever, own);
        expect([lever.name, rangeFault(lever, from, to)]).toEqual([lever.name, null]);
        const values = valuesOver(lever, [from, to], 5);
        expect([lever.name, values.length > 1]).toEqual([lever.name, true]);
        checkPlan(readPlan(planText({ ...task, lever: lever.name, values }, "meetings")!, "plan").value);
      }
    }
  });
});

describe("levers of a sweep", () => {
  test("stand where the side has them, the scenario, or the declaration", () => {
    const lever = leverOf("team.independence");
    expect(ownValue(lever, newEstate, plain)).toBe(0.3);
    expect(ownValue(lever, newEstate, settingWith(plain, lever, 0.7))).toBe(0.7);
    expect(ownValue(leverOf("trust.breachWeight"), newEstate, plain)).toBe(1.9);
  });

  test("name what they belong to", () => {
    expect(fullLabel(leverOf("team.effort"))).toEqual({ en: "Team: effort", zh: "团队：每周投入工时" });
    expect(USEFUL_LEVERS.every((lever) => lever.label.zh !== "")).toBe(true);
  });

  test("take evenly spaced values, whole ones where there are no others, and both of a flag", () => {
    expect(valuesOver(leverOf("team.independence"), [0, 1], 4)).toEqual([0, 0.333333, 0.666667, 1]);
    expect(valuesOver(leverOf("procedure.everyWeeks"), [2, 4], 7)).toEqual([2, 3, 4]);
    expect(valuesOver(leverOf("procedure.shortWay"), [0, 1], 5)).toEqual([false, true]);
  });

  test("refuse a range that leaves the declared one", () => {
    const lever = leverOf("team.independence");
    expect(rangeFault(lever, 0, 1.5)?.en).toMatch(/0 to 1/);
    expect(rangeFault(lever, 0.5, 0.5)).not.toBeNull();
    expect(rangeFault(lever, Number.NaN, 1)).not.toBeNull();
  });
});

describe("the points of a sweep", () => {
  const run = (setting: number, replicate: number, resolvedShare: number | null) =>
    ({
      ...{ setting, replicate, seed: `s${replicate}`, hash: "h" },
      measures: { resolvedShare },
      readings: { "2018-04-30": { resolvedShare: 0.5 } },
    }) as unknown as Replicate;
  const found = [run(0, 0, 0.1), run(0, 1, 0.3), run(0, 2, null), run(1, 0, 0.4)];

  test("are medians and bands of the runs that there are", () => {
    const points = pointsOf(task, found, "resolvedShare", "final");
    expect(points[0]).toMatchObject({ value: 0, median: 0.2, mean: 0.2 });
    expect(points[0]!.runs).toHaveLength(3);
    expect(points[2]).toMatchObject({ median: null, low: null, high: null });
    expect(pointsOf(task, found, "resolvedShare", "2018-04-30")[1]!.median).toBe(0.5);
  });

  test("are told run by run with names in the reader's language", () => {
    const rows = sweepRows(task, found, ["resolvedShare"], "zh");
    expect(rows[0]).toContain("解决数与提交数之比 (final_resolvedShare)");
    expect(rows[4]).toEqual(["0.5", 0, "s0", "h", 0.4]);
  });

  test("can be asked for by every outcome that is offered", () => {
    expect(FIRST_OUTCOMES.every((name) => ALL_OUTCOMES.includes(name))).toBe(true);
    expect(ALL_OUTCOMES).not.toContain("suspensionDate");
  });
});
