import { expect, test } from "vitest";
import { bothEnded, inBrowser, LANGUAGES } from "./browser.ts";

const WEEK = 200;

inBrowser("a look", (house) => {
  for (const lang of LANGUAGES)
    test(`at a council, an organization and a demand says why, and leads on (${lang})`, async () => {
      const page = await house.open(`lang=${lang}&week=${WEEK}&right=blank&view=look`);
      await bothEnded(page);
      const card = page.locator("[data-card]");
      const visited: string[] = [];
      for (const code of ["platform:0", "organization:0", "issue:0"]) {
        await page.evaluate((item) => {
          location.hash = `${location.hash.replace(/&item=[^&]*/, "")}&item=left/${item}`;
        }, code);
        await page.waitForSelector(`[data-card="${code}"]`);
        const why = await page.locator(".look-why").innerText();
        expect(why).toContain(lang === "zh" ? "缘由" : "Why");
        expect(why.replace(/^.*[:：]\s*/, "").length).toBeGreaterThan(8);
        visited.push(code);
        for (const link of await card.locator(".look-to").all()) {
          if (!(await link.isVisible())) continue;
          await link.click();
          await page.waitForFunction(
            (from) => document.querySelector("[data-card]")?.getAttribute("data-card") !== from,
            code,
          );
          visited.push((await card.getAttribute("data-card"))!);
          break;
        }
      }
      expect(visited.length).toBe(6);
      expect(visited.filter((code) => code.startsWith("resident:")).length).toBeGreaterThan(0);
    });

  test("on the way speaks of this week, at the end of the end", async () => {
    const page = await house.open(`lang=en&week=${WEEK}&right=blank&view=look&item=left/organization:0`);
    await bothEnded(page);
    const why = page.locator(".look-why");
    await expect.poll(() => why.innerText()).toContain("as of this week (");
    await page.locator("#scrubber").fill(String(await page.locator("#scrubber").getAttribute("max")));
    await expect.poll(() => why.innerText()).toContain("at the end of the run");
  });

  test("reaches any resident by the keyboard", async () => {
    const page = await house.open(`lang=en&week=${WEEK}&left=blank&right=blank&view=look`);
    await bothEnded(page);
    const number = page.getByLabel(/^Resident, 0 to/).first();
    await number.fill("7");
    await number.press("Enter");
    await page.waitForSelector('[data-card="resident:7"]');
  });

  test("that finds nothing says so, and the next one does not", async () => {
    const page = await house.open(`lang=en&week=${WEEK}&left=blank&right=blank&view=look&item=left/resident:99999`);
    await bothEnded(page);
    await page.waitForSelector('#tabpanel [role="alert"]');
    await page.evaluate(() => {
      location.hash = location.hash.replace("resident:99999", "resident:3");
    });
    await page.waitForSelector('[data-card="resident:3"]');
    expect(await page.locator('#tabpanel [role="alert"]').count()).toBe(0);
  });
});
