/** The week for what need not follow every frame: at once while the clock stands, four times a second while it runs. */
import { effect, signal } from "@preact/signals";
import { week } from "../state/page.ts";

const EVERY = 250;
export const slowWeek = signal(0);

let waiting: ReturnType<typeof setTimeout> | null = null;
effect(() => {
  const now = Math.floor(week.value);
  if (now === slowWeek.peek() || waiting !== null) return;
  waiting = setTimeout(() => {
    waiting = null;
    slowWeek.value = Math.floor(week.peek());
  }, EVERY);
  if (Math.abs(now - slowWeek.peek()) > 8) slowWeek.value = now;
});
