/** A plan as text, YAML or JSON, with the row and column of all that stands in it. */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type ParsedNode,
  Parser,
  parseDocument,
  visit,
} from "yaml";
import { type Path, type Place, pathText } from "../experiments/place.ts";
import { format, InputError } from "../kernel/check.ts";

export interface PlanText {
  readonly value: unknown;
  /** Says `file: row 3, column 5: axes.team.independence[2]`. */
  readonly place: Place;
}

/**
 * Reads a plan; YAML 1.2 has all of JSON in it.
 *
 * @param name - What errors call the file.
 * @throws InputError with row and column for text that is neither, or has a name twice in an object.
 */
export function readPlan(text: string, name: string): PlanText {
  const rows = new LineCounter();
  const document = plainValue(() => parsed(text, rows), `${name}: row 1, column 1`);
  const at = (offset: number) => {
    const { line, col } = rows.linePos(offset);
    return `${name}: row ${line}, column ${col}`;
  };
  const [wrong, again] = [document.errors[0] ?? document.warnings[0], twice(document)];
  if (wrong) {
    const message = `${at(wrong.pos[0])}: expected YAML or JSON; got ${format(wrong.message.split("\n")[0])}`;
    throw new InputError(message + fullWidthHint(message, text));
  }
  if (again) throw new InputError(`${at(again.offset)}: expected each key once; got ${format(again.name)} twice`);
  const place: Place = (path, key = false) => `${at(offsetOf(document.contents, path, key))}: ${pathText(path)}`;
  return { value: plainValue(() => document.toJS({ maxAliasCount: 100 }), at(0)), place };
}

/** Asks for a mark of a Chinese keyboard in the row of a plan's text that an error names, outside its comment. */
export function fullWidthHint(message: string, text: string): string {
  const row = /: row (\d+), column \d+: /.exec(message)?.[1];
  const line = row === undefined ? "" : (text.split("\n")[Number(row) - 1] ?? "").replace(/(^|\s)#.*/, "");
  const mark = /[：，；“”｛｝［］（）]/.exec(line)?.[0];
  return mark === undefined ? "" : `; is that a full-width "${mark}"?`;
}

/** Characters of a plan: some hundred thousand values. */
const LONGEST = 4_000_000;
/** Levels of lists and objects; the check of a plan takes fewer. */
const MOST_LEVELS = 100;
/** Aliases: each is looked for among all anchors. */
const MOST_ALIASES = 1000;

/** Throws unless a text is such that a parser that calls itself at every level neither ends the process nor takes an hour. */
function checkFlat(text: string): void {
  if (text.length > LONGEST) throw new Error(`${text.length} characters, more than ${LONGEST}`);
  const parser = new Parser();
  let aliases = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > MOST_LEVELS) throw new Error(`more than ${MOST_LEVELS} levels`);
    if (lexeme.startsWith("*") && ++aliases > MOST_ALIASES) throw new Error(`more than ${MOST_ALIASES} aliases`);
  }
}

/** The first key that an object has twice, where it stands for the second time. */
function twice(document: Document.Parsed): { readonly name: unknown; readonly offset: number } | undefined {
  let found: { name: unknown; offset: number } | undefined;
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items as readonly { readonly key: Node }[]) {
        const name = isScalar(key) ? key.value : undefined;
        if (name !== undefined && seen.has(name)) found ??= { name, offset: key.range?.[0] ?? 0 };
        seen.add(name);
      }
    },
  });
  return found;
}

function parsed(text: string, rows: LineCounter) {
  checkFlat(text);
  return parseDocument(text, {
    lineCounter: rows,
    prettyErrors: false,
    version: "1.2",
    strict: true,
    uniqueKeys: false, // would compare every key with every other; see `twice`
    stringKeys: true,
    logLevel: "error",
  });
}

/** What is made of a text; an InputError where it cannot be, as when it is nested too deeply or names too much again. */
function plainValue<T>(make: () => T, place: string): T {
  try {
    return make();
  } catch (error) {
    throw new InputError(`${place}: expected YAML or JSON; got ${format((error as Error).message.split("\n")[0])}`);
  }
}

/** Where the value of a path begins, or with `key` its name; of the last that is there, if the path goes on. */
function offsetOf(contents: ParsedNode | null, path: Path, key: boolean): number {
  let node: Node | null = contents;
  let offset = startOf(node, 0);
  for (const [depth, step] of path.entries()) {
    if (isSeq(node)) {
      node = (node.items[Number(step)] ?? null) as Node | null;
      offset = startOf(node, offset);
    } else if (isMap(node)) {
      const pair = node.items.find((p) => isScalar(p.key) && String(p.key.value) === String(step));
      if (!pair) return offset;
      const named = startOf(pair.key as Node, offset);
      node = pair.value as Node | null;
      offset = key && depth === path.length - 1 ? named : startOf(node, named);
    } else return offset;
  }
  return offset;
}

function startOf(node: Node | null, otherwise: number): number {
  return node?.range?.[0] ?? otherwise;
}
