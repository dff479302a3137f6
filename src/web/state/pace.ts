/** A slower clock: a look steps a run in the worker, and cannot follow every frame. */
import { effect, type ReadonlySignal, signal } from "@preact/signals";

/** The whole week of a clock: at once while it stands, at most every so many milliseconds while it plays. */
export function paced(
  week: ReadonlySignal<number>,
  playing: ReadonlySignal<boolean>,
  every: number,
): ReadonlySignal<number> {
  const slow = signal(Math.floor(week.peek()));
  const follow = () => {
    waiting = undefined;
    slow.value = Math.floor(week.peek());
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    week.value; // followed while it plays, too: the next wait begins with a next change
    if (playing.value) {
      waiting ??= setTimeout(follow, every);
    } else {
      clearTimeout(waiting);
      follow();
    }
  });
  return slow;
}
