/**
 * The worker of one side: runs what it is asked for in short turns, so that a newer question is never kept waiting. The
 * same file serves many runs, one replicate a question.
 */
import { Arena } from "../../kernel/arena.ts";
import { buffersOf } from "./frame.ts";
import type { Answer, ReplicateAnswer, ReplicateRequest, Request, Week } from "./messages.ts";
import { replicateOf } from "./replicate.ts";
import { Session } from "./session.ts";

declare const self: {
  onmessage: ((event: { data: Request | ReplicateRequest }) => void) | null;
  postMessage(message: Answer | ReplicateAnswer, transfer?: ArrayBuffer[]): void;
};

const session = new Session();
/** Longest turn before the worker listens again, in milliseconds. */
const TURN = 40;
let current = -1;
let frameIsDue = false;

self.onmessage = ({ data: request }) => {
  if (request.ask === "run") begin(request);
  else if (request.ask === "look") look(request);
  else runReplicate(request);
};

function begin({ run, setting, seed }: Extract<Request, { ask: "run" }>): void {
  try {
    const from = session.begin(setting, seed);
    current = run;
    frameIsDue = true;
    self.postMessage({ tell: "begun", run, from, weeks: session.weeks, ground: session.ground });
    turn(run);
  } catch (error) {
    self.postMessage({ tell: "failed", run, message: messageOf(error) });
  }
}

/** Some weeks of a run; then the next turn, after whatever was asked meanwhile. */
function turn(run: number): void {
  if (run !== current) return;
  const weeks: Week[] = [];
  const until = performance.now() + TURN;
  try {
    if (frameIsDue) weeks.push(session.read());
    frameIsDue = false;
    while (!session.finished && performance.now() < until) {
      session.step();
      weeks.push(session.read());
    }
    self.postMessage(
      { tell: "weeks", run, weeks },
      weeks.flatMap(({ frame }) => buffersOf(frame)),
    );
    if (session.finished) self.postMessage({ tell: "ended", run, end: session.end() });
    else setTimeout(() => turn(run), 0);
  } catch (error) {
    self.postMessage({ tell: "failed", run, message: messageOf(error) });
  }
}

function look({ look, item, week, lang }: Extract<Request, { ask: "look" }>): void {
  try {
    self.postMessage({ tell: "card", look, card: session.look(item, week, lang) });
  } catch (error) {
    self.postMessage({ tell: "failed", look, message: messageOf(error) });
  }
}

/** Memory that replicates use one after another. */
let memory: Arena | undefined;

function runReplicate({ setting, rootSeed, replicate }: ReplicateRequest): void {
  memory ??= new Arena();
  try {
    self.postMessage({ tell: "replicate", replicate: replicateOf(setting, rootSeed, replicate, memory) });
  } catch (error) {
    self.postMessage({ tell: "broken", message: messageOf(error) });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
