// Without the theme's own fonts: the reader's system has letters for both languages.
import theme from "vitepress/theme-without-fonts";
import "./site.css";

export default theme;
