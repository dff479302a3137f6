// Milliseconds from the start of the process to the end of the first week of the new estate, in built code.
import { newEstate } from "../dist/scenarios/index.js";
import { simulate } from "../dist/src/index.js";

simulate(newEstate, { seed: 1 }).step();
console.log(performance.now());
