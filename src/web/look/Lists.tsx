/** What there is to look at, where nothing is chosen yet. */

import { slowWeek } from "../stage/slow.ts";
import { SIDES, type Side } from "../state/address.ts";
import { frameAt, lang, runs, say } from "../state/page.ts";
import { To } from "./parts.tsx";

export function Lists() {
  return (
    <>
      <p>
        {say(
          "Click a dot, a disc or a mark in a picture, or choose here: every resident, organization, council and demand has a card that says how it stands and why.",
          "点击图中的圆点、圆盘或标记，或在此选择。每位居民、每个自组织、协商平台和每项诉求都有一张卡片，说明其现状与缘由。",
        )}
      </p>
      {SIDES.map((side) => (
        <Things key={side} side={side} />
      ))}
    </>
  );
}

const MOST = 25;

function Things({ side }: { readonly side: Side }) {
  const run = runs[side].value;
  const frame = frameAt(run, slowWeek.value);
  if (!frame) return null;
  const groups = [
    [say("Platforms", "协商平台"), frame.platforms.map((p) => `platform:${p.serial}`)],
    [say("Organizations", "自组织"), frame.organizations.map((o) => `organization:${o.serial}`)],
    [say("Open demands", "未了结议题"), frame.issues.map((i) => `issue:${i.serial}`)],
  ] as const;
  return (
    <section>
      <h2>{run.scenario.title[lang.value]}</h2>
      {groups.map(([name, codes]) => (
        <details key={name} open={codes.length < MOST}>
          <summary>{`${name} (${codes.length})`}</summary>
          <p class="look-many">
            {codes.slice(0, MOST).map((code) => (
              <To key={code} side={side} item={code}>
                {run.end?.names[code]?.[lang.value] ?? code}
              </To>
            ))}
            {codes.length > MOST && "…"}
          </p>
        </details>
      ))}
    </section>
  );
}
