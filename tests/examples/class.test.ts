import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { addressOf, placeOf } from "../../src/experiments/page/address.ts";
import { commandsOf, expectShown, freshFolder, pagesOf, printedBy, root, shownIn, testPages } from "./example.ts";

const folder = freshFolder();
const [page, answers] = commandsOf(pagesOf("class")[0]!);
const address = /"(.*)"/.exec(page!)![1]!;
/** Columns of a row of the answers: on the stage left and right, in twenty runs left and right. */
const row = (title: string) =>
  printed
    .split("\n")
    .find((line) => line.includes(title))!
    .trim()
    .split(/ {2,}/)
    .slice(1);

const numbersOf = (text: string): readonly string[] => text.match(/\d+/g)!;

let printed = "";
beforeAll(() => {
  printed = printedBy(answers!, folder);
}, 120_000);

describe("the pages", () => {
  testPages("class");

  test("show the answers, each in its language", () => {
    const [english, chinese] = pagesOf("class");
    expectShown(english!, shownIn(english!), printed);
    const inChinese = printedBy(commandsOf(chinese!)[1]!, folder);
    expectShown(chinese!, shownIn(chinese!), inChinese);
    expect(inChinese).not.toMatch(/[a-z]/);
    expect([...numbersOf(inChinese)].sort()).toEqual([...numbersOf(printed)].sort());
  }, 120_000);
});

describe("the address", () => {
  test("is one that the page reads, and writes the same", () => {
    const { place } = placeOf(address);
    const committee = { date: "2017-07-03", values: { "support.ownersCommittee": true } };
    expect({ seed: place.seed, week: place.week, view: place.view }).toEqual({ seed: "7", week: 130, view: "story" });
    expect(place.left).toEqual({ scenario: "new-estate", blocks: {}, values: {}, changes: [] });
    expect(place.right).toEqual({ ...place.left, changes: [committee] });
    expect(placeOf(addressOf(place, "0.4.0")).place).toEqual(place);
  });

  test.skipIf(!existsSync(join(root, "dist", "page", "index.html")))(
    "is where `linli page` leads (skipped where the page has not been built)",
    () => {
      const url = new URL(printedBy(`${page} --print`, folder).trim());
      expect(placeOf(url.hash)).toEqual(placeOf(address));
    },
  );
});

describe("what is said in class", () => {
  test("of the run on the stage: both councils are suspended in the same week", () => {
    expect(row("the council is suspended").slice(0, 2)).toEqual(["2018-04-09", "2018-04-09"]);
  });

  test("of twenty runs: all are suspended, the right ones a month later", () => {
    expect(row("the council is suspended").slice(2)).toEqual(["2018-06-04, 20 of 20", "2018-07-02, 20 of 20"]);
  });

  test("of the pairs: more is resolved on the right in 18 of 20", () => {
    expect(printed).toMatch(/right less left: (4\.[5-9]|5\.[0-4]) points; higher in 18 of 20 pairs/);
  });

  test("of the demands: none waits for a vote on the right, and more are refused", () => {
    const [, , leftVote, rightVote] = row("await the owners' vote").map(Number);
    const [, , leftRefused, rightRefused] = row("who must act refuses").map(Number);
    expect([leftVote! > 10, rightVote]).toEqual([true, 0]);
    expect(rightRefused).toBeGreaterThan(2 * leftRefused!);
  });
});
