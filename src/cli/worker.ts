/** A thread that runs jobs one after another. */
import { parentPort } from "node:worker_threads";
import { type Job, runJob } from "./replicate.ts";

parentPort?.on("message", (job: Job) => {
  parentPort?.postMessage(runJob(job));
});
