/** What errors of long runs are in Chinese: pattern of the English line, and what stands in its place. */
export const CHECKPOINT_FORMS: readonly (readonly [pattern: RegExp, chinese: string])[] = [
  [
    /^(.+?) holds another run: expected that of (.+?) \((\w+)\); got one of (.+?) \((\w+)\)$/,
    "$1 中是另一次运行：应为 $2 的运行（$3）；实为 $4 的运行（$5）",
  ],
  [/^(.+?) holds a run of another version: expected (.+?); got (.+)$/, "$1 中是其他版本的运行：应为 $2；实为 $3"],
  [/^(.+?): expected a checkpoint that is whole; got one that is damaged$/, "$1：存档应完整；实已损坏"],
  [
    /^(.+?): expected a new or empty folder, or one of this run; got one that holds other files$/,
    "$1：应为新文件夹、空文件夹或本次运行的文件夹；其中已有其他文件",
  ],
  [
    /^(--\w+): expected no --checkpoint beside it, which is one run; got both$/,
    "$1：不可与 --checkpoint 同用，后者只进行一次运行",
  ],
];
