import { clamp, defineMechanism, f32, type Model, parameter, uniform } from "linli";

/** Membership tires, rest restores: who is tired may lose a tenth of the belief that common work achieves something. */
const fatigue = defineMechanism({
  name: "fatigue",
  submodel: "7.8.8",
  title: { en: "Fatigue", zh: "倦怠" },
  summary: { en: "Membership tires; rest restores.", zh: "参与使人疲倦，休息使人恢复。" },
  source: "assumption",
  order: "simultaneous",
  parameters: {
    rest: parameter(0.1, [0, 1], "share a week", "assumption", ["rest", "恢复"], ["lost each week", "每周消退的比例"]),
    load: parameter(0.02, [0, 0.2], "fatigue", "assumption", ["load", "负担"], ["a membership", "每项参与"]),
  },
  columns: { residents: { fatigue: f32("fatigue of common work") } },
  writes: ["residents.fatigue", "residents.efficacy"],
  bind({ world, values, key }) {
    const { memberOf, efficacy } = world.residents.at;
    const own = world.column("residents", "fatigue");
    const gives = key("givesUp");
    return (tick) => {
      for (let i = 0; i < world.residents.rows; i++) {
        own[i] = clamp(own[i]! * (1 - values.rest) + values.load * memberOf[i]!, 0, 1);
        if (uniform(gives, tick, i) < 0.1 * own[i]!) efficacy[i]! *= 0.9;
      }
    };
  },
});

export default (standard: Model) => standard.insertAfter("efficacy", fatigue);
