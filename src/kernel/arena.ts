/** Where tables take their arrays from. What an array holds at first is undefined. */
export interface Memory {
  f32(length: number): Float32Array<ArrayBuffer>;
  i32(length: number): Int32Array<ArrayBuffer>;
  u8(length: number): Uint8Array<ArrayBuffer>;
  /** Takes an array back. */
  give(array: Float32Array | Int32Array | Uint8Array): void;
}

/** Fresh arrays, left to the garbage collector: memory of one run. */
export const FRESH: Memory = {
  f32: (length) => new Float32Array(length),
  i32: (length) => new Int32Array(length),
  u8: (length) => new Uint8Array(length),
  give: () => {},
};

/**
 * Memory that runs use one after another.
 *
 * A run takes the arrays of its tables from an arena. When a later run begins in the same arena, all of them are taken
 * back and serve again, so that a thousand runs touch the memory of one.
 */
export class Arena implements Memory {
  /** Buffers at hand, by size in bytes. */
  readonly #free = new Map<number, ArrayBuffer[]>();
  readonly #lent = new Set<ArrayBuffer>();
  /** Number of the run that uses it now. */
  #tenant = 0;

  /** Bytes held, in use or not. */
  get bytes(): number {
    let sum = 0;
    for (const buffer of this.#lent) sum += buffer.byteLength;
    for (const buffers of this.#free.values()) for (const buffer of buffers) sum += buffer.byteLength;
    return sum;
  }

  /** Takes back all that is lent, for a run that begins; returns its number. */
  begin(): number {
    for (const buffer of this.#lent) this.#put(buffer);
    this.#lent.clear();
    return ++this.#tenant;
  }

  /** Throws unless the run of that number is the last that began. */
  check(tenant: number): void {
    if (tenant !== this.#tenant) throw new Error("a later run has taken over the memory of this one");
  }

  f32(length: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#take(4 * length), 0, length);
  }

  i32(length: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#take(4 * length), 0, length);
  }

  u8(length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#take(length), 0, length);
  }

  give(array: Float32Array | Int32Array | Uint8Array): void {
    const { buffer } = array;
    if (buffer instanceof ArrayBuffer && this.#lent.delete(buffer)) this.#put(buffer);
  }

  #take(bytes: number): ArrayBuffer {
    const size = sizeClass(bytes);
    const buffer = this.#free.get(size)?.pop() ?? new ArrayBuffer(size);
    this.#lent.add(buffer);
    return buffer;
  }

  #put(buffer: ArrayBuffer): void {
    const same = this.#free.get(buffer.byteLength);
    if (same) same.push(buffer);
    else this.#free.set(buffer.byteLength, [buffer]);
  }
}

/** The next power of two: runs that differ somewhat share buffers, and what is not touched takes no memory. */
function sizeClass(bytes: number): number {
  let size = 64;
  while (size < bytes) size *= 2;
  return size;
}
