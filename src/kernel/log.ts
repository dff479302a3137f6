/** The event log: integer columns that grow in chunks. Text is made on reading, in either language. */
import { checkLengths } from "./check.ts";

/** What happened, to whom, and why. `reason` is -1 where a kind has none. */
export interface LogColumns {
  readonly tick: Int32Array;
  readonly kind: Int32Array;
  readonly subject: Int32Array;
  readonly other: Int32Array;
  readonly reason: Int32Array;
  readonly value: Int32Array;
}

const FIELDS = ["tick", "kind", "subject", "other", "reason", "value"] as const;

/** Columns of events, oldest first. Subjects and others are serial numbers (or resident numbers), never rows. */
export class EventLog {
  #columns: Int32Array[] = FIELDS.map(() => new Int32Array(256));
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(tick: number, kind: number, subject: number, other: number, reason: number, value: number): void {
    if (this.#length === this.#columns[0]!.length) this.#grow(this.#length * 2);
    const at = this.#length++;
    const [ticks, kinds, subjects, others, reasons, values] = this.#columns;
    ticks![at] = tick;
    kinds![at] = kind;
    subjects![at] = subject;
    others![at] = other;
    reasons![at] = reason;
    values![at] = value;
  }

  /** The filled part of the columns. */
  columns(): LogColumns {
    const [tick, kind, subject, other, reason, value] = this.#columns.map((c) => c.subarray(0, this.#length));
    return { tick: tick!, kind: kind!, subject: subject!, other: other!, reason: reason!, value: value! };
  }

  /** Replaces the contents, for restore. */
  load(columns: LogColumns): void {
    const { length } = columns.tick;
    checkLengths("log", { ...columns }, Object.fromEntries(FIELDS.map((field) => [field, length])));
    this.#grow(Math.max(256, length));
    FIELDS.forEach((field, i) => {
      this.#columns[i]!.set(columns[field]);
    });
    this.#length = length;
  }

  #grow(capacity: number): void {
    this.#columns = this.#columns.map((old) => {
      const grown = new Int32Array(Math.max(capacity, this.#length));
      grown.set(old.subarray(0, this.#length));
      return grown;
    });
  }
}
