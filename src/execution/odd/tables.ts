/** The tables of a model, with the columns that its own mechanisms add, and who writes each column. */
import { type ColumnSpec, u8 } from "../../kernel/table.ts";
import * as columns from "../../model/columns.ts";
import type { Model } from "../../model/mechanism.ts";
import { FOCI } from "../../model/vocabulary.ts";

/** Standard columns by table, in the order in which the document tells of them. */
const STANDARD: Readonly<Record<string, Readonly<Record<string, ColumnSpec>>>> = {
  residents: columns.RESIDENTS,
  communities: columns.COMMUNITIES,
  blocks: columns.BLOCKS,
  pairs: {
    ...columns.PAIRS,
    foci: u8("sum of the codes of the foci that brought it about", [0, 2 ** FOCI.length - 1]),
  },
  ties: columns.TIES,
  organizations: columns.ORGANIZATIONS,
  memberships: columns.MEMBERSHIPS,
  contacts: columns.CONTACTS,
  issues: columns.ISSUES,
  touches: columns.TOUCHES,
  platforms: columns.PLATFORMS,
  seats: columns.SEATS,
  commitments: columns.COMMITMENTS,
  jointActs: columns.JOINT_ACTS,
  partners: columns.PARTNERS,
};

export interface ColumnEntry {
  readonly name: string;
  readonly spec: ColumnSpec;
  /** Names of the mechanisms that write it, in the week's order. */
  readonly writers: readonly string[];
}

/** All columns of a model by table. */
export function tablesOf(model: Model): readonly (readonly [table: string, columns: readonly ColumnEntry[]])[] {
  const own = (table: string) => Object.assign({}, ...model.mechanisms.map((m) => m.columns?.[table] ?? {}));
  return Object.entries(STANDARD).map(([table, specs]) => {
    const entries = Object.entries<ColumnSpec>({ ...specs, ...own(table) });
    return [
      table,
      entries.map(([name, spec]) => ({
        name,
        spec,
        writers: model.mechanisms.filter((m) => m.writes.includes(`${table}.${name}`)).map((m) => m.name),
      })),
    ] as const;
  });
}
