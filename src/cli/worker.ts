/** A thread that runs jobs one after another. */
import { parentPort } from "node:worker_threads";
import { Arena } from "../kernel/arena.ts";
import { type Job, runJob } from "./replicate.ts";

const memory = new Arena();
parentPort?.on("message", (job: Job) => {
  parentPort?.postMessage(runJob(job, memory));
});
