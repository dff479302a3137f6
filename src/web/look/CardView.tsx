/** A card: who or what it is, how it stands, its life, and what decided it. */
import { useEffect, useRef } from "preact/hooks";
import type { Side } from "../../experiments/page/address.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Card } from "../engine/cards.ts";
import { say } from "../state/page.ts";
import { IssueFacts } from "./IssueFacts.tsx";
import { OrganizationFacts } from "./OrganizationFacts.tsx";
import { PlatformFacts } from "./PlatformFacts.tsx";
import { ResidentFacts } from "./ResidentFacts.tsx";
import { Stations } from "./Stations.tsx";

interface Props {
  readonly side: Side;
  readonly card: Card;
  readonly scenario: Scenario;
  /** It was come to from the lists, not by the address that the page began with. */
  readonly arrived: boolean;
}

/** The heading of a card takes the focus that its predecessor's button had, so that the keyboard stays with it. */
function useHeading(item: string, arrived: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(arrived ? "" : item);
  useEffect(() => {
    if (shown.current !== item && document.activeElement === document.body) heading.current?.focus();
    shown.current = item;
  }, [item]);
  return heading;
}

export function CardView({ side, card, scenario, arrived }: Props) {
  const heading = useHeading(`${side} ${card.item}`, arrived);
  return (
    <article class="look-card" data-card={card.item}>
      <h2 ref={heading} tabIndex={-1}>
        <span class={`look-side look-${side}`}>{side === "left" ? say("left", "左") : say("right", "右")}</span>{" "}
        {card.name} <span class="of-model">{say("model", "模型")}</span>
      </h2>
      <p class="muted small">
        {card.date} · {card.item}
      </p>
      {card.life && card.life.verdict !== "" && (
        <p class="look-why">
          <strong>{say("Why, as of this week: ", "缘由（截至本周）：")}</strong>
          {card.life.verdict}
        </p>
      )}
      {card.stations.length > 0 && <Stations stations={card.stations} />}
      {card.kind === "resident" && <ResidentFacts side={side} card={card} />}
      {card.kind === "organization" && <OrganizationFacts side={side} card={card} />}
      {card.kind === "issue" && <IssueFacts side={side} card={card} scenario={scenario} />}
      {card.kind === "platform" && <PlatformFacts side={side} card={card} />}
      {card.kind === "gone" && (
        <p>
          {card.life
            ? say("No longer there in this week.", "这一周已不复存在。")
            : say("Not there yet in this week.", "这一周尚未出现。")}
        </p>
      )}
      {card.life && card.life.passages.length > 0 && (
        <details open={card.stations.length === 0}>
          <summary class="look-summary">{say("Its life", "来龙去脉")}</summary>
          <ol class="look-life">
            {card.life.passages.map(({ date, until, text }, k) => (
              <li key={k}>
                <span class="muted small">{until === null ? date : `${date} – ${until}`}</span> {text}
              </li>
            ))}
          </ol>
        </details>
      )}
    </article>
  );
}
