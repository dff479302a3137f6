import { expect, test } from "vitest";
import { blockText } from "../../../src/web/look/blockText.ts";

test("a block is told by its number, as no kind of building in particular", () => {
  expect(blockText({ community: 0, block: 9 }, "en")).toBe("block 10 of community 1");
  expect(blockText({ community: 0, block: 9 }, "zh")).toBe("第1社区第10楼栋");
});
