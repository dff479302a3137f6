import { describe, expect, test } from "vitest";
import { newEstate } from "../../scenarios/index.ts";
import { standardModel } from "../../src/model/community.ts";
import { type AnyMechanism, defineMechanism, Model, parameter } from "../../src/model/mechanism.ts";
import { stepTrust } from "../../src/model/mechanisms/stepTrust.ts";
import { Run } from "../../src/model/run.ts";

const text = { en: "x", zh: "x" };
const idle = (name: string, more: Partial<AnyMechanism> = {}): AnyMechanism => ({
  name,
  submodel: "0",
  title: text,
  summary: text,
  source: "assumption",
  order: "simultaneous",
  parameters: {},
  writes: [],
  bind: () => () => {},
  ...more,
});
const names = (model: Model) => model.mechanisms.map((m) => m.name);
const small = new Model([idle("a"), idle("b"), idle("c")]);

describe("a model", () => {
  test("is a list in the week's order, in which one may insert, replace and remove", () => {
    expect(names(small.insertBefore("a", idle("x")))).toEqual(["x", "a", "b", "c"]);
    expect(names(small.insertBefore("c", idle("x")))).toEqual(["a", "b", "x", "c"]);
    expect(names(small.insertAfter("c", idle("x")))).toEqual(["a", "b", "c", "x"]);
    expect(names(small.replace("b", idle("x")))).toEqual(["a", "x", "c"]);
    expect(names(small.remove("b"))).toEqual(["a", "c"]);
  });

  test("is never changed by any of these", () => {
    small.insertBefore("a", idle("x"));
    small.replace("b", idle("x"));
    small.remove("b");
    expect(names(small)).toEqual(["a", "b", "c"]);
  });

  test("a mechanism may be replaced by a namesake, but none may stand twice", () => {
    expect(names(small.replace("b", idle("b")))).toEqual(["a", "b", "c"]);
    expect(() => small.insertAfter("a", idle("c"))).toThrow('mechanism "c" stands twice in the model; use replace');
    expect(() => small.replace("b", idle("a"))).toThrow('mechanism "a" stands twice');
  });

  test.each(["insertBefore", "insertAfter", "replace"] as const)(
    "%s answers an unknown name with the nearest",
    (method) => {
      expect(() => standardModel[method]("trsut", idle("x"))).toThrow(
        'unknown mechanism "trsut"; did you mean "trust"?',
      );
    },
  );

  test("remove answers an unknown name with the nearest", () => {
    expect(() => standardModel.remove("exchnge")).toThrow('did you mean "exchange"?');
  });

  test("its parameters have dotted names in the week's order", () => {
    const p = parameter(1, [0, 2], "units", "assumption", ["p", "p"], ["n", "n"]);
    const model = new Model([idle("b", { parameters: { q: p } }), idle("a", { parameters: { p } })]);
    expect(Object.keys(model.parameters)).toEqual(["b.q", "a.p"]);
    expect(model.parameters["a.p"]).toBe(p);
  });
});

describe("defineMechanism", () => {
  const p = (value: number, source = "assumption") => parameter(value, [0, 1], "units", source, ["p", "p"], ["n", "n"]);

  test("refuses the name of a context block", () => {
    expect(() => defineMechanism(idle("team"))).toThrow('mechanism "team" bears the name of a context block');
  });

  test.each(["Trust", "my-rule", "2nd", "a.b", ""])("refuses the name %j", (name) => {
    expect(() => defineMechanism(idle(name))).toThrow(`mechanism name must be camelCase; got "${name}"`);
  });

  test("refuses a default outside its range", () => {
    expect(() => defineMechanism(idle("m", { parameters: { p: p(2) } }))).toThrow(
      "m.p has default 2 outside its range [0, 1]",
    );
  });

  test("refuses a parameter without a source", () => {
    expect(() => defineMechanism(idle("m", { parameters: { p: p(1, "") } }))).toThrow("m.p states no source");
  });
});

describe("a mechanism in a run", () => {
  const run = (model: Model, options = {}) => new Run(newEstate, { model, ...options });
  const step = (model: Model) => run(model).step();

  test("is given its own values by their short names", () => {
    const seen: unknown[] = [];
    const p = parameter(0.5, [0, 1], "units", "assumption", ["p", "p"], ["n", "n"]);
    const model = new Model([
      idle("m", {
        parameters: { p },
        bind:
          ({ values }) =>
          () =>
            void seen.push(values),
      }),
    ]);
    const r = run(model, { values: { "m.p": 0.75 } });
    r.step();
    r.change({ "m.p": 0.25 });
    r.step();
    expect(seen).toEqual([{ p: 0.75 }, { p: 0.25 }]);
  });

  test("logs only events and reasons that it declares", () => {
    const undeclared: AnyMechanism["bind"] = ({ log }) => {
      log("seen");
      return () => {};
    };
    expect(() => step(new Model([idle("m", { bind: undeclared })]))).toThrow(
      'mechanism "m", week of 2015-01-05: unknown event "seen"; known: none',
    );
    const events = { seen: { subject: "residents", text, reasons: { twice: text } } };
    const bind: AnyMechanism["bind"] =
      ({ log }) =>
      () =>
        log("seen")(0, { reason: "thrice" });
    expect(() => step(new Model([idle("m", { events, bind })]))).toThrow('"seen" declares no reason "thrice"');
  });

  test("may log details, which are kept only if all is logged", () => {
    const events = { seen: { subject: "residents", text, detail: true } };
    const bind: AnyMechanism["bind"] = ({ log }) => {
      const seen = log("seen");
      return () => seen(5);
    };
    const model = new Model([idle("m", { events, bind })]);
    const counts = (["passages", "all"] as const).map((log) => {
      const r = run(model, { log });
      r.step();
      return r.log.length;
    });
    expect(counts).toEqual([0, 1]);
  });

  test("unknown parameters are answered with the nearest, also those of a mechanism that was replaced", () => {
    const model = standardModel.replace("trust", stepTrust);
    expect(() => run(model, { values: { "trust.retention": 0.95 } })).toThrow(
      'unknown parameter or context field "trust.retention"',
    );
    expect(() => run(standardModel, { values: { "trust.retenton": 0.95 } })).toThrow('did you mean "trust.retention"?');
  });

  test("values outside a parameter's range are refused with the range", () => {
    expect(() => run(standardModel, { values: { "trust.breachWeight": 0.5 } })).toThrow(
      "trust.breachWeight must lie in [1, 6] (favors kept a breach); got 0.5",
    );
  });
});
