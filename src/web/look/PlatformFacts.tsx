/** What is known of a council or federation. */

import type { Side } from "../../experiments/page/address.ts";
import { ROLES, STATES } from "../../model/vocabulary.ts";
import type { PlatformCard } from "../engine/cards.ts";
import { lang, say } from "../state/page.ts";
import { Fact, Share, To } from "./parts.tsx";

export function PlatformFacts({ side, card }: { readonly side: Side; readonly card: PlatformCard }) {
  return (
    <>
      <dl>
        <Fact name={say("Set up", "成立")}>
          {card.founded}
          {say(", ", "，")}
          {card.below
            ? say("by residents' organizations", "由居民自组织发起")
            : say(
                `convened from above, by the ${ROLES[card.convener]!.en}`,
                `由${ROLES[card.convener]!.zh}自上而下召集`,
              )}
        </Fact>
        <Fact name={say("State", "状态")}>{card.alive ? say("at work", "运转") : say("suspended", "停摆")}</Fact>
        <Fact name={say("Meetings", "会议次数")}>{card.meetings}</Fact>
        <Fact name={say("Delegates", "代表")}>
          {say(`${card.attending} came last time`, `上次到会${card.attending}人`)}
          <ul class="look-seats">
            {card.seats.map(({ resident, organization }) => (
              <li key={resident}>
                <To side={side} item={`resident:${resident}`}>
                  {resident}
                </To>{" "}
                <span class="muted small">{organization ?? say("sent by no organization", "非组织选派")}</span>
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
      <Share
        name={say("standing", "声望")}
        value={card.standing}
        title={say("esteem among its delegates", "代表对平台的评价")}
      />
      <Share
        name={say("expectation", "预期")}
        value={card.expectation}
        title={say("share of due decisions that delegates expect to be carried out", "代表预期到期决定得到执行的比例")}
      />
      <Share
        name={say("residents' voice", "居民发言")}
        value={card.voice}
        title={say("share of turns that fell to residents of late", "近期居民发言占比")}
      />
      <Share
        name={say("curbed by the team", "受团队约束")}
        value={card.curbed}
        title={say("share of items or tactics that the team took off of late", "近期被团队拿掉的议题或办法占比")}
      />
      <Share
        name={say("skill", "议事能力")}
        title={say("deliberating skill of who sits in it", "在座者的议事能力")}
        value={card.skill}
      />
      <h3>{say("On its table", "待议事项")}</h3>
      <ul>
        {card.issues.map((issue) => (
          <li key={issue.item}>
            <To side={side} item={issue.item}>
              {issue.name}
            </To>{" "}
            {STATES[issue.state]![lang.value]}
          </li>
        ))}
      </ul>
      {card.issues.length === 0 && <p class="muted">{say("nothing now", "目前没有")}</p>}
    </>
  );
}
