/** What the page shows and what to do now, for someone who has never seen it. */
import { enter } from "../lessons/state.ts";
import { lang, place, playing, runs, say, week, weeks } from "../state/page.ts";

export function Intro() {
  return (
    <section class="many-intro">
      <h2>
        {isOne()
          ? say("One neighborhood, set in two ways", "同一个社区，两种设定")
          : say("Two neighborhoods, one set of rules", "两个社区，同一套规则")}
      </h2>
      <p>{whatIsShown()}</p>
      <p>
        {say(
          "Press Play and watch people, ties and organizations come into being, week by week. Then take lesson one, or read on.",
          "先点“播放”，看居民、关系和组织怎样一周周生长出来；再从第一课学起，或接着往下读。",
        )}
      </p>
      <p class="many-actions">
        <button class="button primary" type="button" onClick={play}>
          {playing.value ? say("Pause", "暂停") : say("Play", "播放")}
        </button>
        <button class="button" type="button" onClick={() => enter("trust")}>
          {say("Lesson one", "第一课")}
        </button>
      </p>
      <h3>{say("The spread first, then one of them", "先看分布，再看其中一次")}</h3>
      <p>
        {say(
          "One run is one story: it depends on luck. Here each side is run many times with other luck and held against what the paper reports. ",
          "一次运行只是一个故事，带有偶然。这里把左右两边换不同的随机种子各运行多次，与论文的记述对照。",
        )}
        <strong>{say("It is a model, not a forecast.", "这是模型，不是预测。")}</strong>
      </p>
    </section>
  );
}

const isOne = () => place.value.left.scenario === place.value.right.scenario;

function whatIsShown(): string {
  const [left, right] = [runs.left.value.scenario.title[lang.value], runs.right.value.scenario.title[lang.value]];
  if (isOne())
    return say(
      `${left} stands on both sides and begins from the same seed: whatever differs comes from what is set differently.`,
      `左右两边都是“${left}”，起始种子相同：结果的差别只来自两边设定的不同。`,
    );
  return say(
    `Researchers followed two neighborhoods on their way to governing themselves (Cao, Wan & Zeng 2019). This page runs both by the same rules of how people meet, help and trust one another. Left: ${left}. Right: ${right}. What differs is their situation: who lives there, who began, who pays, what came first.`,
    `曹飞廉、万怡、曾凡木（2019）跟踪研究了两个社区走向自治的过程。本页按同一套规则（人们如何相识、互助、彼此信任）逐周模拟二者。左边：${left}；右边：${right}。不同的是各自的处境：住着什么人、由谁发起、谁出资、先做什么。`,
  );
}

function play(): void {
  if (!playing.value && week.value >= weeks.value) week.value = 0;
  playing.value = !playing.value;
}
