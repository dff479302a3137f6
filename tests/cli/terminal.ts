/** A terminal that keeps what is written, for tests of the command line. */
import { main } from "../../src/cli/program.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. */
export async function linli(...argv: string[]): Promise<Ran> {
  const kept = { out: "", err: "" };
  const code = await main(argv, {
    write: (text) => {
      kept.out += text;
    },
    warn: (text) => {
      kept.err += text;
    },
    colors: false,
    live: false,
    width: 100,
  });
  return { code, ...kept };
}
