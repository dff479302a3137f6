/** A table of comma-separated text as Parquet, in groups of rows, so that no more than one of them is in memory. */
import { measureOf } from "../observe/measures.ts";
import { rowsOf } from "./csv.ts";
import { VERSION } from "./version.ts";

type Kind = "STRING" | "INT32" | "DOUBLE" | "BOOLEAN";

/** Columns whose kind does not depend on what stands in them. */
const KINDS: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(["point", "replicate", "tick"].map((name) => [name, "INT32" as const])),
  ...Object.fromEntries(
    ["id", "run", "scenario", "swap", "seed", "status", "reason", "hash", "values", "date", "kind", "who"].map(
      (name) => [name, "STRING" as const],
    ),
  ),
};

/** Cells of a group of rows. */
const GROUP = 100_000;

const READ: Readonly<Record<Kind, (cell: string) => unknown>> = {
  STRING: (cell) => cell,
  INT32: Number,
  DOUBLE: Number,
  BOOLEAN: (cell) => cell === "true",
};

/** Writes the table of `csv` as the Parquet file `path`; a column of an axis gets the kind of all its cells. */
export async function writeParquet(csv: string, path: string): Promise<void> {
  const { fileWriter, ParquetWriter, schemaFromColumnData } = await import("hyparquet-writer");
  const { names, kinds } = await kindsOf(csv);
  const size = Math.ceil(GROUP / names.length);
  const group = () => names.map((name, k) => ({ name, type: kinds[k]!, data: [] as unknown[] }));
  const schema = schemaFromColumnData({ columnData: group() });
  const writer = new ParquetWriter({ writer: fileWriter(path), schema, createdBy: `linli version ${VERSION}` });
  let columns = group();
  const flush = async () => {
    if (columns[0]!.data.length > 0) await writer.write({ columnData: columns, rowGroupSize: size });
    columns = group();
  };
  const rows = rowsOf(csv);
  await rows.next(); // the header
  for await (const row of rows) {
    for (const [k, { type, data }] of columns.entries()) data.push(row[k] === "" ? null : READ[type](row[k]!));
    if (columns[0]!.data.length === size) await flush();
  }
  await flush();
  await writer.finish();
}

async function kindsOf(csv: string): Promise<{ names: string[]; kinds: Kind[] }> {
  let names: string[] | undefined;
  let kinds: (Kind | undefined)[] = [];
  let open: number[] = [];
  const seen = new Map<number, Kind>();
  for await (const row of rowsOf(csv)) {
    if (names) for (const k of open) widen(seen, k, row[k]!);
    else {
      names = row;
      kinds = names.map(knownKind);
      open = kinds.flatMap((kind, k) => (kind ? [] : [k]));
      if (open.length === 0) break;
    }
  }
  return { names: names ?? [], kinds: kinds.map((kind, k) => kind ?? seen.get(k) ?? "STRING") };
}

function knownKind(name: string): Kind | undefined {
  const measure = /^(?:reading|final)_(.+)$/.exec(name)?.[1];
  if (measure !== undefined) return measureOf(measure).unit === "date" ? "STRING" : "DOUBLE";
  return KINDS[name] ?? (name.includes(".") ? undefined : "DOUBLE");
}

/** The kind that holds a further cell as well as those before. */
function widen(seen: Map<number, Kind>, k: number, cell: string): void {
  if (cell === "") return;
  const kind = Number.isFinite(Number(cell)) ? "DOUBLE" : /^(?:true|false)$/.test(cell) ? "BOOLEAN" : "STRING";
  const before = seen.get(k) ?? kind;
  seen.set(k, before === kind ? kind : "STRING");
}
