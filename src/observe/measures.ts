/** All measures in one list, by the names under which readings, patterns, sweeps and pages know them. */
import { checkName } from "../kernel/check.ts";
import { COUNTS } from "./counts.ts";
import { LEVELS } from "./levels.ts";
import type { Measure, MeasureValue, Reading } from "./measure.ts";
import { SHAPE } from "./shape.ts";
import { TRENDS } from "./trends.ts";

export const MEASURES = [...COUNTS, ...LEVELS, ...TRENDS, ...SHAPE];
export type MeasureName = (typeof MEASURES)[number]["name"];
export const MEASURE_NAMES: readonly MeasureName[] = MEASURES.map((m) => m.name);
export type Measures = Readonly<Record<MeasureName, MeasureValue>>;
const BY_NAME: ReadonlyMap<string, Measure<MeasureName>> = new Map(MEASURES.map((m) => [m.name, m]));

/** The measure of that name; an InputError that proposes the nearest if there is none. */
export function measureOf(name: string): Measure<MeasureName> {
  checkName("measure", name, MEASURE_NAMES);
  return BY_NAME.get(name)!;
}

/** The measures of a reading: all, or those named (the others are then absent). */
export function readMeasures(reading: Reading, names: readonly MeasureName[] = MEASURE_NAMES): Measures {
  return Object.fromEntries(names.map((name) => [name, measureOf(name).read(reading)])) as Measures;
}
