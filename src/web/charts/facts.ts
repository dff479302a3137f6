/** The paper's dated facts on the axis of time. */

import type { Side } from "../../experiments/page/address.ts";
import type { Text } from "../../model/vocabulary.ts";
import { clockOf, type ShownRun } from "./lines.ts";

export interface FactMark {
  readonly side: Side;
  /** Number in the order of the side's facts, from 1. */
  readonly number: number;
  readonly week: number;
  readonly date: string;
  readonly text: Text;
}

/** Facts of a side, in order; those before its start stand at week 0. */
export function factMarks(side: Side, run: ShownRun): FactMark[] {
  const clock = clockOf(run);
  return run.scenario.facts.map(({ date, text }, k) => ({
    side,
    number: k + 1,
    week: Math.max(0, clock.tick(date)),
    date,
    text,
  }));
}

/** A date as precise as the paper tells it: most facts are dated by month. */
export const monthOf = (date: string) => date.slice(0, 7);
