import { expect, test } from "vitest";
import { addressOf, bothEnded, button, hashOf, inBrowser, LANGUAGES, view } from "./browser.ts";

inBrowser("levers", (house) => {
  for (const lang of LANGUAGES) {
    test(`a lever from the outset changes address, command line and run, and goes back (${lang})`, async () => {
      const page = await house.open(`lang=${lang}&left=blank&right=blank&view=levers`);
      await bothEnded(page);
      const plain = await hashOf(page, "left");
      const row = page.locator('[data-lever="support.oversight"]');
      expect(await row.locator(".lever-back").count()).toBe(0);
      await row.locator('input[type="number"]').fill("0.45");
      await row.locator('input[type="number"]').press("Enter");
      await addressOf(page, "left.support.oversight=0.45");
      expect(await page.locator(".levers pre").innerText()).toContain("--set support.oversight=0.45");
      await bothEnded(page);
      expect(await hashOf(page, "left")).not.toBe(plain);
      expect(await hashOf(page, "right")).toBe(plain);
      await row.locator(".lever-back").click();
      await addressOf(page, /^(?!.*oversight)/);
      await bothEnded(page);
      expect(await hashOf(page, "left")).toBe(plain);
    });

    test(`a change now makes a ghost that can be dropped; where people start is settled (${lang})`, async () => {
      const page = await house.open(`lang=${lang}&week=140&left=blank&right=blank&view=levers`);
      await bothEnded(page);
      await page.locator('input[name="when"]').nth(1).check();
      expect(await page.locator("#set-start\\.newcomers").isDisabled()).toBe(true);
      await page.locator("#set-team\\.payer").selectOption("developer");
      await addressOf(page, /left\.team\.payer@\d{4}-\d\d-\d\d=developer/);
      await bothEnded(page);
      expect(await page.locator(".levers-set li").count()).toBe(1);
      const drop = button(page, "Drop the dashed line", "去掉虚线");
      await drop.click();
      await drop.waitFor({ state: "detached" });
      expect(await page.locator(".levers-set li").count()).toBe(1);
    });

    test(`a class's own community runs on the side chosen (${lang})`, async () => {
      const page = await house.open(`lang=${lang}&left=blank&right=blank&view=levers`);
      await bothEnded(page);
      await button(page, "Right", "右侧").click();
      await page.locator(".levers-own summary").click();
      await page.locator('.levers-own input[name="start.households"]').fill("120");
      await page.locator('.levers-own button[type="submit"]').click();
      const address = await addressOf(page, "right.start.households=120");
      expect(address).not.toContain("left.start");
      await bothEnded(page);
      expect(await hashOf(page, "right")).not.toBe(await hashOf(page, "left"));
    });
  }

  test("what is set to never stays so when another lever is moved", async () => {
    const page = await house.open("lang=en&left=new-estate&left.support.committeeFrom=null&right=blank&view=levers");
    await bothEnded(page);
    expect(await page.locator("#set-support\\.committeeFrom").inputValue()).toBe("");
    await page.locator("#set-support\\.ownersCommittee").check();
    const address = await addressOf(page, "left.support.ownersCommittee=true");
    expect(address).toContain("left.support.committeeFrom=null");
  });

  test("the other side becomes the same, whole blocks are named, and the command line is one", async () => {
    const page = await house.open("lang=en&left=blank&right=old-district&view=save");
    await bothEnded(page);
    expect(await page.locator(".save pre", { hasText: "linli run" }).count()).toBe(2);
    await view(page, "levers");
    await page.locator("#set-procedure").selectOption("new-estate");
    await addressOf(page, "left.procedure=new-estate");
    expect(await page.locator(".levers pre").innerText()).toContain("--block procedure=new-estate");
    await button(page, "Put the same beside it", "另一侧放同一社区").click();
    await addressOf(page, "right.procedure=new-estate");
    await bothEnded(page);
    expect(await hashOf(page, "right")).toBe(await hashOf(page, "left"));
  });
});
