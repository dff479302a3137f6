/** What is known of an organization. */

import type { Side } from "../../experiments/page/address.ts";
import { NEEDS, ORIENTATIONS } from "../../model/vocabulary.ts";
import type { OrganizationCard } from "../engine/cards.ts";
import { lang, say } from "../state/page.ts";
import { Fact, Residents, Share, Steps, To } from "./parts.tsx";

/** Capability that a stock of skill gives, in units of the half-saturation. */
const capability = (stock: number) => stock / (stock + 1);

const share = (value: number) => `${Math.round(100 * value)}%`;

export function OrganizationFacts({ side, card }: { readonly side: Side; readonly card: OrganizationCard }) {
  const l = lang.value;
  const [organizing, deliberating, executing] = card.skills;
  const yes = (flag: boolean) => (flag ? say("yes", "有") : say("no", "无"));
  const means = [say("hours a week", "人手（小时/周）"), say("thousand yuan", "经费（千元）")];
  return (
    <>
      <dl>
        <Fact name={say("Serves", "需求")}>{NEEDS[card.need]![l]}</Fact>
        <Fact name={say("Founded", "成立")}>
          {card.founded}
          {say(", ", "，")}
          {card.below
            ? say("from below, by residents", "居民自下而上发起")
            : say("by the team, from above", "由团队自上而下组建")}
        </Fact>
        <Fact name={say("Leader", "负责人")}>
          <Residents side={side} numbers={[card.leader]} />
        </Fact>
        <Fact name={say(`Members (${card.members.length})`, `成员（${card.members.length}人）`)}>
          <Residents side={side} numbers={card.members} />
        </Fact>
        <Fact
          name={say("Written rules", "组织规章")}
          title={say("who does what, how money is spent, how one decides", "分工、经费和议决办法的成文约定")}
        >
          {yes(card.rules)}
        </Fact>
        <Fact name={say("Fixed times", "固定活动时间")}>{yes(card.fixedTimes)}</Fact>
        <Fact
          name={say("Deeds, grants", "服务活动、获资助")}
          title={say("what it did for others; micro-grants won", "为他人办的活动次数；获得微公益创投的次数")}
        >
          {card.deeds}
          {say(", ", "、")}
          {card.grants}
        </Fact>
        {card.platform && (
          <Fact name={say("Sits in", "所在平台")}>
            <To side={side} item={card.platform.item}>
              {card.platform.name}
            </To>
          </Fact>
        )}
      </dl>
      <h3
        title={say(
          "from amusing its members, to serving neighbors, to the affairs of all",
          "从成员自娱自乐，到服务邻里，再到公共事务",
        )}
      >
        {say("What it turns to", "取向")}
      </h3>
      <Steps names={ORIENTATIONS.map((o) => o[l])} at={card.orientation} />
      <h3>{say("Skills (share of what full skill would do)", "能力（占完全能力的比例）")}</h3>
      <Share
        name={say("organizing", "组织")}
        title={say("bringing people together", "把人组织起来")}
        value={capability(organizing)}
      />
      <Share
        name={say("deliberating", "议事")}
        title={say("talking a matter through to an agreement", "把事情商量出结果")}
        value={capability(deliberating)}
      />
      <Share
        name={say("executing", "执行")}
        title={say("carrying out what was agreed", "把议定的事办成")}
        value={capability(executing)}
      />
      <Share
        name={say("cohesion", "凝聚力")}
        value={card.cohesion}
        title={say("mean trust between leader and members", "负责人与成员间的平均信任")}
      />
      <Share
        name={say("standing", "声望")}
        value={card.standing}
        title={say("esteem among residents", "在居民中的声望")}
      />
      <Share
        name={say("autonomy", "自主性")}
        value={card.autonomy}
        title={say("share of its own affairs that it decides itself", "自行决定内部事务的程度")}
      />
      <h3>{say("Means: at hand / what its plans ask", "资源：现有 / 计划所需")}</h3>
      <ul>
        {means.map((name, k) => (
          <li key={name}>
            {name}: {card.have[k]!.toFixed(1)} / {card.asked[k]!.toFixed(1)}
          </li>
        ))}
        <li>
          {say(
            `rooms: ${share(card.have[2]!)} of the ${card.asked[2]!.toFixed(1)} hours asked were granted of late`,
            `场地：每周需${card.asked[2]!.toFixed(1)}小时，近期获准${share(card.have[2]!)}`,
          )}
        </li>
      </ul>
    </>
  );
}
