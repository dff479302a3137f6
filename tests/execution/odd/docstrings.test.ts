import { describe, expect, test } from "vitest";
import {
  type Docstring,
  docstringsUnder,
  joined,
  parseDocstring,
  readDocstrings,
} from "../../../src/execution/docstrings.ts";
import { ALTERNATIVES } from "../../../src/execution/odd/document.ts";
import { stagesOf } from "../../../src/execution/odd/schedule.ts";
import { standardModel } from "../../../src/model/community.ts";
import type { AnyMechanism, Parameters } from "../../../src/model/mechanism.ts";

const comments = readDocstrings();
const all: readonly AnyMechanism[] = [...standardModel.mechanisms, ...ALTERNATIVES];
const named = all.map((m) => [m.name, m] as const);
const both = (m: AnyMechanism) =>
  (["en", "zh"] as const).map((lang) => parseDocstring(comments[m.name]?.[lang] ?? "", lang, m.name));

const equations = (d: Docstring) => d.parts.flatMap((part) => (part.kind === "equation" ? part.lines : []));
const symbols = (d: Docstring) => d.parts.flatMap((part) => (part.kind === "symbols" ? part.rows : []));
const text = (d: Docstring) => JSON.stringify(d.parts);
/** What of an equation is no word: figures, letters that stand alone, Greek, operators. */
const signs = (line: string) => line.replace(/[A-Za-z_]{2,}|_|[\u3000-\u9fff\uff00-\uffef\s:,]/g, "");

describe("the docstrings of the mechanisms", () => {
  test("belong to a mechanism each, and each mechanism has one", () => {
    expect(Object.keys(comments).toSorted()).toEqual(all.map((m) => m.name).toSorted());
  });

  test.each(named)("%s: number, rule, source, departures and order stand in both languages", (_, m) => {
    for (const d of both(m)) {
      expect(d.submodel).toBe(m.submodel);
      expect(d.parts.some((part) => part.kind === "prose" && part.text.length > 30)).toBe(true);
      for (const part of [d.title, d.source, d.departures]) expect(part.length).toBeGreaterThan(1);
    }
    const [en, zh] = both(m);
    expect(en!.order.startsWith(m.order)).toBe(true);
    expect(zh!.order.startsWith(m.order === "sequential" ? "依次更新" : "同时更新")).toBe(true);
  });

  test.each(named)("%s: the equations are the same in both, and so are their symbols", (_, m) => {
    const [en, zh] = both(m);
    expect(equations(en!).length).toBeGreaterThan(0);
    expect(equations(zh!).map(signs)).toEqual(equations(en!).map(signs));
    expect(symbols(en!).length).toBeGreaterThan(0);
    expect(symbols(zh!).map(([symbol]) => symbol)).toEqual(symbols(en!).map(([symbol]) => symbol));
  });

  test.each(named)("%s: every symbol of its table stands in its equations or is told of as a parameter", (_, m) => {
    const [en] = both(m);
    const equation = equations(en!).join(" ");
    for (const [symbol, meaning] of symbols(en!)) {
      const found = symbol.split(/, | … /).every((part) => equation.includes(part));
      expect([symbol, found || meaning.includes(`(${symbol})`)]).toEqual([symbol, true]);
    }
  });

  test.each(named)("%s: every parameter is named in it", (_, m) => {
    for (const d of both(m)) {
      const missing = Object.keys(m.parameters as Parameters).filter(
        (key) =>
          !new RegExp(`[(（、"]${key}[)）、,"]|, ${key}[,)]|(?:it is|为) ${key}"|times ${key};|乘以 ${key}；`).test(
            text(d),
          ),
      );
      expect(missing).toEqual([]);
    }
  });

  test.each(named)("%s: the works of its declared source are cited in both languages", (_, m) => {
    const years = m.source.match(/\b(?:19|20)\d\d(?=\))/g) ?? [];
    for (const d of both(m)) {
      const cited = `${d.source}${d.departures}`.replaceAll(/the paper|论文/g, "(2019)");
      expect(years.filter((year) => !cited.includes(year))).toEqual([]);
    }
  });

  test.each(named)("%s: title, summary, labels and notes are declared in both languages", (_, m) => {
    const texts = [m.title, m.summary, ...Object.values(m.parameters as Parameters).flatMap((p) => [p.label, p.note])];
    for (const { en, zh } of texts) {
      expect(en).not.toBe("");
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe("the numbers of submodels", () => {
  const numbers = standardModel.mechanisms.map((m) => m.submodel.split(".").map(Number) as [number, number, number]);

  test("are given once, without gaps, eight subjects in all", () => {
    expect(new Set(numbers.map(([, subject]) => subject))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
    for (let subject = 1; subject <= 8; subject++) {
      const list = numbers.filter(([, s]) => s === subject).map(([, , n]) => n);
      expect(list.toSorted((a, b) => a - b)).toEqual(list.map((_, i) => i + 1));
    }
  });

  test("follow the week up to its last stage", () => {
    const stages = stagesOf(standardModel);
    const before = numbers.filter((_, i) => stages[i]! < 8);
    expect(before.map(([, subject, n]) => 100 * subject + n)).toEqual(
      before.map(([, subject, n]) => 100 * subject + n).toSorted((a, b) => a - b),
    );
  });
});

describe("taking a docstring apart", () => {
  const page = [
    "Submodel 7.1.9: Title.",
    "Prose on\ntwo lines.",
    "  a = b + 1",
    "a  what it is  hours\nb  another",
    "Source: somebody. Departures: none. Order: simultaneous.",
  ];

  test("gives prose on one line, equations as they stand, symbols with their units", () => {
    const { parts, ...rest } = parseDocstring(page.join("\n\n"), "en", "x");
    expect(rest).toEqual({
      submodel: "7.1.9",
      title: "Title",
      remark: "",
      source: "somebody.",
      departures: "none.",
      order: "simultaneous",
    });
    expect(parts).toEqual([
      { kind: "prose", text: "Prose on two lines." },
      { kind: "equation", lines: ["a = b + 1"] },
      {
        kind: "symbols",
        rows: [
          ["a", "what it is", "hours"],
          ["b", "another", ""],
        ],
      },
    ]);
  });

  test.each([
    ["its head", page.slice(1), /must begin with its submodel/],
    ["its source", page.slice(0, -1), /must end with source/],
    ["a symbol's meaning", page.with(3, "a  b\nc"), /expected symbol, meaning and unit/],
  ])("says that %s is missing", (_, paragraphs, message) => {
    expect(() => parseDocstring(paragraphs.join("\n\n"), "en", "x")).toThrow(message);
  });

  test("joins lines with a space between Latin words and none beside Chinese", () => {
    expect(joined("two\nwords")).toBe("two words");
    expect(joined("两\n行")).toBe("两行");
    expect(joined("“quoted”\nword")).toBe("“quoted” word");
  });

  test("reads the same from a folder as from the program", () => {
    expect(docstringsUnder(new URL("../../../src/model/mechanisms/", import.meta.url))).toEqual(comments);
  });
});
