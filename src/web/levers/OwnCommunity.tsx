/** A form for a class's own community: a blank one with a few things that a class knows of its own. */
import type { TargetedEvent } from "preact";
import type { Side } from "../../experiments/page/address.ts";
import { plainSetting } from "../../experiments/page/setting.ts";
import { ROLES } from "../../model/vocabulary.ts";
import { SCENARIOS } from "../engine/setting.ts";
import { go, lang, say } from "../state/page.ts";

const { context } = SCENARIOS.blank;

const numbers = () =>
  [
    ["start.households", say("How many households?", "有多少户？"), context.start.households, 10, 1500, 1],
    ["start.blocks", say("How many buildings or lanes?", "有多少栋楼或多少条胡同？"), context.start.blocks, 1, 40, 1],
    [
      "start.tenure",
      say("How many years have people lived there on average?", "平均住了多少年？"),
      context.start.tenure,
      0,
      60,
      1,
    ],
    [
      "start.newcomers",
      say("What share came from elsewhere (0–1)?", "外来人口占比（0–1）？"),
      context.start.newcomers,
      0,
      1,
      0.05,
    ],
    [
      "start.acquaintances",
      say("How many neighbors does one know?", "每人认识多少邻居？"),
      context.start.acquaintances,
      0,
      40,
      1,
    ],
    [
      "support.committee",
      say("How ready is the committee to help (0–1)?", "居委会支持力度（0–1）？"),
      context.support.committee,
      0,
      1,
      0.05,
    ],
  ] as const;

export function OwnCommunity({ side }: { readonly side: Side }) {
  const submit = (event: TargetedEvent<HTMLFormElement, Event>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const values: Record<string, unknown> = Object.fromEntries(
      numbers().map(([name]) => [name, Number(form.get(name))]),
    );
    values["founding.council"] = form.get("founding.council") !== null;
    values["team.payer"] = form.get("team.payer");
    go({ [side]: { ...plainSetting("blank"), values }, week: 0 });
  };
  return (
    <details class="levers-own">
      <summary>{say("Our own community", "我们自己的社区")}</summary>
      <p class="small muted">
        {say(
          "All that you enter here is an assumption of yours; the rules are the same. Nothing leaves this page.",
          "这里填写的都是你们的假定，规则不变。数据不会离开本页。",
        )}
      </p>
      <form onSubmit={submit}>
        {numbers().map(([name, question, value, low, high, step]) => (
          <label key={name}>
            {question}{" "}
            <input name={name} type="number" required min={low} max={high} step={step} defaultValue={String(value)} />
          </label>
        ))}
        <label>
          <input name="founding.council" type="checkbox" defaultChecked={context.founding.council} />{" "}
          {say("a team convenes a council", "由团队召集议事会")}
        </label>
        <label>
          {say("Who pays the team?", "谁出资请团队？")}{" "}
          <select name="team.payer" defaultValue={context.team.payer}>
            {ROLES.map((role) => (
              <option key={role.name} value={role.name}>
                {role[lang.value]}
              </option>
            ))}
          </select>
        </label>
        <button class="button primary" type="submit">
          {say("Run it on this side", "在这一侧运行")}
        </button>
      </form>
    </details>
  );
}
