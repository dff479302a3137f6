// Makes a finished calibration the one that is shipped: scenarios/posterior.ts, the defaults of parameters in their
// mechanisms, and the values of contexts that have a prior. For whoever calibrates anew:
//
//   npx linli calibrate --out DIR && node --import tsx dev/posterior.ts DIR
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPosterior } from "../src/execution/calibration/calibrate.ts";

const dir = process.argv[2];
if (dir === undefined) throw new Error("usage: node --import tsx dev/posterior.ts DIR");
const root = join(import.meta.dirname, "..");
const { generations, chosen, check, plan } = readPosterior(dir);
const table = readFileSync(join(dir, "posterior.csv"), "utf8");
/** Files with what is set in them; nothing is written before all has found its place. */
const changed = new Map<string, string>();

/** Sets what `pattern` finds once in a file. */
function set(file: string, pattern: RegExp, value: unknown): void {
  const text = changed.get(file) ?? readFileSync(file, "utf8");
  if (text.match(new RegExp(pattern, "g"))?.length !== 1) throw new Error(`${file}: expected one place of ${pattern}`);
  writeFileSync(
    file,
    text.replace(pattern, (_, before: string) => `${before}${value}`),
  );
}

const mechanisms = join(root, "src", "model", "mechanisms");
const files = new Map(
  readdirSync(mechanisms).map((name) => [
    /name: "(\w+)"/.exec(readFileSync(join(mechanisms, name), "utf8"))?.[1],
    name,
  ]),
);
for (const [name, value] of Object.entries(chosen.point.values)) {
  const [mechanism, parameter] = name.split(".") as [string, string];
  set(join(mechanisms, files.get(mechanism)!), new RegExp(`(\\n    ${parameter}: \\w+\\(\\s*)-?[\\d.]+`), value);
}
for (const scenario of plan.scenarios)
  for (const [name, value] of Object.entries(chosen.point.arms?.[scenario] ?? {})) {
    const field = name.split(".")[1]!;
    set(join(root, "scenarios", `${scenario}.ts`), new RegExp(`((?:\\{ |, |\\n {6})${field}: )-?[\\d.]+`), value);
  }
for (const [file, text] of changed) writeFileSync(file, text);
writeFileSync(
  join(root, "scenarios", "posterior.ts"),
  `/** Made by \`linli calibrate\` and dev/posterior.ts; not to be changed by hand. */
import type { ShippedPosterior } from "../src/experiments/calibration/posterior.ts";

export const posterior: ShippedPosterior = ${JSON.stringify({ generations, point: chosen.point, check }, null, 2).slice(0, -2)},
  table: \`
${table.replaceAll("\r", "")}\`,
};
`,
);
