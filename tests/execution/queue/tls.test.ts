import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Product } from "../faults/product.ts";
import { needing, OPENSSL, REDIS } from "../faults/programs.ts";
import { RedisServer } from "../faults/redisServer.ts";
import { compare, writePlan } from "../faults/sweeps.ts";

const product = new Product();
afterAll(() => product.end());

const needed = needing("over TLS, with user and password", REDIS, OPENSSL);
describe.skipIf(needed.skip)(needed.name, () => {
  test("a sweep is made where the authority is known, and refused where it is not", async () => {
    await product.make("1.0.0");
    const [key, certificate] = ["key.pem", "certificate.pem"].map((name) => join(product.folder, name));
    const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
    const files = ["-keyout", key!, "-out", certificate!];
    execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", ...names, ...files], {
      stdio: "pipe",
    });
    const redis = await RedisServer.start(product, {
      plain: false,
      more: {
        ...{ "tls-cert-file": certificate!, "tls-key-file": key!, "tls-ca-cert-file": certificate! },
        ...{ "tls-auth-clients": "no", user: ["modeler", "on", ">s3cret", "~*", "&*", "+@all"] },
      },
    });
    const plan = writePlan(product.folder, 20);
    const [dir, whole] = ["results", "whole"].map((name) => join(product.folder, name));
    expect((await product.start(["sweep", plan, "--out", whole!, "--threads", "1"]).ended).code).toBe(0);
    const known = { NODE_EXTRA_CA_CERTS: certificate! };
    for (const host of ["localhost", "127.0.0.1"]) {
      const env = { LINLI_REDIS: `rediss://modeler:s3cret@${host}:${redis.port}` };
      const { code, err } = await product.start(["worker"], { env }).ended;
      expect([code, err]).toEqual([2, expect.stringMatching(/expected an answer; got .*(self.signed|certificate)/)]);
      const worker = product.start(["worker", "--threads", "1"], { env: { ...env, ...known } });
      const out = `${dir!}-${host}`;
      const argv = ["sweep", plan, "--out", out, "--executor", "queue"];
      const ended = await product.start(argv, { env: { ...env, ...known } }).ended;
      expect([ended.code, ended.err]).toEqual([0, expect.not.stringMatching(/s3cret|Warning/)]);
      compare(out, whole!);
      await worker.kill();
    }
  });
});
