// Puts declarations of many modules into one file: on a disk, a hundred small files take thrice their size, and the
// compiler of a user opens each. Entries and what is imported as a whole stay files of their own.
//
// It reads what the compiler writes: statements begin a line, and import and export by name.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const STATEMENT = /^(import|export)( type)? \{([^}]*)\} from "(\.[^"]+)";\n/gm;
const WHOLE = /^import (?:type )?\* as \w+ from "(\.[^"]+)"/gm;
const INLINE = /\bimport\("(\.[^"]+)"\)\.(\w+)/g;
const DECLARED =
  /^(?:export )?(?:declare )?(?:abstract )?(?:class|interface|type|const|let|function|enum|namespace) ([\w$]+)/gm;
/** What a module says of itself, which in one file would be said of what comes next. */
const OF_MODULE = /^\/\*\*[\s\S]*?\*\/\n(?=import )/;
const COMMENT = /(\/\*[\s\S]*?\*\/)/;

/** The declaration that a specifier in another one means. */
export const declarationOf = (file, specifier) => join(dirname(file), specifier.replace(/(?:\.d)?\.[tj]s$/, ".d.ts"));

/** Merges those files into one that need not stay for themselves; what stays leads to it. */
export function mergeDeclarations(files, entries, into) {
  const texts = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
  const whole = files.flatMap((file) => all(WHOLE, texts.get(file)).map(([, to]) => declarationOf(file, to)));
  const stay = new Set([...entries, ...whole, ...files.filter((file) => /^export default/m.test(texts.get(file)))]);
  const merged = files.filter((file) => !stay.has(file));
  const finalOf = namesOf(merged, entries, texts);
  const leadOf = (file, to) => (stay.has(to) ? addressed(file, to) : addressed(file, into));

  /** A text as it stands in a file `at`, with names of merged modules as they are now. */
  const rewritten = (file, at) => {
    const inside = at === into;
    const whole = inside ? texts.get(file).replace(OF_MODULE, "") : texts.get(file);
    const text = whole.replace(STATEMENT, (_, word, type = "", list, specifier) => {
      const to = declarationOf(file, specifier);
      if (inside && !stay.has(to)) return "";
      const items = itemsOf(list).map((item) => ({ ...item, name: finalOf(to, item.name) }));
      return `${word}${type} { ${items.map(written).join(", ")} } from "${leadOf(at, to)}";\n`;
    });
    const led = text
      .replace(WHOLE, (line, specifier) => line.replace(specifier, addressed(at, declarationOf(file, specifier))))
      .replace(INLINE, (_, specifier, name) => {
        const to = declarationOf(file, specifier);
        return inside && !stay.has(to) ? finalOf(to, name) : `import("${leadOf(at, to)}").${finalOf(to, name)}`;
      });
    return inside ? renamed(led, localNames(file, texts.get(file), finalOf, stay)) : led;
  };

  const body = merged.map((file) => rewritten(file, into).replace(/^export \{\};\n/m, "")).join("");
  const led = [...stay].filter((file) => texts.has(file)).map((file) => [file, rewritten(file, file)]);
  for (const [file, text] of led) writeFileSync(file, text);
  for (const file of merged) rmSync(file);
  // Without the last line, what modules keep for themselves would be exported, too.
  const wanted = led.flatMap(([, text]) => [...all(STATEMENT, text), ...all(INLINE, text)].flatMap(namesIn));
  writeFileSync(into, `${needed(body, wanted)}export {};\n`);
}

const all = (pattern, text) => [...text.matchAll(pattern)];

function itemsOf(list) {
  return list.split(",").flatMap((part) => {
    const [, type = "", name, alias] = /^\s*(type )?([\w$]+)(?: as ([\w$]+))?\s*$/.exec(part) ?? [];
    return name ? [{ type, name, alias: alias ?? name }] : [];
  });
}

const written = ({ type, name, alias }) => type + (name === alias ? name : `${name} as ${alias}`);

/** Names in an import or export by name, or in an inline one. */
const namesIn = (found) => (found.length > 3 ? itemsOf(found[3]).map(({ name }) => name) : [found[2]]);

/** The statements that some names need, directly or through others, in their order. */
function needed(body, names) {
  const statements = body.match(/(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\n)*[^\s/}][^\n]*\n(?:[\s}][^\n]*\n)*/g) ?? [];
  const of = grouped(statements);
  const kept = new Set(of.get(undefined));
  const follow = (name) => {
    for (const statement of of.get(name) ?? []) {
      if (kept.has(statement)) continue;
      kept.add(statement);
      for (const [word] of statement.replaceAll(new RegExp(COMMENT, "g"), "").matchAll(/[\w$]+/g)) follow(word);
    }
  };
  for (const name of names) follow(name);
  return statements.filter((statement) => kept.has(statement)).join("");
}

/** Statements by what they declare; imports by no name. */
function grouped(statements) {
  const groups = new Map();
  for (const statement of statements) {
    const name = all(DECLARED, statement)[0]?.[1];
    groups.set(name, [...(groups.get(name) ?? []), statement]);
  }
  return groups;
}

function addressed(from, to) {
  const path = relative(dirname(from), to)
    .replaceAll("\\", "/")
    .replace(/\.d\.ts$/, ".js");
  return path.startsWith(".") ? path : `./${path}`;
}

/** What each name of a merged module is called: as it was, unless another is called so; what entries export comes first. */
function namesOf(merged, entries, texts) {
  const keyOf = (file, name) => `${file} ${name}`;
  const exported = entries.flatMap((entry) =>
    all(STATEMENT, texts.get(entry)).flatMap(([, , , list, to]) =>
      itemsOf(list).map(({ name }) => [declarationOf(entry, to), name]),
    ),
  );
  const declared = merged.flatMap((file) => all(DECLARED, texts.get(file)).map(([, name]) => [file, name]));
  const known = new Set(declared.map(([file, name]) => keyOf(file, name)));
  const finals = new Map();
  const taken = new Set();
  for (const [file, name] of [...exported, ...declared]) {
    if (!known.has(keyOf(file, name)) || finals.has(keyOf(file, name))) continue;
    let final = name;
    for (let n = 2; taken.has(final) || final in globalThis; n++) final = `${name}_${n}`;
    taken.add(final);
    finals.set(keyOf(file, name), final);
  }
  return (file, name) => finals.get(keyOf(file, name)) ?? name;
}

/** Names in a merged module that are others now: its own, and those it imports from merged ones. */
function localNames(file, text, finalOf, stay) {
  const own = all(DECLARED, text).map(([, name]) => [name, finalOf(file, name)]);
  const imported = all(STATEMENT, text).flatMap(([, , , list, specifier]) => {
    const to = declarationOf(file, specifier);
    return stay.has(to) ? [] : itemsOf(list).map(({ name, alias }) => [alias, finalOf(to, name)]);
  });
  return [...own, ...imported].filter(([name, final]) => name !== final);
}

/** Code with other names; comments stay. */
function renamed(text, names) {
  const rename = (code) =>
    names.reduce(
      (done, [name, final]) => done.replace(new RegExp(`(?<![.\\w$"])${name}(?![\\w$"])`, "g"), final),
      code,
    );
  return text
    .split(COMMENT)
    .map((part, k) => (k % 2 === 0 ? rename(part) : part))
    .join("");
}
