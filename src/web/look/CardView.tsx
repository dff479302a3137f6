/** A card: who or what it is, how it stands, its life, and what decided it. */
import type { Scenario } from "../../model/scenario.ts";
import type { Card } from "../engine/cards.ts";
import type { Side } from "../state/address.ts";
import { say } from "../state/page.ts";
import { IssueFacts } from "./IssueFacts.tsx";
import { OrganizationFacts } from "./OrganizationFacts.tsx";
import { PlatformFacts } from "./PlatformFacts.tsx";
import { ResidentFacts } from "./ResidentFacts.tsx";

interface Props {
  readonly side: Side;
  readonly card: Card;
  readonly scenario: Scenario;
}

export function CardView({ side, card, scenario }: Props) {
  return (
    <article class="look-card" data-card={card.item}>
      <h2>
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
      {card.kind === "resident" && <ResidentFacts side={side} card={card} />}
      {card.kind === "organization" && <OrganizationFacts side={side} card={card} />}
      {card.kind === "issue" && <IssueFacts card={card} scenario={scenario} />}
      {card.kind === "platform" && <PlatformFacts side={side} card={card} />}
      {card.kind === "gone" && (
        <p>{say("Not there in this week: not yet, or no longer.", "这一周尚未出现，或已不复存在。")}</p>
      )}
      {card.life && card.life.passages.length > 0 && (
        <>
          <h3>{say("Its life", "来龙去脉")}</h3>
          <ol class="look-life">
            {card.life.passages.map(({ date, until, text }, k) => (
              <li key={k}>
                <span class="muted small">{until === null ? date : `${date} – ${until}`}</span> {text}
              </li>
            ))}
          </ol>
        </>
      )}
    </article>
  );
}
