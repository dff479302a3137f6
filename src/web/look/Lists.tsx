/** What there is to look at, where nothing is chosen yet. */
import { useState } from "preact/hooks";
import { SIDES, type Side } from "../../experiments/page/address.ts";
import { listedIn } from "../stage/listed.ts";
import { nameOf } from "../state/names.ts";
import { frameAt, go, lang, runs, say, told } from "../state/page.ts";
import { lookWeek } from "./lookWeek.ts";
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
  const frame = frameAt(run, lookWeek.value);
  if (run.failed !== null) return <p role="alert">{told(run.failed)}</p>;
  if (!frame) return null;
  const { platforms, organizations, leaders, issues } = listedIn(frame);
  const groups = [
    [say("Platforms", "协商平台"), platforms],
    [say("Organizations", "自组织"), organizations],
    [say("Leaders", "骨干能人"), leaders],
    [say("Open demands", "未了结议题"), issues],
  ] as const;
  return (
    <section>
      <h2>
        <span class={`look-${side}`}>{side === "left" ? say("Left", "左") : say("Right", "右")}</span>{" "}
        {run.scenario.title[lang.value]}
      </h2>
      {groups.map(([name, codes]) => (
        <Group key={name} side={side} name={name} codes={codes} />
      ))}
      <Resident side={side} count={frame.presence.length} />
    </section>
  );
}

/** Any resident by their number: all hundreds of dots are to be reached without a mouse, too. */
function Resident({ side, count }: { readonly side: Side; readonly count: number }) {
  const show = (event: Event) => {
    event.preventDefault();
    const number = new FormData(event.currentTarget as HTMLFormElement).get("number");
    go({ item: { side, code: `resident:${number}` } });
  };
  return (
    <form class="look-resident" onSubmit={show}>
      <label>
        {say(`Resident, 0 to ${count - 1}:`, `居民编号（0–${count - 1}）：`)}{" "}
        <input name="number" type="number" min={0} max={count - 1} step={1} required />
      </label>{" "}
      <button class="button" type="submit">
        {say("Look", "查看")}
      </button>
    </form>
  );
}

interface GroupProps {
  readonly side: Side;
  readonly name: string;
  readonly codes: readonly string[];
}

/** Things of a kind; of many, all only on demand: hundreds of buttons are slow to redraw while the clock runs. */
function Group({ side, name, codes }: GroupProps) {
  const [all, setAll] = useState(false);
  return (
    <details open={codes.length < MOST}>
      <summary>{say(`${name} (${codes.length})`, `${name}（${codes.length}）`)}</summary>
      <p class="look-many">
        {(all ? codes : codes.slice(0, MOST)).map((code) => (
          <To key={code} side={side} item={code}>
            {nameOf(runs[side].value, code)}
          </To>
        ))}
        {!all && codes.length > MOST && (
          <button class="look-to" type="button" onClick={() => setAll(true)}>
            {say(`all ${codes.length} …`, `显示全部${codes.length}项……`)}
          </button>
        )}
      </p>
      {codes.length === 0 && <p class="muted">{say("none in this week", "本周无")}</p>}
    </details>
  );
}
