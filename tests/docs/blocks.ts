/** The fenced blocks of a page, and the commands in it. */
export interface Page {
  readonly name: string;
  readonly text: string;
}

export interface Block {
  readonly page: string;
  readonly language: string;
  readonly code: string;
  /** Line of the page on which it begins. */
  readonly line: number;
  /** Line after its closing fence. */
  readonly end: number;
}

export function blocksOf({ name, text }: Page): Block[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((found) => {
    const line = text.slice(0, found.index).split("\n").length;
    const end = line + found[0].split("\n").length;
    return { page: name, language: found[1]!, code: found[2]!, line, end };
  });
}

/** The text block that follows a block: what it prints. */
export function outputOf(blocks: readonly Block[], block: Block): Block | undefined {
  return blocks.find((b) => b.page === block.page && b.language === "text" && b.line - block.end === 1);
}

/** The page's text with another output after a block. */
export function withOutput(text: string, { language, code }: Block, printed: string): string {
  const fence = "```" + `${language}\n${code}` + "```\n\n```text\n";
  const from = text.indexOf(fence) + fence.length;
  return text.slice(0, from) + printed + text.slice(text.indexOf("```", from));
}

/** Lines of a shell block that are commands. */
export function commandsIn(code: string): string[] {
  return code
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => line !== "");
}
