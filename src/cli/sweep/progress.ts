/** Progress of a sweep on the error stream: a bar on a terminal, a plain line now and then elsewhere. */
import { performance } from "node:perf_hooks";
import { Presets, SingleBar } from "cli-progress";
import type { Progress } from "../../execution/run.ts";
import { duration } from "../duration.ts";
import type { Say, Session } from "../output.ts";

export interface SweepProgress {
  update(progress: Progress): void;
  stop(): void;
}

export function sweepProgress(session: Session): SweepProgress {
  return session.terminal.live ? bar(session) : plainLines(session);
}

function bar({ say }: Session): SweepProgress {
  const format = say("{bar} {value} of {total} runs{rest}", "{bar} 已完成 {value}/{total} 次运行{rest}");
  const drawn = new SingleBar(
    { format, clearOnComplete: true, hideCursor: true, stream: process.stderr, barsize: 24 },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update: (progress) => {
      const rest = { rest: restOf(progress, say) };
      if (!started) drawn.start(progress.total, progress.done, rest);
      started = true;
      drawn.setTotal(progress.total);
      drawn.update(progress.done, rest);
    },
    stop: () => {
      if (started) drawn.stop();
    },
  };
}

/** Lines where there is no terminal: at each quarter, and in a long sweep every so often. */
const QUARTERS = 4;
const EVERY_MS = 60_000;

function plainLines({ say, terminal }: Session): SweepProgress {
  let [quarter, told] = [-1, performance.now()];
  return {
    update: (progress) => {
      const { done, total } = progress;
      const reached = Math.floor((done * QUARTERS) / Math.max(1, total));
      const [first, now] = [quarter < 0, performance.now()];
      if (reached <= quarter && now - told < EVERY_MS) return;
      [quarter, told] = [Math.max(quarter, reached), now];
      if (first && done === total) return; // there is nothing to do
      terminal.warn(`${say(`${done} of ${total} runs`, `已完成 ${done}/${total} 次运行`)}${restOf(progress, say)}\n`);
    },
    stop: () => {},
  };
}

function restOf({ failed, rate, secondsLeft }: Progress, say: Say): string {
  const parts = [
    ...(rate === null ? [] : [rateText(rate, say)]),
    ...(secondsLeft === null || secondsLeft === 0 ? [] : [leftText(secondsLeft, say)]),
    ...(failed === 0 ? [] : [say(`${failed} failed`, `${failed} 次失败`)]),
  ];
  const comma = say(", ", "，");
  return parts.map((part) => comma + part).join("");
}

function leftText(seconds: number, say: Say): string {
  const time = seconds < 10 ? say(`${Math.ceil(seconds)} s`, `${Math.ceil(seconds)}秒`) : duration(seconds, say);
  return say(`${time} left`, `剩余 ${time}`);
}

/** Runs a second, or a minute where they are slow. */
export function rateText(rate: number, say: Say): string {
  if (rate >= 0.5) return say(`${shortNumber(rate)} runs/s`, `每秒 ${shortNumber(rate)} 次`);
  return say(`${shortNumber(rate * 60)} runs/min`, `每分钟 ${shortNumber(rate * 60)} 次`);
}

const shortNumber = (x: number) => String(Number(x.toFixed(x >= 100 ? 0 : 1)));
