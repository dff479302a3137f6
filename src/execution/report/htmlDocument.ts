/** A page of its own: no script, no network, light or dark as the reader's screen is. */
import { STYLE } from "./style.ts";
import { escaped, type Words } from "./words.ts";

/** @param title - Plain text. @param body - HTML. @param style - Rules besides those of every page. */
export function htmlDocument({ lang }: Words, title: string, body: string, style = ""): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}
