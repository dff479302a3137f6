/** The five lessons in their order. */
import { agreement } from "./data/agreement.ts";
import { aliveLesson } from "./data/alive.ts";
import { cultivation } from "./data/cultivation.ts";
import { disagreement } from "./data/disagreement.ts";
import { trust } from "./data/trust.ts";
import type { Lesson } from "./lesson.ts";

export const LESSONS: readonly Lesson[] = [trust, agreement, cultivation, aliveLesson, disagreement];

export function lessonNamed(name: string): Lesson | undefined {
  return LESSONS.find((lesson) => lesson.name === name);
}
