import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["linli-source"] },
  ssr: { resolve: { conditions: ["linli-source"] } },
  test: { include: ["tests/**/*.test.ts"], testTimeout: 180_000, hookTimeout: 180_000 },
});
