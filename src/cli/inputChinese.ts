/** What errors of files that are too large, nested too deeply or changed are in Chinese: pattern, and what stands in its place. */
export const INPUT_FORMS: readonly (readonly [pattern: RegExp, chinese: string])[] = [
  [/^(.+?): expected at most (\d+) bytes; got (\d+) bytes$/, "$1：文件不得大于 $2 字节；实为 $3 字节"],
  [
    /^(.+?): row (\d+): expected a line of at most (\d+) characters; got (\d+)$/,
    "$1：第 $2 行：一行不得超过 $3 个字符；实为 $4 个",
  ],
  [/^(.+?): row (\d+): expected a row of at most (\d+) characters$/, "$1：第 $2 行：一行数据不得超过 $3 个字符"],
  [
    /^(.+?): expected the file as the sweep wrote it; got (?:one that has changed|one that SHA256SUMS does not know)$/,
    "$1：文件内容与扫描写入时不符",
  ],
  [/^(.+?): expected the file as the sweep wrote it; got none$/, "$1：文件已不存在"],
  [/^(.+?): expected the manifest of a sweep; got one whose (\w+) is none$/, "$1：应为扫描的清单；其中 $2 不合要求"],
  [
    /^(.+?) must be at most (\d+) for (\d+) points of (\d+) axes; got (.+)$/,
    "$1：$3 个点、$4 个轴时不得大于 $2；实为 $5",
  ],
  [/^(.+?) must be at most (\d+), or a text in quotes; got (.+)$/, "$1 不得大于 $2，更大者请加引号写作文本；实为 $3"],
  [/^(.+?) must join two persons; got node (.+) twice$/, "$1 应连接两人；实为同一节点 $2"],
  [/^(.+?) must be a text that no other node has; got (.+)$/, "$1 应为文本且不得与其他节点相同；实为 $2"],
  [
    /^(.+?): expected runs that reach their reading date; got (\d+) that end before it$/,
    "$1：应有到达读取日的运行；$2 次运行均在读取日之前结束",
  ],
  [/^graph, name of an attribute: expected (.+?); got (.+)$/, "图的属性名：应为{1}；实为 $2"],
  [/^graph, attribute (".*?"): expected (.+?); got (.+)$/, "图的属性 $1：应为{2}；实为 $3"],
  [/^node, id: expected (.+?); got (.+)$/, "节点，id：应为{1}；实为 $2"],
  [/^node (".*?"), name of an attribute: expected (.+?); got (.+)$/, "节点 $1，属性名：应为{2}；实为 $3"],
  [/^node (".*?"), attribute (".*?"): expected (.+?); got (.+)$/, "节点 $1，属性 $2：应为{3}；实为 $4"],
  [
    /^edge from (".*?") to (".*?"), name of an attribute: expected (.+?); got (.+)$/,
    "从 $1 到 $2 的边，属性名：应为{3}；实为 $4",
  ],
  [
    /^edge from (".*?") to (".*?"), attribute (".*?"): expected (.+?); got (.+)$/,
    "从 $1 到 $2 的边，属性 $3：应为{4}；实为 $5",
  ],
];
