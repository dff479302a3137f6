/** The outcome over the lever: single runs as dots, the median as a line, the middle 90 % as a band. */

import type { Side } from "../../experiments/page/address.ts";
import { measureOf } from "../../observe/measures.ts";
import { type Axis, axisOf, type Scale, scaleOf, valueText } from "../many/axis.ts";
import { lang, say } from "../state/page.ts";
import { fullLabel, type Lever, type LeverValue } from "./levers.ts";
import type { Point } from "./points.ts";

const MOST_LETTERS = 56;

interface Props {
  readonly points: readonly Point[];
  readonly lever: Lever;
  readonly own: LeverValue;
  readonly measure: string;
  readonly side: Side;
}

const [WIDTH, HEIGHT] = [360, 262];
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 12, 24, 56];

export function BandChart({ points, lever, own, measure, side }: Props) {
  const { unit, text } = measureOf(measure);
  const scale = scaleOf(unit);
  const outcomes = points.flatMap(({ runs }) => runs.map(({ outcome }) => outcome)).filter((v) => v !== null);
  const flag = scale === "flag";
  const up = flag ? axisOf([0, 1], "share", lang.value) : axisOf(outcomes, scale, lang.value);
  const across = acrossOf(lever, points, own);
  const x = (at: number) => LEFT + ((at - across.low) / (across.high - across.low)) * (WIDTH - LEFT - RIGHT);
  const y = (at: number) => HEIGHT - BOTTOM - ((at - up.low) / (up.high - up.low)) * (HEIGHT - TOP - BOTTOM);
  const label = `${text[lang.value]}${say(" over ", "随")}${fullLabel(lever)[lang.value]}${say("", "的变化")}`;
  return (
    <svg
      class={`sweep-chart sweep-${side}`}
      data-chart="sweep"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <Grid up={up} across={across} x={x} y={y} />
      <Own own={Number(own)} x={x} />
      <Band points={flag ? points.map(asShare) : points} x={x} y={y} />
      {points.flatMap((point) =>
        point.runs.map(({ replicate, outcome }) =>
          outcome === null ? null : (
            <circle
              key={`${point.value}-${replicate}`}
              class="sweep-dot"
              cx={x(Number(point.value)) + nudge(replicate)}
              cy={y(outcome)}
              r={2.2}
            >
              <title>
                {say(`run ${replicate}: `, `第${replicate}次运行：`) + valueText(outcome, scale, lang.value)}
              </title>
            </circle>
          ),
        ),
      )}
      <Titles lever={lever} outcome={text[lang.value]} unit={unit} scale={scale} />
    </svg>
  );
}

/** Of yes and no there is no middle: the line tells how many runs say yes. */
const asShare = (point: Point): Point => ({ ...point, median: point.mean, low: point.mean, high: point.mean });

/** Runs stand a little beside one another, each at the same place over all values. */
const nudge = (replicate: number) => (((replicate * 7) % 20) / 19 - 0.5) * 8;

function acrossOf(lever: Lever, points: readonly Point[], own: LeverValue): Axis {
  if (lever.kind === "flag") return axisOf([0, 1], "flag", lang.value);
  return axisOf([...points.map(({ value }) => Number(value)), Number(own)], "number", lang.value, 5);
}

type Place = (at: number) => number;
interface Places {
  readonly x: Place;
  readonly y: Place;
}

function Grid({ up, across, x, y }: { readonly up: Axis; readonly across: Axis } & Places) {
  return (
    <>
      {up.ticks.map(({ at, text }) => (
        <g key={at}>
          <line class="sweep-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(at)} y2={y(at)} />
          <text x={LEFT - 5} y={y(at) + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      <line class="sweep-base" x1={LEFT} x2={WIDTH - RIGHT} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      {across.ticks.map(({ at, text }) => (
        <g key={at}>
          <line class="sweep-base" x1={x(at)} x2={x(at)} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM + 4} />
          <text x={x(at)} y={HEIGHT - BOTTOM + 16} text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

function Own({ own, x }: { readonly own: number; readonly x: Place }) {
  const at = x(own);
  const anchor = at > WIDTH * 0.8 ? "end" : at < WIDTH * 0.25 ? "start" : "middle";
  return (
    <>
      <line class="sweep-own" x1={at} x2={at} y1={TOP - 6} y2={HEIGHT - BOTTOM} />
      <text x={at} y={TOP - 10} text-anchor={anchor}>
        {say("as it stands", "现有设定")}
      </text>
    </>
  );
}

function Band({ points, x, y }: { readonly points: readonly Point[] } & Places) {
  const known = points.flatMap(({ value, low, median, high }) =>
    low === null || median === null || high === null ? [] : [{ at: x(Number(value)), low, median, high }],
  );
  const path = (corners: readonly (readonly [number, number])[]) => corners.map((c) => c.join(",")).join(" ");
  const above = known.map(({ at, high }) => [at, y(high)] as const);
  const below = known.map(({ at, low }) => [at, y(low)] as const).reverse();
  return (
    <>
      <polygon class="sweep-band" points={path([...above, ...below])} />
      <polyline class="sweep-median" points={path(known.map(({ at, median }) => [at, y(median)] as const))} />
      {known.map(({ at, median }) => (
        <circle key={at} class="sweep-middle" cx={at} cy={y(median)} r={3.6} />
      ))}
    </>
  );
}

/** A text in two lines, if one is too long for the chart. */
function linesOf(text: string): string[] {
  const words = text.split(" ");
  const first: string[] = [];
  while (words[0] !== undefined && [...first, words[0]].join(" ").length <= MOST_LETTERS) first.push(words.shift()!);
  return [first.join(" "), words.join(" ")].filter((line) => line !== "");
}

interface TitlesProps {
  readonly lever: Lever;
  readonly outcome: string;
  readonly unit: string;
  readonly scale: Scale;
}

function Titles({ lever, outcome, unit, scale }: TitlesProps) {
  // Units are declared in English; a Chinese label says them itself.
  const shown = (name: string, of: string) => (lang.value === "zh" || of === "yes or no" ? name : `${name} (${of})`);
  return (
    <>
      {linesOf(shown(fullLabel(lever)[lang.value], lever.unit)).map((line, k) => (
        <text
          key={line}
          class="sweep-title"
          x={(LEFT + WIDTH - RIGHT) / 2}
          y={HEIGHT - 22 + 14 * k}
          text-anchor="middle"
        >
          {line}
        </text>
      ))}
      <text
        class="sweep-title"
        transform={`translate(10 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)`}
        text-anchor="middle"
      >
        {scale === "number" ? shown(outcome, unit) : outcome}
      </text>
    </>
  );
}
