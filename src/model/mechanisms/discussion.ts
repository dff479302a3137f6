/**
 * Submodel 7.6.5: Discussion.
 *
 * Delegates come with opinions on an item: those whom it touches favor it, and the more interests conflict, the wider
 * opinions lie. In each round pairs who sit together talk; opinions nearer than ε move towards each other by μ (bounded
 * confidence), after which all move a little towards the mean of those who spoke (group argument). Where turns are
 * shared evenly any two may talk; else the most competent delegate is one of them, and does not move.
 *
 *   |x_i - x_j| < ε:   x_i ← x_i + μ (x_j - x_i)      support = share of x above 1/2
 *
 * Source: Deffuant et al. (2000), Mixing Beliefs among Interacting Agents; Butler, Pigozzi & Rouchier (2019), Mixing
 * Dyadic and Deliberative Opinion Dynamics. Departures: opinions are drawn anew for each item. Order: sequential.
 */
import { clamp } from "../../kernel/math.ts";
import { below, uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";

/** The opinion x after it met y, if they are near enough to listen. */
export function listen(x: number, y: number, bound: number, step: number): number {
  return Math.abs(x - y) < bound ? x + step * (y - x) : x;
}

export const discussion = defineMechanism({
  name: "discussion",
  submodel: "7.6.5",
  title: { en: "Discussion", zh: "讨论" },
  summary: { en: "Opinions at the table move together, or do not.", zh: "与会者的意见在讨论中趋近，或各执己见。" },
  source:
    "Deffuant, Neau, Amblard & Weisbuch (2000), Advances in Complex Systems 3; Butler, Pigozzi & Rouchier (2019), Complexity 2019, 3758159",
  order: "sequential",
  parameters: {
    bound: parameter(
      0.3,
      [0.1, 0.5],
      "opinion",
      "Deffuant et al. (2000); value: assumption",
      ["bound of confidence", "意见接受阈值（有界置信）"],
      ["opinions farther apart do not listen", "差距更大者互不听取"],
    ),
    step: parameter(
      0.3,
      [0.1, 0.5],
      "share of the gap",
      "Deffuant et al. (2000)",
      ["step of opinion", "意见步长"],
      ["how far one moves towards the other", "向对方靠近的程度"],
    ),
    argument: parameter(
      0.1,
      [0, 0.5],
      "share of the gap",
      "Butler et al. (2019); value: assumption",
      ["group argument", "集体论证"],
      ["pull of the mean of those who spoke", "发言者均值的拉力"],
    ),
  },
  writes: ["seats.opinion", "issues.support", "platforms.voice"],
  bind({ world, values, context, key }) {
    const { platforms, issues, seats, touches, residents } = world;
    const { turns, rounds } = context.procedure;
    const [start, even, one, two] = [key("start"), key("even"), key("one"), key("two")];
    const table: number[] = [];

    function open(issue: number, p: number): void {
      const { contention, salience, identity } = issues.at;
      table.length = 0;
      for (let s = seats.firstA[p]!; s >= 0; s = seats.at.nextA[s]!) {
        if (!seats.at.present[s]) continue;
        const i = seats.at.b[s]!;
        const touched = touches.find(issue, i) >= 0 ? 1 : 0;
        const lean = 0.7 + 0.3 * salience[issue]! * touched - 0.2 * contention[issue]!;
        const width = 0.3 + 0.7 * contention[issue]!;
        seats.at.opinion[s] = clamp(lean + width * (uniform(start, identity[issue]!, i) - 0.5), 0, 1);
        table.push(s);
      }
    }

    function loudest(): number {
      const competence = (s: number) => residents.at.competence[seats.at.b[s]!]!;
      return table.reduce((best, s) => (competence(s) > competence(best) ? s : best));
    }

    function talk(round: number, id: number): void {
      const x = seats.at.opinion;
      const loud = loudest();
      for (let k = 0; k < table.length; k++) {
        const s = table[below(table.length, one, id, round, k)]!;
        const open = uniform(even, id, round, k) < turns;
        const other = open ? table[below(table.length, two, id, round, k)]! : loud;
        if (s === other) continue;
        const before = x[s]!;
        x[s] = listen(before, x[other]!, values.bound, values.step);
        if (open) x[other] = listen(x[other]!, before, values.bound, values.step);
      }
      let mean = 0;
      for (const s of table) mean += x[s]! / table.length;
      for (const s of table) x[s] = x[s]! + values.argument * (mean - x[s]!);
    }

    return (tick) => {
      for (let issue = 0; issue < issues.rows; issue++) {
        const p = issues.at.platform[issue]!;
        if (!issues.alive[issue] || issues.at.tabled[issue] !== tick || p < 0) continue;
        open(issue, p);
        if (table.length === 0) continue;
        for (let round = 0; round < rounds; round++) talk(round, issues.at.identity[issue]!);
        let favor = 0;
        for (const s of table) if (seats.at.opinion[s]! > 0.5) favor++;
        issues.at.support[issue] = favor / table.length;
        platforms.at.voice[p] = 0.8 * platforms.at.voice[p]! + 0.2 * turns;
      }
    };
  },
});
