import { describe, expect, test } from "vitest";
import { standardModel } from "../../src/model/community.ts";
import { FIELDS_BY_NAME } from "../../src/model/context.ts";
import { stepTrust } from "../../src/model/mechanisms/stepTrust.ts";
import { hasChineseUnit, sourceText, unitText } from "../../src/model/units.ts";
import { MEASURES } from "../../src/observe/measures.ts";

describe("units and sources in Chinese", () => {
  const declared = [
    ...Object.entries(standardModel.parameters).map(([name, p]) => [name, p.unit] as const),
    ...Object.entries(stepTrust.parameters).map(([name, p]) => [`stepTrust.${name}`, p.unit] as const),
    ...Object.entries(FIELDS_BY_NAME).map(([name, f]) => [name, f.unit] as const),
    ...MEASURES.map((m) => [m.name, m.unit] as const),
  ];

  test("every unit of a parameter, field or measure has its Chinese form", () => {
    expect(declared.filter(([, unit]) => !hasChineseUnit(unit))).toEqual([]);
  });

  test("a unit of a user's own stays as it was declared", () => {
    expect(unitText("cups of tea")).toEqual({ en: "cups of tea", zh: "cups of tea" });
  });

  test("a source keeps its reference and says assumption in Chinese", () => {
    expect(sourceText("Slovic (1993); value: assumption").zh).toBe("Slovic (1993); 取值：假设");
    expect(sourceText("assumption").zh).toBe("假设");
  });
});
