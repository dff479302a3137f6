/** Hosts that are network namespaces: a hub, and others that reach it over a link each, which can be cut. */
import { execFileSync } from "node:child_process";
import type { Product } from "./product.ts";

const ip = (...argv: string[]) => execFileSync("ip", argv, { stdio: "pipe" });

export interface Host {
  /** Address of the hub as it is reached from here. */
  readonly hub: string;
  /** Words that make a command run here. */
  readonly before: readonly string[];
  /** Cuts the link to the hub, or joins it again. */
  link(up: boolean): void;
}

export class Hosts {
  readonly before: readonly string[];
  readonly #name = `linli-${process.pid}`;
  readonly #product: Product;
  #count = 0;

  constructor(product: Product) {
    this.#product = product;
    this.before = this.#make(`${this.#name}-hub`);
  }

  /** A host that reaches the hub and no one else. */
  add(): Host {
    const n = ++this.#count;
    const [hub, name] = [`${this.#name}-hub`, `${this.#name}-${n}`];
    const before = this.#make(name);
    ip("link", "add", `to${n}`, "netns", hub, "type", "veth", "peer", "name", "wire", "netns", name);
    ip("-n", hub, "address", "add", `10.7.${n}.1/24`, "dev", `to${n}`);
    ip("-n", name, "address", "add", `10.7.${n}.2/24`, "dev", "wire");
    const link = (up: boolean) => void ip("-n", hub, "link", "set", `to${n}`, up ? "up" : "down");
    link(true);
    ip("-n", name, "link", "set", "wire", "up");
    return { hub: `10.7.${n}.1`, before, link };
  }

  #make(name: string): readonly string[] {
    ip("netns", "add", name);
    this.#product.atEnd(() => void ip("netns", "delete", name));
    ip("-n", name, "link", "set", "lo", "up");
    return ["ip", "netns", "exec", name];
  }
}
