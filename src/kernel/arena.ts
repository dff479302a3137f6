/** Where tables take their arrays from. What an array holds at first is undefined. */
export interface Memory {
  f32(length: number): Float32Array;
  i32(length: number): Int32Array;
  u8(length: number): Uint8Array;
  /** Takes an array back. */
  give(array: Float32Array | Int32Array | Uint8Array): void;
  /** Tells, before the first array is taken, about how many bytes all will need. */
  expect(bytes: number): void;
  /** The WebAssembly memory in which its arrays lie, where they do: at their `byteOffset`. */
  readonly linear: LinearMemory | null;
}

/** A WebAssembly memory. When it grows, `buffer` is another, and arrays made on the one before are lost. */
export interface LinearMemory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}

/** Fresh arrays, left to the garbage collector: memory of one run. */
export const FRESH: Memory = {
  f32: (length) => new Float32Array(length),
  i32: (length) => new Int32Array(length),
  u8: (length) => new Uint8Array(length),
  give: () => {},
  expect: () => {},
  linear: null,
};

const PAGE = 65536;
const MOST_PAGES = 65536;

/** A memory of one page that may grow to 4 GiB, of which what is not used takes no room; null where there is none. */
function newLinearMemory(): LinearMemory | null {
  const { WebAssembly } = globalThis as unknown as {
    WebAssembly?: { Memory: new (limits: object) => LinearMemory };
  };
  try {
    return WebAssembly ? new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES }) : null;
  } catch {
    return null; // no room for its addresses
  }
}

/**
 * Memory that runs use one after another.
 *
 * A run takes the arrays of its tables from an arena. When a later run begins in the same arena, all of them are taken
 * back and serve again, so that a thousand runs touch the memory of one.
 *
 * The arrays lie in a WebAssembly memory where the engine has one, so that compiled code can work on them. Its first
 * page is left to that code. It grows between runs only, to what a run expects or the one before needed; what a run
 * takes beyond lies outside.
 */
export class Arena implements Memory {
  readonly linear: LinearMemory | null;
  /** Pieces at hand, by size in bytes; each lent one by the buffer or the address where it lies. */
  readonly #free = new Map<number, Uint8Array[]>();
  readonly #lent = new Map<ArrayBufferLike | number, Uint8Array>();
  /** Where in the linear memory the next new piece begins, and bytes of pieces that lie outside. */
  #end = PAGE;
  #outside = 0;
  /** Number of the run that uses it now. */
  #tenant = 0;

  /** @param options.linear - false: ordinary arrays, and so no compiled code. */
  constructor({ linear = true }: { readonly linear?: boolean } = {}) {
    this.linear = linear ? newLinearMemory() : null;
  }

  /** Bytes held, in use or not. */
  get bytes(): number {
    let sum = 0;
    for (const piece of this.#lent.values()) sum += piece.byteLength;
    for (const pieces of this.#free.values()) for (const piece of pieces) sum += piece.byteLength;
    return sum;
  }

  /** Takes back all that is lent, for a run that begins; returns its number. */
  begin(): number {
    for (const piece of this.#lent.values()) this.#put(piece);
    this.#lent.clear();
    return ++this.#tenant;
  }

  expect(bytes: number): void {
    const { linear } = this;
    if (linear === null || this.#lent.size > 0) return;
    const needed = Math.min(MOST_PAGES, Math.ceil(Math.max(PAGE + bytes, this.#end + this.#outside) / PAGE));
    const missing = needed - linear.buffer.byteLength / PAGE;
    if (missing <= 0) return;
    try {
      linear.grow(missing);
    } catch {
      return; // no room: what does not fit lies outside
    }
    this.#free.clear();
    [this.#end, this.#outside] = [PAGE, 0];
  }

  /** Throws unless the run of that number is the last that began. */
  check(tenant: number): void {
    if (tenant !== this.#tenant) throw new Error("a later run has taken over the memory of this one");
  }

  f32(length: number): Float32Array {
    const { buffer, byteOffset } = this.#take(4 * length);
    return new Float32Array(buffer, byteOffset, length);
  }

  i32(length: number): Int32Array {
    const { buffer, byteOffset } = this.#take(4 * length);
    return new Int32Array(buffer, byteOffset, length);
  }

  u8(length: number): Uint8Array {
    const { buffer, byteOffset } = this.#take(length);
    return new Uint8Array(buffer, byteOffset, length);
  }

  give(array: Float32Array | Int32Array | Uint8Array): void {
    const place = this.#placeOf(array);
    const piece = this.#lent.get(place);
    if (piece === undefined) return;
    this.#lent.delete(place);
    this.#put(piece);
  }

  #take(bytes: number): Uint8Array {
    const size = sizeClass(bytes);
    const piece = this.#free.get(size)?.pop() ?? this.#newPiece(size);
    this.#lent.set(this.#placeOf(piece), piece);
    return piece;
  }

  #newPiece(size: number): Uint8Array {
    const { linear } = this;
    if (linear === null || this.#end + size > linear.buffer.byteLength) {
      this.#outside += size;
      return new Uint8Array(size);
    }
    const piece = new Uint8Array(linear.buffer, this.#end, size);
    this.#end += size;
    return piece;
  }

  /** What tells pieces apart: the address in the linear memory, else the buffer. */
  #placeOf({ buffer, byteOffset }: ArrayBufferView): ArrayBufferLike | number {
    return buffer === this.linear?.buffer ? byteOffset : buffer;
  }

  #put(piece: Uint8Array): void {
    const same = this.#free.get(piece.byteLength);
    if (same) same.push(piece);
    else this.#free.set(piece.byteLength, [piece]);
  }
}

/** The next power of two: runs that differ somewhat share pieces, and what is not touched takes no memory. */
function sizeClass(bytes: number): number {
  let size = 64;
  while (size < bytes) size *= 2;
  return size;
}
