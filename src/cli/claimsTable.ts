/** What the runs of claims show, as a table on the terminal. */
import type { Verdict } from "../analysis/verdict.ts";
import { declared } from "../execution/claims/files.ts";
import type { ClaimsResult } from "../execution/claims/runClaims.ts";
import { effectText, expectedText, measureName, PLACES, pText, TAGS, VERDICTS } from "../execution/claims/words.ts";
import type { Claim } from "../experiments/claims/claim.ts";
import type { ClaimResult } from "../experiments/claims/judge.ts";
import { NOTHING } from "../observe/numbers.ts";
import { heading, print, type Session, styled } from "./output.ts";
import { table, wrap } from "./table.ts";

const COLORS = { supported: "green", "not supported": "red", undecided: "yellow" } as const;

export function showClaims(result: ClaimsResult, dir: string, session: Session): void {
  const { say, lang, terminal } = session;
  const claims = declared(result);
  for (const [k, claim] of claims.entries()) {
    const found = result.claims[k]!;
    heading(session, `${claim.id} ${claim.text[lang]}${say(": ", "：")}${verdict(found.verdict, session)}`);
    print(session, ...rows(claim, found, session));
    if (claim.finding && found.verdict !== "supported") print(session, ...wrap(claim.finding[lang], terminal.width));
  }
  if (claims.length === 0) return;
  const counts = (["supported", "not supported", "undecided"] as const).map((v) => {
    const n = result.claims.filter((c) => c.verdict === v).length;
    return say(`${n} ${VERDICTS[v].en}`, `${VERDICTS[v].zh}${n}项`);
  });
  heading(session, counts.join(say(", ", "，")));
  print(session, ...wrap(about(result, session), terminal.width));
  print(session, say(`Results in ${dir}: claims.csv, claims.json`, `结果位于 ${dir}：claims.csv、claims.json`));
}

const verdict = (value: Verdict, session: Session) => styled(session, COLORS[value], VERDICTS[value][session.lang]);

function rows(claim: Claim, found: ClaimResult, session: Session): string[] {
  const { say, lang } = session;
  return table(
    [
      { title: say("where", "社区") },
      { title: say("B less A", "B减A"), flexible: true },
      { title: say("expected", "预期") },
      { title: say("effect [95 %]", "效应[95%]"), right: true },
      { title: say("frozen", "冻结后"), right: true },
      { title: say("pairs", "对数"), right: true },
      { title: "p (Holm)", right: true },
      { title: say("verdict", "判定") },
      { title: say("tag", "性质") },
    ],
    claim.tests.map((test, t) => {
      const x = found.tests[t]!;
      return [
        PLACES[claim.arms[test.a]!.neighborhood]![lang],
        measureName(test)[lang],
        expectedText(test),
        effectText(x.effect, test),
        x.frozen ? effectText({ ...x.frozen, low: null }, test) : NOTHING,
        String(x.effect.n),
        pText(x.adjusted),
        VERDICTS[x.verdict][lang],
        x.tag ? TAGS[x.tag][lang] : NOTHING,
      ];
    }),
    session,
  );
}

function about({ pairs, seed, draws, family }: ClaimsResult, { say }: Session): string {
  const drawn =
    draws === 1
      ? say("every value as scenarios and defaults have it", "各取值皆为情景与默认值")
      : say(`${draws} draws of what is not known`, `未知取值的${draws}组抽取`);
  return say(
    `${pairs} pairs a contrast, ${drawn}, root seed ${seed}; p values adjusted over ${family} tests.`,
    `每项对比${pairs}对，${drawn}，根种子 ${seed}；p值在${family}项检验上校正。`,
  );
}
