import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Network } from "../../src/model/network.ts";
import { networkToGraph } from "../../src/observe/graph.ts";
import { networkFromGraphml } from "../../src/observe/network/graphml.ts";
import { toGraphml } from "../../src/observe/network/write.ts";
import { NETWORKX, needing } from "../execution/faults/programs.ts";
import { drawn, networkOf } from "../hostile/networks.ts";
import { csv, messageOf } from "./files.ts";

const graphOf = (nodes: string, edges: string) => networkToGraph(csv(nodes, edges));
const fromGraphml = (text: string) => networkFromGraphml({ name: "edges.csv", text });

/** Whether a text is a token to readers of either edition of XML: letters of both, digits, and four signs. */
const isToken = (text: string) => /^[\w.:\-\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF\u4E00-\u9FA5]+$/.test(text);

/** What a GraphML text has where its schema wants tokens. */
function tokensIn(text: string): string[] {
  const tags = [...text.matchAll(/<(?:key|node|edge) [^>]*>/g)].map(([tag]) => tag);
  return tags.flatMap((tag) =>
    [...tag.matchAll(/ (?:id|source|target|attr\.name)="([^"]*)"/g)].map(([, token]) => token!),
  );
}

describe("names in GraphML", () => {
  const ODD = ["李 四", "R 1", 'A&"<n>', "张三", "n0", "a,b", " ", "𠮷"];
  const network: Network = {
    name: "edges.csv",
    nodes: ODD.map((id, i) => ({
      id,
      attributes: { "favorite food": `${id}!`, favorite_food: "rice", id: `own ${i}` },
    })),
    arcs: ODD.slice(1).map((_, i) => ({ source: i, target: i + 1, weight: 1 })),
    foci: [],
  };

  test("are tokens, whatever those of the network are, and are read again as they were", () => {
    const text = toGraphml(networkToGraph(network));
    expect(tokensIn(text).filter((token) => !isToken(token))).toEqual([]);
    expect(fromGraphml(text)).toEqual(network);
  });

  test("stay as they are where they are tokens, Chinese ones as well", () => {
    const text = toGraphml(graphOf("id,年龄\n张三,40\nBo.1,50\n", "source,target\n张三,Bo.1\n"));
    expect(text).toContain('<node id="张三"><data key="node0">40</data></node>');
    expect(text).toContain('attr.name="年龄"');
    expect(text).toContain('source="张三" target="Bo.1"');
    expect(text).not.toContain("<desc>");
  });

  test("that are given for others are not given twice", () => {
    const text = toGraphml(graphOf("id,a b,a_b,a-b\nn1,1,2,3\nx y,4,5,6\n", "source,target\nn1,x y\n"));
    const keys = [...text.matchAll(/<key id="([^"]*)" for="node" attr.name="([^"]*)"/g)].map(([, id, name]) => [
      id,
      name,
    ]);
    expect(new Set(keys.map(([, name]) => name)).size).toBe(keys.length);
    expect(fromGraphml(text).nodes).toEqual([
      { id: "n1", attributes: { "a b": "1", a_b: "2", "a-b": "3" } },
      { id: "x y", attributes: { "a b": "4", a_b: "5", "a-b": "6" } },
    ]);
  });

  test("of networks drawn at random are tokens and come back", () => {
    const column = fc.constantFrom("note", "a note", "注", "id", "«»", "__proto__x");
    fc.assert(
      fc.property(drawn, column, (one, name) => {
        fc.pre(!one.ids.some((id) => id in {})); // graphology takes edges to a "constructor" for there already
        const given = { ...networkOf(one, name), name: "edges.csv" };
        const text = toGraphml(networkToGraph(given));
        expect(tokensIn(text).filter((token) => !isToken(token))).toEqual([]);
        const read = fromGraphml(text);
        expect(read.nodes.map(({ id }) => id)).toEqual(given.nodes.map(({ id }) => id));
        expect(read.arcs).toEqual(given.arcs);
        expect(read.nodes.map(({ attributes }) => Object.keys(attributes))).toEqual(given.nodes.map(() => [name]));
      }),
    );
  });

  test("of two nodes that would be one are refused", () => {
    const text = toGraphml(graphOf("id\nR 1\nR 2\n", "source,target\nR 1,R 2\n")).replace(">R 2<", ">R 1<");
    expect(messageOf(() => fromGraphml(text))).toBe(
      'edges.csv: row 7, node: expected an id not used before; got "R 1"',
    );
  });

  const needed = needing("are found by NetworkX", NETWORKX);
  test.skipIf(needed.skip)(needed.name, () => {
    const program = `
import io, json, sys, networkx
graph = networkx.read_graphml(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps([[node, data] for node, data in graph.nodes(data=True)]))`;
    const input = toGraphml(graphOf("id,家 庭,size\nR 1,a,2\n张三,b,3\n", "source,target\nR 1,张三\n"));
    expect(JSON.parse(execFileSync("python3", ["-c", program], { input, encoding: "utf8" }))).toEqual([
      ["n0", { id: "R 1", 家_庭: "a", size: 2 }],
      ["张三", { 家_庭: "b", size: 3 }],
    ]);
  });
});
