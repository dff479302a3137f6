/**
 * A strict look at XML before a lenient parser reads it: tags in pairs, attributes in quotes, no entities of its own.
 *
 * The parser behind graphology repairs what is broken and reports to the console, so a damaged file would become a
 * smaller network without a word.
 */
import { InputError } from "../../kernel/check.ts";
import { badValue, selfTie, type TextFile } from "./select.ts";

/** A start tag with its line and attributes. */
interface Tag {
  readonly name: string;
  readonly at: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const NAME = "[A-Za-z_][\\w:.-]*";
const ATTRIBUTE = `\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`;
const PIECE = new RegExp(
  `<!--[^]*?-->|<!\\[CDATA\\[[^]*?\\]\\]>|<\\?[^]*?\\?>|</${NAME}\\s*>|<${NAME}(?:${ATTRIBUTE})*\\s*/?>|[^<]+`,
  "gy",
);
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;

/**
 * Checks that the text is well-formed XML holding a graph whose edges lead to nodes that it holds.
 *
 * @throws InputError with file, line, what was expected and what came.
 */
export function checkGraphXml(file: TextFile): void {
  const declaration = /<!(?:DOCTYPE|ENTITY)/i.exec(file.text);
  if (declaration) throw badValue(place(file, declaration.index), "XML without DOCTYPE or ENTITY", declaration[0]);
  checkNodesAndEdges(file.name, readTags(file));
}

function place(file: TextFile, index: number): string {
  let line = 1;
  for (let i = file.text.indexOf("\n"); i >= 0 && i < index; i = file.text.indexOf("\n", i + 1)) line++;
  return `${file.name}: row ${line}`;
}

function readTags(file: TextFile): Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  let line = 1;
  let end = 0;
  for (const [piece] of file.text.matchAll(PIECE)) {
    const at = `${file.name}: row ${line}`;
    checkEntities(at, piece);
    if (open.length === 0 && !piece.startsWith("<") && piece.replace("\uFEFF", "").trim() !== "") {
      throw badValue(at, "XML", piece.trim());
    }
    const tag = readPiece(at, piece, open);
    if (tag) tags.push(tag);
    line += piece.split("\n").length - 1;
    end += piece.length;
  }
  if (end < file.text.length) throw badValue(place(file, end), "a complete tag", file.text.slice(end).split("\n")[0]);
  if (open.length > 0)
    throw new InputError(`${file.name}: row ${line}: expected </${open.at(-1)}>; got the end of the file`);
  return tags;
}

function checkEntities(at: string, piece: string): void {
  if (/^<[!?]/.test(piece)) return;
  const found = ENTITY.exec(piece);
  if (found) throw badValue(at, "& written as &amp;", piece.slice(found.index, found.index + 12));
}

/** Keeps the stack of open tags; returns the tag that a piece opens, if it opens one. */
function readPiece(at: string, piece: string, open: string[]): Tag | undefined {
  if (/^(?:[^<]|<[!?])/.test(piece)) return undefined;
  const name = new RegExp(NAME).exec(piece)![0];
  if (piece.startsWith("</")) {
    const expected = open.pop();
    if (expected !== name) throw badValue(at, expected ? `</${expected}>` : "no closing tag", piece);
    return undefined;
  }
  if (!piece.endsWith("/>")) open.push(name);
  const pairs = [...piece.matchAll(new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "g"))];
  return { name, at, attributes: new Map(pairs.map((m) => [m[1]!, m[2] ?? m[3] ?? ""])) };
}

function checkNodesAndEdges(file: string, tags: readonly Tag[]): void {
  const graphs = tags.filter((tag) => tag.name === "graph").length;
  if (graphs !== 1) throw new InputError(`${file}: expected one <graph>; got ${graphs}`);
  const hyper = tags.find((tag) => tag.name === "hyperedge");
  if (hyper) throw badValue(hyper.at, "edges between two nodes", "<hyperedge>");
  const ids = new Set<string>();
  for (const tag of tags.filter((t) => t.name === "node")) {
    const id = tag.attributes.get("id");
    if (!id) throw badValue(`${tag.at}, node`, "an id", id);
    if (ids.has(id)) throw badValue(`${tag.at}, node`, "an id not used before", id);
    ids.add(id);
  }
  if (ids.size === 0) throw new InputError(`${file}: expected at least one <node>; got none`);
  for (const tag of tags) if (tag.name === "edge") checkEdge(tag, ids);
}

function checkEdge(tag: Tag, ids: ReadonlySet<string>): void {
  for (const end of ["source", "target"]) {
    const id = tag.attributes.get(end);
    if (!id || !ids.has(id)) throw badValue(`${tag.at}, edge ${end}`, "the id of a node", id);
  }
  const [source, target] = [tag.attributes.get("source")!, tag.attributes.get("target")!];
  if (source === target) throw selfTie(`${tag.at}, edge`, source);
}
