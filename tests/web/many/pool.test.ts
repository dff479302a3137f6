import { describe, expect, test } from "vitest";
import { type Hand, Pool } from "../../../src/web/engine/pool.ts";

/** Hands that do a job when the test says so. */
function workshop() {
  const doing: { job: string; hand: number; finish: () => void; fail: (why: string) => void }[] = [];
  let hired = 0;
  const ended: number[] = [];
  const make = (): Hand<string, string> => {
    const hand = hired++;
    return {
      do: (job) =>
        new Promise((resolve, reject) => {
          const leave = () =>
            doing.splice(
              doing.findIndex((d) => d.job === job, 1),
              1,
            );
          const finish = () => {
            leave();
            resolve(job.toUpperCase());
          };
          const fail = (why: string) => {
            leave();
            reject(new Error(why));
          };
          doing.push({ job, hand, finish, fail });
        }),
      end: () => ended.push(hand),
    };
  };
  return { make, doing, ended, hired: () => hired };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const never = () => {
  throw new Error("expected no failure");
};

describe("a pool of hands", () => {
  test("does jobs in their order with so many hands at most, and keeps the hands", async () => {
    const { make, doing, hired } = workshop();
    const done: string[] = [];
    const pool = new Pool(make, 2);
    pool.run(["a", "b", "c"], (k, answer) => done.push(`${k}${answer}`), never);
    expect(doing.map((d) => d.job)).toEqual(["a", "b"]);
    doing[1]!.finish();
    await settle();
    expect(doing.map((d) => d.job)).toEqual(["a", "c"]);
    while (doing[0]) {
      doing[0].finish();
      await settle();
    }
    expect(done).toEqual(["1B", "0A", "2C"]);
    pool.run(["d"], (k, answer) => done.push(`${k}${answer}`), never);
    expect([doing[0]!.job, hired()]).toEqual(["d", 2]);
  });

  test("shares its hands between works that are open together", () => {
    const { make, doing } = workshop();
    const pool = new Pool(make, 2);
    pool.run(["a1", "a2", "a3"], () => {}, never);
    pool.run(["b1", "b2"], () => {}, never);
    doing[0]!.finish();
    return settle().then(() => expect(doing.map((d) => d.job)).toEqual(["a2", "b1"]));
  });

  test("serves works in turn if it has one hand", async () => {
    const { make, doing } = workshop();
    const done: string[] = [];
    const pool = new Pool(make, 1);
    for (const name of ["a", "b"]) pool.run([`${name}1`, `${name}2`], (_, answer) => done.push(answer), never);
    while (doing[0]) {
      doing[0].finish();
      await settle();
    }
    expect(done).toEqual(["A1", "B1", "A2", "B2"]);
  });

  test("ends a work at once, with the hands that work for it, and goes on with the others", async () => {
    const { make, doing, ended } = workshop();
    const done: string[] = [];
    const pool = new Pool(make, 1);
    const cancel = pool.run(["a1", "a2"], (_, answer) => done.push(answer), never);
    pool.run(["b1"], (_, answer) => done.push(answer), never);
    cancel();
    expect(ended).toEqual([0]);
    expect(doing.at(-1)).toMatchObject({ job: "b1", hand: 1 });
    for (const d of [...doing]) d.finish();
    await settle();
    expect(done).toEqual(["B1"]);
  });

  test("ends a work of which a job fails, and says why", async () => {
    const { make, doing } = workshop();
    const why: string[] = [];
    new Pool(make, 1).run(
      ["a", "b"],
      () => {},
      (error) => why.push(error.message),
    );
    doing[0]!.fail("no such neighborhood");
    await settle();
    expect([why, doing.length]).toEqual([["no such neighborhood"], 0]);
  });
});
