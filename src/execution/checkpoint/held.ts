/** A simulation in a file, to be gone on with by another process. */
import type { LogColumns } from "../../kernel/log.ts";
import type { TableState } from "../../kernel/table.ts";
import type { TiesState } from "../../kernel/ties.ts";
import type { Change, RunOptions } from "../../model/run.ts";
import type { Scenario } from "../../model/scenario.ts";
import { revive } from "../../model/snapshot.ts";
import { goOn, type Notes, type Simulation } from "../../observe/simulation.ts";
import { type Column, ColumnReader, ColumnWriter, type Place } from "./columns.ts";

type Places = Readonly<Record<string, Place>>;
type Shelved<T extends { readonly free: readonly number[] }> = Omit<T, "free" | "columns"> & {
  readonly free: Place;
  readonly columns: Places;
};

interface Description {
  /** Identity of the run. */
  readonly id: string;
  readonly tick: number;
  readonly changes: readonly Change[];
  readonly notes: Notes;
  readonly tables: Readonly<Record<string, Shelved<TableState>>>;
  readonly ties: Shelved<TiesState>;
  readonly log: Places;
  /** What the caller keeps beside. */
  readonly extra: unknown;
}

function mapped<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/** Writes a simulation; what was in the file before is replaced once it is whole. Throws what the disk throws. */
export function hold(path: string, id: string, { run, notes }: Simulation, extra: unknown): void {
  run.checkMemory();
  const writer = new ColumnWriter(path);
  const shelve = <T extends TableState | TiesState>({ free, columns, ...rest }: T) => ({
    ...rest,
    free: writer.add(Int32Array.from(free)),
    columns: mapped(columns as Readonly<Record<string, Column>>, (column) => writer.add(column)),
  });
  try {
    // one after another: a copy of one table at a time is in memory
    const tables = mapped(run.world.tables, (table) => shelve(table.state()));
    const ties = shelve(run.world.ties.state());
    const log = mapped({ ...run.log.columns() }, (column) => writer.add(column));
    writer.end({ id, tick: run.tick, changes: run.changes, notes, tables, ties, log, extra });
  } catch (error) {
    writer.drop();
    throw error;
  }
}

export interface Held {
  /** Identity of the run. */
  readonly id: string;
  readonly tick: number;
  readonly extra: unknown;
  /** The simulation, under the scenario and options that it began with. To be called once. */
  goOn(scenario: Scenario, options: RunOptions): Simulation;
}

/** @throws InputError unless the file is whole and none of its bits has changed. */
export function held(path: string): Held {
  const reader = new ColumnReader(path);
  const { id, tick, changes, notes, tables, ties, log, extra } = reader.description as Description;
  const load = <T extends TableState | TiesState>({ free, columns, ...rest }: Shelved<T>) =>
    ({ ...rest, free: Array.from(reader.read(free)), columns: mapped(columns, (p) => reader.read(p)) }) as unknown as T;
  return {
    ...{ id, tick, extra },
    goOn: (scenario, options) => {
      const state = {
        ...{ scenario, options, tick, changes },
        tables: mapped(tables, (table) => load<TableState>(table)),
        ties: load<TiesState>(ties),
        log: mapped(log, (place) => reader.read(place)) as unknown as LogColumns,
      };
      reader.close();
      return goOn(revive(state), notes);
    },
  };
}
