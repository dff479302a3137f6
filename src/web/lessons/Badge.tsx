/** Marks whose number or statement it is, and where it can be looked up. */
import { say } from "../state/page.ts";
import type { Whose } from "./lesson.ts";

export function Badge({ whose, place }: { readonly whose: Whose; readonly place?: string | undefined }) {
  const name = {
    paper: say("paper", "论文"),
    model: say("model", "模型"),
    assumption: say("assumption", "假设"),
  }[whose];
  const where = {
    paper: say("section of the study", "论文章节"),
    model: say("section of the model's description: linli odd", "模型描述（linli odd）的章节"),
    assumption: undefined,
  }[whose];
  return (
    <span class={`of-${whose} lessons-badge`} title={place === undefined ? undefined : where}>
      {place === undefined ? name : `${name} ${placeIn(place)}`}
    </span>
  );
}

const DIGITS: Readonly<Record<string, string>> = { 一: "1", 二: "2", 三: "3", 四: "4", 五: "5" };

/** Sections are written 四(三)1 in Chinese and 4(3)1 in English. */
function placeIn(place: string): string {
  return say(
    place.replace(/[一二三四五]/g, (digit) => DIGITS[digit]!),
    place,
  );
}
