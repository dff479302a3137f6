/** What a class has done so far: predictions, many runs, tries at the game. It outlives the change of tabs. */
import { computed, signal } from "@preact/signals";
import type { Setting } from "../../experiments/page/setting.ts";
import type { Replicate } from "../engine/replicate.ts";
import { runReplicates, type Work } from "../engine/replicates.ts";
import { go, place, playing } from "../state/page.ts";
import { lessonNamed } from "./all.ts";
import type { Lesson, Many } from "./lesson.ts";

/** Choices made, by "lesson/prediction" or "lesson/claim". */
export const answers = signal<Readonly<Record<string, string>>>({});

export function answer(lesson: string, question: string, choice: string): void {
  answers.value = { ...answers.value, [`${lesson}/${question}`]: choice };
}

export function forget(lesson: string): void {
  const others = Object.entries(answers.value).filter(([key]) => !key.startsWith(`${lesson}/`));
  answers.value = Object.fromEntries(others);
}

/** A class is asked what will come: what comes is not to be seen yet. */
export const predicting = computed(() => {
  const { view, lesson, step } = place.value;
  return view === "lessons" && lesson !== null && lessonNamed(lesson)?.steps[step]?.kind === "predict";
});

/** Many runs under way or done. */
export interface Runs {
  readonly replicates: readonly Replicate[];
  readonly done: boolean;
  readonly failed: string | null;
}

/** Many runs by what was run: a setting, a seed, a number. */
export const many = signal<Readonly<Record<string, Runs>>>({});
const works = new Map<string, Work>();

export function keyOf(setting: Setting, seed: string, replicates: number): string {
  return JSON.stringify([setting, seed, replicates]);
}

/** Starts many runs of each setting that was not run before. */
export function runMany(settings: readonly Setting[], seed: string, replicates: number): void {
  for (const setting of settings) {
    const known = many.value[keyOf(setting, seed, replicates)];
    if (!known || known.failed !== null) startMany(setting, seed, replicates);
  }
}

function startMany(setting: Setting, rootSeed: string, replicates: number): void {
  const key = keyOf(setting, rootSeed, replicates);
  const set = (runs: Partial<Runs>) => {
    const before = many.value[key] ?? { replicates: [], done: false };
    many.value = { ...many.value, [key]: { ...before, failed: null, ...runs } };
  };
  set({});
  try {
    const task = { settings: [setting], rootSeed, replicates };
    const work = runReplicates(task, (done) => set({ replicates: done }));
    works.set(key, work);
    work.done.then(
      (all) => set({ replicates: all, done: true }),
      (error: unknown) => set({ failed: messageOf(error) }),
    );
  } catch (error) {
    set({ failed: messageOf(error) });
  }
}

/** Ends many runs that are not done; they are forgotten. */
export function stopMany(settings: readonly Setting[], seed: string, replicates: number): void {
  const keys = settings.map((s) => keyOf(s, seed, replicates)).filter((key) => !many.value[key]?.done);
  for (const key of keys) works.get(key)?.cancel();
  many.value = Object.fromEntries(Object.entries(many.value).filter(([key]) => !keys.includes(key)));
}

/** Many runs of a setting as far as they have come. */
export function foundOf(setting: Setting, seed: string, replicates: number): Runs | undefined {
  return many.value[keyOf(setting, seed, replicates)];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Both sides' runs as they stand on the page now; null until all are done. */
export function manyNow(replicates: number): Many | null {
  const { left, right, seed } = place.value;
  const [a, b] = [left, right].map((setting) => foundOf(setting, seed, replicates));
  return a?.done && b?.done ? { left: a.replicates, right: b.replicates } : null;
}

/** Whether the page shows what the lesson sets. */
export function isAsSet(lesson: Lesson): boolean {
  const { left, right, seed } = place.value;
  return JSON.stringify([left, right, seed]) === JSON.stringify([lesson.sides.left, lesson.sides.right, lesson.seed]);
}

/** Sets the page as the lesson has it; nothing starts anew that runs already. */
export function setUp(lesson: Lesson, week = 0): void {
  if (isAsSet(lesson)) go({ week });
  else go({ ...lesson.sides, seed: lesson.seed, week, item: null });
}

export function enter(name: string): void {
  const lesson = lessonNamed(name);
  if (!lesson) return;
  playing.value = false;
  forget(name);
  go({ ...lesson.sides, seed: lesson.seed, week: 0, item: null, view: "lessons", lesson: name, step: 0 });
}

export function leave(): void {
  playing.value = false;
  go({ lesson: null, step: 0 });
}
