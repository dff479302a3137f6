import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { VIEWS } from "../../../src/experiments/page/address.ts";
import { bothEnded, inBrowser, LANGUAGES, view } from "./browser.ts";

const SIZES = [
  [1920, 1080],
  [1280, 720],
  [390, 844],
] as const;

/** What sticks out of the page to the side, or is cut by what holds it, a line each. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const describe = (e: Element) =>
      `${e.tagName.toLowerCase()}.${e.getAttribute("class") ?? ""} "${e.textContent!.trim().slice(0, 30)}"`;
    const scrolls = (e: Element | null): boolean =>
      e !== null && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
    const found: string[] = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) found.push(`the page is ${wide} pixels too wide`);
    for (const e of document.querySelectorAll<HTMLElement>("body *")) {
      const { left, right, width, height } = e.getBoundingClientRect();
      if (width === 0 || height === 0 || e.closest(".visually-hidden, [hidden], svg")) continue;
      if (e.textContent!.trim() === "" && !e.matches("button, input, select, canvas, img")) continue;
      if ((right > innerWidth + 1 || left < -1) && !scrolls(e.parentElement)) found.push(`sticks out: ${describe(e)}`);
      const cut = e.matches("button, h1, h2, h3, label, output, .button") && e.scrollWidth > e.clientWidth + 1;
      if (cut && getComputedStyle(e).display !== "inline") found.push(`is cut: ${describe(e)}`);
    }
    return [...new Set(found)].slice(0, 10);
  });
}

inBrowser("the layout", (house) => {
  for (const [width, height] of SIZES)
    test.each(LANGUAGES)(`fits ${width} × ${height} in every view (%s)`, async (lang) => {
      const page = await house.open(`lang=${lang}&week=100&right=blank`, { width, height });
      await bothEnded(page);
      const found: string[] = [];
      for (const name of VIEWS) {
        await view(page, name);
        found.push(...(await misfits(page)).map((line) => `${name}: ${line}`));
      }
      expect(found).toEqual([]);
    });

  test("fits a projector's letters", async () => {
    const page = await house.open("week=100&right=blank", { width: 1280, height: 720 });
    const size = page.getByRole("button", { name: /^Projector size/ });
    const letters = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    for (const large of ["20px", "24px"]) {
      await size.click();
      await expect.poll(letters).toBe(large);
    }
    expect(await misfits(page)).toEqual([]);
  });
});
