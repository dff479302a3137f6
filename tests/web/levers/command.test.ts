import { describe, expect, test } from "vitest";
import { plainSetting } from "../../../src/experiments/page/setting.ts";
import { standardModel } from "../../../src/model/community.ts";
import { FIELDS_BY_NAME } from "../../../src/model/context.ts";
import { SCENARIOS } from "../../../src/web/engine/setting.ts";
import { commandOf } from "../../../src/web/levers/command.ts";
import { declaredOf, unitText } from "../../../src/web/levers/declared.ts";
import { GROUPS } from "../../../src/web/levers/levers.ts";

describe("levers", () => {
  test("the command line says all that is set of a side", () => {
    const setting = {
      ...plainSetting("new-estate"),
      blocks: { agenda: "old-district" as const },
      values: { "team.independence": 1 },
      changes: [{ date: "2017-07-03", values: { "support.ownersCommittee": true } }],
    };
    expect(commandOf(setting, "a b'c", "en")).toBe(
      "npx linli run new-estate --seed 'a b'\\''c' --replicate 0 --block agenda=old-district " +
        "--set team.independence=1 --set support.ownersCommittee@2017-07-03=true",
    );
  });

  test("every lever is declared, with a question in both languages, and a slider within its range", () => {
    for (const { title, levers } of GROUPS) {
      expect(title.en && title.zh).toBeTruthy();
      for (const { name, question, slider } of levers) {
        expect(name in standardModel.parameters || name in FIELDS_BY_NAME).toBe(true);
        expect(question.en.endsWith("?") && question.zh.endsWith("？")).toBe(true);
        const { range } = declaredOf(name, SCENARIOS["new-estate"]);
        if (slider) expect(slider[0] >= range[0] && slider[1] <= range[1]).toBe(true);
      }
    }
  });

  test("a number says its range, in which a typed value must lie", () => {
    const declared = declaredOf("support.oversight", SCENARIOS.blank);
    expect(unitText(declared, "en")).toBe("oversight of execution (0–0.5, of a counterpart's benefit)");
    expect(unitText(declared, "zh")).toBe("执行监督（0–0.5）");
  });
});
