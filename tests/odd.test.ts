import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { hasColumnText, TABLES } from "../src/execution/odd/columnTexts.ts";
import { ALTERNATIVES, oddDocument } from "../src/execution/odd/document.ts";
import { START_RULES } from "../src/execution/odd/initialization.ts";
import { hasEventValue } from "../src/execution/odd/phrases.ts";
import { WORKS } from "../src/execution/odd/references.ts";
import { tablesOf } from "../src/execution/odd/tables.ts";
import { SHIPPED } from "../src/execution/scenarios.ts";
import { RESIDENTS } from "../src/model/columns.ts";
import { standardModel } from "../src/model/community.ts";
import { FIELDS_BY_NAME } from "../src/model/context.ts";
import type { AnyMechanism, EventKind, Parameter, Parameters } from "../src/model/mechanism.ts";
import { VARIANTS } from "../src/model/variants.ts";
import { MEASURES } from "../src/observe/measures.ts";
import { placesZh } from "../src/observe/sources.ts";

// The pages are made from the model; `LINLI_GOLDEN=write npx vitest run tests/odd.test.ts` renews them.
const RENEW = "LINLI_GOLDEN=write npx vitest run tests/odd.test.ts";
const renewing = process.env.LINLI_GOLDEN === "write";
const pages = [
  { lang: "en", file: "docs/odd.md", text: oddDocument("en") },
  { lang: "zh", file: "docs/odd.zh.md", text: oddDocument("zh") },
] as const;
const each = pages.map((p) => [p.file, p] as const);
const all: readonly AnyMechanism[] = [...standardModel.mechanisms, ...ALTERNATIVES];
const tables = tablesOf(standardModel);

/** Sections of a page by the heading that each begins with, of a level. */
const sections = (text: string, level: number) =>
  text.split(new RegExp(`^(?=#{1,${level}} )`, "m")).filter((part) => part.startsWith(`${"#".repeat(level)} `));
const headings = (text: string, level: number) => sections(text, level).map((s) => /^#+ (.+)$/m.exec(s)![1]!);
const without = (text: string, parts: RegExp) => text.replace(parts, "");

describe.each(each)("%s", (name, { lang, file, text }) => {
  test("is the page of the model as it is", () => {
    const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
    if (renewing) writeFileSync(path, text);
    const is = readFileSync(path, "utf8") === text;
    expect(is ? "up to date" : `${name} is out of date: ${RENEW} renews it`).toBe("up to date");
  });

  test("has the seven elements of the protocol, numbered, and the references", () => {
    const found = headings(text, 2);
    expect(found.slice(0, 7).map((title) => title[0])).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
    expect(found).toHaveLength(8);
  });

  test("has the eleven design concepts in their order", () => {
    // Grimm et al. (2020), supplement S1: guidance and checklists.
    const names = {
      en: "Basic principles, Emergence, Adaptation, Objectives, Learning, Prediction, Sensing, Interaction, Stochasticity, Collectives, Observation",
      zh: "基本原理, 涌现, 适应, 目标, 学习, 预测, 感知, 交互, 随机性, 集体, 观察",
    };
    const concepts = sections(text, 3).filter((s) => /^### 4\./.test(s));
    expect(concepts.map((s) => /^### 4\.\d+ (.+)$/m.exec(s)![1])).toEqual(names[lang].split(", "));
    for (const concept of concepts) expect(concept.length).toBeGreaterThan(lang === "zh" ? 120 : 300);
  });

  test.each(all.map((m) => [m.name, m] as const))("tells of %s, its parameters and its events", (_, m) => {
    const part = sections(text, 4).find((s) => s.startsWith(`#### ${m.submodel} `) && s.includes(`(\`${m.name}\`)`))!;
    expect(part).toContain(m.title[lang]);
    expect(part).toContain(m.summary[lang]);
    for (const [key, p] of Object.entries<Parameter>(m.parameters as Parameters)) {
      const row = part.split("\n").find((line) => line.startsWith(`| \`${m.name}.${key}\` |`))!;
      expect(row.split(" | ")[1]).toBe(String(p.default).replace("-", "−"));
      expect(row).toContain(p.label[lang]);
      expect(row).toContain(p.note[lang]);
    }
    for (const [key, kind] of Object.entries<EventKind>(m.events ?? {})) {
      const row = part.split("\n").find((line) => line.startsWith(`| \`${key}\``))!;
      expect(row).toContain(kind.text[lang]);
      for (const [reason, said] of Object.entries(kind.reasons ?? {})) {
        expect(row).toContain(`\`${reason}\``);
        expect(row).toContain(said[lang]);
      }
    }
    for (const column of m.writes) expect(part).toContain(`\`${column}\``);
    for (const table of [...(m.creates ?? []), ...(m.removes ?? [])]) expect(part).toContain(`\`${table}\``);
  });

  test("has the week in its order", () => {
    const week = text.split("\n").filter((line) => /^\| \d+ \| \d /.test(line));
    expect(week.map((line) => /`(\w+)`/.exec(line)![1])).toEqual(standardModel.mechanisms.map((m) => m.name));
  });

  test("has every column of every table, every field, every measure, every pattern", () => {
    const columns = tables.flatMap(([table, list]) => list.map((column) => `${table}.${column.name}`));
    const patterns = SHIPPED.flatMap((s) => s.patterns);
    const rows = [...columns, ...Object.keys(FIELDS_BY_NAME), ...MEASURES.map((m) => m.name)];
    rows.push(...Object.keys(VARIANTS));
    expect(rows.filter((row) => !text.includes(`\n| \`${row}\` | `))).toEqual([]);
    expect(patterns.filter((p) => !text.includes(`| ${p.text[lang]} | \`${p.measure}\` |`))).toEqual([]);
  });

  test("names every field of the context where a rule, or the start, depends on it", () => {
    const told = text.slice(text.indexOf("\n## 7 ")) + sections(text, 3).filter((s) => /^### (2\.2|5\.[12])/.test(s));
    expect(Object.keys(FIELDS_BY_NAME).filter((field) => !told.includes(field))).toEqual([]);
  });

  test("is well-formed: tables have as many cells in every row, code is closed, links lead somewhere", () => {
    const parts = text.split("\n\n").filter((part) => part.startsWith("|"));
    expect(parts.length).toBeGreaterThan(100);
    for (const part of parts) {
      const widths = part.split("\n").map((line) => (line.match(/(?<!\\)\|/g) ?? []).length);
      expect(new Set(widths).size).toBe(1);
      expect(part.split("\n")[1]).toMatch(/^\|( --- \|)+$/);
    }
    expect((text.match(/^```/gm) ?? []).length % 2).toBe(0);
    const anchors = [1, 2, 3, 4].flatMap((level) => headings(text, level)).map(anchorOf);
    for (const [, to] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(to);
    expect(text).not.toMatch(/\*\*[^*\n]+[：。，]\*\*[^\s\p{P}]/u); // bold that does not end, by the rules of CommonMark
  });

  test("speaks of the model alone", () => {
    expect(text.match(/undefined|NaN|\[object|TODO|\bsession\b|\bbrief\b|\/work\/|\/tmp\/|\.ts\b/g)).toBeNull();
  });

  test("every work that it cites stands in its references", () => {
    const [body] = text.split(/^## (?:References|参考文献)/m) as [string];
    const cited = [
      ...body.matchAll(/([\p{L}’'.&, ]{2,60}?) ?\((\d{4})\)|(\p{Lu}\p{L}+(?: et al\.)?|罗家德) (\d{4})(?=[;；)）])/gu),
    ];
    expect(cited.length).toBeGreaterThan(50);
    const missing = cited.filter(([, names, year, name, other]) => {
      const words = (names ?? name)!.match(/\p{L}{3,}/gu) ?? [];
      return !WORKS.some((work) => work.includes(`(${year ?? other})`) && words.some((word) => work.includes(word)));
    });
    expect(missing.map(([whole]) => whole).filter((whole) => !/曹飞廉|September/.test(whole))).toEqual([]);
  });
});

describe("the Chinese page", () => {
  const [, { text }] = pages;

  test("has a Chinese text for every table, column and value of an event", () => {
    for (const [table, columns] of tables) {
      expect(TABLES[table]!.name.zh).toMatch(/\p{Script=Han}/u);
      expect(columns.map((c) => c.name).filter((column) => !hasColumnText(table, column))).toEqual([]);
    }
    const values = all.flatMap((m) => Object.values<EventKind>(m.events ?? {})).flatMap((kind) => kind.value ?? []);
    expect(values.filter((value) => !hasEventValue(value))).toEqual([]);
  });

  test("leaves no English sentence but titles of works", () => {
    const [body] = text.split(/^## 参考文献/m) as [string];
    const left = without(body, /`[^`]*`|```[\s\S]*?```|\([^()]*\d{4}\)|[A-Z][\p{L}&,. -]+ \(\d{4}\)/gu);
    expect(left.match(/(?:\b[a-z]+ ){3,}[a-z]+\b/g)).toBeNull();
  });

  test("tells places in the paper as it numbers them", () => {
    expect(placesZh("paper 3(1)2 and 4(1)3 (in preparation); value: assumption, prior [.1, .5]")).toBe(
      "论文三（一）2、四（一）3；假设；先验 [.1, .5]",
    );
    expect(placesZh("paper, Table 1 (which arose); weights: assumption, prior ±50 %")).toBe(
      "论文表1；假设；先验 ±50 %",
    );
    expect(placesZh("paper 5: the government invites the team")).toBe("论文五");
    expect(placesZh("paper: none reported")).toBe("论文未见报告");
  });
});

describe("how the start is told", () => {
  test("there is a rule for every column of residents that is drawn and never changes", () => {
    const drawn = Object.entries(RESIDENTS).filter(([, spec]) => spec.fixed);
    expect(drawn.map(([column]) => column).filter((column) => START_RULES[column] === undefined)).toEqual([]);
  });

  test("its numbers are those of the sources", () => {
    const source = (path: string) => readFileSync(new URL(`../src/model/${path}`, import.meta.url), "utf8");
    expect(START_RULES.hours!.en).toBe("min(14, −3 · ln u)");
    expect(source("population.ts")).toMatch(/MEAN_HOURS = 3;\nconst MOST_HOURS = 14;/);
    expect(pages[0].text).toContain("A resident can hold 30 ties");
    expect(source("acquaintances.ts")).toContain("CAPACITY = 30;");
  });
});

/** The anchor of a heading, as GitHub makes it. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, "")
    .replaceAll(" ", "-");
}
