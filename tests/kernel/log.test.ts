import { describe, expect, test } from "vitest";
import { EventLog } from "../../src/kernel/log.ts";

const rows = (log: EventLog) => {
  const c = log.columns();
  return Array.from(c.tick, (tick, e) => [tick, c.kind[e], c.subject[e], c.other[e], c.reason[e], c.value[e]]);
};

describe("the log", () => {
  test("keeps events in order, beyond its first chunk", () => {
    const log = new EventLog();
    const expected: number[][] = [];
    for (let e = 0; e < 1000; e++) {
      log.append(e, e % 5, e * 2, e - 1, (e % 3) - 1, 500 - e);
      expected.push([e, e % 5, e * 2, e - 1, (e % 3) - 1, 500 - e]);
    }
    expect(log.length).toBe(1000);
    expect(rows(log)).toEqual(expected);
  });

  test("an empty log has empty columns", () => {
    expect(rows(new EventLog())).toEqual([]);
  });

  test.each([3, 300, 700])(
    "a log of %i events that is loaded goes on like the first, whatever was there before",
    (length) => {
      const one = new EventLog();
      for (let e = 0; e < length; e++) one.append(e, 1, 2, 3, 4, 5);
      const held = structuredClone(one.columns());
      const other = new EventLog();
      for (let e = 0; e < 500; e++) other.append(-1, -1, -1, -1, -1, -1);
      other.load(held);
      for (const log of [one, other]) for (let e = 0; e < 600; e++) log.append(9, 9, 9, 9, 9, e);
      expect(rows(other)).toEqual(rows(one));
    },
  );
});
