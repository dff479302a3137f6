/** Names of files: what they hold, and under which seed. */

/** A seed may be any text: what a file system would not take becomes a dash. */
export function fileName(what: string, seed: string, ending: string): string {
  const plain = seed.replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 40);
  return `linli-${what}-seed-${plain}.${ending}`;
}
