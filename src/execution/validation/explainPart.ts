/** Part: how much of the gap between the two neighborhoods each block of their contexts explains. */
import type { ExplainResult } from "../../experiments/explainResult.ts";
import { explain } from "../explain/run.ts";
import { explainSection } from "../explain/section.ts";
import { inFolder, type Part, Unfinished } from "./part.ts";

const QUICK_REPLICATES = 2;
/** The quick form ends at the date at which the study's counts are read. */
const QUICK_UNTIL = "2018-04-30";

export const explainPart: Part<ExplainResult> = {
  name: "explain",
  title: { en: "What explains the gap", zh: "差距从何而来" },
  asks: {
    en: "How much of the gap between the neighborhoods does each block of their contexts explain, if all are exchanged in every combination?",
    zh: "把七个情境模块按一切组合互换，两个社区之间的差距各有多少可归于每一模块？",
  },
  element: "modelAnalysis",
  async run(options) {
    const { quick, seed } = options;
    const { result } = await explain("new-estate", "old-district", {
      ...inFolder(options, "cells"),
      seed,
      ...(quick ? { replicates: QUICK_REPLICATES, until: QUICK_UNTIL } : {}),
    });
    if (result === null) throw new Unfinished("runs of some cells are left to make");
    return result;
  },
  section: explainSection,
};
