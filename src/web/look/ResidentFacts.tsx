/** What is known of a resident. */

import type { Side } from "../../experiments/page/address.ts";
import { FOCI, NEEDS, ROLES, RUNGS } from "../../model/vocabulary.ts";
import type { ResidentCard } from "../engine/cards.ts";
import { lang, say } from "../state/page.ts";
import { blockText } from "./blockText.ts";
import { Fact, Share, Steps, To } from "./parts.tsx";

export function ResidentFacts({ side, card }: { readonly side: Side; readonly card: ResidentCard }) {
  const l = lang.value;
  const homes = [
    say("not here yet", "尚未购房"),
    say("bought, not moved in", "已购房，未入住"),
    say("lives here", "已入住"),
  ];
  return (
    <>
      <dl>
        <Fact name={say("Home", "住处")}>
          {blockText(card, l)}
          {say(", ", "，")}
          {homes[card.presence]}
        </Fact>
        <Fact name={say("Came", "来历")}>
          {card.newcomer ? say("from elsewhere", "外来") : say("local", "本地")}
          {say(`; moves in ${card.moveIn}`, `；${card.moveIn}入住`)}
        </Fact>
        <Fact name={say("Needs", "需求")}>
          {NEEDS[card.needMain]![l]}
          {say(", ", "、")}
          {NEEDS[card.needMinor]![l]}
        </Fact>
      </dl>
      <h3 title={say("from taking no part to sitting in deliberation", "从未参与到参与协商，逐级而上")}>
        {say("Ladder of participation", "参与阶梯")}
      </h3>
      <Steps names={RUNGS.map((rung) => rung[l])} at={card.rung} />
      <Share
        name={say("belonging", "归属感")}
        value={card.belonging}
        title={say("feels at home here", "把这里当作自己的家")}
      />
      <Share
        name={say("efficacy", "效能感")}
        value={card.efficacy}
        title={say("belief that acting together brings something", "相信共同行动有用")}
      />
      <Share
        name={say("reputation", "声誉")}
        value={card.reputation}
        title={say("standing as a helper", "乐于助人的名声")}
      />
      <Share
        name={say("competence", "能力")}
        value={card.competence}
        title={say("to organize, speak and get things done", "组织、表达与办事的能力")}
      />
      <Share
        name={say("trust in strangers", "普遍信任")}
        value={card.generalTrust}
        title={say("trust in people one does not know", "对不相识者的信任")}
      />
      <h3>{say("Trust in institutions", "对各方的信任")}</h3>
      {ROLES.map((role, k) => (
        <Share key={role.name} name={role[l]} value={card.institutions[k]!} />
      ))}
      <h3>{say(`Strongest ties (of ${card.acquaintances})`, `信任最强的关系（共相识${card.acquaintances}人）`)}</h3>
      <div class="look-wide">
        <table>
          <thead>
            <tr>
              <th>{say("resident", "居民")}</th>
              <th>{say("trust given", "信任对方")}</th>
              <th>{say("received", "被信任")}</th>
              <th
                title={say("promises and favors the other kept and broke, faded", "对方守信与失信的次数（随时间淡化）")}
              >
                {say("kept / broken", "守信 / 失信")}
              </th>
              <th
                title={say(
                  "favors received less those given; below 0: the other owes",
                  "所受人情减所给人情；负数表示对方欠",
                )}
              >
                {say("owes", "欠人情")}
              </th>
              <th>{say("met through", "相识途径")}</th>
            </tr>
          </thead>
          <tbody>
            {card.ties.map((tie) => (
              <tr key={tie.resident}>
                <td>
                  <To side={side} item={`resident:${tie.resident}`}>
                    {tie.resident}
                  </To>
                </td>
                <td>{tie.given.toFixed(2)}</td>
                <td>{tie.received.toFixed(2)}</td>
                <td>
                  {tie.kept.toFixed(1)} / {tie.broken.toFixed(1)}
                </td>
                <td>{tie.owed.toFixed(1)}</td>
                <td>
                  {FOCI.filter((_, k) => tie.foci & (1 << k))
                    .map((focus) => focus[l])
                    .join(say(", ", "、"))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{say("Organizations and seats", "加入的组织与席位")}</h3>
      {card.organizations.length + card.platforms.length === 0 && <p class="muted">{say("none", "无")}</p>}
      <ul>
        {card.organizations.map((o) => (
          <li key={o.item}>
            <To side={side} item={o.item}>
              {o.name}
            </To>{" "}
            {say(`since ${o.since}`, `自${o.since}`)}
            {o.leads && say(", leads it", "，负责人")}
          </li>
        ))}
        {card.platforms.map((p) => (
          <li key={p.item}>
            <To side={side} item={p.item}>
              {p.name}
            </To>
          </li>
        ))}
      </ul>
    </>
  );
}
