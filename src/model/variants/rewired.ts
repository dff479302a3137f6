/**
 * Null model: Rewired acquaintances, in the week after `fading`.
 *
 * In the first week, and from then on every so many weeks if asked for, ends of ties change places until who knows whom
 * is random but for the number of acquaintances of each: closure, blocks and communities of acquaintance are gone. What a
 * pair holds (strength, evidence, ledger, foci) stays with the pair, so that its distribution is what it was.
 *
 * Source: Maslov & Sneppen (2002), Science 296. Ties may lead into other communities: the null has no place. Order:
 * simultaneous.
 */
import { defineMechanism, parameter } from "../mechanism.ts";
import { swapEnds } from "./swaps.ts";

export const rewired = defineMechanism({
  name: "rewired",
  submodel: "7.2.3",
  title: { en: "Rewired acquaintances (null model)", zh: "随机重连的相识网络（零模型）" },
  summary: {
    en: "Who knows whom is drawn anew; everybody keeps the number of acquaintances.",
    zh: "相识关系随机重连，每人的相识人数不变。",
  },
  source: "Maslov & Sneppen (2002), Science 296, 910-913",
  order: "simultaneous",
  parameters: {
    every: {
      ...parameter(
        0,
        [0, 520],
        "weeks",
        "assumption",
        ["weeks between rewirings", "重连间隔"],
        ["0: in the first week alone", "0 表示只在第一周重连"],
      ),
      integer: true,
    },
  },
  // A pair whose ends change ends as it was and is born anew.
  writes: [],
  creates: ["ties"],
  removes: ["ties"],
  bind({ world, values, key }) {
    const { ties, residents } = world;
    const swap = key("swap");
    return (tick) => {
      if (tick > 0 && (values.every === 0 || tick % values.every > 0)) return;
      const { to, slots, start, pairs } = ties;
      const living: number[] = [];
      for (let p = 0; p < pairs; p++) if (to[2 * p]! >= 0) living.push(p);
      const ends = {
        from: Int32Array.from(living, (p) => to[2 * p + 1]!),
        to: Int32Array.from(living, (p) => to[2 * p]!),
      };
      swapEnds(residents.rows, ends, swap, { tick });
      // Degrees are what they were: every list is written again where it lies.
      const next = start.slice();
      living.forEach((p, k) => {
        to[2 * p + 1] = ends.from[k]!;
        to[2 * p] = ends.to[k]!;
        slots[next[ends.from[k]!]!++] = 2 * p;
        slots[next[ends.to[k]!]!++] = 2 * p + 1;
      });
    };
  },
});
