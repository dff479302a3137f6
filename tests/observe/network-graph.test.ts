import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { blank } from "../../scenarios/blank.ts";
import { tiesAsGexf } from "../../src/cli/ties.ts";
import { networkToGraph } from "../../src/observe/graph.ts";
import { networkFromGexf } from "../../src/observe/network/gexf.ts";
import { recordNetwork } from "../../src/observe/network/history.ts";
import { historyToGexf } from "../../src/observe/network/historyGexf.ts";
import { toGexf, toGraphml } from "../../src/observe/network/write.ts";
import { simulate } from "../../src/observe/simulation.ts";
import { NETWORKX, needing } from "../execution/faults/programs.ts";
import { csv } from "./files.ts";

const EDGES = "source,target\nAn,Bo\n";
const graphOf = (nodes: string) => networkToGraph(csv(nodes, EDGES));

describe("the graph of a network", () => {
  const NODES = "id,age,share,code,member,note,gap,label\nAn,40,1.0,007,true,x,1,1\nBo,7,0.25,8,false,2,,2\n";

  test("has numbers and truth values where a whole column holds them, and text elsewhere", () => {
    expect(graphOf(NODES).getNodeAttributes("An")).toEqual({
      ...{ age: 40, share: 1, code: "007", member: true, note: "x", gap: 1, label: "1" },
    });
    expect(graphOf(NODES).getNodeAttribute("Bo", "gap")).toBe("");
    const gexf = toGexf(graphOf(NODES));
    for (const [name, type] of Object.entries({ age: "integer", share: "double", code: "string", member: "boolean" }))
      expect(gexf).toContain(`<attribute id="${name}" title="${name}" type="${type}"/>`);
    expect(toGraphml(graphOf(NODES))).toContain('attr.name="age" attr.type="double"');
  });

  test.each(["1e5", "0x10", "9007199254740993", "Infinity", "1,5", "+1", "-0", "1e999"])(
    "keeps %s as the text it is",
    (cell) => {
      expect(graphOf(`id,v\nAn,"${cell}"\nBo,1\n`).getNodeAttribute("An", "v")).toBe(cell);
    },
  );

  test("is written the same by every process", () => {
    const run = () => toGexf(graphOf(NODES));
    const program = `
import { networkToGraph, readNetwork, toGexf } from "./src/networks.ts";
const [nodes, edges] = ${JSON.stringify([NODES, EDGES])};
const network = readNetwork([{ name: "nodes.csv", text: nodes }, { name: "edges.csv", text: edges }]);
process.stdout.write(toGexf(networkToGraph(network)));`;
    const other = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
      encoding: "utf8",
    });
    expect(other).toBe(run());
    expect(run()).toContain('<edge id="0" source="An" target="Bo"');
  });
});

describe("static GEXF", () => {
  test("has the name spaces of GEXF 1.2, and says what made it", () => {
    const text = toGexf(graphOf("id\nAn\nBo\n"), { creator: "linli & I", description: "a street" });
    expect(text).toContain('xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz"');
    expect(text).toContain("<creator>linli &amp; I</creator>\n    <description>a street</description>");
    expect(toGexf(graphOf("id\nAn\nBo\n"))).toContain("<creator>linli</creator>");
  });

  test("keeps what a graph says of itself, and text that looks like a tag", () => {
    const graph = graphOf("id,note\nAn,<meta/>\nBo,http:///www.gexf.net/1.1draft/viz\n");
    graph.setAttribute("creator", "me");
    const text = toGexf(graph);
    expect(text).toContain("<creator>me</creator>");
    expect(text).not.toContain("<creator>linli</creator>");
    expect(networkFromGexf({ name: "n", text }).nodes.map(({ attributes }) => attributes.note)).toEqual([
      "<meta/>",
      "http:///www.gexf.net/1.1draft/viz",
    ]);
  });

  const LOOKS = "id,color,size,x,y,shape,thickness\nAn,#ff8000,2,0,0.5,disc,1\nBo,red,,1,-1,heart,2\nCe,,3,2,2,,3\n";

  test("has what says how a node looks for Gephi, and as an attribute that is read again", () => {
    const network = csv(LOOKS, EDGES);
    const text = toGexf(networkToGraph(network));
    expect(text.match(/<viz:\w+[^>]*>/g)).toEqual([
      ...['<viz:color r="255" g="128" b="0"/>', '<viz:size value="2"/>', '<viz:position x="0" y="0.5"/>'],
      ...['<viz:shape value="disc"/>', '<viz:thickness value="1"/>'],
      ...['<viz:position x="1" y="-1"/>', '<viz:thickness value="2"/>'],
      ...['<viz:size value="3"/>', '<viz:position x="2" y="2"/>', '<viz:thickness value="3"/>'],
    ]);
    const given = network.nodes.map(({ id, attributes }) => {
      return { id, attributes: Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== "")) };
    });
    expect(networkFromGexf({ name: "n", text }).nodes).toEqual(given);
  });

  const needed = needing("is read by NetworkX, looks as well", NETWORKX);
  test.skipIf(needed.skip)(needed.name, () => {
    const program = `
import io, json, sys, networkx
graph = networkx.read_gexf(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps([[node, data.get("size"), data["viz"].get("size")] for node, data in graph.nodes(data=True)]))`;
    const input = toGexf(graphOf(LOOKS));
    expect(JSON.parse(execFileSync("python3", ["-c", program], { input, encoding: "utf8" }))).toEqual([
      ["An", 2, 2],
      ["Bo", null, null],
      ["Ce", 3, 3],
    ]);
  });

  test("of a run says what made it, and has the types of the network over time", () => {
    const seed = { seed: 7, until: "2015-02-02", values: { "start.households": 12, "start.communities": 1 } };
    const still = tiesAsGexf(simulate(blank, seed).stepTo("2015-02-02").run);
    const over = [...historyToGexf(recordNetwork(simulate(blank, seed)))].join("");
    expect(still).toMatch(
      /<creator>linli \d.*<\/creator>\n {4}<description>blank, seed 7: who knows whom, with trust</,
    );
    const typesIn = (text: string) =>
      new Map([...text.matchAll(/<attribute id="(\w+)" title="\w+" type="(\w+)"/g)].map(([, id, type]) => [id!, type]));
    const [types, others] = [typesIn(still), typesIn(over)];
    const shared = [...types.keys()].filter((name) => others.has(name));
    expect(shared).toEqual(expect.arrayContaining(["community", "block", "newcomer", "trust"]));
    for (const name of shared) expect(others.get(name), name).toBe(types.get(name));
    expect(over).toContain('<attvalue for="newcomer" value="0"');
  });
});
