/** A cluster of one machine, with its own ports, folders and key: slurmctld, slurmd and munged, gone at the end. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import { type Product, type Running, type StartOptions, until } from "./faults/product.ts";
import { type Need, runs } from "./faults/programs.ts";

const isRoot = process.getuid?.() === 0;

export const SLURM: Need = {
  met: isRoot && ["slurmctld", "slurmd", "munged"].every((program) => runs(program, "-V")),
  name: "root, slurmctld, slurmd and munged",
};

const host = hostname().split(".")[0]!;

export class Cluster {
  readonly #product: Product;
  readonly #folder: string;
  /** What the programs of Slurm are told. */
  readonly env: NodeJS.ProcessEnv;
  #controller: Running | undefined;
  #node: Running | undefined;

  private constructor(product: Product) {
    this.#product = product;
    this.#folder = mkdtempSync(join(product.folder, "slurm-"));
    this.env = { SLURM_CONF: join(this.#folder, "slurm.conf") };
  }

  /** Starts it; `cores` are what Slurm believes, whatever the machine has. */
  static async start(product: Product, cores = 2): Promise<Cluster> {
    const cluster = new Cluster(product);
    product.atEnd(() => cluster.#sweepUp());
    await cluster.#configure(cores);
    await cluster.startController();
    await cluster.startNode();
    return cluster;
  }

  async #configure(cores: number): Promise<void> {
    const at = (name: string) => join(this.#folder, name);
    for (const name of ["state", "spool"]) mkdirSync(at(name));
    writeFileSync(at("munge.key"), randomBytes(1024), { mode: 0o400 });
    const [controller, node] = await freePorts(2);
    const settings = {
      ...{ ClusterName: "linli", SlurmctldHost: `${host}(127.0.0.1)`, SlurmctldPort: controller, SlurmdPort: node },
      ...{ AuthType: "auth/munge", CredType: "cred/munge", AuthInfo: `socket=${at("munge.socket")}` },
      ...{ SlurmUser: "root", SlurmdUser: "root", StateSaveLocation: at("state"), SlurmdSpoolDir: at("spool") },
      ...{ SlurmctldPidFile: at("controller.pid"), SlurmdPidFile: at("node.pid") },
      ...{ SlurmctldLogFile: at("controller.log"), SlurmdLogFile: at("node.log") },
      ...{ ProctrackType: "proctrack/linuxproc", TaskPlugin: "task/none", MpiDefault: "none" },
      ...{ JobAcctGatherType: "jobacct_gather/none", AccountingStorageType: "accounting_storage/none" },
      ...{ SelectType: "select/cons_tres", SelectTypeParameters: "CR_Core", SlurmdParameters: "config_overrides" },
      ...{ SchedulerParameters: "batch_sched_delay=0,sched_interval=1", ReturnToService: 2 },
      ...{ SlurmdTimeout: 5, SlurmctldTimeout: 5, KillWait: 1, OverTimeLimit: 0 },
      ...{ PreemptType: "preempt/partition_prio", PreemptMode: "REQUEUE" },
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
    const common = `Nodes=${host} MaxTime=INFINITE State=UP`;
    lines.push(
      `NodeName=${host} NodeAddr=127.0.0.1 CPUs=${cores} RealMemory=1000 State=UNKNOWN`,
      `PartitionName=main Default=YES PriorityTier=1 PreemptMode=REQUEUE ${common}`,
      `PartitionName=spot Default=NO PriorityTier=1 PreemptMode=CANCEL ${common}`,
      `PartitionName=urgent Default=NO PriorityTier=9 PreemptMode=OFF ${common}`,
    );
    writeFileSync(this.env.SLURM_CONF!, `${lines.join("\n")}\n`);
    const munge = { "key-file": "munge.key", socket: "munge.socket", "pid-file": "munge.pid", "log-file": "munge.log" };
    const flags = Object.entries({ ...munge, "seed-file": "munge.seed" }).map(
      ([name, file]) => `--${name}=${at(file)}`,
    );
    const keeper = this.#product.program(["munged", "-F", "--force", ...flags]);
    await until("munged answers", () => keeper.isOver || readdirSync(this.#folder).includes("munge.socket"));
    if (keeper.isOver) throw new Error(`munged ended: ${keeper.err}`);
  }

  /** Starts the controller: afresh the first time, then with what it had saved. */
  async startController(): Promise<void> {
    const fresh = this.#controller === undefined ? ["-c"] : [];
    this.#controller = this.#product.program(["slurmctld", "-D", ...fresh], this.env);
    await until("slurmctld answers", async () => (await this.ask("scontrol", "ping")).includes("UP"));
  }

  async startNode(): Promise<void> {
    this.#node = this.#product.program(["slurmd", "-D", "-N", host], this.env);
    await until("the node is up", async () =>
      /^(idle|mixed|allocated|completing)$/m.test(await this.ask("sinfo", "-h", "-o", "%T")),
    );
  }

  killController = () => this.#controller!.kill();
  /** Kills slurmd, with or without what it runs. */
  async killNode({ jobs }: { readonly jobs: boolean }): Promise<void> {
    await this.#node!.kill();
    if (jobs) for (const pid of this.#processes(/slurmstepd|slurm.task/)) kill(pid);
  }

  /**
   * What an administrator does after a failure: a controller that was killed may take its own jobs for doubles and drain
   * the node, or hold them. And a job whose node failed need not wait for the two minutes that Slurm gives it.
   */
  async repair(): Promise<void> {
    if (/drain|down/.test(await this.ask("sinfo", "-h", "-o", "%T")))
      await this.ask("scontrol", "update", `NodeName=${host}`, "State=RESUME");
    for (const line of (await this.ask("squeue", "-h", "-r", "-t", "PENDING", "-o", "%A %r")).split("\n")) {
      const [job, ...reason] = line.split(" ");
      if (reason.join(" ") === "BeginTime") await this.ask("scontrol", "update", `JobId=${job}`, "StartTime=now");
      if (reason.includes("held")) await this.ask("scontrol", "release", job!);
    }
  }

  /** What a program of Slurm prints. */
  async ask(...argv: string[]): Promise<string> {
    return (await this.#product.program(argv, this.env).ended).out.trim();
  }

  /** Starts `linli` as on a login node. */
  linli(argv: readonly string[], options: StartOptions = {}): Running {
    return this.#product.start(argv, { ...options, env: { ...this.env, ...options.env } });
  }

  /** Processes of tasks that make runs. */
  tasks(): number[] {
    return this.#processes(/slurm\/task/);
  }

  /** Kills them, or stops them where they are; returns how many. */
  killTasks(signal: NodeJS.Signals = "SIGKILL"): number {
    const pids = this.tasks();
    for (const pid of pids) kill(pid, signal);
    return pids.length;
  }

  /** Processes that this cluster has started, whatever became of their parents. */
  #processes(named: RegExp): number[] {
    const own = `SLURM_CONF=${this.env.SLURM_CONF}`;
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => pid !== process.pid && fileOf(pid, "environ").split("\0").includes(own))
      .filter((pid) => named.test(fileOf(pid, "cmdline").replaceAll("\0", " ")));
  }

  #sweepUp(): void {
    for (let round = 0; round < 3; round++) for (const pid of this.#processes(/./)) kill(pid);
  }
}

function fileOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return ""; // it has ended
  }
}

function kill(pid: number, signal: NodeJS.Signals = "SIGKILL"): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it has ended
  }
}

/** Held all at once, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}
