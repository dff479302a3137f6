/** Text as it stands in XML and HTML, also within quotes. */
const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => MARKS[mark]!);
}
