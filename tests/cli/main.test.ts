import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const shell = (line: string) =>
  promisify(execFile)("bash", [
    "-c",
    `set -o pipefail; linli() { "${process.execPath}" --import tsx "${program}" "$@"; }; ${line}`,
  ]);

test("the program writes results to one stream, errors to the other, and gives its exit code", async () => {
  const { stdout, stderr } = await shell("linli --version");
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(stderr).toBe("");
  await expect(shell("linli run nowhere")).rejects.toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(/^error: unknown scenario[^\n]+\n$/),
  });
});

test("a reader that closes the pipe ends the program quietly", async () => {
  const { stdout, stderr } = await shell("linli list --json | head -c 20");
  expect(stdout).toHaveLength(20);
  expect(stderr).toBe("");
});
