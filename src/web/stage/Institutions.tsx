/** The institutions at the rim, each with the mean trust of residents in it. */

import { ROLES } from "../../model/vocabulary.ts";
import type { Frame } from "../engine/frame.ts";
import { valueOn } from "../levers/current.ts";
import { lang, type SideRun, say } from "../state/page.ts";

/** Small pictures in the order of ROLES: people, house, hall, crane, wrench. */
const PICTURES = [
  "M5 7a2.5 2.5 0 1 1 0-5 2.5 2.5 0 0 1 0 5zm6 0a2.5 2.5 0 1 1 0-5 2.5 2.5 0 0 1 0 5zM1 14c0-4 2-5.5 4-5.5S8 10 8 11c0-1 1-2.5 3-2.5S15 10 15 14z",
  "M8 2l6.5 5.5h-2V14h-3v-4h-3v4h-3V7.5h-2z",
  "M8 1.5L15 5v1.5H1V5zM2.5 7.5h2V12h-2zm4.5 0h2V12H7zm4.5 0h2V12h-2zM1 13h14v1.5H1z",
  "M3 14.5V1h2v2h9v2h-1v4h-1V5H5v9.5z",
  "M10 1.5a4 4 0 0 0-3.7 5.6L1.5 12l2.5 2.5 4.9-4.8A4 4 0 0 0 14.3 4.8L12 7 9.5 6.5 9 4l2.3-2.3A4 4 0 0 0 10 1.5z",
];

interface Props {
  readonly frame: Frame | null;
  readonly run: SideRun;
}

/** What an institution is here in the week shown, and whether it has a part at all. */
function partOf(role: string, { setting, scenario }: SideRun, date: string): string | null {
  const { agenda, team, support } = scenario.context;
  const now = (name: string, own: unknown) => valueOn(setting, name, own, date);
  if (now("team.payer", team.payer) === role) return say("pays the team", "为团队出资");
  const from = now("support.committeeFrom", support.committeeFrom);
  if (role === "committee" && typeof from === "string" && date < from) return say("in preparation", "筹建中");
  const acts = role === "team" || role === "committee" || agenda.kinds.some((kind) => kind.responsible === role);
  return acts ? "" : null;
}

export function Institutions({ frame, run }: Props) {
  return (
    <ul class="stage-roles" aria-label={say("Trust in institutions", "对各方的信任")}>
      {ROLES.map((role, k) => {
        const trust = frame?.institutions[k] ?? Number.NaN;
        const known = !Number.isNaN(trust);
        const part = partOf(role.name, run, frame?.date ?? "");
        return (
          <li key={role.name} class={part === null ? "stage-aside" : ""}>
            <svg width="18" height="18" viewBox="0 0 16 16" aria-hidden="true">
              <path d={PICTURES[k]} fill="currentColor" />
            </svg>
            <span class="stage-bar" aria-hidden="true">
              <span style={{ width: known ? `${100 * trust}%` : "0" }} />
            </span>
            <span class="stage-number">{known ? trust.toFixed(2) : "–"}</span>
            <span class="stage-role">
              {role[lang.value].replace(/（.*）/, "")}
              {part ? <span class="muted">{say(`: ${part}`, `：${part}`)}</span> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
