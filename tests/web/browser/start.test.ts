import { statSync } from "node:fs";
import { expect, test } from "vitest";
import { addressOf, bothEnded, button, inBrowser, LANGUAGES, localeOf, ORIGINS, weekOf } from "./browser.ts";

const MOST_BYTES = 900_000;
const FIRST_PICTURE = 2000;

inBrowser("the page", (house) => {
  test("is one file of less than 900 kB", () => {
    const { size } = statSync(house.file);
    console.log(`the page has ${size} bytes`);
    expect(size).toBeLessThan(MOST_BYTES);
  });

  for (const from of ORIGINS)
    for (const lang of LANGUAGES)
      test(`opens from ${from}, in the ${lang} of the browser, and runs both neighborhoods`, async () => {
        const page = await house.open("", { from, locale: localeOf(lang) });
        expect(await page.locator("html").getAttribute("lang")).toBe(lang === "zh" ? "zh-Hans" : "en");
        expect(await page.title()).toContain(lang === "zh" ? "邻里" : "Linli");
        for (const name of lang === "zh" ? ["新建商品房小区", "老旧城区"] : ["New estate", "Old district"])
          await page
            .getByRole("heading", { name: new RegExp(name) })
            .first()
            .waitFor();
        await bothEnded(page);
        expect(await addressOf(page, "version=")).toContain(`lang=${lang}`);
      });

  test("shows its first picture soon", async () => {
    const page = await house.open("");
    await page.locator("[data-stage] >> nth=0").waitFor();
    const ready = await page.evaluate(() => performance.now());
    const paint = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
    );
    console.log(
      `first picture after ${Math.round(paint ?? ready)} ms, stages known to the test after ${Math.round(ready)} ms`,
    );
    if (process.env.LINLI_TIMED) expect(paint ?? ready).toBeLessThan(FIRST_PICTURE);
  });

  test("speaks the other language without starting over", async () => {
    const page = await house.open("week=40&lang=en");
    await page.evaluate(() => {
      (window as unknown as { mark: number }).mark = 7;
    });
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByText("换种子").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
    expect(await addressOf(page, "lang=zh")).toContain("week=40");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText("New seed").waitFor();
    expect(await page.evaluate(() => (window as unknown as { mark?: number }).mark)).toBe(7);
    expect(await weekOf(page)).toBe(40);
  });

  test.each(LANGUAGES)(
    "says in one line what is wrong in an address, and shows the neighborhoods as they are (%s)",
    async (lang) => {
      const page = await house.open(`lang=${lang}&left.team.efort=3`, { locale: localeOf(lang) });
      const notice = page.locator(".notice");
      expect(await notice.innerText()).toContain(
        lang === "zh" ? "是否指“team.effort”？" : 'did you mean "team.effort"?',
      );
      expect(await notice.innerText()).toContain(lang === "zh" ? "地址无法识别" : "cannot be read");
      await bothEnded(page);
    },
  );

  test("tells when another version wrote the address", async () => {
    const page = await house.open("seed=3&version=0.0.1");
    expect(await page.locator(".notice").innerText()).toContain("0.0.1");
    expect(await page.locator("#seed").inputValue()).toBe("3");
  });

  test("follows an address that is pasted while it is open", async () => {
    const page = await house.open("seed=3");
    await page.evaluate(() => {
      location.hash = "seed=5&week=12";
    });
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>("#seed")?.value === "5");
    await bothEnded(page);
    expect(await weekOf(page)).toBe(12);
  });
});

inBrowser("the seed", (house) => {
  test.each(LANGUAGES)("is always in sight; reset keeps it, another starts another story (%s)", async (lang) => {
    const page = await house.open(`seed=9&week=30&lang=${lang}&view=story&right=blank`);
    await bothEnded(page);
    const hash = await page.locator("[data-stage=left]").getAttribute("data-hash");
    await button(page, "Reset", "重来").click();
    expect(await addressOf(page, "week=0")).toContain("seed=9");
    await bothEnded(page);
    expect(await page.locator("[data-stage=left]").getAttribute("data-hash")).toBe(hash);

    await button(page, "New seed", "换种子").click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>("#seed")?.value !== "9");
    const seed = await page.locator("#seed").inputValue();
    expect(await addressOf(page, `seed=${seed}`)).toContain("week=0");
    await page.waitForFunction(
      (before) =>
        ![null, undefined, "", before].includes(document.querySelector<HTMLElement>("[data-stage=left]")?.dataset.hash),
      hash,
      { timeout: 45_000 },
    );

    await page.locator("#seed").fill("春天");
    await page.keyboard.press("Enter");
    expect(decodeURIComponent(await addressOf(page, "seed=%E6%98%A5"))).toContain("seed=春天");
    await page.locator("#seed").fill(" ");
    await page.keyboard.press("Tab");
    expect(await page.locator("#seed").inputValue()).toBe("春天");
  });
});
