import { type Changes, type Simulation, simulate } from "linli";
import { blank } from "linli/scenarios";
import { checkMechanism } from "linli/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { modelWithTimeBank, timeBank } from "../../examples/time-bank/timeBank.ts";
import { commandsOf, expectShown, freshFolder, pagesOf, printedBy, shownAfter, testPages } from "./example.ts";

const runWith = (values: Changes, until: string | number = "2018-12-31", seed = 3) =>
  simulate(blank, { seed, model: modelWithTimeBank, values }).stepTo(until);

function accounts({ run }: Simulation) {
  const earned = Array.from(run.world.column("residents", "hoursEarned"));
  const spent = Array.from(run.world.column("residents", "hoursSpent"));
  const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0);
  return { given: sum(earned), received: sum(spent), debts: spent.map((hours, i) => hours - earned[i]!) };
}

/** Members of the one bank. */
function members({ run }: Simulation): number {
  const { organizations } = run.world;
  const o = run.world.column("organizations", "timeBank").indexOf(1);
  return o < 0 || !organizations.alive[o] ? 0 : organizations.at.members[o]!;
}

describe("the pages", () => {
  testPages("time-bank");
  const folder = freshFolder();
  let printed = "";
  beforeAll(() => {
    printed = printedBy(commandsOf(pagesOf("time-bank")[0]!)[0]!, folder);
  }, 60_000);

  test.each(pagesOf("time-bank"))("$name shows what its command prints", (page) => {
    expectShown(page, shownAfter(page, commandsOf(page)[0]!), printed);
  });
});

describe("the time bank", () => {
  test("keeps the contract of a mechanism", () => {
    const values = { "timeBank.week": 5 };
    expect(checkMechanism(timeBank, { scenario: blank, model: modelWithTimeBank, weeks: 60, values })).toEqual([]);
  });

  test("that never opens changes nothing", () => {
    const base = simulate(blank, { seed: 3 }).stepTo("2018-12-31").measures;
    expect(runWith({ "timeBank.week": 520 }).measures).toEqual(base);
  });

  test("gives as many hours as are received, and nobody owes more than the limit", () => {
    for (const limit of [1, 3]) {
      const { given, received, debts } = accounts(runWith({ "timeBank.limit": limit }));
      expect(given).toBeGreaterThan(50);
      expect(received).toBe(given);
      expect(Math.max(...debts)).toBe(limit);
    }
  });

  test("stands still where nobody may owe, asks or serves", () => {
    for (const name of ["limit", "asking", "serving"]) {
      const simulation = runWith({ [`timeBank.${name}`]: 0 });
      expect(accounts(simulation).given).toBe(0);
      expect(members(simulation)).toBeGreaterThan(0);
    }
  });

  test("makes acquaintances of two who serve each other", () => {
    const { run } = runWith({ "timeBank.founders": 2, "timeBank.asking": 1, "timeBank.serving": 1 }, 105);
    const [i, j] = [...run.world.column("residents", "hoursEarned").entries()].filter(([, h]) => h > 0).map(([k]) => k);
    expect(run.world.ties.find(i!, j!)).toBeGreaterThanOrEqual(0);
  });

  test("is joined by the rules of the model", () => {
    expect(members(runWith({}, 105))).toBe(10);
    const simulation = runWith({});
    const { memberships } = simulation.run.world;
    const o = simulation.run.world.column("organizations", "timeBank").indexOf(1);
    const since: number[] = [];
    for (let m = memberships.firstB[o]!; m >= 0; m = memberships.at.nextB[m]!) since.push(memberships.at.since[m]!);
    expect(since.length).toBe(members(simulation));
    expect(Math.max(...since)).toBeGreaterThan(104);
  });
});
