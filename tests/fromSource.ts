/** What Node is told to run a script, or the command line, with the sources in the place of the built package. */
export const FROM_SOURCE = ["--import", import.meta.resolve("tsx"), "--conditions=linli-source"];
