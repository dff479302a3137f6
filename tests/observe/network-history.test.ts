import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DOMParser } from "linkedom";
import { afterAll, describe, expect, test } from "vitest";
import { blank } from "../../scenarios/blank.ts";
import { newEstate } from "../../scenarios/new-estate.ts";
import { standardModel } from "../../src/model/community.ts";
import { defineMechanism } from "../../src/model/mechanism.ts";
import { recordNetwork } from "../../src/observe/network/history.ts";
import { historyToGexf } from "../../src/observe/network/historyGexf.ts";
import { simulate } from "../../src/observe/simulation.ts";
import { linli } from "../cli/terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-history-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Residents 1 and 2 leave in week 8 and are back in week 16; the ties between all others live and end as they do. */
const absence = defineMechanism({
  name: "absence",
  submodel: "7.9.9",
  title: { en: "Absence", zh: "外出" },
  summary: { en: "Two go and come back.", zh: "两人离开后返回。" },
  source: "assumption",
  order: "simultaneous",
  parameters: {},
  writes: ["residents.presence"],
  bind({ world }) {
    const { presence } = world.residents.at;
    return (tick) => {
      for (const i of [1, 2]) presence[i] = tick >= 8 && tick < 16 ? 0 : 2;
    };
  },
});

const OPTIONS = {
  seed: "history",
  until: "2016-02-29",
  values: { "start.households": 24, "start.communities": 1, "start.date": "2015-01-05" },
  model: standardModel.insertAfter(standardModel.mechanisms.at(-1)!.name, absence),
  measures: [],
} as const;
const EVERY = 4;

const history = recordNetwork(simulate(blank, OPTIONS), { every: EVERY });
const text = [...historyToGexf(history, { creator: "a <b> & c" })].join("");

interface Attribute {
  readonly of: string;
  readonly value: string;
  readonly start: string;
  readonly end: string;
}
interface Item {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly spells: readonly { readonly start: string; readonly end: string }[];
  readonly values: readonly Attribute[];
}

interface Element {
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

/** Nodes or edges of a GEXF text, read by another program. */
function itemsOf(gexf: string, name: "node" | "edge"): Item[] {
  const document = new DOMParser().parseFromString(gexf, "text/xml") as unknown as Element;
  const read = (element: Element, key: string) => element.getAttribute(key) ?? "";
  const bounds = (element: Element) => ({ start: read(element, "start"), end: read(element, "end") });
  return [...document.querySelectorAll(name)].map((element) => {
    const spells = [...element.querySelectorAll("spell")].map(bounds);
    const values = [...element.querySelectorAll("attvalue")].map((v) => ({
      of: read(v, "for"),
      value: read(v, "value"),
      ...bounds(v),
    }));
    const [id, source, target] = ["id", "source", "target"].map((key) => read(element, key));
    return {
      id: id!,
      source: source!,
      target: target!,
      spells: spells.length > 0 ? spells : [bounds(element)],
      values,
    };
  });
}

const nodes = itemsOf(text, "node");
const edges = itemsOf(text, "edge");
const holds = (date: string) => (span: { readonly start: string; readonly end: string }) =>
  span.start <= date && date <= span.end;

describe("the history of a network as dynamic GEXF", () => {
  test("says what it is in the words of GEXF 1.3", () => {
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<gexf xmlns="http:\/\/gexf.net\/1.3" .*version="1.3">/,
    );
    expect(text).toContain(
      '<graph mode="dynamic" timerepresentation="interval" timeformat="date" defaultedgetype="directed">',
    );
    expect(text).toContain(
      '<attributes class="edge" mode="dynamic">\n      <attribute id="trust" title="trust" type="double"/>',
    );
    expect(text).toContain("<creator>a &lt;b&gt; &amp; c</creator>");
  });

  test("shows at every date that was observed who was there, who knew whom, and with which trust", () => {
    const simulation = simulate(blank, OPTIONS);
    let compared = 0;
    for (const [k, date] of history.dates.entries()) {
      simulation.stepTo(date);
      expect(simulation.date).toBe(date);
      const { residents, ties } = simulation.run.world;
      const there = (i: number) => residents.at.presence[i]! > 0;
      const now = (items: readonly Item[]) => items.filter(({ spells }) => spells.some(holds(date)));
      const present = Array.from({ length: residents.rows }, (_, i) => i).filter(there);
      expect(
        now(nodes)
          .map(({ id }) => Number(id))
          .sort((a, b) => a - b),
        date,
      ).toEqual(present);
      const trust = new Map<string, number>();
      for (let d = 0; d < 2 * ties.pairs; d++) {
        const [from, to] = [ties.to[d ^ 1]!, ties.to[d]!];
        if (to >= 0 && there(from) && there(to))
          trust.set(`${from}-${to}`, ties.data[d * ties.stride + ties.offset.trust!]!);
      }
      const shown = now(edges);
      expect(shown.map(({ id }) => id).sort(), date).toEqual([...trust.keys()].sort());
      for (const { id, values } of shown) {
        const held = values.filter((v) => v.of === "trust").filter(holds(date));
        expect(held.length).toBe(1);
        expect(Math.abs(Number(held[0]!.value) - trust.get(id)!)).toBeLessThanOrEqual(0.005 + 1e-9);
        compared++;
      }
      expect(k === 0 || date > history.dates[k - 1]!).toBe(true);
    }
    console.log(
      `${history.dates.length} dates, ${nodes.length} nodes, ${edges.length} edges, ${compared} values compared`,
    );
    expect(compared).toBeGreaterThan(1000);
  });

  test("has ties and residents that end, and some that come back", () => {
    expect(nodes.filter(({ spells }) => spells.length > 1).map(({ id }) => id)).toEqual(["1", "2"]);
    const last = history.dates.at(-1)!;
    expect(edges.some(({ spells }) => spells.at(-1)!.end < last)).toBe(true);
    expect(edges.some(({ spells }) => spells.length > 1)).toBe(true);
  });

  test("has spells in order and apart, values within them and without gaps, and ties within the lives of both", () => {
    const life = new Map(nodes.map((node) => [node.id, node.spells]));
    const inside = (a: { start: string; end: string }, spans: readonly { start: string; end: string }[]) =>
      spans.some((b) => b.start <= a.start && a.end <= b.end);
    for (const { spells, values, source, target, id } of [...nodes, ...edges]) {
      for (const [k, { start, end }] of spells.entries()) {
        expect(start <= end && (k === 0 || spells[k - 1]!.end < start), id).toBe(true);
        if (source !== "")
          for (const node of [source, target]) expect(inside({ start, end }, life.get(node)!)).toBe(true);
      }
      for (const name of new Set(values.filter((v) => v.start !== "").map((v) => v.of))) {
        const own = values.filter((v) => v.of === name);
        for (const [k, value] of own.entries()) {
          expect(inside(value, spells), `${id} ${name}`).toBe(true);
          expect(k === 0 || own[k - 1]!.end < value.start).toBe(true);
        }
        expect(own[0]!.start).toBe(spells[0]!.start);
        expect(own.at(-1)!.end).toBe(spells.at(-1)!.end);
      }
    }
  });

  test("changes no run", () => {
    const simulation = simulate(newEstate, { seed: 3, until: "2015-06-01", measures: [] });
    recordNetwork(simulation, { every: 1 });
    expect(simulation.run.hash()).toBe(simulate(newEstate, { seed: 3, until: "2015-06-01" }).finish().hash);
  });

  test("asks for whole weeks", () => {
    for (const every of [0, 1.5, -1, Number.NaN])
      expect(() => recordNetwork(simulate(blank, OPTIONS), { every })).toThrow("every must be a whole number of weeks");
  });
});

describe("linli network", () => {
  const small = ["blank", "--set", "start.households=12", "--set", "start.communities=1", "--until", "2015-04-27"];

  test("writes the network of the run that linli run makes, in folders that it makes", async () => {
    const file = join(folder, "new", "network.gexf");
    const own = [...small, "--seed", "7", "--replicate", "2"];
    const written = (to: string, lang: string) => linli("network", ...own, "--every", "1", "--out", to, "--lang", lang);
    const { code, out } = await written(file, "en");
    expect(code).toBe(0);
    const run = JSON.parse((await linli("run", ...own, "--json")).out);
    const { seed, hash } = run.replicates[0];
    expect(out).toContain(`seed ${seed}, final state ${hash}`);
    const gexf = readFileSync(file, "utf8");
    expect(gexf).toContain(`<description>blank, seed ${seed}: who knows whom, with trust</description>`);
    expect(itemsOf(gexf, "node").length).toBeGreaterThan(0);
    const again = join(folder, "again.gexf");
    const chinese = await written(again, "zh");
    expect(chinese.out).toContain(`已写入 ${again}`);
    expect(readFileSync(again, "utf8")).toBe(gexf);
  });

  test("answers wrong input in one line with exit code 2, in both languages", async () => {
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [["blank"], /required option '--out <file>' not specified/],
      [["blank", "--out", folder], /expected a file to write; got a folder of that name/],
      [
        ["blank", "--out", join(folder, "x.gexf"), "--every", "0"],
        /--every must be a whole number of at least 1; got "0"/,
      ],
      [["blnk", "--out", join(folder, "x.gexf")], /unknown scenario "blnk"/],
    ];
    for (const [argv, message] of wrong) {
      for (const lang of ["en", "zh"]) {
        const { code, out, err } = await linli("network", ...argv, "--lang", lang);
        expect([code, out, err.trim().split("\n").length]).toEqual([2, "", 1]);
        expect(err).toMatch(lang === "en" ? message : /[\u4e00-\u9fff]/);
      }
    }
  });

  test("has help with examples in both languages", async () => {
    expect((await linli("network", "--help")).out).toContain("linli network new-estate --out network.gexf");
    expect((await linli("network", "--help", "--lang", "zh")).out).toContain("网络演变");
  });
});
