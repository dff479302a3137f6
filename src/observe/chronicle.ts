/** The event log read as lives: of issues, organizations, platforms and joint acts. Everything here comes from the log. */
import type { LoggedKind, Run } from "../model/run.ts";

/** One event with its names resolved; language-free. */
export interface Happening {
  readonly tick: number;
  readonly kind: LoggedKind;
  readonly subject: number;
  readonly other: number;
  /** Name of the reason, or null. */
  readonly reason: string | null;
  readonly value: number;
}

/** All events of a run before `until` (a tick), oldest first. */
export function happenings(run: Run, until = Number.POSITIVE_INFINITY): Happening[] {
  const { tick, kind, subject, other, reason, value } = run.log.columns();
  const list: Happening[] = [];
  for (let e = 0; e < tick.length && tick[e]! < until; e++) {
    const k = run.kinds[kind[e]!]!;
    list.push({
      tick: tick[e]!,
      kind: k,
      subject: subject[e]!,
      other: other[e]!,
      reason: reason[e]! < 0 ? null : k.reasonNames[reason[e]!]!,
      value: value[e]!,
    });
  }
  return list;
}

export interface IssueLife {
  readonly arisen: number;
  brought: number | null;
  decided: number | null;
  resolved: number | null;
}

export interface PlatformLife {
  readonly community: number;
  readonly founded: number;
  /** Founded by residents' organizations, not convened by a role. */
  readonly below: boolean;
  /** Organizations that founded it; 0 if convened. */
  readonly organizations: number;
  readonly meetings: number[];
  /** Ticks of going dormant and of reviving, in order. */
  readonly dormant: number[];
  readonly revived: number[];
}

export interface JointActLife {
  readonly community: number;
  readonly begun: number;
  readonly partners: number;
  done: number | null;
  failed: number | null;
}

/** Lives by serial number. */
export interface Chronicle {
  readonly issues: ReadonlyMap<number, IssueLife>;
  readonly platforms: ReadonlyMap<number, PlatformLife>;
  readonly jointActs: ReadonlyMap<number, JointActLife>;
  readonly organizationsFounded: number;
  readonly organizationsEnded: number;
  /** Shelvings by reason, each time counted. */
  readonly shelved: ReadonlyMap<string, number>;
  readonly dropped: number;
}

/** Reads the log up to a tick (exclusive). */
export function chronicle(run: Run, until = Number.POSITIVE_INFINITY): Chronicle {
  const issues = new Map<number, IssueLife>();
  const platforms = new Map<number, PlatformLife>();
  const jointActs = new Map<number, JointActLife>();
  const shelved = new Map<string, number>();
  let [organizationsFounded, organizationsEnded, dropped] = [0, 0, 0];
  const found = (h: Happening, below: boolean) =>
    platforms.set(h.subject, {
      community: h.other,
      founded: h.tick,
      below,
      organizations: below ? h.value : 0,
      meetings: [],
      dormant: [],
      revived: [],
    });
  const issue = (h: Happening, change: (life: IssueLife) => void) => {
    const life = issues.get(h.subject);
    if (life) change(life);
  };
  const readers: Readonly<Record<string, (h: Happening) => void>> = {
    arisen: (h) => issues.set(h.subject, { arisen: h.tick, brought: null, decided: null, resolved: null }),
    brought: (h) => issue(h, (life) => (life.brought = h.tick)),
    decided: (h) => issue(h, (life) => (life.decided ??= h.tick)),
    resolved: (h) => issue(h, (life) => (life.resolved = h.tick)),
    shelved: (h) => shelved.set(h.reason!, (shelved.get(h.reason!) ?? 0) + 1),
    dropped: () => dropped++,
    founded: () => organizationsFounded++,
    dissolved: () => organizationsEnded++,
    convened: (h) => found(h, false),
    federated: (h) => found(h, true),
    met: (h) => platforms.get(h.subject)?.meetings.push(h.tick),
    dormant: (h) => platforms.get(h.subject)?.dormant.push(h.tick),
    revived: (h) => platforms.get(h.subject)?.revived.push(h.tick),
    jointBegun: (h) =>
      jointActs.set(h.subject, { community: h.other, begun: h.tick, partners: h.value, done: null, failed: null }),
    jointDone: (h) => {
      const act = jointActs.get(h.subject);
      if (act) act.done = h.tick;
    },
    jointFailed: (h) => {
      const act = jointActs.get(h.subject);
      if (act) act.failed = h.tick;
    },
  };
  for (const h of happenings(run, until)) readers[h.kind.name]?.(h);
  return { issues, platforms, jointActs, organizationsFounded, organizationsEnded, shelved, dropped };
}
