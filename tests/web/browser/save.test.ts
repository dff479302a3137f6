import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linli } from "../../cli/terminal.ts";
import { addressOf, bothEnded, hashOf, inBrowser, LANGUAGES, saved, savedTable } from "./browser.ts";

inBrowser("what is taken along", (house) => {
  test.each(LANGUAGES)("is a link to all that is shown, which is copied (%s)", async (lang) => {
    const opening = { from: "http", permissions: ["clipboard-read", "clipboard-write"] } as const;
    const page = await house.open(
      `seed=7&week=20&lang=${lang}&left=blank&left.team.effort=60&right=blank&view=save`,
      opening,
    );
    await bothEnded(page);
    const written = await addressOf(page, "version=");
    const panel = page.getByRole("tabpanel");
    expect(await panel.locator("pre").first().innerText()).toBe(page.url());
    expect(page.url()).toContain(written);
    await panel
      .getByRole("button", { name: lang === "zh" ? "复制" : "Copy" })
      .first()
      .click();
    await panel.getByRole("button", { name: lang === "zh" ? "已复制" : "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(await panel.innerText()).toContain(await hashOf(page, "left"));
  });

  test("is copied from a disk as well", async () => {
    const page = await house.open("left=blank&right=blank&view=save", { from: "file" });
    const panel = page.getByRole("tabpanel");
    await panel.getByRole("button", { name: "Copy" }).last().click();
    await panel.getByRole("button", { name: "Copied" }).waitFor();
  });

  test.each(LANGUAGES)("is data that a Chinese Excel opens, the same as the command line's (%s)", async (lang) => {
    const page = await house.open(`seed=7&lang=${lang}&left=blank&right=blank&right.team.effort=60&view=save`);
    await bothEnded(page);
    const panel = page.getByRole("tabpanel");
    const press = (en: string, zh: string) => panel.getByRole("button", { name: lang === "zh" ? zh : en, exact: true });
    const weekly = await savedTable(page, press("Week by week", "逐周数据"));
    expect([...weekly.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(weekly.name).toBe("linli-weekly-seed-7.csv");
    expect(weekly.head[0]).toContain(lang === "zh" ? "哪一边" : "side");
    const series = ["run", "blank", "--seed", "7", "--json", "--series"];
    const [run] = JSON.parse((await linli(...series)).out).replicates;
    const left = weekly.rows.filter((row) => row.side === "left" && Number(row.week) > 0);
    expect(left.map((row) => row.date)).toEqual(run.series.date);
    expect(left.map((row) => Number(row.tieTrust))).toEqual(run.series.tieTrust);

    const events = await savedTable(page, press("Events", "事件"));
    expect(events.rows.length).toBeGreaterThan(10);
    const measures = await savedTable(page, press("Measures", "指标"));
    const resolved = measures.rows.find(
      (row) => row.side === "left" && row.at === "final" && /demandsResolved/.test(row.measure!),
    );
    expect(Number(resolved!.value)).toBe(run.final.demandsResolved);
  });

  test.each(LANGUAGES)("is a chart as a file, with its axes, its title and what its colors are (%s)", async (lang) => {
    const page = await house.open(`seed=7&lang=${lang}&left=blank&right=blank&view=save`);
    await bothEnded(page);
    const shown = await page.locator('[data-chart="demandsBrought"]').evaluate((chart) => {
      const plot = chart.closest("[data-plot]")!;
      return [...plot.querySelectorAll("[data-axis] > span")].map((label) => label.textContent!.trim());
    });
    expect(shown.length).toBeGreaterThan(4);
    // The longest title is that of the demands.
    const svg = (await saved(page, page.locator(".save-charts li").last().getByRole("button").first())).bytes.toString(
      "utf8",
    );
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text);
    for (const label of shown) expect(texts).toContain(label);
    expect(texts[0]).toContain(lang === "zh" ? "诉求" : "Demands");
    expect(texts.filter((text) => text!.startsWith("— ")).length).toBe(2);
    expect(svg).toMatch(/<path[^>]*style="[^"]*stroke:/);
    const outside = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      document.body.innerHTML = "";
      const drawing = document.body.appendChild(document.importNode(parsed.documentElement, true));
      const all = drawing.getBoundingClientRect();
      return [...drawing.querySelectorAll("text")].flatMap((label) => {
        const { left, right, top, bottom } = label.getBoundingClientRect();
        const out = left < all.left || right > all.right || top < all.top || bottom > all.bottom;
        return out ? [label.textContent] : [];
      });
    }, svg);
    expect(outside).toEqual([]);
    await page.reload();
    await bothEnded(page);
    if (process.env.LINLI_PICTURES) writeFileSync(`${process.env.LINLI_PICTURES}/chart-${lang}.svg`, svg);
    const png = await saved(page, page.locator(".save-charts .button").nth(1));
    expect([...png.bytes.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join("")).toBe("PNG");
  });
});
