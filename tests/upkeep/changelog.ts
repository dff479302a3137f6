/** The changelog as data, and what is wrong between it, the golden hashes and the version. */
import { createHash } from "node:crypto";

export type Hashes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The kept hashes, and the version with which they changed last. */
export interface Golden {
  readonly version: string;
  readonly hashes: Hashes;
}

export interface Release {
  /** A version, or `Unreleased`. */
  readonly version: string;
  /** Text by title, in the order of the file. */
  readonly sections: ReadonlyMap<string, string>;
}

export const SECTIONS = ["Changes to results", "Interface", "Fixes"];
export const UNRELEASED = "Unreleased";

export function releasesOf(changelog: string): Release[] {
  const parts = (text: string, mark: string) => text.split(new RegExp(`^${mark} `, "m")).slice(1);
  const titled = (part: string) => [part.split("\n")[0]!.trim(), part.slice(part.indexOf("\n")).trim()] as const;
  return parts(changelog, "##").map((part) => {
    const [version, text] = titled(part);
    return { version, sections: new Map(parts(text, "###").map(titled)) };
  });
}

/** The fingerprint by which the changelog names a set of hashes. */
export const fingerprint = (hashes: Hashes) =>
  createHash("sha256").update(JSON.stringify(hashes)).digest("hex").slice(0, 16);

/** The line of a version that changes results. */
export const resultsLine = (hashes: Hashes) => `States of both neighborhoods: \`${fingerprint(hashes)}\``;

const fingerprintIn = ({ sections }: Release) =>
  /States of both neighborhoods: `(\w+)`/.exec(sections.get(SECTIONS[0]!) ?? "")?.[1];

/** What is wrong; nothing if results have changed only with a version that says so. */
export function complaintsOf(golden: Golden, now: Hashes, version: string, changelog: string): string[] {
  const releases = releasesOf(changelog);
  const last = releases.find((release) => fingerprintIn(release) !== undefined);
  const told: (readonly [wrong: boolean, text: string])[] = [
    [fingerprint(now) !== fingerprint(golden.hashes), "states are not those of tests/golden.json"],
    [
      releases.find((r) => r.version !== UNRELEASED)?.version !== version,
      `${version} is not the newest of the changelog`,
    ],
    [last?.version === UNRELEASED, "results change without a version: the fingerprint stands under Unreleased"],
    [last?.version !== golden.version, `the changelog does not name ${golden.version} as the last to change results`],
    [
      last !== undefined && fingerprintIn(last) !== fingerprint(golden.hashes),
      `expected under ${golden.version}, ${SECTIONS[0]}: ${resultsLine(golden.hashes)}`,
    ],
  ];
  return told.filter(([wrong]) => wrong).map(([, text]) => text);
}

/** The golden hashes to keep from now on. Throws if they changed without a new version. */
export function renewed(golden: Golden, now: Hashes, version: string): Golden {
  if (fingerprint(now) === fingerprint(golden.hashes)) return golden;
  if (version === golden.version)
    throw new Error(
      `results have changed: expected a version after ${version} in package.json, and ${resultsLine(now)}`,
    );
  return { version, hashes: now };
}
