/** What the pack is made of: sections of plain blocks, each text in both languages. */
import type { Text } from "../../model/vocabulary.ts";

export type Block =
  | { readonly kind: "text"; readonly text: Text }
  | { readonly kind: "list"; readonly items: readonly Text[]; readonly ordered?: boolean }
  | { readonly kind: "table"; readonly head: readonly Text[]; readonly rows: readonly (readonly Text[])[] }
  | { readonly kind: "cards"; readonly cards: readonly RoleCard[] }
  | { readonly kind: "heading"; readonly text: Text }
  /** Addresses, which begin with #, and commands without the program. */
  | { readonly kind: "code"; readonly lines: readonly string[] };

export interface RoleCard {
  readonly role: Text;
  readonly who: Text;
  readonly wants: Text;
  readonly secret: Text;
  /** What this role can put on the table. */
  readonly gives: Text;
}

export interface Section {
  readonly name: string;
  readonly title: Text;
  readonly blocks: readonly Block[];
}

export const t = (en: string, zh: string): Text => ({ en, zh });
export const text = (en: string, zh: string): Block => ({ kind: "text", text: t(en, zh) });
export const heading = (en: string, zh: string): Block => ({ kind: "heading", text: t(en, zh) });
export const list = (...items: readonly Text[]): Block => ({ kind: "list", items });
export const steps = (...items: readonly Text[]): Block => ({ kind: "list", items, ordered: true });
/** An empty cell, to be written in. */
export const BLANK: Text = { en: "", zh: "" };
