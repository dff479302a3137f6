/** One chart: its name, the values at the time shown, the picture, and the same in words. */
import { useComputed } from "@preact/signals";
import { SIDES, type Side } from "../../experiments/page/address.ts";
import { predicting } from "../lessons/state.ts";
import { spreads } from "../many/spread.ts";
import { lang, runs, say, week } from "../state/page.ts";
import { type ChartKind, chartLines, clockOf, sideName, valueAt } from "./lines.ts";
import { Plot } from "./Plot.tsx";
import { summaryOf } from "./summary.ts";

interface Props {
  readonly kind: ChartKind;
  /** Opens it large; null: it is large. */
  readonly enlarge: (() => void) | null;
}

export function Chart({ kind, enlarge }: Props) {
  const shown = { left: runs.left.value, right: runs.right.value };
  const lines = chartLines(kind, shown, { left: spreads.left.value, right: spreads.right.value });
  return (
    <figure class="charts-one">
      <figcaption>
        <span class="charts-name" title={kind.about[lang.value]}>
          {kind.title[lang.value]}
        </span>
        {kind.columns.length > 1 && <Styles kind={kind} />}
        {enlarge ? <Enlarge name={kind.title[lang.value]} enlarge={enlarge} /> : null}
        <span class={enlarge ? "visually-hidden" : "muted small"}>{kind.about[lang.value]}</span>
      </figcaption>
      <div class="charts-values">
        {SIDES.map((side) => (
          <Value key={side} kind={kind} side={side} />
        ))}
      </div>
      <Plot kind={kind} lines={lines} />
      <p class="visually-hidden">
        {(predicting.value ? [] : lines)
          .map(({ side, column, values }) =>
            summaryOf(
              `${sideName(side, shown[side], lang.value)}${say(", ", "，")}${kind.columns[column]!.label[lang.value]}`,
              values,
              clockOf(shown[side]),
              kind.write,
              lang.value,
            ),
          )
          .join(say(" ", ""))}
      </p>
    </figure>
  );
}

/** What the two values are, in their order, and which of the lines is dotted. */
function Styles({ kind }: { readonly kind: ChartKind }) {
  return (
    <span class="charts-styles">
      {kind.columns.map(({ name, label }, k) => (
        <span key={name}>
          {k > 0 && " / "}
          <span class={k > 0 ? "charts-dotted" : ""}>{label[lang.value]}</span>
        </span>
      ))}
    </span>
  );
}

/** Values at the cursor; a text alone changes as time goes on. */
function Value({ kind, side }: { readonly kind: ChartKind; readonly side: Side }) {
  const text = useComputed(() => {
    const { columns } = runs[side].value;
    const values = kind.columns.map(({ name }) => valueAt(columns[name] ?? [], week.value));
    return values.map((value) => (value === null ? "–" : kind.write(value))).join(" / ");
  });
  return (
    <span class={side}>
      <span class="visually-hidden">{sideName(side, runs[side].value, lang.value)} </span>
      {text}
    </span>
  );
}

function Enlarge({ name, enlarge }: { readonly name: string; readonly enlarge: () => void }) {
  return (
    <button
      type="button"
      class="charts-enlarge"
      onClick={enlarge}
      aria-label={say(`Enlarge chart: ${name}`, `放大图表：${name}`)}
      title={say("Enlarge", "放大")}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M7 1h4v4M5 11H1V7M11 1 7 5M1 11l4-4" fill="none" stroke="currentColor" stroke-width="1.4" />
      </svg>
    </button>
  );
}
