/** The sixteen claims, in the order of their numbers. */
import type { Claim } from "./claim.ts";
import { committeeSupport, conflict, procedureAlone } from "./context.ts";
import { emptyAgreement, independentTeam, lateCouncil, moreTactics, ownersCommittee } from "./council.ts";
import { coalition, longCultivation, ownRulesFromBelow, scarcityAndContact } from "./organizations.ts";
import { capablePeople, earlyEvents, localTrust, longTies } from "./ties.ts";

export const CLAIMS: readonly Claim[] = [
  ...[localTrust, earlyEvents, ownersCommittee, independentTeam, lateCouncil, coalition, moreTactics, conflict],
  ...[committeeSupport, longTies, longCultivation, capablePeople, scarcityAndContact, ownRulesFromBelow],
  ...[procedureAlone, emptyAgreement],
];

/** Tests of all claims: the family over which p values are adjusted, whichever claims are run. */
export const FAMILY = CLAIMS.reduce((sum, claim) => sum + claim.tests.length, 0);
