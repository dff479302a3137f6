import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { VIEWS } from "../../../src/experiments/page/address.ts";
import { bothEnded, inBrowser, LANGUAGES, view } from "./browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds serious or critical, a line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`));
}

inBrowser("accessibility", (house) => {
  for (const lang of LANGUAGES)
    for (const theme of ["light", "dark"] as const)
      test(`axe-core finds nothing serious in any view (${lang}, ${theme})`, async () => {
        const page = await house.open(`lang=${lang}&week=100&view=story&right=blank`, { theme });
        await bothEnded(page);
        expect(await page.locator("html").getAttribute("data-theme")).toBe(theme);
        const found: string[] = [];
        for (const name of VIEWS) {
          await view(page, name);
          found.push(...(await violations(page)).map((line) => `${name}: ${line}`));
        }
        expect(found).toEqual([]);
      });

  test("tabs of the panel are chosen by arrow keys", async () => {
    const page = await house.open("left=blank&right=blank");
    await page.locator(`#tab-${VIEWS[0]}`).focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.locator(`#tab-${VIEWS[1]}`).getAttribute("aria-selected")).toBe("true");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`tab-${VIEWS[1]}`);
  });
});
