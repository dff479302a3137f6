/** Which block of homes, in words that fit a lane as well as a tower. */
import type { Language } from "../../observe/naming.ts";

export function blockText({ community, block }: { community: number; block: number }, lang: Language): string {
  return lang === "zh"
    ? `第${community + 1}社区第${block + 1}楼栋`
    : `block ${block + 1} of community ${community + 1}`;
}
