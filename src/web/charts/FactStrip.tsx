/** The paper's dated facts on one line of time: numbered marks, a row for each side. */
import { useEffect, useRef, useState } from "preact/hooks";
import { SIDES } from "../../experiments/page/address.ts";
import { go, lang, runs, say, weeks } from "../state/page.ts";
import { type FactMark, factMarks, monthOf } from "./facts.ts";
import { sideName } from "./lines.ts";
import { spreadOut } from "./scale.ts";
import { useCursor, useSeek } from "./seek.ts";
import "./strip.css";

/** Width of a mark, in rem. */
const MARK = 1.1;

export function FactStrip() {
  const box = useRef<HTMLDivElement>(null);
  const cursor = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [told, setTold] = useState<FactMark | null>(null);
  useSeek(box);
  useCursor(cursor);
  return (
    <section class="charts-strip" aria-label={say("Dated facts of the paper", "论文所载的时间节点")}>
      <div class="charts-sides">
        {SIDES.map((side) => (
          <span key={side} class={side}>
            {sideName(side, runs[side].value, lang.value)}
          </span>
        ))}
      </div>
      <div class="charts-time" ref={box}>
        {SIDES.map((side) => (
          <Row key={side} marks={factMarks(side, runs[side].value)} width={width} tell={setTold} />
        ))}
        <div class="charts-track">
          <div class="charts-cursor" ref={cursor} />
        </div>
        {told && <Bubble mark={told} />}
      </div>
    </section>
  );
}

interface RowProps {
  readonly marks: readonly FactMark[];
  /** Width of the row in rem. */
  readonly width: number;
  readonly tell: (mark: FactMark | null) => void;
}

function Row({ marks, width, tell }: RowProps) {
  const shown = marks.filter(({ week }) => week <= weeks.value);
  const places = spreadOut(
    shown.map(({ week }) => (width * week) / weeks.value - MARK / 2),
    MARK,
    width - MARK,
  );
  return (
    <ol class="charts-marks">
      {shown.map((mark, k) => (
        <li key={mark.number} style={{ left: `${places[k]}rem` }}>
          <button
            type="button"
            class={mark.side}
            onClick={() => go({ week: mark.week })}
            onFocus={() => tell(mark)}
            onBlur={() => tell(null)}
            onMouseEnter={() => tell(mark)}
            onMouseLeave={() => tell(null)}
          >
            {mark.number}
            <span class="visually-hidden">
              {" "}
              {monthOf(mark.date)} {mark.text[lang.value]}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Bubble({ mark }: { readonly mark: FactMark }) {
  const share = (100 * mark.week) / weeks.value;
  return (
    <div class="charts-bubble" style={{ left: `${share}%`, transform: `translateX(-${share}%)` }} aria-hidden="true">
      <span class="of-paper">{say("paper", "论文")}</span> <b class={mark.side}>{monthOf(mark.date)}</b>{" "}
      {mark.text[lang.value]}
    </div>
  );
}

/** Width of an element in rem, followed as it changes. */
function useWidth(ref: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(40);
  useEffect(() => {
    const box = ref.current!;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setWidth(box.clientWidth / rem);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
