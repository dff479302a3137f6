import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { paced } from "../../../src/web/state/pace.ts";

const week = signal(0);
const playing = signal(false);
const lookWeek = paced(week, playing, 500);

describe("the week of the card", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    playing.value = false;
    week.value = 0;
  });
  afterEach(() => {
    playing.value = false;
    vi.useRealTimers();
  });

  test("follows at once while the clock stands", () => {
    week.value = 40.7;
    expect(lookWeek.value).toBe(40);
    week.value = 3;
    expect(lookWeek.value).toBe(3);
  });

  test("changes at most twice a second while it plays, and ends where the clock stops", () => {
    const seen: number[] = [];
    const stop = lookWeek.subscribe((w) => {
      seen.push(w);
    });
    playing.value = true;
    for (let k = 1; k <= 60; k++) {
      week.value = k * 0.8;
      vi.advanceTimersByTime(50);
    }
    expect(seen.length - 1).toBeGreaterThan(3);
    expect(seen.length - 1).toBeLessThanOrEqual(6);
    playing.value = false;
    expect(lookWeek.value).toBe(48);
    stop();
  });
});
