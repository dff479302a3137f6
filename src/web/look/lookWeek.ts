/** The week of the card and of the lists. */

import { paced } from "../state/pace.ts";
import { playing, week } from "../state/page.ts";

const EVERY = 500;
export const lookWeek = paced(week, playing, EVERY);
