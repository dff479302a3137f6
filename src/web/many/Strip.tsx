/** A strip plot: the runs as dots on a small axis, with what the paper reports shaded and their middle marked. */

import type { Side } from "../../experiments/page/address.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import { lang, say } from "../state/page.ts";
import { type Axis, positionOf, valueText } from "./axis.ts";
import type { Spreading } from "./findings.ts";
import { levelStep, stacked } from "./strip.ts";

export interface StripRow {
  readonly side: Side;
  readonly spread: Spreading;
  /** The value of the run that is shown; undefined: not known yet. */
  readonly own: MeasureValue | undefined;
}

interface Props {
  readonly axis: Axis;
  readonly rows: readonly StripRow[];
  /** Bounds of what the paper reports; null: open. */
  readonly shade?: { readonly low: number | null; readonly high: number | null };
  /** What it shows, for those who cannot see it. */
  readonly label: string;
}

const [WIDTH, MARGIN, ROW, FOOT] = [340, 10, 26, 16];
const [RADIUS, APART] = [3, 6.5];

export function Strip({ axis, rows, shade, label }: Props) {
  const x = (at: number) => MARGIN + ((at - axis.low) / (axis.high - axis.low)) * (WIDTH - 2 * MARGIN);
  const height = rows.length * ROW;
  return (
    <svg class="many-strip" viewBox={`0 0 ${WIDTH} ${height + FOOT}`} role="img" aria-label={label}>
      {shade && <Shade low={shade.low} high={shade.high} x={x} height={height} />}
      {axis.ticks.map(({ at, text }) => (
        <g key={at}>
          <line class="many-tick" x1={x(at)} x2={x(at)} y1={height - 2} y2={height + 3} />
          <text x={Math.min(Math.max(x(at), 14), WIDTH - 16)} y={height + 13} text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
      {rows.map((row, k) => (
        <Row key={row.side} row={row} x={x} middle={(k + 0.5) * ROW} />
      ))}
    </svg>
  );
}

interface ShadeProps {
  readonly low: number | null;
  readonly high: number | null;
  readonly x: (at: number) => number;
  readonly height: number;
}

function Shade({ low, high, x, height }: ShadeProps) {
  const left = low === null ? 0 : x(low);
  const right = high === null ? WIDTH : x(high);
  const width = Math.max(8, right - left);
  return <rect class="many-shade" x={(left + right - width) / 2} y={1} width={width} height={height - 2} rx={2} />;
}

function Row({
  row,
  x,
  middle,
}: {
  readonly row: StripRow;
  readonly x: (at: number) => number;
  readonly middle: number;
}) {
  const { spread, own, side } = row;
  const places = spread.values.map((value) => positionOf(value)).map((at) => (at === null ? null : x(at)));
  const dots = stacked(places, APART);
  const step = levelStep(dots, ROW / 2 - RADIUS - 1, APART - 0.5);
  const [low, median, high] = [spread.q05, spread.median, spread.q95].map((value) => positionOf(value));
  const shown = positionOf(own);
  return (
    <g class={`many-${side}`}>
      <line class="many-base" x1={MARGIN} x2={WIDTH - MARGIN} y1={middle} y2={middle} />
      {low !== null && high !== null && <line class="many-range" x1={x(low!)} x2={x(high!)} y1={middle} y2={middle} />}
      {dots.map((dot) => (
        <circle key={dot.index} class="many-dot" cx={dot.x} cy={middle - dot.level * step} r={RADIUS}>
          <title>{dotText(dot.index, spread)}</title>
        </circle>
      ))}
      {median !== null && (
        <line class="many-median" x1={x(median!)} x2={x(median!)} y1={middle - 10} y2={middle + 10} />
      )}
      {shown !== null && <circle class="many-own" cx={x(shown)} cy={middle} r={4.5} />}
    </g>
  );
}

function dotText(index: number, { values, scale }: Spreading): string {
  const value = valueText(values[index], scale, lang.value);
  return say(`run ${index}: ${value}`, `第${index}次运行：${value}`);
}
