import { expect, test } from "vitest";
import { linli } from "../../cli/terminal.ts";
import { bothEnded, inBrowser, LANGUAGES, localeOf, savedTable, view } from "./browser.ts";

inBrowser("many runs", (house) => {
  test.each(LANGUAGES)("come before the story of one, and it is said that they are no forecast (%s)", async (lang) => {
    const page = await house.open("left=new-estate&right=blank", { locale: localeOf(lang) });
    const panel = page.getByRole("tabpanel");
    expect(await page.locator("#tab-many").getAttribute("aria-selected")).toBe("true");
    expect(await panel.innerText()).toContain(lang === "zh" ? "这是模型，不是预测" : "It is a model, not a forecast");
    await panel.getByText(lang === "zh" ? /^已完成，根种子1/ : /^done, root seed 1/).waitFor({ timeout: 55_000 });
    const strips = panel.locator("svg[role=img]");
    expect(await strips.count()).toBeGreaterThan(5);
    for (const strip of await strips.all())
      expect((await strip.getAttribute("aria-label"))!.length).toBeGreaterThan(10);
  });

  test("are those of the command line, each to the bit", async () => {
    const page = await house.open("seed=7&left=blank&left.team.effort@2016-02-01=60&right=blank");
    await page.getByText(/^done, root seed 7/).waitFor({ timeout: 55_000 });
    await bothEnded(page);
    const { rows } = await savedTable(page, (await view(page, "save")).getByRole("button", { name: "Many runs" }));
    const argv = ["run", "blank", "--seed", "7", "--replicates", "3", "--json"];
    for (const [side, set] of [
      ["left", ["--set", "team.effort@2016-02-01=60"]],
      ["right", []],
    ] as const) {
      const { replicates } = JSON.parse((await linli(...argv, ...set)).out);
      const mine = rows.filter((row) => row.side === side);
      expect(mine).toHaveLength(20);
      for (const [r, { hash, seed }] of replicates.entries())
        expect(mine.find((row) => Number(row.replicate) === r)).toMatchObject({ hash, seed });
    }
  });

  test("can be stopped and gone on with", async () => {
    const page = await house.open("left=new-estate&right=old-district");
    const panel = page.getByRole("tabpanel");
    await panel.getByRole("button", { name: "Stop" }).click();
    await panel.getByRole("button", { name: "Go on" }).click();
    await panel.getByRole("button", { name: "Stop" }).click();
    await panel.getByRole("button", { name: "Go on" }).waitFor();
  });
});
