/** Whether the council lives, in a dot a run. */
import type { Replicate } from "../engine/replicate.ts";
import { say } from "../state/page.ts";
import { lives } from "./game.ts";
import { measureIn } from "./numbers.ts";

type Fate = "lives" | "rests" | "never";

function fateOf(replicate: Replicate): Fate {
  if (measureIn(replicate, "platforms") === 0) return "never";
  return lives(replicate) ? "lives" : "rests";
}

export function LifeDots({ replicates }: { readonly replicates: readonly Replicate[] }) {
  const fates = replicates.map(fateOf);
  const count = (fate: Fate) => fates.filter((f) => f === fate).length;
  const text = say(
    `${count("lives")} live, ${count("rests")} came to rest, ${count("never")} never met`,
    `存续${count("lives")}次，停摆${count("rests")}次，从未成立${count("never")}次`,
  );
  const order: readonly Fate[] = ["lives", "rests", "never"];
  const sorted = [...fates].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return (
    <figure class="lessons-figure">
      <svg viewBox="0 0 340 18" role="img" aria-label={text}>
        {sorted.map((fate, k) => (
          <circle key={`${fate}${k - sorted.indexOf(fate)}`} cx={9 + k * 17} cy={9} r={6} class={`lessons-${fate}`} />
        ))}
      </svg>
      <figcaption class="small">{text}</figcaption>
    </figure>
  );
}
