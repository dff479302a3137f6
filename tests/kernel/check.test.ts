import { describe, expect, test } from "vitest";
import { checkName, checkRange, format, InputError, nearest, unknownName } from "../../src/kernel/check.ts";

const known = ["trust.breachWeight", "trust.retention", "team.independence", "support.ownersCommittee"];

describe("unknown names", () => {
  test.each([
    ["trust.breachWieght", "trust.breachWeight"],
    ["Team.Independence", "team.independence"],
    ["ownersCommitee", "support.ownersCommittee"],
    ["retention", "trust.retention"],
  ])("%s is answered with %s", (name, guess) => {
    expect(nearest(name, known)).toBe(guess);
  });

  test("a name that is near to none is answered with the list alone", () => {
    expect(nearest("zzzzzz", known)).toBeUndefined();
    expect(unknownName("measure", "zzzzzz", ["trust", "density"]).message).toBe(
      'unknown measure "zzzzzz"; known: trust, density',
    );
  });

  test("the message repeats the name, proposes one and lists the known ones", () => {
    expect(() => checkName("measure", "trsut", ["belonging", "density", "trust"])).toThrow(
      new InputError('unknown measure "trsut"; did you mean "trust"? known: belonging, density, trust'),
    );
  });

  test("names that hold what was given are proposed, too", () => {
    const measures = ["tieTrust", "meanTrust", "teamTrust", "ties", ...Array.from({ length: 9 }, (_, i) => `m${i}`)];
    expect(unknownName("measure", "trust", measures).message).toMatch(
      /^unknown measure "trust"; did you mean ("\w+Trust"(, |\?)){3} known: .+ \(13 in all\)$/,
    );
    expect(unknownName("measure", "qq", ["qqqqqq", "aqqaaa"]).message).toContain('"qq"; known'); // too short to tell
  });

  test("a long list is cut at a dozen and counted", () => {
    const many = Array.from({ length: 40 }, (_, i) => `name${i}`);
    expect(unknownName("name", "qqqqqqqqq", many).message).toMatch(/name11, … \(40 in all\)$/);
  });

  test("a known name passes", () => {
    expect(() => checkName("measure", "trust", ["trust"])).not.toThrow();
  });
});

describe("ranges", () => {
  const unit = "kept promises per breach";
  test.each([[0.5], [6.1], [Number.NaN], [Infinity], ["2"], [null], [undefined], [[]]])("%j is refused", (value) => {
    expect(() => checkRange("breachWeight", value, [1, 6], unit)).toThrow(InputError);
  });

  test.each([[1], [2.5], [6]])("%f passes, ends included", (value) => {
    expect(() => checkRange("breachWeight", value, [1, 6], unit)).not.toThrow();
  });

  test("the message says what is required, why, and what came", () => {
    expect(() => checkRange("breachWeight", 0.5, [1, 6], unit)).toThrow(
      "breachWeight must lie in [1, 6] (kept promises per breach); got 0.5",
    );
    expect(() => checkRange("size", 3.5, [1, 6], "residents", true)).toThrow(
      "size must be a whole number in [1, 6] (residents); got 3.5",
    );
  });
});

describe("values in messages", () => {
  test("they are short and on one line", () => {
    expect(format("x".repeat(100))).toBe(`"${"x".repeat(57)}…"`);
    expect(format("two\nlines")).toBe('"two\\nlines"');
    expect([format(3), format(null), format(undefined), format(true)]).toEqual(["3", "null", "undefined", "true"]);
    expect([format([1, 2]), format({ a: 1 }), format(() => 0)]).toEqual(["a list of 2", "an object", "function"]);
  });
});
