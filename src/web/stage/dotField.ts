/**
 * A picture with thousands of small dots on it: pixels are set here, for a canvas that draws each dot by itself needs
 * several times as long.
 */

/** A small picture, as the pixels that it sets in a larger one of a given width. */
export interface Stamp {
  readonly width: number;
  readonly height: number;
  /** From the pixel at its upper left corner. */
  readonly offsets: Int32Array;
  /** Red and blue, and green, times the opacity. */
  readonly redBlue: Uint32Array;
  readonly green: Uint32Array;
  /** What is left of what lies below, of 256. */
  readonly rest: Uint16Array;
}

const RED_BLUE = 0xff00ff;
const GREEN = 0x00ff00;
const OPAQUE = 0xff000000;

/** @param stride - Width in pixels of the picture that it is for. */
export function stampOf({ width, height, data }: ImageData, stride: number): Stamp {
  const colors = new Uint32Array(data.buffer);
  const set = [...colors.keys()].filter((k) => data[4 * k + 3]! > 0);
  const rest = set.map((k) => Math.round((256 * (255 - data[4 * k + 3]!)) / 255));
  return {
    width,
    height,
    offsets: Int32Array.from(set, (k) => Math.floor(k / width) * stride + (k % width)),
    redBlue: Uint32Array.from(set, (k, j) => (colors[k]! & RED_BLUE) * (256 - rest[j]!)),
    green: Uint32Array.from(set, (k, j) => (colors[k]! & GREEN) * (256 - rest[j]!)),
    rest: Uint16Array.from(rest),
  };
}

export class DotField {
  readonly #image: ImageData;
  readonly #pixels: Uint32Array;
  readonly #ground: Uint32Array;

  constructor(width: number, height: number) {
    this.#image = new ImageData(width, height);
    this.#pixels = new Uint32Array(this.#image.data.buffer);
    this.#ground = new Uint32Array(this.#pixels.length);
  }

  /** Takes the opaque picture of a canvas of the same size to lie under the dots. */
  setGround(below: CanvasRenderingContext2D): void {
    const { width, height } = this.#image;
    this.#ground.set(new Uint32Array(below.getImageData(0, 0, width, height).data.buffer));
  }

  /** Takes all dots away. */
  clear(): void {
    this.#pixels.set(this.#ground);
  }

  /** Adds a dot whose middle is at a point, in pixels; one that would stick out is moved in. */
  add({ width, height, offsets, redBlue, green, rest }: Stamp, x: number, y: number): void {
    const left = Math.max(0, Math.min(Math.round(x - width / 2), this.#image.width - width));
    const top = Math.max(0, Math.min(Math.round(y - height / 2), this.#image.height - height));
    const corner = top * this.#image.width + left;
    const pixels = this.#pixels;
    for (let k = 0; k < offsets.length; k++) {
      const at = corner + offsets[k]!;
      const below = pixels[at]!;
      const rb = (redBlue[k]! + (below & RED_BLUE) * rest[k]!) >>> 8;
      const g = (green[k]! + (below & GREEN) * rest[k]!) >>> 8;
      pixels[at] = OPAQUE | (rb & RED_BLUE) | (g & GREEN);
    }
  }

  show(context: CanvasRenderingContext2D): void {
    context.putImageData(this.#image, 0, 0);
  }
}
