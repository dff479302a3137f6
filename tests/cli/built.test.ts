import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { linli } from "./terminal.ts";

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const node = (...argv: string[]) => execFileSync(process.execPath, argv, { encoding: "utf8" });

beforeAll(() => {
  node(file("dev/build.mjs"));
});

test("built code, which spreads replicates over threads, prints the same bytes as the source, which does not", async () => {
  const argv = ["run", "new-estate", "--replicates", "5", "--until", "2015-06-29", "--json", "--series"];
  expect(node(file("dist/src/cli/main.js"), ...argv)).toBe((await linli(...argv)).out);
});
