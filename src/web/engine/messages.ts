/** What the page and the worker of a side say to one another. */

import type { Setting } from "../../experiments/page/setting.ts";
import type { Language } from "../../observe/naming.ts";
import type { Card } from "./cards.ts";
import type { Frame, Ground } from "./frame.ts";
import type { Replicate } from "./replicate.ts";
import type { End } from "./session.ts";

export type Request =
  /** Run a setting, in the place of what was run before; `run` names it in all answers. */
  | { readonly ask: "run"; readonly run: number; readonly setting: Setting; readonly seed: string }
  | {
      readonly ask: "look";
      readonly look: number;
      readonly item: string;
      readonly week: number;
      readonly lang: Language;
    };

/** A week: its frame, and its values in the order of WEEKLY. */
export interface Week {
  readonly frame: Frame;
  readonly values: readonly number[];
}

export type Answer =
  /** The run has begun; frames from that week on will come, those before it are as they were. */
  | {
      readonly tell: "begun";
      readonly run: number;
      readonly from: number;
      readonly weeks: number;
      readonly ground: Ground;
    }
  | { readonly tell: "weeks"; readonly run: number; readonly weeks: readonly Week[] }
  | { readonly tell: "ended"; readonly run: number; readonly end: End }
  | { readonly tell: "card"; readonly look: number; readonly card: Card }
  /** The setting cannot be run, or there is nothing to look at. */
  | { readonly tell: "failed"; readonly run?: number; readonly look?: number; readonly message: string };

/** Asked of a worker of many runs, one at a time. */
export interface ReplicateRequest {
  readonly ask: "replicate";
  readonly setting: Setting;
  readonly rootSeed: string;
  readonly replicate: number;
}

export type ReplicateAnswer =
  | { readonly tell: "replicate"; readonly replicate: Replicate }
  | { readonly tell: "broken"; readonly message: string };
