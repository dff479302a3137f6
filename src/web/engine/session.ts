/**
 * One run as the page needs it: a frame a week, series, the story, and a look at anything in any week. It lives in a
 * worker and knows nothing of one, so that tests run it as it is.
 */

import type { Setting } from "../../experiments/page/setting.ts";
import { InputError } from "../../kernel/check.ts";
import { type Measures, measureOf } from "../../observe/measures.ts";
import { codeOfThing, type Language, namesOf } from "../../observe/naming.ts";
import { emptySeries, type Recorded, record, recordedAs, STANDARD_SERIES } from "../../observe/recorder.ts";
import type { Series } from "../../observe/series.ts";
import type { Simulation } from "../../observe/simulation.ts";
import { type StoryLine, story } from "../../observe/story.ts";
import { cardOf } from "./card.ts";
import type { Card } from "./cards.ts";
import { type Frame, frameOf, type Ground, groundOf, MOST_RESIDENTS } from "./frame.ts";
import { simulationOf } from "./setting.ts";

/** What the page draws as lines, by week: the standard series and a few measures more. */
const RECORDED: readonly Recorded[] = [
  ...recordedAs(STANDARD_SERIES),
  ...(["participation", "demandsBrought", "demandsDecided", "demandsResolved"] as const).map(measureOf),
];
export const WEEKLY: readonly string[] = RECORDED.map(({ name }) => name);

/** An event that the page can point at; language-free but for its sentence in both. */
export interface PageEvent {
  readonly week: number;
  readonly date: string;
  readonly kind: string;
  /** Code of its subject, say "platform:0". */
  readonly who: string;
  readonly en: string;
  readonly zh: string;
}

/** What a run tells once it has come to its end. */
export interface End {
  readonly seed: string;
  readonly hash: string;
  readonly measures: Measures;
  readonly readings: Readonly<Record<string, Measures>>;
  readonly story: Readonly<Record<Language, readonly StoryLine[]>>;
  readonly events: readonly PageEvent[];
  /** Names of organizations, platforms, joint acts and issues, by code. */
  readonly names: Readonly<Record<string, Readonly<Record<Language, string>>>>;
}

/** Kinds that are told by hundreds and are no news. */
const UNTOLD = ["arisen", "forgotten", "met"];
const CHECKPOINT_EVERY = 52;
const STORY_LINES = 40;

export class Session {
  #setting: Setting | null = null;
  #seed = "";
  #simulation: Simulation | null = null;
  #checkpoints: Simulation[] = [];
  #weekly: Series = emptySeries(WEEKLY);

  /**
   * Makes ready to run a setting. What it shares with the run before is kept: the week from which on frames are new is
   * returned, 0 as a rule. Throws an InputError if the setting cannot be run.
   */
  begin(setting: Setting, seed: string): number {
    const shared = this.#sharedWeeks(setting, seed);
    const from = this.#checkpoints.findLast((c) => c.run.tick <= shared);
    const fresh = from ? from.fork() : simulationOf({ ...setting, changes: [] }, seed);
    if (fresh.run.world.residents.rows > MOST_RESIDENTS) {
      throw new InputError(
        `the page shows at most ${MOST_RESIDENTS} residents; this neighborhood has ${fresh.run.world.residents.rows}`,
      );
    }
    simulationOf(setting, seed); // throws for a change that cannot be made
    this.#setting = setting;
    this.#seed = seed;
    this.#simulation = fresh;
    this.#checkpoints = from ? this.#checkpoints.filter((c) => c.run.tick <= fresh.run.tick) : [fresh.fork()];
    this.#weekly = emptySeries(WEEKLY);
    return fresh.run.tick;
  }

  get ground(): Ground {
    return groundOf(this.#open.run);
  }

  get weeks(): number {
    return this.#open.until;
  }

  get finished(): boolean {
    return this.#open.finished;
  }

  /** The frame of the present week, and its values in the order of WEEKLY. */
  read(): { readonly frame: Frame; readonly values: readonly number[] } {
    const { run } = this.#open;
    record(this.#weekly, run, RECORDED);
    return { frame: frameOf(run), values: WEEKLY.map((name) => this.#weekly.columns[name]!.at(-1)!) };
  }

  /** Does one week, with what the setting changes at its date. */
  step(): void {
    const simulation = this.#open;
    this.#stepChanged(simulation);
    const { tick } = simulation.run;
    if (tick % CHECKPOINT_EVERY === 0 && !this.#checkpoints.some((c) => c.run.tick === tick))
      this.#checkpoints.push(simulation.fork());
  }

  /** What came of it; the run must have ended. */
  end(): End {
    const simulation = this.#open;
    const { seed, hash, measures, readings } = simulation.finish();
    const names = namesOf(simulation.run);
    const told = names.happenings.filter((h) => !h.kind.detail && !UNTOLD.includes(h.kind.name));
    return {
      seed,
      hash,
      measures,
      readings,
      story: {
        en: story(simulation, "en", { lines: STORY_LINES }),
        zh: story(simulation, "zh", { lines: STORY_LINES }),
      },
      events: told.map((h) => ({
        week: h.tick,
        date: simulation.run.clock.date(h.tick),
        kind: h.kind.name,
        who: codeOfThing(h.kind.subject, h.subject),
        en: names.sentence(h, "en"),
        zh: names.sentence(h, "zh"),
      })),
      names: Object.fromEntries(
        Object.entries(names.things).flatMap(([table, things]) =>
          [...things].map(([serial, namings]) => [codeOfThing(table, serial), namings[namings.length - 1]!.name]),
        ),
      ),
    };
  }

  /** A look at a resident, organization, issue or platform (by code) as it stands at the beginning of a week. */
  look(item: string, week: number, lang: Language): Card {
    return cardOf(this.#at(week), item, lang);
  }

  get #open(): Simulation {
    if (!this.#simulation) throw new Error("no run has begun");
    return this.#simulation;
  }

  /** The run as it stood at a week: stepped there again from the checkpoint before. */
  #at(week: number): Simulation {
    const from = this.#checkpoints.findLast((c) => c.run.tick <= week) ?? this.#checkpoints[0]!;
    const simulation = from.fork();
    while (simulation.run.tick < week && !simulation.finished) this.#stepChanged(simulation);
    return simulation;
  }

  #stepChanged(simulation: Simulation): void {
    const { run } = simulation;
    for (const { date, values } of this.#setting!.changes) if (run.clock.tick(date) === run.tick) run.change(values);
    simulation.step();
  }

  /** Weeks that a setting shares with the one before: until the first change that only one of them makes. */
  #sharedWeeks(setting: Setting, seed: string): number {
    const before = this.#setting;
    if (!before || !this.#checkpoints[0] || seed !== this.#seed) return -1;
    const plain = (s: Setting) => JSON.stringify([s.scenario, s.blocks, s.values]);
    if (plain(before) !== plain(setting)) return -1;
    const differing = (a: Setting, b: Setting) => {
      const others = b.changes.map((c) => JSON.stringify(c));
      return a.changes.filter((c) => !others.includes(JSON.stringify(c))).map((c) => c.date);
    };
    const dates = [...differing(before, setting), ...differing(setting, before)].sort();
    const { clock } = this.#checkpoints[0].run;
    return dates.length === 0 ? this.#open.run.tick : clock.tick(dates[0]!);
  }
}
