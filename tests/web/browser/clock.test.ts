import { expect, test } from "vitest";
import { addressOf, bothEnded, button, inBrowser, LANGUAGES, weekOf } from "./browser.ts";

inBrowser("the clock", (house) => {
  test.each(LANGUAGES)("plays, at the speed that is chosen, and pauses where it is (%s)", async (lang) => {
    const page = await house.open(`lang=${lang}&view=story&right=blank`);
    await bothEnded(page);
    await page.getByRole("combobox", { name: lang === "zh" ? "速度" : "Speed" }).selectOption("64");
    await page.locator("#play").click();
    expect(await page.locator("#play").innerText()).toContain(lang === "zh" ? "暂停" : "Pause");
    await page.waitForFunction(() => Number(document.querySelector<HTMLInputElement>("#scrubber")!.value) >= 20);
    await page.locator("#play").click();
    const week = await weekOf(page);
    expect(await page.locator("#play").innerText()).toContain(lang === "zh" ? "播放" : "Play");
    await addressOf(page, `week=${week}`);
    await page.waitForTimeout(200);
    expect(await weekOf(page)).toBe(week);
  });

  test("plays to the end, stops there, and begins anew from there", async () => {
    const page = await house.open("view=story&left=blank&right=blank&week=290");
    await bothEnded(page);
    await page.getByRole("combobox", { name: "Speed" }).selectOption("64");
    await page.locator("#play").click();
    const last = Number(await page.locator("#scrubber").getAttribute("max"));
    await addressOf(page, `week=${last}`);
    expect(await page.locator("#play").getAttribute("aria-pressed")).toBe("false");
    await page.locator("#play").click();
    await page.waitForFunction(() => Number(document.querySelector<HTMLInputElement>("#scrubber")!.value) < 200);
  });

  test.each(LANGUAGES)("steps a week on and back, not beyond its ends (%s)", async (lang) => {
    const page = await house.open(`lang=${lang}&view=story&left=blank&right=blank`);
    await bothEnded(page);
    const [back, on] = [button(page, "One week back", "后退一周"), button(page, "One week on", "前进一周")];
    await on.click();
    await on.click();
    expect(await weekOf(page)).toBe(2);
    await back.click();
    await addressOf(page, "week=1&");
    await back.click();
    await back.click();
    expect(await weekOf(page)).toBe(0);
  });

  test("is moved by pointer and by keyboard, and tells week and date to a screen reader", async () => {
    const page = await house.open("view=story&left=blank&right=blank");
    await bothEnded(page);
    const scrubber = page.locator("#scrubber");
    const box = (await scrubber.boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const middle = await weekOf(page);
    const last = Number(await scrubber.getAttribute("max"));
    expect(Math.abs(middle - last / 2)).toBeLessThan(last / 10);
    await page.keyboard.press("ArrowRight");
    expect(await weekOf(page)).toBe(middle + 1);
    expect(await scrubber.getAttribute("aria-valuetext")).toMatch(new RegExp(`${middle + 1}.*\\d{4}-\\d{2}-\\d{2}`));
    await page.keyboard.press("Home");
    await addressOf(page, "week=0");
  });

  test("is started and stopped by the space bar, which a field for text keeps to itself", async () => {
    const page = await house.open("view=story&left=blank&right=blank");
    await bothEnded(page);
    const pressed = () => page.locator("#play").getAttribute("aria-pressed");
    await page.locator("h1").click();
    await page.keyboard.press(" ");
    expect(await pressed()).toBe("true");
    await page.keyboard.press(" ");
    expect(await pressed()).toBe("false");
    await page.locator("#seed").focus();
    await page.keyboard.press(" ");
    expect(await pressed()).toBe("false");
  });
});
