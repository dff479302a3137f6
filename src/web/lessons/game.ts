/** The game of the fourth lesson: levers of the right side, and when the council counts as alive. */

import { plainSetting, type ScenarioName, type Setting } from "../../experiments/page/setting.ts";
import type { Text } from "../../model/vocabulary.ts";
import type { Replicate } from "../engine/replicate.ts";
import { measureIn } from "./numbers.ts";

export interface Option {
  readonly name: string;
  readonly text: Text;
  /** Values set from the outset. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Blocks of the context taken from another scenario. */
  readonly blocks?: Readonly<Record<string, ScenarioName>>;
}

export interface Lever {
  readonly name: string;
  readonly label: Text;
  /** The first is how the estate is. */
  readonly options: readonly Option[];
}

export const GAME_RUNS = 20;
/** Runs in which the council must live. */
export const ENOUGH = GAME_RUNS / 2;

const text = (en: string, zh: string): Text => ({ en, zh });
const option = (name: string, en: string, zh: string, values: Option["values"] = {}): Option => {
  return { name, text: text(en, zh), values };
};

export const LEVERS: readonly Lever[] = [
  {
    name: "payer",
    label: text("Who pays the builder team", "谁出资请营造团队"),
    options: [
      option("developer", "mostly the developer", "主要是开发商"),
      option("nobody", "no party to the issues", "与议题各方无关", { "team.independence": 1 }),
    ],
  },
  {
    name: "founding",
    label: text("Who founds the council", "谁发起协商平台"),
    options: [
      option("team", "the team convenes it", "由营造团队召集"),
      option("light", "the team, steering nothing", "营造团队召集但不主导", { "founding.steering": 0 }),
      {
        name: "below",
        text: text("nobody convenes: as in the old district", "无人召集：同老旧城区"),
        blocks: { founding: "old-district" },
      },
    ],
  },
  {
    name: "start",
    label: text("First council", "首次沟通会"),
    options: [
      option("early", "three months after handover", "交房后三个月"),
      option("late", "a year later, coaching goes on", "推迟一年，其间继续辅导", {
        "timing.council": 182,
        "timing.coachingUntil": 312,
      }),
    ],
  },
  {
    name: "rhythm",
    label: text("Meetings", "开会间隔"),
    options: [
      option("monthly", "every 4 weeks", "每4周"),
      option("often", "every 2 weeks", "每2周", { "procedure.everyWeeks": 2 }),
      option("seldom", "every 8 weeks", "每8周", { "procedure.everyWeeks": 8 }),
    ],
  },
  {
    name: "hands",
    label: text("Before residents decide to do something", "居民自办事项议定之前"),
    options: [
      option("none", "no hands need be pledged", "无须落实人手"),
      option("pledged", "most hands must be pledged", "须先落实大部分人手", { "procedure.ownHands": 0.89 }),
    ],
  },
  {
    name: "agenda",
    label: text("What is on the agenda", "议题"),
    options: [
      option("own", "maintenance, property management", "房屋维护、物业管理"),
      {
        name: "district",
        text: text("the old district's issues", "老旧城区的议题"),
        blocks: { agenda: "old-district" },
      },
    ],
  },
  {
    name: "committee",
    label: text("Residents' committee", "居委会（两委一站）"),
    options: [
      option("preparing", "in preparation until late 2018", "2018年末前仍在筹建"),
      option("ready", "supports from the start (.86)", "自始支持（0.86）", {
        "support.committee": 0.86,
        "support.committeeFrom": null,
      }),
    ],
  },
  {
    name: "oversight",
    label: text("Who watches whether promises are kept", "谁监督承诺的落实"),
    options: [
      option("nobody", "nobody", "无人监督"),
      option("some", "watched a little (.1)", "略有监督（0.1）", { "support.oversight": 0.1 }),
      option("district", "as in the old district (.23)", "同老旧城区（0.23）", { "support.oversight": 0.23 }),
      option("strict", "twice as in the old district (.46)", "监督力度为老旧城区的两倍（0.46）", {
        "support.oversight": 0.46,
      }),
    ],
  },
  {
    name: "owners",
    label: text("Owners' committee", "业主委员会"),
    options: [
      option("later", "formed in 2019", "2019年成立"),
      option("there", "can vote from the start", "自始可以表决", { "support.ownersCommittee": true }),
    ],
  },
  {
    name: "tactics",
    label: text("Tactics of the council", "沟通会的策略"),
    options: [
      option("asking", "hardly more than asking again", "几乎只会反复提要求"),
      option("all", "all tactics known", "熟悉各种协商策略", { "counterpart.tactics": 1 }),
    ],
  },
];

export type Chosen = Readonly<Record<string, string>>;

const optionOf = (lever: Lever, chosen: Chosen): Option =>
  lever.options.find((o) => o.name === chosen[lever.name]) ?? lever.options[0]!;

/** The estate with what is chosen. */
export function settingOf(chosen: Chosen): Setting {
  const options = LEVERS.map((lever) => optionOf(lever, chosen));
  return {
    ...plainSetting("new-estate"),
    values: Object.assign({}, ...options.map((o) => o.values ?? {})),
    blocks: Object.assign({}, ...options.map((o) => o.blocks ?? {})),
  };
}

/** What is chosen in a setting; levers that it sets otherwise count as they are in the estate. */
export function chosenOf(setting: Setting): Chosen {
  const holds = ({ values = {}, blocks = {} }: Option) =>
    Object.entries(values).every(([name, v]) => name in setting.values && setting.values[name as never] === v) &&
    Object.entries(blocks).every(([name, from]) => setting.blocks[name as never] === from);
  return Object.fromEntries(
    LEVERS.map((lever) => [lever.name, (lever.options.slice(1).find(holds) ?? lever.options[0]!).name]),
  );
}

/** Levers that are not as in the estate. */
export function moved(chosen: Chosen): readonly Lever[] {
  return LEVERS.filter((lever) => optionOf(lever, chosen) !== lever.options[0]);
}

/** The council lives if there is one and it is not at rest when the run ends. */
export function lives(replicate: Replicate): boolean {
  return (measureIn(replicate, "platforms") ?? 0) > 0 && measureIn(replicate, "suspended") === 0;
}
