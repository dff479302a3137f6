/** How far the runs have come, how many there shall be, and stop or go on. */
import { SIDES } from "../../experiments/page/address.ts";
import { place, say, told } from "../state/page.ts";
import { again, COUNTS_OF_RUNS, isStopped, stop, trouble, underWay, wanted } from "./keep.ts";
import { spreads } from "./spread.ts";

const done = () => SIDES.map((side) => spreads[side].value?.replicates.length ?? 0);

export function Progress() {
  const [left, right] = done() as [number, number];
  const total = wanted.value;
  const busy = SIDES.some((side) => underWay[side].value);
  const broken = SIDES.map((side) => trouble[side].value).find((line) => line !== null);
  return (
    <div class="many-progress">
      <label>
        {say("Runs a side", "每边运行")}{" "}
        <select
          value={total}
          onChange={(event) => {
            wanted.value = Number(event.currentTarget.value);
          }}
        >
          {COUNTS_OF_RUNS.map((n) => (
            <option key={n} value={n}>
              {say(String(n), `${n}次`)}
            </option>
          ))}
        </select>
      </label>
      {left + right < 2 * total && (
        <progress value={left + right} max={2 * total} aria-label={say("Runs done", "已完成的运行")} />
      )}
      <span class="small muted" role="status">
        {statusOf(left, right, total)}
      </span>
      {busy && (
        <button class="button" type="button" onClick={stop}>
          {say("Stop", "停止")}
        </button>
      )}
      {isStopped.value && (
        <button class="button" type="button" onClick={again}>
          {say("Go on", "继续")}
        </button>
      )}
      {broken !== undefined && <p class="small">{told(broken)}</p>}
    </div>
  );
}

function statusOf(left: number, right: number, total: number): string {
  const { seed } = place.value;
  if (left === total && right === total)
    return say(`done, root seed ${seed}, paired`, `已完成，根种子${seed}，左右配对`);
  return say(`left ${left}, right ${right} of ${total}`, `左${left}、右${right}，共${total}次`);
}
