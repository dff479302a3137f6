/** Language and marking of a report's texts. */
import type { Text } from "../../model/vocabulary.ts";
import type { Language } from "../../observe/naming.ts";

export { escaped } from "../../observe/escaped.ts";

/** What every part of a report is given to speak with. */
export interface Words {
  readonly lang: Language;
  say(en: string, zh: string): string;
  of(text: Text): string;
}

export function wordsIn(lang: Language): Words {
  return { lang, say: (en, zh) => (lang === "zh" ? zh : en), of: (text) => text[lang] };
}

/** About how wide a text is drawn, in pixels at a font size: a Chinese character is a square, a letter about half of one. */
export function textWidth(text: string, size = 12): number {
  let width = 0;
  for (const character of text)
    width += character.charCodeAt(0) > 0x2e7f ? 1 : /[mwMW@%—–]/.test(character) ? 0.85 : 0.56;
  return width * size;
}
