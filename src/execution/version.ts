/** The version of the package, from its own package.json. */
import { existsSync, readFileSync } from "node:fs";

/** package.json lies two folders up from the sources and three from the build. */
const FILES = ["../../package.json", "../../../package.json"].map((path) => new URL(path, import.meta.url));

export const VERSION: string = JSON.parse(readFileSync(FILES.find((file) => existsSync(file))!, "utf8")).version;
