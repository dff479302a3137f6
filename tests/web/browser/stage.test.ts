import { expect, test } from "vitest";
import { LESSONS } from "../../../src/web/lessons/all.ts";
import { bothEnded, hashOf, inBrowser, LANGUAGES, view } from "./browser.ts";

const NEXT = { en: "Next", zh: "下一步" } as const;

inBrowser("the stage, what is looked at, and levers", (house) => {
  for (const lang of LANGUAGES)
    test(`a council, an organization, a resident and a demand are looked at by their address (${lang})`, async () => {
      const page = await house.open(`lang=${lang}&week=160&right=blank&view=look&item=left/platform:0`);
      await bothEnded(page);
      const card = page.locator("[data-card]");
      for (const code of ["platform:0", "organization:0", "resident:12", "issue:0"]) {
        await page.evaluate((item) => {
          location.hash = location.hash.replace(/item=[^&]*/, `item=left/${item}`);
        }, code);
        await page.waitForSelector(`[data-card="${code}"]`);
        expect((await card.innerText()).length).toBeGreaterThan(40);
      }
    });

  test("a click on a resident opens their card, whose ties lead to others", async () => {
    const page = await house.open("lang=en&week=300&left=blank&right=blank");
    await bothEnded(page);
    const canvas = page.locator('[data-stage="left"] canvas');
    const box = (await canvas.boundingBox())!;
    // Somewhere in the first block there is someone: the nearest dot is taken.
    for (let k = 0; k < 12 && !(await page.locator("[data-card]").count()); k++) {
      await page.mouse.click(box.x + 12 + 3 * k, box.y + 14 + 3 * k);
      await page.waitForTimeout(150);
    }
    const first = await page.locator("[data-card]").getAttribute("data-card");
    await page.locator(".look table .look-to").first().click();
    await page.waitForFunction(
      (code) => document.querySelector("[data-card]")?.getAttribute("data-card") !== code,
      first,
    );
  });

  test("everything of the picture can be chosen from a menu", async () => {
    const page = await house.open("lang=en&week=160&right=blank");
    await bothEnded(page);
    await page.locator('[data-stage="left"] .stage-chooser').selectOption("platform:0");
    await page.waitForSelector('[data-card="platform:0"]');
  });

  for (const lang of LANGUAGES)
    test(`a lever moved from the outset makes another run; moved now, the old future stays (${lang})`, async () => {
      const page = await house.open(`lang=${lang}&week=140&right=blank&view=levers`);
      await bothEnded(page);
      const plain = await hashOf(page, "left");
      await page.locator("#set-team\\.independence").fill("1");
      await page.locator("#set-team\\.independence").press("Enter");
      await page.waitForFunction(() => location.hash.includes("left.team.independence=1"));
      await bothEnded(page);
      expect(await hashOf(page, "left")).not.toBe(plain);
      await page.locator('input[name="when"]').nth(1).check();
      await page.locator("#set-support\\.ownersCommittee").check();
      await page.waitForFunction(() => location.hash.includes("left.support.ownersCommittee@"));
      await bothEnded(page);
      await page.waitForSelector(".levers-set li:nth-child(2)");
      expect(await page.locator(".levers pre").innerText()).toContain("--set support.ownersCommittee@2017-09-11=true");
    });

  test("a setting that cannot be run says so, and can be taken back", async () => {
    const page = await house.open("lang=zh&left=blank&left.start.households=5000&left.start.communities=9&right=blank");
    await page.waitForSelector('[data-stage="left"] [role="alert"]');
    await view(page, "levers");
    await page.locator(".levers-set > button").first().click();
    await bothEnded(page);
  });

  for (const lang of LANGUAGES)
    test(`each of five lessons opens by its address and goes on to its last step (${lang})`, async () => {
      const page = await house.open(`lang=${lang}&left=blank&right=blank&view=lessons`);
      await bothEnded(page);
      const panel = page.locator("#tabpanel");
      for (const { name, title, steps } of LESSONS) {
        await page.evaluate((lesson) => {
          location.hash = `lang=${document.documentElement.lang.slice(0, 2)}&view=lessons&lesson=${lesson}&step=0`;
        }, name);
        await page.waitForFunction(
          (text) => document.querySelector("#tabpanel")?.textContent?.includes(text),
          title[lang],
        );
        for (let step = 1; step < steps.length; step++) await panel.getByRole("button", { name: NEXT[lang] }).click();
        expect(await page.evaluate(() => location.hash)).toBeTruthy();
        await page.waitForFunction((last) => location.hash.includes(`step=${last}`), steps.length - 1);
      }
    });

  test("the teacher's pack opens, has six parts and closes", async () => {
    const page = await house.open("lang=zh&left=blank&right=blank&view=lessons");
    await bothEnded(page);
    await page
      .locator("#tabpanel")
      .getByRole("button", { name: /教师资料包/ })
      .first()
      .click();
    const pack = page.locator("dialog[open], [role='dialog']");
    for (const part of ["教案", "角色卡", "模拟", "学习单", "量规", "答案"])
      expect(await pack.innerText()).toContain(part);
    await page.keyboard.press("Escape");
    await pack.waitFor({ state: "detached" });
  });
});
