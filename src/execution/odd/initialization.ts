/** Section 5 of the document: the world at week 0, and the values of the scenarios. */
import { BLOCK_NAMES, FIELDS, type Field } from "../../model/context.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Text } from "../../model/vocabulary.ts";
import type { Words } from "../report/words.ts";
import { kindTable, sourceNote, startOrganizationTable, valueText } from "./contextValues.ts";
import { code, heading, page, prose, table } from "./markdown.ts";

/** How each state of a resident is drawn at the start. */
export const START_RULES: Readonly<Record<string, Text>> = {
  community: { en: "communities of equal size, in order of number", zh: "各社区人数相等，按编号依次划分" },
  block: {
    en: "start.blocks blocks a community of equal size, in order of number",
    zh: "每社区 start.blocks 个楼栋，人数相等，按编号依次划分",
  },
  arrival: {
    en: "floor(u · start.salesWeeks); 0 if handover lies before the run",
    zh: "floor(u · start.salesWeeks)；交房早于起始日者为 0",
  },
  moveIn: {
    en: "max(arrival, handover + floor(−start.moveInWeeks · ln u)); 0 if handover lies before the run",
    zh: "max(arrival, 交房周 + floor(−start.moveInWeeks · ln u))；交房早于起始日者为 0",
  },
  newcomer: { en: "1 with probability start.newcomers", zh: "以概率 start.newcomers 取 1" },
  tenure: {
    en: "start.tenure · (0.5 + u); of a newcomer min(start.tenure, 3) · u",
    zh: "start.tenure · (0.5 + u)；外来人口为 min(start.tenure, 3) · u",
  },
  competence: { en: "u, which makes it a rank", zh: "u，即在居民中的位次" },
  publicSpirit: { en: "u", zh: "u" },
  caution: { en: "u", zh: "u" },
  needMain: { en: "drawn by the weights start.needs", zh: "按权重 start.needs 抽取" },
  needMinor: { en: "drawn by the same weights, independently", zh: "按同一权重独立抽取" },
  hours: { en: "min(14, −3 · ln u)", zh: "min(14, −3 · ln u)" },
  generalTrust: { en: "start.generalTrust for all", zh: "全体取 start.generalTrust" },
  trustTeam: {
    en: "start.institutionalTrust for all; likewise trust in every other role",
    zh: "全体取 start.institutionalTrust；对其他各机构的信任相同",
  },
  expectTeam: {
    en: "start.institutionalTrust for all; likewise what is expected of every other role",
    zh: "全体取 start.institutionalTrust；对其他各机构的期望相同",
  },
};

export function initialization(scenarios: readonly Scenario[], words: Words): string {
  const { say, lang } = words;
  const rules = Object.entries(START_RULES).map(([column, rule]) => [code(`residents.${column}`), rule[lang]]);
  return page(
    heading(2, say("5 Initialization", "5 初始化")),
    heading(3, say("5.1 The population", "5.1 人口")),
    say(prose(POPULATION.en), prose(POPULATION.zh)),
    table([say("variable", "变量"), say("at the start", "起始取值")], rules),
    heading(3, say("5.2 Acquaintances and organizations at hand", "5.2 相识关系与已有组织")),
    say(prose(RELATIONS.en), prose(RELATIONS.zh)),
    heading(3, say("5.3 Values of the two scenarios", "5.3 两个情景的取值")),
    say(prose(VALUES.en), prose(VALUES.zh)),
    ...BLOCK_NAMES.map((block) => valueTable(block, scenarios, words)),
    ...scenarios.flatMap((s) => [kindTable(s, words), startOrganizationTable(s, words)]),
  );
}

function valueTable(block: keyof typeof FIELDS, scenarios: readonly Scenario[], words: Words): string {
  const { say, lang } = words;
  const header = [
    say("field", "字段"),
    say("meaning", "含义"),
    ...scenarios.flatMap((s) => [s.title[lang], say("source", "来源")]),
  ];
  const body = Object.entries<Field>(FIELDS[block]).map(([key, f]) => {
    const name = `${block}.${key}`;
    const values = scenarios.map((s) => (s.context[block] as Readonly<Record<string, unknown>>)[key]);
    return [
      code(name),
      f.label[lang],
      ...scenarios.flatMap((s, i) => [valueText(f.kind, values[i], words), sourceNote(s.sources[name] ?? "", lang)]),
    ];
  });
  return table(header, body);
}

const POPULATION = {
  en: `
The world at week 0 is drawn from the context. There are start.communities communities of start.households residents each.
u is a uniform draw in [0, 1), anew for each variable and resident. All other variables begin at the initial values of
section 2.3. Where a network is given (section 6), it sets the population: its own attributes community and block (or
household) place its persons, and attributes that are named like a variable of residents replace what would be drawn.
`,
  zh: `
第 0 周的世界由情境抽取得到：start.communities 个社区，每个社区 start.households 位居民。u 为 [0, 1) 内的均匀随机数，每个变量、每位居民各抽一次。
其余变量取 2.3 节所列初值。若给定网络（见第 6 节），人口由网络决定：其属性 community 与 block（或 household）确定各人所在，
与居民变量同名的属性取代抽取的值。
`,
};

const RELATIONS = {
  en: `
Acquaintances: each resident in turn thinks of floor(start.acquaintances/2 + u) others, each with chance start.withinBlock in
its own block, else in its community, and gets acquainted with them, so that the mean number of acquaintances is about
start.acquaintances. Each direction of a tie begins with evidence of start.evidence · 2u favors kept; trust follows from it
in the first week (7.3.2). A resident can hold 30 ties, or twice start.acquaintances if that is more (an assumption, after
the layers of Dunbar 1998). In a given network every arc is a favor: who received it has evidence of the giver, its weight;
the giver has half of it of the receiver; persons who share a focus of a two-mode network have evidence 1 of one another.

Organizations at hand (start.organizations) take as members those of their community whose need they serve first, the
unattached before others, else by lot; the most competent member leads, and is acquainted with all others. They count as
founded from below, with the skill stated in all three stocks.
`,
  zh: `
相识关系：居民依次想到 floor(start.acquaintances/2 + u) 位他人，每位以概率 start.withinBlock 来自本楼栋，否则来自本社区，并与之相识，
因此平均相识人数约为 start.acquaintances。关系的每个方向起始时有 start.evidence · 2u 次互助作为依据，信任于第一周由此得出（7.3.2）。
一位居民至多维持 30 条关系，若 start.acquaintances 的两倍更多则取后者（假设，参照 Dunbar 1998 的分层）。
在给定的网络中，每条弧为一次相助：受助者由此信任施助者，依据等于弧的权重；施助者对受助者的依据为其一半；双模网络中共享同一焦点的人彼此各有依据 1。

已有组织（start.organizations）的成员取自本社区：先取主要需求相符者，未加入其他组织者优先，其余随机；由能力最强的成员任负责人，并与其他成员相识。
这些组织计为自下而上成立，三项能力存量均取所给的值。
`,
};

const VALUES = {
  en: `
Places are those of the paper; “assumption” marks what it does not tell, with the prior that the value is drawn from where
assumptions are varied. A value without a source is the same in both scenarios or has such a prior.
`,
  zh: `
来源给出论文中的位置；“假设”表示论文未说明，并附变动假设时抽取该值的先验区间。没有来源的取值，或在两个情景中相同，或给出先验。
`,
};
