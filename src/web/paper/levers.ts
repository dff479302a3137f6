/** What the levers are called to which the paper's pictures lead. */
import { FIELDS_BY_NAME } from "../../model/context.ts";
import type { Text } from "../../model/vocabulary.ts";

/** Blocks that are taken over whole. */
const BLOCKS: Readonly<Record<string, Text>> = {
  agenda: { en: "the whole agenda", zh: "整套议题" },
};

export function leverText(name: string): Text {
  return BLOCKS[name] ?? FIELDS_BY_NAME[name]!.label;
}
