import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { WORKS } from "../../src/execution/odd/references.ts";

const text = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const manifest = JSON.parse(text("package.json"));
const citation = parse(text("CITATION.cff"));
const codemeta = JSON.parse(text("codemeta.json"));

/** Terms of the CodeMeta context, 2.0 and 3.0, whose values are text or objects; and `license`, an address. */
const TERMS = [
  ...["@context", "@type", "@id", "SoftwareSourceCode", "Organization", "Person", "name", "description", "version"],
  ...["license", "author", "programmingLanguage", "runtimePlatform", "keywords", "referencePublication"],
  ...["datePublished", "givenName", "familyName"],
];

interface Person {
  readonly "family-names": string;
  readonly "given-names": string;
  readonly alias: string;
}

describe("how the software is cited", () => {
  test("CITATION.cff has what its format asks for", () => {
    expect([citation["cff-version"], citation.type]).toEqual(["1.2.0", "software"]);
    for (const key of ["message", "title", "authors"]) expect(citation[key].length, key).toBeGreaterThan(0);
    const known = "cff-version message type title version abstract authors license keywords references".split(" ");
    expect(Object.keys(citation).filter((key) => !known.includes(key))).toEqual([]);
  });

  test("codemeta.json has keys and types that its context knows, and the others with their vocabulary", () => {
    const objects: Record<string, unknown>[] = [];
    JSON.parse(text("codemeta.json"), (_key, value) => {
      if (typeof value === "object" && !Array.isArray(value)) objects.push(value);
      return value;
    });
    const names = objects.flatMap((one) => [...Object.keys(one), String(one["@type"])]);
    expect(names.filter((name) => !TERMS.includes(name) && !/^schema:[a-zA-Z]+$/.test(name))).toEqual([]);
    // their values are taken for addresses
    const links = objects.flatMap((one) => [one.license, one["@id"]]).filter((link) => link !== undefined);
    expect(links.length).toBe(2);
    for (const link of links) expect(link).toMatch(/^https:\/\//);
  });

  test("package.json, CITATION.cff and codemeta.json tell of the same software", () => {
    expect(String(citation.version)).toBe(manifest.version);
    expect(codemeta.version).toBe(manifest.version);
    expect(citation.license).toBe(manifest.license);
    expect(codemeta.license).toBe(`https://spdx.org/licenses/${manifest.license}`);
    expect(citation.keywords).toEqual(manifest.keywords);
    expect(codemeta.keywords).toEqual(manifest.keywords);
    expect(codemeta.description).toBe(manifest.description);
    expect(citation.title).toContain(codemeta.name);
    expect(codemeta["schema:identifier"]).toBe(manifest.name);
    expect(codemeta.runtimePlatform).toBe(`Node.js ${manifest.engines.node}`);
  });

  test("its authors are those of the license", () => {
    const holder = /^Copyright \(c\) \d+ (.+)$/m.exec(text("LICENSE"))![1];
    expect(citation.authors).toEqual([{ name: holder }]);
    expect(codemeta.author).toEqual([{ "@type": "Organization", name: holder }]);
  });

  test("the field study is the same in both, and in the references of the ODD document", () => {
    const [study] = citation.references;
    const [paper] = codemeta.referencePublication;
    expect(paper["@id"]).toBe(`https://doi.org/${study.doi}`);
    expect(paper.name).toBe(study.title);
    expect(paper.datePublished).toBe(String(study.year));
    const names = (study.authors as Person[]).map((p) => [p["family-names"], p["given-names"], p.alias]);
    expect(
      paper.author.map((p: Record<string, string>) => [p.familyName, p.givenName, p["schema:alternateName"]]),
    ).toEqual(names);
    const entry = WORKS.find((line) => line.includes(study.doi))!;
    for (const part of [study.title, study.journal, `${study.volume}(${study.issue})`]) expect(entry).toContain(part);
    for (const [, , alias] of names) expect(entry).toContain(alias);
  });
});
