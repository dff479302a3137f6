/** What a GEXF text says of itself. */
import { escaped } from "../escaped.ts";

export interface GexfOptions {
  /** What made it: a line without markup. */
  readonly creator?: string;
  readonly description?: string;
}

/** The element that says so, without the blanks before it. */
export function metaOf({ creator = "linli", description = "" }: GexfOptions): string {
  return `<meta>\n    <creator>${escaped(creator)}</creator>\n    <description>${escaped(description)}</description>\n  </meta>`;
}
