/** The pack in its order. */
import { answers } from "./answers.ts";
import { council } from "./council.ts";
import { plan } from "./plan.ts";
import { roles } from "./roles.ts";
import { rubric } from "./rubric.ts";
import type { Section } from "./section.ts";
import { worksheet } from "./worksheet.ts";

export const SECTIONS: readonly Section[] = [plan, roles, council, worksheet, rubric, answers];
