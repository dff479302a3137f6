/** Where an error arose, for `--debug`: its stack, and those of what it came of; null where there is none. */
export function stackOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const cause = stackOf(error.cause);
  return cause === null ? (error.stack ?? null) : `${error.stack}\ncaused by ${cause}`;
}
