/** Text as it stands in XML and HTML, also within quotes. */
const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML 1.0 (2.2) cannot hold, not even as a number: controls but tab and line ends, halves of characters. */
export const NO_XML = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const EVERY = new RegExp(NO_XML, "gu");

/** What cannot be held is replaced by the sign that Unicode has for it; who may refuse it looks for it before. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => MARKS[mark]!).replace(EVERY, "\uFFFD");
}
