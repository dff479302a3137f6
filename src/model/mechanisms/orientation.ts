/**
 * Submodel 7.4.9: Orientation, from amusement to service to public affairs.
 *
 * Each week an organization that meets leans further towards the next step by
 *
 *   rate · mean efficacy of members · capability in organizing · autonomy
 *
 * and takes it when the leaning is full. The step to public affairs is slow as long as no round on public issues was
 * ever opened here.
 *
 * Source: the paper, 3(2)1 (from interests to public affairs as skill and awareness grow; the fourth round opens it);
 * rates: assumption. Order: simultaneous.
 */
import { defineMechanism, parameter } from "../mechanism.ts";
import { capability, memberEfficacy } from "../membership.ts";

export const orientation = defineMechanism({
  name: "orientation",
  submodel: "7.4.9",
  title: { en: "Orientation", zh: "组织取向" },
  summary: {
    en: "Skill and efficacy carry organizations from amusement to service to public affairs.",
    zh: "能力与效能感使组织由自娱自乐转向服务邻里，进而关心公共事务。",
  },
  source: "Cao, Wan & Zeng (2019), 3(2)1; rates: assumption",
  order: "simultaneous",
  parameters: {
    rate: parameter(
      0.1,
      [0, 0.5],
      "share of a step a week",
      "assumption",
      ["speed of turning to others", "转向他人的速度"],
      ["at full skill and efficacy", "能力与效能感最高时"],
    ),
    unopened: parameter(
      0.15,
      [0, 1],
      "times",
      "assumption",
      ["without a public round", "未开公共议题轮次"],
      ["speed of the last step before any round on public issues", "尚无民生议题轮次时最后一步的速度"],
    ),
  },
  writes: ["organizations.orientation", "organizations.leaning"],
  events: {
    oriented: {
      subject: "organizations",
      value: "code of the orientation",
      text: { en: "{subject} turns to {value}", zh: "{subject}转向{value}" },
    },
  },
  bind({ world, values, context, clock, log }) {
    const { organizations } = world;
    const arrives = clock.tick(context.start.teamArrives);
    const rounds = context.timing.grants.filter((g) => g.public).map((g) => arrives + g.week);
    const oriented = log("oriented");

    return (tick) => {
      const at = organizations.at;
      const opened = rounds.some((week) => week <= tick);
      for (let o = 0; o < organizations.rows; o++) {
        if (!organizations.alive[o] || at.lastMet[o] !== tick || at.orientation[o] === 2) continue;
        const speed = at.orientation[o] === 1 && !opened ? values.rate * values.unopened : values.rate;
        const leaning =
          at.leaning[o]! + speed * memberEfficacy(world, o) * capability(at.organizing[o]!) * at.autonomy[o]!;
        at.leaning[o] = leaning >= 1 ? 0 : leaning;
        if (leaning < 1) continue;
        at.orientation[o]!++;
        oriented(o, { value: at.orientation[o]! });
      }
    };
  },
});
