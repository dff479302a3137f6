/**
 * Docstrings of the mechanisms: the page that each file of `src/model/mechanisms` begins with, in English and in Chinese.
 *
 * From the sources they are read as they stand there. Built code has no comments: `dev/build.mjs` writes them beside it,
 * by the same function.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

/** The two comments of a file, without the stars; an empty text where one is absent. */
export interface Comments {
  readonly en: string;
  readonly zh: string;
}

/** What a paragraph of a docstring is. A symbol's unit is an empty text where it has none. */
export type Part =
  | { readonly kind: "prose"; readonly text: string }
  | { readonly kind: "equation"; readonly lines: readonly string[] }
  | { readonly kind: "symbols"; readonly rows: readonly (readonly [symbol: string, meaning: string, unit: string])[] };

/** A docstring taken apart. */
export interface Docstring {
  /** Number of the submodel, say "7.3.2". */
  readonly submodel: string;
  readonly title: string;
  /** What follows the title on its line, for a rule that stands in for another. */
  readonly remark: string;
  readonly parts: readonly Part[];
  readonly source: string;
  readonly departures: string;
  /** "sequential …" or "simultaneous …", in the docstring's language. */
  readonly order: string;
}

const SOURCES = new URL("../model/mechanisms/", import.meta.url);
const BUILT = new URL("../model/docstrings.json.br", import.meta.url);

/** Comments of all mechanisms, by the name of the file without its ending. */
export function readDocstrings(): Readonly<Record<string, Comments>> {
  if (existsSync(BUILT)) return JSON.parse(brotliDecompressSync(readFileSync(BUILT)).toString());
  return docstringsUnder(SOURCES);
}

/** The same from the sources in a folder. */
export function docstringsUnder(folder: URL): Readonly<Record<string, Comments>> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  return Object.fromEntries(
    files.sort().map((file) => [file.slice(0, -3), commentsOf(readFileSync(new URL(file, folder), "utf8"))]),
  );
}

/** The first two comments of a file, if it begins with them. */
function commentsOf(source: string): Comments {
  const found = /^\/\*\*\n([\s\S]*?)\n \*\/\n(?:\/\*\*\n([\s\S]*?)\n \*\/\n)?/.exec(source);
  const bare = (text = "") => text.replace(/^ \*(?: |$)/gm, "");
  return { en: bare(found?.[1]), zh: bare(found?.[2]) };
}

const FORMS = {
  en: {
    head: /^Submodel (\d+\.\d+\.\d+)(?:, alternative)?: (.+?)\.(?: (.+))?$/,
    foot: /^Source: (.+?) Departures: (.+?) Order: (.+)\.$/,
  },
  zh: {
    head: /^子模型 (\d+\.\d+\.\d+)(?:（替代规则）)?：(.+?)。(?:(.+))?$/,
    foot: /^来源：(.+?)与原文献的差异：(.+?)次序：(.+)。$/,
  },
} as const;

/** Takes a docstring apart. Throws an Error that says what it lacks. */
export function parseDocstring(text: string, lang: keyof typeof FORMS, name: string): Docstring {
  const paragraphs = text.split(/\n\s*\n/);
  const head = FORMS[lang].head.exec(joined(paragraphs[0]!));
  const foot = FORMS[lang].foot.exec(joined(paragraphs.at(-1)!));
  if (!head) throw new Error(`${name}: the docstring (${lang}) must begin with its submodel's number and title`);
  if (!foot) throw new Error(`${name}: the docstring (${lang}) must end with source, departures and order`);
  return {
    submodel: head[1]!,
    title: head[2]!,
    remark: head[3] ?? "",
    parts: paragraphs.slice(1, -1).map((paragraph) => partOf(paragraph, name)),
    source: foot[1]!,
    departures: foot[2]!,
    order: foot[3]!,
  };
}

function partOf(paragraph: string, name: string): Part {
  const lines = paragraph.split("\n");
  if (lines.every((line) => line.startsWith("  ")))
    return { kind: "equation", lines: lines.map((line) => line.slice(2)) };
  if (!/^\S+(?: \S+)* {2,}\S/.test(lines[0]!)) return { kind: "prose", text: joined(paragraph) };
  return {
    kind: "symbols",
    rows: lines.map((line) => {
      const [symbol, meaning, unit = "", ...more] = line.split(/ {2,}/);
      if (!symbol || !meaning || more.length > 0)
        throw new Error(`${name}: expected symbol, meaning and unit, two spaces apart; got ${JSON.stringify(line)}`);
      return [symbol, meaning, unit] as const;
    }),
  };
}

/** Lines as one: with a space between, except beside Chinese characters. */
export function joined(lines: string): string {
  return lines.replace(/ *\n */g, (_, at: number) => {
    const before =
      lines
        .slice(0, at)
        .replace(/[\s“”]+$/, "")
        .at(-1) ?? "";
    const after = lines.slice(at).replace(/^[\s“”]+/, "")[0] ?? "";
    return isWide(before) || isWide(after) ? "" : " ";
  });
}

const isWide = (character: string) => /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/.test(character);
