/** Errors of a rule, told with its name and the week: in a model of forty, a bare message leads nowhere. */
import { InputError } from "../kernel/check.ts";

/** An error that came out of a mechanism; what it was is its cause. */
export function blamed(mechanism: string, date: string, error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  const told = `mechanism "${mechanism}", week of ${date}: ${message}`;
  return error instanceof InputError ? new InputError(told, { cause: error }) : new Error(told, { cause: error });
}
