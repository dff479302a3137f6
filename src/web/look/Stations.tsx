/** The life of a demand as a small time line: where it came to, when, and why. */
import { STATES, type Text } from "../../model/vocabulary.ts";
import type { Station } from "../engine/cards.ts";
import { lang, say } from "../state/page.ts";

const OTHERS: Readonly<Record<string, Text>> = {
  dropped: { en: "kept off the agenda", zh: "未列入议程" },
  forgotten: { en: "faded", zh: "淡出关注" },
};

function nameOf(event: string): Text {
  return STATES.find(({ name }) => name === event) ?? OTHERS[event] ?? { en: event, zh: event };
}

export function Stations({ stations }: { readonly stations: readonly Station[] }) {
  return (
    <>
      <h3>{say("Time line", "进程")}</h3>
      <ol class="look-stations">
        {stations.map(({ date, event, reason }, k) => (
          <li key={k} class={`look-at-${event}`}>
            <span class="muted small">{date}</span> <strong>{nameOf(event)[lang.value]}</strong>
            {reason !== "" && `${say(": ", "：")}${reason}`}
          </li>
        ))}
      </ol>
    </>
  );
}
