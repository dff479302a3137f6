/** What a lesson is: data. A student predicts, runs, and holds the prediction against what came out. */

import type { Side } from "../../experiments/page/address.ts";
import type { Setting } from "../../experiments/page/setting.ts";
import type { Text } from "../../model/vocabulary.ts";
import type { Replicate } from "../engine/replicate.ts";
import type { End } from "../engine/session.ts";

/** Whose number or statement it is. */
export type Whose = "paper" | "model" | "assumption";

/** The run that is shown, of one side. */
export interface One {
  readonly setting: Setting;
  readonly end: End;
  /** Weekly values by name. */
  readonly columns: Readonly<Record<string, readonly number[]>>;
}

/** Many runs of both sides under the seed shown; the run shown is the first of each. */
export type Many = Readonly<Record<Side, readonly Replicate[]>>;

/** What explanations are written from: nothing else. */
export interface Facts {
  readonly one: Readonly<Record<Side, One>>;
  readonly many: Many;
}

/** A value that each of many runs has (null: this one has none). */
export interface Measured {
  readonly label: Text;
  readonly read: (replicate: Replicate) => number | null;
  readonly show: (value: number) => string;
  /** Sides whose runs are shown; both if absent. */
  readonly sides?: readonly Side[];
}

export interface Choice {
  readonly name: string;
  readonly text: Text;
}

/** A question before the run; what comes out says which choice was right. */
export interface Predict {
  readonly kind: "predict";
  readonly name: string;
  readonly title: Text;
  readonly ask: Text;
  readonly choices: readonly Choice[];
  /** Name of the choice that the many runs bear out. */
  readonly answer: (many: Many) => string;
}

/** Many runs first: a row of dots for each measure, and bands of a weekly series if there is one. */
export interface RunMany {
  readonly kind: "run";
  readonly show: "many";
  readonly title: Text;
  readonly does: Text;
  readonly watch: Text;
  readonly measures: readonly Measured[];
  /** Name of a standard series. */
  readonly series?: { readonly name: string; readonly label: Text };
}

/** Then one of them, on the stage. */
export interface RunOne {
  readonly kind: "run";
  readonly show: "one";
  readonly title: Text;
  readonly does: Text;
  readonly watch: readonly Text[];
  /** Week from which it plays. */
  readonly from: number;
  readonly until: number;
}

/** The game: levers to be set so that the council lives. */
export interface RunGame {
  readonly kind: "run";
  readonly show: "game";
  readonly title: Text;
  readonly does: Text;
  readonly hints: readonly Text[];
}

export interface Paragraph {
  readonly whose: Whose;
  /** Section of the paper, submodel, or command that it can be checked with. */
  readonly place?: string;
  readonly text: (facts: Facts) => Text;
}

export interface Explain {
  readonly kind: "explain";
  readonly title: Text;
  /** Names of the predictions that are held against the outcome. */
  readonly predictions: readonly string[];
  /** The measure by which the run shown is placed among the many, and of which sides. */
  readonly typical?: { readonly measure: Measured; readonly sides: readonly Side[] };
  readonly paragraphs: readonly Paragraph[];
  /** A question to go on with. */
  readonly discuss: Text;
}

/** Claims of the paper that the model does not bear out: the class is the judge. */
export interface Judge {
  readonly kind: "explain";
  readonly judge: readonly Dispute[];
  readonly title: Text;
  readonly does: Text;
}

export interface Dispute {
  /** Number in the list of claims, whose words these are. */
  readonly claim: number;
  readonly text: Text;
  readonly quote: Text;
  /** Section of the paper. */
  readonly place: string;
  /** The finding, shortened. */
  readonly finding: Text;
  /** What would decide. */
  readonly data: Text;
}

export type Step = Predict | RunMany | RunOne | RunGame | Explain | Judge;

export interface Lesson {
  /** Stands in the address. */
  readonly name: string;
  readonly title: Text;
  readonly question: Text;
  readonly minutes: number;
  readonly seed: string;
  readonly sides: Readonly<Record<Side, Setting>>;
  /** What each side is in this lesson. */
  readonly labels: Readonly<Record<Side, Text>>;
  /** Runs of each side. */
  readonly replicates: number;
  readonly steps: readonly Step[];
}
