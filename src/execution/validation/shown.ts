/** Numbers as the tables of the page have them. */
import type { ShareInterval } from "../../analysis/wilson.ts";
import { NOTHING, shown } from "../../observe/numbers.ts";
import { minus } from "../report/tables.ts";
import { escaped } from "../report/words.ts";

/** A number with its interval under it. */
export function withInterval(value: number | null, low: number | null, high: number | null): string {
  if (value === null) return NOTHING;
  const number = (x: number) => minus(shown(x));
  return low === null || high === null
    ? number(value)
    : `${number(value)}<br><small>${number(low)} … ${number(high)}</small>`;
}

/** A share in per cent with its interval. */
export function percent({ share, low, high }: ShareInterval): string {
  if (share === null) return NOTHING;
  const of = (x: number) => String(Math.round(100 * x));
  return `${of(share)} %<br><small>${of(low!)} … ${of(high!)}</small>`;
}

export const note = (text: string) => `<p class="note">${escaped(text)}</p>`;
export const paragraph = (text: string) => `<p>${escaped(text)}</p>`;
export const heading = (text: string) => `<h3>${escaped(text)}</h3>`;
