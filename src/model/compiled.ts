/**
 * Hot rules as WebAssembly (sources: `assembly/`): the same bits as the mechanisms' own loops, which stay the reference
 * and serve wherever arrays do not lie in a linear memory.
 */
import type { LinearMemory } from "../kernel/arena.ts";
import { CODE } from "./compiledCode.ts";

/** The kernel. Arrays are passed by `byteOffset`; offsets and stride count items. */
export interface Compiled {
  /** Whether all these arrays lie in its memory. */
  reaches(...arrays: readonly ArrayBufferView[]): boolean;
  exchange(...values: number[]): void;
  trust(...values: number[]): void;
  helpChance(...values: number[]): number;
  fillUniform(out: number, count: number, key: number, tick: number, a: number, b: number): void;
}

interface Engine {
  Module: new (code: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

/** The kernel's code, compiled once for all runs of a process; null: this engine cannot. */
let module: object | null | undefined;

function compile(engine: Engine | undefined): object | null {
  if (!engine) return null;
  try {
    return new engine.Module(Uint8Array.from(atob(CODE), (c) => c.charCodeAt(0)));
  } catch {
    return null; // an engine without vector instructions
  }
}

/** The kernel at work in a memory, or null where there is none. */
export function compiledIn(memory: LinearMemory | null): Compiled | null {
  if (memory === null) return null;
  const { WebAssembly } = globalThis as unknown as { WebAssembly?: Engine };
  if (module === undefined) module = compile(WebAssembly);
  if (module === null) return null;
  const { exports } = new WebAssembly!.Instance(module, { env: { memory } });
  const reaches: Compiled["reaches"] = (...arrays) => arrays.every((array) => array.buffer === memory.buffer);
  return { ...(exports as Omit<Compiled, "reaches">), reaches };
}
