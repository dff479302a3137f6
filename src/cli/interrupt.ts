/** Ctrl-C in a long command: the first ends what has begun, the second ends the program. */

/** Exit code of a command that was interrupted, as shells have it: 128 and the number of the signal. */
export const INTERRUPTED = 130;

/** A command was stopped before its end; what it has written is good. The message is said as it is. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** Does `work` with a signal that Ctrl-C gives. `tell` is called once it is given. */
export async function interruptible<T>(tell: () => void, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
    tell();
  };
  process.on("SIGINT", stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGINT", stop);
  }
}
