import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSettings, splitPair } from "../../src/cli/values.ts";
import { addressOf, placeOf } from "../../src/experiments/page/address.ts";
import { byWrittenName, readSetting, type Settings, writeValue } from "../../src/experiments/settingText.ts";
import { standardModel } from "../../src/model/community.ts";
import { FIELDS_BY_NAME } from "../../src/model/context.ts";
import { injuredText, injuries } from "./damage.ts";
import { hold } from "./hostile.ts";

const names = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...Object.keys(standardModel.parameters), ...Object.keys(FIELDS_BY_NAME)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "__proto__",
      "constructor",
      "toString",
      "team",
      "team.",
      ".effort",
      "team.__proto__",
      "",
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 20 }) },
);
const dates = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "@2017-07-03",
      "@2017-02-30",
      "@",
      "@@",
      "@0000-00-00",
      "@9999-12-31",
      "@soon",
      "@2017-07-03 ",
    ),
  },
);
const values = fc.oneof(
  fc.constantFrom(
    ...["1", "0", "0.5", "-1", "true", "false", "null", "never", "2017-07-03", "developer", "1e400", "NaN", "Infinity"],
    ...[
      "0x10",
      "1_000",
      "１",
      " 5 ",
      "",
      " ",
      "[]",
      "{}",
      "[[[[",
      '{"__proto__":{"a":1}}',
      '[{"need":"arts","week":1,"size":9}]',
    ],
    ...["9007199254740993", "../../etc/passwd", "\u0000", "a\nb", "\u001b[2J", "x".repeat(10_000), "[".repeat(10_000)],
  ),
  fc.double().map(String),
  fc.integer({ min: 0, max: 9 }).map(String),
  fc.nat({ max: 100 }).map((n) => String(n / 100)),
  fc.json(),
  fc.string({ unit: "binary", maxLength: 20 }),
);

/** What holds of settings that were read: written down, they are read as the same. */
function checkSame(settings: Settings): void {
  const again = Object.entries(byWrittenName(settings)).map(([name, value]) => readSetting(name, writeValue(value)));
  for (const { name, date, value } of again) {
    const of = date === null ? settings.values : settings.changes.find((change) => change.date === date)!.values;
    expect(of[name]).toEqual(value);
    expect(typeof value === "number" ? Number.isFinite(value) : true).toBe(true);
  }
  expect(Object.getPrototypeOf(settings.values)).toBe(Object.prototype);
}

describe("--set", () => {
  test("of any names, dates and values is read as it is written, or refused in a line", () => {
    const one = fc.tuple(names, dates, values).map(([name, date, value]) => `${name}${date}=${value}`);
    hold(
      "--set",
      fc.oneof(
        one.map((text) => [text]),
        fc.array(one, { maxLength: 3 }),
      ),
      parseSettings,
      (answer) => {
        if ("value" in answer) checkSame(answer.value);
      },
    );
  });

  test("of any text is split in two or refused", () => {
    const unit = fc.oneof(fc.constantFrom("=", "@", ".", "a"), fc.string({ unit: "binary", maxLength: 1 }));
    hold("--set of any text", fc.string({ unit, maxLength: 30 }), (text) => splitPair(text, "--set"));
  });
});

const parts = fc.oneof(
  fc
    .tuple(fc.constantFrom("left.", "right.", "middle.", ""), names, dates, values)
    .map((p) => `${p[0]}${p[1]}${p[2]}=${p[3]}`),
  fc
    .tuple(
      fc.constantFrom(
        "seed",
        "week",
        "lang",
        "view",
        "lesson",
        "step",
        "item",
        "version",
        "left",
        "right",
        "left.agenda",
      ),
      fc.oneof(
        values,
        fc.constantFrom("zh", "story", "130", "left/platform:0", "0.5.0", "new-estate", "blank", "%E4%B8", "%00"),
      ),
    )
    .map((p) => p.join("=")),
  fc.string({ unit: "binary", maxLength: 20 }),
);

describe("the address of the page", () => {
  test("of any parts is read as it is written, or refused in a line", () => {
    const escaped = fc.tuple(fc.array(parts, { maxLength: 4 }), fc.boolean()).map(([list, plain]) =>
      list
        .map((part) =>
          plain
            ? part
            : part
                .split("=")
                .map((half) => encodeURIComponent(half.replace(/\p{Cs}/gu, "")))
                .join("="),
        )
        .join("&"),
    );
    hold(
      "addresses",
      escaped,
      (address) => placeOf(address),
      (answer) => {
        if (!("value" in answer)) return;
        const { place } = answer.value;
        const step = place.lesson === null ? 0 : place.step; // of no meaning without a lesson
        expect(placeOf(addressOf(place, "1.0.0")).place).toEqual({ ...place, step });
      },
    );
  });

  test("that was damaged is read, or refused in a line", () => {
    const whole = addressOf(
      placeOf(
        "seed=春&week=130&left=blank&left.team.effort=5&left.team.effort@2017-07-03=7&left.agenda=old-district&item=left/platform:0",
      ).place,
      "0.4.0",
    );
    hold("damaged addresses", injuries, (how) => placeOf(injuredText(whole, how)));
  });
});
