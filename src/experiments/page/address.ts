/**
 * The address of the page: all that it shows, readable, and enough to run the same from the command line.
 *
 *     #seed=7&week=130&lang=zh&left=new-estate&left.team.independence=1&left.support.ownersCommittee@2017-07-03=true
 *      &left.agenda=old-district&right=old-district&view=story&item=left/platform:0&version=0.5.0
 *
 * `left` and `right` name scenarios; `left.NAME=VALUE` sets a parameter or context field from the outset,
 * `left.NAME@DATE=VALUE` on the way; `left.BLOCK=SCENARIO` takes a whole block from another scenario.
 */
import { checkName, checkRange, format, InputError, unknownName } from "../../kernel/check.ts";
import { BLOCK_NAMES, type BlockName } from "../../model/context.ts";
import type { Language } from "../../observe/naming.ts";
import { byWrittenName, gathered, readSetting, type Written, writeValue } from "../settingText.ts";
import { plainSetting, SCENARIO_NAMES, type ScenarioName, type Setting } from "./setting.ts";

export const SIDES = ["left", "right"] as const;
export type Side = (typeof SIDES)[number];

/** What the panel beside the stage shows. */
export const VIEWS = ["many", "story", "look", "levers", "paper", "lessons", "sweep", "save"] as const;
export type View = (typeof VIEWS)[number];

/** The lessons, in their order. */
export const LESSON_NAMES: readonly string[] = ["trust", "agreement", "cultivation", "alive", "disagreement"];

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

function settingParts(side: Side, setting: Setting): [string, string][] {
  const set = { ...setting.blocks, ...byWrittenName(setting) };
  return [
    [side, setting.scenario],
    ...Object.entries(set).map(([name, value]): [string, string] => [`${side}.${name}`, writeValue(value)]),
  ];
}

/** What is said of a side, as it is read. */
interface Draft {
  scenario: ScenarioName;
  readonly blocks: Partial<Record<BlockName, ScenarioName>>;
  readonly settings: Written[];
}

/** Longer ones are no one's: a whole agenda takes some thousand characters. */
const LONGEST = 50_000;

/** The place of an address, and the version that wrote it (null: not said). Throws an InputError naming what is wrong. */
export function placeOf(address: string, language: Language = START.lang): { place: Place; version: string | null } {
  const drafts: Record<Side, Draft> = { left: draftOf("new-estate"), right: draftOf("old-district") };
  let place: Place = { ...START, lang: language };
  let version: string | null = null;
  if (address.length > LONGEST)
    throw new InputError(`address: expected at most ${LONGEST} characters; got ${address.length}`);
  for (const part of address.replace(/^#/, "").split("&")) {
    if (part === "") continue;
    const [name, value] = splitPart(part);
    const side = SIDES.find((s) => name === s || name.startsWith(`${s}.`));
    if (name === "version") version = versionOf(value);
    else if (side === name) drafts[side].scenario = scenarioNamed(value, `scenario of ${side}`);
    else if (side) readSide(drafts[side], side, name.slice(side.length + 1), value);
    else place = { ...place, ...readPart(name, value) };
  }
  // A step is one of a lesson.
  const step = place.lesson === null ? 0 : place.step;
  return { place: { ...place, step, left: settingOf(drafts.left), right: settingOf(drafts.right) }, version };
}

function splitPart(part: string): [string, string] {
  const at = part.indexOf("=");
  if (at < 1) throw new InputError(`address: expected name=value; got ${format(part)}`);
  try {
    return [decodeURIComponent(part.slice(0, at)), decodeURIComponent(part.slice(at + 1))];
  } catch {
    throw new InputError(`address: expected text that is escaped as in addresses; got ${format(part)}`);
  }
}

function draftOf(scenario: ScenarioName): Draft {
  return { scenario, blocks: {}, settings: [] };
}

function scenarioNamed(name: string, what: string): ScenarioName {
  const known = SCENARIO_NAMES.find((scenario) => scenario === name);
  if (known) return known;
  throw unknownName(what, name, SCENARIO_NAMES);
}

function readSide(draft: Draft, side: Side, name: string, value: string): void {
  const block = BLOCK_NAMES.find((known) => known === name);
  if (block) draft.blocks[block] = scenarioNamed(value, `scenario of ${side}.${name}`);
  else draft.settings.push(readSetting(name, value));
}

function settingOf({ scenario, blocks, settings }: Draft): Setting {
  return { scenario, blocks, ...gathered(settings) };
}

function versionOf(text: string): string {
  if (/^[\w.+-]{1,40}$/.test(text)) return text;
  throw new InputError(`version must be such as 0.5.0; got ${format(text)}`);
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
      checkName(name, value, LESSON_NAMES);
      return { lesson: value };
    case "lang":
      if (value === "en" || value === "zh") return { lang: value };
      throw new InputError(`lang must be en or zh; got ${format(value)}`);
    case "view":
      checkName(name, value, VIEWS);
      return { view: value as View };
    case "item": {
      const parts = /^(left|right)\/([A-Za-z]{1,40}:\d{1,9})$/.exec(value);
      if (parts) return { item: { side: parts[1] as Side, code: parts[2]! } };
      throw new InputError(`item must be a side and a code such as left/platform:0; got ${format(value)}`);
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
