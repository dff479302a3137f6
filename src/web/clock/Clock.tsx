/** The clock: play, step, speed, and a scrubber over weeks with dates. */
import { useEffect } from "preact/hooks";
import { Icon } from "../icon.tsx";
import { date, playing, ready, say, settleWeek, speed, week, weeks } from "../state/page.ts";

const SPEEDS = [1, 2, 4, 8, 16, 32, 64];

export function Clock() {
  useEffect(keepTime, []);
  return (
    <footer class="clock">
      <div class="row">
        <button class="button primary" id="play" type="button" aria-pressed={playing.value} onClick={switchPlaying}>
          <Icon name={playing.value ? "pause" : "play"} />
          {playing.value ? say("Pause", "暂停") : say("Play", "播放")}
        </button>
        <button class="button" type="button" onClick={() => stepBy(-1)} aria-label={say("One week back", "后退一周")}>
          <Icon name="back" />
        </button>
        <button class="button" type="button" onClick={() => stepBy(1)} aria-label={say("One week on", "前进一周")}>
          <Icon name="on" />
        </button>
        <input
          id="scrubber"
          type="range"
          min={0}
          max={weeks.value}
          step={1}
          value={Math.floor(week.value)}
          aria-label={say("Week", "周")}
          aria-valuetext={valueText()}
          onInput={(event) => moveTo(Number(event.currentTarget.value))}
          onChange={settleWeek}
        />
        <output for="scrubber">{valueText()}</output>
        <label>
          <span class="words">{say("Speed", "速度")}</span>{" "}
          <select value={speed.value} onChange={(event) => (speed.value = Number(event.currentTarget.value))}>
            {SPEEDS.map((s) => (
              <option key={s} value={s}>
                {say(`${s} weeks/s`, `${s}周/秒`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </footer>
  );
}

const valueText = () =>
  say(`week ${Math.floor(week.value)}, ${date.value}`, `第${Math.floor(week.value)}周 ${date.value}`);

function switchPlaying(): void {
  if (!playing.value && week.value >= weeks.value) week.value = 0;
  playing.value = !playing.value;
  if (!playing.value) settleWeek();
}

function moveTo(to: number): void {
  playing.value = false;
  week.value = Math.min(Math.max(0, to), weeks.value);
}

function stepBy(by: number): void {
  moveTo(Math.floor(week.value) + by);
  settleWeek();
}

/** Moves the time while it plays; stops at the end. */
function keepTime(): () => void {
  let last: number | null = null;
  let asked = 0;
  const tick = (now: number) => {
    if (playing.value && last !== null) {
      const next = week.value + (Math.min(250, now - last) / 1000) * speed.value;
      week.value = Math.min(next, Math.max(week.value, ready.value));
      if (next >= weeks.value) {
        playing.value = false;
        settleWeek();
      }
    }
    last = now;
    asked = requestAnimationFrame(tick);
  };
  asked = requestAnimationFrame(tick);
  const key = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.key !== " " || /^(INPUT|TEXTAREA|SELECT|BUTTON|A|SUMMARY)$/.test(target.tagName)) return;
    event.preventDefault();
    switchPlaying();
  };
  addEventListener("keydown", key);
  return () => {
    cancelAnimationFrame(asked);
    removeEventListener("keydown", key);
  };
}
