import { posix } from "node:path";

const FENCE = /^(`{3,}|~{3,})/;
const LINK = /(!?\[(?:[^[\]]|\[[^\]]*\])*\]\()([^)\s]+)(\))/g;

/** A page's text with the target of each link and picture replaced; code stays as it is. */
export function withLinks(text, replace) {
  let fence;
  return text
    .split("\n")
    .map((line) => {
      const mark = FENCE.exec(line)?.[1];
      if (mark && (fence === undefined || mark.startsWith(fence))) fence = fence === undefined ? mark : undefined;
      return mark || fence !== undefined ? line : outsideCode(line, replace);
    })
    .join("\n");
}

/** Code may stand within a link's text, but no link within code. */
function outsideCode(line, replace) {
  return line.replace(LINK, (whole, before, target, after, at) => {
    const ticks = line.slice(0, at).split("`").length - 1;
    return ticks % 2 === 1 ? whole : before + replace(target) + after;
  });
}

/** The way from one page of the site to another, both paths from the root of the site. */
export function wayTo(from, to, anchor) {
  const way = posix.relative(posix.dirname(from), to);
  return (way.startsWith(".") ? way : `./${way}`) + (anchor === undefined ? "" : `#${anchor}`);
}

/** The id of a heading, as readers of Markdown in repositories make it: links are written for them. */
export function slugOf(heading) {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}
