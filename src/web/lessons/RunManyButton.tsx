/** Starts many runs of some settings under the seed shown, with progress and an end at once. */
import type { Setting } from "../../experiments/page/setting.ts";
import { place, say, told } from "../state/page.ts";
import { foundOf, runMany, stopMany } from "./state.ts";

interface Props {
  readonly settings: readonly Setting[];
  readonly replicates: number;
}

export function RunManyButton({ settings, replicates }: Props) {
  const { seed } = place.value;
  const found = settings.map((setting) => foundOf(setting, seed, replicates));
  const failed = found.find((runs) => runs?.failed)?.failed;
  if (failed || found.includes(undefined)) {
    return (
      <p>
        <button class="button primary" type="button" onClick={() => runMany(settings, seed, replicates)}>
          {settings.length > 1
            ? say(`Run ${replicates} of each side`, `两侧各运行${replicates}次`)
            : say(`Run it ${replicates} times`, `运行${replicates}次`)}
        </button>
        {failed && (
          <span class="lessons-bad" role="alert">
            {" "}
            {told(failed)}
          </span>
        )}
      </p>
    );
  }
  const n = found.reduce((sum, runs) => sum + runs!.replicates.length, 0);
  const total = settings.length * replicates;
  return (
    <div class="lessons-row">
      <progress max={total} value={n} aria-label={say("Runs done", "已完成的运行")} />
      <span class="small" role="status">
        {settings.length > 1
          ? say(`${n} of ${total} runs, both sides together`, `两侧共${n}／${total}次`)
          : say(`${n} of ${total} runs`, `${n}／${total}次`)}
      </span>
      {n < total && (
        <button class="button" type="button" onClick={() => stopMany(settings, seed, replicates)}>
          {say("Stop", "停止")}
        </button>
      )}
    </div>
  );
}
