/**
 * XML read strictly: tags in pairs, attributes once and in quotes, no entities of its own. What a lenient parser would
 * repair would become a smaller network without a word.
 */
import { InputError } from "../../kernel/check.ts";
import { NO_XML } from "../escaped.ts";
import { badValue, checkCharacters, type TextFile } from "./select.ts";

/** An element with the line of its start tag. */
export interface Element {
  readonly name: string;
  readonly at: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: Element | undefined;
  /** What stands in it and in no element within it. */
  text: string;
}

const NAME = "[A-Za-z_][\\w:.-]*";
const ATTRIBUTE = `\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`;
const PIECE = new RegExp(
  `<!--[^]*?-->|<!\\[CDATA\\[[^]*?\\]\\]>|<\\?[^]*?\\?>|</${NAME}\\s*>|<${NAME}(?:${ATTRIBUTE})*\\s*/?>|[^<]+`,
  "gy",
);
const TAG = new RegExp(`</?(${NAME})`);
const PAIR = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "g");
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;

/**
 * The elements of a text in the order of their start tags.
 *
 * @throws InputError with file, line, what was expected and what came.
 */
export function readElements(file: TextFile): Element[] {
  const declaration = /<!(?:DOCTYPE|ENTITY)/i.exec(file.text);
  if (declaration) throw badValue(place(file, declaration.index), "XML without DOCTYPE or ENTITY", declaration[0]);
  checkCharacters(file.text, (index) => place(file, index));
  const elements: Element[] = [];
  const open: Element[] = [];
  let line = 1;
  let end = 0;
  for (const [piece] of file.text.matchAll(PIECE)) {
    const at = `${file.name}: row ${line}`;
    checkEntities(at, piece);
    if (open.length === 0 && !piece.startsWith("<") && piece.replace("\uFEFF", "").trim() !== "") {
      throw badValue(at, "XML", piece.trim());
    }
    const element = readPiece(at, piece, open);
    if (element) elements.push(element);
    line += piece.split("\n").length - 1;
    end += piece.length;
  }
  if (end < file.text.length) throw badValue(place(file, end), "a complete tag", file.text.slice(end).split("\n")[0]);
  if (open.length > 0)
    throw new InputError(`${file.name}: row ${line}: expected </${open.at(-1)!.name}>; got the end of the file`);
  return elements;
}

function place(file: TextFile, index: number): string {
  let line = 1;
  for (let i = file.text.indexOf("\n"); i >= 0 && i < index; i = file.text.indexOf("\n", i + 1)) line++;
  return `${file.name}: row ${line}`;
}

function checkEntities(at: string, piece: string): void {
  if (/^<[!?]/.test(piece)) return;
  const found = ENTITY.exec(piece);
  if (found) throw badValue(at, "& written as &amp;", piece.slice(found.index, found.index + 12));
}

/** Keeps the stack of open elements, and the text of the innermost; returns the element that a piece begins, if any. */
function readPiece(at: string, piece: string, open: Element[]): Element | undefined {
  const parent = open.at(-1);
  if (!piece.startsWith("<") || piece.startsWith("<![CDATA[")) {
    if (parent) parent.text += piece.startsWith("<") ? piece.slice(9, -3) : decoded(at, piece);
    return undefined;
  }
  if (/^<[!?]/.test(piece)) return undefined;
  const name = TAG.exec(piece)![1]!;
  if (piece.startsWith("</")) {
    if (open.pop()?.name !== name) throw badValue(at, parent ? `</${parent.name}>` : "no closing tag", piece);
    return undefined;
  }
  const element = { name, at, attributes: attributesOf(at, piece), parent, text: "" };
  if (!piece.endsWith("/>")) open.push(element);
  return element;
}

function attributesOf(at: string, piece: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of piece.matchAll(PAIR)) {
    if (attributes.has(name!)) throw badValue(at, "an attribute once", name);
    attributes.set(name!, decoded(at, (double ?? single ?? "").replace(/[\t\r\n]/g, " ")));
  }
  return attributes;
}

const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** A text with what is written as `&…;` in its place. */
function decoded(at: string, text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (written, decimal, hex, name) => {
    if (name !== undefined) return SIGNS[name]!;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    const isCharacter = code <= 0x10ffff && !NO_XML.test(String.fromCodePoint(code));
    if (!isCharacter) throw badValue(at, "the number of a character", written);
    return String.fromCodePoint(code);
  });
}
