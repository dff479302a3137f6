import { describe, expect, test } from "vitest";
import { inChinese } from "../../src/cli/chinese.ts";
import { escaped, NO_XML } from "../../src/observe/escaped.ts";
import { networkToGraph } from "../../src/observe/graph.ts";
import { Graph } from "../../src/observe/graphology.ts";
import { networkFromGraphml } from "../../src/observe/network/graphml.ts";
import { toGexf, toGraphml } from "../../src/observe/network/write.ts";
import { csv, messageOf } from "./files.ts";

const EDGES = "source,target\nAn,Bo\n";
const graphOf = (nodes: string, edges = EDGES) => networkToGraph(csv(nodes, edges));
const fromGraphml = (text: string) => networkFromGraphml({ name: "edges.csv", text });

describe("characters that XML cannot hold", () => {
  const [BELL, HALF] = ["\u0007", "\ud800"];

  test("never leave the function that escapes text, which keeps all others", () => {
    expect(escaped(`a${BELL}<b>\t\n\r${HALF}\uffff🏘`)).toBe("a\ufffd&lt;b&gt;\t\n\r\ufffd\ufffd🏘");
    for (let code = 0; code <= 0xffff; code++)
      expect(NO_XML.test(escaped(String.fromCharCode(code))), `U+${code.toString(16)}`).toBe(false);
  });

  const sign = JSON.stringify(BELL);
  const cases: [string, string, string, string][] = [
    [
      "an id",
      `id,note\nA${BELL}n,x\n`,
      EDGES,
      `nodes.csv: row 2, column id: expected text without control characters; got ${sign}`,
    ],
    [
      "an attribute",
      `id,note\nAn,x\nBo,a${BELL}b\n`,
      EDGES,
      `nodes.csv: row 3, column note: expected text without control characters; got ${sign}`,
    ],
    [
      "the name of a column",
      `id,no${BELL}te\nAn,x\n`,
      EDGES,
      `nodes.csv: row 1, column 2: expected text without control characters; got ${sign}`,
    ],
    [
      "an edge",
      "id\nAn\nBo\n",
      `source,target,layer\nAn,Bo,x${BELL}\n`,
      `edges.csv: row 2, column layer: expected text without control characters; got ${sign}`,
    ],
  ];
  test.each(cases)(
    "in %s of a CSV file are refused with their place, in both languages",
    (_title, nodes, edges, message) => {
      const said = messageOf(() => csv(nodes, edges));
      expect(said).toBe(message);
      expect(inChinese(said)).toMatch(/^(?:nodes|edges)\.csv：第 \d 行，.*应为不含控制字符的文本；实为 "\\u0007"$/);
    },
  );

  test("are refused in XML, as they are and as numbers", () => {
    const text = toGraphml(graphOf("id,note\nAn,here\nBo,x\n"));
    expect(messageOf(() => fromGraphml(text.replace("here", BELL)))).toBe(
      `edges.csv: row 6: expected text without control characters; got ${sign}`,
    );
    for (const number of ["&#7;", "&#xFFFE;", "&#xD800;"])
      expect(messageOf(() => fromGraphml(text.replace("here", number)))).toBe(
        `edges.csv: row 6: expected the number of a character; got "${number}"`,
      );
  });

  test("are refused in a graph of one's own, with the name of the attribute", () => {
    const graph = (key: string, node: object, edge: object) => {
      const made = new Graph({ type: "undirected" });
      made.addNode(key, { ...node });
      made.addNode("b");
      made.addEdge(key, "b", { ...edge });
      return made;
    };
    const ofItself = graph("a", {}, {});
    ofItself.setAttribute("title", HALF);
    const refused: readonly (readonly [ReturnType<typeof graph>, string, string])[] = [
      [graph("a", { note: BELL }, {}), 'node "a", attribute "note"', '节点 "a"，属性 "note"'],
      [graph("a", { [`n${BELL}`]: 1 }, {}), `node "a", name of an attribute`, '节点 "a"，属性名'],
      [graph(`a${BELL}`, {}, {}), "node, id", "节点，id"],
      [ofItself, 'graph, attribute "title"', '图的属性 "title"'],
      [
        graph("a", {}, { kind: ["x", HALF] }),
        'edge from "a" to "b", attribute "kind"',
        '从 "a" 到 "b" 的边，属性 "kind"',
      ],
    ];
    for (const [made, place, chinese] of refused) {
      for (const write of [toGexf, toGraphml]) {
        const said = messageOf(() => write(made));
        expect(said).toContain(`${place}: expected text without control characters; got "`);
        expect(inChinese(said)).toContain(`${chinese}：应为不含控制字符的文本；实为 "`);
      }
    }
  });
});
