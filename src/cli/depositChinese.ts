/** What errors of archives and exports are in Chinese: pattern of the English line, and what stands in its place. */
export const DEPOSIT_FORMS: readonly (readonly [pattern: RegExp, chinese: string])[] = [
  [/^(.+?): expected a plan, or a directory of results; there is none$/, "$1：找不到计划文件或结果文件夹"],
  [
    /^(.+?): expected a sweep that has ended; got one whose runs are not merged yet$/,
    "$1：应为已结束的扫描；其中的运行尚未合并",
  ],
  [/^(.+?): expected results of linli (\S+); got those of (\S+)$/, "$1：应为 linli $2 的结果；实为 $3 的结果"],
  [/^(.+?): expected a module in one file; got one that imports "(.+)"$/, "$1：模块应只有一个文件；它还引入了“$2”"],
  [/^(.+?): expected the file of scenario (.+?) by --add; got none$/, "$1：请用 --add 给出情景 $2 的文件；尚未给出"],
  [
    /^(.+?): expected runs of a scenario alone; got one over the network (.+?), whose files it does not hold$/,
    "$1：应为不含外部网络的运行；其中一次使用了网络 $2，而结果中没有该网络的文件",
  ],
  [
    /^(--add .+?): expected a directory of linli run --out beside it; got (.+)$/,
    "$1：只用于 linli run --out 的结果文件夹；实为 $2",
  ],
  [/^(--add .+?): expected a file; got a shipped name$/, "$1：应为文件；实为内置情景的名称"],
  [/^(--out .+?): expected a file outside of (.+?); got one inside$/, "$1：应为 $2 之外的文件；实在其内"],
  [/^(.+?): expected at most (.+? GB) of files; got (.+? GB)$/, "$1：文件合计至多 $2；实为 $3"],
  [/^(.+?): expected a sweep that records a series; got one without$/, "$1：应为记录了序列的扫描；其中没有序列"],
  [
    /^--series has rows of every date: expected no --at beside it; got both$/,
    "--series 含各日期的行，不可与 --at 同用",
  ],
];
