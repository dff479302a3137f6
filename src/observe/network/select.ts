/** What the file formats share: the choice of layer and wave, and arcs from rows. */
import { format, InputError, unknownName } from "../../kernel/check.ts";
import type { Arc, Network, NetworkNode } from "../../model/network.ts";
import { NO_XML } from "../escaped.ts";
import type { RawEdge } from "./rawEdge.ts";
import { twoMode } from "./two-mode.ts";

/** A text with the file name that messages give. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

export interface NetworkOptions {
  /** Name of the network; default: the file's. */
  readonly name?: string;
  /** Which layer to take, where the file has several. */
  readonly layer?: string;
  /** Which wave or time to take, where the file has several. */
  readonly wave?: string;
  /** Keeps only edges whose column holds this text, say `{ reported_by_giver: "1" }`. */
  readonly where?: Readonly<Record<string, string>>;
}

/** The error for a value at a place of a file. */
export function badValue(at: string, expected: string, got: string | undefined): InputError {
  return new InputError(`${at}: expected ${expected}; got ${got ? format(got) : "nothing"}`);
}

/**
 * Throws for a text with characters that neither files of networks nor terminals can hold.
 *
 * @param placeOf - Its place, of the first such character.
 */
export function checkCharacters(text: string, placeOf: (index: number) => string): void {
  const control = NO_XML.exec(text);
  if (control) throw badValue(placeOf(control.index), "text without control characters", control[0]);
}

/** The error for an edge from a person to the same person. */
export function selfTie(at: string, id: string): InputError {
  return new InputError(`${at}: expected an edge between two persons; got ${format(id)} twice`);
}

/**
 * The network of the chosen edges, its arcs sorted by source and target, so that the order of rows does not matter.
 *
 * An edge is an arc unless its `directed` column says 0; then it is two. A pair given twice is one arc: its weights add
 * up where the file has weights, and it counts once where it has none.
 */
export function buildNetwork(
  file: string,
  nodes: readonly NetworkNode[],
  edges: readonly RawEdge[],
  options: NetworkOptions,
): Network {
  const chosen = chooseEdges(file, edges, options);
  const name = options.name ?? file;
  return twoMode(name, nodes, chosen) ?? { name, nodes, arcs: arcsOf(nodes.length, chosen), foci: [] };
}

function chooseEdges(file: string, edges: readonly RawEdge[], options: NetworkOptions): readonly RawEdge[] {
  if (edges.length === 0) throw new InputError(`${file}: expected at least one edge; got none`);
  const columns = new Set(edges.flatMap((edge) => [...edge.columns.keys()]));
  let kept = edges;
  for (const [column, value] of Object.entries(options.where ?? {})) {
    if (!columns.has(column)) throw unknownName(`column of ${file}`, column, [...columns]);
    const values = new Set(kept.map((edge) => edge.columns.get(column) ?? ""));
    if (!values.has(value)) throw unknownName(`${column} of ${file}`, value, [...values]);
    kept = kept.filter((edge) => (edge.columns.get(column) ?? "") === value);
  }
  if (columns.has("wave") && columns.has("time")) {
    throw new InputError(`${file}: expected a column "wave" or "time"; got both`);
  }
  kept = chooseIn(file, kept, columns.has("layer") ? "layer" : undefined, options.layer, "layer");
  return chooseIn(
    file,
    kept,
    ["wave", "time"].find((c) => columns.has(c)),
    options.wave,
    "wave",
  );
}

function chooseIn(
  file: string,
  edges: readonly RawEdge[],
  column: string | undefined,
  value: string | undefined,
  option: string,
): readonly RawEdge[] {
  if (column !== undefined) return choose(file, edges, column, value, option);
  if (value === undefined) return edges;
  throw new InputError(`${file}: expected no --${option}, for it has no column of that kind; got ${format(value)}`);
}

function choose(
  file: string,
  edges: readonly RawEdge[],
  column: string,
  value: string | undefined,
  option: string,
): readonly RawEdge[] {
  const known = [...new Set(edges.map((edge) => edge.columns.get(column) || missing(edge, column)))];
  if (value === undefined) {
    if (known.length === 1) return edges;
    throw new InputError(`${file} holds ${known.length} ${column}s: choose one by --${option}; known: ${list(known)}`);
  }
  if (!known.includes(value)) throw unknownName(`${column} of ${file}`, value, known);
  return edges.filter((edge) => edge.columns.get(column) === value);
}

function missing(edge: RawEdge, column: string): never {
  throw badValue(`${edge.at}, column ${column}`, `a ${column}`, undefined);
}

function list(names: readonly string[]): string {
  return names.slice(0, 12).join(", ") + (names.length > 12 ? ", …" : "");
}

function arcsOf(order: number, edges: readonly RawEdge[]): Arc[] {
  const arcs = new Map<number, Arc>();
  for (const edge of edges) {
    const weight = weightOf(edge);
    const add = (source: number, target: number) => {
      const before = edge.columns.has("weight") ? (arcs.get(source * order + target)?.weight ?? 0) : 0;
      const sum = before + weight;
      if (sum === Number.POSITIVE_INFINITY) throw badValue(`${edge.at}, column weight`, "a finite sum", String(sum));
      arcs.set(source * order + target, { source, target, weight: sum });
    };
    add(edge.source, edge.target);
    if (!isDirected(edge)) add(edge.target, edge.source);
  }
  return [...arcs.values()].sort((a, b) => a.source - b.source || a.target - b.target);
}

function weightOf(edge: RawEdge): number {
  const text = edge.columns.get("weight");
  if (text === undefined) return 1;
  const weight = text === "" ? Number.NaN : Number(text);
  if (weight > 0 && weight < Number.POSITIVE_INFINITY) return weight;
  throw badValue(`${edge.at}, column weight`, "a number above 0", text);
}

function isDirected(edge: RawEdge): boolean {
  const text = edge.columns.get("directed") ?? "1";
  if (text === "0" || text === "1") return text === "1";
  throw badValue(`${edge.at}, column directed`, "0 or 1", text);
}
