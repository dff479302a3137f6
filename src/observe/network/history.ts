/** The network of a run over time: who was there, who knew whom and with which trust, as seen every few weeks. */
import { InputError } from "../../kernel/check.ts";
import type { Run } from "../../model/run.ts";
import type { Simulation } from "../simulation.ts";

/** What was seen of one resident or tie. Numbers count observations. */
export interface Track {
  /** When it was there: first observation and last, of each time; ascending, and never adjacent. */
  readonly spells: (readonly [first: number, last: number])[];
  /** From when on each value held, by name: only changes are kept, and each spell begins anew. */
  readonly values: Readonly<Record<string, (readonly [from: number, value: number])[]>>;
}

export interface NetworkHistory {
  /** Date of each observation. */
  readonly dates: readonly string[];
  /** By number of the resident; what does not change stands beside it. */
  readonly residents: ReadonlyMap<number, Track & { readonly fixed: Readonly<Record<string, number>> }>;
  /** Directed: from one resident to another. */
  readonly ties: readonly (Track & { readonly from: number; readonly to: number })[];
}

export interface HistoryOptions {
  /** Weeks between observations; 4 by default. What begins and ends between two of them is not seen. */
  readonly every?: number;
  /** Decimals to which values are kept; 2 by default. */
  readonly digits?: number;
}

/** What is kept of residents: fixed once, the others over time. */
const FIXED = ["community", "block", "newcomer"] as const;
const CHANGING = { belonging: "belonging", organizations: "memberOf" } as const;

/** Runs a simulation to its end and keeps its network: now, every few weeks, and at the end. It changes no run. */
export function recordNetwork(simulation: Simulation, { every = 4, digits = 2 }: HistoryOptions = {}): NetworkHistory {
  if (!(Number.isInteger(every) && every > 0))
    throw new InputError(`every must be a whole number of weeks; got ${every}`);
  const observer = new Observer(simulation.run, digits);
  observer.observe();
  while (!simulation.finished) {
    simulation.step();
    if (simulation.run.tick % every === 0 || simulation.finished) observer.observe();
  }
  return observer;
}

type Resident = Track & { readonly fixed: Readonly<Record<string, number>> };
type Tie = Track & { readonly from: number; readonly to: number };

class Observer implements NetworkHistory {
  readonly dates: string[] = [];
  readonly residents = new Map<number, Resident>();
  readonly #run: Run;
  readonly #scale: number;
  readonly #ties = new Map<number, Tie>();

  constructor(run: Run, digits: number) {
    this.#run = run;
    this.#scale = Number(`1e${digits}`);
  }

  get ties(): Tie[] {
    return [...this.#ties.values()].sort((a, b) => a.from - b.from || a.to - b.to);
  }

  observe(): void {
    const now = this.dates.push(this.#run.date) - 1;
    this.#seeResidents(now);
    this.#seeTies(now);
  }

  #seeResidents(now: number): void {
    const { rows, at } = this.#run.world.residents;
    for (let i = 0; i < rows; i++) {
      if (at.presence[i] === 0) continue;
      let track = this.residents.get(i);
      if (!track) {
        const fixed = Object.fromEntries(FIXED.map((name) => [name, at[name][i]!]));
        track = { spells: [], values: { belonging: [], organizations: [] }, fixed };
        this.residents.set(i, track);
      }
      const again = seen(track, now);
      for (const [name, column] of Object.entries(CHANGING))
        keep(track.values[name]!, now, this.#rounded(at[column][i]!), again);
    }
  }

  #seeTies(now: number): void {
    const { residents, ties } = this.#run.world;
    const { to, data, stride, offset } = ties;
    const { presence } = residents.at;
    for (let d = 0; d < 2 * ties.pairs; d++) {
      const [from, other] = [to[d ^ 1]!, to[d]!];
      if (other < 0 || presence[from] === 0 || presence[other] === 0) continue;
      const key = from * residents.rows + other;
      let track = this.#ties.get(key);
      if (!track) {
        track = { from, to: other, spells: [], values: { trust: [] } };
        this.#ties.set(key, track);
      }
      keep(track.values.trust!, now, this.#rounded(data[d * stride + offset.trust!]!), seen(track, now));
    }
  }

  #rounded(value: number): number {
    return Math.round(value * this.#scale) / this.#scale;
  }
}

/** Notes that it is there; true if it was not a moment ago. */
function seen({ spells }: Track, now: number): boolean {
  const last = spells.at(-1);
  const goesOn = last !== undefined && last[1] === now - 1;
  if (goesOn) spells[spells.length - 1] = [last[0], now];
  else spells.push([now, now]);
  return !goesOn;
}

function keep(values: (readonly [number, number])[], now: number, value: number, anew: boolean): void {
  if (anew || values.at(-1)?.[1] !== value) values.push([now, value]);
}
