/** A thread that runs jobs one after another. */
import { parentPort } from "node:worker_threads";
import { Arena } from "../kernel/arena.ts";
import { runJob } from "./replicate.ts";
import { received, type SentJob } from "./sent.ts";

const memory = new Arena();
parentPort?.on("message", async (given: SentJob) => {
  parentPort?.postMessage(runJob(await received(given), memory));
});
