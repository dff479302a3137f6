/** One side's line of time: what has been by the week shown stands out, the line it has come to most. */
import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Side } from "../../experiments/page/address.ts";
import { clockOf, sideName } from "../charts/lines.ts";
import type { PageEvent } from "../engine/session.ts";
import { nameOf } from "../state/names.ts";
import { go, lang, runs, say, told, week } from "../state/page.ts";
import { keepInSight } from "./sight.ts";
import { codeToLook, currentLine, dateText, type TimeLine, timeline } from "./timeline.ts";

interface Props {
  readonly side: Side;
  /** Chosen, where only one side has room. */
  readonly shown: boolean;
}

export function StorySide({ side, shown }: Props) {
  const lines = useComputed(() => timeline(runs[side].value.scenario.facts, runs[side].value.end, lang.value));
  const current = useComputed(() => currentLine(lines.value, clockOf(runs[side].value).date(Math.floor(week.value))));
  const { end, frames, weeks, failed } = runs[side].value;
  const name = sideName(side, runs[side].value, lang.value);
  return (
    <section class={`story-side ${side} ${shown ? "shown" : ""}`} aria-label={say(`Story, ${name}`, `${name}的经过`)}>
      <h3>{name}</h3>
      {!end && (
        <p class="muted" role="status">
          {failed === null ? awaited(frames.length, weeks) : told(failed)}
        </p>
      )}
      <ol>
        {lines.value.map((line, k) => (
          <Line
            key={`${line.of}${line.date}${line.text}`}
            side={side}
            line={line}
            time={k < current.value ? "past" : k === current.value ? "now" : "ahead"}
          />
        ))}
      </ol>
    </section>
  );
}

const awaited = (done: number, all: number) =>
  say(
    `The story is told once the run has ended (week ${done} of ${all}).`,
    `运行结束后给出经过（已运行${done}周，共${all}周）。`,
  );

interface LineProps {
  readonly side: Side;
  readonly line: TimeLine;
  readonly time: "past" | "now" | "ahead";
}

function Line({ side, line, time }: LineProps) {
  const item = useRef<HTMLLIElement>(null);
  const before = useRef(time);
  useEffect(() => {
    if (time === "now" && before.current !== time) keepInSight(item.current!);
    before.current = time;
  }, [time]);
  return (
    <li ref={item} class={`${line.of} ${time}`} aria-current={time === "now" ? "step" : undefined}>
      <button type="button" class="story-line" onClick={() => go({ week: weekOf(side, line.date) })}>
        <span class="story-date">{dateText(line)}</span>{" "}
        <span class={`of-${line.of}`}>{line.of === "paper" ? say("paper", "论文") : say("model", "模型")}</span>{" "}
        <span class="story-text">{line.text}</span>
      </button>
      {line.code && <LookButton side={side} code={line.code} date={line.date} />}
      {line.events.length > 0 && <Logged side={side} events={line.events} />}
    </li>
  );
}

const weekOf = (side: Side, date: string) => Math.max(0, clockOf(runs[side].peek()).tick(date));

function LookButton({ side, code, date }: { readonly side: Side; readonly code: string; readonly date: string }) {
  // A look shows a thing as it stands when the week begins: the week after, it is there.
  const open = () => go({ item: { side, code }, view: "look", week: weekOf(side, date) + 1 });
  const name = nameOf(runs[side].value, code);
  return (
    <button type="button" class="story-link small" onClick={open}>
      {say(`Look: ${name}`, `细看：${name}`)}
    </button>
  );
}

const MOST_EVENTS = 60;

/** The events that a line gathers stand among those of its weeks. */
function Logged({ side, events }: { readonly side: Side; readonly events: readonly PageEvent[] }) {
  const more = events.length - MOST_EVENTS;
  return (
    <details class="small">
      <summary>{say(`All events of these weeks (${events.length})`, `这段时间的全部事件（${events.length}）`)}</summary>
      <ul>
        {events.slice(0, MOST_EVENTS).map((event) => (
          <li key={`${event.date}${event.kind}${event.who}${event.en}`}>
            <span class="story-date">{event.date}</span> {event[lang.value]}{" "}
            <LookButton side={side} code={codeToLook(event.who)!} date={event.date} />
          </li>
        ))}
        {more > 0 && <li class="muted">{say(`and ${more} more`, `另有${more}条`)}</li>}
      </ul>
    </details>
  );
}
