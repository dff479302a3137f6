/** What is known of a demand. */

import type { Side } from "../../experiments/page/address.ts";
import type { Scenario } from "../../model/scenario.ts";
import { ROLES, STATES } from "../../model/vocabulary.ts";
import type { IssueCard } from "../engine/cards.ts";
import { lang, say } from "../state/page.ts";
import { blockText } from "./blockText.ts";
import { Fact, Share, To } from "./parts.tsx";

interface Props {
  readonly side: Side;
  readonly card: IssueCard;
  readonly scenario: Scenario;
}

export function IssueFacts({ side, card, scenario }: Props) {
  const l = lang.value;
  const kind = scenario.context.agenda.kinds[card.agendaKind];
  const who = card.responsible < 0 ? say("residents themselves", "居民自己") : ROLES[card.responsible]![l];
  return (
    <>
      <dl>
        <Fact name={say("About", "事项")}>{kind?.label[l] ?? "–"}</Fact>
        <Fact name={say("State", "状态")}>{STATES[card.state]![l]}</Fact>
        <Fact name={say("Where", "所在")}>
          {card.block < 0
            ? say(`the whole of community ${card.community + 1}`, `第${card.community + 1}社区全体`)
            : blockText(card, l)}
        </Fact>
        {card.platform && (
          <Fact name={say("On the table of", "受理平台")}>
            <To side={side} item={card.platform.item}>
              {card.platform.name}
            </To>
          </Fact>
        )}
        <Fact
          name={say("Who must act", "责任方")}
          title={say("without whom it cannot be settled", "没有这一方，事情办不成")}
        >
          {who}
        </Fact>
        <Fact name={say("Touches", "涉及居民")}>
          {say(
            `${card.touched} residents; ${card.complaints} complained alone`,
            `${card.touched}人，其中${card.complaints}人曾单独反映`,
          )}
        </Fact>
        <Fact
          name={say("Owners' vote needed", "须业主表决")}
          title={say("the law asks the owners to vote on it", "依法须由业主共同表决")}
        >
          {card.vote ? say("yes", "是") : say("no", "否")}
        </Fact>
        <Fact name={say("Cannot wait", "突发事项")}>{card.emergency ? say("yes", "是") : say("no", "否")}</Fact>
      </dl>
      <Share
        name={say("conflict of interests", "利益冲突")}
        value={card.contention}
        title={say("how far the interests of those touched collide", "涉及居民之间利益相左的程度")}
      />
      <Share
        name={say("ready to act", "愿意出力者")}
        value={card.mobilized}
        title={say("share of those touched", "占涉及居民的比例")}
      />
      <Share
        name={say("in favor", "赞成")}
        value={card.support}
        title={say("share of seats after discussion", "讨论后席位中的赞成比例")}
      />
      <Share
        name={say("work done", "完成进度")}
        value={card.progress}
        title={say("share of the work agreed upon that is done", "议定工作已完成的比例")}
      />
    </>
  );
}
