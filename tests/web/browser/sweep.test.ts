import { expect, test } from "vitest";
import { linli } from "../../cli/terminal.ts";
import { inBrowser, LANGUAGES, savedTable } from "./browser.ts";

const RUN = { en: "Run the sweep", zh: "开始扫描" } as const;

inBrowser("a small sweep", (house) => {
  test.each(LANGUAGES)("draws a band of one lever, whose runs are the command line's (%s)", async (lang) => {
    const page = await house.open(`seed=7&lang=${lang}&left=blank&right=blank&view=sweep`);
    const panel = page.getByRole("tabpanel");
    await panel.locator("#sweep-lever").selectOption("team.effort");
    await panel.locator(".sweep-form select").nth(2).selectOption("3");
    await panel.locator(".sweep-form select").nth(3).selectOption("10");
    await panel.getByRole("button", { name: RUN[lang] }).click();
    await panel.getByText(lang === "zh" ? "30次运行已完成" : "30 runs done").waitFor({ timeout: 55_000 });
    await panel.locator('svg[data-chart="sweep"]').waitFor();
    expect(await panel.locator(".sweep-table tbody tr").count()).toBe(3);
    const save = panel.getByRole("button", { name: lang === "zh" ? "保存各次运行" : "Save runs" });
    const { name, rows } = await savedTable(page, save);
    expect(name).toBe("linli-sweep-team.effort-seed-7.csv");
    expect(rows).toHaveLength(30);
    const one = rows.find((row) => row.replicate === "2")!;
    const set = ["--set", `team.effort=${one["team.effort"]}`, "--replicate", "2"];
    const { replicates } = JSON.parse((await linli("run", "blank", "--seed", "7", ...set, "--json")).out);
    expect(one.hash).toBe(replicates[0].hash);
  });

  test("is cancelled at once, while the page stays at hand", async () => {
    const page = await house.open("left=blank&right=old-district&view=sweep");
    const panel = page.getByRole("tabpanel");
    await panel.locator("#sweep-side").selectOption("right");
    await panel.getByRole("button", { name: RUN.en }).click();
    await page.getByRole("button", { name: "中文" }).click();
    await panel.getByRole("button", { name: "取消" }).click();
    await panel.getByText(/^已停止/).waitFor();
  });

  test("takes no range that the lever does not have", async () => {
    const page = await house.open("left=blank&right=blank&view=sweep");
    const panel = page.getByRole("tabpanel");
    await panel.getByRole("spinbutton", { name: "To" }).fill("7");
    await panel.getByRole("spinbutton", { name: "To" }).blur();
    await panel.getByRole("alert").waitFor();
    expect(await panel.getByRole("button", { name: RUN.en }).isDisabled()).toBe(true);
  });
});
