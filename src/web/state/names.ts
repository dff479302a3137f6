/** What things of a run are called. */
import { lang, type SideRun, say } from "./page.ts";

const KINDS: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  resident: { en: "resident", zh: "居民" },
  organization: { en: "organization", zh: "自组织" },
  platform: { en: "council or federation", zh: "协商平台" },
  issue: { en: "demand", zh: "议题" },
};

/** The name of a thing by its code, such as `organization:3`; its kind and number until the run has come to its end. */
export function nameOf({ end }: SideRun, code: string): string {
  const [kind, number] = code.split(":") as [string, string];
  const known = kind === "resident" ? undefined : end?.names[code]?.[lang.value];
  const word = KINDS[kind];
  return known ?? (word ? say(`${word.en} ${number}`, `${word.zh}${number}`) : code);
}
