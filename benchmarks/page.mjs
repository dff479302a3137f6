/**
 * Frames a second of the teaching page with both neighborhoods, at 1920 × 1080, while the clock runs:
 * `node benchmarks/page.mjs [SECONDS]`, after `npm run page`. CHROMIUM names the browser. First each view by itself, with the
 * runs of its spread still under way, then after a pause in which they end.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const SECONDS = Number(process.argv[2] ?? 4);
const WEEKS_A_SECOND = [8, 64];
const file = pathToFileURL(join(import.meta.dirname, "../dist/page/index.html")).href;

/** Plays from week 20 on; tells the times between frames. */
async function framesOf(page, speed) {
  await page.locator("#scrubber").fill("20");
  await page.locator(".clock select").selectOption(String(speed));
  await page.locator("#play").click();
  const gaps = await page.evaluate(async (seconds) => {
    const found = [];
    let last = await new Promise(requestAnimationFrame);
    for (const end = last + 1000 * seconds; last < end; ) {
      const now = await new Promise(requestAnimationFrame);
      found.push(now - last);
      last = now;
    }
    return found;
  }, SECONDS);
  if ((await page.locator("#play").getAttribute("aria-pressed")) === "true") await page.locator("#play").click();
  return gaps.sort((a, b) => a - b);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});
console.log("view   runs of the spread  weeks/s  frames/s  95 % of frames within");
for (const view of ["many", "paper"]) {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(`${file}#view=${view}`);
  await page.waitForFunction(() => document.querySelectorAll("[data-stage][data-hash]").length === 2);
  for (const state of ["under way", "over"]) {
    if (state === "over") await page.waitForTimeout(45_000);
    for (const speed of WEEKS_A_SECOND) {
      const gaps = await framesOf(page, speed);
      const all = gaps.reduce((sum, gap) => sum + gap, 0);
      const rate = (1000 * gaps.length) / all;
      const late = gaps[Math.floor(0.95 * gaps.length)];
      console.log(
        `${view.padEnd(6)} ${state.padEnd(19)} ${String(speed).padStart(7)}  ${rate.toFixed(1).padStart(8)}  ${late.toFixed(0)} ms`,
      );
    }
  }
  await page.close();
}
await browser.close();
