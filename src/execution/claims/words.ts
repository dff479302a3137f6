/** What claims and their results are called, on the terminal and in reports. */
import type { MeanInterval } from "../../analysis/intervals.ts";
import type { Verdict } from "../../analysis/verdict.ts";
import type { Claim, ClaimTest } from "../../experiments/claims/claim.ts";
import type { Tag, TestResult } from "../../experiments/claims/judge.ts";
import { unitText } from "../../model/units.ts";
import type { Text } from "../../model/vocabulary.ts";
import { measureOf } from "../../observe/measures.ts";
import { NOTHING } from "../../observe/numbers.ts";

export const VERDICTS: Readonly<Record<Verdict, Text>> = {
  supported: { en: "supported", zh: "得到支持" },
  "not supported": { en: "not supported", zh: "未得到支持" },
  undecided: { en: "undecided", zh: "尚无定论" },
};

export const TAGS: Readonly<Record<Tag, Text>> = {
  emergent: { en: "emergent", zh: "涌现" },
  "sign assumed": { en: "sign assumed", zh: "方向系假设" },
  "origin open": { en: "origin open", zh: "来源未定" },
};

export const BY: Readonly<Record<Claim["by"], Text>> = {
  paper: { en: "the paper's", zh: "原文论断" },
  ours: { en: "ours, by extension", zh: "本模型引申" },
};

export const PLACES: Readonly<Record<string, Text>> = {
  "new-estate": { en: "new estate", zh: "新建小区" },
  "old-district": { en: "old district", zh: "老旧城区" },
};

/** Whether the measure is waited for: read as a date, counted in months. */
const isDate = (test: ClaimTest) => measureOf(test.measure).unit === "date";

export function measureName(test: ClaimTest): Text {
  const { en, zh } = measureOf(test.measure).text;
  return isDate(test) ? { en: `months until ${en}`, zh: `${zh}前的等待月数` } : { en, zh };
}

export function unitOf(test: ClaimTest): Text {
  return isDate(test) ? { en: "months", zh: "月" } : unitText(measureOf(test.measure).unit);
}

/** The direction expected: ↑, ↓, or the band of little. */
export function expectedText({ direction, smallest }: ClaimTest): string {
  return direction === 0 ? `± ${smallest}` : `${direction > 0 ? "↑" : "↓"} ≥ ${smallest}`;
}

/** A value with as many decimals as the smallest effect that matters needs, and one more. */
export function valueText(value: number | null, { smallest }: ClaimTest): string {
  if (value === null) return NOTHING;
  const decimals = Math.max(1, 1 - Math.floor(Math.log10(smallest)));
  return value
    .toFixed(decimals)
    .replace(/^-(?=0\.0+$)/, "")
    .replace("-", "−");
}

/** A difference with its sign and its interval. */
export function effectText({ mean, low, high }: MeanInterval, test: ClaimTest): string {
  const signed = (value: number | null) => {
    const text = valueText(value, test);
    return value !== null && value > 0 && !/^0\.0+$/.test(text) ? `+${text}` : text;
  };
  if (mean === null) return NOTHING;
  return low === null ? signed(mean) : `${signed(mean)} [${signed(low)}, ${signed(high)}]`;
}

export function pText(p: number | null): string {
  if (p === null) return NOTHING;
  return p < 0.001 ? "< .001" : p.toFixed(3).replace(/^0/, "");
}

/** Why a test has its tag, or none: the term that was frozen, and how much of the effect is left without it. */
export function tagReason({ frozen }: ClaimTest, { frozen: left, taken, tag }: TestResult): Text {
  if (frozen.kind !== "held") return frozen.why;
  const frozenText = { en: `frozen: ${frozen.term.en}`, zh: `冻结：${frozen.term.zh}` };
  if (tag === null || !left?.mean || !taken?.mean) return frozenText;
  const share = Math.round((100 * left.mean) / (left.mean + taken.mean)); // of the effect in the same pairs
  const rest =
    share < 0
      ? { en: "the effect turns round", zh: "效应反向" }
      : { en: `${share} % of the effect is left`, zh: `效应余下${share}%` };
  return { en: `${frozenText.en}; ${rest.en}`, zh: `${frozenText.zh}；${rest.zh}` };
}
