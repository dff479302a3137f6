/** The charts beneath the stages as files. */
import { useEffect, useState } from "preact/hooks";
import type { Side } from "../../experiments/page/address.ts";
import { lang, place, runs, say } from "../state/page.ts";
import { saveChartPng, saveChartSvg } from "./chartFile.ts";
import { fileName } from "./fileName.ts";
import { footerLine } from "./footer.ts";

/** A chart's title is what it says of itself. */
const titleOf = (chart: SVGSVGElement) => chart.dataset.title ?? chart.dataset.chart!;

export function SaveCharts() {
  const [charts, setCharts] = useState<readonly SVGSVGElement[]>([]);
  const language = lang.value;
  useEffect(() => {
    // After the charts have been drawn in this language.
    const asked = requestAnimationFrame(() =>
      setCharts([...document.querySelectorAll<SVGSVGElement>("svg[data-chart]")]),
    );
    return () => cancelAnimationFrame(asked);
  }, [language]);
  if (charts.length === 0) return null;
  return (
    <>
      <h3>{say("Charts", "图表")}</h3>
      <ul class="save-charts">
        {charts.map((chart) => (
          <li key={chart.dataset.chart}>
            <span>{titleOf(chart)}</span>
            <ChartButtons chart={() => chart} title={titleOf(chart)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function sideTitles() {
  const title = (side: Side) => runs[side].value.scenario.title[lang.value];
  return { left: title("left"), right: title("right") };
}

interface Props {
  /** The chart as it stands when a button is pressed. */
  readonly chart: () => SVGSVGElement | null;
  readonly title: string;
  /** What it is a chart of; both scenarios by default. */
  readonly about?: string;
}

export function ChartButtons({ chart, title, about }: Props) {
  const save = (ending: "svg" | "png") => {
    const drawing = chart();
    if (!drawing) return;
    const name = fileName(drawing.dataset.chart!, place.value.seed, ending);
    const sides = about === undefined ? sideTitles() : null;
    const words = { title, sides, footer: about === undefined ? [footerLine()] : [about, footerLine()] };
    if (ending === "svg") saveChartSvg(drawing, words, name);
    else void saveChartPng(drawing, words, name);
  };
  return (
    <span class="save-pair">
      {(["svg", "png"] as const).map((ending) => (
        <button
          key={ending}
          class="button"
          type="button"
          aria-label={`${title}, ${ending.toUpperCase()}`}
          onClick={() => save(ending)}
        >
          {ending.toUpperCase()}
        </button>
      ))}
    </span>
  );
}
