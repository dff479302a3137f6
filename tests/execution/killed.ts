/** The process that the kill test kills: `killed.js DIR THREADS`. It says when it begins, and whether it has ended. */
import { runSweep } from "../../src/execution/run.ts";
import { tiny } from "./tiny.ts";

const [, , dir, threads] = process.argv;
const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
void tiny({ replicates: 9 }).then(async (sweep) => {
  let begun = false;
  const onProgress = () => {
    if (!begun) process.stdout.write("begun\n");
    begun = true;
  };
  const { complete } = await runSweep(sweep, { dir: dir!, threads: Number(threads), signal: stop.signal, onProgress });
  process.exit(complete ? 0 : 130);
});
