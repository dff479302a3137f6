/** A menu of what the picture shows: what a click chooses, by keyboard. */

import type { Side } from "../../experiments/page/address.ts";
import type { Frame } from "../engine/frame.ts";
import { nameOf } from "../state/names.ts";
import { go, place, type SideRun, say } from "../state/page.ts";
import { listedIn } from "./listed.ts";

interface Props {
  readonly side: Side;
  readonly run: SideRun;
  readonly frame: Frame | null;
}

const NOTHING = { platforms: [], organizations: [], issues: [] };

export function Chooser({ side, run, frame }: Props) {
  const { item } = place.value;
  const { platforms, organizations, issues, leaders } = listedIn(frame ?? NOTHING);
  const groups = [
    { label: say("Platforms", "协商平台"), codes: platforms },
    { label: say("Organizations", "自组织"), codes: organizations },
    { label: say("Open issues", "未了结议题"), codes: issues },
    { label: say("Leaders", "骨干能人"), codes: leaders },
  ];
  return (
    <select
      class="stage-chooser"
      aria-label={say("Look at", "细看")}
      value={item?.side === side ? item.code : ""}
      onChange={({ currentTarget: { value } }) =>
        go(value === "" ? { item: null } : { item: { side, code: value }, view: "look" })
      }
    >
      <option value="">{say("Look at …", "细看……")}</option>
      {groups.map(({ label, codes }) => (
        <optgroup key={label} label={label}>
          {codes.map((code) => (
            <option key={code} value={code}>
              {nameOf(run, code)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
