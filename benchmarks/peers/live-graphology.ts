/** graphology as the live graph: trust and ledger are attributes of directed edges. */
import { DirectedGraph } from "graphology";
import { altruismOf, sfc32, wattsStrogatz } from "../graph.ts";
import { answer, over, type Peer, shuffle, type Tie } from "./workload.ts";

export function liveGraphology(n: number, seed: number): Peer {
  const random = sfc32(seed);
  const graph = new DirectedGraph();
  altruismOf(n).forEach((altruism, i) => {
    graph.addNode(i, { altruism });
  });
  const edges = wattsStrogatz(n);
  for (let e = 0; e < edges.length; e++) graph.addEdge(edges[e], edges[e ^ 1], { trust: 0.5, ledger: 0 });
  const order = graph.nodes();

  function ask(i: string): boolean {
    const out = graph.outNeighbors(i);
    const j = out[Math.floor(random() * out.length)]!;
    const there = graph.getEdgeAttributes(i, j) as Tie;
    const back = graph.getEdgeAttributes(j, i) as Tie;
    return answer(there, back, graph.getNodeAttribute(j, "altruism"), random);
  }

  function step() {
    shuffle(order, random);
    let helped = 0;
    for (const i of order) if (ask(i)) helped++;
    let sum = 0;
    graph.forEachEdge((_, attributes) => {
      sum += attributes.trust;
    });
    return { trust: sum / edges.length, help: helped / n };
  }
  return { steps: (count) => over(count, step) };
}
