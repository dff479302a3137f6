/** The standard model with a term frozen that names an effect: for the question what is left of the effect without it. */
import { standardModel } from "../community.ts";
import type { AnyMechanism, Model } from "../mechanism.ts";
import { complaints } from "../mechanisms/complaints.ts";
import { counterpart } from "../mechanisms/counterpart.ts";
import { federation } from "../mechanisms/federation.ts";
import { formation } from "../mechanisms/formation.ts";
import { jointActs } from "../mechanisms/jointActs.ts";
import { jointExecution } from "../mechanisms/jointExecution.ts";
import { means } from "../mechanisms/means.ts";
import { ownExecution } from "../mechanisms/ownExecution.ts";
import { ownRules } from "../mechanisms/ownRules.ts";
import { promises } from "../mechanisms/promises.ts";
import { steeredFounding } from "../mechanisms/steeredFounding.ts";
import { withoutCapable, withoutRandom } from "./departure.ts";
import { blindTo, held } from "./held.ts";

const replaceAll = (model: Model, mechanisms: readonly AnyMechanism[]) =>
  mechanisms.reduce((changed, m) => changed.replace(m.name, m), model);

/** A committee of middling readiness, at work throughout, whatever the scenario says. */
const committee = { support: { committee: 0.5, committeeFrom: null } };

/** Neither who acts nor who does the work is helped more, or paid more, by a readier committee. */
export const executionWithoutCommittee = replaceAll(
  standardModel,
  [complaints, counterpart, means, ownExecution, promises].map((m) => held(m, { context: committee })),
);

/** Neither joint acts nor federations are favored, nor organizations paid more, by a readier committee. */
export const federationWithoutCommittee = replaceAll(
  standardModel,
  [means, jointActs, jointExecution, federation].map((m) => held(m, { context: committee })),
);

/** Organizations act together whatever trust there is between their leaders. */
export const jointActsWithoutTrust = standardModel.replace(
  "jointActs",
  held(jointActs, { values: { trust: 0, coordination: 0 } }),
);

/** Anyone founds as readily as a resident of middling competence and public spirit. */
const anyoneFounds = blindTo(formation, "residents", { competence: 0.5, publicSpirit: 0.5 });

const leaving = (m: AnyMechanism) => standardModel.insertAfter("residency", m);
export const capableLeave = leaving(withoutCapable);
export const randomLeave = leaving(withoutRandom);
export const capableLeaveAnyoneFounds = capableLeave.replace("formation", anyoneFounds);
export const randomLeaveAnyoneFounds = randomLeave.replace("formation", anyoneFounds);

/** The team hands no written rules to the groups that it gathers: all rules are of an organization's own making. */
export const noHandedRules = standardModel.replace(
  "steeredFounding",
  blindTo(steeredFounding, "organizations", { rules: 0 }),
);

/** The same, and an organization takes rules and times as if it decided all its affairs itself. */
export const noHandedRulesNorAutonomy = noHandedRules.replace(
  "ownRules",
  blindTo(ownRules, "organizations", { autonomy: 1 }),
);

/** Whatever is promised, nothing comes of it. */
export const brokenPromises = standardModel.replace(
  "promises",
  held(promises, { values: { pressure: -1000, sharpness: 1000 } }),
);

/** Members give so many hours that no plan falls short of hands; at the most that the parameter admits, many still do. */
export const plentyOfHands = standardModel.replace("means", held(means, { values: { hands: 20 } }));
