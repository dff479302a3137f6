import { expect, test } from "vitest";
import { bothEnded, inBrowser, LANGUAGES } from "./browser.ts";

inBrowser("a lesson", (house) => {
  for (const lang of LANGUAGES)
    test(`shows what comes only after the class has said what it expects (${lang})`, async () => {
      const page = await house.open(`lang=${lang}&view=lessons&lesson=trust&step=0`);
      await bothEnded(page);
      const curtains = page.locator(".charts-curtain");
      expect(await curtains.count()).toBe(4);
      const [box, curtain] = await Promise.all([
        page.locator(".charts-box").first().boundingBox(),
        curtains.first().boundingBox(),
      ]);
      expect(Math.abs(curtain!.x - box!.x)).toBeLessThan(2);
      expect(curtain!.width).toBeGreaterThan(0.98 * box!.width);
      const next = page.locator("#tabpanel").getByRole("button", { name: lang === "zh" ? "下一步" : "Next" });
      await next.click();
      await next.click();
      await expect.poll(() => curtains.count()).toBe(0);
    });
});
