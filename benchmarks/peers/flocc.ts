/** flocc: agents with data and a rule, in an environment that calls them in random order. */
import { Agent, Environment } from "flocc";
import { altruismOf, sfc32, wattsStrogatz } from "../graph.ts";
import { answer, over, type Peer } from "./workload.ts";

export function flocc(n: number, seed: number): Peer {
  const random = sfc32(seed);
  const environment = new Environment({ width: 1, height: 1, torus: false });
  let helped = 0;

  function ask(agent: Agent): void {
    const ties = agent.get("ties");
    const others = agent.get("others");
    const other = others[Math.floor(random() * others.length)];
    const back = other.get("ties").get(agent);
    if (answer(ties.get(other), back, other.get("altruism"), random)) helped++;
  }

  const agents = Array.from(altruismOf(n), (altruism) => {
    const agent = new Agent({ altruism, ties: new Map(), others: [], tick: ask });
    environment.addAgent(agent);
    return agent;
  });
  const edges = wattsStrogatz(n);
  for (let e = 0; e < edges.length; e++) {
    const [one, other] = [agents[edges[e]!]!, agents[edges[e ^ 1]!]!];
    one.get("ties").set(other, { trust: 0.5, ledger: 0 });
    one.get("others").push(other);
  }

  function step() {
    helped = 0;
    environment.tick({ activation: "uniform", randomizeOrder: true });
    let sum = 0;
    for (const agent of agents) for (const tie of agent.get("ties").values()) sum += tie.trust;
    return { trust: sum / edges.length, help: helped / n };
  }
  return { steps: (count) => over(count, step) };
}
