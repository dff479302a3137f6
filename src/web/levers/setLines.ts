/** What is set and changed of a side, a line each. */

import type { Setting } from "../../experiments/page/setting.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Language } from "../../observe/naming.ts";
import { SCENARIOS } from "../engine/setting.ts";
import { changesWithout, omit } from "./current.ts";
import { declaredOf, valueText } from "./declared.ts";

export interface SetLine {
  readonly key: string;
  readonly text: string;
  /** The setting without it. */
  readonly without: Setting;
}

export function setLines(setting: Setting, scenario: Scenario, lang: Language): SetLine[] {
  const said = (name: string, value: unknown) =>
    `${declaredOf(name, scenario).label[lang]} = ${valueText(value, lang)}`;
  const from = (date: string) => (lang === "zh" ? `自${date}：` : `from ${date}: `);
  const blocks = Object.entries(setting.blocks).map(([block, other]) => ({
    key: block,
    text: `${block} ← ${SCENARIOS[other].title[lang]}`,
    without: { ...setting, blocks: omit(setting.blocks, block) },
  }));
  const values = Object.entries(setting.values).map(([name, value]) => ({
    key: name,
    text: said(name, value),
    without: { ...setting, values: omit(setting.values, name) },
  }));
  const changes = setting.changes.flatMap((change) =>
    Object.entries(change.values).map(([name, value]) => ({
      key: `${name}@${change.date}`,
      text: from(change.date) + said(name, value),
      without: { ...setting, changes: changesWithout(setting, name, change.date) },
    })),
  );
  return [...blocks, ...values, ...changes];
}
