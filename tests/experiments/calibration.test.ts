import { describe, expect, test } from "vitest";
import { calibration as shipped } from "../../scenarios/calibration.ts";
import { newEstate, oldDistrict } from "../../scenarios/index.ts";
import { effectiveNumber, identification, uniformityShare } from "../../src/analysis/identification.ts";
import { targetsOf, violation } from "../../src/experiments/calibration/distance.ts";
import { type CalibrationPlan, checkCalibration, keyedAsListed } from "../../src/experiments/calibration/plan.ts";
import { type Batch, sequentialMonteCarlo } from "../../src/experiments/calibration/smc.ts";
import { coordinateValue, drawOf, spaceOf, statedPriors } from "../../src/experiments/calibration/space.ts";
import { createRandom, uniform } from "../../src/kernel/random.ts";

const scenarios = [newEstate, oldDistrict];

/** A normal draw of a batch's point, by Box and Muller. */
function noise(seed: string) {
  const key = createRandom(seed).key("test", "noise");
  return ({ generation, move }: Batch, i: number) => {
    const [u, v] = [uniform(key, 1000 * generation + move, i, 0), uniform(key, 1000 * generation + move, i, 1)];
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
  };
}

/** A model with one known answer: y is normal about the first coordinate with sd 0.1, and 0.6 was seen; others do nothing. */
const measured = (seed: string) => {
  const normal = noise(seed);
  return async (batch: Batch) => batch.points.map(([u], i) => Math.abs(u! + 0.1 * normal(batch, i) - 0.6));
};

const options = { dimensions: 3, seed: 5, draws: 4000, particles: 1000, generations: 4, moves: 4 };
const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe("sequential Monte Carlo", () => {
  test("finds the posterior of a model that has one in closed form, and leaves alone what the data do not know", async () => {
    const { particles, generations } = await sequentialMonteCarlo(measured("a"), options);
    const column = (k: number) => particles.map(({ point }) => point[k]!);
    const mean = average(column(0));
    // as ε goes to 0 the posterior is normal about 0.6 with sd 0.1, cut at 0 and 1, which takes nothing worth naming
    expect(mean).toBeCloseTo(0.6, 1);
    expect(Math.abs(mean - 0.6)).toBeLessThan(0.02);
    expect(Math.sqrt(average(column(0).map((u) => (u - mean) ** 2)))).toBeGreaterThan(0.08);
    expect(Math.sqrt(average(column(0).map((u) => (u - mean) ** 2)))).toBeLessThan(0.12);
    for (const k of [1, 2]) {
      expect(Math.abs(average(column(k)) - 0.5)).toBeLessThan(0.05);
      expect(Math.abs(average(column(k).map((u) => (u - 0.5) ** 2)) - 1 / 12)).toBeLessThan(0.015);
    }
    // y is spread evenly near 0.6 with density 1, so that 2 ε of the prior lies within ε
    const last = generations.at(-1)!;
    expect(last.epsilon).toBeLessThan(0.02);
    expect(last.priorShare / (2 * last.epsilon)).toBeGreaterThan(0.8);
    expect(last.priorShare / (2 * last.epsilon)).toBeLessThan(1.25);
    expect(identification(column(0)).identified).toBe(true);
    expect(identification(column(0)).contraction).toBeGreaterThan(0.8);
  });

  test("needs no distance beyond the bound, and never asks for a point outside of the cube", async () => {
    const whole = await sequentialMonteCarlo(measured("b"), { ...options, draws: 300, particles: 60 });
    const exact = measured("b");
    const cut = await sequentialMonteCarlo(
      async (batch) => {
        expect(batch.points.flat().every((u) => u >= 0 && u <= 1)).toBe(true);
        return (await exact(batch)).map((d) => (d > batch.bound ? Number.POSITIVE_INFINITY : d));
      },
      { ...options, draws: 300, particles: 60 },
    );
    expect(cut.particles).toEqual(whole.particles);
  });

  test("ends when every particle meets all, and says what share of the prior does", async () => {
    const inside = async ({ points }: Batch) => points.map(([u]) => (u! < 0.25 ? 0 : u!));
    const { particles, generations } = await sequentialMonteCarlo(inside, { ...options, draws: 2000, particles: 1000 });
    expect(generations.length).toBeLessThan(5);
    expect(particles.every(({ distance }) => distance === 0)).toBe(true);
    expect(generations.at(-1)!.priorShare).toBeGreaterThan(0.2);
    expect(generations.at(-1)!.priorShare).toBeLessThan(0.3);
  });
});

describe("identification", () => {
  test("tells an even sample from a narrow one, and takes no chance sample for knowledge more often than it says", () => {
    const key = createRandom(1).key("test", "uniform");
    const samples = Array.from({ length: 400 }, (_, s) => Array.from({ length: 200 }, (_, i) => uniform(key, s, i)));
    const found = samples.filter((sample) => identification(sample).identified).length;
    expect(found / samples.length).toBeLessThan(0.03);
    expect(identification(samples[0]!.map((u) => 0.4 + 0.2 * u)).identified).toBe(true);
    // sd of an even sample on [.4, .6] is a fifth of that on [0, 1]: 1 - 1/25
    expect(identification(samples[0]!.map((u) => 0.4 + 0.2 * u)).contraction).toBeCloseTo(0.96, 2);
  });

  test("takes copies for what they are: ten values twenty times each tell as much as ten", () => {
    const key = createRandom(2).key("test", "copies");
    const samples = Array.from({ length: 400 }, (_, s) =>
      Array.from({ length: 200 }, (_, i) => uniform(key, s, i % 10)),
    );
    expect(identification(samples[0]!).effective).toBeCloseTo(10, 9);
    expect(samples.filter((sample) => identification(sample).identified).length / 400).toBeLessThan(0.03);
    expect(effectiveNumber([1, 1, 1, 2])).toBeCloseTo(16 / 10, 12);
  });

  test("has the chance that tables give for the Kolmogorov-Smirnov statistic", () => {
    // the largest gap is 0.2 at every tenth value of an even grid moved up: n = 40, D = 0.21 has p = 0.05 (Massey 1951)
    const grid = Array.from({ length: 40 }, (_, i) => Math.min(1, (i + 0.5) / 40 + 0.21 - 0.0125));
    expect(uniformityShare(grid)).toBeGreaterThan(0.04);
    expect(uniformityShare(grid)).toBeLessThan(0.06);
  });
});

describe("distance", () => {
  test.each([
    [{ low: 0.13, high: 0.27 }, 0.2, 0],
    [{ low: 0.13, high: 0.27 }, 0.34, 0.5],
    [{ low: 0.13, high: 0.27 }, 5, 2],
    [{ low: 1, high: 1 }, 0, 1],
    [{ low: null, high: 3 }, 3.5, 0.5],
    [{ low: "2018-01-01", high: "2018-07-31" }, "2018-04-30", 0],
    [{ low: "2018-01-01", high: "2018-01-11" }, "2018-01-16", 0.5],
    [{ low: 0, high: 1 }, null, 2],
  ])("of %j at %s is %s", (pattern, value, expected) => {
    expect(violation(pattern, value)).toBeCloseTo(expected, 12);
  });

  test("is taken over the patterns in use alone, at the dates at which they are read", () => {
    const targets = targetsOf(checkCalibration(shipped), scenarios);
    const used = targets.map((own) => own.map(({ pattern }) => pattern.name));
    expect(used.flat().length + Object.values(shipped.heldOut!).flat().length).toBe(21);
    for (const [s, name] of shipped.scenarios.entries())
      for (const held of shipped.heldOut![name]!) expect(used[s]).not.toContain(held);
    expect(targets[1]!.find(({ pattern }) => pattern.name === "executed")!.at).toBe("final");
    expect(targets[0]!.find(({ pattern }) => pattern.name === "resolved")!.at).toBe("reading");
  });
});

describe("the space of the shipped calibration", () => {
  const space = spaceOf(checkCalibration(shipped), scenarios);

  test("holds every prior that the scenarios' sources state for a number, but none that sets the population", () => {
    const stated = scenarios.map((scenario) => Object.keys(statedPriors(scenario)));
    expect(stated[0]).toContain("start.newcomers");
    expect(stated[0]).not.toContain("start.households");
    expect(space.length).toBe(Object.keys(shipped.priors).length + stated.flat().length);
    expect(statedPriors(newEstate)["start.newcomers"]).toEqual({ from: 0.4, to: 0.8 });
  });

  test("maps the unit interval on each prior: ends, middle, order of magnitude, whole numbers", () => {
    for (const dimension of space) {
      expect(coordinateValue(dimension, 0)).toBe(dimension.prior.from);
      expect(coordinateValue(dimension, 1)).toBe(dimension.prior.to);
    }
    const rate = space.find(({ name }) => name === "formation.rate")!;
    expect(coordinateValue(rate, 0.5)).toBeCloseTo(Math.sqrt(0.0001 * 0.001), 6);
    const delegates = space.find(({ name }) => name === "procedure.delegates")!;
    expect(Number.isInteger(coordinateValue(delegates, 0.37))).toBe(true);
  });

  test("sets a parameter in both neighborhoods and a context value in its own", () => {
    const draw = drawOf(
      space,
      space.map(() => 0.5),
    );
    expect(draw.values["exchange.trust"]).toBe(1.6);
    expect(draw.arms!["new-estate"]!["start.newcomers"]).toBe(0.6);
    expect(draw.arms!["old-district"]!["start.newcomers"]).toBe(0.25);
    expect(draw.values["start.newcomers"]).toBeUndefined();
  });
});

const base = shipped as unknown as Record<string, unknown>;

describe("a plan that cannot be run", () => {
  test.each([
    [{ priors: undefined }, "priors must hold keys and values; got undefined"],
    [{ scenarios: [] }, "scenarios must be a list of names or paths"],
    [{ draws: 10 }, "draws must be a whole number in [200, 1000000]"],
    [{ prior: {} }, 'unknown key "prior"; did you mean "priors"?'],
    [{ priors: { "exchange.trust": { from: 2, to: 1 } } }, "priors.exchange.trust.from must be below to (1); got 2"],
    [{ priors: { "exchange.trust": { from: -1, to: 1, log: true } } }, "must be above 0 for a prior with log; got -1"],
    [{ point: { candidates: 1 } }, "point.replicates must be a whole number"],
  ])("is refused with its place: %j", (change, message) => {
    expect(() => checkCalibration({ ...base, ...change })).toThrow(message);
  });

  test.each([
    [{ priors: { "exchange.trst": { from: 1, to: 2 } } }, 'unknown parameter or context field "exchange.trst"'],
    [{ priors: { "exchange.trust": { from: 1, to: 9 } } }, "priors.exchange.trust.to must lie in [0.5, 4]"],
    [{ priors: { "start.newcomers": { from: 0, to: 1 } } }, "must be a behavioral parameter; got a context field"],
    [
      { context: { "new-estate": { "support.ownersCommittee": { from: 0, to: 1 } } } },
      "must hold a number to have a prior; got flag",
    ],
    [{ heldOut: { "new-state": [] } }, 'unknown scenario of the plan "new-state"; did you mean "new-estate"?'],
    [{ heldOut: { "new-estate": ["executd"] } }, 'must name patterns of new-estate; got "executd"'],
    [{ until: "2017-12-31" }, "until must be the date at which pattern executed is read (2018-12-31)"],
  ])("is refused for what it names: %j", (change, message) => {
    const plan = checkCalibration({ ...base, ...change }) as CalibrationPlan;
    expect(() => {
      keyedAsListed(
        checkCalibration(plan),
        scenarios.map(({ name }) => name),
      );
      spaceOf(plan, scenarios);
      targetsOf(plan, scenarios);
    }).toThrow(message);
  });

  test("may name a scenario that it lists by its path by its name as well, but not by both", () => {
    const change = { scenarios: ["./ours.json"], context: { ours: {} }, heldOut: { "./ours.json": ["executed"] } };
    const keyed = (own: object) => keyedAsListed(checkCalibration({ ...base, ...own }), ["ours"]);
    expect(keyed(change)).toMatchObject({ context: { "./ours.json": {} }, heldOut: { "./ours.json": ["executed"] } });
    expect(() => keyed({ ...change, heldOut: { ours: [], "./ours.json": [] } })).toThrow(
      "heldOut.ours must be left out, for it is the scenario ./ours.json; got both",
    );
    expect(() => keyed({ ...change, heldOut: { oursss: [] } })).toThrow("known: ./ours.json, ours");
  });
});
