/** The rows of a run as text that Redis keeps until they are written: exact to the bit, and small. */
import { gunzipSync, gzipSync } from "node:zlib";
import type { RunRows } from "../segments.ts";
import type { TaskReport } from "../task.ts";

/** What a worker sends back of a run. */
export interface Result {
  readonly report: TaskReport;
  /** None of a run whose worker's threads died. */
  readonly rows?: RunRows;
}

/** Below that, compression gains nothing. */
const SMALL = 1024;
/** First character of a text that is compressed; JSON begins with a brace. */
const COMPRESSED = "z";

export function pack(result: Result): string {
  const text = JSON.stringify(result, (_, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? { number: String(value) } : value,
  );
  return text.length < SMALL ? text : COMPRESSED + gzipSync(text, { level: 3 }).toString("base64");
}

export function unpack(packed: string): Result {
  const text = packed.startsWith(COMPRESSED) ? gunzipSync(Buffer.from(packed.slice(1), "base64")).toString() : packed;
  return JSON.parse(text, (_, value: unknown) => {
    const { number } = Object(value) as { number?: unknown };
    return typeof number === "string" ? Number(number) : value;
  });
}
