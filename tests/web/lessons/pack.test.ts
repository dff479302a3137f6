import { describe, expect, test } from "vitest";
import { placeOf } from "../../../src/experiments/page/address.ts";
import { standardModel } from "../../../src/model/community.ts";
import { FIELDS_BY_NAME } from "../../../src/model/context.ts";
import { simulationOf } from "../../../src/web/engine/setting.ts";
import { LESSONS, lessonNamed } from "../../../src/web/lessons/all.ts";
import { LEVERS } from "../../../src/web/lessons/game.ts";
import { SECTIONS } from "../../../src/web/pack/sections.ts";
import { faultsOf, textsIn } from "./texts.ts";

const lines = SECTIONS.flatMap((s) => s.blocks).flatMap((b) => (b.kind === "code" ? b.lines : []));
const addresses = lines.filter((line) => line.startsWith("#"));
const commands = lines.filter((line) => !line.startsWith("#"));

describe("the teacher's pack", () => {
  test("has plan, roles, council, worksheet, rubric and answers", () => {
    expect(SECTIONS.map((s) => s.name)).toEqual(["plan", "roles", "council", "worksheet", "rubric", "answers"]);
  });

  test("has every text in both languages", () => {
    expect(textsIn(SECTIONS).length).toBeGreaterThan(200);
    expect(textsIn(SECTIONS).flatMap(faultsOf)).toEqual([]);
  });

  test("has tables whose rows are as wide as their heads", () => {
    for (const block of SECTIONS.flatMap((s) => s.blocks)) {
      if (block.kind === "table") for (const row of block.rows) expect(row.length).toBe(block.head.length);
    }
  });

  test("says that it is no forecast and whose numbers are whose", () => {
    const all = textsIn(SECTIONS[0]);
    for (const word of ["no forecast", "Assumption", "Paper", "Model"]) {
      expect(all.some(({ en }) => en.includes(word))).toBe(true);
    }
  });

  test("names the steps of 45 minutes without a gap", () => {
    const table = SECTIONS[0]!.blocks.find((b) => b.kind === "table")!;
    const times = table.rows.map((row) => row[0]!.en.split("–").map(Number));
    expect(times[0]![0]).toBe(0);
    expect(times.at(-1)![1]).toBe(45);
    for (const [k, [from]] of times.entries()) if (k > 0) expect(from).toBe(times[k - 1]![1]);
  });

  test.each(addresses)("address %s opens its lesson with settings that run", (address) => {
    const { place } = placeOf(address);
    const lesson = lessonNamed(place.lesson!)!;
    expect(place.view).toBe("lessons");
    expect(place.seed).toBe(lesson.seed);
    for (const setting of [place.left, place.right]) expect(simulationOf(setting, place.seed).step().run.tick).toBe(1);
  });

  test("names the oversight that keeps the council alive, as the lesson offers it", () => {
    const strict = LEVERS.find(({ name }) => name === "oversight")!.options.at(-1)!.values!["support.oversight"];
    const told = textsIn(SECTIONS).filter(({ en }) => en.includes("support.oversight"));
    expect(told).toHaveLength(1);
    for (const text of [told[0]!.en, told[0]!.zh]) expect(text).toContain(String(strict));
  });

  test("has an answer for every lesson, with its own sides", () => {
    const named = addresses.map((address) => placeOf(address).place);
    for (const { name, sides } of LESSONS) {
      const [first] = named.filter((p) => p.lesson === name);
      expect(first?.left).toEqual(sides.left);
      if (name !== "alive") expect(first?.right).toEqual(sides.right);
    }
  });

  test.each(commands)("command %s sets what exists", (command) => {
    for (const [, name] of command.matchAll(/--set ([\w.]+)=/g)) {
      expect(name! in FIELDS_BY_NAME || name! in standardModel.parameters).toBe(true);
    }
  });
});
