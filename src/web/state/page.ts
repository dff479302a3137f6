/** What the page shows now: its place, both runs, the clock. Components read these signals and change them here alone. */
import { computed, type Signal, signal } from "@preact/signals";
import { addressOf, type Place, placeOf, SIDES, type Side, START } from "../../experiments/page/address.ts";
import { plainSetting, type ScenarioName, type Setting } from "../../experiments/page/setting.ts";
import { InputError } from "../../kernel/check.ts";
import { createClock } from "../../kernel/clock.ts";
import type { Scenario } from "../../model/scenario.ts";
import { inChinese } from "../../observe/chinese.ts";
import type { Language } from "../../observe/naming.ts";
import type { Card } from "../engine/cards.ts";
import { Client } from "../engine/client.ts";
import type { Frame, Ground } from "../engine/frame.ts";
import type { Answer } from "../engine/messages.ts";
import { type End, WEEKLY } from "../engine/session.ts";
import { scenarioOf } from "../engine/setting.ts";

declare const __VERSION__: string;
export const VERSION = __VERSION__;

/** A future that was left: drawn as a ghost beside the new one. */
export interface Ghost {
  readonly setting: Setting;
  /** Week from which on the two differ. */
  readonly from: number;
  readonly columns: Columns;
  readonly end: End | null;
}

/** Weekly values by name (see WEEKLY), as far as the run has come. */
export type Columns = Readonly<Record<string, readonly number[]>>;

export interface SideRun {
  readonly setting: Setting;
  readonly seed: string;
  /** The scenario with its blocks put in; values and changes are not in it. */
  readonly scenario: Scenario;
  readonly ground: Ground | null;
  /** Weeks of the whole run; 0 until it has begun. */
  readonly weeks: number;
  /** Frames 0 … as far as the run has come. */
  readonly frames: readonly Frame[];
  readonly columns: Columns;
  /** What came of it, once it has ended. */
  readonly end: End | null;
  readonly ghost: Ghost | null;
  /** Why the setting cannot be run, or null. */
  readonly failed: string | null;
}

/** Where the page stands: what the address holds. Change it by `go`. */
export const place = signal<Place>(START);
/** The time shown, in weeks; between whole weeks while it plays. */
export const week = signal(0);
export const playing = signal(false);
/** Weeks a second. */
export const speed = signal(8);
/** A line for the reader, in the page's language: an address that cannot be read, a version that differs. */
export const notice = signal<{ readonly en: string; readonly zh: string } | null>(null);
/** Whether things move by themselves: off if the reader asked their system for reduced motion. */
export const motion = signal(true);

export const lang = computed<Language>(() => place.value.lang);
/** The text in the page's language. */
export const say = (en: string, zh: string): string => (lang.value === "zh" ? zh : en);

/** The line of an error in the page's language. */
export const told = (message: string): string => say(message, inChinese(message));

const clients: Partial<Record<Side, Client>> = {};
const emptyRun = (setting: Setting): SideRun => ({
  setting,
  seed: START.seed,
  scenario: scenarioOf(setting),
  ground: null,
  weeks: 0,
  frames: [],
  columns: {},
  end: null,
  ghost: null,
  failed: null,
});

export const runs: Readonly<Record<Side, Signal<SideRun>>> = {
  left: signal(emptyRun(START.left)),
  right: signal(emptyRun(START.right)),
};

/** Weeks of the longer run. */
export const weeks = computed(() => Math.max(runs.left.value.weeks, runs.right.value.weeks, 1));

/** The last week that both sides can show: the clock waits for it. */
export const ready = computed(() => {
  const ends = SIDES.map((side) => runs[side].value).map(({ failed, end, frames }) =>
    failed !== null || end !== null ? weeks.value : frames.length - 1,
  );
  return Math.min(...ends);
});

/** The frame shown of a side; null before there is one. */
export function frameAt(run: SideRun, at: number): Frame | null {
  return run.frames[Math.min(Math.floor(at), run.frames.length - 1)] ?? null;
}

/** The date on which the next week of a side begins at a week shown; by the calendar, for frames may still be coming. */
export function dateAt({ scenario, weeks: known }: SideRun, at: number): string {
  const shown = known > 0 ? Math.min(at, known) : at;
  return createClock(scenario.context.start.date).date(Math.floor(shown));
}

/** The date shown: that of the side that is farther. */
export const date = computed(() => {
  const frames = SIDES.map((side) => frameAt(runs[side].value, week.value)).filter((f) => f !== null);
  return (
    frames
      .map((f) => f.date)
      .sort()
      .at(-1) ?? ""
  );
});

/** Reads the address, starts both runs, and follows the address from then on. */
export function open(): void {
  for (const side of SIDES) clients[side] = new Client((answer) => receive(side, answer));
  readAddress();
  addEventListener("hashchange", () => {
    if (location.hash.slice(1) !== addressOf(place.value, VERSION)) readAddress();
  });
}

function readAddress(): void {
  // An address that cannot be read may still tell its language.
  const own = /[#&]lang=(en|zh)(?:&|$)/.exec(location.hash)?.[1] as Language | undefined;
  const language = own ?? (navigator.language.startsWith("zh") ? "zh" : "en");
  try {
    const { place: found, version } = placeOf(location.hash, language);
    notice.value = version === null || version === VERSION ? null : otherVersion(version);
    place.value = found;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { message } = error;
    notice.value = {
      en: `The address cannot be read: ${message}. Shown instead: the two neighborhoods as they are.`,
      zh: `地址无法识别（${inChinese(message)}），已改为显示两个社区的原设定。`,
    };
    place.value = { ...START, lang: language };
  }
  week.value = place.value.week;
  for (const side of SIDES) start(side);
  writeAddress();
}

function otherVersion(version: string) {
  return {
    en: `This address was written by version ${version}; this page is version ${VERSION}, whose runs may differ.`,
    zh: `此链接由 ${version} 版生成，本页为 ${VERSION} 版，运行结果可能不同。`,
  };
}

/** Changes the place. Runs start anew where what they run has changed. */
export function go(change: Partial<Place>): void {
  const before = place.value;
  place.value = { ...before, ...change };
  if (change.week !== undefined) week.value = change.week;
  for (const side of SIDES) if (place.value[side] !== before[side] || place.value.seed !== before.seed) start(side);
  writeAddress();
}

/** Sets values of a side from the outset; null takes a value back to what the scenario has. */
export function setValues(side: Side, values: Readonly<Record<string, unknown>>): void {
  const setting = place.value[side];
  const merged = Object.fromEntries(Object.entries({ ...setting.values, ...values }).filter(([, v]) => v !== null));
  go({ [side]: { ...setting, values: merged } });
}

/** Changes a side from the week shown on: the past stays, the old future becomes a ghost. */
export function changeNow(side: Side, values: Readonly<Record<string, unknown>>): void {
  const setting = place.value[side];
  const at = dateAt(runs[side].value, week.value);
  const others = setting.changes.filter((c) => c.date !== at);
  const same = setting.changes.find((c) => c.date === at);
  const changes = [...others, { date: at, values: { ...same?.values, ...values } }];
  go({ [side]: { ...setting, changes: changes.sort((a, b) => (a.date < b.date ? -1 : 1)) } });
}

/** A side back to a scenario as it is shipped. */
export function resetSide(side: Side, scenario: ScenarioName = place.value[side].scenario): void {
  go({ [side]: plainSetting(scenario) });
}

export function dropGhost(side: Side): void {
  runs[side].value = { ...runs[side].value, ghost: null };
}

/** A look at a thing as it stands in a week. */
export function look(side: Side, code: string, at: number): Promise<Card> {
  return clients[side]!.look(code, Math.floor(at), lang.value);
}

function start(side: Side): void {
  const setting = place.value[side];
  const { seed } = place.value;
  try {
    const scenario = scenarioOf(setting);
    const ghost = ghostOf(side, setting, seed);
    // Another future of the same neighborhood: what is shown stays until the new run says from where on it differs.
    const { ground, weeks: all, frames, columns } = ghost ? runs[side].value : emptyRun(setting);
    runs[side].value = { ...emptyRun(setting), seed, scenario, ground, weeks: all, frames, columns, ghost };
    clients[side]!.run(setting, seed);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    runs[side].value = { ...emptyRun(plainSetting(setting.scenario)), setting, seed, failed: error.message };
  }
}

/** The run before, if the new one is another future of the same neighborhood; the ghost before it, if it never began. */
function ghostOf(side: Side, setting: Setting, seed: string): Ghost | null {
  const before = runs[side].value;
  if (before.seed !== seed || before.setting.scenario !== setting.scenario) return null;
  if (!before.end) return before.ghost;
  const { columns, end } = before;
  return { setting: before.setting, from: 0, columns, end };
}

/** What was known of the run before its answers: kept by those that only go on from a later week. */
const kept: Record<Side, { frames: Frame[]; columns: Record<string, number[]> }> = {
  left: { frames: [], columns: {} },
  right: { frames: [], columns: {} },
};

function receive(side: Side, answer: Exclude<Answer, { tell: "card" }>): void {
  const run = runs[side];
  if (answer.tell === "begun") {
    const { from, weeks: all, ground } = answer;
    const { frames, columns } = kept[side];
    kept[side] = {
      frames: frames.slice(0, from),
      columns: Object.fromEntries(WEEKLY.map((name) => [name, (columns[name] ?? []).slice(0, from)])),
    };
    const { ghost } = run.value;
    run.value = { ...run.value, ...kept[side], ground, weeks: all, ghost: ghost && { ...ghost, from } };
    if (week.value > weeks.value) week.value = weeks.value;
  } else if (answer.tell === "weeks") {
    const { frames, columns } = kept[side];
    for (const { frame, values } of answer.weeks) {
      frames.push(frame);
      WEEKLY.forEach((name, k) => {
        columns[name]!.push(values[k]!);
      });
    }
    run.value = { ...run.value, frames, columns };
  } else if (answer.tell === "ended") {
    run.value = { ...run.value, end: answer.end };
  } else {
    run.value = { ...run.value, failed: answer.message };
  }
}

let writing: ReturnType<typeof setTimeout> | undefined;

/** Browsers allow few changes of the address a second: the last of several is written. */
function writeAddress(): void {
  clearTimeout(writing);
  writing = setTimeout(() => {
    history.replaceState(null, "", `#${addressOf({ ...place.value, week: Math.floor(week.value) }, VERSION)}`);
  }, 150);
}

/** The time that the clock has come to goes into the address. */
export function settleWeek(): void {
  go({ week: Math.floor(week.value) });
}

/** The scenarios that a side can show, for menus. */
export { SCENARIO_NAMES } from "../../experiments/page/setting.ts";
