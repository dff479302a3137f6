import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAddress } from "../../../src/execution/queue/address.ts";
import { InputError } from "../../../src/kernel/check.ts";

describe("the address of a Redis server", () => {
  test.each([
    ["redis://localhost", { host: "localhost", port: 6379, db: 0, tls: false, label: "localhost:6379/0" }],
    [
      "rediss://h.example.org:6380/3",
      { host: "h.example.org", port: 6380, db: 3, tls: true, label: "h.example.org:6380/3" },
    ],
    ["redis://:p%40ss@h", { host: "h", port: 6379, db: 0, password: "p@ss", tls: false, label: "h:6379/0" }],
    [
      "redis://me:a:b@[::1]:7/",
      { host: "::1", port: 7, db: 0, username: "me", password: "a:b", tls: false, label: "[::1]:7/0" },
    ],
  ])("%s", (text, address) => {
    expect(parseAddress(text)).toEqual(address);
  });

  test.each([
    "",
    "localhost",
    "http://h",
    "redis://",
    "redis://h:0",
    "redis://h:70000",
    "redis://h/x",
    "redis://h?x=1",
    "redis://%@h",
  ])("is not %j", (text) => {
    expect(() => parseAddress(text)).toThrow(InputError);
  });

  test("is named, and refused, without what may be a password", () => {
    const secret = fc.string({ minLength: 8 }).map((text) => `pw${text}`);
    const around = fc.constantFrom("redis://u:", "rediss://:", "http://u:", "redis://u:x@", "//", "");
    const rest = fc.constantFrom("@h", "@h:1/2", "@h:99999", "@", "@h/x/y");
    const seed = { seed: 7, numRuns: 2000 };
    fc.assert(
      fc.property(around, secret, rest, fc.boolean(), (before, password, after, plain) => {
        const text = before + (plain ? password : encodeURIComponent(password)) + after;
        try {
          expect(JSON.stringify(parseAddress(text).label)).not.toContain(password);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect((error as Error).message).not.toContain(password);
        }
      }),
      seed,
    );
  });
});
