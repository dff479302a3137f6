/** What is told of a sweep's jobs while they are followed. */
export type Notice =
  | { readonly kind: "submitted"; readonly job: string; readonly runs: number; readonly tasks: number }
  /** Jobs of an earlier start are still there. */
  | { readonly kind: "found"; readonly tasks: number }
  /** Tasks ended before their runs had, in such states; the runs are submitted again. */
  | { readonly kind: "again"; readonly runs: number; readonly states: readonly string[] }
  | { readonly kind: "held"; readonly job: string; readonly reason: string }
  /** The cluster does not answer, and does again. */
  | { readonly kind: "away"; readonly reason: string }
  | { readonly kind: "back" }
  /** Jobs that go on although they are no longer followed. */
  | { readonly kind: "left"; readonly jobs: readonly string[] };
