import { beforeAll, describe, expect, test } from "vitest";
import { newEstate, oldDistrict } from "../../scenarios/index.ts";
import { namesOf } from "../../src/observe/naming.ts";
import { type Simulation, simulate } from "../../src/observe/simulation.ts";
import { events, story } from "../../src/observe/story.ts";
import { why } from "../../src/observe/why.ts";

let estate: Simulation;
let district: Simulation;
beforeAll(() => {
  estate = simulate(newEstate, { seed: 7 }).stepTo("2018-06-25");
  district = simulate(oldDistrict, { seed: 7 }).stepTo("2018-06-25");
});

describe("a story", () => {
  test("has about forty lines at most, in order of date, in both languages alike", () => {
    for (const simulation of [estate, district]) {
      const [en, zh] = [story(simulation, "en"), story(simulation, "zh")];
      expect(en.length).toBeGreaterThan(5);
      expect(en.length).toBeLessThanOrEqual(42);
      expect(en.map((l) => l.date)).toEqual(en.map((l) => l.date).toSorted());
      expect(zh.map((l) => [l.date, l.until])).toEqual(en.map((l) => [l.date, l.until]));
    }
  });

  test("has lines that begin before they end, however short it is made", () => {
    const others = Array.from({ length: 2 }, (_, seed) => simulate(oldDistrict, { seed }).stepTo("2020-12-21"));
    const lines = others.flatMap((simulation) => [8, 18, 40].flatMap((n) => story(simulation, "en", { lines: n })));
    expect(lines.filter(({ date, until }) => until !== null && until < date)).toEqual([]);
  });

  test("leaves no placeholder and no English in Chinese", () => {
    for (const simulation of [estate, district]) {
      const [en, zh] = [story(simulation, "en"), story(simulation, "zh")].map((s) => s.map((l) => l.text).join("\n"));
      expect(en).not.toMatch(/[{}]|undefined|NaN|[\u4e00-\u9fff]/);
      expect(zh).not.toMatch(/[{}a-zA-Z]/);
    }
  });

  test("is shorter where fewer lines are asked for", () => {
    expect(story(district, "en", { lines: 12 }).length).toBeLessThanOrEqual(14);
  });

  test("tells what the scenario's calendar brings", () => {
    const lines = story(estate, "en");
    expect(lines.find((l) => l.text === "Homes are handed over")?.date).toBe("2017-04-03");
    expect(lines.find((l) => l.text === "The council is convened")?.date).toBe("2017-07-03");
  });

  test("counts in its condensed lines what the log holds", () => {
    const founded = events(district).filter((e) => e.kind === "founded").length;
    const told = story(district, "en").reduce((sum, { text }) => {
      const many = /(\d+|one) organizations? founded/i.exec(text)?.[1];
      return sum + (many === undefined ? (/ is founded \(/.test(text) ? 1 : 0) : Number(many.replace(/one/i, "1")));
    }, 0);
    expect(told).toBe(founded);
  });
});

describe("events for machines", () => {
  test("carry date, kind, code and reason and nothing else", () => {
    const list = events(estate);
    expect(list.length).toBe(estate.run.log.length);
    for (const event of list) {
      expect(Object.keys(event)).toEqual(["date", "kind", "who", "reason"]);
      expect(event.date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(event.who).toMatch(/^(organization|issue|platform|jointAct|resident|community):\d+$/);
    }
  });
});

describe("names", () => {
  test("tell the community only where there are several", () => {
    const [few, many] = [namesOf(estate.run), namesOf(district.run)];
    expect(few.name("platforms", 0).en).toBe("the council");
    expect(many.name("organizations", 1)).toMatchObject({ zh: expect.stringMatching(/^第\d社区.+\d*$/) });
    expect(few.name("platforms", 0).zh).toBe("互信共建沟通会");
  });

  test("are given once each", () => {
    for (const names of [namesOf(estate.run), namesOf(district.run)]) {
      const all = [...names.things.organizations!.values()].flat().flatMap(({ name }) => [name.en, name.zh]);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

describe("why", () => {
  const brought = () => events(estate).find((e) => e.kind === "brought")!.who;

  test("tells every passage of an issue with its date, and what decided it", () => {
    const item = brought();
    const own = events(estate).filter((e) => e.who === item);
    const life = why(estate, item, "en");
    expect(life.passages.map((p) => p.date)).toEqual(own.map((e) => e.date));
    expect(life.verdict).toMatch(/\.$/);
  });

  test("knows an item by its code and by its name in either language", () => {
    const life = why(estate, "platform:0", "en");
    expect(why(estate, "the council", "en")).toEqual(life);
    expect(why(estate, "Council", "en")).toEqual(life);
    expect(why(estate, "互信共建沟通会", "en")).toEqual(life);
    expect(life.verdict).toContain("meetings");
  });

  test("tells organizations that were there from the start", () => {
    expect(why(district, "organization:0", "en").item).toBe("organization:0");
  });

  test("names the nearest items for one that is unknown", () => {
    expect(() => why(estate, "issue:99999", "en")).toThrow(
      /^unknown item "issue:99999"; nearest: issue:\d+, issue:\d+, issue:\d+ \(\d+ of that kind in all\)$/,
    );
    expect(() => why(estate, "the counsil", "en")).toThrow('did you mean "the council"?');
    expect(() => why(estate, "jointAct:500", "en")).toThrow('unknown item "jointAct:500"');
  });
});
