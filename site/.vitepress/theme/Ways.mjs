import { withBase } from "vitepress";
import { h } from "vue";

const card = ({ title, text, link }) =>
  h("a", { class: "way", href: withBase(`${link}.html`) }, [h("strong", title), h("span", text)]);

/** The ways in: a card for each kind of reader. */
export function Ways({ ways }) {
  return h("nav", { class: "ways" }, ways.map(card));
}
Ways.props = ["ways"];

/** A link to the teaching page, which is not one of the site's own. */
export function Teaching(_, { slots }) {
  return h("a", { href: withBase("/page/index.html"), target: "_self" }, slots.default());
}
