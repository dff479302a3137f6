import { expect, test } from "vitest";
import { bothEnded, inBrowser, LANGUAGES } from "./browser.ts";

inBrowser("the paper's pictures, charts and the story", (house) => {
  for (const lang of LANGUAGES)
    test(`parts of the paper's figures and table lead to their levers (${lang})`, async () => {
      const page = await house.open(`lang=${lang}&right=blank&view=paper`);
      await bothEnded(page);
      for (let part = 0; part < (await page.locator(".paper-switch button").count()); part++) {
        await page.locator("#tab-paper").click();
        await page.locator(".paper-switch button").nth(part).click();
        const leading = page.locator(".paper-box, .paper-levers button").first();
        if (!(await leading.count())) continue;
        await leading.click();
        await page.waitForSelector(".lever-wanted");
        expect(await page.locator("#tab-levers").getAttribute("aria-selected")).toBe("true");
      }
    });

  for (const lang of LANGUAGES)
    test(`facts on the axis and lines of the story move the time (${lang})`, async () => {
      const page = await house.open(`lang=${lang}&week=0&right=blank&view=story`);
      await bothEnded(page);
      const weekNow = () => page.locator("#scrubber").inputValue();
      await page.locator(".charts-marks button").last().click();
      expect(Number(await weekNow())).toBeGreaterThan(100);
      await page.locator(".story-line").first().click();
      expect(Number(await weekNow())).toBeLessThan(20);
      expect(await page.locator("svg[data-chart]").count()).toBe(4);
    });
});
