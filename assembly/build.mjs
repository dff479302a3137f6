// Compiles the kernel and writes it as text into src/model/compiledCode.ts; run after a change in this folder.
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import compiler from "assemblyscript/asc";

const here = fileURLToPath(new URL(".", import.meta.url));
const target = process.argv[2] ?? join(here, "../src/model/compiledCode.ts");
const out = join(tmpdir(), `linli-kernel-${process.pid}.wasm`);
const options = "-O3 --runtime stub --noAssert --enable simd --importMemory --initialMemory 1";
const { error, stderr } = await compiler.main([
  join(here, "index.ts"),
  ...options.split(" "),
  "--maximumMemory",
  "65536",
  "--outFile",
  out,
]);
if (error) {
  console.error(stderr.toString());
  process.exit(1);
}
const code = readFileSync(out).toString("base64");
writeFileSync(
  target,
  `/** The WebAssembly kernel, in base64: made of the sources in \`assembly\` by its \`npm run build\`. */\nexport const CODE =\n  "${code}";\n`,
);
console.log(`${target}: ${Math.round(code.length / 1.024 / 1000)} KiB`);
