/**
 * Submodel 7.3.3: General trust.
 *
 * What one expects of an unknown neighbor is pulled, slowly, by those one has come to know and by the conduct of the
 * institutions of the place: the team, the committee if it supports, and every role that the agenda names. Each
 * resident takes stock every fourth week, a quarter of them a week.
 *
 *   g ← g + 4·pull·(w·T + (1 - w)·I - g)
 *
 * g     trust in an unknown neighbor  [0, 1]
 * T     mean trust in acquaintances times carry; g itself where there is none  [0, 1]
 * I     mean trust in those institutions  [0, 1]
 * pull  pull on general trust (pull)  share a week
 * w     weight of acquaintances (acquaintances)  [0, 1]
 *
 * Source: after Rothstein & Stolle (2008), The State and Social Capital (institutions shape general trust) and
 * Glanville & Paxton (2007), How Do We Learn to Trust? (experience does). Departures: both report that there is an
 * effect and not how fast; the linear form, its speed and its weights are assumptions. Order: simultaneous.
 */
/**
 * 子模型 7.3.3：普遍信任。
 *
 * 对陌生邻居的期望，受已认识的人与本地机构的作为缓慢牵引。机构包括营造团队、给予支持的居委会，以及议程中涉及的各责任
 * 方。居民每四周盘点一次，每周轮到四分之一的居民。
 *
 *   g ← g + 4·pull·(w·T + (1 - w)·I - g)
 *
 * g     对陌生邻居的信任  [0, 1]
 * T     对熟人的平均信任乘以 carry；没有熟人时即为 g  [0, 1]
 * I     对上述机构的平均信任  [0, 1]
 * pull  普遍信任的变化速度（pull）  比例／周
 * w     熟人的权重（acquaintances）  [0, 1]
 *
 * 来源：参照 Rothstein & Stolle (2008)，国家与社会资本（机构塑造普遍信任）；Glanville & Paxton (2007)，我们如何学会信任
 * （经验塑造普遍信任）。与原文献的差异：两文只表明影响存在，未给出快慢；线性形式、速度与权重均为假设。次序：同时更新。
 */
import { shareOf } from "../../kernel/clock.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { codeOf, ROLE, ROLES } from "../vocabulary.ts";

const EVERY = 4;

export const generalTrust = defineMechanism({
  name: "generalTrust",
  submodel: "7.3.3",
  title: { en: "General trust", zh: "普遍信任" },
  summary: {
    en: "Trust in strangers follows acquaintances and institutions.",
    zh: "对陌生邻居的信任随熟人与机构的表现而变。",
  },
  source:
    "assumption, after Rothstein & Stolle (2008), Comparative Politics 40(4); Glanville & Paxton (2007), Social Psychology Quarterly 70(3)",
  order: "simultaneous",
  parameters: {
    pull: parameter(
      0.038,
      [0.002, 0.1],
      "share of the gap a week",
      "assumption",
      ["pull on general trust", "普遍信任的变化速度"],
      ["how fast it follows experience", "随经历改变的快慢"],
    ),
    acquaintances: parameter(
      0.37,
      [0.3, 0.7],
      "weight",
      "assumption",
      ["weight of acquaintances", "熟人的权重"],
      ["against that of institutions", "相对于机构表现的权重"],
    ),
    carry: parameter(
      0.85,
      [0.5, 1],
      "share",
      "assumption",
      ["carry-over to strangers", "推及陌生人的程度"],
      ["how much of trust in acquaintances goes to strangers", "对熟人的信任有多少推及陌生人"],
    ),
  },
  writes: ["residents.generalTrust"],
  bind({ world, values, context }) {
    const { ties, residents } = world;
    const r = residents.at;
    const { trust } = world.institutional();
    const concerned = new Set<number>([ROLE.team]);
    if (context.support.committee > 0) concerned.add(ROLE.committee);
    for (const kind of context.agenda.kinds)
      if (kind.responsible !== "residents") concerned.add(codeOf(ROLES, kind.responsible));
    const columns = [...concerned].sort((a, b) => a - b).map((role) => trust[role]!);
    const w = values.acquaintances;
    return (tick) => {
      const { data, stride, offset, slots, start, degree } = ties;
      const t = offset.trust!;
      const [from, until] = shareOf(residents.rows, tick, EVERY);
      for (let i = from; i < until; i++) {
        if (r.presence[i] === 0) continue;
        const g = r.generalTrust[i]!;
        let known = 0;
        for (let k = 0; k < degree[i]!; k++) known += data[slots[start[i]! + k]! * stride + t]!;
        const T = degree[i]! > 0 ? (known / degree[i]!) * values.carry : g;
        let I = 0;
        for (let c = 0; c < columns.length; c++) I += columns[c]![i]!;
        I /= columns.length;
        r.generalTrust[i] = g + Math.min(1, EVERY * values.pull) * (w * T + (1 - w) * I - g);
      }
    };
  },
});
