#!/usr/bin/env node
/** The program `linli`. */
import { processTerminal } from "./output.ts";
import { main } from "./program.ts";

// A reader that has seen enough (head, less) closes the pipe; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

process.exitCode = await main(process.argv.slice(2), processTerminal(process.env), process.env);
