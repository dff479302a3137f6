import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const text = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const manifest = JSON.parse(text("package.json"));
const page = text("CONTRIBUTING.md");
const section = page.slice(page.indexOf("## Dependencies"), page.indexOf("## Before you send it"));

/** Names of the items under a line that ends with a colon. */
function namesUnder(line: string): string[] {
  const rest = section.slice(section.indexOf(`\n${line}`) + 1);
  const list = rest.split("\n\n")[1]!;
  const items = list.match(/^- (`[^`]+`(?:, `[^`]+`)*): \S.{3,}$/gm) ?? [];
  return items.flatMap((item) => [...item.split(": ")[0]!.matchAll(/`([^`]+)`/g)].map((found) => found[1]!));
}

describe("the list of dependencies", () => {
  test.each([
    ["At run time:", "dependencies"],
    ["Optional, and asked for", "optionalDependencies"],
    ["To build and test:", "devDependencies"],
  ])("%s has every one with its reason, and no other", (line, key) => {
    expect(namesUnder(line)).toEqual(Object.keys(manifest[key]));
  });
});
