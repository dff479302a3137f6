import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { complaintsOf, type Golden, type Hashes, releasesOf, renewed, resultsLine, SECTIONS } from "./changelog.ts";

const text = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const releases = releasesOf(text("CHANGELOG.md"));

describe("the changelog", () => {
  test("tells of each version what changes results, the interface, and what was mended", () => {
    expect(releases.length).toBeGreaterThan(4);
    for (const { version, sections } of releases) {
      expect([...sections.keys()], version).toEqual(SECTIONS);
      for (const [title, body] of sections) expect(body, `${version}, ${title}`).toMatch(/^(- |None\.$)/);
    }
  });

  test("has the newest version first and none twice", () => {
    const rank = (version: string) => version.split(".").reduce((sum, part) => sum * 1000 + Number(part), 0);
    const ranks = releases.filter((r) => r.version !== "Unreleased").map((r) => rank(r.version));
    expect(ranks).toEqual([...new Set(ranks)].toSorted((a, b) => b - a));
  });
});

describe("results change only with a version", () => {
  const old: Hashes = { here: { "2015-01-05": "aaaa" } };
  const now: Hashes = { here: { "2015-01-05": "bbbb" } };
  const golden: Golden = { version: "1.0.0", hashes: old };
  const entry = (version: string, results: string) => `## ${version}\n\n### Changes to results\n\n- ${results}\n`;
  const before = entry("1.0.0", resultsLine(old));
  const after = entry("1.1.0", resultsLine(now)) + before;
  const changed: Golden = { version: "1.1.0", hashes: now };

  test("nothing is wrong while they stay, also through a version that leaves them alone", () => {
    expect(complaintsOf(golden, old, "1.0.0", before)).toEqual([]);
    expect(complaintsOf(golden, old, "1.0.1", entry("1.0.1", "None.") + before)).toEqual([]);
  });

  test("nothing is wrong when a version says that they change", () => {
    expect(complaintsOf(changed, now, "1.1.0", after)).toEqual([]);
  });

  test.each([
    ["the program alone", golden, "1.0.0", before],
    ["the hashes too", { ...golden, hashes: now }, "1.0.0", before],
    [
      "the changelog without a version",
      { ...golden, hashes: now },
      "1.0.0",
      entry("Unreleased", resultsLine(now)) + before,
    ],
    ["a version without the changelog", changed, "1.1.0", before],
    ["a version whose entry is silent", changed, "1.1.0", entry("1.1.0", "None.") + before],
    ["the changelog without package.json", changed, "1.0.0", after],
  ] as const)("a change of %s is caught", (_, kept, version, changelog) => {
    expect(complaintsOf(kept, now, version, changelog).length).toBeGreaterThan(0);
  });

  test("hashes are not renewed under the version that they have", () => {
    expect(() => renewed(golden, now, "1.0.0")).toThrow("expected a version after 1.0.0");
    expect(renewed(golden, now, "1.1.0")).toEqual(changed);
    expect(renewed(golden, old, "1.1.0")).toEqual(golden);
  });
});
