import { describe, expect, test } from "vitest";
import { arangDakHelp } from "../../data/arang-dak.ts";
import { networkToGraph } from "../../src/observe/graph.ts";
import { networkFromGexf } from "../../src/observe/network/gexf.ts";
import { networkFromGraphml } from "../../src/observe/network/graphml.ts";
import { readNetwork } from "../../src/observe/network/read.ts";
import { toGexf, toGraphml } from "../../src/observe/network/write.ts";
import { csv, messageOf, pairs } from "./files.ts";

const GRAPHML = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <!-- written by hand -->
  <key id="a" for="node" attr.name="age" attr.type="int"/>
  <key id="l" for="edge" attr.name="layer" attr.type="string"/>
  <key id="w" for="edge" attr.name="weight" attr.type="double"/>
  <key id="all" for="all" attr.name="note" attr.type="string"/>
  <key id="port" for="port"/>
  <graph edgedefault="directed">
    <node id="An"><data key="a">40</data><data key="all">a &amp; b</data></node>
    <node id="Bo"/>
    <node id="Ce"/>
    <edge source="An" target="Bo"><data key="l">help</data><data key="w">2</data></edge>
    <edge source="Bo" target="An"><data key="l">work</data></edge>
    <edge source="Bo" target="Ce" directed="false"><data key="l">help</data><data key="w">1.5</data></edge>
  </graph>
</graphml>`;

const GEXF = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
  <graph defaultedgetype="directed">
    <attributes class="node"><attribute id="0" title="age" type="integer"/></attributes>
    <attributes class="edge"><attribute id="wave" title="wave" type="integer"/></attributes>
    <nodes>
      <node id="n0" label="安"><attvalues><attvalue for="0" value="40"/></attvalues></node>
      <node id="n1" label="Bo"/>
    </nodes>
    <edges>
      <edge id="e0" source="n0" target="n1" weight="3"><attvalues><attvalue for="wave" value="1"/></attvalues></edge>
      <edge id="e1" source="n0" target="n1" type="mutual"><attvalues><attvalue for="wave" value="2"/></attvalues></edge>
    </edges>
  </graph>
</gexf>`;

describe("GraphML and GEXF", () => {
  test("GraphML gives attributes, layers, weights and both kinds of edges", () => {
    const network = networkFromGraphml({ name: "town.graphml", text: GRAPHML }, { layer: "help" });
    expect(network.nodes[0]).toEqual({ id: "An", attributes: { age: "40", note: "a & b" } });
    expect(pairs(network)).toEqual([
      [0, 1, 2],
      [1, 2, 1.5],
      [2, 1, 1.5],
    ]);
  });

  test("GEXF gives labels, attributes, waves, weights and mutual edges", () => {
    const file = { name: "town.gexf", text: GEXF };
    const first = networkFromGexf(file, { wave: "1" });
    expect(first.nodes[0]).toEqual({ id: "n0", attributes: { label: "安", age: "40" } });
    expect(pairs(first)).toEqual([[0, 1, 3]]);
    expect(pairs(networkFromGexf(file, { wave: "2" }))).toEqual([
      [0, 1, 1],
      [1, 0, 1],
    ]);
    expect(messageOf(() => networkFromGexf(file))).toBe("town.gexf holds 2 waves: choose one by --wave; known: 1, 2");
  });

  test("two-mode data are known by the kind of their nodes", () => {
    const graphml = GRAPHML.replaceAll("age", "kind").replace("int", "string").replace(">40<", ">person<");
    const nodes = graphml
      .replace('<node id="Bo"/>', '<node id="Bo"><data key="a">event</data></node>')
      .replace('<node id="Ce"/>', '<node id="Ce"><data key="a">event</data></node>')
      .replace(/<edge source="Bo".*?<\/edge>/g, "");
    const network = networkFromGraphml({ name: "g", text: nodes });
    expect([network.nodes.length, network.foci]).toEqual([1, [[0], []]]);
  });

  test("what is written is read again: ids, attributes with signs of markup, arcs and weights", () => {
    const network = csv(
      'id,note\n"A&""<n>",x < y\nBo,\'q\' & "r"\nCe,邻里\n'.replace('"r"', "r"),
      'source,target,weight\n"A&""<n>",Bo,2\nBo,Ce,0.5\n',
      { name: "t" },
    );
    const graph = networkToGraph(network);
    expect(networkFromGraphml({ name: "t", text: toGraphml(graph) })).toEqual(network);
    expect(networkFromGexf({ name: "t", text: toGexf(graph) })).toEqual(network);
  });

  test("the shipped network survives both formats", () => {
    const graph = networkToGraph(arangDakHelp);
    const options = { name: "arang-dak-help" };
    expect(readNetwork([{ name: "x.graphml", text: toGraphml(graph) }], options)).toEqual(arangDakHelp);
    expect(readNetwork([{ name: "x.gexf", text: toGexf(graph) }], options)).toEqual(arangDakHelp);
  });

  const broken: [string, string, string][] = [
    ["no XML", "hello", 'g.xml: row 1: expected XML; got "hello"'],
    ["nothing", "", "g.xml: expected one <graph>; got 0"],
    ["no graph", "<graphml></graphml>", "g.xml: expected one <graph>; got 0"],
    ["no nodes", "<graphml><graph/></graphml>", "g.xml: expected at least one <node>; got none"],
    ["no edges", '<graphml><graph><node id="a"/></graph></graphml>', "g.xml: expected at least one edge; got none"],
    ["unclosed tag", GRAPHML.replace("</graph>", ""), 'g.xml: row 17: expected </graph>; got "</graphml>"'],
    [
      "cut off",
      GRAPHML.slice(0, GRAPHML.indexOf("</graph>")),
      "g.xml: row 16: expected </graph>; got the end of the file",
    ],
    [
      "cut off in a tag",
      GRAPHML.slice(0, GRAPHML.indexOf('/>\n    <node id="Ce')),
      'g.xml: row 11: expected a complete tag; got "<node id=\\"Bo\\""',
    ],
    [
      "unquoted attribute",
      GRAPHML.replace('"Ce"/>', "Ce/>"),
      'g.xml: row 12: expected a complete tag; got "<node id=Ce/>"',
    ],
    ["bare ampersand", GRAPHML.replace("&amp;", "&"), 'g.xml: row 10: expected & written as &amp;; got "& b"'],
    [
      "missing node",
      GRAPHML.replace('target="Ce"', 'target="Do"'),
      'g.xml: row 15, edge target: expected the id of a node; got "Do"',
    ],
    [
      "node twice",
      GRAPHML.replace('"Ce"/>', '"Bo"/>'),
      'g.xml: row 12, node: expected an id not used before; got "Bo"',
    ],
    ["node without id", GRAPHML.replace('id="Ce"', ""), "g.xml: row 12, node: expected an id; got nothing"],
    [
      "self-tie",
      GRAPHML.replace('target="Ce"', 'target="Bo"'),
      'g.xml: row 15, edge: expected an edge between two persons; got "Bo" twice',
    ],
    [
      "bad weight",
      GRAPHML.replace("1.5", "-1"),
      'g.xml: edge from Bo to Ce, column weight: expected a number above 0; got "-1"',
    ],
    [
      "doctype",
      GRAPHML.replace("<graphml", "<!DOCTYPE graphml>\n<graphml"),
      'g.xml: row 2: expected XML without DOCTYPE or ENTITY; got "<!DOCTYPE"',
    ],
    ["entity", `<!ENTITY x "y">${GRAPHML}`, 'g.xml: row 1: expected XML without DOCTYPE or ENTITY; got "<!ENTITY"'],
    [
      "unknown type",
      GRAPHML.replace('"double"', '"dooble"'),
      'g.xml: row 6, key attr.type: expected boolean, int, long, float, double, string; got "dooble"',
    ],
  ];
  test.each(broken)(
    "broken GraphML (%s) gets one line with place, expectation and what came",
    (_title, text, message) => {
      expect(messageOf(() => networkFromGraphml({ name: "g.xml", text }, { layer: "help" }))).toBe(message);
    },
  );

  test.each([
    [["a.txt"], "a.txt"],
    [["nodes.csv"], "nodes.csv"],
    [[], "no file"],
    [["nodes.csv", "town.gexf"], "nodes.csv, town.gexf"],
  ])("files %j are refused by name", (names, got) => {
    const files = names.map((name) => ({ name, text: "" }));
    expect(messageOf(() => readNetwork(files))).toBe(
      `network: expected nodes.csv and edges.csv, or one .graphml or .gexf file; got ${got}`,
    );
  });
});
