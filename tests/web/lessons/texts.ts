/** Every pair of texts inside plain data. */
import type { Text } from "../../../src/model/vocabulary.ts";

export function textsIn(data: unknown): Text[] {
  if (typeof data !== "object" || data === null) return [];
  if ("en" in data && "zh" in data) return [data as Text];
  return Object.values(data).flatMap(textsIn);
}

/** What is wrong with a Chinese text: none where there is English, half-width marks, spaces beside characters. */
export function faultsOf({ en, zh }: Text): string[] {
  const faults: string[] = [];
  if ((en === "") !== (zh === "")) faults.push(`only one language: "${en}" "${zh}"`);
  if (/[\u4e00-\u9fff] ?[,;:?!]/.test(zh)) faults.push(`half-width mark: ${zh}`);
  if (/[\u4e00-\u9fff] +\d|\d +[\u4e00-\u9fff]/.test(zh)) faults.push(`space beside a number: ${zh}`);
  if (/undefined|NaN|null|\[object/.test(en + zh)) faults.push(`no value: ${en} ${zh}`);
  return faults;
}
