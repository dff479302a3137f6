/** Errors in Chinese. They are made in English from a few fixed forms; what fits none stays as it is. */

import { type Form, NOUNS, PHRASES } from "./chineseWords.ts";

export type { Form };

const FORMS: readonly Form[] = [
  [/^the page shows at most (\d+) residents; this neighborhood has (\d+)$/, "网页最多显示 $1 名居民；此社区有 $2 名"],
  [/^no resident (\d+); expected a number from 0 to (\d+)$/, "没有 $1 号居民；编号应为 0 至 $2"],
  [/^unknown item "(.*)"; expected a code such as (\S+) or (\S+)$/, '未知事项 "$1"；应为 $2 或 $3 之类的代码'],
  [/^unknown option '(.+?)'(?: \(Did you mean (?:one of )?(.+?)\?\))?$/, "未知选项 $1[；是否指 $2？]"],
  [/^unknown command '(.+?)'(?: \(Did you mean (.+?)\?\))?$/, "未知命令 $1[；是否指 $2？]"],
  [/^missing required argument '(.+?)'$/, "缺少参数 $1"],
  [/^option '(.+?)' argument missing$/, "选项 $1 缺少取值"],
  [
    /^too many arguments(?: for '(.+?)')?\. Expected (\d+) arguments? but got (\d+)\.?$/,
    "参数过多：应为 $2 个，实为 $3 个",
  ],
  [/^unknown item "(.+?)"; nearest: (.+?) \((\d+) of that kind in all\)$/, "未知事项“$1”；相近者：$2（该类共 $3 项）"],
  [/^unknown item "(.+?)"; this run has none of that kind$/, "未知事项“$1”；本次运行中没有这一类"],
  [
    /^unknown item "(.*?)";(?: did you mean "(.+?)"\?)? known: a name as printed, or a code such as (.+)$/,
    "未知事项“$1”[；是否指“$2”？]可用所显示的名称，或代码，如 $3",
  ],
  [/^unknown key in (.+?): "(.*?)"; did you mean "(.+?)"\? known: (.+)$/, "$1 中有未知键“$2”；是否指“$3”？已知：$4"],
  [/^unknown key in (.+?): "(.*?)"; known: (.+)$/, "$1 中有未知键“$2”；已知：$3"],
  [/^unknown (.+?) "(.*?)"; did you mean "(.+?)"\? known: (.+)$/, "未知{1}“$2”；是否指“$3”？已知：$4"],
  [/^unknown (.+?) "(.*?)"; known: (.+)$/, "未知{1}“$2”；已知：$3"],
  [/^(.+?) must be a whole number of at least (\d+); got (.+)$/, "$1 应为不小于 $2 的整数；实为 $3"],
  [/^(.+?) must be a whole number in (\[.+?\]) \((.+?)\); got (.+)$/, "$1 应为 $2 内的整数（$3）；实为 $4"],
  [/^(.+?) must lie in (\[.+?\]) \((.+?)\); got (.+)$/, "$1 应在 $2 之内（$3）；实为 $4"],
  [/^date of (.+?) must be a date such as (\S+); got (.+)$/, "$1 的日期应形如 $2；实为 $3"],
  [/^a change must not come before the start \((.+?)\); got (.+)$/, "途中的改动不得早于起始日（$1）；实为 $2"],
  [/^a change must not come after the end \((.+?)\); got (.+)$/, "途中的改动不得晚于截止日（$1）；实为 $2"],
  [/^(.+?) is settled when a run begins; .+$/, "$1 在运行开始时即已确定，不能在途中改动"],
  [/^(.+?) must be a date such as (\S+); got (.+)$/, "$1 应为日期，如 $2；实为 $3"],
  [/^(.+?) must be true or false; got (.+)$/, "$1 应为 true 或 false；实为 $2"],
  [/^(.+?) must be en or zh; got (.+)$/, "$1 应为 en 或 zh；实为 $2"],
  [/^(.+?) must be given as name=value; got (.+)$/, "$1 应写作 名称=取值；实为 $2"],
  [/^(.+?) must be given as JSON; got (.+)$/, "$1 应为 JSON；实为 $2"],
  [
    /^--replicate runs one replicate alone: expected no --replicates beside it; got both$/,
    "--replicate 只运行其中一次，不能与 --replicates 同用",
  ],
  [/^required option '(.+?)' not specified$/, "缺少必需的选项 $1"],
  [/^(.+?): expected (.+?); got one that holds (?:other )?files$/, "$1：应为{2}；其中已有文件"],
  [/^(\S+) must be given as i\/n, .+; got (.+)$/, "$1 应写作 i/n，如四个分片中的第一个为 1/4；实为 $2"],
  [/^(\S+) must be given as point:replicate; got (.+)$/, "$1 应写作 参数点:重复；实为 $2"],
  [/^(\S+) must be reading or final; got (.+)$/, "$1 应为 reading 或 final；实为 $2"],
  [
    /^(.+?): expected a folder that is new or holds the (quick|full) form of version (.+?), seed (.+?); got one that holds the (quick|full) form of version (.+?), seed (.+)$/,
    "$1：应为新文件夹，或存有版本 $3、种子 $4 的{2}；其中是版本 $6、种子 $7 的{5}",
  ],
  [/^the teaching page has not been built; (.+) builds it$/, "教学网页尚未构建；运行 $1 即可构建"],
  [/^(\d+) of (\d+) runs failed$/, "共 $2 次运行，其中 $1 次失败"],
  [
    /^(.+?) holds a sweep with another (\w+): expected (.+?); got (.+)$/,
    "$1 中是另一次扫描（$2 不同）：应为 $3；实为 $4",
  ],
  [
    /^(.+?) holds another calibration: expected the same (\w+); got another(.*)$/,
    "$1 中是另一次校准：$2 应与此前相同$3",
  ],
  [/^(.+?) must be a list of names(?: or paths| of patterns); got (.+)$/, "$1 应为名称列表；实为 $2"],
  [/^(.+?) must hold keys and values; got (.+)$/, "$1 应为键值对；实为 $2"],
  [/^(.+?) must be above 0 for a prior with log; got (.+)$/, "$1 为对数先验，应大于 0；实为 $2"],
  [/^(.+?) must be a behavioral parameter; got a context field$/, "$1 应为行为参数；实为情境变量"],
  [/^(.+?) must hold a number to have a prior; got (.+)$/, "$1 应为数值方可设先验；实为 $2"],
  [/^(.+?) must name patterns of (.+?); got (.+)$/, "$1 应为 $2 的模式；实为 $3"],
  [
    /^(.+?) must be the date at which pattern (\S+) is read \((.+?)\), or hold it out; got (.+)$/,
    "$1 应为模式 $2 的读取日（$3），或将其留出；实为 $4",
  ],
  [/^scenario (.+?): expected a pattern to calibrate to; got none$/, "情景 $1：应有可供校准的模式；实为空"],
  [/^(arm) "(.+?)" is given twice; every arm needs a name of its own$/, "处理组“$2”出现两次；名称不得重复"],
  [
    /^(.+?) holds a sweep of another plan: expected (\S+) (.+?); got (.+)$/,
    "$1 中是另一计划的扫描：$2 应为 $3；实为 $4",
  ],
  [
    /^(.+?) holds a sweep of more replicates: expected at least (\d+); got (\d+)(.*)$/,
    "$1 中扫描的重复次数更多：应不少于 $2；实为 $3$4",
  ],
  [
    /^(.+?): expected a directory that no one works in; process (\d+)(?: on (\S+))? does \(if it has ended, remove (.+)\)$/,
    "$1：此文件夹正由[ $3 上的]进程 $2 使用（若该进程已结束，请删除 $4）",
  ],
  [
    /^(.+?): (.+?); all runs written so far are kept, and the same command goes on with the rest$/,
    "$1：{2}；已写入的运行均已保存，再次执行同一命令即可继续",
  ],
  [
    /^(.+?): expected runs at all (\d+) points, which indices need; got (\d+)$/,
    "$1：须 $2 个参数点均有运行；实有 $3 个",
  ],
  [
    /^explain: expected two scenarios with different contexts; got (.+?) and (.+?), which have the same$/,
    "explain：应为情境不同的两个情景；$1 与 $2 的情境相同",
  ],
  [
    /^explain: expected scenarios that can be run to (\S+); got one in which (.+)$/,
    "explain：两情景应能运行至 $1；{2}",
  ],
  [
    /^explain: expected an outcome that is defined in every cell; got none \((.+)\)$/,
    "explain：应有在每种组合中都有定义的指标；一个也没有（$1）",
  ],
  [/^outcome (\S+): expected a measure that has a mean; got one that is a date$/, "指标 $1 应有均值；实为日期"],
  [/^(.+?) must not lie before the reading date \((.+?)\); got (.+)$/, "$1 不得早于读取日（$2）；实为 $3"],
  [
    /^intervals need a value of every cell in half of the resamples; got (\d+) of (\d+): more replicates are needed$/,
    "计算区间须有半数以上的重抽样在每种组合中都有值；$2 次中仅 $1 次：请增加重复次数",
  ],
  [
    /^report: expected the packages (.+?), which draw its figures; got none \((.+)\)$/,
    "生成报告的图须安装 $1；尚未安装（$2）",
  ],
  [/^"(.+?)" declares no reason "(.+?)"$/, "事件“$1”未声明原因“$2”"],
  [
    /^(\S+) must lie in (\[.+?\]); row (\d+)(?: \(residents (\d+) and (\d+)\))? holds (\S+) on (\S+?)(?:; written by (.+))?$/,
    "$1 应在 $2 之内；$7 第 $3 行[（居民 $4 与 $5）]为 $6[；由 $8 写入]",
  ],
  [/^(.+?) must be an object; got (.+)$/, "$1 应为对象；实为 $2"],
  [/^(.+?) must be a list; got (.+)$/, "$1 应为列表；实为 $2"],
  [/^(.+?) must be a text; got (.+)$/, "$1 应为文本；实为 $2"],
  [/^(.+?) must be a list with at least one (?:name|value|block); got (.+)$/, "$1 应为非空列表；实为 $2"],
  [/^(.+?) must be a list of values or a range; got (.+)$/, "$1 应为取值列表或范围；实为 $2"],
  [/^(.+?) must be a list of values, for it holds no numbers; got a range$/, "$1 并非数值，应为取值列表；实为范围"],
  [
    /^(.+?) must be a list of (\d+) values, as that of (\S+); got (.+)$/,
    "$1 应为 $2 个取值的列表，与 $3 等长；实为 $4",
  ],
  [/^(.+?) must be below to \((.+?)\); got (.+)$/, "$1 应小于 to（$2）；实为 $3"],
  [/^(.+?) must differ from value (\d+) of the list; got (.+) twice$/, "$1 不得与第 $2 个取值相同；$3 出现两次"],
  [/^(.+?) must be left out, for it is the scenario (.+); got both$/, "$1 即情景 $2，不必重复写出"],
  [/^(.+?) must be left out, for it is an axis; got both$/, "$1 已是变化轴，此处应省去"],
  [/^(.+?) must be left out: this design chooses its values; got steps$/, "$1 应省去：此设计自行取值"],
  [/^(.+?) must be plain data, as JSON holds it; got (.+)$/, "$1 应为 JSON 可表示的数据；实为 $2"],
  [/^(.+?) must be an object such as (.+?); got (.+)$/, "$1 应为对象，如 $2；实为 $3"],
  [/^(.+?) must be a name or an object; got (.+)$/, "$1 应为名称或对象；实为 $2"],
  [/^(.+?) must be a text or a number; got (.+)$/, "$1 应为文本或数；实为 $2"],
  [/^(.+?) must be a power of 2, .+; got (.+)$/, "$1 应为 2 的幂；实为 $2"],
  [/^(.+?) must be even, .+; got (.+)$/, "$1 应为偶数；实为 $2"],
  [/^(.+?) must make at most (\d+) points; got (.+)$/, "$1 至多可有 $2 个点；实为 $3"],
  [/^(.+?) must be a scenario of another name; got "(.+?)" twice$/, "$1 应为另名的情景；“$2”出现两次"],
  [/^(.+?) is nested too deeply; expected at most (\d+) levels$/, "$1 嵌套过深；至多 $2 层"],
  [/^(.+?) lacks one of (.+)$/, "$1 缺少以下之一：$2"],
  [/^(.+?) lacks "(.+?)"$/, "$1 缺少“$2”"],
  [/^(.+?) must not lie after until \((.+?)\); got (.+)$/, "$1 不得晚于 until（$2）；实为 $3"],
  [/^(.+?) must not lie before (?:the start|start\.date) \((.+?)\); got (.+)$/, "$1 不得早于起始日（$2）；实为 $3"],
  [
    /^(.+?) holds (\d+) (layer|wave|time)s: choose one by --(\w+); known: (.+)$/,
    "$1 含多个可选值（共 $2 个）：请用 --$4 选择；已知：$5",
  ],
  [
    /^network (.+?): expected nodes\.csv and edges\.csv; (.+) missing$/,
    "网络 $1：应有 nodes.csv 与 edges.csv；缺少 $2",
  ],
  [/^(.+?) must not exceed (.+?) \((.+?)\); got (.+)$/, "$1 不得超过 $2（$3）；实为 $4"],
  [/^(.+?)\.community must be below (\d+); got (.+)$/, "$1.community 应小于 $2；实为 $3"],
  [/^(.+?): (\w+) of node (".+?") must lie in (\[.+?\]); got (.+)$/, "$1：节点 $3 的 $2 应在 $4 之内；实为 $5"],
  [/^--swap names a block once; got (".+?") twice$/, "--swap 中每个模块只写一次；$1 写了两次"],
  [/^(.+?) must be (a whole number of weeks|the name of a measure|a name); got (.+)$/, "$1 应为{2}；实为 $3"],
  [/^(.+?) must hold (.+?); got (.+)$/, "$1 应含 $2；实为 $3"],
  [
    /^(.+?): row (\d+), column (\d+): expected each key once; got (.+) twice$/,
    "$1：第 $2 行，第 $3 列：同一层中每个键只能写一次；$4 写了两次",
  ],
  [/^(.+?): row (\d+), column (\d+): expected (.+?); got (.+)$/, "$1：第 $2 行，第 $3 列：应为{4}；实为 $5"],
  [/^(.+?): row (\d+), column (.+?): expected (.+?); got (.+)$/, "$1：第 $2 行，$3 列：应为{4}；实为 $5"],
  [/^(.+?): row (\d+): expected (.+?); got (.+)$/, "$1：第 $2 行：应为{3}；实为 $4"],
  [
    /^(.+?): expected a new or empty folder; got one that holds (\d+) files$/,
    "$1：应为新文件夹或空文件夹；其中已有 $2 个文件",
  ],
  [/^(.+?): expected a folder or a file; there is none$/, "$1：找不到文件或文件夹"],
  [
    /^(.+?): expected the file as it was when the sweep began \((.+?)\); got another \((.+?)\)$/,
    "$1：文件应与扫描开始时一致（$2）；实已改动（$3）",
  ],
  [/^(.+?): expected a file; there is none$/, "$1：找不到文件"],
  [/^(.+?): expected a new file; got a file of that name$/, "$1：文件已存在，请换名"],
  [/^(.+?): expected a new file; got a folder of that name$/, "$1：已有同名文件夹，请换名"],
  [/^(.+?): expected the manifest\.json of a sweep; got none$/, "$1：该文件夹不存在，或不是扫描结果"],
  [/^(.+?): expected (.+?); got (.+)$/, "$1：应为{2}；实为 $3"],
];

/** Lines that hold another: the pattern, whose last group is that one, and the Chinese around it. */
const AROUND: readonly Form[] = [
  [/^(\S+), seed (\S+): (.+) \(and (\d+) more\)$/, "$1，种子 $2：{3}（另有 $4 次）"],
  [/^(\S+), seed (\S+): (.+)$/, "$1，种子 $2：{3}"],
  [/^(.+); a rule of one's own is named by model: \(or --model\)$/, "{1}；自己的规则须用 model:（或 --model）指明"],
  [/^mechanism "(\w+)", week of (\S+): (.+)$/, "机制“$1”，$2 当周：{3}"],
  [/^mechanism "(\w+)" declares: (.+)$/, "机制“$1”的声明：{2}"],
  [/^(.+?): expected a function that makes a model; got the error: (.+)$/, "$1：应为生成模型的函数；报错：{2}"],
  [/^(.+?): expected a module that can be loaded; got the error: (.+)$/, "$1：应为可加载的模块；报错：{2}"],
];

/** The Chinese for an error's line. */
export function inChinese(line: string, more: readonly Form[] = []): string {
  const asked = /^(.+); is that a full-width "(.)"\?$/.exec(line);
  if (asked) return `${inChinese(asked[1]!, more)}；是否用了全角标点“${asked[2]}”？`;
  const placed = /^(.+?): row (\d+), column (\d+): (?!expected )(.+)$/.exec(line);
  if (placed) return `${placed[1]}：第 ${placed[2]} 行，第 ${placed[3]} 列：${inChinese(placed[4]!, more)}`;
  for (const [pattern, chinese] of AROUND) {
    const groups = pattern.exec(line);
    const part = (mark: string, n: string) =>
      mark[0] === "{" ? inChinese(groups![Number(n)]!, more) : groups![Number(n)]!;
    if (groups) return chinese.replace(/[{$](\d)\}?/g, part);
  }
  const named = /^((?:--set )?\S+?): ((?:unknown|scenario file|model file) .+)$/.exec(line);
  if (named) return `${named[1]}：${inChinese(named[2]!, more)}`;
  const filed = FILED.exec(line);
  const inner = filed ? inChinese(filed[2]!, more) : "";
  if (filed && inner !== filed[2]) return `${filed[1]}：${inner}`;
  return translated(line, [...more, ...FORMS]);
}

/** A line that begins with what its error is of: a scenario, or a place of a plan that names one. */
const FILED = /^(scenario|\S+\[\d+\](?:\.\w+)*|.+?\.(?:json|[cm]?[jt]s)): (?!expected |row \d)(.+)$/;

function translated(text: string, forms: readonly Form[]): string {
  for (const [pattern, chinese] of forms) {
    const groups = pattern.exec(text);
    if (groups) return COMMON.reduce((line, [common, word]) => line.replace(common, word), filled(chinese, groups));
  }
  return text;
}

/** Words that stand for a thing that has no name, or is not there. */
const COMMON: readonly Form[] = [
  [/^scenario file /, "情景文件 "],
  [/^model file /, "模型文件 "],
  [/^plan (?=\S+：)/, "计划 "],
  [/^(.+\.\w+): the plan (?=[缺应嵌])/, "$1：计划"],
  [/(^|：)the plan (?=[缺应嵌])/, "$1计划"],
  [/实为 (?:none|null)$/, "实为空"],
  [/已知：none$/, "尚无可用者"],
  [/ \((\d+) in all\)$/, "（共$1个）"],
  [/(?<=是否指“[^”？]*)", "/g, "”、“"],
  [/ \(--out takes another folder\)$/, "（可用 --out 另指文件夹）"],
  [/（whole number）/, ""],
  [/实为 a file of that name$/, "实为同名文件"],
  [/实为 a folder of that name$/, "实为同名文件夹"],
  [/实为 a place where none can be made \((.+)\)$/, "实为无法建立文件的位置（$1）"],
];

/** `$n` is a group, `{n}` a group that is itself translated, `[…]` falls away if a group in it is missing. */
function filled(chinese: string, groups: readonly (string | undefined)[]): string {
  const group = (n: string) => groups[Number(n)] ?? "";
  return chinese
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\$(\d)/g)].every((m) => group(m[1]!)) ? part : "",
    )
    .replace(/\{(\d)\}/g, (_, n: string) => NOUNS[group(n)] ?? translated(group(n), PHRASES))
    .replace(/\$(\d)/g, (_, n: string) => group(n));
}
