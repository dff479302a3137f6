/** The lever that a reader of the paper's pictures asks for. */
import { signal } from "@preact/signals";
import { go } from "../state/page.ts";

/** Dotted name of a context field, or the name of a whole block; null: none is asked for. */
export const wanted = signal<string | null>(null);

/** Leads to a lever. */
export function want(lever: string): void {
  wanted.value = lever;
  go({ view: "levers" });
}
