import { expect, test } from "vitest";
import type { End, PageEvent } from "../../../src/web/engine/session.ts";
import { codeToLook, currentLine, dateText, timeline } from "../../../src/web/story/timeline.ts";

const founded: PageEvent = {
  week: 2,
  date: "2015-01-19",
  kind: "founded",
  who: "organization:0",
  en: "Arts group is founded",
  zh: "文艺组织成立",
};
const shelved: PageEvent = {
  ...founded,
  week: 4,
  date: "2015-02-02",
  kind: "shelved",
  who: "issue:3",
  en: "x",
  zh: "某",
};
const handover: PageEvent = { ...founded, week: 4, date: "2015-02-02", kind: "handover", who: "community:0" };

const end = {
  story: {
    en: [
      { date: "2015-01-19", until: null, text: "Arts group is founded" },
      { date: "2015-02-02", until: "2015-03-02", text: "2 meetings" },
    ],
    zh: [
      { date: "2015-01-19", until: null, text: "文艺组织成立" },
      { date: "2015-02-02", until: "2015-03-02", text: "开会2次" },
    ],
  },
  events: [founded, shelved, handover],
} as unknown as End;

const facts = [{ date: "2015-01-19", text: { en: "a fact", zh: "事实" } }];

test("facts and story stand in one order, the paper first on the same date", () => {
  const lines = timeline(facts, end, "zh");
  expect(lines.map((l) => [l.of, l.text])).toEqual([
    ["paper", "事实"],
    ["model", "文艺组织成立"],
    ["model", "开会2次"],
  ]);
});

test("a line that tells one event leads to its thing, in both languages", () => {
  for (const lang of ["en", "zh"] as const) expect(timeline([], end, lang)[0]!.code).toBe("organization:0");
});

test("a gathered line has the events of its weeks that can be looked at", () => {
  expect(timeline([], end, "en")[1]).toMatchObject({ code: null, events: [shelved] });
});

test("before the run has ended there are the facts alone", () => {
  expect(timeline(facts, null, "en")).toHaveLength(1);
});

test("the current line is the last that has begun", () => {
  const lines = timeline(facts, end, "en");
  expect(currentLine(lines, "2015-01-05")).toBe(-1);
  expect(currentLine(lines, "2015-01-19")).toBe(1);
  expect(currentLine(lines, "2020-01-01")).toBe(2);
});

test("only organizations, platforms and issues can be looked at", () => {
  expect(codeToLook("platform:0")).toBe("platform:0");
  expect(codeToLook("jointAct:1")).toBeNull();
  expect(codeToLook("community:1")).toBeNull();
});

test("the paper dates by month; a span within a year tells the year once", () => {
  const [fact, , span] = timeline(facts, end, "en");
  expect(dateText(fact!)).toBe("2015-01");
  expect(dateText(span!)).toBe("2015-02-02 – 03-02");
});
