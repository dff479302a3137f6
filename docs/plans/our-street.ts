import type { Scenario } from "linli";
import { blank } from "linli/scenarios";

export default {
  ...blank,
  name: "our-street",
  title: { en: "Our street", zh: "我们的街道" },
  context: {
    ...blank.context,
    start: { ...blank.context.start, households: 120, blocks: 6 },
    team: { ...blank.context.team, eventsMonthly: 2 },
  },
} satisfies Scenario;
