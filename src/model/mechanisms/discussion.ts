/**
 * Submodel 7.6.5: Discussion.
 *
 * Delegates who came have opinions on an item: those whom it touches favor it, and the more interests conflict, the
 * wider opinions lie. In each round (procedure.rounds) there are as many talks as delegates; opinions nearer than a
 * bound move towards each other (bounded confidence), after which all move a little towards the mean (group argument).
 * Where turns are shared evenly (procedure.turns) any two may talk; else the most competent delegate is one of them,
 * and does not move. Support is the share of delegates in favor.
 *
 *   x_i = 0.7 + 0.3·salience·touched - 0.2·a + (0.3 + 0.7·a)·(u - 1/2)
 *   |x_i - x_j| < ε: x_i ← x_i + μ·(x_j - x_i)      x_i ← x_i + α·(X - x_i)      support = share of x_i > 1/2
 *
 * x_i       opinion of a delegate, kept in [0, 1]: above 1/2 is in favor  [0, 1]
 * salience  weight of the issue in residents' minds  [0, 1]
 * touched   1 if the issue touches the delegate, else 0
 * a         contention of the issue  [0, 1]
 * u         a uniform draw  [0, 1]
 * ε         bound of confidence (bound)  opinion
 * μ         step of opinion (step)  [0, 1]
 * α         group argument (argument)  [0, 1]
 * X         mean opinion of those who came  [0, 1]
 *
 * Source: Deffuant et al. (2000), Mixing Beliefs among Interacting Agents; Butler, Pigozzi & Rouchier (2019), Mixing
 * Dyadic and Deliberative Opinion Dynamics. Departures: opinions are drawn anew for each item, because items have
 * different parties; the loudest delegate is the model's own, to give the sharing of turns a bearing. Order:
 * sequential, by talk.
 */
/**
 * 子模型 7.6.5：讨论。
 *
 * 到会代表对每项议题各有意见：受影响者倾向赞成；利益越冲突，意见越分散。每轮（procedure.rounds）对话的次数等于到会人
 * 数，差距在阈值之内的意见相互靠近（有界置信），随后所有人向平均意见略微靠拢（集体论证）。发言机会均等
 * （procedure.turns）时，任意两人都可能对话；否则其中一方总是最有能力的代表，且其意见不变。赞成率为持赞成意见的代表所占
 * 比例。
 *
 *   x_i = 0.7 + 0.3·salience·touched - 0.2·a + (0.3 + 0.7·a)·(u - 1/2)
 *   |x_i - x_j| < ε: x_i ← x_i + μ·(x_j - x_i)      x_i ← x_i + α·(X - x_i)      support = x_i > 1/2 的比例
 *
 * x_i       代表的意见，限于 [0, 1]，大于 1/2 为赞成  [0, 1]
 * salience  议题在居民心中的分量  [0, 1]
 * touched   受该议题影响为 1，否则为 0
 * a         议题的争议程度  [0, 1]
 * u         均匀随机数  [0, 1]
 * ε         意见接受阈值（bound）  意见差距
 * μ         意见步长（step）  [0, 1]
 * α         集体论证（argument）  [0, 1]
 * X         到会代表的平均意见  [0, 1]
 *
 * 来源：Deffuant et al. (2000)，互动主体的信念混合；Butler, Pigozzi & Rouchier (2019)，混合两两互动与集体协商的意见动
 * 态。与原文献的差异：每项议题重新抽取意见，因为各议题的当事人不同；“最强势代表”为本模型自拟，使发言机会是否均等有所
 * 影响。次序：依次更新，逐次对话。
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
