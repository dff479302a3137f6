/** Values that lessons look at, each named once. */

import type { Side } from "../../experiments/page/address.ts";
import type { Text } from "../../model/vocabulary.ts";
import type { MeasureName } from "../../observe/measures.ts";
import type { Replicate } from "../engine/replicate.ts";
import type { Measured } from "./lesson.ts";
import { measureIn, month, num, percent, seriesAt } from "./numbers.ts";

/** Date at which the paper's counts are read, and Chinese and English for it. */
export const READING = "2018-04-30";
export const AT_READING: Text = month(READING);

/** Weeks from the start of a run (5 January 2015), for both neighborhoods. */
export const WEEK = { handover: 117, council: 130, reading: 173, end: 312 } as const;

/** All that happened in a run is seen at its end, late 2020. */
const plain = (value: number) => String(Math.round(value));

export function measured(
  name: MeasureName,
  label: Text,
  show: (value: number) => string = num,
  at?: string,
  sides?: readonly Side[],
): Measured {
  return { label, show, read: (r: Replicate) => measureIn(r, name, at), ...(sides && { sides }) };
}

export const finalTrust = measured("meanTrust", {
  en: "Trust in a random neighbor at the end",
  zh: "结束时对任一邻居的信任",
});

export const executedAtReading = measured(
  "executedShare",
  { en: "Executed over decided, April 2018", zh: "执行数与议定数之比（2018年4月）" },
  percent,
  READING,
  ["left"],
);

export const finalTeamTrust = measured("teamTrust", {
  en: "Trust in the builder team at the end",
  zh: "结束时对营造团队的信任",
});

export const life = measured(
  "platformLife",
  { en: "Months the council lived (24 at most)", zh: "沟通会存续月数（最多计24个月）" },
  (v) => num(v, 1),
);

export const droppedItems = measured(
  "dropped",
  { en: "Items kept off the agenda by the team", zh: "被团队挡下的议题" },
  plain,
);

export const orientationAtReading = measured(
  "meanOrientation",
  {
    en: "What organizations turn to, April 2018 (0 amusement, 1 service, 2 public affairs)",
    zh: "自组织的取向（2018年4月；0自娱自乐，1服务邻里，2公共事务）",
  },
  num,
  READING,
);

export const organizationsAtReading = measured(
  "organizations",
  { en: "Organizations, April 2018", zh: "自组织数（2018年4月）" },
  plain,
  READING,
);

export const trustAtReading = measured(
  "meanTrust",
  { en: "Trust in a random neighbor, April 2018", zh: "对任一邻居的信任（2018年4月）" },
  (v) => num(v, 3),
  READING,
);

export const executingAtReading = measured(
  "executingSkill",
  { en: "Skill in carrying out, April 2018", zh: "执行力（2018年4月）" },
  num,
  READING,
);

/** Trust at a week of a replicate, from its series. */
export const trustIn = (week: number) => (r: Replicate) => seriesAt(r, "meanTrust", week);
