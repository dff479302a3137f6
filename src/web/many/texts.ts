/** What the view says of a spread in words: the same as its picture. */
import { isInside } from "../../analysis/patterns.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import type { Language } from "../../observe/naming.ts";
import { type Scale, valueText } from "./axis.ts";
import type { Difference, Finding, Spreading } from "./findings.ts";

type Bounds = { readonly low: MeasureValue; readonly high: MeasureValue };

/** From … to …; one value where both are the same. */
export function rangeText({ low, high }: Bounds, spread: Pick<Spreading, "scale">, lang: Language): string {
  const text = (value: MeasureValue) => valueText(value, spread.scale, lang);
  const zh = lang === "zh";
  if (low === null && high === null) return zh ? "不限" : "any";
  if (low === null) return zh ? `不超过${text(high)}` : `at most ${text(high)}`;
  if (high === null) return zh ? `不低于${text(low)}` : `at least ${text(low)}`;
  if (low === high) return text(low);
  return zh ? `${text(low)}至${text(high)}` : `${text(low)} – ${text(high)}`;
}

/** Median and middle 90 % of the runs; of yes and no, how many say yes. */
export function middleText(spread: Spreading, lang: Language): string {
  const { values, scale, median, q05, q95 } = spread;
  const zh = lang === "zh";
  const n = values.length;
  if (scale === "flag") {
    const yes = values.filter((v) => v === 1).length;
    return zh ? `${n}次中${yes}次为“是”` : `yes in ${yes} of ${n}`;
  }
  const missing = values.filter((v) => v === null).length;
  const none = missing === 0 ? "" : zh ? `，${missing}次无此值` : `, none in ${missing}`;
  if (median === null) return zh ? `中位数无${none}` : `no median${none}`;
  const middle = valueText(median, scale, lang);
  if (q05 === q95) return (zh ? `各次均为${middle}` : `${middle} in all`) + none;
  // A date that has not come in some runs: the interval is open to the right.
  const range = rangeText({ low: q05, high: q95 }, spread, lang);
  return (zh ? `中位数${middle}，90%的运行在${range}` : `median ${middle}, 90 % of runs ${range}`) + none;
}

export function insideText(finding: Finding, lang: Language): string {
  const { inside, values } = finding;
  return lang === "zh" ? `${values.length}次中${inside}次在区间内` : `${inside} of ${values.length} inside`;
}

export function shownText({ shown, scale, pattern }: Finding, lang: Language): string {
  if (shown === undefined) return "";
  const value = valueText(shown, scale, lang);
  const met = isInside(pattern, shown);
  if (lang === "zh") return `所示的这次${value}，${met ? "在区间内" : "在区间外"}`;
  return `the run shown ${value}, ${met ? "inside" : "outside"}`;
}

/** A difference with its sign; of shares in points of percent. */
function signed(value: MeasureValue, scale: Scale, lang: Language): string {
  if (typeof value !== "number") return valueText(value, scale, lang);
  const share = scale === "share" || scale === "flag";
  const size = valueText(Math.abs(share ? Number((100 * value).toFixed(1)) : value), "number", lang);
  const unit = !share ? "" : lang === "zh" ? "个百分点" : " points";
  // What is too small to be shown has no sign.
  const sign = !/[1-9]/.test(size) ? "" : value > 0 ? "+" : "−";
  return `${sign}${size}${unit}`;
}

/** Right less left, pair by pair. */
export function differenceText(difference: Difference, { scale }: Pick<Spreading, "scale">, lang: Language): string {
  const { mean, q05, q95, higher, lower, pairs } = difference;
  const zh = lang === "zh";
  if (higher + lower === 0) return zh ? `${pairs}对中左右两侧均相同` : `the same on both sides in all ${pairs} pairs`;
  const [middle, low, high] = [mean, q05, q95].map((value) => signed(value, scale, lang));
  if (zh)
    return `逐对比较（右减左）：平均${middle}，90%的配对在${low}至${high}；${pairs}对中右高${higher}对、左高${lower}对`;
  return `right less left, pair by pair: mean ${middle}, 90 % of pairs ${low} to ${high}; right higher in ${higher}, left in ${lower} of ${pairs}`;
}
