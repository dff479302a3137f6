import { describe, expect, test } from "vitest";
import { newEstate, oldDistrict } from "../../scenarios/index.ts";
import { standardModel } from "../../src/model/community.ts";
import { VARIANTS } from "../../src/model/variants.ts";
import { simulate } from "../../src/observe/simulation.ts";

const namesOf = (variant: keyof typeof VARIANTS) => VARIANTS[variant]!.mechanisms.map((m) => m.name);
const standard = standardModel.mechanisms.map((m) => m.name);
const orders = Object.keys(VARIANTS).filter((name) => namesOf(name).toSorted().join() === standard.toSorted().join());
const reordered = orders.filter((name) => namesOf(name).join() !== standard.join());

/**
 * Pairs of which the second looks in the same week for the mark that the first has left (a date equal to this week's),
 * read off the rules; in the reverse order the second would never find it.
 */
const SAME_WEEK = [
  ["activities", "skills"], // organizations.lastMet
  ["activities", "orientation"],
  ["activities", "belonging"], // memberships.attended
  ["activities", "efficacy"],
  ["events", "institutionalTrust"], // residents.atEvent
  ["attendance", "standing"], // platforms.lastMet
  ["attendance", "institutionalTrust"],
  ["agendaSetting", "discussion"], // issues.tabled
  ["discussion", "decision"],
  ["decision", "counterpart"],
  ...["complaints", "decision", "counterpart", "ownExecution", "promises"].flatMap(
    (writer) => ["efficacy", "institutionalTrust", "expectation"].map((reader) => [writer, reader] as const), // issues.closed, stateSince
  ),
  ...standard.filter((name) => name !== "closing").map((name) => [name, "closing"] as const), // which removes issues
] as const;

/** Pairs of which the first looks for the mark of the week before, so that the second must not have left this week's. */
const LAST_WEEK = [
  ["skills", "attendance"], // platforms.lastMet
  ["encounters", "events"], // residents.atEvent
  ["encounters", "activities"], // memberships.attended
] as const;

describe("other orders of the week", () => {
  test("are five, and hold every mechanism of the standard week once", () => {
    expect(reordered).toEqual([
      "cultivationBeforeOrganizations",
      "deliberationBeforeExchange",
      "executionBeforeDeliberation",
      "organizationsReversed",
      "appraisalReversed",
    ]);
  });

  test.each(["standard", ...reordered])("%s leaves behind one another the rules that wait for one another", (name) => {
    const order = name === "standard" ? standard : namesOf(name);
    const broken = [...SAME_WEEK, ...LAST_WEEK].filter(([first, then]) => order.indexOf(first) > order.indexOf(then));
    expect(broken).toEqual([]);
  });

  test("move what their names say", () => {
    const before = (variant: string, first: string, then: string) =>
      namesOf(variant).indexOf(first) < namesOf(variant).indexOf(then);
    expect(before("cultivationBeforeOrganizations", "exchangeMeetings", "formation")).toBe(true);
    expect(before("deliberationBeforeExchange", "counterpart", "exchange")).toBe(true);
    expect(before("executionBeforeDeliberation", "jointExecution", "complaints")).toBe(true);
    expect(before("organizationsReversed", "joining", "formation")).toBe(true);
    expect(before("appraisalReversed", "participation", "efficacy")).toBe(true);
  });

  test.each(reordered)(
    "%s runs in both neighborhoods, the same each time and otherwise than the standard week",
    (name) => {
      const differs = [newEstate, oldDistrict].map((scenario) => {
        const values = { "start.households": scenario === newEstate ? 400 : 60 };
        const options = { seed: 3, until: "2018-06-25", values, measures: ["meanTrust"] as const };
        const hash = (model = standardModel) => simulate(scenario, { ...options, model }).finish().hash;
        const own = hash(VARIANTS[name]);
        expect(own).toBe(hash(VARIANTS[name]));
        return own !== hash();
      });
      expect(differs).toContain(true);
    },
  );
});
