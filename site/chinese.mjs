const CHINESE = /[\p{sc=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;
const MARK = /[\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

/** A rule for markdown-it: a line that breaks within Chinese goes on without a space. */
export function joinChinese({ tokens }) {
  for (const { children } of tokens) {
    children?.forEach((token, k) => {
      if (token.type !== "softbreak") return;
      const before = letterBeside(children, k, -1);
      const after = letterBeside(children, k, 1);
      const joined = (CHINESE.test(before) && CHINESE.test(after)) || MARK.test(before) || MARK.test(after);
      if (joined) Object.assign(token, { type: "text", content: "" });
    });
  }
}

/** The letter that stands next to a token, across marks of emphasis and links. */
function letterBeside(tokens, from, step) {
  for (let k = from + step; k >= 0 && k < tokens.length; k += step) {
    const letters = [...tokens[k].content];
    if (letters.length > 0) return step < 0 ? letters.at(-1) : letters[0];
  }
  return "";
}
