/** Progress on the error stream: a bar on a terminal, a plain line now and then elsewhere. */
import { Presets, SingleBar } from "cli-progress";
import type { Session } from "./output.ts";

export interface Progress {
  update(done: number): void;
  stop(): void;
}

const PLAIN_LINES = 4;

/** Progress of `total` runs. Without a terminal it tells every quarter, if `plain`, else nothing. */
export function progressOf(session: Session, total: number, plain: boolean): Progress {
  if (session.terminal.live && total > 1) return bar(session, total);
  const say = plain ? plainLine(session, total) : () => {};
  return { update: say, stop: () => {} };
}

function bar(session: Session, total: number): Progress {
  const format = session.say(
    "{bar} {value} of {total} runs, {eta_formatted} left",
    "{bar} 已完成 {value}/{total} 次，剩余 {eta_formatted}",
  );
  const drawn = new SingleBar(
    { format, clearOnComplete: true, hideCursor: true, stream: process.stderr },
    Presets.shades_classic,
  );
  drawn.start(total, 0);
  return { update: (done) => drawn.update(done), stop: () => drawn.stop() };
}

function plainLine({ say, terminal }: Session, total: number): (done: number) => void {
  return (done) => {
    const quarter = (n: number) => Math.floor((n * PLAIN_LINES) / total);
    if (quarter(done) > quarter(done - 1))
      terminal.warn(`${say(`${done} of ${total} runs done`, `已完成 ${done}/${total} 次运行`)}\n`);
  };
}
