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
  const lists = ["At run time, put into the build:", "Optional, and asked for", "To build and test:"].map(namesUnder);

  test("has every one with its reason, once, and no other", () => {
    const { dependencies, optionalDependencies, devDependencies } = manifest;
    const all = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
    expect(lists.flat().toSorted()).toEqual(all.toSorted());
  });

  test("tells those that are optional apart", () => {
    expect(lists[1]).toEqual(Object.keys(manifest.optionalDependencies));
  });
});
