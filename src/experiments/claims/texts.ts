/** Reasons that several claims share. */
import type { Text } from "../../model/vocabulary.ts";
import type { ClaimTest } from "./claim.ts";

type Smallest = Pick<ClaimTest, "measure" | "smallest" | "why">;

/** The outcome that every run has: of the issues that arose, the share resolved within a year by any channel. */
export const RESOLVED: Smallest = {
  measure: "arisenResolvedShare",
  smallest: 0.05,
  why: {
    en: "one issue in twenty: a quarter of the fifth that the paper reports",
    zh: "二十件中的一件：约为原文所述“五分之一”的四分之一",
  },
};

export const TRUST: Smallest = {
  measure: "meanTrust",
  smallest: 0.02,
  why: {
    en: "two in a hundred neighbors more, or fewer, of whom a kept word is expected",
    zh: "每百位邻居中多（少）两位被认为可信",
  },
};

export const CARRIED_OUT: Smallest = {
  measure: "demandsResolved",
  smallest: 2,
  why: { en: "two decisions carried out more, or fewer", zh: "多（少）执行两项决定" },
};

export const LIFE = {
  measure: "platformLife",
  smallest: 2,
  why: { en: "two meetings of a monthly council", zh: "月度会议的两次" },
  absent: { value: 0, why: { en: "a platform that never met has lived no month", zh: "从未开会的平台存续期为零" } },
} as const;

export const FEDERATIONS: Smallest = {
  measure: "federations",
  smallest: 0.3,
  why: { en: "one federation more in about three such neighborhoods", zh: "约每三个同类社区（街道）多一个联合会" },
};

export const text = (en: string, zh: string): Text => ({ en, zh });
