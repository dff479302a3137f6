/**
 * Attributes as GEXF has them. Those that say how a node or an edge looks stand there for Gephi, where they can, and among
 * the others all the same: a column of households named `size` is read again, and an empty one is no look.
 */
import type { Attributes } from "../socialGraph.ts";

const COLOR = /^\s*(?:#(?:[\da-f]{3}){1,2}|rgba?\(\s*\d+\s*,\s*\d+\s*,\s*\d+\s*(?:,\s*[\d.]+\s*)?\))\s*$/i;
const SHAPES = ["disc", "square", "triangle", "diamond", "image"];
const isNumber = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value);

export function formatNode(_key: string, { label, ...attributes }: Attributes): object {
  return { label, viz: looksOf(attributes), attributes };
}

export function formatEdge(_key: string, { label, weight, kind, ...attributes }: Attributes): object {
  return { label, weight, kind, viz: looksOf(attributes), attributes };
}

function looksOf({ color, size, thickness, shape, x, y, z }: Attributes): object {
  return {
    ...(typeof color === "string" && COLOR.test(color) ? { color } : {}),
    ...(isNumber(size) ? { size } : {}),
    ...(isNumber(thickness) ? { thickness } : {}),
    ...(typeof shape === "string" && SHAPES.includes(shape) ? { shape } : {}),
    ...(isNumber(x) && isNumber(y) ? { x, y, ...(isNumber(z) ? { z } : {}) } : {}),
  };
}
