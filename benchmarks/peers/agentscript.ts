/** AgentScript: turtles and links; a link holds what both of its ends hold of each other. */
import { altruismOf, sfc32, wattsStrogatz } from "../graph.ts";
import { ALTRUISM, over, type Peer, returning, TRUST } from "./workload.ts";

interface Turtle {
  altruism: number;
  links: Link[] & { oneOf(): Link };
}
interface Link {
  end0: Turtle;
  end1: Turtle;
  /** Trust of the first end in the second, and of the second in the first. */
  trust0: number;
  trust1: number;
  /** Favors the first end received less those it gave. */
  ledger: number;
}

export async function agentscript(n: number, seed: number): Promise<Peer> {
  // It draws on a canvas as it loads, which Node has not.
  const context = new Proxy({}, { get: () => () => ({}) });
  Object.assign(globalThis, {
    OffscreenCanvas: class {
      getContext = () => context;
    },
  });
  const { Model, World } = await import("agentscript");
  const random = sfc32(seed);
  const edges = wattsStrogatz(n);
  let helped = 0;

  function ask(turtle: Turtle): void {
    const link = turtle.links[Math.floor(random() * turtle.links.length)]!;
    const first = link.end0 === turtle;
    const other = first ? link.end1 : link.end0;
    const theirs = first ? link.trust1 : link.trust0;
    const p = ALTRUISM * other.altruism + TRUST * theirs + returning(first ? -link.ledger : link.ledger);
    if (random() < p) {
      if (first) {
        link.trust0 += 0.1 * (1 - link.trust0);
        link.trust1 += 0.05 * (1 - link.trust1);
        link.ledger++;
      } else {
        link.trust1 += 0.1 * (1 - link.trust1);
        link.trust0 += 0.05 * (1 - link.trust0);
        link.ledger--;
      }
      helped++;
    } else if (first) link.trust0 *= 0.8;
    else link.trust1 *= 0.8;
  }

  class Exchange extends Model {
    setup(): void {
      this.turtles.create(n);
      const turtles: Turtle[] = [...this.turtles];
      altruismOf(n).forEach((altruism, i) => {
        turtles[i]!.altruism = altruism;
      });
      for (let e = 0; e < edges.length; e += 2) {
        this.links.createOne(turtles[edges[e]!], turtles[edges[e + 1]!], (link: Link) => {
          link.trust0 = link.trust1 = 0.5;
          link.ledger = 0;
        });
      }
    }

    step(): void {
      helped = 0;
      this.turtles.clone().shuffle().ask(ask);
    }
  }

  const model = new Exchange(World.defaultOptions());
  model.setup();
  function step() {
    model.step();
    let sum = 0;
    model.links.ask((link: Link) => {
      sum += link.trust0 + link.trust1;
    });
    return { trust: sum / edges.length, help: helped / n };
  }
  return { steps: (count) => over(count, step) };
}
