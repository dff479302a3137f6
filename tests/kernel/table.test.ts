import { describe, expect, test } from "vitest";
import { f32, fixed, i32, Table, u8 } from "../../src/kernel/table.ts";

const specs = { money: f32("yuan", [0, 1e9], 2.5), since: i32("tick", [-1, 1e9], -1), open: u8("flag") };
const table = (capacity = 2) => new Table("things", specs, capacity);

describe("columns", () => {
  test("columns have the storage, range, unit and initial value that they declare", () => {
    const t = table();
    expect([t.at.money, t.at.since, t.at.open].map((c) => c.constructor)).toEqual([
      Float32Array,
      Int32Array,
      Uint8Array,
    ]);
    expect(t.specs.money).toEqual({ type: "f32", unit: "yuan", range: [0, 1e9], initial: 2.5, fixed: false });
    expect(fixed(specs.money)).toEqual({ ...specs.money, fixed: true });
  });
});

describe("births and deaths", () => {
  test("a row is born with initial values and the next serial number", () => {
    const t = table();
    const [a, b] = [t.add(), t.add()];
    expect([t.at.money[b], t.at.since[b], t.at.open[b]]).toEqual([2.5, -1, 0]);
    expect([t.serial[a], t.serial[b], t.count, t.born]).toEqual([0, 1, 2, 2]);
  });

  test("a slot is used again only after the commit, with initial values and a new serial number", () => {
    const t = table(4);
    const [a] = [t.add(), t.add()];
    t.at.money[a!] = 99;
    t.remove(a!);
    expect([t.alive[a!], t.count, t.add()]).toEqual([0, 1, 2]);
    t.commit();
    const again = t.add();
    expect([again, t.at.money[again], t.serial[again], t.count]).toEqual([a, 2.5, 3, 3]);
  });

  test("a full table refuses births inside a tick and is none the worse for it", () => {
    const t = table(2);
    t.add();
    t.add();
    expect(() => t.add()).toThrow("table things is full inside a tick (2 rows)");
    expect([t.rows, t.count]).toEqual([2, 2]);
  });
});

describe("reserve", () => {
  test("it makes room, keeps what is there, and raises the version", () => {
    const t = table(2);
    t.at.money[t.add()] = 7;
    const before = t.at.money;
    expect(t.reserve(10)).toBe(true);
    expect([t.version, t.capacity >= 11, t.at.money[0], t.at.money === before]).toEqual([1, true, 7, false]);
    for (let k = 0; k < 10; k++) t.add();
    expect(t.at.since[10]).toBe(-1);
  });

  test("it leaves columns alone where there is room, freed slots included", () => {
    const t = table(3);
    for (let k = 0; k < 3; k++) t.add();
    t.remove(0);
    t.remove(1);
    t.commit();
    const before = t.at;
    expect([t.reserve(2), t.version, t.at === before]).toEqual([false, 0, true]);
    t.add();
    t.add();
    expect(t.count).toBe(3);
  });
});

describe("state and restore", () => {
  test("a restored table goes on as the first one does, also in how it reuses slots", () => {
    const one = table(8);
    for (let k = 0; k < 5; k++) one.at.money[one.add()] = k;
    one.remove(3);
    one.remove(1);
    one.commit();
    const other = table(1);
    other.restore(structuredClone(one.state()));
    expect(other.state()).toEqual(one.state());
    other.reserve(4);
    for (const t of [one, other]) for (let k = 0; k < 4; k++) t.at.money[t.add()] = 10 + k;
    expect(other.state()).toEqual(one.state());
  });

  test("what was taken does not change when the table goes on", () => {
    const t = table();
    t.add();
    const state = t.state();
    t.at.money[0] = 50;
    expect(state.columns.money![0]).toBe(2.5);
  });

  test("a state without one of the columns is refused by name", () => {
    const state = table().state();
    const { money: _, ...columns } = state.columns;
    expect(() => table().restore({ ...state, columns })).toThrow("snapshot lacks column things.money");
  });
});
