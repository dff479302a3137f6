/** Ticks and dates. One tick is one week; tick 0 is the week that begins on the start date. */
import { format, InputError } from "./check.ts";

/** Days from 1970-01-01 of a civil date (Hinnant 2013, days_from_civil). */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function civilFromDays(days: number): string {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * m + 2) / 5) + 1;
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Days from 1970-01-01 of an ISO date; an InputError, naming `what`, if it is none. */
export function parseDate(date: unknown, what = "date"): number {
  const parts = typeof date === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) : null;
  if (parts) {
    const days = daysFromCivil(Number(parts[1]), Number(parts[2]), Number(parts[3]));
    if (civilFromDays(days) === date) return days;
  }
  throw new InputError(`${what} must be a date such as 2018-04-30; got ${format(date)}`);
}

/** The date so many days after another; before it, if they are negative. */
export function shiftDate(date: string, days: number): string {
  return civilFromDays(parseDate(date) + days);
}

/** The calendar of a run. */
export interface Clock {
  readonly start: string;
  /** The date on which the week of `tick` begins. */
  date(tick: number): string;
  /** The tick whose week holds `date`; negative before the start. */
  tick(date: string, what?: string): number;
}

export function createClock(start: string): Clock {
  const origin = parseDate(start, "start date");
  return {
    start,
    date: (tick) => civilFromDays(origin + 7 * tick),
    tick: (date, what) => Math.floor((parseDate(date, what) - origin) / 7),
  };
}

/**
 * The rows of n whose turn it is when each comes once in `every` ticks: from the first number to before the second. They
 * lie side by side, so that what a turn reads is read from memory once in `every` ticks.
 */
export function shareOf(n: number, tick: number, every: number): readonly [number, number] {
  const turn = tick % every;
  return [Math.floor((n * turn) / every), Math.floor((n * (turn + 1)) / every)];
}
