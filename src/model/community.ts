/** The standard model: the week as one list, in order (ODD: process overview and scheduling). */
import { type Mechanism, Model } from "./mechanism.ts";
import { activities } from "./mechanisms/activities.ts";
import { agendaSetting } from "./mechanisms/agendaSetting.ts";
import { attendance } from "./mechanisms/attendance.ts";
import { belonging } from "./mechanisms/belonging.ts";
import { closing } from "./mechanisms/closing.ts";
import { coaching } from "./mechanisms/coaching.ts";
import { complaints } from "./mechanisms/complaints.ts";
import { convening } from "./mechanisms/convening.ts";
import { counterpart } from "./mechanisms/counterpart.ts";
import { decision } from "./mechanisms/decision.ts";
import { discovery } from "./mechanisms/discovery.ts";
import { discussion } from "./mechanisms/discussion.ts";
import { efficacy } from "./mechanisms/efficacy.ts";
import { encounters } from "./mechanisms/encounters.ts";
import { events } from "./mechanisms/events.ts";
import { exchange } from "./mechanisms/exchange.ts";
import { exchangeMeetings } from "./mechanisms/exchangeMeetings.ts";
import { expectation } from "./mechanisms/expectation.ts";
import { fading } from "./mechanisms/fading.ts";
import { federation } from "./mechanisms/federation.ts";
import { formation } from "./mechanisms/formation.ts";
import { generalTrust } from "./mechanisms/generalTrust.ts";
import { grants } from "./mechanisms/grants.ts";
import { institutionalTrust } from "./mechanisms/institutionalTrust.ts";
import { issueArrival } from "./mechanisms/issueArrival.ts";
import { joining } from "./mechanisms/joining.ts";
import { jointActs } from "./mechanisms/jointActs.ts";
import { jointExecution } from "./mechanisms/jointExecution.ts";
import { leaving } from "./mechanisms/leaving.ts";
import { means } from "./mechanisms/means.ts";
import { orientation } from "./mechanisms/orientation.ts";
import { ownExecution } from "./mechanisms/ownExecution.ts";
import { ownRules } from "./mechanisms/ownRules.ts";
import { participation } from "./mechanisms/participation.ts";
import { promises } from "./mechanisms/promises.ts";
import { residency } from "./mechanisms/residency.ts";
import { skills } from "./mechanisms/skills.ts";
import { standing } from "./mechanisms/standing.ts";
import { steeredFounding } from "./mechanisms/steeredFounding.ts";
import { trust } from "./mechanisms/trust.ts";

const WEEK = [
  // 1 calendar
  residency,
  issueArrival,
  // 2 encounters
  encounters,
  fading,
  // 3 exchange
  exchange,
  trust,
  // 4 organizations
  formation,
  steeredFounding,
  joining,
  leaving,
  activities,
  means,
  ownRules,
  skills,
  orientation,
  // 5 cultivation
  events,
  discovery,
  coaching,
  grants,
  exchangeMeetings,
  // 6 deliberation
  complaints,
  convening,
  attendance,
  agendaSetting,
  discussion,
  decision,
  counterpart,
  // 7 execution
  ownExecution,
  promises,
  jointActs,
  jointExecution,
  // 8 appraisal
  efficacy,
  federation,
  institutionalTrust,
  generalTrust,
  expectation,
  standing,
  belonging,
  participation,
  closing,
] as const;

export const standardModel = new Model(WEEK);

type NameOf<M> = M extends Mechanism<infer P, infer N> ? `${N}.${keyof P & string}` : never;
/** Dotted names of the standard model's parameters. */
export type ParameterName = NameOf<(typeof WEEK)[number]>;
