/** Pieces that cards are made of. */
import type { ComponentChildren } from "preact";
import type { Side } from "../../experiments/page/address.ts";
import { go, say } from "../state/page.ts";

/** A line of a card: what it is, and its value. */
export function Fact({
  name,
  title,
  children,
}: {
  readonly name: string;
  readonly title?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="look-fact" title={title}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A share as a bar and a number. */
export function Share({
  name,
  value,
  title,
}: {
  readonly name: string;
  readonly value: number;
  readonly title?: string;
}) {
  return (
    <div class="look-share" title={title}>
      <span>{name}</span>
      <span class="look-bar" aria-hidden="true">
        <span style={{ width: `${100 * Math.min(1, Math.max(0, value))}%` }} />
      </span>
      <span class="look-number">{value.toFixed(2)}</span>
    </div>
  );
}

/** A way to another thing of the same side. */
export function To({ side, item, children }: { side: Side; item: string; children: ComponentChildren }) {
  return (
    <button class="look-to" type="button" onClick={() => go({ item: { side, code: item }, view: "look" })}>
      {children}
    </button>
  );
}

/** Ways to residents by number, the first of many. */
export function Residents({ side, numbers }: { readonly side: Side; readonly numbers: readonly number[] }) {
  const shown = numbers.slice(0, 30);
  const more = numbers.length - shown.length;
  return (
    <span class="look-many">
      {shown.map((i) => (
        <To key={i} side={side} item={`resident:${i}`}>
          {i}
        </To>
      ))}
      {more > 0 && <span class="muted">{say(`and ${more} more`, `等${numbers.length}人`)}</span>}
    </span>
  );
}

/** Steps of which one is reached. */
export function Steps({ names, at }: { readonly names: readonly string[]; readonly at: number }) {
  return (
    <ol class="look-steps">
      {names.map((name, k) => (
        <li key={name} class={k <= at ? "look-reached" : ""} aria-current={k === at ? "step" : undefined}>
          {name}
        </li>
      ))}
    </ol>
  );
}
