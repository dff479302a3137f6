/** Networks drawn at random, as the texts of every format and as what reading them must give. */
import fc from "fast-check";
import type { Arc, Network } from "../../src/model/network.ts";

export interface Drawn {
  readonly ids: readonly string[];
  readonly note: readonly string[];
  readonly edges: readonly {
    readonly source: number;
    readonly target: number;
    readonly weight: number;
    readonly directed: boolean;
  }[];
}

/** Names that a careless reader stumbles over; none begins or ends with a blank, or holds what no format can. */
const name = fc.oneof(
  fc.constantFrom(
    ...[
      "constructor",
      "toString",
      "__proto__x",
      "../../etc/passwd",
      "a,b",
      'a"b',
      "a'b",
      "<node>",
      "a>b",
      "&amp;",
      "&",
    ],
    ...["]]>", "--", "a=b", "directed='false'", "张三", "0", "1e5", "null", "true", "-", "=1+1", "🏘"],
  ),
  fc.stringMatching(/^[!-~春夏 ]{0,12}[!-~春夏]$/).map((text) => text.trim()),
);

export const drawn: fc.Arbitrary<Drawn> = fc.uniqueArray(name, { minLength: 2, maxLength: 6 }).chain((ids) =>
  fc.record({
    ids: fc.constant(ids),
    note: fc.array(name, { minLength: ids.length, maxLength: ids.length }),
    edges: fc.array(
      fc
        .record({
          source: fc.nat({ max: ids.length - 1 }),
          step: fc.integer({ min: 1, max: ids.length - 1 }),
          weight: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.double({ min: 1e-9, max: 1e9, noNaN: true })),
          directed: fc.boolean(),
        })
        .map(({ step, ...edge }) => ({ ...edge, target: (edge.source + step) % ids.length })),
      { minLength: 1, maxLength: 8 },
    ),
  }),
);

/** What reading it must give. */
export function networkOf({ ids, note, edges }: Drawn, column = "note"): Network {
  const arcs = new Map<number, Arc>();
  const add = (source: number, target: number, weight: number) => {
    const before = arcs.get(source * ids.length + target)?.weight ?? 0;
    arcs.set(source * ids.length + target, { source, target, weight: before + weight });
  };
  for (const { source, target, weight, directed } of edges) {
    add(source, target, weight);
    if (!directed) add(target, source, weight);
  }
  return {
    name: "n",
    nodes: ids.map((id, i) => ({ id, attributes: { [column]: note[i]! } })),
    arcs: [...arcs.values()].sort((a, b) => a.source - b.source || a.target - b.target),
    foci: [],
  };
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("]]>", "]]&gt;");

export function csvOf({ ids, note, edges }: Drawn): string[] {
  const row = ({ source, target, weight, directed }: Drawn["edges"][number]) =>
    [quoted(ids[source]!), quoted(ids[target]!), weight, directed ? 1 : 0].join(",");
  return [
    ["id,note", ...ids.map((id, i) => `${quoted(id)},${quoted(note[i]!)}`)].join("\n"),
    ["source,target,weight,directed", ...edges.map(row)].join("\r\n"),
  ];
}

export function graphmlOf({ ids, note, edges }: Drawn): string[] {
  const edge = ({ source, target, weight, directed }: Drawn["edges"][number]) => {
    const ends = `source="${escaped(ids[source]!)}" target="${escaped(ids[target]!)}"`;
    return `<edge ${ends}${directed ? "" : ' directed="false"'}><data key="w">${weight}</data></edge>`;
  };
  const node = (id: string, i: number) =>
    `<node id="${escaped(id)}"><data key="n">${escaped(note[i]!)}</data></node><!-- <node id="${i}"/> -->`;
  return [
    [
      '<?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
      '<key id="n" for="node" attr.name="note" attr.type="string"/>',
      '<key id="w" for="edge" attr.name="weight" attr.type="double"/><graph edgedefault="directed">',
      ...ids.map(node),
      ...edges.map(edge),
      "</graph></graphml>",
    ].join("\n"),
  ];
}

export function gexfOf({ ids, note, edges }: Drawn): string[] {
  const edge = ({ source, target, weight, directed }: Drawn["edges"][number]) => {
    const ends = `source="${escaped(ids[source]!)}" target="${escaped(ids[target]!)}"`;
    return `<edge ${ends} weight="${weight}"${directed ? "" : ' type="undirected"'}/>`;
  };
  const node = (id: string, i: number) => {
    const value = `<attvalues><attvalue for="0" value="${escaped(note[i]!)}"/></attvalues>`;
    return `<node id='${escaped(id).replaceAll("'", "&apos;")}'>${value}</node>`;
  };
  return [
    [
      '<gexf xmlns="http://gexf.net/1.2" version="1.2"><graph defaultedgetype="directed">',
      '<attributes class="node"><attribute id="0" title="note" type="string"/></attributes>',
      ...["<nodes>", ...ids.map(node), "</nodes>", "<edges>", ...edges.map(edge), "</edges>", "</graph></gexf>"],
    ].join("\n"),
  ];
}
