/** A start graph from the texts of its files, whatever their format. */
import { InputError } from "../../kernel/check.ts";
import type { Network } from "../../model/network.ts";
import { networkFromCsv } from "./csv.ts";
import { networkFromGexf } from "./gexf.ts";
import { networkFromGraphml } from "./graphml.ts";
import type { NetworkOptions, TextFile } from "./select.ts";

/**
 * The network of one `.graphml` or `.gexf` file, or of a nodes and an edges file in CSV (told apart by their names).
 *
 * @throws InputError if the files are neither, or as the reader of their format does.
 */
export function readNetwork(files: readonly TextFile[], options: NetworkOptions = {}): Network {
  const [first] = files;
  const named = (part: RegExp) => files.find((file) => part.test(file.name.toLowerCase()));
  if (files.length === 1 && named(/\.(graphml|xml)$/)) return networkFromGraphml(first!, options);
  if (files.length === 1 && named(/\.gexf$/)) return networkFromGexf(first!, options);
  const [nodes, edges] = [named(/nodes[^/\\]*\.csv$/), named(/edges[^/\\]*\.csv$/)];
  if (nodes && edges && files.length === 2) return networkFromCsv(nodes, edges, options);
  const got = files.map((file) => file.name).join(", ") || "no file";
  throw new InputError(`network: expected nodes.csv and edges.csv, or one .graphml or .gexf file; got ${got}`);
}
