/**
 * The address of the page: all that it shows, readable, and enough to run the same from the command line.
 *
 *     #seed=7&week=130&lang=zh&left=new-estate&left.team.independence=1&left.support.ownersCommittee@2017-07-03=true
 *      &left.agenda=old-district&right=old-district&view=story&item=left/platform:0&version=0.5.0
 *
 * `left` and `right` name scenarios; `left.NAME=VALUE` sets a parameter or context field from the outset,
 * `left.NAME@DATE=VALUE` on the way; `left.BLOCK=SCENARIO` takes a whole block from another scenario.
 */
import { checkRange, InputError, unknownName } from "../../kernel/check.ts";
import { parseDate } from "../../kernel/clock.ts";
import { standardModel } from "../../model/community.ts";
import { BLOCK_NAMES, type BlockName, FIELDS_BY_NAME } from "../../model/context.ts";
import { checkField } from "../../model/contextCheck.ts";
import type { Language } from "../../observe/naming.ts";
import { plainSetting, SCENARIOS, type ScenarioName, type Setting } from "../engine/setting.ts";

export const SIDES = ["left", "right"] as const;
export type Side = (typeof SIDES)[number];

/** What the panel beside the stage shows. */
export const VIEWS = ["many", "story", "look", "levers", "paper", "lessons", "sweep", "save"] as const;
export type View = (typeof VIEWS)[number];

export interface Place {
  readonly left: Setting;
  readonly right: Setting;
  readonly seed: string;
  readonly week: number;
  readonly lang: Language;
  readonly view: View;
  /** A lesson by its name, or null. */
  readonly lesson: string | null;
  /** Step of the lesson, from 0. */
  readonly step: number;
  /** What is looked at: a side and the code of a thing. */
  readonly item: { readonly side: Side; readonly code: string } | null;
}

export const START: Place = {
  left: plainSetting("new-estate"),
  right: plainSetting("old-district"),
  seed: "1",
  week: 0,
  lang: "en",
  view: "many",
  lesson: null,
  step: 0,
  item: null,
};

/** A number is written as short as it can be; flags, dates and names as they are; structures as JSON. */
function writeValue(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function readValue(name: string, text: string): unknown {
  const parameter = Object.hasOwn(standardModel.parameters, name) ? standardModel.parameters[name] : undefined;
  if (parameter) {
    const value = text === "" ? text : Number(text);
    checkRange(name, value, parameter.range, parameter.unit, parameter.integer);
    return value;
  }
  if (!Object.hasOwn(FIELDS_BY_NAME, name)) {
    throw unknownName("parameter or context field", name, [
      ...Object.keys(standardModel.parameters),
      ...Object.keys(FIELDS_BY_NAME),
    ]);
  }
  const value = fieldValue(name, text);
  checkField(name, value);
  return value;
}

function fieldValue(name: string, text: string): unknown {
  const { kind, nullable } = FIELDS_BY_NAME[name]!;
  if (nullable && text === "null") return null;
  if (kind === "date" || kind === "payer") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text; // the check says what was expected
  }
}

/** The address (without "#") of a place. Settings that are as shipped are left out. */
export function addressOf(place: Place, version: string): string {
  const parts: [string, string][] = [
    ["seed", place.seed],
    ["week", String(place.week)],
    ["lang", place.lang],
  ];
  if (place.view !== START.view) parts.push(["view", place.view]);
  if (place.lesson !== null) parts.push(["lesson", place.lesson], ["step", String(place.step)]);
  if (place.item) parts.push(["item", `${place.item.side}/${place.item.code}`]);
  for (const side of SIDES) parts.push(...settingParts(side, place[side]));
  parts.push(["version", version]);
  return parts.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join("&");
}

/** Only what would end a part of the address is escaped, so that a person can read and change the rest. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/%(?:2C|3A|40|2F|5B|5D|7B|7D)/g, (code) => decodeURIComponent(code));
}

function settingParts(side: Side, { scenario, blocks, values, changes }: Setting): [string, string][] {
  return [
    [side, scenario],
    ...Object.entries(blocks).map(([block, from]): [string, string] => [`${side}.${block}`, from]),
    ...Object.entries(values).map(([name, value]): [string, string] => [`${side}.${name}`, writeValue(value)]),
    ...changes.flatMap(({ date, values: changed }) =>
      Object.entries(changed).map(([name, value]): [string, string] => [`${side}.${name}@${date}`, writeValue(value)]),
    ),
  ];
}

/** What is set of a side, gathered from its parts. */
interface Draft {
  scenario: ScenarioName;
  blocks: Record<string, ScenarioName>;
  values: Record<string, unknown>;
  changes: Map<string, Record<string, unknown>>;
}

/** The place of an address, and the version that wrote it (null: not said). Throws an InputError naming what is wrong. */
export function placeOf(address: string, language: Language = START.lang): { place: Place; version: string | null } {
  const drafts: Record<Side, Draft> = { left: draftOf("new-estate"), right: draftOf("old-district") };
  let place: Place = { ...START, lang: language };
  let version: string | null = null;
  for (const part of address.replace(/^#/, "").split("&")) {
    if (part === "") continue;
    const [name, value] = splitPart(part);
    const side = SIDES.find((s) => name === s || name.startsWith(`${s}.`));
    if (name === "version") version = value;
    else if (side) readSide(drafts[side], side, name.slice(side.length + 1), value);
    else place = { ...place, ...readPart(name, value) };
  }
  return { place: { ...place, left: settingOf(drafts.left), right: settingOf(drafts.right) }, version };
}

function splitPart(part: string): [string, string] {
  const at = part.indexOf("=");
  if (at < 1) throw new InputError(`address: expected name=value; got "${part}"`);
  try {
    return [decodeURIComponent(part.slice(0, at)), decodeURIComponent(part.slice(at + 1))];
  } catch {
    throw new InputError(`address: "${part}" is not well escaped`);
  }
}

function draftOf(scenario: ScenarioName): Draft {
  return { scenario, blocks: {}, values: {}, changes: new Map() };
}

function scenarioNamed(name: string, what: string): ScenarioName {
  if (Object.hasOwn(SCENARIOS, name)) return name as ScenarioName;
  throw unknownName(what, name, Object.keys(SCENARIOS));
}

function readSide(draft: Draft, side: Side, name: string, value: string): void {
  if (name === "") {
    draft.scenario = scenarioNamed(value, `scenario of ${side}`);
  } else if ((BLOCK_NAMES as string[]).includes(name)) {
    draft.blocks[name] = scenarioNamed(value, `scenario of ${side}.${name}`);
  } else if (name.includes("@")) {
    const [field, date] = [name.slice(0, name.indexOf("@")), name.slice(name.indexOf("@") + 1)];
    parseDate(date, `date of ${side}.${field}`);
    if (field.startsWith("start.")) throw new InputError(`${field} is settled when a run begins; it takes no date`);
    draft.changes.set(date, { ...draft.changes.get(date), [field]: readValue(field, value) });
  } else {
    draft.values[name] = readValue(name, value);
  }
}

function settingOf({ scenario, blocks, values, changes }: Draft): Setting {
  const dated = [...changes].map(([date, changed]) => ({ date, values: changed }));
  return {
    scenario,
    blocks: blocks as Partial<Record<BlockName, ScenarioName>>,
    values,
    changes: dated.sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

const MOST_WEEKS = 10_000;

function readPart(name: string, value: string): Partial<Place> {
  switch (name) {
    case "seed":
      return { seed: value };
    case "week":
      return { week: wholeNumber(name, value, MOST_WEEKS) };
    case "step":
      return { step: wholeNumber(name, value, 99) };
    case "lesson":
      return { lesson: value };
    case "lang":
      if (value === "en" || value === "zh") return { lang: value };
      throw new InputError(`lang must be en or zh; got "${value}"`);
    case "view": {
      const view = VIEWS.find((v) => v === value);
      if (view) return { view };
      throw unknownName("view", value, VIEWS);
    }
    case "item": {
      const parts = /^(left|right)\/([A-Za-z]+:\d+)$/.exec(value);
      if (parts) return { item: { side: parts[1] as Side, code: parts[2]! } };
      throw new InputError(`item must be a side and a code such as left/platform:0; got "${value}"`);
    }
    default:
      throw unknownName("part of the address", name, [
        "seed",
        "week",
        "lang",
        "view",
        "lesson",
        "step",
        "item",
        ...SIDES,
      ]);
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : text;
  checkRange(name, value, [0, most], "whole number", true);
  return value as number;
}
