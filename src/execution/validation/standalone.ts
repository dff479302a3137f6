/** A single section as a page of its own. */
import type { Language } from "../../observe/naming.ts";
import { htmlDocument } from "../report/htmlDocument.ts";
import { type Drawing, loadDrawing } from "../report/plot.ts";
import { escaped, type Words, wordsIn } from "../report/words.ts";
import { VERSION } from "../version.ts";

/** @throws InputError where the packages that draw figures are not installed. */
export async function standalonePage(
  title: string,
  lang: Language,
  section: (words: Words, drawing: Drawing) => string,
): Promise<string> {
  const words = wordsIn(lang);
  const body = section(words, await loadDrawing());
  const lead = words.say(
    "What a model of neighborhoods does under its assumptions. Not a forecast of any neighborhood.",
    "社区模型在其假设下的运行结果，并非对任何真实社区的预测。",
  );
  return htmlDocument(
    words,
    title,
    `<h1>${escaped(title)}</h1><p class="lead">${lead}</p>
${body}
<footer><p class="note">linli ${VERSION}</p></footer>`,
  );
}
