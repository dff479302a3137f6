/**
 * Properties of many cases. Each prints how many cases it saw, and the seed that brings them again:
 * `LINLI_SEED=123 npx vitest run tests/hostile`.
 */
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import { InputError } from "../../src/kernel/check.ts";

export const SEED = process.env.LINLI_SEED ? Number(process.env.LINLI_SEED) : Math.floor(Math.random() * 2 ** 31);

/** Cases of a property. */
export const CASES = 10_000;

/** No line is longer: it is read on a screen. */
const LONGEST_LINE = 1000;

/** What a parser made of its input. */
export type Answer<T> = { readonly value: T } | { readonly refused: string };

/** Calls a parser; throws unless it gives a value or refuses in one clear line. */
export function answered<T>(parse: () => T): Answer<T> {
  try {
    return { value: parse() };
  } catch (error) {
    return refused(error);
  }
}

/** The same for one that takes its time. */
export async function answeredLater<T>(parse: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await parse() };
  } catch (error) {
    return refused(error);
  }
}

function refused(error: unknown): { refused: string } {
  if (!(error instanceof InputError)) throw new Error("expected an InputError", { cause: error });
  const { message } = error;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what would break a line or drive a terminal
  expect(message).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/);
  expect(message.length).toBeGreaterThan(10);
  expect(message.length).toBeLessThanOrEqual(LONGEST_LINE);
  return { refused: message };
}

/** Checks a property of a parser over `cases` inputs; `see` is given what came of each. */
export function hold<I, T>(
  what: string,
  inputs: fc.Arbitrary<I>,
  parse: (input: I) => T,
  see: (answer: Answer<T>, input: I) => void = () => {},
  cases = CASES,
): void {
  const count = { read: 0, refused: 0 };
  const property = fc.property(inputs, (input) => {
    const answer = answered(() => parse(input));
    count["value" in answer ? "read" : "refused"]++;
    see(answer, input);
    pristine();
  });
  fc.assert(property, { seed: SEED, numRuns: cases });
  tell(what, cases, count);
}

export async function holdLater<I, T>(
  what: string,
  inputs: fc.Arbitrary<I>,
  parse: (input: I) => Promise<T>,
  see: (answer: Answer<T>, input: I) => void = () => {},
  cases = CASES,
): Promise<void> {
  const count = { read: 0, refused: 0 };
  const property = fc.asyncProperty(inputs, async (input) => {
    const answer = await answeredLater(() => parse(input));
    count["value" in answer ? "read" : "refused"]++;
    see(answer, input);
    pristine();
  });
  await fc.assert(property, { seed: SEED, numRuns: cases });
  tell(what, cases, count);
}

/** A folder of its own, in memory where the system has such: ten thousand files are written into it. */
export function scratch(): string {
  return mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "linli-hostile-"));
}

function tell(what: string, cases: number, { read, refused: no }: { read: number; refused: number }): void {
  console.log(`${what}: ${cases} cases, seed ${SEED}: ${read} read, ${no} refused`);
}

const OBJECT_KEYS = Object.getOwnPropertyNames(Object.prototype).length;
const ARRAY_KEYS = Object.getOwnPropertyNames(Array.prototype).length;

/** Throws if what all objects share has been added to. */
function pristine(): void {
  if (Object.getOwnPropertyNames(Object.prototype).length !== OBJECT_KEYS) throw new Error("Object.prototype grew");
  if (Object.getOwnPropertyNames(Array.prototype).length !== ARRAY_KEYS) throw new Error("Array.prototype grew");
}
