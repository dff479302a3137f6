/** The world at week 0 (ODD: initialization). Everything is drawn from the context with keyed draws. */
import { Arena, FRESH, type Memory } from "../kernel/arena.ts";
import { InputError } from "../kernel/check.ts";
import type { Clock } from "../kernel/clock.ts";
import { log } from "../kernel/math.ts";
import { identityOf, type Random, uniform } from "../kernel/random.ts";
import type { ColumnSpec } from "../kernel/table.ts";
import { type TieSpecs, Ties } from "../kernel/ties.ts";
import { drawTies, type NewPool, tiesOfNetwork } from "./acquaintances.ts";
import { ATTRIBUTES, attributeRange } from "./attributes.ts";
import { PAIRS, TIES } from "./columns.ts";
import type { Context } from "./context.ts";
import type { Network } from "./network.ts";
import { codeOf, FOCUS, NEEDS } from "./vocabulary.ts";
import { headroom, World } from "./world.ts";

/** Hours a week for others: mean of an exponential, and its cap. Source: assumption. */
/** Residents from which on a run lies in an arena by itself, in reach of compiled code; below, loops are as fast. */
const LARGE = 4096;
/** Bytes a resident to keep for tables and their growth: only what is used takes memory. */
const BYTES = 9000;
const MEAN_HOURS = 3;
const MOST_HOURS = 14;

type Extra = Readonly<Record<string, Readonly<Record<string, ColumnSpec>>>>;

interface Layout {
  readonly communities: number;
  /** Community and block of each resident, both non-decreasing. */
  readonly community: Int32Array;
  readonly block: Int32Array;
  readonly blocks: number;
  /** Node of the network that each resident is, if there is one. */
  readonly node: Int32Array | undefined;
}

function plainLayout(context: Context): Layout {
  const { communities, households, blocks } = context.start;
  const n = communities * households;
  const community = new Int32Array(n);
  const block = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    community[i] = Math.floor(i / households);
    block[i] = community[i]! * blocks + Math.floor(((i % households) * blocks) / households);
  }
  return { communities, community, block, blocks: communities * blocks, node: undefined };
}

/** The network's own attributes `community` and `block` (or `household`) place its persons; else they share one. */
function networkLayout(network: Network, context: Context): Layout {
  const n = network.nodes.length;
  const place = (names: readonly string[]) => {
    const key = names.find((name) => network.nodes.every((node) => node.attributes[name] !== undefined));
    return network.nodes.map((node) => (key === undefined ? undefined : `${node.attributes[key]}`));
  };
  const places = place(["community"]);
  const homes = place(["block", "household"]);
  const fallback = Math.min(context.start.blocks, n);
  const label = (i: number) => `${places[i] ?? ""}\u0000${homes[i] ?? Math.floor((i * fallback) / n)}`;
  const rank = <T>(values: T[]) => new Map([...new Set(values)].map((value, r) => [value, r]));
  const ofCommunity = rank(places);
  const order = network.nodes.map((_, i) => i);
  const labels = rank(order.map(label));
  order.sort(
    (i, j) =>
      ofCommunity.get(places[i])! - ofCommunity.get(places[j])! || labels.get(label(i))! - labels.get(label(j))!,
  );
  const community = Int32Array.from(order, (i) => ofCommunity.get(places[i])!);
  const seen = new Map<string, number>();
  const block = Int32Array.from(order, (i) => {
    const key = label(i);
    if (!seen.has(key)) seen.set(key, seen.size);
    return seen.get(key)!;
  });
  return { communities: ofCommunity.size, community, block, blocks: seen.size, node: Int32Array.from(order) };
}

/** Draws the world of a context, or of a network whose missing attributes the context supplies. */
export function createWorld(
  context: Context,
  clock: Clock,
  random: Random,
  extra: Extra = {},
  network?: Network,
  memory?: Memory,
): World {
  const layout = network ? networkLayout(network, context) : plainLayout(context);
  const n = layout.community.length;
  if (n < 2) throw new InputError(`a population needs at least 2 residents; got ${n}`);
  const from = memory ?? (n >= LARGE ? new Arena() : FRESH);
  from.expect(n * BYTES);
  const world = new World(n, layout.communities, layout.blocks, extra, from);
  for (let i = 0; i < n; i++) world.residents.add();
  placeResidents(world, layout);
  drawResidents(world, context, clock, random);
  if (network) applyAttributes(world, network, layout.node!);
  const specs = [
    { ...TIES, ...extra.ties },
    { ...PAIRS, ...extra.pairs },
  ] as [TieSpecs, TieSpecs];
  const pool: NewPool = (room, expected) => {
    // Twice the room that a tick may ask for: so the pool of a city need not be copied when its first ties are born.
    world.ties = new Ties(...specs, room, expected, 2 * headroom("ties", n, layout.communities), from);
    return world.ties;
  };
  if (network) tiesOfNetwork(pool, network, layout.node!);
  else drawTies(world, pool, context, random);
  foundStartOrganizations(world, context, random, network !== undefined);
  world.reserve([]);
  return world;
}

function placeResidents(world: World, layout: Layout): void {
  const { communities, blocks, residents } = world;
  for (let c = 0; c < layout.communities; c++) communities.add();
  for (let b = 0; b < layout.blocks; b++) blocks.add();
  residents.at.community.set(layout.community);
  residents.at.block.set(layout.block);
  const open = (first: Int32Array, last: Int32Array, of: Int32Array) => {
    for (let i = of.length - 1; i >= 0; i--) first[of[i]!] = i;
    for (let i = 0; i < of.length; i++) last[of[i]!] = i + 1;
  };
  open(communities.at.firstResident, communities.at.lastResident, layout.community);
  open(blocks.at.firstResident, blocks.at.lastResident, layout.block);
  for (let i = 0; i < layout.block.length; i++) blocks.at.community[layout.block[i]!] = layout.community[i]!;
}

/** Index of the weight in which the share u of their sum falls. */
function pick(weights: readonly number[], u: number): number {
  let rest = u * weights.reduce((sum, w) => sum + w, 0);
  const found = weights.findIndex((w) => {
    rest -= w;
    return rest < 0;
  });
  return found < 0 ? weights.length - 1 : found;
}

function drawResidents(world: World, context: Context, clock: Clock, random: Random): void {
  const { start } = context;
  const r = world.residents.at;
  const draw = (name: string) => {
    const key = random.key("population", name);
    return (i: number) => uniform(key, 0, i);
  };
  const [arrival, moving, newcomer, competence, spirit] = ["arrival", "moveIn", "newcomer", "competence", "spirit"].map(
    draw,
  );
  const [caution, main, minor, hours, tenure] = ["caution", "main", "minor", "hours", "tenure"].map(draw);
  const handover = clock.tick(start.handover);
  const weights = NEEDS.map((need) => start.needs[need.name]);
  const { trust, expect } = world.institutional();
  for (let i = 0; i < world.residents.rows; i++) {
    r.arrival[i] = handover <= 0 ? 0 : Math.floor(arrival!(i) * start.salesWeeks);
    const wait = -start.moveInWeeks * log(moving!(i));
    r.moveIn[i] = handover <= 0 ? 0 : Math.max(r.arrival[i]!, handover + Math.floor(wait));
    r.newcomer[i] = newcomer!(i) < start.newcomers ? 1 : 0;
    r.tenure[i] = r.newcomer[i] ? Math.min(start.tenure, 3) * tenure!(i) : start.tenure * (0.5 + tenure!(i));
    r.competence[i] = competence!(i);
    r.publicSpirit[i] = spirit!(i);
    r.caution[i] = caution!(i);
    r.needMain[i] = pick(weights, main!(i));
    r.needMinor[i] = pick(weights, minor!(i));
    r.hours[i] = Math.min(MOST_HOURS, -MEAN_HOURS * log(hours!(i)));
    r.generalTrust[i] = start.generalTrust;
    for (const column of [...trust, ...expect]) column[i] = start.institutionalTrust;
  }
}

/** Attributes that the network gives replace what was drawn. */
function applyAttributes(world: World, network: Network, node: Int32Array): void {
  const r = world.residents.at as Record<string, Float32Array | Int32Array | Uint8Array>;
  for (const key of ATTRIBUTES) {
    for (let i = 0; i < node.length; i++) {
      const given = network.nodes[node[i]!]!.attributes[key];
      if (given === undefined || given === "") continue;
      const expected = attributeRange(key, given);
      if (expected !== undefined) {
        const place = `${network.name}: node "${network.nodes[node[i]!]!.id}", ${key}`;
        throw new InputError(`${place}: expected ${expected}; got ${JSON.stringify(given)}`);
      }
      r[key]![i] = Number(given);
    }
  }
}

function foundStartOrganizations(world: World, context: Context, random: Random, partial: boolean): void {
  const { organizations, memberships, communities, residents, ties } = world;
  const list = context.start.organizations;
  organizations.reserve(list.length);
  memberships.reserve(list.reduce((sum, o) => sum + o.members, 0));
  memberships.fit(residents.capacity, organizations.capacity);
  const taste = random.key("population", "startMember");
  const r = residents.at;
  for (const [index, spec] of list.entries()) {
    if (spec.community >= communities.rows) {
      if (partial) continue; // a network with fewer communities than the scenario has
      throw new InputError(
        `start.organizations[${index}].community must be below ${communities.rows}; got ${spec.community}`,
      );
    }
    const need = codeOf(NEEDS, spec.need);
    const first = communities.at.firstResident[spec.community]!;
    const last = communities.at.lastResident[spec.community]!;
    const score = (i: number) => {
      const fit = r.needMain[i] === need ? 2 : r.needMinor[i] === need ? 1 : 0;
      return fit + uniform(taste, index, i) + (r.memberOf[i]! > 0 ? -1 : 0);
    };
    const members = Array.from({ length: last - first }, (_, k) => first + k)
      .sort((i, j) => score(j) - score(i) || i - j)
      .slice(0, spec.members);
    const leader = members.reduce((best, i) => (r.competence[i]! > r.competence[best]! ? i : best));
    const o = organizations.add();
    const at = organizations.at;
    at.community[o] = spec.community;
    at.need[o] = need;
    at.identity[o] = identityOf(leader, -1 - index, need);
    at.founder[o] = leader;
    at.leader[o] = leader;
    at.founded[o] = -Math.round(spec.years * 52);
    at.below[o] = 1;
    at.rules[o] = spec.rules ? 1 : 0;
    for (const skill of [at.organizing, at.deliberating, at.executing]) skill[o] = spec.skill;
    at.members[o] = members.length;
    ties.reserve(members.length);
    r.leads[leader]!++;
    for (const i of members) {
      memberships.link(i, o);
      r.memberOf[i]!++;
      if (i !== leader && ties.find(leader, i) < 0) ties.add(leader, i, FOCUS.organization);
    }
  }
}
