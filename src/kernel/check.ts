/** Checks with messages that say what is required, why, and what came. */
import { distance } from "fastest-levenshtein";

/** Longer lines are cut: they are to be read. */
const LONGEST_LINE = 1000;

/** A text that may hold anything, on one line, with what would break the line or drive a terminal written as escapes. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (sign) => {
    return sign === "\n" ? "\\n" : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line;
}

/**
 * Input that cannot be used: a wrong name, value, file or column. The command line answers it with exit code 2. Its
 * message is one line, whatever it repeats of the input.
 */
export class InputError extends RangeError {
  override readonly name = "InputError";

  constructor(message: string, options?: ErrorOptions) {
    super(oneLine(message), options);
  }
}

/** The nearest known name, if one is near enough to be meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 2)) + 1;
  for (const candidate of known) {
    const tail = candidate.slice(candidate.lastIndexOf(".") + 1);
    const d = Math.min(distance(name.toLowerCase(), candidate.toLowerCase()), distance(name, tail) + 1);
    if (d < least) [best, least] = [candidate, d];
  }
  return best;
}

/** Longer ones are near to none, and shown cut. */
const LONGEST_NAME = 60;

const MOST_GUESSES = 4;

/** Names that may be meant: the nearest, and those that hold what was given as a word of theirs. */
function guesses(name: string, known: readonly string[]): string[] {
  if (name.length > LONGEST_NAME) return [];
  const word = name.toLowerCase();
  const near = nearest(name, known);
  const holding = word.length < 3 ? [] : known.filter((candidate) => candidate.toLowerCase().includes(word));
  return [...new Set([...(near === undefined ? [] : [near]), ...holding])].slice(0, MOST_GUESSES);
}

/**
 * The error for an unknown name: repeats it, proposes what is meant, or else the nearest and those that hold it, and lists
 * the known ones (at most a dozen).
 */
export function unknownName(what: string, name: string, known: readonly string[], meant?: string): InputError {
  const own = (meant === undefined ? guesses(name, known) : [meant]).map((guess) => `"${guess}"`);
  const given = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 3)}…` : name;
  const shown = (known.slice(0, 12).join(", ") || "none") + (known.length > 12 ? `, … (${known.length} in all)` : "");
  const guess = own.length > 0 ? `; did you mean ${own.join(", ")}?` : ";";
  return new InputError(`unknown ${what} "${given}"${guess} known: ${shown}`);
}

/** Throws unless `name` is one of `known`. */
export function checkName(what: string, name: string, known: readonly string[]): void {
  if (!known.includes(name)) throw unknownName(what, name, known);
}

/** Throws unless `value` is a number in [low, high] (whole if `integer`). */
export function checkRange(
  name: string,
  value: unknown,
  range: readonly [number, number],
  unit: string,
  integer = false,
): asserts value is number {
  const [low, high] = range;
  const ok = typeof value === "number" && value >= low && value <= high && (!integer || Number.isInteger(value));
  if (ok) return;
  const kind = integer ? "be a whole number" : "lie";
  throw new InputError(`${name} must ${kind} in [${low}, ${high}] (${unit}); got ${format(value)}`);
}

/** Throws an InputError unless what a snapshot holds has columns of these lengths. */
export function checkLengths(
  what: string,
  columns: Readonly<Record<string, { readonly length: number }>>,
  lengths: Readonly<Record<string, number>>,
): void {
  for (const [name, expected] of Object.entries(lengths)) {
    const length = columns[name]?.length;
    if (length === undefined) throw new InputError(`snapshot lacks column ${what}.${name}`);
    if (length !== expected) throw new InputError(`snapshot must hold ${expected} of ${what}.${name}; got ${length}`);
  }
}

/** What an error says, as another one tells it: its first line, whole, for what helps often stands at its end. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n")[0]!;
}

/** A value as it is shown in an error: short, on one line. */
export function format(value: unknown): string {
  if (typeof value === "string")
    return JSON.stringify(value.length > LONGEST_NAME ? `${value.slice(0, LONGEST_NAME - 3)}…` : value);
  if (typeof value === "number" || typeof value === "boolean" || value == null) return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" ? "an object" : typeof value;
}
