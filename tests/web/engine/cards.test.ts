import { describe, expect, test } from "vitest";
import { plainSetting, type ScenarioName } from "../../../src/experiments/page/setting.ts";
import { InputError } from "../../../src/kernel/check.ts";
import { replicateSeed } from "../../../src/kernel/random.ts";
import { simulate } from "../../../src/observe/simulation.ts";
import { cardOf } from "../../../src/web/engine/card.ts";
import { Session } from "../../../src/web/engine/session.ts";
import { SCENARIOS } from "../../../src/web/engine/setting.ts";

const WEEK = 240;

/** A neighborhood with councils, demands and organizations at work. */
function standing(name: ScenarioName) {
  const simulation = simulate(SCENARIOS[name], { seed: replicateSeed("7", 0) });
  while (simulation.run.tick < WEEK) simulation.step();
  return simulation;
}

/** Serial numbers and rows of what is alive. */
const living = (table: { rows: number; alive: ArrayLike<number>; serial: ArrayLike<number> }) =>
  Array.from({ length: table.rows }, (_, row) => ({ row, serial: table.serial[row]! })).filter(
    ({ row }) => table.alive[row],
  );

/** Pairs of a relation from its rows alone: another way than along the lists that the cards follow. */
const pairs = (table: Parameters<typeof living>[0] & { at: { a: ArrayLike<number>; b: ArrayLike<number> } }) =>
  living(table).map(({ row }) => [table.at.a[row]!, table.at.b[row]!] as const);

for (const name of ["new-estate", "old-district"] as ScenarioName[])
  describe(`cards of ${name}`, () => {
    const simulation = standing(name);
    const { world } = simulation.run;

    test("residents (one in seven): who they are, their trust, ties, memberships and seats are those of the tables", () => {
      const { at, rows } = world.residents;
      let [ties, memberships, seats] = [0, 0, 0];
      for (let i = 0; i < rows; i += 7) {
        const card = cardOf(simulation, `resident:${i}`, "en");
        if (card.kind !== "resident") throw new Error(`resident ${i} is ${card.kind}`);
        expect(card).toMatchObject({ rung: at.rung[i], belonging: at.belonging[i], block: at.block[i] });
        expect(card.newcomer).toBe(at.newcomer[i] === 1);
        expect(card.institutions).toEqual(world.institutional().trust.map((trust) => trust[i]));
        expect(card.acquaintances).toBe(world.ties.degree[i]);
        expect(card.ties.length).toBe(Math.min(12, card.acquaintances));
        expect(card.organizations.length).toBe(pairs(world.memberships).filter(([a]) => a === i).length);
        expect(card.platforms.length).toBe(pairs(world.seats).filter(([, b]) => b === i).length);
        [ties, memberships] = [ties + card.ties.length, memberships + card.organizations.length];
        seats += card.platforms.length;
      }
      expect(ties).toBeGreaterThan(0);
      expect(memberships).toBeGreaterThan(0);
      console.log(`${name}: ${ties} ties, ${memberships} memberships, ${seats} seats compared`);
    });

    test("what one owes, the other is owed; trust given is trust received", () => {
      let compared = 0;
      for (let i = 0; i < world.residents.rows; i += 11) {
        const card = cardOf(simulation, `resident:${i}`, "en");
        if (card.kind !== "resident") continue;
        for (const tie of card.ties) {
          const other = cardOf(simulation, `resident:${tie.resident}`, "en");
          const back = other.kind === "resident" && other.ties.find((t) => t.resident === i);
          if (!back) continue; // not among the other's strongest
          expect([back.owed + tie.owed, back.given, back.received]).toEqual([0, tie.received, tie.given]);
          expect(back.foci).toBe(tie.foci);
          compared++;
        }
      }
      expect(compared).toBeGreaterThan(0);
    });

    test("every organization, platform and demand stands as the tables say", () => {
      const { organizations, platforms, issues } = world;
      for (const { row, serial } of living(organizations)) {
        const card = cardOf(simulation, `organization:${serial}`, "zh");
        if (card.kind !== "organization") throw new Error(card.kind);
        expect([card.leader, card.deeds]).toEqual([organizations.at.leader[row], organizations.at.deeds[row]]);
        const members = pairs(world.memberships).filter(([, b]) => b === row);
        expect(card.members).toEqual(members.map(([a]) => a).sort((a, b) => a - b));
        expect(card.members).toContain(card.leader);
      }
      for (const { row, serial } of living(platforms)) {
        const card = cardOf(simulation, `platform:${serial}`, "zh");
        if (card.kind !== "platform") throw new Error(card.kind);
        expect([card.meetings, card.seats.length]).toEqual([platforms.at.meetings[row], platforms.at.seats[row]]);
        expect([card.convener, card.below]).toEqual([platforms.at.founder[row]! - 1, platforms.at.founder[row] === 0]);
        for (const { item } of card.issues)
          expect(cardOf(simulation, item, "zh")).toMatchObject({ platform: { item: `platform:${serial}` } });
      }
      for (const { row, serial } of living(issues)) {
        const card = cardOf(simulation, `issue:${serial}`, "zh");
        if (card.kind !== "issue") throw new Error(card.kind);
        const { state, touched, vote, responsible } = issues.at;
        expect(card).toMatchObject({ state: state[row], touched: touched[row], responsible: responsible[row] });
        expect(card.vote).toBe(vote[row] === 1);
        expect(card.stations[0]?.event).toBe("arisen");
      }
      for (const table of [organizations, platforms, issues]) expect(living(table).length).toBeGreaterThan(0);
    });

    test("a demand that is over is gone, and its life with its reasons stays", () => {
      const open = new Set(living(world.issues).map(({ serial }) => serial));
      const over = Array.from({ length: Math.max(...open) }, (_, serial) => serial).filter((s) => !open.has(s));
      expect(over.length).toBeGreaterThan(0);
      for (const serial of over) {
        const card = cardOf(simulation, `issue:${serial}`, "en");
        expect(card.kind).toBe("gone");
        expect(card.life?.verdict).not.toBe("");
        expect(["resolved", "forgotten"]).toContain(card.stations.at(-1)?.event);
      }
    });

    test("a number out of range is told in one line", () => {
      const { rows } = world.residents;
      const ask = () => cardOf(simulation, `resident:${rows}`, "en");
      expect(ask).toThrow(InputError);
      expect(ask).toThrow(`no resident ${rows}; expected a number from 0 to ${rows - 1}`);
      expect(cardOf(simulation, "issue:99999", "en")).toMatchObject({ kind: "gone", life: null, stations: [] });
    });
  });

describe("another future of the old district", () => {
  test("is the run from scratch, and shares its past week by week", () => {
    const plain = plainSetting("old-district");
    const finish = (session: Session, setting: typeof plain) => {
      const from = session.begin(setting, "7");
      const values = [session.read().values];
      while (!session.finished) {
        session.step();
        values.push(session.read().values);
      }
      return { from, values, hash: session.end().hash };
    };
    const session = new Session();
    const before = finish(session, plain);
    const date = simulate(SCENARIOS["old-district"], { seed: replicateSeed("7", 0) }).run.clock.date(100);
    const changed = { ...plain, changes: [{ date, values: { "team.eventsMonthly": 0 } }] };
    const after = finish(session, changed);
    const scratch = finish(new Session(), changed);
    expect(after.from).toBeGreaterThan(0);
    expect(after.hash).toBe(scratch.hash);
    expect(after.hash).not.toBe(before.hash);
    expect(after.values).toEqual(scratch.values.slice(after.from));
    expect(scratch.values.slice(0, 101)).toEqual(before.values.slice(0, 101));
  });
});
