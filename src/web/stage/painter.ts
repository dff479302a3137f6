/** Draws one neighborhood: the ground with its ties once a month, the rest whenever the time moves. */
import { STATE } from "../../model/vocabulary.ts";
import type { Frame, Ground, TiesFrame } from "../engine/frame.ts";
import { DotField } from "./dotField.ts";
import { type Dots, dotOf, dotsOf, isLarge } from "./dots.ts";
import { drawGround } from "./drawGround.ts";
import { type Layout, layoutOf } from "./layout.ts";
import type { Palette } from "./palette.ts";
import { chairAt, type Rest, type Standing, shownOf, standAt, standAtHome, standingFor, type Thing } from "./things.ts";

export class Painter {
  readonly #context: CanvasRenderingContext2D;
  readonly #below: CanvasRenderingContext2D;
  readonly #scale: number;
  readonly #palette: Palette;
  readonly #dots: Dots;
  readonly layout: Layout;
  /** Who is at home, on the ground with its ties. */
  readonly #homes: DotField;
  #ties: TiesFrame | null | undefined;
  #frame: Frame | null = null;
  #next: Frame | null = null;
  #calm: boolean | null = null;
  #rests: readonly Rest[] = [];
  things: readonly Thing[] = [];
  /** Where residents stand this week, the next, and as drawn. */
  readonly #now: Standing;
  readonly #then: Standing;
  readonly shown: Standing;

  constructor(canvas: HTMLCanvasElement, ground: Ground, palette: Palette, only: number | null) {
    const { width, height } = canvas.getBoundingClientRect();
    this.#scale = Math.min(2, globalThis.devicePixelRatio || 1);
    this.#palette = palette;
    const below = document.createElement("canvas");
    for (const c of [canvas, below]) {
      c.width = Math.max(1, Math.round(width * this.#scale));
      c.height = Math.max(1, Math.round(height * this.#scale));
    }
    [this.#context, this.#below] = [canvas, below].map((c) => {
      return c.getContext("2d", { alpha: false, willReadFrequently: true })!;
    }) as [CanvasRenderingContext2D, CanvasRenderingContext2D];
    this.layout = layoutOf(ground, width, height, only);
    this.#homes = new DotField(canvas.width, canvas.height);
    this.#dots = dotsOf(palette, this.layout.dot, this.#scale, canvas.width);
    const n = ground.home.length;
    [this.#now, this.#then, this.shown] = [standingFor(n), standingFor(n), standingFor(n)];
  }

  /**
   * Draws the frame of a week, on its way to the next by a share of [0, 1).
   *
   * @param calm - Residents stay at home: weeks go by too fast for an eye to follow who meets.
   * @param selected - Code of what is looked at, or null.
   */
  draw(frame: Frame, next: Frame, share: number, ties: TiesFrame | null, calm: boolean, selected: string | null): void {
    if (ties !== this.#ties) this.#drawBelow(ties);
    this.#take(frame, next, calm);
    this.#move(share);
    const away = this.#drawHomes(frame);
    const context = this.#context;
    context.setTransform(this.#scale, 0, 0, this.#scale, 0, 0);
    this.#drawJoint(frame);
    for (const thing of this.things) if (thing.kind === "organization") this.#drawOrganization(frame, thing);
    for (const thing of this.things) if (thing.kind === "platform") this.#drawPlatform(frame, thing);
    for (const i of away) this.#drawAway(frame, i);
    for (const thing of this.things) if (thing.kind === "issue") this.#drawIssue(frame, thing);
    this.#drawRests();
    if (selected) this.#drawSelected(frame, selected);
  }

  #take(frame: Frame, next: Frame, calm: boolean): void {
    if (frame === this.#frame && next === this.#next && calm === this.#calm) return;
    [this.#frame, this.#next, this.#calm] = [frame, next, calm];
    ({ things: this.things, rests: this.#rests } = shownOf(frame, this.layout));
    for (const [standing, week] of [
      [this.#now, frame],
      [this.#then, next],
    ] as const) {
      if (calm) standAtHome(standing, this.layout);
      else standAt(standing, week, this.layout, week === frame ? this.things : shownOf(week, this.layout).things);
    }
  }

  #move(share: number): void {
    const way = walked(share);
    const { x, y, size } = this.shown;
    const [a, b] = [this.#now, this.#then];
    for (let i = 0; i < x.length; i++) {
      x[i] = a.x[i]! + way * (b.x[i]! - a.x[i]!);
      y[i] = a.y[i]! + way * (b.y[i]! - a.y[i]!);
      size[i] = a.size[i]! + way * (b.size[i]! - a.size[i]!);
    }
  }

  /** Draws who is at home, capable people last; gives who is not. */
  #drawHomes(frame: Frame): number[] {
    const homes = this.#homes;
    const { homeX, homeY } = this.layout;
    const { x, y } = this.shown;
    const away: number[] = [];
    homes.clear();
    for (const large of [false, true])
      for (let i = 0; i < x.length; i++) {
        if (frame.presence[i] === 0 || Number.isNaN(x[i]!) || isLarge(frame, i) !== large) continue;
        if (x[i] !== homeX[i] || y[i] !== homeY[i]) away.push(i);
        else homes.add(dotOf(this.#dots, frame, i).stamp, this.#scale * x[i]!, this.#scale * y[i]!);
      }
    homes.show(this.#context);
    return away;
  }

  #drawAway(frame: Frame, i: number): void {
    const { canvas } = dotOf(this.#dots, frame, i);
    const wide = (canvas.width / this.#scale) * this.shown.size[i]!;
    this.#context.drawImage(canvas, this.shown.x[i]! - wide / 2, this.shown.y[i]! - wide / 2, wide, wide);
  }

  #drawBelow(ties: TiesFrame | null): void {
    this.#ties = ties;
    drawGround(this.#below, this.layout, this.#palette, this.#scale, ties);
    this.#homes.setGround(this.#below);
  }

  #drawJoint({ jointActs, organizations, platforms }: Frame): void {
    const bySerial = new Map(
      this.things.filter((t) => t.kind === "organization").map((t) => [organizations[t.index]!.serial, t]),
    );
    const context = this.#context;
    const link = (a: Thing | undefined, b: Thing | undefined, color: string, width: number) => {
      if (!a || !b) return;
      context.strokeStyle = color;
      context.lineWidth = width;
      context.beginPath();
      context.moveTo(a.x, a.y);
      context.lineTo(b.x, b.y);
      context.stroke();
    };
    for (const act of jointActs)
      for (const [k, serial] of act.entries())
        link(bySerial.get(serial), bySerial.get(act[(k + 1) % act.length]!), this.#palette.warn, 3);
    for (const table of this.things) {
      if (table.kind !== "platform") continue;
      const { serial } = platforms[table.index]!;
      for (const o of organizations)
        if (o.platform === serial) link(bySerial.get(o.serial), table, this.#palette.muted, 1.5);
    }
  }

  #disc({ x, y, r }: { readonly x: number; readonly y: number; readonly r: number }): void {
    this.#context.beginPath();
    this.#context.arc(x, y, r, 0, 2 * Math.PI);
  }

  /** A disc in the color of its need; a full rim: written rules; a ring around it: turned to others or public affairs. */
  #drawOrganization(frame: Frame, thing: Thing): void {
    const context = this.#context;
    const { need, rules, orientation } = frame.organizations[thing.index]!;
    const color = this.#palette.needs[need]!;
    this.#disc(thing);
    context.globalAlpha = 0.35;
    context.fillStyle = color;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = color;
    context.lineWidth = rules ? 2 : 1;
    context.setLineDash(rules ? [] : [3, 2]);
    context.stroke();
    context.setLineDash([]);
    context.lineWidth = 1;
    for (let ring = 1; ring <= orientation; ring++) {
      this.#disc({ ...thing, r: Math.max(1, thing.r - 2.5 * ring) });
      context.stroke();
    }
  }

  /** A table and its chairs: delegates sit on them in the week of a meeting. */
  #drawPlatform(frame: Frame, thing: Thing): void {
    const context = this.#context;
    const { alive, seats } = frame.platforms[thing.index]!;
    const color = alive ? this.#palette.accent : this.#palette.muted;
    context.strokeStyle = color;
    context.lineWidth = 1;
    for (let k = 0; k < seats.length; k++) {
      this.#disc(chairAt(thing, k, seats.length));
      context.stroke();
    }
    this.#disc(thing);
    context.fillStyle = alive ? this.#palette.accent : this.#palette.sunk;
    context.fill();
    context.setLineDash(alive ? [] : [4, 3]);
    context.lineWidth = 2;
    context.stroke();
    context.setLineDash([]);
  }

  #drawRests(): void {
    const context = this.#context;
    context.fillStyle = this.#palette.muted;
    context.font = "9px sans-serif";
    context.textBaseline = "middle";
    for (const { x, y, count } of this.#rests) context.fillText(`+${count}`, x, y);
  }

  #drawIssue(frame: Frame, thing: Thing): void {
    const context = this.#context;
    const { state } = frame.issues[thing.index]!;
    const { accent, bad, good, warn } = this.#palette;
    const color =
      state === STATE.shelved ? bad : state === STATE.decided ? good : state === STATE.brought ? accent : warn;
    context.fillStyle = color;
    context.beginPath();
    context.moveTo(thing.x, thing.y - thing.r);
    context.lineTo(thing.x + thing.r, thing.y);
    context.lineTo(thing.x, thing.y + thing.r);
    context.lineTo(thing.x - thing.r, thing.y);
    context.fill();
  }

  /** A ring around what is looked at, and the ties of a resident. */
  #drawSelected(frame: Frame, code: string): void {
    const context = this.#context;
    const [kind, number] = code.split(":") as [string, string];
    const thing = this.things.find((t) => t.code === code);
    const i = Number(number);
    context.strokeStyle = this.#palette.ink;
    context.lineWidth = 2;
    if (thing) {
      this.#disc({ ...thing, r: thing.r + 4 });
      context.stroke();
    }
    if (kind === "resident" && i < frame.presence.length) {
      if (this.#ties) this.#drawTiesOf(this.#ties, i);
      context.lineWidth = 2;
      this.#disc({ x: this.shown.x[i]!, y: this.shown.y[i]!, r: 2 * this.layout.dot + 3 });
      context.stroke();
    }
  }

  #drawTiesOf({ ends, trust }: TiesFrame, i: number): void {
    const context = this.#context;
    const { x, y } = this.shown;
    for (let k = 0; k < trust.length; k++) {
      if (ends[2 * k] !== i && ends[2 * k + 1] !== i) continue;
      const j = ends[2 * k] === i ? ends[2 * k + 1]! : ends[2 * k]!;
      context.lineWidth = 0.5 + (2.5 * trust[k]!) / 255;
      context.beginPath();
      context.moveTo(x[i]!, y[i]!);
      context.lineTo(x[j]!, y[j]!);
      context.stroke();
    }
  }
}

/** Who walks stands first, and stands again before the week is over. */
function walked(share: number): number {
  const way = Math.min(1, Math.max(0, (share - 0.2) / 0.6));
  return way * way * (3 - 2 * way);
}
