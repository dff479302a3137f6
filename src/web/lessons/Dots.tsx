/** A value of many runs: a dot a run, stacked where they coincide; the run on the stage is ringed. */
import type { Side } from "../../experiments/page/address.ts";
import { lang, say } from "../state/page.ts";
import { stacked } from "./dots.ts";
import type { Many, Measured } from "./lesson.ts";
import { median, valuesOf } from "./numbers.ts";

const WIDTH = 340;
const [LEFT, RIGHT] = [8, WIDTH - 8];
const ROW = 46;
/** Width of a column of dots: as many as fit from end to end. */
const DOT = (RIGHT - LEFT) / 46;

export function Dots({
  measured,
  many,
  sides,
}: {
  readonly measured: Measured;
  readonly many: Many;
  readonly sides: readonly Side[];
}) {
  const all = sides.flatMap((side) => valuesOf(many[side], measured.read));
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const { label, show } = measured;
  return (
    <figure class="lessons-figure">
      <figcaption class="small">{label[lang.value]}</figcaption>
      {all.length === 0 ? (
        <p class="muted small">{say("no run has a value", "没有一次运行有此值")}</p>
      ) : (
        <svg
          viewBox={`0 0 ${WIDTH} ${ROW * sides.length + 14}`}
          role="img"
          aria-label={described(measured, many, sides)}
        >
          {sides.map((side, k) => (
            <Row key={side} side={side} top={ROW * k} measured={measured} many={many} low={low} high={high} />
          ))}
          <text x={LEFT} y={ROW * sides.length + 11}>
            {show(low)}
          </text>
          {high > low && (
            <text x={RIGHT} y={ROW * sides.length + 11} text-anchor="end">
              {show(high)}
            </text>
          )}
        </svg>
      )}
    </figure>
  );
}

interface RowProps {
  readonly side: Side;
  readonly top: number;
  readonly measured: Measured;
  readonly many: Many;
  readonly low: number;
  readonly high: number;
}

function Row({ side, top, measured, many, low, high }: RowProps) {
  const runs = many[side].filter((r) => measured.read(r) !== null);
  const scale = (v: number) => (high === low ? (LEFT + RIGHT) / 2 : LEFT + ((v - low) / (high - low)) * (RIGHT - LEFT));
  const places = stacked(
    runs.map((r) => scale(measured.read(r)!) - LEFT),
    DOT,
  );
  const base = top + ROW - 6;
  return (
    <g class={`lessons-${side}`}>
      <line x1={LEFT} x2={RIGHT} y1={base + 4} y2={base + 4} class="lessons-axis" />
      {runs.map((r, k) => (
        <circle
          key={r.replicate}
          cx={LEFT + places[k]!.x}
          cy={base - places[k]!.level * 5.5}
          r={r.replicate === 0 ? 4.2 : 2.8}
          class={r.replicate === 0 ? "lessons-shown" : "lessons-dot"}
        />
      ))}
    </g>
  );
}

function described({ label, read, show }: Measured, many: Many, sides: readonly Side[]): string {
  const parts = sides.map((side) => {
    const values = valuesOf(many[side], read);
    if (values.length === 0) return "";
    const [low, mid, high] = [Math.min(...values), median(values), Math.max(...values)].map(show);
    const own = many[side][0] ? read(many[side][0]) : null;
    const shown = own === null ? "–" : show(own);
    return say(
      `${side}: ${values.length} runs from ${low} to ${high}, median ${mid}, on the stage ${shown}`,
      `${side === "left" ? "左" : "右"}：${values.length}次运行，${low}至${high}，中位数${mid}，画面所示的这次为${shown}`,
    );
  });
  return `${label[lang.value]}${say(": ", "：")}${parts.join(say("; ", "；"))}`;
}
