/**
 * Submodel 7.3.1: Exchange and reciprocity.
 *
 * In a week a resident may need a favor (asking) and ask an acquaintance for it: of two drawn evenly, the one trusted
 * more. The asked helps with a chance that rises with the asker's need, with what the asked owes, with trust and with
 * the asker's reputation, and falls with cost. Help counts as evidence for the helper, less if it repays a debt than if
 * it is given freely; and a helper comes to trust more whom it has helped. A refusal counts as a breach. Both are seen:
 * the reputation of the asked rises with help and falls with refusal.
 *
 *   P = σ(β0 + β1·need + β2·owed/(1 + |owed|) + β3·t - β4·cost + β5·R)
 *   helped:   r ← r + (owed > 1/2 ? 1/F : 1)    r' ← r' + 1/(2F)    R_j ← R_j + image·(1 - R_j)
 *   refused:  s ← s + 1                                             R_j ← R_j - image·R_j
 *
 * need     how much the asker needs it, a uniform draw  [0, 1]
 * cost     what it costs the asked, a uniform draw  [0, 1]
 * owed     favors that the asked has had from the asker, less those given  favors
 * t        trust of the asked in the asker  [0, 1]
 * R, R_j   reputation of the asker, and of the asked  [0, 1]
 * β0       readiness to help (base)  log-odds
 * β1 … β5  weights (need, owed, trust, cost, reputation)  log-odds
 * r, s     evidence of the asker for and against the asked  events
 * r'       evidence of the asked for the asker  events
 * F        free gift against repayment (freely)  ratio
 * image    speed of reputation (image)  [0, 1]
 *
 * Source: Gouldner (1960), The Norm of Reciprocity; Nowak & Sigmund (1998), image scoring; Molm, Takahashi & Peterson
 * (2000): unilateral giving builds more trust than bargaining. Departures: image scorers look at reputation alone; here
 * it is one reason among several, because neighbors also know one another. The logistic form and its weights are
 * assumptions. Order: sequential, by resident, beginning at one drawn each week.
 */
/**
 * 子模型 7.3.1：互助与互惠。
 *
 * 居民某周可能需要帮忙（asking），于是求助于一位熟人：随机想到两位，找其中更信任的一位。求助者越需要、被求者越欠人情、
 * 越信任对方、对方口碑越好，相助的概率越高；成本越大则越低。相助成为信任对方的依据，其中还人情的分量轻于无偿相助；助人
 * 者也因此更信任受助者。拒绝记为一次失信。邻里看在眼里：相助使口碑上升，拒绝使口碑下降。
 *
 *   P = σ(β0 + β1·need + β2·owed/(1 + |owed|) + β3·t - β4·cost + β5·R)
 *   相助：  r ← r + (owed > 1/2 ? 1/F : 1)    r' ← r' + 1/(2F)    R_j ← R_j + image·(1 - R_j)
 *   拒绝： s ← s + 1                                             R_j ← R_j - image·R_j
 *
 * need     求助者的需要程度，均匀随机数  [0, 1]
 * cost     被求者的成本，均匀随机数  [0, 1]
 * owed     被求者从求助者处所受的人情减去所施的人情  次人情
 * t        被求者对求助者的信任  [0, 1]
 * R, R_j   求助者的口碑，被求者的口碑  [0, 1]
 * β0       相助的基本倾向（base）  对数几率
 * β1 … β5  各项权重（need、owed、trust、cost、reputation）  对数几率
 * r, s     求助者信任与不信任被求者的依据  次
 * r'       被求者信任求助者的依据  次
 * F        无偿相助与还人情之比（freely）  比值
 * image    口碑变化速度（image）  [0, 1]
 *
 * 来源：Gouldner (1960)，互惠规范；Nowak & Sigmund (1998)，形象计分；Molm, Takahashi & Peterson (2000)：单方面给予比讨
 * 价还价更能建立信任。与原文献的差异：形象计分者只看口碑；本模型中口碑只是原因之一，因为邻居之间还彼此相识。逻辑函数形
 * 式与各项权重均为假设。次序：依次更新，逐个居民，每周从随机抽取的一位开始。
 */
import { logistic } from "../../kernel/math.ts";
import { below, fillUniform, type Key } from "../../kernel/random.ts";
import type { Ties } from "../../kernel/ties.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import type { World } from "../world.ts";

const weight = (value: number, range: readonly [number, number], en: string, zh: string) =>
  parameter(
    value,
    range,
    "log-odds",
    "assumption",
    [en, zh],
    ["raises or lowers the chance of help", "影响相助的概率"],
  );

/** Weights of what bears on help, in log-odds. */
type Weights = Readonly<Record<"need" | "owed" | "trust" | "cost" | "reputation", number>>;

/** Chance that the asked helps. `need`, `trust`, `cost`, `reputation` in [0, 1]; `owed` in favors. */
export function helpChance(
  base: number,
  b: Weights,
  need: number,
  owed: number,
  trust: number,
  cost: number,
  reputation: number,
): number {
  const debt = owed / (1 + Math.abs(owed));
  return logistic(base + b.need * need + b.owed * debt + b.trust * trust - b.cost * cost + b.reputation * reputation);
}

export const exchange = defineMechanism({
  name: "exchange",
  submodel: "7.3.1",
  title: { en: "Exchange and reciprocity", zh: "互助与互惠" },
  summary: { en: "Residents ask one another for help, and give or refuse it.", zh: "居民相互求助，或相助，或推辞。" },
  source:
    "Gouldner (1960), American Sociological Review 25(2); Nowak & Sigmund (1998), Nature 393; Molm, Takahashi & Peterson (2000), American Journal of Sociology 105(5)",
  order: "sequential",
  parameters: {
    asking: parameter(
      0.3,
      [0, 1],
      "chance a week",
      "assumption",
      ["chance of asking", "求助频率"],
      ["that a resident asks somebody for help", "每周向熟人求助的概率"],
    ),
    base: weight(0.68, [-3, 3], "readiness to help", "相助的基本倾向"),
    need: weight(1, [0, 3], "weight of need", "需要的权重"),
    owed: weight(1.8, [0.5, 2], "weight of a debt", "人情的权重"),
    trust: weight(1.9, [0.5, 4], "weight of trust", "信任的权重"),
    cost: weight(1.3, [0, 3], "weight of cost", "成本的权重"),
    reputation: weight(0.8, [0, 2], "weight of reputation", "口碑的权重"),
    freely: parameter(
      2,
      [1.5, 3],
      "ratio",
      "Molm, Takahashi & Peterson (2000); value: assumption",
      ["free gift against repayment", "无偿相助与还人情之比"],
      ["evidence of help given freely against help that repays", "无偿相助比还人情更能建立信任"],
    ),
    image: parameter(
      0.05,
      [0, 0.5],
      "share of what is missing",
      "Nowak & Sigmund (1998); value: assumption",
      ["speed of reputation", "口碑变化速度"],
      ["how fast help or refusal moves a reputation", "一次相助或推辞对口碑的影响"],
    ),
  },
  writes: ["ties.kept", "ties.broken", "pairs.owed", "residents.reputation"],
  bind({ world, values, key }) {
    const { residents, ties } = world;
    const { presence, reputation } = residents.at;
    const keys = {
      ask: key("ask"),
      first: key("first"),
      second: key("second"),
      need: key("need"),
      cost: key("cost"),
      help: key("help"),
    };
    const round = { ties, presence, reputation, values, keys, block: emptyBlock() };
    const among = compiledExchange(world, round) ?? exchangeAmong;
    const origin = key("origin");
    return (tick) => {
      const from = below(residents.rows, origin, tick, 0);
      among(round, from, residents.rows, tick);
      among(round, 0, from, tick);
    };
  },
});

// The loops. A block of residents chooses whom to ask before its first asks: nothing that an exchange changes bears on
// that choice, and so memory answers many at once. They are functions of what they touch, not closures, because an
// engine compiles closures that are made anew at each binding to slower code.

const BLOCK = 128;

interface Block {
  /** Who asks whom, by which tie; `other`: the second tie that the asker thought of. */
  readonly asker: Int32Array;
  readonly asked: Int32Array;
  readonly tie: Int32Array;
  readonly other: Int32Array;
  readonly need: Float64Array;
  readonly cost: Float64Array;
  readonly drawn: Float64Array;
  readonly also: Float64Array;
}

interface Round {
  readonly ties: Ties;
  readonly presence: Uint8Array;
  readonly reputation: Float32Array;
  readonly values: Weights & {
    readonly asking: number;
    readonly base: number;
    readonly freely: number;
    readonly image: number;
  };
  readonly keys: Readonly<Record<"ask" | "first" | "second" | "need" | "cost" | "help", Key>>;
  readonly block: Block;
}

function emptyBlock(): Block {
  const whole = () => new Int32Array(BLOCK);
  const real = () => new Float64Array(BLOCK);
  const ids = { asker: whole(), asked: whole(), tie: whole(), other: whole() };
  return { ...ids, need: real(), cost: real(), drawn: real(), also: real() };
}

/** The same as `exchangeAmong` in compiled code (`assembly/exchange.ts`), if that reaches all it needs. */
function compiledExchange({ compiled }: World, { ties, presence, reputation, values, keys }: Round) {
  const { data, stride, offset, common, to, slots, start, degree } = ties;
  const arrays = [data, to, slots, start, degree, presence, reputation];
  if (!compiled?.reaches(...arrays)) return null;
  const [at, ...others] = arrays.map((array) => array.byteOffset) as [number, ...number[]];
  const fields = [stride, offset.trust!, offset.kept!, offset.broken!, common.owed!];
  const names = [keys.ask, keys.first, keys.second, keys.need, keys.cost, keys.help];
  const { asking, base, need, owed, trust, cost, reputation: known, freely, image } = values;
  const weights = [asking, base, need, owed, trust, cost, known, freely, image];
  const rest = [at, ...fields, ...others, ...names, ...weights];
  return (_: Round, from: number, until: number, tick: number) => compiled.exchange(from, until, tick, ...rest);
}

function exchangeAmong(round: Round, from: number, until: number, tick: number): void {
  for (let i = from; i < until; i += BLOCK) {
    const count = chooseAskers(round, i, Math.min(i + BLOCK, until), tick);
    turnToTrusted(round, count, tick);
    answer(round, count, tick);
  }
}

/** Those of residents from … until - 1 who ask; the number of them. */
function chooseAskers({ ties, presence, values, keys, block }: Round, from: number, until: number, tick: number) {
  const { degree } = ties;
  const { asking } = values;
  const { asker, drawn } = block;
  for (let i = from; i < until; i++) asker[i - from] = i;
  fillUniform(drawn, until - from, keys.ask, tick, asker);
  let count = 0;
  for (let i = from; i < until; i++) {
    asker[count] = i;
    // As a sum: a branch that nobody can foresee costs more.
    count += +(drawn[i - from]! < asking) & +(degree[i]! > 0) & +(presence[i]! > 0);
  }
  return count;
}

/** Of two ties of each asker, drawn evenly, the one of more trust, and to whom it leads. */
function turnToTrusted({ ties, keys, block }: Round, count: number, tick: number): void {
  const { data, stride, offset, to, slots, start, degree } = ties;
  const { asker, asked, tie, other, drawn, also } = block;
  const trust = offset.trust!;
  fillUniform(drawn, count, keys.first, tick, asker);
  fillUniform(also, count, keys.second, tick, asker);
  for (let k = 0; k < count; k++) {
    const from = start[asker[k]!]!;
    const many = degree[asker[k]!]!;
    tie[k] = slots[from + ((drawn[k]! * many) | 0)]!;
    other[k] = slots[from + ((also[k]! * many) | 0)]!;
  }
  for (let k = 0; k < count; k++) {
    const d = tie[k]!;
    const e = other[k]!;
    const turn = +(data[e * stride + trust]! > data[d * stride + trust]!);
    tie[k] = d + turn * (e - d);
  }
  for (let k = 0; k < count; k++) asked[k] = to[tie[k]!]!;
}

/** The asked help or refuse, one after another. */
function answer({ ties, reputation, values, keys, block }: Round, count: number, tick: number): void {
  const { data, stride, offset, common } = ties;
  const { asker, asked, tie, need, cost, drawn } = block;
  const { kept, broken, trust } = offset as Record<"kept" | "broken" | "trust", number>;
  const owed = common.owed!;
  const { base, image } = values;
  const repaid = 1 / values.freely;
  const ofHelper = repaid / 2;
  fillUniform(need, count, keys.need, tick, asker);
  fillUniform(cost, count, keys.cost, tick, asked, asker);
  fillUniform(drawn, count, keys.help, tick, asker, asked);
  for (let k = 0; k < count; k++) {
    const j = asked[k]!;
    const d = tie[k]!;
    const there = d * stride;
    const back = (d ^ 1) * stride;
    const pair = (d & ~1) * stride + owed;
    const sign = 1 - 2 * (d & 1);
    const debt = -sign * data[pair]!;
    const p = helpChance(base, values, need[k]!, debt, data[back + trust]!, cost[k]!, reputation[asker[k]!]!);
    if (drawn[k]! < p) {
      data[there + kept]! += debt > 0.5 ? repaid : 1;
      data[back + kept]! += ofHelper;
      data[pair]! += sign;
      reputation[j]! += image * (1 - reputation[j]!);
    } else {
      data[there + broken]! += 1;
      reputation[j]! -= image * reputation[j]!;
    }
  }
}
