/** The week for what need not follow every frame. */
import { paced } from "../state/pace.ts";
import { playing, week } from "../state/page.ts";

const EVERY = 250;
export const slowWeek = paced(week, playing, EVERY);
