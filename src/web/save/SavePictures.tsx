/** Both stages as pictures, at the date that is shown. */
import { useState } from "preact/hooks";
import { SIDES, type Side } from "../../experiments/page/address.ts";
import { frameAt, lang, place, runs, say, week } from "../state/page.ts";
import { saveCanvas } from "./chartFile.ts";
import { fileName } from "./fileName.ts";
import { footerLine } from "./footer.ts";
import { stagePicture } from "./stagePicture.ts";

export function SavePictures() {
  const [nothing, setNothing] = useState(false);
  return (
    <>
      <h3>{say("Pictures", "图像")}</h3>
      <p class="save-buttons">
        {SIDES.map((side) => (
          <button key={side} class="button" type="button" onClick={() => setNothing(!save(side))}>
            {side === "left" ? say("Left stage (PNG)", "左边画面（PNG）") : say("Right stage (PNG)", "右边画面（PNG）")}
          </button>
        ))}
      </p>
      {nothing && (
        <p class="small" role="alert">
          {say("Nothing is drawn there yet.", "该画面尚未绘出。")}
        </p>
      )}
    </>
  );
}

function save(side: Side): boolean {
  const run = runs[side].value;
  const date = frameAt(run, week.value)?.date ?? "";
  const footer = footerLine();
  const canvas = stagePicture(side, { title: run.scenario.title[lang.value], date, footer });
  if (canvas) saveCanvas(canvas, fileName(`${side}-${date}`, place.value.seed, "png"));
  return canvas !== null;
}
