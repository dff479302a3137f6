/** Click and see: what is looked at, as it stands in the week shown. */
import type { ComponentProps } from "preact";
import { useEffect, useState } from "preact/hooks";
import { frameAt, go, lang, look, place, runs, say, told } from "../state/page.ts";
import { CardView } from "./CardView.tsx";
import { Lists } from "./Lists.tsx";
import { lookWeek } from "./lookWeek.ts";
import "./look.css";

export function Look() {
  const { item } = place.value;
  const [first] = useState(item);
  const [visited, setVisited] = useState<readonly NonNullable<typeof item>[]>([]);
  useEffect(() => {
    if (item) setVisited((list) => (same(list.at(-1), item) ? list : [...list, item]));
  }, [item]);
  const back = () => {
    const before = visited.at(-2) ?? null;
    setVisited(visited.slice(0, -2));
    go({ item: before });
  };
  return (
    <div class="look">
      {item && (
        <p class="look-way">
          <button class="button" type="button" onClick={back}>
            {visited.length > 1 ? say("Back", "返回") : say("All things", "全部")}
          </button>{" "}
          {visited.length > 1 && (
            <button class="button" type="button" onClick={() => go({ item: null })}>
              {say("All things", "全部")}
            </button>
          )}
        </p>
      )}
      {item ? <Item arrived={first === null} /> : <Lists />}
    </div>
  );
}

function same(a: { side: string; code: string } | undefined, b: { side: string; code: string }): boolean {
  return a?.side === b.side && a.code === b.code;
}

type Shown = Omit<ComponentProps<typeof CardView>, "arrived">;

function Item({ arrived }: { readonly arrived: boolean }) {
  const item = place.value.item!;
  const run = runs[item.side].value;
  const week = lookWeek.value;
  // What was found stays until the next is, with the side it is of: its links lead on there.
  const [shown, setShown] = useState<Shown | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const known = frameAt(run, week)?.week === week || run.end !== null;
  useEffect(() => {
    setFailed(null);
    if (!known) return;
    let current = true;
    look(item.side, item.code, week).then(
      (card) => current && setShown({ side: item.side, card, scenario: run.scenario }),
      (error: Error) => current && setFailed(error.message),
    );
    return () => {
      current = false;
    };
  }, [item.side, item.code, week, lang.value, run.setting, run.seed, known]);
  if (run.failed !== null) return <p role="alert">{told(run.failed)}</p>;
  if (failed !== null) return <p role="alert">{told(failed)}</p>;
  if (!shown) return <p class="muted">{say("Looking …", "正在查看……")}</p>;
  return <CardView {...shown} arrived={arrived} />;
}
