/** Goes on with a snapshot in a process of its own: prints the date at which it stands and the hash of its end. */
import { readFileSync } from "node:fs";
import { resume } from "../../src/index.ts";

const simulation = resume(readFileSync(process.argv[2]!, "utf8"));
console.log(JSON.stringify([simulation.date, simulation.finish().hash]));
