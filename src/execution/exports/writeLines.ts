/** A file of any size, written line by line, whole or not at all. */
import { append, WholeFile } from "../files.ts";

const BUFFER = 1 << 16;

export async function writeLines(path: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const whole = new WholeFile(path);
  try {
    let held = "";
    for await (const text of lines) {
      held += text;
      if (held.length < BUFFER) continue;
      append(whole.file, Buffer.from(held));
      held = "";
    }
    append(whole.file, Buffer.from(held));
    whole.keep();
  } catch (error) {
    whole.drop();
    throw error;
  }
}
