/** A start graph from two comma-separated texts, `nodes.csv` and `edges.csv`. */
import { type CsvError, type Info, parse } from "csv-parse/browser/esm/sync";
import { InputError } from "../../kernel/check.ts";
import { attributeRange } from "../../model/attributes.ts";
import type { Network, NetworkNode } from "../../model/network.ts";
import type { RawEdge } from "./rawEdge.ts";
import { badValue, buildNetwork, checkCharacters, type NetworkOptions, selfTie, type TextFile } from "./select.ts";

/** A row with the line it ends on, which is its row in an editor. */
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Sheet {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * The network of a nodes file (`id`, then any columns: they become attributes) and an edges file (`source,target`, then
 * optionally `layer`, `weight` above 0, `directed` 0 or 1, and `wave` or `time`). UTF-8 with a header line; a byte order
 * mark, CRLF and empty lines do no harm. Where nodes have a `kind` of two values and all edges lead from one to the
 * other, the data are two-mode: sources are persons, targets foci.
 *
 * @throws InputError naming file, row and column of what cannot be used, or listing the layers or waves to choose from.
 */
export function networkFromCsv(nodesFile: TextFile, edgesFile: TextFile, options: NetworkOptions = {}): Network {
  const nodes = readNodes(readSheet(nodesFile, ["id"]));
  const edges = readEdges(readSheet(edgesFile, ["source", "target"]), nodes, nodesFile.name);
  return buildNetwork(edgesFile.name, nodes, edges, options);
}

function readSheet(file: TextFile, required: readonly string[]): Sheet {
  const rows = parseRows(file);
  const header = rows[0]?.cells ?? [];
  if (rows.length < 2)
    throw new InputError(`${file.name}: expected a header and at least one row; got ${rows.length} rows`);
  for (const [i, column] of header.entries()) {
    const at = `${file.name}: row 1, column ${i + 1}`;
    checkCharacters(column, () => at);
    if (column === "") throw badValue(at, "a column name", column);
    if (header.indexOf(column) < i) throw badValue(at, "a name not used before", column);
  }
  for (const column of required) {
    if (!header.includes(column)) throw badValue(`${file.name}: row 1`, `a column "${column}"`, header.join(","));
  }
  return { file: file.name, header, rows: rows.slice(1).map((row) => checkRow(file.name, header, row)) };
}

function checkRow(file: string, header: readonly string[], row: Row): Row {
  if (row.cells.length !== header.length)
    throw new InputError(`${file}: row ${row.line}: expected ${header.length} columns; got ${row.cells.length}`);
  for (const [i, cell] of row.cells.entries())
    checkCharacters(cell, () => `${file}: row ${row.line}, column ${header[i]}`);
  return row;
}

/** Characters of a row, and of a line; a longer one is no table, and takes the parser very long. */
const LONGEST_ROW = 1_000_000;

function checkLines({ name, text }: TextFile): void {
  for (let start = 0, row = 1; start < text.length; row++) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    const back = end - start > LONGEST_ROW ? text.lastIndexOf("\r", end) : -1;
    if (end - start > LONGEST_ROW && back < start)
      throw new InputError(
        `${name}: row ${row}: expected a line of at most ${LONGEST_ROW} characters; got ${end - start}`,
      );
    start = end + 1;
  }
}

function parseRows(file: TextFile): Row[] {
  checkLines(file);
  if (/[\0\uFFFD]/.test(file.text)) throw new InputError(`${file.name}: expected UTF-8 text; got another encoding`);
  try {
    // The browser build runs in Node as well and brings its own Buffer.
    const records = parse(file.text, {
      bom: true,
      info: true,
      max_record_size: LONGEST_ROW,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return (records as unknown as { record: string[]; info: Info }[]).map(({ record, info }) => {
      return { line: info.lines, cells: record };
    });
  } catch (error) {
    throw badQuotes(file.name, error as CsvError);
  }
}

function badQuotes(file: string, error: CsvError): InputError {
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return new InputError(`${file}: row ${String(error.lines)}: expected a row of at most ${LONGEST_ROW} characters`);
  const reason = error.message.split(":")[0]!;
  return new InputError(
    `${file}: row ${String(error.lines)}: expected quotes in pairs around a whole cell; got "${reason}"`,
  );
}

function readNodes(sheet: Sheet): NetworkNode[] {
  const at = sheet.header.indexOf("id");
  const seen = new Map<string, number>();
  return sheet.rows.map(({ line, cells }) => {
    const id = cells[at]!;
    const place = `${sheet.file}: row ${line}, column id`;
    if (id === "") throw badValue(place, "a name", id);
    const before = seen.get(id);
    if (before !== undefined) throw badValue(place, `a name not used before (row ${before} has it)`, id);
    seen.set(id, line);
    const others = sheet.header.flatMap((column, i) => (i === at ? [] : [[column, cells[i]!] as const]));
    for (const [column, text] of others) {
      const expected = attributeRange(column, text);
      if (expected) throw badValue(`${sheet.file}: row ${line}, column ${column}`, expected, text);
    }
    return { id, attributes: Object.fromEntries(others) };
  });
}

function readEdges(sheet: Sheet, nodes: readonly NetworkNode[], nodesFile: string): RawEdge[] {
  const index = new Map(nodes.map((node, i) => [node.id, i]));
  const end = (row: Row, column: string) => {
    const id = row.cells[sheet.header.indexOf(column)]!;
    const found = index.get(id);
    if (found !== undefined) return found;
    throw badValue(`${sheet.file}: row ${row.line}, column ${column}`, `an id of ${nodesFile}`, id);
  };
  return sheet.rows.map((row) => {
    const [source, target] = [end(row, "source"), end(row, "target")];
    const at = `${sheet.file}: row ${row.line}`;
    if (source === target) throw selfTie(at, nodes[source]!.id);
    return { at, source, target, columns: new Map(sheet.header.map((column, i) => [column, row.cells[i]!])) };
  });
}
