/** Tokens for names: what GraphML takes for ids and names of attributes (NMTOKEN of XML), which hold no blanks. */

/** Signs and letters that tokens hold in both editions of XML: Latin, Cyrillic, kana, Hangul and Chinese. */
const SIGNS =
  "\\w.:\\-\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u00FF\\u0410-\\u044F\\u3041-\\u3094\\u30A1-\\u30FA\\uAC00-\\uD7A3\\u4E00-\\u9FA5";
const TOKEN = new RegExp(`^[${SIGNS}]+$`);
const OTHERS = new RegExp(`[^${SIGNS}]`, "gu");

/** The data that keep what a node is called, where its id is no token; igraph, too, takes data named `id` for that. */
export const CALLED = "original-id";
/** The id of a key says by its end that the key's description is the name of the attribute. */
export const DESCRIBED = "-described";

/** A token for each name, no two alike: the name itself where it is one, else what `instead` proposes. */
export function tokensOf(
  names: readonly string[],
  instead: (name: string, index: number) => string,
): ReadonlyMap<string, string> {
  const taken = new Set(names.filter((name) => TOKEN.test(name)));
  const tokenFor = (name: string, i: number) => {
    let token = instead(name, i);
    while (taken.has(token)) token += "_";
    taken.add(token);
    return token;
  };
  return new Map(names.map((name, i) => [name, TOKEN.test(name) ? name : tokenFor(name, i)]));
}

/** A name with its other signs replaced. */
export const nearToken = (name: string): string => name.replace(OTHERS, "_") || "_";
