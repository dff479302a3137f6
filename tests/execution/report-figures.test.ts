import { rmSync } from "node:fs";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blank, newEstate } from "../../scenarios/index.ts";
import { type Picture, reportFigures } from "../../src/execution/report/pictures.ts";
import { reportHtml } from "../../src/execution/report/reportHtml.ts";
import { readElements } from "../../src/observe/network/markup.ts";
import { writeSweep } from "./sweep-directory.ts";

let dir = "";
let html = "";
let pictures: Picture[] = [];
beforeAll(async () => {
  dir = writeSweep({
    scenarios: [{ ...blank, name: "R&D <own>" }, newEstate],
    axes: [
      { name: "trust.breachWeight", values: [1, 6] },
      { name: "support.ownersCommittee", values: [true, false] },
    ],
    points: [0, 1].flatMap((a) => [0, 1].map((b) => [0.75 * a, 0.75 * b])),
    ...{ replicates: 2, until: "2015-12-28", measures: ["organizations", "meanTrust"] },
    plan: {
      name: "Trust <and> votes",
      axes: { "trust.breachWeight": [1, 6], "support.ownersCommittee": [true, false] },
    },
  });
  html = await reportHtml(dir, "en");
  pictures = await reportFigures(dir, "en");
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A picture, which must be XML and not merely HTML: other programs read it. */
function rootOf({ file, svg }: Picture) {
  expect(readElements({ name: file, text: svg })[0]!.name).toBe("svg");
  return parseHTML(`<body>${svg}</body>`).document.querySelector("svg")!;
}

describe("the figures of a report as files", () => {
  test("are as many as the page has, each under a name of its own that every system takes", () => {
    expect(pictures).toHaveLength(html.match(/<svg/g)!.length);
    expect(new Set(pictures.map((p) => p.file.toLowerCase())).size).toBe(pictures.length);
    for (const { file } of pictures) expect(file).toMatch(/^(outcomes|course|events)-[\w.-]+\.svg$/);
    expect(pictures.map((p) => p.file)).toContain("course-meanTrust-new-estate.svg");
  });

  test("stand for themselves: white, with colors written out, a title and a note", () => {
    for (const own of pictures) {
      const [root, { svg }] = [rootOf(own), own];
      expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" width="')).toBe(true);
      expect(svg).not.toMatch(/var\(|NaN|undefined|<script|href=|url\(/);
      const [ground] = root.querySelectorAll("rect");
      expect(ground!.getAttribute("fill")).toBe("#ffffff");
      expect([...root.querySelectorAll("text")].map((t) => t.textContent).join(" ").length).toBeGreaterThan(80);
      expect(root.getAttribute("font-family")).toContain("Noto Sans CJK SC");
    }
  });

  test("keep what they hold within their edges", () => {
    for (const own of pictures) {
      const root = rootOf(own);
      const [width, height] = ["width", "height"].map((name) => Number(root.getAttribute(name)));
      const plot = root.querySelector("svg")!;
      const [x, y, w, h] = ["x", "y", "width", "height"].map((name) => Number(plot.getAttribute(name)));
      expect(x! + w!).toBeLessThanOrEqual(width!);
      expect(y! + h!).toBeLessThanOrEqual(height!);
      for (const text of [...root.querySelectorAll("text")].filter((t) => !plot.contains(t)))
        expect(Number(text.getAttribute("y"))).toBeLessThan(height!);
    }
  });

  test("name their lines where there are several", () => {
    const svg = pictures.find((p) => p.file === "course-meanTrust-new-estate.svg")!.svg;
    for (const name of ["weight of a breach 1", "weight of a breach 6"]) expect(svg).toContain(name);
  });

  test("in Chinese are the same files, with Chinese texts", async () => {
    const chinese = await reportFigures(dir, "zh");
    expect(chinese.map((p) => p.file)).toEqual(pictures.map((p) => p.file));
    for (const own of chinese) expect(rootOf(own).querySelector("title")!.textContent).toMatch(/[\u4e00-\u9fff]/);
  });

  test("are of the measures that are asked for", async () => {
    const own = await reportFigures(dir, "en", { measures: ["meanTrust"] });
    expect(own.filter((p) => p.file.startsWith("outcomes")).map((p) => p.file.split("-")[1])).toEqual([
      ...["meanTrust", "meanTrust"],
    ]);
  });
});
