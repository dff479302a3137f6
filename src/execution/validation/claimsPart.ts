/** Part: every claim as a paired experiment over draws of the posterior. */
import { CLAIMS } from "../../experiments/claims/claims.ts";
import { type ClaimsResult, PAIRS, runClaims } from "../claims/runClaims.ts";
import { claimsSection } from "./claims.ts";
import { finished, inFolder, type Part } from "./part.ts";

/** The quick form runs the claims that are made in the new estate, whose runs are short. */
const QUICK = { pairs: 4, neighborhood: "new-estate" };

export const claimsPart: Part<ClaimsResult> = {
  name: "claims",
  title: { en: "Claims", zh: "论断检验" },
  asks: {
    en: "Do the claims of the study, and ours, hold in the model when only what they name is changed?",
    zh: "只改变论断所指的因素，该研究与我们提出的论断在模型中是否成立？",
  },
  element: "modelAnalysis",
  async run(options) {
    const { quick, seed } = options;
    const claims = quick
      ? CLAIMS.filter(({ arms }) =>
          Object.values(arms).every(({ neighborhood }) => neighborhood === QUICK.neighborhood),
        )
      : CLAIMS;
    const { onProgress, ...store } = inFolder(options, "pairs");
    const result = await runClaims(
      {
        ...store,
        ...{ seed, pairs: quick ? QUICK.pairs : PAIRS },
        onProgress: ({ done, failed, total }) => onProgress?.({ done, failed, total, rate: null, secondsLeft: null }),
      },
      claims,
    );
    finished({ ...result.runs, complete: result.complete });
    return result;
  },
  section: claimsSection,
};
