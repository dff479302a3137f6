/** What lessons say of many runs, run again; the game's full number for one solution, fewer for the rest. */
import { describe, expect, test } from "vitest";
import { agreement } from "../../../src/web/lessons/data/agreement.ts";
import { aliveLesson } from "../../../src/web/lessons/data/alive.ts";
import { cultivation } from "../../../src/web/lessons/data/cultivation.ts";
import { disagreement } from "../../../src/web/lessons/data/disagreement.ts";
import { trust } from "../../../src/web/lessons/data/trust.ts";
import { type Chosen, ENOUGH, GAME_RUNS, lives, settingOf } from "../../../src/web/lessons/game.ts";
import type { Facts, Lesson, Many } from "../../../src/web/lessons/lesson.ts";
import { oneOf, replicatesOf } from "./runs.ts";
import { faultsOf } from "./texts.ts";

const SEED = "36";
const aliveIn = (chosen: Chosen, n: number) => replicatesOf(settingOf(chosen), SEED, n).filter(lives).length;
/** Half of the game's runs, as a share. */
const HALF = ENOUGH / GAME_RUNS;

function factsOf({ sides: { left, right }, seed }: Lesson, many: Many): Facts {
  return { one: { left: oneOf(left, seed), right: oneOf(right, seed) }, many };
}

/** Answers that come out, by prediction; and every explanation, without a fault. */
function check(lesson: Lesson, facts: Facts): Record<string, string> {
  for (const step of lesson.steps) {
    if (step.kind !== "explain" || "judge" in step) continue;
    const said = step.paragraphs.map(({ text }) => text(facts));
    expect(said.flatMap(faultsOf)).toEqual([]);
    expect(said.filter(({ en, zh }) => /(^|\s)–([\s,.;:]|$)/.test(en) || zh.includes("为–"))).toEqual([]);
  }
  const asked = lesson.steps.filter((s) => s.kind === "predict");
  for (const { answer, choices } of asked) expect(choices.map((c) => c.name)).toContain(answer(facts.many));
  return Object.fromEntries(asked.map(({ name, answer }) => [name, answer(facts.many)]));
}

const manyOf = ({ sides, seed }: Lesson, n: number): Many => ({
  left: replicatesOf(sides.left, seed, n),
  right: replicatesOf(sides.right, seed, n),
});

describe("findings under the seed of the lessons", () => {
  const plain = { left: replicatesOf(agreement.sides.left, SEED, 10) };

  test("alive: as it is the council hardly ever lives to the end; promises watched strictly, it does in half", () => {
    expect(plain.left.filter(lives).length).toBeLessThan(3);
    expect(aliveIn({ oversight: "strict" }, GAME_RUNS)).toBeGreaterThanOrEqual(ENOUGH);
  });

  test("agreement: less than half is carried out, and the council leaves less trust", () => {
    const many = { left: plain.left, right: replicatesOf(agreement.sides.right, SEED, 5) };
    expect(check(agreement, factsOf(agreement, many))).toEqual({ executed: "fewer", trust: "none" });
  });

  test("trust: falls in the estate, rises in the district", () => {
    const many = { left: plain.left.slice(0, 1), right: replicatesOf(trust.sides.right, SEED, 1) };
    expect(check(trust, factsOf(trust, many))).toEqual({ estate: "falls", district: "rises" });
  });

  test("alive: explanations fit what was moved", () => {
    const setting = settingOf({ oversight: "strict" });
    const many = { left: plain.left, right: replicatesOf(setting, SEED, 1) };
    const facts = factsOf({ ...aliveLesson, sides: { ...aliveLesson.sides, right: setting } }, many);
    expect(check(aliveLesson, facts)).toEqual({ lever: "oversight" });
  });

  test.each<[string, Chosen]>([
    ["promises watched, a later start", { oversight: "district", start: "late" }],
    ["the district's issues, hands, a committee", { agenda: "district", hands: "pledged", committee: "ready" }],
  ])("alive: %s is enough", (_, chosen) => {
    expect(aliveIn(chosen, 5)).toBeGreaterThanOrEqual(5 * HALF);
  });

  test.each<[string, Chosen]>([
    ["an independent team", { payer: "nobody" }],
    ["an owners' committee", { owners: "there" }],
    ["a later start", { start: "late" }],
    ["all tactics", { tactics: "all" }],
    ["a committee", { committee: "ready" }],
    ["rare meetings", { rhythm: "seldom" }],
    ["nobody who convenes", { founding: "below" }],
  ])("alive: %s alone is not enough", (_, chosen) => {
    expect(aliveIn(chosen, 3)).toBeLessThan(3 * HALF);
  });

  test("cultivation: what organizations turn to is what coaching moves most", () => {
    const { left, right } = cultivation.sides;
    const until = "2018-05-07";
    const many = { left: replicatesOf(left, SEED, 2, until), right: replicatesOf(right, SEED, 2, until) };
    const [asked] = cultivation.steps.filter((s) => s.kind === "predict");
    expect(asked!.answer(many)).toBe("orientation");
  });

  test("disagreement: the council of an independent team lives about as long", () => {
    expect(check(disagreement, factsOf(disagreement, manyOf(disagreement, 5)))).toEqual({ life: "same" });
  });
});
