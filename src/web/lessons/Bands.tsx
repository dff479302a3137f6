/** A weekly series of many runs: the central nine tenths, the median, and the run on the stage. */

import { SIDES, type Side } from "../../experiments/page/address.ts";
import type { Replicate } from "../engine/replicate.ts";
import { lang, runs, say } from "../state/page.ts";
import { bandOf } from "./band.ts";
import type { Many, RunMany } from "./lesson.ts";
import { num } from "./numbers.ts";

const [WIDTH, HEIGHT] = [340, 150];
const FRAME = { left: 26, right: 336, top: 8, bottom: 132 };

export function Bands({
  series: { name, label },
  many,
}: {
  readonly series: NonNullable<RunMany["series"]>;
  readonly many: Many;
}) {
  const bands = SIDES.filter((side) => many[side].length > 0).map((side) => ({ side, band: bandOf(many[side], name) }));
  const all = bands.flatMap(({ band }) => [...band.low, ...band.high]).filter((v) => !Number.isNaN(v));
  const [low, high] = [Math.floor(20 * Math.min(...all)) / 20, Math.ceil(20 * Math.max(...all)) / 20];
  const last = Math.max(...bands.flatMap(({ band }) => band.weeks));
  const x = (week: number) => FRAME.left + (week / last) * (FRAME.right - FRAME.left);
  const y = (v: number) => FRAME.bottom - ((v - low) / (high - low || 1)) * (FRAME.bottom - FRAME.top);
  const path = (weeks: readonly number[], values: readonly number[]) =>
    weeks.map((w, k) => `${k === 0 ? "M" : "L"}${x(w).toFixed(1)} ${y(values[k]!).toFixed(1)}`).join("");
  const area = (weeks: readonly number[], a: readonly number[], b: readonly number[]) =>
    `${path(weeks, a)}${path([...weeks].reverse(), [...b].reverse()).replace("M", "L")}Z`;
  return (
    <figure class="lessons-figure">
      <figcaption class="small">
        {label[lang.value]}{" "}
        <span class="muted">
          {say("(nine in ten runs, median, run on the stage)", "（九成运行、中位数、画面所示的这次）")}
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={described(label[lang.value], bands)}>
        <line x1={FRAME.left} x2={FRAME.right} y1={FRAME.bottom} y2={FRAME.bottom} class="lessons-axis" />
        {[low, high].map((v) => (
          <text key={v} x={FRAME.left - 4} y={y(v) + 4} text-anchor="end">
            {num(v)}
          </text>
        ))}
        {yearsOf(last).map(({ week, year }) => (
          <text key={year} x={x(week)} y={HEIGHT - 4} text-anchor="start">
            {year}
          </text>
        ))}
        {bands.map(({ side, band }) => (
          <g key={side} class={`lessons-${side}`}>
            <path class="lessons-band" d={area(band.weeks, band.low, band.high)} />
            <path class="lessons-median" d={path(band.weeks, band.median)} />
            <path class="lessons-own" d={ownPath(many[side], name, path)} />
          </g>
        ))}
      </svg>
    </figure>
  );
}

function ownPath(
  replicates: readonly Replicate[],
  name: string,
  path: (weeks: readonly number[], values: readonly number[]) => string,
): string {
  const own = replicates.find((r) => r.replicate === 0);
  return own ? path(own.series.tick, own.series.columns[name] ?? []) : "";
}

/** The first week of each year of the runs. */
function yearsOf(last: number): { week: number; year: number }[] {
  const first = Number(runs.left.value.scenario.context.start.date.slice(0, 4));
  return Array.from({ length: Math.ceil(last / 52.18) }, (_, k) => ({ week: k * 52.18, year: first + k }));
}

function described(label: string, bands: readonly { side: Side; band: ReturnType<typeof bandOf> }[]): string {
  const parts = bands.map(({ side, band }) => {
    const peak = Math.max(...band.median);
    const values = [band.median[0], peak, band.median.at(-1)].map((v) => num(v));
    return say(
      `${side}: median from ${values[0]}, at most ${values[1]}, at the end ${values[2]}`,
      `${side === "left" ? "左" : "右"}：中位数起点${values[0]}，最高${values[1]}，终点${values[2]}`,
    );
  });
  return `${label}${say(": ", "：")}${parts.join(say("; ", "；"))}`;
}
