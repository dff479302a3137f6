/**
 * Null model: Shuffled trust, in the week after `trust`.
 *
 * The trust values of all ties are dealt out anew among them: how much trust there is stays what it was, to the last
 * value; who trusts whom is chance. It is done every week, because the rule of trust reckons each tie's trust anew from
 * its evidence every week: what is shuffled less often is undone a week later. Evidence stays where it is, so that the
 * values to shuffle come about as ever.
 *
 * Source: a permutation null, as of Krackhardt (1988), Predicting with networks, Social Networks 10(4). Order:
 * simultaneous.
 */
import { shuffle } from "../../kernel/random.ts";
import { defineMechanism } from "../mechanism.ts";

export const shuffledTrust = defineMechanism({
  name: "shuffledTrust",
  submodel: "7.3.4",
  title: { en: "Shuffled trust (null model)", zh: "打乱的信任（零模型）" },
  summary: {
    en: "Trust is dealt out anew over ties every week: as much as before, but of no one in particular.",
    zh: "每周把信任值在各条关系间重新洗牌：总量分布不变，对象随机。",
  },
  source: "assumption, after Krackhardt (1988), Social Networks 10(4)",
  order: "simultaneous",
  parameters: {},
  writes: ["ties.trust"],
  bind({ world, key }) {
    const { ties } = world;
    const deal = key("deal");
    return (tick) => {
      const { data, stride, offset, to, pairs } = ties;
      const places = new Int32Array(2 * ties.count);
      let count = 0;
      for (let d = 0; d < 2 * pairs; d++) if (to[d]! >= 0) places[count++] = d * stride + offset.trust!;
      const values = Float32Array.from(places, (at) => data[at]!);
      const order = new Int32Array(places.length);
      shuffle(order, deal, tick);
      for (let k = 0; k < places.length; k++) data[places[k]!] = values[order[k]!]!;
    };
  },
});
