/** What the marks of a strip mean. */
import type { ComponentChildren } from "preact";
import type { Side } from "../../experiments/page/address.ts";
import { say } from "../state/page.ts";

interface Props {
  readonly side: Side;
  /** Whether what the paper reports is shaded. */
  readonly paper?: boolean;
}

export function Legend({ side, paper = true }: Props) {
  return (
    <p class={`many-legend small muted many-${side}`} aria-hidden="true">
      <Mark text={say("a run", "一次运行")}>
        <circle class="many-dot" cx={10} cy={7} r={3} />
      </Mark>
      <Mark text={say("the run shown", "所示的这次")}>
        <circle class="many-own" cx={10} cy={7} r={4.5} />
      </Mark>
      <Mark text={say("median, 90 %", "中位数与90%")}>
        <line class="many-range" x1={1} x2={19} y1={7} y2={7} />
        <line class="many-median" x1={10} x2={10} y1={1} y2={13} />
      </Mark>
      {paper && (
        <Mark text={say("paper's report", "论文记述")}>
          <rect class="many-shade" x={1} y={1} width={18} height={12} rx={2} />
        </Mark>
      )}
    </p>
  );
}

function Mark({ text, children }: { readonly text: string; readonly children: ComponentChildren }) {
  return (
    <span>
      <svg width="20" height="14" viewBox="0 0 20 14" aria-hidden="true">
        {children}
      </svg>{" "}
      {text}
    </span>
  );
}
