/** The picture of a chart: bands, ghosts and lines of both sides on one scale, with years and the paper's dates. */
import { useMemo, useRef } from "preact/hooks";
import { SIDES } from "../../experiments/page/address.ts";
import { predicting } from "../lessons/state.ts";
import { lang, runs, say, weeks } from "../state/page.ts";
import { factMarks } from "./facts.ts";
import { type ChartKind, type ChartLine, clockOf, scaleOf } from "./lines.ts";
import { bandPath, linePath, pointsOf, thinned } from "./path.ts";
import { type Domain, heightOf, yearTicks } from "./scale.ts";
import { useCursor, useSeek } from "./seek.ts";

/** More points than a chart has pixels tell nothing. */
const MOST_POINTS = 600;

interface Props {
  readonly kind: ChartKind;
  readonly lines: readonly ChartLine[];
}

export function Plot({ kind, lines }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const cursor = useRef<HTMLDivElement>(null);
  useSeek(box);
  useCursor(cursor);
  const scale = scaleOf(kind, lines);
  return (
    <div class="charts-plot" data-plot>
      <div class="charts-y" aria-hidden="true" data-axis="side">
        {scale.ticks.map((tick) => (
          <span key={tick} style={{ top: `${heightOf(tick, scale)}%` }}>
            {kind.write(tick)}
          </span>
        ))}
      </div>
      <div class="charts-box" ref={box}>
        <svg
          data-chart={kind.columns[0]!.name}
          data-title={titleOf(kind)}
          viewBox={`0 0 ${weeks.value} 100`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {scale.ticks.map((tick) => (
            <path key={tick} class="charts-grid" d={`M0 ${heightOf(tick, scale)}H${weeks.value}`} />
          ))}
          {lines.map((line) => (
            <Behind key={`${line.side}${line.column}`} line={line} domain={scale} />
          ))}
          {lines.map((line) => (
            <Line key={`${line.side}${line.column}`} line={line} domain={scale} />
          ))}
        </svg>
        <div class={predicting.value ? "charts-cursor charts-curtain" : "charts-cursor"} ref={cursor}>
          {predicting.value && <span class="small muted">{say("after your prediction", "预测之后揭晓")}</span>}
        </div>
      </div>
      <Years />
    </div>
  );
}

/** What the chart shows, for a file: its columns, where they are two. */
function titleOf({ title, about, columns }: ChartKind): string {
  const l = lang.value;
  const [first, second] = columns;
  const lines = second
    ? say(
        `; solid: ${first!.label.en}, dotted: ${second.label.en}`,
        `；实线：${first!.label.zh}，点线：${second.label.zh}`,
      )
    : "";
  return `${title[l]}${say(`: ${about.en}`, `：${about.zh}`)}${lines}`;
}

/** What stands behind a line: the band of many runs, the future that was left, and the week in which it was. */
function Behind({
  line: { side, column, ghost, band },
  domain,
}: {
  readonly line: ChartLine;
  readonly domain: Domain;
}) {
  return (
    <>
      {band && (
        <>
          <path class={`charts-band ${side}`} d={bandPath(band.weeks, band.low, band.high, domain)} />
          <path
            class={`charts-median ${side}`}
            d={linePath(
              band.weeks.map((x, k) => ({ x, y: band.median[k]! })),
              domain,
            )}
          />
        </>
      )}
      {ghost && (
        <>
          <path class="charts-left" d={linePath(thinned(pointsOf(ghost.values, ghost.from), MOST_POINTS), domain)} />
          {column === 0 && ghost.from > 0 && <path class={`charts-change ${side}`} d={`M${ghost.from} 0V100`} />}
        </>
      )}
    </>
  );
}

function Line({ line: { side, column, values }, domain }: { readonly line: ChartLine; readonly domain: Domain }) {
  const { low, high } = domain;
  const { length } = values;
  // The list of values grows in place: its length tells whether it has changed.
  const d = useMemo(
    () => linePath(thinned(pointsOf(values), MOST_POINTS), { low, high }),
    [values, length, values[length - 1], low, high],
  );
  return <path class={`charts-line ${side} ${column === 0 ? "" : "dotted"}`} d={d} />;
}

/** A year that begins later than this share of the axis has no room for its label. */
const LABELED = 0.93;

/** Years below, and where the paper dates something. */
function Years() {
  const run = runs.left.value;
  const clock = clockOf(run);
  const all = weeks.value;
  const at = (week: number) => `${(100 * week) / all}%`;
  return (
    <div class="charts-years" aria-hidden="true" data-axis="below">
      {SIDES.flatMap((side) =>
        factMarks(side, runs[side].value)
          .filter(({ week }) => week <= all)
          .map(({ week, number }) => <i key={`${side}${number}`} class={side} style={{ left: at(week) }} />),
      )}
      {yearTicks(clock.start, LABELED * all, (date) => clock.tick(date)).map(({ week, year }) => (
        <span key={year} style={{ left: at(week) }}>
          {year}
        </span>
      ))}
    </div>
  );
}
