/** A stage as a picture: what is drawn, with title, date and legend, and where it comes from. */
import type { Side } from "../../experiments/page/address.ts";
import { colorsNow } from "./colors.ts";
import { linesThatFit } from "./svgText.ts";

export interface StageWords {
  readonly title: string;
  readonly date: string;
  readonly footer: string;
}

const [MARGIN, HEAD, LINE] = [16, 64, 20];

const partsOf = (side: Side) => [...document.querySelectorAll<HTMLCanvasElement>(`[data-stage="${side}"] canvas`)];

/** The picture of a side; null if nothing is drawn. Its legend is what the stage marks with `data-legend`. */
export function stagePicture(side: Side, words: StageWords): HTMLCanvasElement | null {
  const parts = partsOf(side);
  const ground = parts[0]?.getBoundingClientRect();
  if (!ground || ground.width === 0) return null;
  const scale = Math.max(1, parts[0]!.width / ground.width);
  const colors = colorsNow();
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d")!;
  const font = (size: number, weight = 400) => `${weight} ${size}px ${colors.font}`;
  pen.font = font(13);
  const fitting = (text: string) => linesThatFit(text, (line) => pen.measureText(line).width <= ground.width);
  const legend = legendOf(side).flatMap(fitting);
  const small = [...legend, ...fitting(words.footer)];
  canvas.width = Math.round((ground.width + 2 * MARGIN) * scale);
  canvas.height = Math.round((HEAD + ground.height + LINE * small.length + MARGIN) * scale);
  pen.scale(scale, scale);
  pen.fillStyle = colors.background;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const write = (text: string, y: number, color: string, letters: string) => {
    pen.fillStyle = color;
    pen.font = letters;
    pen.fillText(text, MARGIN, y);
  };
  write(words.title, 30, colors.ink, font(18, 600));
  write(words.date, 52, colors.muted, font(14));
  for (const part of parts) {
    const { left, top, width, height } = part.getBoundingClientRect();
    pen.drawImage(part, MARGIN + left - ground.left, HEAD + top - ground.top, width, height);
  }
  const below = HEAD + ground.height;
  small.forEach((line, k) => {
    write(line, below + LINE * (k + 1), k < legend.length ? colors.ink : colors.muted, font(13));
  });
  return canvas;
}

function legendOf(side: Side): string[] {
  const legends = document.querySelectorAll<HTMLElement>(`[data-stage="${side}"] [data-legend]`);
  return [...legends].map((legend) => (legend.textContent ?? "").replace(/\s+/g, " ").trim()).filter((t) => t !== "");
}
