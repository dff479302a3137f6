/** Walltimes as Slurm writes them. */
import { format, InputError } from "../../kernel/check.ts";

/**
 * Seconds of `minutes`, `minutes:seconds`, `hours:minutes:seconds`, `days-hours`, `days-hours:minutes` or
 * `days-hours:minutes:seconds`.
 *
 * @throws InputError for any other text, and for no time at all.
 */
export function walltimeSeconds(text: string, option = "--time"): number {
  const found = /^(?:(\d{1,4})-)?(\d{1,7})(?::(\d{1,2}))?(?::(\d{1,2}))?$/.exec(text);
  const [days, ...parts] = (found?.slice(1) ?? []).map((part) => (part === undefined ? undefined : Number(part)));
  const seconds = days === undefined ? shortTime(parts) : days * 86400 + longTime(parts);
  if (found && seconds > 0) return seconds;
  throw new InputError(`${option} must be a walltime such as 30, 12:30:00 or 2-12; got ${format(text)}`);
}

type Parts = readonly (number | undefined)[];

/** Without days, the first number is minutes unless three are given. */
function shortTime([first = 0, second = 0, third]: Parts): number {
  return third === undefined ? first * 60 + second : first * 3600 + second * 60 + third;
}

function longTime([hours = 0, minutes = 0, seconds = 0]: Parts): number {
  return hours * 3600 + minutes * 60 + seconds;
}
