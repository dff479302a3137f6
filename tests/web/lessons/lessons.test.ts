import { describe, expect, test } from "vitest";
import { CLAIMS } from "../../../src/experiments/claims/claims.ts";
import { addressOf, LESSON_NAMES, placeOf, START } from "../../../src/experiments/page/address.ts";
import { STANDARD_SERIES } from "../../../src/observe/recorder.ts";
import { simulationOf } from "../../../src/web/engine/setting.ts";
import { LESSONS, lessonNamed } from "../../../src/web/lessons/all.ts";
import { chosenOf, LEVERS, moved, settingOf } from "../../../src/web/lessons/game.ts";
import { faultsOf, textsIn } from "./texts.ts";

test("the lessons are those that an address may name", () => {
  expect(LESSONS.map(({ name }) => name)).toEqual(LESSON_NAMES);
});

describe.each(LESSONS.map((lesson) => [lesson.name, lesson] as const))("lesson %s", (name, lesson) => {
  test("is found by its name", () => {
    expect(lessonNamed(name)).toBe(lesson);
  });

  test("has every text in both languages", () => {
    expect(textsIn(lesson).length).toBeGreaterThan(15);
    expect(textsIn(lesson).flatMap(faultsOf)).toEqual([]);
  });

  test("goes from a prediction over many runs to an explanation", () => {
    const kinds = lesson.steps.map((s) => (s.kind === "run" ? s.show : s.kind));
    expect(kinds[0]).toBe("predict");
    expect(kinds.at(-1)).toBe("explain");
    const firstRun = kinds.findIndex((k) => ["many", "one", "game"].includes(k));
    expect(kinds[firstRun]).toBe("many");
    expect(kinds.indexOf("explain")).toBeGreaterThan(firstRun);
  });

  test("has predictions of three or four choices with names of their own", () => {
    for (const step of lesson.steps) {
      if (step.kind !== "predict") continue;
      const names = step.choices.map((c) => c.name);
      expect(new Set(names).size).toBe(names.length);
      expect([3, 4]).toContain(names.length);
    }
  });

  test("holds only predictions that it asked for", () => {
    const asked = lesson.steps.flatMap((s) => (s.kind === "predict" ? [s.name] : []));
    const held = lesson.steps.flatMap((s) => (s.kind === "explain" && "predictions" in s ? s.predictions : []));
    expect([...held].sort()).toEqual([...asked].sort());
  });

  test("shows series that are recorded", () => {
    for (const step of lesson.steps) {
      if (step.kind === "run" && step.show === "many" && step.series)
        expect(STANDARD_SERIES).toContain(step.series.name);
    }
  });

  test("stands in an address at every step, and its sides can be run", () => {
    lesson.steps.forEach((_, step) => {
      const place = { ...START, ...lesson.sides, seed: lesson.seed, view: "lessons" as const, lesson: name, step };
      expect(placeOf(addressOf(place, "0")).place).toEqual(place);
    });
    for (const side of [lesson.sides.left, lesson.sides.right]) {
      expect(simulationOf(side, lesson.seed).step().run.tick).toBe(1);
    }
  });
});

test("lessons have names of their own and are five", () => {
  expect(new Set(LESSONS.map((l) => l.name)).size).toBe(5);
});

test("disputes are claims that do not stand, in the words of the list of claims", () => {
  const disputes = LESSONS.flatMap((l) => l.steps).flatMap((s) =>
    s.kind === "explain" && "judge" in s ? s.judge : [],
  );
  expect(disputes.length).toBe(5);
  for (const { claim, text, quote, place } of disputes) {
    const known = CLAIMS.find(({ id }) => id === claim)!;
    expect(known.finding).toBeDefined();
    expect({ text, quote: { ...quote, place } }).toEqual({ text: known.text, quote: known.quote });
  }
});

describe("the levers of the game", () => {
  const options = LEVERS.flatMap((lever) => lever.options.map((o) => [lever.name, o.name] as const));

  test.each(options)("%s: %s can be set, found again and run", (lever, option) => {
    const setting = settingOf({ [lever]: option });
    expect(chosenOf(setting)[lever]).toBe(option);
    expect(moved(chosenOf(setting)).length).toBe(
      LEVERS.find((l) => l.name === lever)!.options[0]!.name === option ? 0 : 1,
    );
    const place = { ...START, right: setting };
    expect(placeOf(addressOf(place, "0")).place.right).toEqual(setting);
    expect(simulationOf(setting, "36").step().run.tick).toBe(1);
  });

  test("have every text in both languages", () => {
    expect(textsIn(LEVERS).flatMap(faultsOf)).toEqual([]);
  });

  test("all at once can be set", () => {
    const chosen = Object.fromEntries(LEVERS.map((l) => [l.name, l.options.at(-1)!.name]));
    expect(chosenOf(settingOf(chosen))).toEqual(chosen);
  });
});
