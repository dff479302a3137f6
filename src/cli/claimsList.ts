/** What is claimed and how it is tested, before anything is run. */

import { contextsOf, loadPlaces } from "../execution/claims/trialsOfClaim.ts";
import { BY, expectedText, measureName, PLACES, unitOf } from "../execution/claims/words.ts";
import { VERSION } from "../execution/version.ts";
import { armsOf } from "../experiments/claims/armsOf.ts";
import type { Claim, ClaimTest } from "../experiments/claims/claim.ts";
import { FAMILY } from "../experiments/claims/claims.ts";
import type { Text } from "../model/vocabulary.ts";
import { heading, print, type Session } from "./output.ts";
import { hanging, table } from "./table.ts";

/** Declarations with the values that their arms set. */
export async function claimsAsJson(claims: readonly Claim[]): Promise<object> {
  const contexts = contextsOf(await loadPlaces());
  return {
    version: VERSION,
    family: FAMILY,
    claims: claims.map((c) => ({ ...c, arms: c.arms, run: armsOf(c, contexts) })),
  };
}

export function showDeclarations(claims: readonly Claim[], session: Session): void {
  const { say, lang, terminal } = session;
  const line = (label: string, text: string) => print(session, ...hanging(label, text, terminal.width));
  for (const claim of claims) {
    heading(session, `${claim.id} ${claim.text[lang]} (${claim.name})`);
    line(`  ${BY[claim.by][lang]}`, `“${claim.quote[lang]}” ${claim.quote.place}`);
    for (const test of claim.tests) showTest(claim, test, line, session);
    if (claim.note) line(`  ${say("note", "说明")}`, claim.note[lang]);
  }
}

function showTest(
  claim: Claim,
  test: ClaimTest,
  line: (label: string, text: string) => void,
  { say, lang }: Session,
): void {
  const [a, b] = [claim.arms[test.a]!, claim.arms[test.b]!];
  const of = (text: Text) => text[lang];
  line("  A", `${of(PLACES[a.neighborhood]!)}${say(": ", "：")}${of(a.text)}`);
  line("  B", `${of(PLACES[b.neighborhood]!)}${say(": ", "：")}${of(b.text)}`);
  line(
    "  B − A",
    `${of(measureName(test))} ${expectedText(test)} ${of(unitOf(test))}${say(": ", "：")}${of(test.why)} (${readOn(claim, test, say)})`,
  );
  if (test.frozen.kind === "held") line(`  ${say("frozen", "冻结")}`, of(test.frozen.term));
  else line(`  ${KINDS[test.frozen.kind][lang]}`, of(test.frozen.why));
  if (test.within) line(`  ${say("also", "另测")}`, of(test.within.text));
}

const KINDS: Readonly<Record<"itself" | "none", Text>> = {
  itself: { en: "sign assumed", zh: "方向系假设" },
  none: { en: "nothing to freeze", zh: "无可冻结" },
};

function readOn(claim: Claim, { at }: ClaimTest, say: Session["say"]): string {
  return at === "final" ? say(`read at ${claim.until}`, `读取于 ${claim.until}`) : say("at the reading date", "读取日");
}

interface Counting {
  readonly pairs: number;
  readonly json?: boolean;
}

/** `--dry-run`. */
export function showRuns(claims: readonly Claim[], runs: readonly number[], flags: Counting, session: Session): void {
  const { say, lang } = session;
  const total = runs.reduce((sum, n) => sum + n, 0);
  if (flags.json) {
    const counts = claims.map(({ id, name }, k) => ({ id, name, runs: runs[k] }));
    print(session, JSON.stringify({ pairs: flags.pairs, total, claims: counts }));
    return;
  }
  const places = (claim: Claim) => [
    ...new Set(Object.values(claim.arms).map((arm) => PLACES[arm.neighborhood]![lang])),
  ];
  print(
    session,
    ...table(
      [
        { title: "#", right: true },
        { title: say("claim", "论断"), flexible: true },
        { title: say("where", "社区") },
        { title: say("until", "截止") },
        { title: say("runs", "运行次数"), right: true },
      ],
      claims.map((c, k) => [String(c.id), c.text[lang], places(c).join(say(", ", "、")), c.until, String(runs[k])]),
      session,
    ),
    "",
    say(
      `${total} runs at ${flags.pairs} pairs. Nothing was run.`,
      `配对数为${flags.pairs}时共${total}次运行。未运行任何内容。`,
    ),
  );
}
