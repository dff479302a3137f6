import { expect, test } from "vitest";
import { linli } from "../../cli/terminal.ts";
import { addressOf, bothEnded, hashOf, inBrowser, LANGUAGES, ORIGINS, stage } from "./browser.ts";

/** Addresses, and what the command line runs for the side that they are about. */
const SAME = [
  ["the estate as it is", "seed=7&left=new-estate&right=blank", "left", ["run", "new-estate", "--seed", "7"]],
  [
    "the district with a block and a value of its own",
    "seed=spring&left=blank&right=old-district&right.team=new-estate&right.trust.breachWeight=3",
    "right",
    ["run", "old-district", "--seed", "spring", "--block", "team=new-estate", "--set", "trust.breachWeight=3"],
  ],
  [
    "the estate with an owners' committee on the way",
    "seed=7&left=new-estate&left.support.ownersCommittee@2017-07-03=true&left.team.independence@2016-02-10=1&right=blank",
    "left",
    [
      ...["run", "new-estate", "--seed", "7", "--set", "support.ownersCommittee@2017-07-03=true"],
      ...["--set", "team.independence@2016-02-10=1"],
    ],
  ],
] as const;

inBrowser("what the page runs", (house) => {
  for (const from of ORIGINS)
    for (const [what, address, side, argv] of SAME)
      test(`from ${from} is to the bit what the command line runs: ${what}`, async () => {
        const page = await house.open(`${address}&view=story`, { from });
        const { replicates } = JSON.parse((await linli(...argv, "--json")).out);
        expect(await hashOf(page, side)).toBe(replicates[0].hash);
        expect(await stage(page, side).getAttribute("data-seed")).toBe(replicates[0].seed);
      });

  test.each(LANGUAGES)("is the same once more from the address that the page wrote (%s)", async (lang) => {
    const address = `seed=a%20b&week=52&lang=${lang}&left=new-estate&left.agenda=old-district&left.team.effort=60&right=blank&view=story`;
    const page = await house.open(address);
    const written = await addressOf(page, "version=");
    for (const part of address.split("&")) expect(written.split("&")).toContain(part);
    const hashes = [await hashOf(page, "left"), await hashOf(page, "right")];
    await page.reload();
    await bothEnded(page);
    expect([await hashOf(page, "left"), await hashOf(page, "right")]).toEqual(hashes);
    expect(await addressOf(page, "version=")).toBe(written);
    expect(await page.locator("#tab-story").getAttribute("aria-selected")).toBe("true");
    const again = await house.open(written, { from: "http" });
    expect(await hashOf(again, "left")).toBe(hashes[0]);
  });
});
