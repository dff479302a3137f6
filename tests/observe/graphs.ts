/** Small graphs whose measures can be worked out by hand. */
import { type Arcs, arcsFrom, union } from "../../src/observe/arcs.ts";

/** A symmetric form from edges between nodes of one digit: "01 12" ties 0 to 1 and 1 to 2. */
export function undirected(nodes: number, edges: string): Arcs {
  const ends = edges.split(" ");
  return union(
    arcsFrom(
      nodes,
      ends.map((edge) => Number(edge[0])),
      ends.map((edge) => Number(edge[1])),
    ),
  );
}

export const STAR = undirected(5, "01 02 03 04");
export const TRIANGLE = undirected(3, "01 12 02");
/** Two triangles, 0-1-2 and 3-4-5, and a bridge between 2 and 3. */
export const BOW = undirected(6, "01 12 02 34 45 35 23");
/** Krackhardt's kite (1990), numbered as in NetworkX. */
export const KITE = undirected(10, "01 02 03 05 13 14 16 23 25 34 35 36 46 56 57 67 78 89");
export const NOTHING = arcsFrom(0, [], []);
export const ALONE = arcsFrom(3, [], []);

export function rounded(values: ArrayLike<number>, digits = 4): number[] {
  return Array.from(values, (value) => Number(value.toFixed(digits)));
}
