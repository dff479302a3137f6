/** A plan as text, YAML or JSON, with the row and column of all that stands in it. */
import { isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from "yaml";
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
  const document = parseDocument(text, {
    lineCounter: rows,
    prettyErrors: false,
    version: "1.2",
    strict: true,
    stringKeys: true,
    logLevel: "error",
  });
  const at = (offset: number) => {
    const { line, col } = rows.linePos(offset);
    return `${name}: row ${line}, column ${col}`;
  };
  const wrong = document.errors[0] ?? document.warnings[0];
  if (wrong)
    throw new InputError(`${at(wrong.pos[0])}: expected YAML or JSON; got ${format(wrong.message.split("\n")[0])}`);
  const place: Place = (path, key = false) => `${at(offsetOf(document.contents, path, key))}: ${pathText(path)}`;
  return { value: plainValue(() => document.toJS({ maxAliasCount: 100 }), at(0)), place };
}

function plainValue(make: () => unknown, place: string): unknown {
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
