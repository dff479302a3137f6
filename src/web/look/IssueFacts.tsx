/** What is known of a demand. */
import type { Scenario } from "../../model/scenario.ts";
import { ROLES, STATES } from "../../model/vocabulary.ts";
import type { IssueCard } from "../engine/cards.ts";
import { lang, say } from "../state/page.ts";
import { Fact, Share } from "./parts.tsx";

export function IssueFacts({ card, scenario }: { readonly card: IssueCard; readonly scenario: Scenario }) {
  const l = lang.value;
  const kind = scenario.context.agenda.kinds[card.agendaKind];
  const who = card.responsible < 0 ? say("residents themselves", "居民自己") : ROLES[card.responsible]![l];
  return (
    <>
      <dl>
        <Fact name={say("About", "事项")}>{kind?.label[l] ?? "–"}</Fact>
        <Fact name={say("State", "状态")}>{STATES[card.state]![l]}</Fact>
        <Fact name={say("Who must act", "责任方")}>{who}</Fact>
        <Fact name={say("Touches", "涉及居民")}>
          {say(
            `${card.touched} residents; ${card.complaints} complained alone`,
            `${card.touched}人，其中${card.complaints}人曾单独反映`,
          )}
        </Fact>
        <Fact name={say("Owners' vote needed", "须业主表决")}>{card.vote ? say("yes", "是") : say("no", "否")}</Fact>
        <Fact name={say("Cannot wait", "突发事项")}>{card.emergency ? say("yes", "是") : say("no", "否")}</Fact>
      </dl>
      <Share name={say("conflict of interests", "利益冲突")} value={card.contention} />
      <Share
        name={say("ready to act", "愿行动者")}
        value={card.mobilized}
        title={say("share of those touched", "占涉及居民的比例")}
      />
      <Share
        name={say("in favor", "赞成")}
        value={card.support}
        title={say("share of seats after discussion", "讨论后席位中的赞成比例")}
      />
      <Share name={say("work done", "完成进度")} value={card.progress} />
    </>
  );
}
