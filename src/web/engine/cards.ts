/** What a click shows of a resident, an organization, an issue or a platform as it stands in a week. Plain data. */
import type { Life } from "../../observe/why.ts";

/** Codes are as in the log: "resident:12", "organization:3", "platform:0", "issue:40". */
export interface Common {
  readonly item: string;
  readonly name: string;
  readonly week: number;
  readonly date: string;
  /** Its life up to this week and what decided it; null for what the log knows nothing of. */
  readonly life: Life | null;
  /** Where a demand came to, in order; empty for what is no demand. */
  readonly stations: readonly Station[];
}

/** A step in the life of a demand. */
export interface Station {
  readonly date: string;
  /** Name of the event: a state, "dropped" or "forgotten". */
  readonly event: string;
  readonly reason: string;
}

export interface TieCard {
  /** The other resident. */
  readonly resident: number;
  /** Trust given and received [0, 1]. */
  readonly given: number;
  readonly received: number;
  /** Favors received less those given, faded. */
  readonly owed: number;
  readonly kept: number;
  readonly broken: number;
  /** Bits of FOCUS that brought the two together. */
  readonly foci: number;
}

export interface ResidentCard extends Common {
  readonly kind: "resident";
  readonly resident: number;
  readonly community: number;
  readonly block: number;
  /** 0 not yet, 1 bought, 2 moved in. */
  readonly presence: number;
  readonly moveIn: string;
  readonly newcomer: boolean;
  /** Codes in NEEDS and RUNGS. */
  readonly needMain: number;
  readonly needMinor: number;
  readonly rung: number;
  readonly competence: number;
  readonly publicSpirit: number;
  readonly belonging: number;
  readonly efficacy: number;
  readonly reputation: number;
  readonly generalTrust: number;
  /** Trust in each of ROLES. */
  readonly institutions: readonly number[];
  readonly acquaintances: number;
  /** The strongest first; at most 12. */
  readonly ties: readonly TieCard[];
  readonly organizations: readonly {
    readonly item: string;
    readonly name: string;
    readonly since: string;
    readonly leads: boolean;
  }[];
  readonly platforms: readonly { readonly item: string; readonly name: string }[];
}

export interface OrganizationCard extends Common {
  readonly kind: "organization";
  readonly community: number;
  readonly need: number;
  readonly orientation: number;
  readonly founded: string;
  readonly below: boolean;
  readonly autonomy: number;
  readonly rules: boolean;
  readonly fixedTimes: boolean;
  readonly leader: number;
  readonly members: readonly number[];
  /** Stocks of skill, in units of the half-saturation: organizing, deliberating, executing. */
  readonly skills: readonly [number, number, number];
  readonly cohesion: number;
  readonly standing: number;
  readonly deeds: number;
  readonly grants: number;
  readonly coached: boolean;
  /** What it has and what its plans ask, in the order of MEANS. */
  readonly have: readonly number[];
  readonly asked: readonly number[];
  readonly platform: { readonly item: string; readonly name: string } | null;
}

export interface IssueCard extends Common {
  readonly kind: "issue";
  readonly community: number;
  readonly block: number;
  readonly agendaKind: number;
  readonly responsible: number;
  readonly state: number;
  readonly touched: number;
  readonly mobilized: number;
  readonly complaints: number;
  readonly contention: number;
  readonly vote: boolean;
  readonly emergency: boolean;
  readonly support: number;
  readonly progress: number;
  /** Where it is on the table; null if nowhere. */
  readonly platform: { readonly item: string; readonly name: string } | null;
}

export interface PlatformCard extends Common {
  readonly kind: "platform";
  readonly community: number;
  readonly below: boolean;
  /** Code in ROLES of who convened it; -1: residents' organizations. */
  readonly convener: number;
  readonly alive: boolean;
  readonly meetings: number;
  readonly founded: string;
  readonly seats: readonly { readonly resident: number; readonly organization: string | null }[];
  readonly attending: number;
  readonly skill: number;
  readonly standing: number;
  readonly voice: number;
  readonly curbed: number;
  readonly expectation: number;
  readonly issues: readonly { readonly item: string; readonly name: string; readonly state: number }[];
}

/** What is no longer, or not yet, there in that week: its life alone. */
export interface GoneCard extends Common {
  readonly kind: "gone";
}

export type Card = ResidentCard | OrganizationCard | IssueCard | PlatformCard | GoneCard;
