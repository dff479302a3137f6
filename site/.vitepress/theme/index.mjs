// Without the theme's own fonts: the reader's system has letters for both languages.
import theme from "vitepress/theme-without-fonts";
import { Teaching, Ways } from "./Ways.mjs";
import "./site.css";

export default {
  extends: theme,
  enhanceApp({ app }) {
    app.component("Ways", Ways);
    app.component("Teaching", Teaching);
  },
};
