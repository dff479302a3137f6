/** Long runs with progress on the error stream, which Ctrl-C stops so that the same command goes on. */
import type { Progress } from "../../execution/run.ts";
import { interruptible } from "../interrupt.ts";
import type { Session } from "../output.ts";
import { sweepProgress } from "./progress.ts";

/** Does `work`, handing it the signal that Ctrl-C gives and what tells of its runs; the bar is gone at the end. */
export function interruptibleRuns<T>(
  session: Session,
  work: (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<T>,
): Promise<T> {
  const { say, terminal } = session;
  const progress = sweepProgress(session);
  const told = say(
    "stopping: runs under way are ended and kept (Ctrl-C again stops at once)",
    "正在停止：已开始的运行完成后保存（再按一次 Ctrl-C 立即停止）",
  );
  const stop = () => {
    progress.stop();
    terminal.warn(`${told}\n`);
  };
  return interruptible(stop, async (signal) => {
    try {
      return await work(signal, (now) => {
        if (!signal.aborted) progress.update(now);
      });
    } finally {
      progress.stop();
    }
  });
}
