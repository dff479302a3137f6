// Teaches a thread to read TypeScript, before it loads the sources.
import { register } from "tsx/esm/api";

register();
