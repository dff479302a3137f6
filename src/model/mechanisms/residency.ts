/**
 * Submodel 7.1.1: Arrivals and moving in.
 *
 * A resident buys at a drawn week and moves in an exponential time after handover; where homes were handed over before
 * the run, all live there from the first week.
 *
 * Source: the paper, 3(1): sales from 2015, handover 2017-04, moving in after; the distribution is an assumption.
 * Order: simultaneous.
 */
import { defineMechanism } from "../mechanism.ts";

export const residency = defineMechanism({
  name: "residency",
  submodel: "7.1.1",
  title: { en: "Arrivals and moving in", zh: "购房与入住" },
  summary: { en: "Residents buy, and move in after handover.", zh: "居民先后购房，交房后陆续入住。" },
  source: "Cao, Wan & Zeng (2019), 3(1); distribution of moving in: assumption",
  order: "simultaneous",
  parameters: {},
  writes: ["residents.presence", "communities.present", "communities.movedIn"],
  events: {
    handover: {
      subject: "communities",
      text: { en: "homes are handed over", zh: "交房" },
    },
  },
  bind({ world, context, clock, log }) {
    const r = world.residents.at;
    const { present, movedIn } = world.communities.at;
    const handover = clock.tick(context.start.handover);
    const handedOver = log("handover");
    return (tick) => {
      present.fill(0);
      movedIn.fill(0);
      for (let i = 0; i < world.residents.rows; i++) {
        const presence = r.moveIn[i]! <= tick ? 2 : r.arrival[i]! <= tick ? 1 : 0;
        r.presence[i] = presence;
        if (presence > 0) present[r.community[i]!]!++;
        if (presence === 2) movedIn[r.community[i]!]!++;
      }
      if (tick === handover && tick > 0) {
        for (let c = 0; c < world.communities.rows; c++) handedOver(c);
      }
    };
  },
});
