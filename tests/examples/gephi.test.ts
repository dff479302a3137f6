import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Network, replicateSeed, type Simulation, simulate } from "linli";
import { readNetwork } from "linli/networks";
import { blank } from "linli/scenarios";
import { beforeAll, describe, expect, test } from "vitest";
import { brokersOf, without } from "../../examples/gephi/edit.ts";
import { commandsOf, expectShown, freshFolder, pagesOf, printedBy, shownIn, testPages } from "./example.ts";

const folder = freshFolder();
const [out, edit, ...back] = commandsOf(pagesOf("gephi")[0]!);
const at = (name: string) => join(folder, "street", name);
const networkIn = (text: string, name = "ties.gexf") => readNetwork([{ name, text }]);
const CARRIED = ["newcomer", "tenure", "competence", "publicSpirit", "caution", "hours", "generalTrust"] as const;

let text = "";
let taken = "";
beforeAll(() => {
  printedBy(out!, folder);
  taken = printedBy(edit!, folder);
  text = readFileSync(at("ties.gexf"), "utf8");
}, 60_000);

/** What Gephi makes of a file that it opened and exported: its own frame, places, sizes and columns. */
function asGephiExports(gexf: string): string {
  const visual = '<viz:size value="10.0"></viz:size><viz:position x="-1.5" y="2.0"></viz:position>';
  return gexf
    .replace(/<gexf[^>]*>/, '<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz">')
    .replace(/<meta>[\s\S]*?<\/meta>/, '<meta lastmodifieddate="2026-01-01"><creator>Gephi 0.10.1</creator></meta>')
    .replace(/<graph [^>]*>/, '<graph defaultedgetype="undirected" mode="static">')
    .replace(/type="integer"/g, 'type="long"')
    .replace("</attributes>", '<attribute id="degree" title="Degree" type="integer"></attribute></attributes>')
    .replace(
      /<\/attvalues>(\s*)<\/node>/g,
      `<attvalue for="degree" value="3"></attvalue></attvalues>${visual}$1</node>`,
    );
}

/** Pairs of acquaintances, with the evidence that both remember. */
function pairsOf({ run }: Simulation): Map<string, number> {
  const { ties } = run.world;
  const pairs = new Map<string, number>();
  for (let d = 0; d < 2 * ties.pairs; d += 2) {
    if (ties.to[d]! < 0) continue;
    const ends = [ties.to[d]!, ties.to[d ^ 1]!].sort((a, b) => a - b);
    const kept = (tie: number) => ties.data[tie * ties.stride + ties.offset.kept!]!;
    pairs.set(ends.join("-"), kept(d) + kept(d ^ 1));
  }
  return pairs;
}

const arcsByName = ({ nodes, arcs }: Network) =>
  new Map(arcs.map(({ source, target, weight }) => [`${nodes[source]!.id}→${nodes[target]!.id}`, weight]));

describe("the pages", () => {
  testPages("gephi");

  test.each(pagesOf("gephi"))("$name shows what the edit prints", (page) => {
    expectShown(page, shownIn(page), taken);
  });

  test("run on with both networks", () => {
    for (const [command, residents] of [
      [back[0]!, 200],
      [back[1]!, 180],
    ] as const)
      expect(printedBy(command.replace("10", "1"), folder)).toContain(`${residents} residents`);
  });
});

describe("out and back", () => {
  test("leaves residents and their acquaintances as they were", () => {
    const there = simulate(blank, { seed: replicateSeed(7, 0) }).stepTo("2016-12-26");
    const again = simulate(blank, { network: networkIn(text) });
    const [residents, read] = [there, again].map(({ run }) => run.world.residents);
    expect(read!.rows).toBe(residents!.rows);
    for (const name of ["community", "block", ...CARRIED] as const)
      for (let i = 0; i < read!.rows; i++) expect(read!.at[name][i]!).toBeCloseTo(residents!.at[name][i]!, 5);
    const [pairs, came] = [pairsOf(there), pairsOf(again)];
    expect([...came.keys()].sort()).toEqual([...pairs.keys()].sort());
    for (const [pair, evidence] of pairs) expect(came.get(pair)).toBeCloseTo(evidence, 4);
  });

  test("by way of Gephi is the same network", () => {
    const [own, gephis] = [networkIn(text), networkIn(asGephiExports(text))];
    expect(arcsByName(gephis)).toEqual(arcsByName(own));
    expect(gephis.nodes).toMatchObject(own.nodes);
  });
});

describe("the edit", () => {
  test("takes out the brokers and none of what is between the others", () => {
    const network = networkIn(text);
    const gone = brokersOf(network, 20);
    const left = networkIn(readFileSync(at("edited.gexf"), "utf8"), "edited.gexf");
    expect(left.nodes.map(({ id }) => id)).toEqual(
      network.nodes.map(({ id }) => id).filter((id) => !gone.includes(id)),
    );
    const expected = [...arcsByName(network)].filter(([arc]) => !arc.split("→").some((id) => gone.includes(id)));
    expect(arcsByName(left)).toEqual(new Map(expected));
  });

  test("of a star takes its center", () => {
    const nodes = ["center", "a", "b", "c"].map((id) => ({ id, attributes: {} }));
    const arcs = [1, 2, 3].flatMap((k) => [
      { source: 0, target: k, weight: 1 },
      { source: k, target: 0, weight: 1 },
    ]);
    const star = { name: "star", nodes, arcs, foci: [] };
    expect(brokersOf(star, 1)).toEqual(["center"]);
    expect(without(star, ["center"]).arcs).toEqual([]);
  });

  test("leaves a hole that closes until the reading date, as the pages say", () => {
    const network = networkIn(text);
    const known = (start: Network) => {
      const runs = Array.from({ length: 5 }, (_, seed) => {
        const simulation = simulate(blank, { seed, network: start, measures: ["meanDegree"] });
        return [simulation.measures.meanDegree, simulation.stepTo("2018-04-30").measures.meanDegree].map(Number);
      });
      return [0, 1].map((k) => runs.reduce((sum, run) => sum + run[k]!, 0) / runs.length);
    };
    const [whole, left] = [known(network), known(without(network, brokersOf(network, 20)))];
    expect(whole[0]! - left[0]!).toBeGreaterThan(2);
    expect(Math.abs(whole[1]! - left[1]!)).toBeLessThan(0.5);
  });
});
