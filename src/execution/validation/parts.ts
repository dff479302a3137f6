/** The parts of the validation page, in the order in which they are made and shown within their element. */
import type { AnyPart } from "./part.ts";
import { patterns } from "./patterns.ts";

export const PARTS: readonly AnyPart[] = [patterns];
