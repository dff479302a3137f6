import type { Plan } from "linli";

const shares = Array.from({ length: 3 }, (_, k) => k / 2);

export default {
  name: "Who pays the team",
  scenarios: ["new-estate"],
  axes: { "team.independence": shares },
  replicates: 20,
  seed: 7,
  until: "2018-04-30",
  measures: ["demandsBrought", "demandsDecided", "demandsResolved", "councils", "suspensionDate"],
  series: 4,
} satisfies Plan;
