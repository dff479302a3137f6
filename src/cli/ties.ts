/** The social graph of a run as GEXF: who knows whom, with trust both ways. */
import { VERSION } from "../execution/version.ts";
import { ATTRIBUTES } from "../model/attributes.ts";
import type { Run } from "../model/run.ts";
import { RUNGS } from "../model/vocabulary.ts";
import { toGraph } from "../observe/graph.ts";
import { toGexf } from "../observe/network/write.ts";

/** Least weight that a network file may give. */
const LEAST = 1e-6;

/**
 * GEXF of the acquaintances of all residents: `trust` from source to target, `trustBack` the other way. Read back by
 * `--network` it gives the same residents and acquaintances, with the evidence that both have of each other on the mean.
 */
export function tiesAsGexf(run: Run): string {
  const { residents, ties } = run.world;
  const { data, stride, offset, common } = ties;
  const r = residents.at;
  const trust = (tie: number) => round(data[tie * stride + offset.trust!]!);
  const kept = (tie: number) => data[tie * stride + offset.kept!]!;
  const graph = toGraph(ties, {
    attributes: (i) => ({
      label: `resident ${i}`,
      community: r.community[i]!,
      block: r.block[i]!,
      ...Object.fromEntries(ATTRIBUTES.map((name) => [name, round(r[name][i]!)])),
      belonging: round(r.belonging[i]!),
      efficacy: round(r.efficacy[i]!),
      rung: RUNGS[r.rung[i]!]!.name,
      organizations: r.memberOf[i]!,
    }),
    tieAttributes: (tie) => ({
      // Of an undirected edge of weight w both ends have evidence w, and half of it besides.
      weight: Math.max(LEAST, round((kept(tie) + kept(tie ^ 1)) / 3)),
      trust: trust(tie),
      trustBack: trust(tie ^ 1),
      strength: round(data[tie * stride + common.strength!]!), // the tie leads its pair: the graph is undirected
    }),
  });
  return toGexf(graph, {
    creator: `linli ${VERSION}`,
    description: `${run.scenario.name}, seed ${run.seed}: who knows whom, with trust`,
  });
}

/** Six decimals: more than a float32 column holds of a share. */
function round(value: number): number {
  return Number(value.toFixed(6));
}
