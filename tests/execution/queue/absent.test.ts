import { expect, test, vi } from "vitest";
import { linli } from "../../cli/terminal.ts";

vi.mock("ioredis", () => {
  throw new Error("Cannot find package");
});

test.each([
  [
    "en",
    /^error: queue: expected the packages bullmq and ioredis beside linli \(npm install bullmq ioredis\); got none\n$/,
  ],
  ["zh", /^错误：使用队列须与 linli 一同安装 bullmq 与 ioredis（npm install bullmq ioredis）\n$/],
])("without its packages a queue is refused with the way to install them (%s)", async (lang, line) => {
  const { code, err, out } = await linli("worker", "--redis", "redis://localhost", "--lang", lang);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(line);
});
