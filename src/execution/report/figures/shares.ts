/** Shares of a gap: a bar a block with its interval, its effect alone and last beneath it, and the strongest interactions. */
import { BLOCK_TEXT } from "../../../experiments/explain.ts";
import type { BlockSet, BlockShare, ExplainedOutcome, OutcomeShares } from "../../../experiments/explainResult.ts";
import type { BlockName } from "../../../model/context.ts";
import { capitalized } from "../../../observe/naming.ts";
import { shown } from "../../../observe/numbers.ts";
import { measureText } from "../names.ts";
import { type Drawing, lineColor, marginFor } from "../plot.ts";
import type { Words } from "../words.ts";

/** Size of a figure's outer box, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const ROW = 30;
const PAIRS = 3;
const FRAME = { marginTop: 8, marginBottom: 30 };
/** Room for the numbers at the right. */
const NUMBERS = 104;

export function blockName(block: BlockName, words: Words): string {
  return words.of(BLOCK_TEXT[block]);
}

/** A number with its sign, as a typesetter has it; of one too small for three decimals the first digit that tells something. */
export function signed(value: number): string {
  const size = Number(Math.abs(value).toPrecision(12)); // without what sums leave in the last digits
  const text = size < 0.001 ? String(Number(size.toPrecision(1))) : shown(size);
  return value > 0 ? `+${text}` : value < 0 ? `−${text}` : text;
}

/** A number at an axis: as short as it can be. */
const tick = (value: number) =>
  signed(value)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");

/** An outcome's gap in a line: both ends, and the difference with its interval. */
export function gapLine({ from, to, gap }: OutcomeShares, { say }: Words): string {
  const interval = `[${signed(gap.low)}, ${signed(gap.high)}]`;
  return say(
    `${shown(from.value)} → ${shown(to.value)}, gap ${signed(gap.value)} ${interval}`,
    `${shown(from.value)} → ${shown(to.value)}，差距 ${signed(gap.value)} ${interval}`,
  );
}

/** The name of an outcome with its unit. */
export function outcomeTitle(measure: string, words: Words): string {
  const { label, unit } = measureText(measure);
  const [name, own] = [capitalized(words.of(label)), unit ? words.of(unit) : null];
  return own === null || name.toLowerCase().includes(own.toLowerCase())
    ? name
    : words.say(`${name} (${own})`, `${name}（${own}）`);
}

/** Color of a bar: towards the second scenario, or away from it. */
const barColor = (value: number, gap: number) => lineColor(value * gap >= 0 ? 0 : 1);

interface Row {
  readonly key: string;
  readonly label: string;
  readonly numbers: string;
}

/** The figure of an outcome, and how large it is. */
export function sharesFigure(
  outcome: ExplainedOutcome,
  { plot, draw }: Drawing,
  words: Words,
  width = 440,
): { readonly svg: string; readonly size: Size } {
  const found = outcome.found!;
  const sorted = [...found.shares].sort((a, b) => Math.abs(b.share.value) - Math.abs(a.share.value));
  const pairs = found.pairs.slice(0, PAIRS).filter((pair) => pair.value !== 0);
  const rows = [...sorted.map((s) => blockRow(s, words)), ...pairs.map((p) => pairRow(p, words))];
  const heads = pairs.length > 0 ? [{ key: HEAD, text: words.say("strongest interactions", "最强的交互作用") }] : [];
  const domain = [...rows.slice(0, sorted.length).map((r) => r.key), ...heads.map((h) => h.key), ...pairs.map(pairKey)];
  const size = { width, height: FRAME.marginTop + FRAME.marginBottom + ROW * domain.length };
  const marginLeft = marginFor(
    rows.map((r) => r.label),
    64,
  );
  const both = sorted.flatMap(({ block, first, last }) =>
    first && last ? [{ block, first: first.value, last: last.value }] : [],
  );
  const { ticks, scale } = axisOf(found);
  const svg = draw(
    {
      ...FRAME,
      ...size,
      marginLeft,
      marginRight: NUMBERS,
      x: { label: null, ticks, tickFormat: tick, ...scale },
      y: { type: "band", axis: null, domain, padding: 0 },
      color: { type: "identity" },
      marks: [
        plot.gridX({ ticks, stroke: "currentColor", strokeOpacity: 0.12 }),
        plot.barX(changing(sorted), {
          x: (s: BlockShare) => s.share.value,
          y: "block",
          fill: (s: BlockShare) => barColor(s.share.value, found.gap.value),
          fillOpacity: 0.85,
          insetTop: 4,
          insetBottom: 12,
          rx: 1.5,
        }),
        ...intervals(
          plot,
          sorted.map(({ block, share }) => ({ key: block, ...share })),
          -4,
        ),
        // alone and last on a line of their own beneath the bar
        plot.ruleY(both, { x1: "first", x2: "last", y: "block", dy: 9, stroke: "currentColor", strokeOpacity: 0.45 }),
        plot.dot(both, { x: "last", y: "block", dy: 9, r: 2.9, fill: "currentColor", fillOpacity: 0.75 }),
        plot.dot(both, {
          x: "first",
          y: "block",
          dy: 9,
          r: 2.9,
          fill: "var(--paper)",
          stroke: "currentColor",
          strokeOpacity: 0.75,
        }),
        ...intervals(
          plot,
          pairs.map((p) => ({ key: pairKey(p), ...p })),
          0,
        ),
        plot.dot(pairs, { x: "value", y: pairKey, r: 4, symbol: "diamond2", fill: lineColor(2) }),
        plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.65 }),
        plot.text(rows, {
          frameAnchor: "left",
          dx: -10,
          y: "key",
          text: "label",
          textAnchor: "end",
          fill: "currentColor",
        }),
        plot.text(rows, {
          frameAnchor: "right",
          dx: NUMBERS - 4,
          y: "key",
          text: "numbers",
          textAnchor: "end",
          fill: "currentColor",
        }),
        plot.text(heads, {
          frameAnchor: "left",
          dx: -marginLeft + 4,
          dy: 3,
          y: "key",
          text: "text",
          textAnchor: "start",
          fill: "var(--soft)",
          fontStyle: words.lang === "en" ? "italic" : "normal",
        }),
      ],
    },
    described(outcome.measure, found, words),
  );
  return { svg, size };
}

/** Shares that are not 0: where all values are, a bar of none would be drawn over the whole width. */
const changing = (shares: readonly BlockShare[]) => shares.filter(({ share }) => share.value !== 0);

/** The axis of values: of none but 0 it has one tick, in the middle. */
function axisOf({ shares, pairs }: OutcomeShares): { ticks: number | number[]; scale: object } {
  const all = [...shares.flatMap(({ share, first, last }) => [share, first, last]), ...pairs];
  const flat = all.every((e) => e === null || (e.value === 0 && e.low === 0 && e.high === 0));
  return flat ? { ticks: [0], scale: { domain: [-1, 1] } } : { ticks: 4, scale: { nice: true } };
}

const HEAD = "pairs";
const pairKey = ({ blocks }: BlockSet) => blocks.join("+");

function blockRow({ block, share, percent }: BlockShare, words: Words): Row {
  const part = percent ? `  (${signed(Math.round(percent.value)).replace("+", "")} %)` : "";
  return { key: block, label: blockName(block, words), numbers: signed(share.value) + part };
}

function pairRow(pair: BlockSet, words: Words): Row {
  return {
    key: pairKey(pair),
    label: pair.blocks.map((b) => blockName(b, words)).join(" × "),
    numbers: signed(pair.value),
  };
}

function intervals(plot: Drawing["plot"], rows: readonly { key: string; low: number; high: number }[], dy: number) {
  const wide = rows.filter((r) => r.high > r.low);
  return [plot.ruleY(wide, { x1: "low", x2: "high", y: "key", dy, stroke: "currentColor", strokeWidth: 1.4 })];
}

function described(measure: string, found: OutcomeShares, words: Words): string {
  const named = found.shares.map((s) => `${blockName(s.block, words)} ${signed(s.share.value)}`);
  return `${measure}: ${gapLine(found, words)}; ${named.join(", ")}`;
}
