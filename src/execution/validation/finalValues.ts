/** Values of measures at the end of the runs of a sweep of one run a point, in the order of points. */
import { cellValue, runColumns } from "../../analysis/runTable.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import { openRuns } from "../report/results.ts";

export async function finalValues(
  dir: string,
  measures: readonly string[],
): Promise<ReadonlyMap<string, readonly MeasureValue[]>> {
  const { header, rows } = await openRuns(dir);
  const { point, measures: columns } = runColumns(header);
  const values = new Map(measures.map((measure): [string, MeasureValue[]] => [measure, []]));
  for await (const row of rows)
    for (const { measure, at, column } of columns)
      if (at === "final" && values.has(measure)) values.get(measure)![Number(row[point])] = cellValue(row[column]!);
  return values;
}
