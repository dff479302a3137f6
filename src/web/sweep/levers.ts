/** What a sweep can move: every number and flag that a context or a mechanism declares. */

import type { Setting } from "../../experiments/page/setting.ts";
import { standardModel } from "../../model/community.ts";
import { type BlockName, FIELDS, FIELDS_BY_NAME } from "../../model/context.ts";
import type { Parameters } from "../../model/mechanism.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Text } from "../../model/vocabulary.ts";

export type LeverValue = number | boolean;

export interface Lever {
  /** Dotted name. */
  readonly name: string;
  readonly label: Text;
  readonly kind: "number" | "integer" | "flag";
  readonly unit: string;
  readonly range: readonly [number, number];
}

export interface LeverGroup {
  readonly title: Text;
  readonly levers: readonly Lever[];
}

const BLOCKS: Readonly<Record<BlockName, Text>> = {
  start: { en: "Start", zh: "起始" },
  founding: { en: "Founding", zh: "组建" },
  timing: { en: "Timing", zh: "时间安排" },
  agenda: { en: "Agenda", zh: "议题" },
  team: { en: "Team", zh: "团队" },
  support: { en: "Support", zh: "支持" },
  procedure: { en: "Procedure", zh: "议事程序" },
};

/** The levers that a class asks for first, with the range over which they tell most where the declared one is too wide. */
const USEFUL: Readonly<Record<string, readonly [number, number] | null>> = {
  "team.independence": null,
  "team.effort": [0, 240],
  "team.eventsMonthly": null,
  "team.exchange": null,
  "timing.council": [26, 182],
  "timing.coachingUntil": [52, 260],
  "founding.steering": null,
  "support.ownersCommittee": null,
  "support.committee": null,
  "support.rooms": [0, 60],
  "support.money": [0, 5],
  "support.oversight": null,
  "procedure.everyWeeks": [2, 12],
  "procedure.ownHands": null,
  "procedure.turns": null,
  "procedure.shortWay": null,
  "start.newcomers": null,
  "start.generalTrust": [0.2, 0.7],
  "trust.breachWeight": null,
};

function fieldLever(name: string): Lever | null {
  const { kind, label, unit, range } = FIELDS_BY_NAME[name]!;
  return kind === "number" || kind === "integer" || kind === "flag" ? { name, kind, label, unit, range } : null;
}

function fieldGroups(): LeverGroup[] {
  return Object.entries(FIELDS).map(([block, fields]) => {
    const levers = Object.keys(fields).map((field) => fieldLever(`${block}.${field}`));
    return { title: BLOCKS[block as BlockName], levers: levers.filter((lever) => lever !== null) };
  });
}

function parameterGroups(): LeverGroup[] {
  return standardModel.mechanisms.map((mechanism) => {
    const parameters = Object.entries(mechanism.parameters as Parameters);
    const levers = parameters.map(([key, { label, unit, range, integer }]): Lever => {
      return { name: `${mechanism.name}.${key}`, kind: integer ? "integer" : "number", label, unit, range };
    });
    return { title: mechanism.title, levers };
  });
}

/** All levers: the context's, then those of the model. */
export const GROUPS: readonly LeverGroup[] = [...fieldGroups(), ...parameterGroups()].filter(
  (g) => g.levers.length > 0,
);
const GROUP_OF = new Map(GROUPS.flatMap((group) => group.levers.map((lever) => [lever.name, group.title] as const)));
const BY_NAME = new Map(GROUPS.flatMap(({ levers }) => levers.map((lever) => [lever.name, lever] as const)));

export const leverOf = (name: string): Lever => BY_NAME.get(name)!;
export const USEFUL_LEVERS: readonly Lever[] = Object.keys(USEFUL).map(leverOf);

/** A lever's name where it stands alone: with what it belongs to. */
export function fullLabel({ name, label }: Lever): Text {
  const group = GROUP_OF.get(name)!;
  return { en: `${group.en}: ${label.en}`, zh: `${group.zh}：${label.zh}` };
}

/** What the lever stands at from the outset. */
export function ownValue({ name }: Lever, scenario: Scenario, { values }: Setting): LeverValue {
  const set = { ...scenario.values, ...values }[name];
  if (set !== undefined) return set as LeverValue;
  const parameter = standardModel.parameters[name];
  if (parameter) return parameter.default;
  const [block, field] = name.split(".") as [BlockName, string];
  return (scenario.context[block] as Readonly<Record<string, unknown>>)[field] as LeverValue;
}

/** A range to begin with: the declared one, or where that is far wider than what it stands at, from half to double. */
export function firstRange(lever: Lever, own: LeverValue): readonly [number, number] {
  const [low, high] = lever.range;
  const useful = USEFUL[lever.name];
  if (useful) return useful;
  if (typeof own === "boolean" || high - low <= 1 || own <= 0 || high <= 4 * own) return [low, high];
  const round = (value: number) => (lever.kind === "integer" ? Math.round(value) : tidy(value));
  return [low <= 0 ? Math.max(0, low) : Math.max(low, round(own / 2)), Math.min(high, round(own * 2))];
}

/** A number without the tail that arithmetic leaves. */
export const tidy = (value: number) => Number(value.toPrecision(6));

/** So many values over a range, both ends among them; whole numbers where the lever takes no others. */
export function valuesOver(lever: Lever, [from, to]: readonly [number, number], count: number): LeverValue[] {
  if (lever.kind === "flag") return [false, true];
  const steps = Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));
  return [...new Set(steps.map((value) => (lever.kind === "integer" ? Math.round(value) : tidy(value))))];
}

/** The setting with the lever put to a value. */
export function settingWith(setting: Setting, { name }: Lever, value: LeverValue): Setting {
  return { ...setting, values: { ...setting.values, [name]: value } };
}

/** Why a range cannot be taken, or null. */
export function rangeFault({ range, kind }: Lever, from: number, to: number): Text | null {
  const [low, high] = range;
  const inside = (value: number) => Number.isFinite(value) && value >= low && value <= high;
  if (kind === "flag" || (inside(from) && inside(to) && from < to)) return null;
  return {
    en: `Both ends must lie in ${low} to ${high}, the first below the second.`,
    zh: `两端须在${low}至${high}之间，且前者小于后者。`,
  };
}
