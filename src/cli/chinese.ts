/** Errors of the command line in Chinese. */
import { type Form, inChinese as inGeneral } from "../observe/chinese.ts";
import { CHECKPOINT_FORMS } from "./checkpointChinese.ts";
import { DEPOSIT_FORMS } from "./depositChinese.ts";
import { INPUT_FORMS } from "./inputChinese.ts";
import { QUEUE_FORMS } from "./sweep/queueChinese.ts";
import { SLURM_FORMS } from "./sweep/slurmChinese.ts";

const FORMS: readonly Form[] = [...CHECKPOINT_FORMS, ...QUEUE_FORMS, ...DEPOSIT_FORMS, ...INPUT_FORMS, ...SLURM_FORMS];

/** A line of an error in Chinese; one that has no form stays as it is. */
export const inChinese = (line: string): string => inGeneral(line, FORMS);
