/** The teaching page. */
import { render } from "preact";
import { App } from "./app.tsx";
import { motion, open } from "./state/page.ts";
import "./theme.css";
import "./app.css";

motion.value = !matchMedia("(prefers-reduced-motion: reduce)").matches;
open();
render(<App />, document.getElementById("app")!);
