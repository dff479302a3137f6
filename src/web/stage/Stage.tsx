/** To be written: the picture of one neighborhood. */
import type { Side } from "../state/address.ts";
import { frameAt, lang, runs, week } from "../state/page.ts";

export function Stage({ side }: { readonly side: Side }) {
  const run = runs[side].value;
  const frame = frameAt(run, week.value);
  return (
    <section
      class="stage"
      aria-label={run.scenario.title[lang.value]}
      data-stage={side}
      data-seed={run.end?.seed}
      data-hash={run.end?.hash}
    >
      <h2>{run.scenario.title[lang.value]}</h2>
      {run.failed ?? ""}
      <p>
        {frame?.date}: {frame?.organizations.length} {frame?.memberships.length}
      </p>
      <p>{run.end?.hash}</p>
    </section>
  );
}
