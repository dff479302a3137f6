/** The week of the card and of the lists. */
import { playing, week } from "../state/page.ts";
import { paced } from "./pace.ts";

const EVERY = 500;
export const lookWeek = paced(week, playing, EVERY);
