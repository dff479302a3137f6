/** The command line that runs what a side of the page runs. */

import type { Setting } from "../../experiments/page/setting.ts";
import { commandIn } from "../../observe/command.ts";
import type { Language } from "../../observe/naming.ts";

/** Quoted for a POSIX shell where it needs be. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

const valueText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

export function commandOf({ scenario, blocks, values, changes }: Setting, seed: string, lang: Language): string {
  const sets = Object.entries(values).map(([name, value]) => `${name}=${valueText(value)}`);
  const dated = changes.flatMap(({ date, values: changed }) =>
    Object.entries(changed).map(([name, value]) => `${name}@${date}=${valueText(value)}`),
  );
  const parts = [
    "run",
    scenario,
    `--seed ${quoted(seed)}`,
    "--replicate 0",
    ...Object.entries(blocks).map(([block, from]) => `--block ${quoted(`${block}=${from}`)}`),
    ...[...sets, ...dated].map((set) => `--set ${quoted(set)}`),
  ];
  return commandIn(parts.join(" "), lang);
}
