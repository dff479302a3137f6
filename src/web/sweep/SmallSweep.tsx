/** A small sweep: one lever over a range, many runs at each value, drawn as a band. */
import { say } from "../state/page.ts";
import { SweepForm } from "./SweepForm.tsx";
import { SweepResult } from "./SweepResult.tsx";
import { sweep } from "./work.ts";
import "./sweep.css";

export function SmallSweep() {
  return (
    <div class="sweep">
      <h2>{say("What does one lever do?", "一个因素有多大作用？")}</h2>
      <p>
        {say(
          "Move one lever over a range, everything else as it is, and run each value many times. Runs of one number share their luck at all values, so the line shows the lever and not the luck.",
          "其他设定不变，只把一个因素从低调到高，每个取值各运行多次。同一序号的各次运行在所有取值下随机因素相同，因此曲线显示的是这个因素的作用，而不是偶然。",
        )}
      </p>
      <SweepForm />
      {sweep.value && <SweepResult sweep={sweep.value} />}
    </div>
  );
}
