/** The figures of a report as files: SVG, one a figure. */
import type { Language } from "../../observe/naming.ts";
import { picture } from "./figures/picture.ts";
import { type Report, type ReportOptions, readReport } from "./read.ts";

export interface Picture {
  /** Name of its file, as `outcomes-demandsDecided.svg`. */
  readonly file: string;
  readonly svg: string;
}

/**
 * The figures of a finished sweep, each as an SVG picture on white that needs nothing beside it.
 *
 * @throws InputError as `reportHtml` does.
 */
export async function reportFigures(dir: string, lang: Language, options: ReportOptions = {}): Promise<Picture[]> {
  return pictures(await readReport(dir, lang, options));
}

/** The figures of a report in hand. */
export function pictures({ sets, words }: Report): Picture[] {
  const taken = new Set<string>();
  return Object.entries(sets).flatMap(([section, set]: [string, Report["sets"][keyof Report["sets"]]]) =>
    (set?.figures ?? []).map((figure) => ({
      file: `${distinct(fileWords(`${section} ${figure.name}`), taken)}.svg`,
      svg: picture(figure, set!, words),
    })),
  );
}

/** Words as a file's name may hold them on every system. */
const fileWords = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}._+]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 120);

/** Names that differ in more than case: one file must not be written over another. */
function distinct(name: string, taken: Set<string>): string {
  let own = name;
  for (let k = 2; taken.has(own.toLowerCase()); k++) own = `${name}-${k}`;
  taken.add(own.toLowerCase());
  return own;
}
