/** The picture of one neighborhood, with what can be said of it in words. */
import { effect } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Side } from "../../experiments/page/address.ts";
import { TIES_EVERY, type TiesFrame } from "../engine/frame.ts";
import { setLines } from "../levers/setLines.ts";
import { nameOf } from "../state/names.ts";
import {
  frameAt,
  go,
  lang,
  motion,
  place,
  playing,
  runs,
  type SideRun,
  say,
  speed,
  told,
  week,
} from "../state/page.ts";
import { Chooser } from "./Chooser.tsx";
import { captionOf } from "./caption.ts";
import { Institutions } from "./Institutions.tsx";
import { Legend } from "./Legend.tsx";
import { Painter } from "./painter.ts";
import { paletteOf } from "./palette.ts";
import { slowWeek } from "./slow.ts";
import { codeAt } from "./things.ts";
import "./stage.css";

export function Stage({ side }: { readonly side: Side }) {
  const run = runs[side].value;
  const [only, setOnly] = useState<number | null>(null);
  const frame = frameAt(run, slowWeek.value);
  const caption = captionOf(frame, lang.value);
  return (
    <section
      class={`stage stage-${side}`}
      aria-label={`${side === "left" ? say("Left", "左侧") : say("Right", "右侧")}: ${run.scenario.title[lang.value]}`}
      data-stage={side}
      data-seed={run.end?.seed}
      data-hash={run.end?.hash}
    >
      <header class="stage-head">
        <h2>{run.scenario.title[lang.value]}</h2>
        <SetBadge run={run} />
        <Communities run={run} only={only} onChoose={setOnly} />
        <Chooser side={side} run={run} frame={frame} />
      </header>
      {run.failed === null ? (
        <Picture side={side} only={only} caption={caption} />
      ) : (
        <p class="stage-failed" role="alert">
          {say("This setting cannot be run: ", "此设定无法运行：")}
          {told(run.failed)}
        </p>
      )}
      <div class="stage-foot small">
        <p class="stage-caption">{caption}</p>
        {side === "left" && <Legend />}
      </div>
      <Institutions frame={frame} run={run} />
    </section>
  );
}

/** What differs from the scenario as it is shipped; more of it among the levers. */
function SetBadge({ run }: { readonly run: SideRun }) {
  const lines = setLines(run.setting, run.scenario, lang.value).map(({ text }) => text);
  if (lines.length === 0) return null;
  return (
    <button
      class="stage-set small of-assumption"
      type="button"
      title={lines.join("\n")}
      onClick={() => go({ view: "levers" })}
    >
      {say(`${lines.length} set`, `已改${lines.length}项`)}
    </button>
  );
}

interface CommunitiesProps {
  readonly run: SideRun;
  readonly only: number | null;
  readonly onChoose: (only: number | null) => void;
}

/** A closer look at one community of several. */
function Communities({ run, only, onChoose }: CommunitiesProps) {
  const count = run.ground?.communities ?? 1;
  // Several communities at once are too small for a phone.
  useEffect(() => onChoose(count > 1 && matchMedia("(max-width: 600px)").matches ? 0 : null), [count]);
  if (count < 2) return null;
  return (
    <select
      aria-label={say("Communities shown", "显示的社区")}
      value={only ?? "all"}
      onChange={({ currentTarget: { value } }) => onChoose(value === "all" ? null : Number(value))}
    >
      <option value="all">{say(`${count} communities`, `${count}个社区`)}</option>
      {Array.from({ length: count }, (_, c) => (
        <option key={c} value={c}>
          {say(`community ${c + 1}`, `第${c + 1}社区`)}
        </option>
      ))}
    </select>
  );
}

interface PictureProps {
  readonly side: Side;
  readonly only: number | null;
  readonly caption: string;
}

function Picture({ side, only, caption }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<Painter | null>(null);
  const [hover, setHover] = useState<{ x: number; y: number; text: string } | null>(null);
  useEffect(() => keepDrawn(canvas.current!, painter, side, only), [only]);
  const codeOf = (event: MouseEvent) => {
    const frame = frameAt(runs[side].value, week.value);
    const drawn = painter.current;
    if (!frame || !drawn) return null;
    return codeAt(event.offsetX, event.offsetY, drawn.things, drawn.shown, frame.presence, drawn.layout.dot);
  };
  const point = (event: MouseEvent) => {
    const code = codeOf(event);
    setHover(code === null ? null : { x: event.offsetX, y: event.offsetY, text: nameOf(runs[side].value, code) });
  };
  const choose = (event: MouseEvent) => {
    const code = codeOf(event);
    if (code !== null) go({ item: { side, code }, view: "look" });
  };
  return (
    <div class="stage-picture">
      <canvas
        ref={canvas}
        role="img"
        aria-label={caption}
        onMouseMove={point}
        onMouseLeave={() => setHover(null)}
        onClick={choose}
        style={{ cursor: hover ? "pointer" : "default" }}
      />
      {hover && (
        <span class="stage-tip small" style={{ left: `${hover.x}px`, top: `${hover.y}px` }}>
          {hover.text}
        </span>
      )}
    </div>
  );
}

/** Draws whenever the time, the run, the size, the theme or the choice has changed; never otherwise. */
function keepDrawn(canvas: HTMLCanvasElement, painter: { current: Painter | null }, side: Side, only: number | null) {
  let due = true;
  let stale = true;
  let ground: SideRun["ground"] = null;
  let asked = 0;
  const stop = effect(() => {
    void [week.value, runs[side].value, place.value.item, motion.value, playing.value];
    due = true;
  });
  const renew = () => {
    stale = due = true;
  };
  const sizes = new ResizeObserver(renew);
  sizes.observe(canvas);
  const themes = new MutationObserver(renew);
  themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const loop = () => {
    asked = requestAnimationFrame(loop);
    const run = runs[side].peek();
    const frame = frameAt(run, week.peek());
    if (!due || !run.ground || !frame) return;
    due = false;
    if (stale || run.ground !== ground) {
      ground = run.ground;
      stale = false;
      painter.current = new Painter(canvas, ground, paletteOf(canvas), only);
    }
    const at = Math.min(Math.floor(week.peek()), run.frames.length - 1);
    const share = motion.peek() ? Math.min(1, Math.max(0, week.peek() - at)) : 0;
    const item = place.peek().item;
    painter.current?.draw(
      frame,
      run.frames[at + 1] ?? frame,
      share,
      tiesAt(run, at),
      rushes(),
      item?.side === side ? item.code : null,
    );
  };
  loop();
  return () => {
    cancelAnimationFrame(asked);
    stop();
    sizes.disconnect();
    themes.disconnect();
  };
}

/** Weeks a second beyond which no eye could follow who meets, nor which ties come and go. */
const RUSH = 16;

const rushes = () => playing.peek() && speed.peek() > RUSH;

/** The ties as the last frame that holds them has them; when weeks rush by, as every sixth such frame has them. */
function tiesAt(run: SideRun, at: number): TiesFrame | null {
  const every = rushes() ? 6 * TIES_EVERY : TIES_EVERY;
  for (let k = at - (at % every); k >= 0; k--) if (run.frames[k]?.ties) return run.frames[k]!.ties;
  return null;
}
