/** An explained gap as one page to send to a colleague, and its figure as a picture of its own. */
import { join } from "node:path";
import type { ExplainResult } from "../../experiments/explainResult.ts";
import type { Language } from "../../observe/naming.ts";
import { storeError, writeWhole } from "../files.ts";
import { pictureTitle, sharesPicture } from "../report/figures/sharesPicture.ts";
import { htmlDocument } from "../report/htmlDocument.ts";
import { loadDrawing } from "../report/plot.ts";
import { escaped, wordsIn } from "../report/words.ts";
import { explainSection } from "./section.ts";

/**
 * Writes `explain.html` and `explain.svg` into the directory of the result, and returns their names.
 *
 * @throws InputError where the optional packages that draw figures are not installed, StoreError if it cannot be written.
 */
export async function writePage(
  dir: string,
  result: ExplainResult,
  lang: Language,
): Promise<{ readonly page: string; readonly figure: string }> {
  const drawing = await loadDrawing();
  const words = wordsIn(lang);
  const title = pictureTitle(result, words);
  const foot = words.say(
    `Made by linli ${result.version} from runs.csv beside it; every number of this page is in shares.csv and cells.csv.`,
    `由 linli ${result.version} 据同一文件夹中的 runs.csv 生成；本页数字均见 shares.csv 与 cells.csv。`,
  );
  const html = htmlDocument(
    words,
    title,
    `<h1>${escaped(title)}</h1>
<section>${explainSection(result, words, drawing)}</section>
<footer><p class="note">${escaped(foot)}</p></footer>`,
  );
  const [page, figure] = [join(dir, "explain.html"), join(dir, "explain.svg")];
  try {
    writeWhole(page, html);
    writeWhole(figure, sharesPicture(result, words, drawing));
  } catch (error) {
    throw storeError(dir, error);
  }
  return { page, figure };
}
