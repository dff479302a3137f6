import { describe, expect, test } from "vitest";
import { newEstate, oldDistrict } from "../../../scenarios/index.ts";
import type { AnyMechanism, Binding } from "../../../src/model/mechanism.ts";
import { trust } from "../../../src/model/mechanisms/trust.ts";
import { Run } from "../../../src/model/run.ts";
import { held } from "../../../src/model/variants/held.ts";
import { VARIANTS } from "../../../src/model/variants.ts";
import { checkMechanism, checkModel } from "../../../src/testing.ts";

const FROZEN: Readonly<Record<string, readonly string[]>> = {
  executionWithoutCommittee: ["complaints", "counterpart", "ownExecution", "promises"],
  federationWithoutCommittee: ["jointActs", "jointExecution", "federation"],
  jointActsWithoutTrust: ["jointActs"],
  capableLeaveAnyoneFounds: ["formation"],
  noHandedRules: ["steeredFounding"],
  noHandedRulesNorAutonomy: ["ownRules"],
  brokenPromises: ["promises"],
  plentyOfHands: ["means"],
};

/** Weeks in which they act: all but one in the busiest of the old district, and that one where the team gathers groups. */
const GROUPS = [{ need: "arts", week: 60, size: 8 } as const];
const BUSY = { scenario: oldDistrict, from: "2017-08-07", weeks: 46 };
const WHERE = (mechanism: string) =>
  mechanism === "steeredFounding"
    ? { scenario: newEstate, from: "2016-02-01", weeks: 12, values: { "founding.groups": GROUPS } }
    : BUSY;

const ended = (model: string, values: object, until: number) => {
  const run = new Run(newEstate, { seed: 2, model: VARIANTS[model]!, values: { ...values } });
  while (run.tick < until) run.step();
  return run;
};

describe("frozen rules", () => {
  test.each(Object.keys(FROZEN))("declare what they must: %s", (name) => {
    expect(checkModel(VARIANTS[name]!)).toEqual([]);
  });

  test.each(Object.entries(FROZEN))("keep the contract of a mechanism: %s", (name, mechanisms) => {
    const model = VARIANTS[name]!;
    for (const mechanism of model.mechanisms.filter((m) => mechanisms.includes(m.name)))
      expect(checkMechanism(mechanism, { ...WHERE(mechanism.name), model })).toEqual([]);
  });

  test("see what they are held at, and all else as it is", () => {
    const seen: object[] = [];
    const spy = {
      ...trust,
      bind: ({ values, context }: Binding) => {
        seen.push({ ...values, ...context.support });
        return () => {};
      },
    };
    const m = held(spy as AnyMechanism, { values: { prior: 7 }, context: { support: { committee: 0.5 } } });
    const { world, clock, context } = new Run(oldDistrict, { seed: 1 });
    const values = { prior: 1, breachWeight: 2 };
    m.bind({ world, clock, context, values, key: () => 1 as never, log: () => () => {} });
    expect(seen).toEqual([{ ...context.support, prior: 7, breachWeight: 2, committee: 0.5 }]);
    expect(context.support.committee).toBe(oldDistrict.context.support.committee);
  });

  test("hand no rules down, and keep no promise", () => {
    const values = { "founding.groups": GROUPS, "founding.steering": 1 };
    const rules = (model: string, until: number) => ended(model, values, until).world.organizations.at.rules[0];
    expect(new Run(newEstate, { seed: 2, values }).world.organizations.rows).toBe(0);
    expect(rules("noHandedRules", 62)).toBe(0);
    const kept = (model: string) => {
      const run = ended(model, {}, 200);
      const { kind, reason } = run.log.columns() as unknown as { kind: number[]; reason: number[] };
      const resolved = run.kinds.findIndex((k) => k.name === "resolved");
      const promise = run.kinds[resolved]!.reasonNames.indexOf("promiseKept");
      return kind.filter((k, e) => k === resolved && reason[e] === promise).length;
    };
    expect(kept("brokenPromises")).toBe(0);
    expect(kept("stepTrust")).toBeGreaterThan(0);
  });
});
