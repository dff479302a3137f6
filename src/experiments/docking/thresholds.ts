/**
 * Thresholds: a hundred people of whom each acts once as many others do as its threshold says. Everybody knows and trusts
 * everybody alike, so that a share of trusted acquaintances is a number of people. A resident's caution sets its threshold;
 * each stands half a person below the whole number, which changes nothing and keeps rounding out.
 */
import { counterpart } from "../../model/mechanisms/counterpart.ts";
import { joining } from "../../model/mechanisms/joining.ts";
import type { Run } from "../../model/run.ts";
import type { Scenario } from "../../model/scenario.ts";
import { ROLE, STATE } from "../../model/vocabulary.ts";
import { alone, complete, type Docking, standing } from "./docking.ts";

const PEOPLE = 100;
const SOURCE =
  "Granovetter (1978), Threshold models of collective behavior, American Journal of Sociology 83(6), 1420-1443";
const PUBLISHED = {
  en: "Of a hundred people with the thresholds 0, 1, 2, …, 99 all act; where the one with 1 has 2 instead, one acts.",
  zh: "百人门槛依次为 0、1、2……99 时，全体行动；若把门槛为 1 者改为 2，则只有一人行动。",
};

/** 0 … 99; `broken`: with the 1 made a 2. */
const thresholds = (broken: boolean) => Array.from({ length: PEOPLE }, (_, k) => (broken && k === 1 ? 2 : k));

/** A hundred who know each other, with the cautions that give them these thresholds at a parameter of 1. */
function crowd(ground: Scenario, broken: boolean): Run {
  const run = standing(ground, "thresholds", complete(PEOPLE));
  const { ties, residents } = run.world;
  residents.at.presence.fill(2);
  residents.at.caution.set(thresholds(broken).map((k) => (k - 0.5) / (PEOPLE - 1) - 0.5));
  for (let d = 0; d < 2 * ties.pairs; d++) ties.data[d * ties.stride + ties.offset.trust!] = 1;
  return run;
}

/** Residents whom an issue that touches all of them mobilizes. */
function mobilized(ground: Scenario, broken: boolean): number {
  const run = crowd(ground, broken);
  const { issues, touches, platforms, residents } = run.world;
  touches.reserve(PEOPLE);
  touches.fit(issues.capacity, residents.capacity);
  const p = platforms.add();
  const issue = issues.add();
  for (let i = 0; i < PEOPLE; i++) touches.link(issue, i);
  const set = { platform: p, responsible: ROLE.property, state: STATE.brought, tabled: 0, touched: PEOPLE };
  for (const [column, value] of Object.entries(set))
    (issues.at as unknown as Record<string, Int32Array>)[column]![issue] = value;
  alone(counterpart, run, { threshold: 1 })(0);
  return Math.round(issues.at.mobilized[issue]! * PEOPLE);
}

/** Residents who join an organization without members that serves what all need, once nobody joins any more. */
function joined(ground: Scenario, broken: boolean): number {
  const run = crowd(ground, broken);
  const { organizations, memberships, residents } = run.world;
  memberships.reserve(PEOPLE);
  memberships.fit(residents.capacity, organizations.capacity);
  residents.at.needMain.fill(0);
  const o = organizations.add();
  const step = alone(joining, run, { looking: 1, notice: 1, threshold: 1, size: 1e9 });
  for (let week = 0; week < PEOPLE; week++) step(week);
  return organizations.at.members[o]!;
}

function thresholdRule(rule: string, name: Docking["name"], acting: (broken: boolean) => number): Docking {
  const [all, one] = [acting(false), acting(true)];
  return {
    ...{ name, rule, published: PUBLISHED, source: SOURCE },
    found: { en: `${all} act; with the 1 made a 2, ${one}`, zh: `${all} 人行动；1 改为 2 后，${one} 人` },
    holds: all === PEOPLE && one === 1,
    limits: {
      en: "The model's own thresholds are spread evenly between half the parameter and one and a half times it, and count acquaintances by trust.",
      zh: "模型中的门槛均匀分布于参数的 0.5 至 1.5 倍之间，并按信任为熟人加权。",
    },
  };
}

export function mobilization(ground: Scenario): Docking {
  const name = { en: "Thresholds of mobilization", zh: "动员门槛" };
  return thresholdRule("counterpart", name, (broken) => mobilized(ground, broken));
}

export function joiningTogether(ground: Scenario): Docking {
  const name = { en: "Thresholds of joining", zh: "加入门槛" };
  return thresholdRule("joining", name, (broken) => joined(ground, broken));
}
