/** One lever: its question, the means to move it, and what the scenario itself has. */
import { useEffect, useState } from "preact/hooks";
import { ROLES } from "../../model/vocabulary.ts";
import { valueSource } from "../../observe/sources.ts";
import { lang, say } from "../state/page.ts";
import { type Declared, unitText, valueText } from "./declared.ts";
import type { Lever } from "./levers.ts";

interface Props {
  readonly lever: Lever;
  readonly declared: Declared;
  readonly value: unknown;
  /** Why it cannot be moved now, or null. */
  readonly locked: string | null;
  readonly onSet: (value: unknown) => void;
  /** Lets the lever go back to the scenario's own value; null where it stands there in all weeks. */
  readonly onBack: (() => void) | null;
}

export function LeverRow({ lever, declared, value, locked, onSet, onBack }: Props) {
  const l = lang.value;
  const fromPaper = declared.source.startsWith("paper");
  return (
    <div class="lever" id={`lever-${lever.name}`} data-lever={lever.name}>
      <label class="lever-question" for={`set-${lever.name}`}>
        {lever.question[l]}
      </label>
      <div class="lever-control">
        <Control lever={lever} declared={declared} value={value} locked={locked} onSet={onSet} />
        {onBack && (
          <button
            class="button lever-back"
            type="button"
            onClick={onBack}
            aria-label={say(`Back: ${lever.question.en}`, `还原：${lever.question.zh}`)}
          >
            {say("back", "还原")}
          </button>
        )}
      </div>
      <p class="lever-own small muted">
        {say("the scenario's: ", "原设定：")}
        {valueText(declared.own, l)} <span class="lever-unit">{unitText(declared, l)}</span>{" "}
        <span class={fromPaper ? "of-paper" : "of-assumption"} title={valueSource(declared.source, l)}>
          {fromPaper ? say("paper", "论文") : say("assumption", "假设")}
        </span>{" "}
        {locked !== null && <span>{locked}</span>}
      </p>
    </div>
  );
}

function Control({ lever, declared, value, locked, onSet }: Omit<Props, "onBack">) {
  const id = `set-${lever.name}`;
  const disabled = locked !== null;
  switch (declared.kind) {
    case "flag":
      return (
        <input
          id={id}
          type="checkbox"
          disabled={disabled}
          checked={value === true}
          onChange={(event) => onSet(event.currentTarget.checked)}
        />
      );
    case "payer":
      return (
        <select
          id={id}
          disabled={disabled}
          value={String(value)}
          onChange={(event) => onSet(event.currentTarget.value)}
        >
          {ROLES.map((role) => (
            <option key={role.name} value={role.name}>
              {role[lang.value]}
            </option>
          ))}
        </select>
      );
    case "date":
      return (
        <input
          id={id}
          type="date"
          disabled={disabled}
          value={value === null ? "" : String(value)}
          onChange={({ currentTarget }) =>
            (currentTarget.value !== "" || declared.nullable) && onSet(currentTarget.value || null)
          }
        />
      );
    default:
      return <NumberControl lever={lever} declared={declared} value={value} locked={locked} onSet={onSet} />;
  }
}

function NumberControl({ lever, declared, value, locked, onSet }: Omit<Props, "onBack">) {
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const { range, kind } = declared;
  const [low, high] = lever.slider ?? range;
  const step = kind === "integer" ? 1 : (high - low) / 100;
  const set = (wanted: string) => {
    const number = Number(wanted);
    const fits =
      wanted !== "" && number >= range[0] && number <= range[1] && (kind !== "integer" || Number.isInteger(number));
    if (!fits) setText(String(value));
    else if (number !== value) onSet(Number(number.toPrecision(6)));
  };
  return (
    <>
      <input
        type="range"
        aria-label={lever.question[lang.value]}
        list={`own-${lever.name}`}
        disabled={locked !== null}
        min={low}
        max={high}
        step={step}
        value={Number(text)}
        onInput={(event) => setText(String(Number(Number(event.currentTarget.value).toPrecision(4))))}
        onChange={(event) => set(event.currentTarget.value)}
      />
      <datalist id={`own-${lever.name}`}>
        <option value={String(declared.own)} />
      </datalist>
      <input
        id={`set-${lever.name}`}
        type="number"
        disabled={locked !== null}
        min={range[0]}
        max={range[1]}
        step="any"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={(event) => set(event.currentTarget.value)}
      />
    </>
  );
}
