import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { inChinese } from "../../src/cli/chinese.ts";
import { findModel } from "../../src/execution/models.ts";
import { checkPlan } from "../../src/experiments/planCheck.ts";
import { readSetting } from "../../src/experiments/settingText.ts";
import { standardModel } from "../../src/model/community.ts";
import { Model } from "../../src/model/mechanism.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-own-model-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  [
    "misplaced.mjs",
    'export default (standard) => standard.remove("exchnge");',
    'expected a function that makes a model; got the error: unknown mechanism "exchnge"; did you mean "exchange"? known: residency, ',
    "应为生成模型的函数；报错：未知机制“exchnge”；是否指“exchange”？已知：residency, ",
  ],
  [
    "sourceless.mjs",
    'throw new Error("gossip.gain states no source, which every parameter must; write a reference or \\"assumption\\"\\nor else");',
    'expected a module that can be loaded; got the error: gossip.gain states no source, which every parameter must; write a reference or "assumption"',
    '应为可加载的模块；报错：gossip.gain states no source, which every parameter must; write a reference or "assumption"',
  ],
])("what is wrong in a model's file is told in one whole line: %s", async (name, code, message, chinese) => {
  writeFileSync(join(folder, name), code);
  const error = (await findModel(name, folder).catch((error: unknown) => error)) as Error;
  expect(error.message).toContain(`${name}: ${message}`);
  expect(error.message).not.toMatch(/\\|\n/);
  expect(inChinese(error.message)).toContain(`${name}：${chinese}`);
});

const HINT = "; a rule of one's own is named by model: (or --model)";
const planSetting = (name: string, model?: Model) => () =>
  checkPlan(
    { scenarios: ["new-estate"], axes: { [name]: [0, 1] }, replicates: 1, seed: 1 },
    model === undefined ? {} : { model },
  );

test("a parameter of no standard rule is answered with how a rule of one's own is named", () => {
  for (const set of [() => readSetting("gossip.gain", "1"), planSetting("gossip.gain")]) {
    expect(set).toThrow('unknown parameter or context field "gossip.gain"; known: ');
    expect(set).toThrow(HINT);
  }
  const line = `unknown parameter or context field "gossip.gain"; known: a, b${HINT}`;
  expect(inChinese(line)).toBe("未知参数或情境变量“gossip.gain”；已知：a, b；自己的规则须用 model:（或 --model）指明");
});

test("one that is only mistyped, or that a model of one's own lacks, is not", () => {
  const own = new Model(standardModel.mechanisms.slice(0, 3));
  for (const set of [planSetting("trst.prior"), planSetting("trust.glue"), planSetting("gossip.gain", own)]) {
    expect(set).toThrow("unknown parameter or context field");
    expect(set).not.toThrow(HINT);
  }
});
