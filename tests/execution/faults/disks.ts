/** Small disks, on which there is soon no room. */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Product } from "./product.ts";

export interface Disk {
  /** A folder to make on it. */
  readonly dir: string;
  grow(kilobytes: number): void;
}

/** A disk of so many kilobytes; gone with the product. */
export function disk(product: Product, kilobytes: number): Disk {
  const place = join(product.folder, `disk-${kilobytes}`);
  mkdirSync(place);
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", place]);
  product.atEnd(() => void execFileSync("umount", ["--lazy", place]));
  const grow = (to: number) => void execFileSync("mount", ["-o", `remount,size=${to}k`, place]);
  return { dir: join(place, "results"), grow };
}
