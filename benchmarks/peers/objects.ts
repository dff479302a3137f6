/** Objects and Maps: an agent is an object that knows its ties by the other agent. */
import { altruismOf, sfc32, wattsStrogatz } from "../graph.ts";
import { answer, over, type Peer, shuffle, type Tie } from "./workload.ts";

class Agent {
  readonly altruism: number;
  readonly ties = new Map<Agent, Tie>();
  readonly others: Agent[] = [];

  constructor(altruism: number) {
    this.altruism = altruism;
  }

  /** Asks a neighbor; true if it helps. */
  ask(random: () => number): boolean {
    const other = this.others[Math.floor(random() * this.others.length)]!;
    return answer(this.ties.get(other)!, other.ties.get(this)!, other.altruism, random);
  }
}

export function objects(n: number, seed: number): Peer {
  const random = sfc32(seed);
  const agents = Array.from(altruismOf(n), (altruism) => new Agent(altruism));
  const edges = wattsStrogatz(n);
  for (let e = 0; e < edges.length; e++) {
    const [one, other] = [agents[edges[e]!]!, agents[edges[e ^ 1]!]!];
    one.ties.set(other, { trust: 0.5, ledger: 0 });
    one.others.push(other);
  }
  const order = [...agents];

  function step() {
    shuffle(order, random);
    let helped = 0;
    for (const agent of order) if (agent.ask(random)) helped++;
    let sum = 0;
    for (const agent of agents) for (const tie of agent.ties.values()) sum += tie.trust;
    return { trust: sum / edges.length, help: helped / n };
  }
  return { steps: (count) => over(count, step) };
}
