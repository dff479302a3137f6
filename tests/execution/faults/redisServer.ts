/** A Redis server of a test's own, which keeps what it is told in an append-only file. */
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { type Product, type Running, until } from "./product.ts";

export interface ServerOptions {
  /** Words before the command, such as those that enter a namespace. */
  readonly before?: readonly string[];
  /** Address that it listens at. */
  readonly host?: string;
  readonly password?: string;
  /** Whether it listens without TLS; else with it. */
  readonly plain?: boolean;
  /** More of its options, by their names. */
  readonly more?: Readonly<Record<string, string | readonly string[]>>;
}

export class RedisServer {
  readonly port: number;
  readonly #product: Product;
  readonly #options: ServerOptions;
  #dir = "";
  #running: Running | undefined;

  private constructor(product: Product, port: number, options: ServerOptions) {
    this.port = port;
    this.#product = product;
    this.#options = options;
  }

  static async start(product: Product, options: ServerOptions = {}): Promise<RedisServer> {
    const server = new RedisServer(product, await freePort(), options);
    await server.start();
    return server;
  }

  get url(): string {
    const { host = "127.0.0.1", password } = this.#options;
    return `redis://${password ? `:${password}@` : ""}${host}:${this.port}`;
  }

  /** Starts it, or starts it again with what it holds, unless that is lost. */
  async start({ empty = this.#dir === "" } = {}): Promise<void> {
    if (empty) this.#dir = mkdtempSync(join(this.#product.folder, "redis-"));
    const { before = [], host = "127.0.0.1", password, more: own, plain = true } = this.#options;
    const port = plain ? { port: String(this.port) } : { port: "0", "tls-port": String(this.port) };
    const flags = { ...port, bind: host, dir: this.#dir, save: "", appendonly: "yes" };
    const more = { "maxmemory-policy": "noeviction", ...(password ? { requirepass: password } : {}), ...own };
    const argv = Object.entries({ ...flags, ...more }).flatMap(([name, value]) => [`--${name}`, ...[value].flat()]);
    const running = this.#product.program([...before, "redis-server", ...argv]);
    this.#running = running;
    await until("redis answers", () => running.isOver || running.out.includes("Ready to accept connections"));
    if (running.isOver) throw new Error(`redis-server ended: ${running.out}`);
  }

  kill(): Promise<void> {
    return this.#running!.kill();
  }

  /** Number of keys that it holds. */
  async keys(): Promise<number> {
    return Number((await this.ask("dbsize"))[0]);
  }

  /** The lines that it answers a command with. */
  async ask(...command: string[]): Promise<string[]> {
    const { before = [], host = "127.0.0.1", password } = this.#options;
    const login = password ? ["--no-auth-warning", "-a", password] : [];
    const argv = [...before, "redis-cli", "-h", host, "-p", String(this.port), ...login, ...command];
    return (await this.#product.program(argv).ended).out.split("\n").filter((line) => line !== "");
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
