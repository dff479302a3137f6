import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Network } from "../../src/model/network.ts";
import { networkFromCsv } from "../../src/observe/network/csv.ts";
import { networkFromGexf } from "../../src/observe/network/gexf.ts";
import { networkFromGraphml } from "../../src/observe/network/graphml.ts";
import { readNetwork } from "../../src/observe/network/read.ts";
import { injuredText, injuries } from "./damage.ts";
import { answered, hold } from "./hostile.ts";
import { csvOf, drawn, gexfOf, graphmlOf, networkOf } from "./networks.ts";

const FORMATS = {
  CSV: { write: csvOf, read: ([nodes, edges]: readonly string[]) => fromCsv(nodes!, edges!) },
  GraphML: { write: graphmlOf, read: ([text]: readonly string[]) => networkFromGraphml({ name: "n", text: text! }) },
  GEXF: { write: gexfOf, read: ([text]: readonly string[]) => networkFromGexf({ name: "n", text: text! }) },
} as const;

function fromCsv(nodes: string, edges: string, name = "n"): Network {
  return networkFromCsv({ name: "nodes.csv", text: nodes }, { name: "edges.csv", text: edges }, { name });
}

/** What holds of any network that was read. */
function checkSound({ nodes, arcs, foci }: Network): void {
  expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length);
  const within = (i: number) => Number.isInteger(i) && i >= 0 && i < nodes.length;
  for (const { source, target, weight } of arcs) {
    expect(within(source) && within(target) && source !== target).toBe(true);
    expect(weight > 0 && Number.isFinite(weight)).toBe(true);
  }
  expect(foci.flat().every(within)).toBe(true);
  for (const { attributes } of nodes)
    for (const value of Object.values(attributes)) expect(typeof value).toBe("string");
}

describe.each(Object.entries(FORMATS))("a network in %s", (format, { write, read }) => {
  test("is read as it was written, whatever its names are", () => {
    hold(
      `${format} networks as written`,
      drawn,
      (network) => read(write(network)),
      (answer, network) => expect(answer).toEqual({ value: networkOf(network) }),
      2000,
    );
  });

  test("that was damaged is refused in a line, or is a network", () => {
    const damaged = fc.tuple(drawn, injuries, fc.boolean());
    hold(
      `damaged ${format} networks`,
      damaged,
      ([network, how, last]) => {
        const texts = write(network);
        const at = last ? texts.length - 1 : 0;
        return read(texts.map((text, k) => (k === at ? injuredText(text, how) : text)));
      },
      (answer) => {
        if ("value" in answer) checkSound(answer.value);
      },
    );
  });
});

describe("networks of hostile names and shapes", () => {
  const word = fc.constantFrom(
    ...["id", "source", "target", "layer", "weight", "wave", "time", "directed", "kind", "competence", "__proto__"],
    ...["constructor", "toString", "../../etc/passwd", "a", "b", "1", "0", "-1", "1e999", "NaN", "0x10", "", " ", '"'],
    ...["\u0000", "\uFFFD", "\uFEFF", "a\nb", "\u001b[2J", "春", ",,", "\r", "a".repeat(3000)],
  );
  const cell = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom("1", "2", "0.5", "a") },
    { weight: 1, arbitrary: word },
  );
  const end = fc.oneof({ weight: 9, arbitrary: fc.constantFrom("a", "b", "c") }, { weight: 1, arbitrary: word });
  const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  /** A sheet with columns besides those that must be there; with `ragged`, words are not put into quotes. */
  const sheet = (required: string, ...first: readonly fc.Arbitrary<string>[]) =>
    fc.uniqueArray(word, { maxLength: 3 }).chain((columns) => {
      const row = fc.tuple(...first, ...columns.map(() => cell));
      const rows = fc.array(row, { minLength: 2, maxLength: 4 });
      return fc.tuple(rows, fc.nat({ max: 9 })).map(([list, ragged]) => {
        const named = first.length === 1 ? list.map(([id, ...rest], k) => [k < 3 ? "abc"[k]! : id!, ...rest]) : list;
        const lines = named.map((cells) => (ragged === 0 ? cells : cells.map(quoted)).join(","));
        return [[required, ...columns.map(quoted)].join(","), ...lines].join("\n");
      });
    });
  const options = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.record(
        { layer: word, wave: word, where: fc.dictionary(word, word, { maxKeys: 2 }) },
        { requiredKeys: [] },
      ),
    },
  );

  test("CSV of any words", () => {
    const sheets = fc.tuple(sheet("id", end), sheet("source,target", end, end), options);
    hold("CSV of any words", sheets, ([nodes, edges, chosen]) => {
      checkSound(networkFromCsv({ name: "nodes.csv", text: nodes }, { name: "edges.csv", text: edges }, chosen));
    });
  });

  const piece = fc.constantFrom(
    ...['<graph edgedefault="directed">', "<graph>", "</graph>", "<graphml>", "</graphml>", '<node id="a"/>', "<node"],
    ...['<node id="b">', "</node>", '<edge source="a" target="b"/>', '<edge source="b" target="a" directed="false"/>'],
    ...['<data key="w">2</data>', '<key id="w" for="edge" attr.name="weight" attr.type="double"/>', "<!--", "-->"],
    ...[
      "<![CDATA[",
      "]]>",
      "<!DOCTYPE x>",
      '<!ENTITY a "b">',
      "&a;",
      "&#0;",
      "&#xD800;",
      "&#x110000;",
      "&lt;",
      "<?x",
      "?>",
    ],
    ...[
      '<key id="__proto__" for="constructor"/>',
      '<key id="a" for="node" attr.name="constructor" attr.type="toString"/>',
    ],
    ...[
      ' id="x"',
      " directed='true'",
      ">",
      "/>",
      '"',
      "text",
      "\n",
      "<nodes>",
      "</nodes>",
      "<attvalue for='0' value='1'/>",
    ],
    ...[
      '<gexf version="1.2">',
      "</gexf>",
      '<attributes class="edge">',
      '<attribute id="0" title="weight" type="integer"/>',
    ],
  );
  const markup = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));

  test.each(["graphml", "gexf"])("%s of any tags", (ending) => {
    hold(`${ending} of any tags`, markup, (text) => {
      const whole = `<graphml><graph edgedefault="directed"><node id="a"/><node id="b"/>${text}</graph></graphml>`;
      const network = readNetwork([{ name: `n.${ending}`, text: text.includes("<graph") ? text : whole }]);
      checkSound(network);
    });
  });

  test("what looks like markup in comments, in text and in attributes is none", () => {
    const read = (text: string) => networkFromGraphml({ name: "n.graphml", text }).arcs.length;
    const nodes = '<node id="a>"/><node id="b"/>';
    const graph = (inner: string) => `<graphml>${inner}</graphml>`;
    const edge = (more = "") => `<edge ${more} source="a>" target="b"/>`;
    const plain = `<graph edgedefault="undirected">${nodes}${edge()}</graph>`;
    expect(read(graph(plain))).toBe(2);
    expect(read(graph(`<!-- <graph edgedefault="directed"> -->${plain}`))).toBe(2);
    expect(read(graph(`<data><![CDATA[<graph edgedefault="directed">]]></data>${plain}`))).toBe(2);
    const directed = (one: string) => graph(`<graph edgedefault="directed">${nodes}${one}</graph>`);
    expect(read(directed(edge()))).toBe(1);
    expect(read(directed(edge(`label="x>" directed="false"`)))).toBe(2);
    expect(read(directed(edge(`label=' directed="false" '`)))).toBe(1);
    expect(answered(() => read(directed(edge('directed="True"'))))).toHaveProperty("refused");
    expect(answered(() => read(directed(edge('directed="true" directed="false"'))))).toHaveProperty("refused");
    expect(answered(() => read(directed(edge('id="1"') + edge('id="1"'))))).toHaveProperty("refused");
  });

  test("bombs are answered at once", () => {
    const from = performance.now();
    const read = (text: string) => answered(() => networkFromGraphml({ name: "n.graphml", text }));
    const laughs = Array.from({ length: 10 }, (_, k) => `<!ENTITY l${k + 1} "${`&l${k};`.repeat(10)}">`).join("");
    const graph = '<graph edgedefault="directed"><node id="a"/><node id="b"/><edge source="a" target="b"/></graph>';
    const bombs = [
      `<!DOCTYPE x [<!ENTITY l0 "lol">${laughs}]><graphml>&l10;${graph}</graphml>`,
      `<!DOCTYPE x SYSTEM "file:///etc/passwd"><graphml>${graph}</graphml>`,
      `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><graphml>&f;${graph}</graphml>`,
      `<graphml>&l10;${graph}</graphml>`,
      "<a>".repeat(200_000),
      `<graphml>${"<!--".repeat(200_000)}`,
      `<graphml>${"<key ".repeat(200_000)}`,
      `<graphml><node ${"a ".repeat(200_000)}`,
      `<graphml><node a="${" ".repeat(1_000_000)}`,
      `<graphml><node${" ".repeat(1_000_000)}`,
      `<${"a".repeat(1_000_000)}`,
      `<graphml>${"&".repeat(200_000)}</graphml>`,
    ];
    for (const text of bombs) expect(read(text)).toHaveProperty("refused");
    const deep = `<graphml>${"<a>".repeat(20_000)}${"</a>".repeat(20_000)}${graph}</graphml>`;
    for (const text of [deep, `<graphml>${"<key id='1' for='node'></key>".repeat(20_000)}${graph}</graphml>`])
      read(text);
    console.log(`XML bombs: ${bombs.length + 2} in ${Math.round(performance.now() - from)} ms`);
    expect(performance.now() - from).toBeLessThan(10_000);
  });

  test("many edges of both kinds take time in proportion", () => {
    const n = 30_000;
    const nodes = Array.from({ length: n }, (_, i) => `<node id="${i}"/>`).join("");
    const edge = (i: number) => `<edge source="${i}" target="${(i + 1 + (i % 7)) % n}" directed="${i % 2 === 0}"/>`;
    const text = `<graphml><graph edgedefault="directed">${nodes}${Array.from({ length: n }, (_, i) => edge(i)).join("")}</graph></graphml>`;
    const from = performance.now();
    expect(networkFromGraphml({ name: "n.graphml", text }).arcs.length).toBe(1.5 * n);
    console.log(`GraphML of ${n} edges, every other undirected: ${Math.round(performance.now() - from)} ms`);
    expect(performance.now() - from).toBeLessThan(10_000);
  });
});

/** A line without an end, and names that need all of it. */
describe("a CSV file of one gigantic line", () => {
  const size = 100_000_000;
  const cases: readonly (readonly [string, () => string])[] = [
    ["without a comma", () => "id" + "a".repeat(size)],
    ["of empty cells", () => `id,${",".repeat(size)}`],
    ["in a quote that does not end", () => `id\n"${"a".repeat(size)}`],
    ["of cells after a short header", () => `id\n${"1,".repeat(size / 2)}`],
  ];
  test.each(cases)("%s is refused soon and in little memory", (what, text) => {
    const nodes = text();
    const [from, before] = [performance.now(), process.memoryUsage().rss];
    expect(answered(() => fromCsv(nodes, "source,target\na,b\n"))).toHaveProperty("refused");
    const [ms, grown] = [performance.now() - from, process.memoryUsage().rss - before];
    console.log(`a line of ${size / 1e6} MB ${what}: ${Math.round(ms)} ms, ${Math.round(grown / 1e6)} MB more`);
    expect(ms).toBeLessThan(5000);
    expect(grown).toBeLessThan(1e9);
  });
});
