/** What of a week can be looked at: codes by kind, and of residents those who lead. */
import type { Frame } from "../engine/frame.ts";

export function listedIn({ platforms, organizations, issues }: Pick<Frame, "platforms" | "organizations" | "issues">) {
  const leaders = [...new Set(organizations.map((o) => o.leader))].sort((a, b) => a - b);
  return {
    platforms: platforms.map((p) => `platform:${p.serial}`),
    organizations: organizations.map((o) => `organization:${o.serial}`),
    issues: issues.map((i) => `issue:${i.serial}`),
    leaders: leaders.map((i) => `resident:${i}`),
  };
}
