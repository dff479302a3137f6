/** `--network PATH`: a folder with nodes.csv and edges.csv, or one GraphML or GEXF file. */
import { existsSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { readText } from "../execution/modules.ts";
import { InputError } from "../kernel/check.ts";
import type { Network } from "../model/network.ts";
import { readNetwork } from "../observe/network/read.ts";
import type { NetworkOptions, TextFile } from "../observe/network/select.ts";
import { splitPair } from "./values.ts";

export interface NetworkFlags {
  readonly network?: string;
  readonly layer?: string;
  readonly wave?: string;
  /** Each `column=value`. */
  readonly where?: readonly string[];
}

const PARTS = ["nodes.csv", "edges.csv"];

/**
 * The network of a command; undefined if it asks for none.
 *
 * @throws InputError naming the file, row and column of what cannot be used, or the file that is missing.
 */
export function networkOf(flags: NetworkFlags): Network | undefined {
  const { network: path, layer, wave, where } = flags;
  if (path === undefined) {
    const lone = (["layer", "wave", "where"] as const).find((key) => flags[key] !== undefined);
    if (lone) throw new InputError(`--${lone} chooses in a network: expected --network PATH beside it; got none`);
    return undefined;
  }
  const options: NetworkOptions = {
    name: basename(resolve(path)),
    ...(layer === undefined ? {} : { layer }),
    ...(wave === undefined ? {} : { wave }),
    ...(where === undefined ? {} : { where: Object.fromEntries(where.map((w) => splitPair(w, "--where"))) }),
  };
  return readNetwork(filesOf(path), options);
}

function filesOf(path: string): TextFile[] {
  if (!existsSync(path)) throw new InputError(`network ${path}: expected a folder or a file; there is none`);
  if (!statSync(path).isDirectory()) return [{ name: basename(path), text: readText(path, path) }];
  const missing = PARTS.filter((part) => !existsSync(join(path, part)));
  if (missing.length > 0)
    throw new InputError(`network ${path}: expected ${PARTS.join(" and ")}; ${missing.join(" and ")} missing`);
  return PARTS.map((name) => ({ name, text: readText(join(path, name), join(path, name)) }));
}
