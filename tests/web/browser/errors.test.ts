import { expect, test } from "vitest";
import { inBrowser } from "./browser.ts";

/** Addresses, and what the page must say of each in Chinese. */
const WRONG = [
  ["left=blank&left.start.households=5000&left.start.communities=9&right=blank", "网页最多显示 20000 名居民"],
  ["left=blank&right=blank&view=look&item=left/resident:99999", "没有 99999 号居民"],
  ["week=abc", "地址无法识别（week 应为"],
  ["left=nowhere", "未知左侧的情景“nowhere”"],
  ["left=blank&left.team.effort=9999&right=blank", "team.effort 应在 [0, 400] 之内"],
  ["left=blank&left.team.effort@2014-01-01=3&right=blank", "不得早于起始日"],
  ["right=blank&left.agenda=nothing", "未知左侧 agenda 模块的情景“nothing”"],
  ["view=lessons&lesson=trsut", "未知课程“trsut”；是否指“trust”？"],
  ["colour=3", "未知链接中的部分“colour”"],
] as const;

inBrowser("what is wrong", (house) => {
  test.each(WRONG)("is said in Chinese: %s", async (address, said) => {
    // The browser is English: the address alone says which language is wanted.
    const page = await house.open(`lang=zh&${address}`, { locale: "en-US" });
    const line = page.locator('[role="alert"], .notice').filter({ hasText: said });
    await line.first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toMatch(/^zh/);
  });
});
