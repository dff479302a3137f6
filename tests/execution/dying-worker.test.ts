import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { runSweep } from "../../src/execution/run.ts";
import { threads } from "../../src/execution/threads.ts";
import { filesOf, fresh, tableOf, tiny } from "./tiny.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-dying-"));

/** A model whose runs with full independence end their thread: once, or always. */
function deadly(name: string, once: boolean): { model: string; mark: string } {
  const [model, mark] = [join(folder, `${name}.mjs`), join(folder, `${name}.mark`)];
  writeFileSync(
    model,
    `import { existsSync, writeFileSync } from "node:fs";
    const mechanism = {
      name: "deadly", submodel: "7.9.9", title: { en: "Deadly", zh: "致命" }, summary: { en: "It ends.", zh: "它会终止。" },
      source: "assumption", order: "simultaneous", parameters: {}, writes: [],
      bind: ({ context }) => (tick) => {
        if (tick < 5 || context.team.independence < 1 || (${once} && existsSync(${JSON.stringify(mark)}))) return;
        writeFileSync(${JSON.stringify(mark)}, "");
        process.exit(9);
      },
    };
    export default (standard) => standard.insertAfter("efficacy", mechanism);`,
  );
  return { model, mark };
}

test("a run whose worker dies is tried once more", async () => {
  const { model, mark } = deadly("once", true);
  const sweep = await tiny({}, model);
  const dir = fresh();
  expect(await runSweep(sweep, { dir, threads: 2 })).toMatchObject({ complete: true, done: 12, failed: 0 });
  expect(existsSync(mark)).toBe(true);
  const spared = fresh();
  await runSweep(sweep, { dir: spared, threads: 1 });
  expect(filesOf(dir)).toEqual(filesOf(spared));
});

test("a run whose worker dies again is a failed row, and the others finish", async () => {
  const sweep = await tiny({}, deadly("always", false).model);
  const dir = fresh();
  const result = await runSweep(sweep, { dir, threads: 2 });
  expect(result).toMatchObject({ complete: true, done: 12, failed: 4 });
  expect(result.failures.map(({ reason, ms }) => [reason, ms])).toEqual(Array(4).fill(["the worker died", null]));
  const rows = tableOf(join(dir, "runs.csv"));
  for (const row of rows) {
    const failed = row["team.independence"] === "1";
    expect(row).toMatchObject({ scenario: "blank", status: failed ? "failed" : "finished" });
    expect(row.final_meanTrust === "").toBe(failed);
  }
});

test("workers that cannot even begin end the sweep", async () => {
  const worker = pathToFileURL(join(folder, "nothing.mjs"));
  const executor: Parameters<typeof runSweep>[1]["executor"] = (spec) => threads(spec, { threads: 2, worker });
  await expect(runSweep(await tiny(), { dir: fresh(), executor: executor! })).rejects.toThrow(
    /workers died and none has finished a run: Cannot find module .*nothing\.mjs/,
  );
});

test("a module that has changed since the sweep was planned ends it", async () => {
  const { model } = deadly("changed", true);
  const sweep = await tiny({ axes: {} }, model);
  writeFileSync(model, "export default (standard) => standard;");
  await expect(runSweep(sweep, { dir: fresh(), threads: 2 })).rejects.toThrow(
    /changed\.mjs: expected the file as it was when the sweep began/,
  );
});
