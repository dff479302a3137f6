/** Commands that are shown to be pasted. */
import type { Language } from "./naming.ts";

/** What the command line is called by: in a clone, in a project and where it is installed for all. */
export const LINLI = "npx linli";

/** A command that answers in a language, whatever that of the system. */
export const commandIn = (words: string, lang: Language): string =>
  `${LINLI} ${words}${lang === "en" ? "" : ` --lang ${lang}`}`;
