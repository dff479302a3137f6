/** Moving the time by pointing at a chart, and the line that shows it: both without drawing anything anew. */
import { effect } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { playing, settleWeek, week, weeks } from "../state/page.ts";

/** Click and drag on an element, whose width stands for all weeks. */
export function useSeek(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = ref.current!;
    const move = (event: PointerEvent) => {
      const { left, width } = box.getBoundingClientRect();
      const share = Math.min(1, Math.max(0, (event.clientX - left) / width));
      week.value = Math.round(share * weeks.value);
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || (event.target as Element).closest("button")) return;
      playing.value = false;
      box.setPointerCapture(event.pointerId);
      move(event);
    };
    const drag = (event: PointerEvent) => box.hasPointerCapture(event.pointerId) && move(event);
    box.addEventListener("pointerdown", down);
    box.addEventListener("pointermove", drag);
    box.addEventListener("pointerup", settleWeek);
    return () => {
      box.removeEventListener("pointerdown", down);
      box.removeEventListener("pointermove", drag);
      box.removeEventListener("pointerup", settleWeek);
    };
  }, [ref]);
}

/** Keeps an element as wide as the chart shifted to the time shown: its left edge is the cursor. */
export function useCursor(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const line = ref.current!;
    return effect(() => {
      const share = Math.min(1, week.value / weeks.value);
      line.style.transform = `translateX(${(100 * share).toFixed(3)}%)`;
    });
  }, [ref]);
}
