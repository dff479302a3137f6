import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LINLI } from "../../src/observe/command.ts";
import { blocksOf } from "./blocks.ts";
import { root } from "./sweep-example.ts";

const TOP = 20; // lines that a reader has seen before the first command
const pages = readdirSync(join(root, "docs"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ name, text: readFileSync(join(root, "docs", name), "utf8") }));
const bare = pages.filter((page) => blocksOf(page).some((b) => b.language === "sh" && /^linli /m.test(b.code)));

test("there are pages that shorten the command", () => {
  expect(bare.length).toBeGreaterThan(20);
});

test.each(bare)("$name says at its top how the command is written", ({ name, text }) => {
  const top = text.split("\n").slice(0, TOP).join(" ");
  expect(top).toContain(`\`${LINLI}\``);
  expect(top).toContain(name.endsWith(".zh.md") ? "写作" : "writ");
});
