/** What to sweep: side, lever, range, number of values and runs. */

import { SIDES, type Side } from "../../experiments/page/address.ts";
import { scenarioOf } from "../engine/setting.ts";
import { valueText } from "../many/axis.ts";
import { lang, place, say } from "../state/page.ts";
import { fullLabel, GROUPS, type Lever, rangeFault, USEFUL_LEVERS } from "./levers.ts";
import * as form from "./work.ts";

export function SweepForm() {
  const [from, to] = form.range.value;
  const fault = rangeFault(form.lever.value, from, to);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!fault) form.start();
  };
  return (
    <form class="sweep-form" onSubmit={submit}>
      <SideChoice />
      <LeverChoice />
      <Range />
      <Counts />
      {fault && (
        <p class="sweep-fault small" role="alert">
          {fault[lang.value]}
        </p>
      )}
      <button class="button primary" type="submit" disabled={fault !== null}>
        {say("Run the sweep", "开始扫描")}
      </button>
    </form>
  );
}

type Change = { readonly currentTarget: HTMLSelectElement };

function SideChoice() {
  const choose = (event: Change) => {
    form.side.value = event.currentTarget.value as Side;
    form.ends.value = null;
  };
  return (
    <label class="sweep-row">
      <span>{say("Side", "哪一边")}</span>
      <select id="sweep-side" value={form.side.value} onChange={choose}>
        {SIDES.map((side) => (
          <option key={side} value={side}>
            {side === "left" ? say("left: ", "左：") : say("right: ", "右：")}
            {scenarioOf(place.value[side]).title[lang.value]}
          </option>
        ))}
      </select>
    </label>
  );
}

function LeverChoice() {
  const choose = (event: Change) => {
    form.leverName.value = event.currentTarget.value;
    form.ends.value = null;
  };
  const option = (lever: Lever, text: string) => (
    <option key={lever.name} value={lever.name}>
      {text}
    </option>
  );
  const known = USEFUL_LEVERS.includes(form.lever.value);
  return (
    <>
      <label class="sweep-row">
        <span>{say("Lever", "因素")}</span>
        <select id="sweep-lever" value={form.leverName.value} onChange={choose}>
          {!form.showsAll.value && !known && option(form.lever.value, fullLabel(form.lever.value)[lang.value])}
          {form.showsAll.value
            ? GROUPS.map(({ title, levers }) => (
                <optgroup key={title.en} label={title[lang.value]}>
                  {levers.map((lever) => option(lever, lever.label[lang.value]))}
                </optgroup>
              ))
            : USEFUL_LEVERS.map((lever) => option(lever, fullLabel(lever)[lang.value]))}
        </select>
      </label>
      <label class="sweep-all small">
        <input
          type="checkbox"
          checked={form.showsAll.value}
          onChange={(event) => {
            form.showsAll.value = event.currentTarget.checked;
          }}
        />{" "}
        {say("offer all numbers and flags, those of the rules too", "列出全部数值与开关，包括规则参数")}
      </label>
    </>
  );
}

function Range() {
  const { kind, unit } = form.lever.value;
  const own = valueText(Number(form.own.value), kind === "flag" ? "flag" : "number", lang.value);
  const stands = (
    <span class="small muted">
      {say(`stands at ${own}`, `现为${own}`)}
      {lang.value === "en" && kind !== "flag" && unit !== "share" && ` ${unit}`}
    </span>
  );
  if (kind === "flag")
    return (
      <p class="sweep-row">
        <span>{say("Values", "取值")}</span>
        <span>
          {say("no, yes", "否、是")} {stands}
        </span>
      </p>
    );
  return (
    <div class="sweep-row">
      <span>{say("Range", "范围")}</span>
      <span class="sweep-range">
        <End index={0} label={say("From", "从")} /> – <End index={1} label={say("To", "到")} /> {stands}
      </span>
    </div>
  );
}

function End({ index, label }: { readonly index: 0 | 1; readonly label: string }) {
  const { range, kind } = form.lever.value;
  return (
    <input
      type="number"
      aria-label={label}
      min={range[0]}
      max={range[1]}
      step={kind === "integer" ? 1 : "any"}
      value={form.range.value[index]}
      onChange={(event) => {
        const value = event.currentTarget.valueAsNumber;
        const [from, to] = form.range.value;
        form.ends.value = index === 0 ? [value, to] : [from, value];
      }}
    />
  );
}

function Counts() {
  const flag = form.lever.value.kind === "flag";
  const choices = (counts: readonly number[]) =>
    counts.map((n) => (
      <option key={n} value={n}>
        {n}
      </option>
    ));
  return (
    <div class="sweep-row">
      <span>{say("Runs", "运行")}</span>
      <span class="sweep-range">
        {!flag && (
          <label>
            <select
              value={form.count.value}
              onChange={(event) => {
                form.count.value = Number(event.currentTarget.value);
              }}
            >
              {choices(form.COUNTS_OF_VALUES)}
            </select>{" "}
            {say("values", "个取值")}
          </label>
        )}
        {!flag && "× "}
        <label>
          <select
            value={form.replicates.value}
            onChange={(event) => {
              form.replicates.value = Number(event.currentTarget.value);
            }}
          >
            {choices(form.COUNTS_OF_RUNS)}
          </select>{" "}
          {say("runs each", "次运行")}
        </label>
      </span>
    </div>
  );
}
