/** Section 2 of the document: entities, state variables and scales. */
import { FIELDS, type Field } from "../../model/context.ts";
import type { Model } from "../../model/mechanism.ts";
import { unitText } from "../../model/units.ts";
import { FOCI, NEEDS, ORIENTATIONS, ROLES, RUNGS, STATES, type Text } from "../../model/vocabulary.ts";
import type { Words } from "../report/words.ts";
import { columnText, TABLES } from "./columnTexts.ts";
import { code, heading, interval, numeral, page, prose, table } from "./markdown.ts";
import { type ColumnEntry, tablesOf } from "./tables.ts";

export function entities(model: Model, words: Words): string {
  const { say } = words;
  return page(
    heading(2, say("2 Entities, state variables and scales", "2 实体、状态变量与尺度")),
    heading(3, say("2.1 Entities", "2.1 实体")),
    say(prose(ENTITIES.en), prose(ENTITIES.zh)),
    entityTable(model, words),
    heading(3, say("2.2 Scales", "2.2 尺度")),
    say(prose(SCALES.en), prose(SCALES.zh)),
    heading(3, say("2.3 State variables", "2.3 状态变量")),
    say(prose(VARIABLES.en), prose(VARIABLES.zh)),
    ...tablesOf(model).map(([name, columns]) => columnTable(name, columns, words)),
    heading(3, say("2.4 Codes", "2.4 编码")),
    codeTable(words),
    heading(3, say("2.5 Environment: the context", "2.5 环境：情境")),
    say(prose(CONTEXT.en), prose(CONTEXT.zh)),
    ...Object.keys(FIELDS).map((block) => fieldTable(block as keyof typeof FIELDS, words)),
  );
}

function entityTable(model: Model, { say, lang }: Words): string {
  const rows = tablesOf(model).map(([name, columns]) => [
    TABLES[name]!.name[lang],
    code(name),
    TABLES[name]!.row[lang],
    String(columns.length),
  ]);
  return table(
    [say("entity", "实体"), say("table", "表"), say("a row is", "每行代表"), say("variables", "变量数")],
    rows,
  );
}

const KINDS: Readonly<Record<string, Text>> = {
  f32: { en: "real", zh: "实数" },
  i32: { en: "integer", zh: "整数" },
  u8: { en: "integer", zh: "整数" },
};

function columnTable(name: string, columns: readonly ColumnEntry[], { say, lang }: Words): string {
  const header = [
    say("variable", "变量"),
    say("meaning and unit", "含义与单位"),
    say("type", "类型"),
    say("range", "范围"),
    say("initial", "初值"),
    say("set by", "由何者更新"),
  ];
  const never = say("never", "从未");
  const rows = columns.map(({ name: column, spec, writers }) => [
    code(`${name}.${column}`),
    columnText(name, column, spec.unit, lang),
    spec.range[0] === 0 && spec.range[1] === 1 && spec.type === "u8"
      ? say("0 or 1", "0 或 1")
      : KINDS[spec.type]![lang],
    bounds(spec.range),
    spec.initial <= NEVER ? never : numeral(spec.initial),
    spec.fixed
      ? say("start; never changes", "起始时设定，此后不变")
      : writers.length === 0
        ? say("entering and leaving", "加入与退出时")
        : writers.map(code).join(say(", ", "、")),
  ]);
  return page(`**${TABLES[name]!.name[lang]}** (${code(name)})`, table(header, rows));
}

/** The tick that stands for no tick. */
const NEVER = -1_000_000;

/** A range; only the bounds that mean something. */
function bounds([low, high]: readonly [number, number]): string {
  if (low <= NEVER) return "–";
  return high >= 1e9 ? `≥ ${numeral(low)}` : interval([low, high]);
}

function codeTable({ say, lang }: Words): string {
  const lists: readonly (readonly [Text, readonly (Text & { readonly name: string })[], (k: number) => number])[] = [
    [
      { en: "roles (who must act, pays, supports or watches)", zh: "机构（责任方、出资方、支持者或监督者）" },
      ROLES,
      (k) => k,
    ],
    [{ en: "needs", zh: "需求" }, NEEDS, (k) => k],
    [{ en: "orientations of organizations", zh: "组织取向" }, ORIENTATIONS, (k) => k],
    [{ en: "states of an issue", zh: "议题状态" }, STATES, (k) => k],
    [{ en: "rungs of participation", zh: "参与阶梯" }, RUNGS, (k) => k],
    [{ en: "foci of acquaintance (each one bit)", zh: "相识的焦点（各占一位）" }, FOCI, (k) => 2 ** k],
  ];
  const rows = lists.map(([title, entries, value]) => [
    title[lang],
    entries.map((e, k) => `${value(k)} ${e[lang]} (${code(e.name)})`).join(say(", ", "、")),
  ]);
  return table([say("list", "列表"), say("codes", "编码")], rows);
}

const BLOCKS: Readonly<Record<keyof typeof FIELDS, Text>> = {
  start: {
    en: "Start: population, tenure, acquaintances, organizations at hand",
    zh: "起始：人口、居住年限、相识关系与已有组织",
  },
  founding: { en: "Founding: what the team founds, and how far it steers", zh: "成立：团队组建什么、主导到何种程度" },
  timing: {
    en: "Timing: when events, coaching, grants and the council come",
    zh: "时序：活动、辅导、创投与议事会的时间",
  },
  agenda: {
    en: "Agenda: which issues arise, who must act, whose interests conflict",
    zh: "议程：出现哪些议题、谁应行动、利益如何冲突",
  },
  team: { en: "Team: who pays it, how independent it is, how much it works", zh: "团队：谁出资、独立程度与投入" },
  support: { en: "Support: committee, rooms, money, law, oversight", zh: "支持：居委会、场地、经费、法律与监督" },
  procedure: { en: "Procedure: how a platform meets and decides", zh: "规程：平台如何开会与决定" },
};

function fieldTable(block: keyof typeof FIELDS, { say, lang }: Words): string {
  const rows = Object.entries<Field>(FIELDS[block]).map(([key, f]) => [
    code(`${block}.${key}`),
    f.label[lang],
    unitText(f.unit)[lang],
    f.kind === "number" || f.kind === "integer" ? interval(f.range) : "–",
  ]);
  return page(
    `**${BLOCKS[block][lang]}**`,
    table([say("field", "字段"), say("meaning", "含义"), say("unit", "单位"), say("range", "范围")], rows),
    block === "agenda" ? say(prose(KIND_FIELDS.en), prose(KIND_FIELDS.zh)) : "",
  );
}

const ENTITIES = {
  en: `
Agents are residents and the organizations that they found; institutions (the builder team, the residents' committee with
party organization and service station, the sub-district office, the developer, the property company) act by rules that
depend on the context and have no memory of their own, while residents' trust in each of them is a state of the residents.
Issues, platforms of deliberation and joint acts are things with a life: they arise, change state and end. Relations
(acquaintance, membership, contact between organizations, whom an issue touches, seats, commitments, partnership) are
entities of their own. A council and a federation are one kind of entity, a platform; they differ in who founded them and in
the values of their procedure. A resident stands for one household.
`,
  zh: `
行动者是居民以及居民成立的组织。机构（社区营造团队、居委会连同党组织与服务站即“两委一站”、街道办事处、开发商、物业公司）按情境规定的规则行动，
自身没有记忆，居民对各机构的信任则是居民的状态。议题、协商平台与联合活动是有生命历程的事物：出现、变化、终结。
各种联系（相识、成员资格、组织间往来、议题波及、席位、承诺、联合伙伴）本身也是实体。议事会与联合会是同一类实体，即协商平台，
区别只在由谁成立以及规程的取值。一位居民代表一户。
`,
};

const SCALES = {
  en: `
One tick is one week and has a calendar date, counted from start.date; weeks of the programme are counted from
start.teamArrives, and homes are handed over at start.handover. Runs go from January 2015 to December 2020 in both neighborhoods of the study,
and the paper's counts are read at 30 April 2018. Space is social and not metric: residents live in blocks, blocks lie in
communities, and people meet at foci (block, chat, event, organization, introduction). Residents know nobody outside of
their community unless a network given at the start says so. The numbers of communities, blocks and households are fields of
the context; the same rules run a hamlet and a city. Results are given in total, per community and per 1,000 residents.
`,
  zh: `
一个时间步为一周，对应日历日期，自 start.date 起算；项目周次自 start.teamArrives 起算，交房在 start.handover。研究中的两个社区均自 2015 年 1 月模拟至 2020 年 12 月，论文中的统计在 2018 年 4 月 30 日读取。
空间是社会性的而非几何的：居民住在楼栋（胡同），楼栋属于社区，人们在各类焦点（楼栋、群聊、活动、组织、引荐）上相遇。
除非起始网络另有规定，居民不认识本社区以外的人。社区数、楼栋数与户数均为情境字段；同一套规则既可模拟一个村落，也可模拟一座城市。
结果分别以总数、每社区与每千人给出。
`,
};

const VARIABLES = {
  en: `
All state lies in the tables below. Variables are dimensionless shares in [0, 1] unless a unit is given; a tick is a week
counted from the start of the run. “Set by” names the mechanisms of section 7 that change a variable; “entering and leaving”
are the common operations by which residents become members or delegates and organizations end. A table that begins empty
gives each new row the initial values.
`,
  zh: `
全部状态都在下列各表中。未注明单位者为 [0, 1] 内的无量纲比例；周次自模拟起始周算起。“由何者更新”列出改变该变量的机制（见第 7 节）；
“加入与退出时”指居民成为成员或代表、组织解散等公用操作。起始时为空的表，新增各行取所列初值。
`,
};

const CONTEXT = {
  en: `
Everything in which two neighborhoods may differ is one of the fields below, in seven blocks, each of which can be exchanged
between scenarios. Behavioral parameters (section 7) are the same in all of them, and no rule asks which scenario it runs
in. Fields other than those of the first block may change in the course of a run.
`,
  zh: `
两个社区可能存在的差别，全部由下列字段表示，分为七个模块，任一模块都可在情景之间互换。行为参数（第 7 节）在所有情景中相同，
没有任何规则询问自己处于哪个情景。除第一个模块外，其他字段可在模拟过程中改变。
`,
};

const KIND_FIELDS = {
  en: `
A kind of issue says who must act (a role, or residents themselves), issues a month per 1,000 residents, surge (times that
rate, added at handover), scope (block or community), the share of residents in scope whom it touches, effort (hours, if
residents act), cost to who must act (in units of its benefit), contention (0: all gain; 1: one side's gain is the other's
loss), salience, whether it is an emergency, and whether the law asks an owners' vote.
`,
  zh: `
每类议题规定：由谁行动（某机构或居民自己）、每千人每月出现数、高峰（交房时在出现率上增加的倍数）、范围（楼栋或社区）、
范围内受影响居民的比例、工作量（居民自办时的小时数）、责任方的成本（以其收益为单位）、争议程度（0：各方皆得；1：一方所得即另一方所失）、
关注度、是否突发、法律是否规定须业主表决。
`,
};
