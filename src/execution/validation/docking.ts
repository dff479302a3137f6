/** Part: single rules held against the published results of their originals. */
import { blank } from "../../../scenarios/blank.ts";
import type { Docking } from "../../experiments/docking/docking.ts";
import { dockings, NOT_DOCKED } from "../../experiments/docking/dockings.ts";
import { shown } from "../../observe/numbers.ts";
import { type Column, minus, table } from "../report/tables.ts";
import { escaped, type Words } from "../report/words.ts";
import type { Part } from "./part.ts";
import { note, paragraph } from "./shown.ts";

export interface DockingResult {
  readonly dockings: readonly Docking[];
  readonly notDocked: typeof NOT_DOCKED;
}

export const docking: Part<DockingResult> = {
  name: "docking",
  title: { en: "Rules in the place of their originals", zh: "单项规则与原始模型的对接" },
  asks: {
    en: "Does every rule that has a published exact result reproduce it?",
    zh: "凡有确切已发表结果的规则，能否重现该结果？",
  },
  element: "implementationVerification",
  run: async () => ({ dockings: dockings(blank), notDocked: NOT_DOCKED }),
  section: dockingSection,
};

export function dockingSection(result: DockingResult, words: Words): string {
  const { say } = words;
  const all = result.dockings;
  const held = all.filter(({ holds }) => holds).length;
  const told = say(
    `${held} of ${all.length} published results are reproduced by the model's own rules: each is put, alone and at the values of its original, into a world where all else stands still. That a rule does so says that it is built as meant; it does not say that people behave by it.`,
    `${all.length}项已发表结果中，模型自身的规则重现了${held}项：每条规则单独置于其余一切静止的环境中，取原始模型的参数值。这说明规则的实现与原意相符，并不说明现实中的人按此行事。`,
  );
  const columns: Column[] = [
    { title: say("rule", "规则"), kind: "text" },
    { title: say("published", "已发表结果"), kind: "text" },
    { title: say("found", "本模型所得"), kind: "text" },
    { title: say("holds", "是否相符") },
  ];
  const rows = all.map((d) => [
    `${escaped(words.of(d.name))}<br><code>${escaped(d.rule)}</code>`,
    `${escaped(words.of(d.published))}<br><small>${escaped(d.source)}</small>`,
    escaped(words.of(d.found)) + intervalOf(d, words) + limitsOf(d, words),
    d.holds ? say("yes", "是") : `<span class="warn">${say("no", "否")}</span>`,
  ]);
  const list = result.notDocked.map(({ rule, reason }) => `<li>${escaped(rule)}: ${escaped(words.of(reason))}</li>`);
  const rest = say("Not docked, for want of a result exact enough:", "因缺少足够确切的结果而未对接者：");
  return paragraph(told) + table(columns, rows) + note(rest) + `<ul class="note">${list.join("")}</ul>`;
}

function intervalOf({ interval }: Docking, { say }: Words): string {
  if (interval === undefined) return "";
  const [low, high] = interval.map((end) => minus(shown(end)));
  return `<br><small>${say("95 % interval", "95%区间")} ${low} … ${high}</small>`;
}

function limitsOf({ limits }: Docking, words: Words): string {
  return limits === undefined ? "" : `<br><small>${escaped(words.of(limits))}</small>`;
}
