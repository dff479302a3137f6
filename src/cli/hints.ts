/** What helps on, after the line of an error. */
import { LINLI } from "../observe/command.ts";
import type { Say } from "./output.ts";

/** Lists of which an error shows a dozen names, by what it calls them. */
const LISTS: readonly (readonly [error: RegExp, lists: readonly string[]])[] = [
  [/unknown (?:parameter or )?context field ".*\(\d+ in all\)$/, ["parameters", "fields"]],
  [/unknown measure\b.*\(\d+ in all\)$/, ["measures"]],
];

/** Where all names stand, for an error that shows some of them; nothing for any other. */
export function hintOf(line: string, say: Say): string {
  const lists = LISTS.find(([error]) => error.test(line))?.[1];
  if (lists === undefined) return "";
  const commands = lists.map((name) => `\`${LINLI} list ${name}\``);
  return say(`; ${commands.join(" and ")} show all`, `；用 ${commands.join("、")} 查看全部`);
}
