/** A figure of the paper as boxes and arrows; every box leads to its lever. */
import { lang, say } from "../state/page.ts";
import type { Figure, Part, Step } from "./figures.ts";
import { leverText } from "./levers.ts";
import { want } from "./wanted.ts";

export function Picture({ figure }: { readonly figure: Figure }) {
  return (
    <figure class="paper-figure">
      <figcaption>
        <h3>{figure.title[lang.value]}</h3>
        <span class="of-paper">{say("paper", "论文")}</span> <span class="muted small">{figure.after[lang.value]}</span>
      </figcaption>
      <ol class="paper-steps">
        {figure.steps.map((step) => (
          <StepBoxes key={step.main.name.en} step={step} />
        ))}
      </ol>
    </figure>
  );
}

function StepBoxes({ step: { main, seats, beside, apart, passes } }: { readonly step: Step }) {
  return (
    <li class={seats ? "paper-step seated" : "paper-step"}>
      {seats ? (
        <div class="paper-table">
          <Box part={main} />
          <ul>
            {seats.map((seat) => (
              <li key={seat.name.en}>
                <Box part={seat} />
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <Box part={main} />
      )}
      {beside.length > 0 && (
        <>
          <Arrow left broken={apart ?? false} />
          <div class="paper-beside">
            {beside.map((one) => (
              <Box key={one.name.en} part={one} apart={apart ?? false} />
            ))}
          </div>
        </>
      )}
      {passes && (
        <p class="paper-passes">
          <Arrow broken={false} />
          <span>{passes[lang.value]}</span>
        </p>
      )}
    </li>
  );
}

function Box({ part, apart = false }: { readonly part: Part; readonly apart?: boolean }) {
  return (
    <button type="button" class={apart ? "paper-box apart" : "paper-box"} onClick={() => want(part.lever)}>
      <b>{part.name[lang.value]}</b>
      <span>{part.detail[lang.value]}</span>
      <LeverName lever={part.lever} />
    </button>
  );
}

function LeverName({ lever }: { readonly lever: string }) {
  return (
    <span class="paper-lever">
      <span class="visually-hidden">{say("lever: ", "调节：")}</span>
      {leverText(lever)[lang.value]}
    </span>
  );
}

/** An arrow to the left or down; broken where nothing passes. */
function Arrow({ left = false, broken }: { readonly left?: boolean; readonly broken: boolean }) {
  const label = broken ? say("does not reach", "未能连通") : left ? say("acts on", "作用于") : say("then", "然后");
  return (
    <svg class="paper-arrow" width="20" height="20" viewBox="0 0 20 20" role="img" aria-label={label}>
      <path
        d={left ? "M19 10H2M8 4l-6 6 6 6" : "M10 1v17M4 12l6 6 6-6"}
        stroke-dasharray={broken ? "2 3" : undefined}
      />
      {broken && <path class="broken" d="M9 5l6 10M15 5 9 15" />}
    </svg>
  );
}

/** Buttons to levers, side by side. */
export function LeverList({ levers }: { readonly levers: readonly string[] }) {
  return (
    <ul class="paper-levers">
      {levers.map((lever) => (
        <li key={lever}>
          <button type="button" onClick={() => want(lever)}>
            <LeverName lever={lever} />
          </button>
        </li>
      ))}
    </ul>
  );
}
