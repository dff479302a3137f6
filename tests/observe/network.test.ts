import { describe, expect, test } from "vitest";
import { arangDakHelp } from "../../data/arang-dak.ts";
import type { NetworkOptions } from "../../src/observe/network/select.ts";
import { absent, CONFIRMED, load, needsData } from "./datasets.ts";
import { csv, NODES, pairs } from "./files.ts";

describe.skipIf(absent)(`published networks${needsData}`, () => {
  const counts: [string, NetworkOptions, number, number][] = [
    ["arang_dak_help", {}, 108, 4131],
    ["arang_dak_help", CONFIRMED, 108, 1422],
    ["colombia_amends_4waves", { layer: "friendship", wave: "1" }, 214, 317],
    ["colombia_amends_4waves", { layer: "friendship", wave: "2" }, 214, 598],
    ["colombia_amends_4waves", { layer: "friendship", wave: "3" }, 214, 385],
    ["colombia_amends_4waves", { layer: "friendship", wave: "4" }, 214, 628],
    ["colombia_amends_4waves", { layer: "sharing", wave: "1" }, 214, 148],
    ["colombia_amends_4waves", { layer: "sharing", wave: "4" }, 214, 253],
    ["kapferer_tailor_shop", { layer: "social", wave: "1" }, 39, 316],
    ["kapferer_tailor_shop", { layer: "social", wave: "2" }, 39, 446],
    ["kapferer_tailor_shop", { layer: "assistance", wave: "1" }, 39, 109],
    ["kapferer_tailor_shop", { layer: "assistance", wave: "2" }, 39, 147],
    ["lazega_lawyers", { layer: "advice" }, 71, 892],
    ["lazega_lawyers", { layer: "friendship" }, 71, 575],
    ["lazega_lawyers", { layer: "cowork" }, 71, 1104],
    ["nicaragua_household_gifts", {}, 25, 427],
  ];
  test.each(counts)("%s %j has %i persons and %i arcs, as its description says", (name, options, persons, arcs) => {
    const network = load(name, options);
    expect([network.name, network.nodes.length, network.arcs.length]).toEqual([name, persons, arcs]);
    expect(network.foci).toEqual([]);
  });

  test("gifts keep their counts as weights: 2,871 in all", () => {
    const { arcs } = load("nicaragua_household_gifts");
    expect(arcs.reduce((sum, arc) => sum + arc.weight, 0)).toBe(2871);
  });

  test("women by events are two-mode: 18 persons, 14 foci, 89 attendances, no arcs", () => {
    const network = load("davis_southern_women");
    expect([network.nodes.length, network.foci.length, network.foci.flat().length]).toEqual([18, 14, 89]);
    expect(network.arcs).toEqual([]);
    expect(network.nodes[network.foci[0]![0]!]!.attributes.kind).toBe("person");
  });

  test("the shipped network of Arang Dak is the confirmed one of the published table", () => {
    expect(arangDakHelp).toEqual(load("arang_dak_help", { ...CONFIRMED, name: "arang-dak-help" }));
  });

  test.each([
    ["lazega_lawyers", {}, "edges.csv holds 3 layers: choose one by --layer; known: advice, friendship, cowork"],
    ["kapferer_tailor_shop", { layer: "social" }, "edges.csv holds 2 times: choose one by --wave; known: 1, 2"],
    ["lazega_lawyers", { layer: "advise" }, 'unknown layer of edges.csv "advise"; did you mean "advice"?'],
    ["colombia_amends_4waves", { layer: "sharing", wave: "5" }, 'unknown wave of edges.csv "5"'],
  ])("%s with %j asks for a choice", (name, options, message) => {
    expect(() => load(name, options)).toThrow(message);
  });
});

describe("the shipped network", () => {
  test("has 108 persons in 32 households and 1,422 arcs between different persons", () => {
    expect(arangDakHelp.nodes.length).toBe(108);
    expect(new Set(arangDakHelp.nodes.map((node) => node.attributes.household)).size).toBe(32);
    expect(arangDakHelp.arcs.length).toBe(1422);
    expect(arangDakHelp.arcs.every((arc) => arc.source !== arc.target)).toBe(true);
    expect(arangDakHelp.nodes[0]).toEqual({
      id: "R1",
      attributes: { household: "H1", sex: "M", age: "35", household_wealth: "197.01", ethnicity: "May" },
    });
  });
});

describe("comma-separated files", () => {
  test("edges are arcs, and attributes are text", () => {
    const network = csv(NODES, "source,target\nBo,An\nAn,Bo\n", { name: "town" });
    expect(network).toEqual({
      name: "town",
      nodes: ["1", "2", "2"].map((block, i) => ({ id: ["An", "Bo", "Ce"][i], attributes: { block } })),
      arcs: [
        { source: 0, target: 1, weight: 1 },
        { source: 1, target: 0, weight: 1 },
      ],
      foci: [],
    });
  });

  test("a byte order mark, CRLF, empty lines, quotes and spaces around cells do no harm", () => {
    const nodes = "\uFEFFid,block\r\n\r\nAn,1\r\n Bo ,2\r\n";
    expect(csv(nodes, '\uFEFFsource,target\r\n"An", Bo\r\n\r\n').arcs).toEqual([{ source: 0, target: 1, weight: 1 }]);
  });

  test("an undirected edge is two arcs", () => {
    const network = csv(NODES, "source,target,directed\nAn,Bo,0\nBo,Ce,1\n");
    expect(pairs(network)).toEqual([
      [0, 1, 1],
      [1, 0, 1],
      [1, 2, 1],
    ]);
  });

  test("an arc given twice counts once; with weights its weights add up", () => {
    expect(pairs(csv(NODES, "source,target\nAn,Bo\nAn,Bo\n"))).toEqual([[0, 1, 1]]);
    expect(pairs(csv(NODES, "source,target,weight\nAn,Bo,2\nAn,Bo,0.5\n"))).toEqual([[0, 1, 2.5]]);
  });

  test("the order of rows does not matter", () => {
    const rows = ["Ce,An", "An,Ce", "Bo,An"];
    const network = (order: string[]) => csv(NODES, ["source,target", ...order].join("\n"));
    expect(network(rows)).toEqual(network(rows.toReversed()));
  });

  test("edges in both directions between two kinds are not two-mode", () => {
    const network = csv("id,kind\na,x\nb,y\n", "source,target\na,b\nb,a\n");
    expect([network.arcs.length, network.foci.length]).toEqual([2, 0]);
  });

  test("columns named like parts of objects are only columns", () => {
    const network = csv("id,__proto__,constructor\nAn,1,2\nBo,3,4\n", "source,target,toString\nAn,Bo,x\n", {
      where: { toString: "x" },
    });
    expect(Object.entries(network.nodes[0]!.attributes)).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
  });
});
