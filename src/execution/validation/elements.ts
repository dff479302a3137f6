/** The elements of a model's evaluation in their order, with what this page says of each before its parts. */
import type { Text } from "../../model/vocabulary.ts";
import type { Element } from "./part.ts";

export interface ElementText {
  readonly name: "problemFormulation" | "modelDescription" | Element;
  readonly title: Text;
  /** Paragraphs. */
  readonly text: readonly Text[];
}

export const ELEMENTS: readonly ElementText[] = [
  {
    name: "problemFormulation",
    title: { en: "Problem formulation", zh: "问题界定" },
    text: [
      {
        en: "A field study (Cao, Wan & Zeng 2019) describes two neighborhoods: a new estate whose council agreed on much and carried out little, and an old district whose organizations federated and did what they decided. It holds that the way in which social capital came about explains the difference. The model asks under what conditions one set of behavioral rules brings forth both courses, and which part of the context makes the difference. It is meant for comparing mechanisms and for thinking through interventions; it is not a forecast of any neighborhood.",
        zh: "一项实地研究（曹飞廉、万怡、曾凡木 2019）比较了两个社区：新建小区的沟通会议定的多、执行的少，老城区的自组织则走向联合，议定之事得以执行；该研究认为，差别在于社会资本的形成方式。本模型要问的是：同一套行为规则在什么条件下会产生这两种过程，情境中的哪一部分造成了差别。模型用于比较机制、推演干预，并非对任何真实社区的预测。",
      },
    ],
  },
  {
    name: "modelDescription",
    title: { en: "Model description", zh: "模型描述" },
    text: [
      {
        en: "The ODD document describes the model in full: purpose, entities and scales, the order of the week, submodels with equations, parameters, ranges and sources. `linli list parameters` and `linli list mechanisms` show the same declarations that the runs are made from.",
        zh: "模型的完整描述见 ODD 文档：目的、主体与尺度、每周流程、各子模型的公式、参数、取值范围及来源。用 `linli list parameters` 与 `linli list mechanisms` 可列出运行实际所用的同一份声明。",
      },
    ],
  },
  {
    name: "dataEvaluation",
    title: { en: "Data evaluation", zh: "数据评价" },
    text: [
      {
        en: "The study gives counts, dates and qualitative statements for two cases, no microdata. Each pattern is one of them, read as an interval; the interval is our reading and is stated beside the report. Every value of a context cites the study or is marked as an assumption, and an assumption is equal in both neighborhoods or has a prior. What the parameters could learn from so little is said in the section on the calibration, where there is one.",
        zh: "该研究只提供两个案例的数量、日期与定性描述，没有个体层面的数据。每项模式对应其中一条描述，并读作一个区间；区间由我们设定，与原文并列给出。情境的每个取值均注明出自该研究，或标为假设；假设值要么在两个社区相同，要么带有先验范围。如此有限的数据能使参数得到多少识别，见校准一节（如有）。",
      },
    ],
  },
  {
    name: "conceptualModelEvaluation",
    title: { en: "Conceptual model evaluation", zh: "概念模型评价" },
    text: [
      {
        en: "One law guards against building in what is to be explained: all neighborhoods run under the same rules and parameters, and only the context differs; no rule asks which neighborhood it is in, which a test of the source code enforces. Each rule names its source in the literature or says that it is an assumption. Parts below hold single rules against results known from elsewhere, and the model against simpler ones.",
        zh: "为避免把待解释的结论写进模型，全部社区共用一套规则与参数，差别只在情境；任何规则都不询问自己身处哪个社区，这一点由对源代码的测试来保证。每条规则都注明文献来源，或说明是假设。以下各部分将单条规则与已知结果对照，并将模型与更简单的模型对照。",
      },
    ],
  },
  {
    name: "implementationVerification",
    title: { en: "Implementation verification", zh: "程序实现核查" },
    text: [
      {
        en: "What was checked in the code runs with every build (`npm test`):",
        zh: "对代码的下列核查随每次构建运行（`npm test`）：",
      },
    ],
  },
  {
    name: "outputVerification",
    title: { en: "Model output verification", zh: "模型输出核查" },
    text: [
      {
        en: "Does the model match the observations that guided its design and calibration, and how much of that is tuning? Patterns used in the calibration are marked as such in the section on patterns below; meeting them shows that the rules can bring them forth, no more.",
        zh: "模型是否符合在设计与校准中所依据的观察？其中有多少来自调参？用于校准的模式在下文“模式”一节中已逐项标明；符合这些模式只说明规则能够产生它们。",
      },
    ],
  },
  {
    name: "modelAnalysis",
    title: { en: "Model analysis", zh: "模型分析" },
    text: [
      {
        en: "What do the results rest on? Parameters are moved together within a stated box, the contrast of the neighborhoods is tried under other rules, sizes and orders of the week, the study's claims are tested by experiment, and the gap is divided among the blocks of the context.",
        zh: "结果依赖于什么？在明示的范围内同时变动全部参数；在其他规则、人口规模与每周流程次序下检验两类社区的对比；以实验检验该研究的论断；并把差距分解到情境的各个部分。",
      },
    ],
  },
  {
    name: "outputCorroboration",
    title: { en: "Model output corroboration", zh: "模型输出佐证" },
    text: [
      {
        en: "Does the model agree with observations that played no part in making it: patterns held out of the calibration, and networks published by others?",
        zh: "模型是否符合未参与建模的观察：校准时留出的模式，以及他人发表的真实网络？",
      },
    ],
  },
];

/** What the tests of the code hold, with where they stand. */
export const CHECKS: readonly (Text & { readonly where: string })[] = [
  {
    en: "Determinism. Equal seeds give equal states to the last bit: in one thread or many, run through or held and gone on with, in fresh or used memory. Random numbers are keyed by what they are for, so that a change in one rule leaves the draws of the others.",
    zh: "确定性：种子相同则状态逐位相同，无论单线程或多线程、一次跑完或中断续跑、使用新内存或旧内存。随机数按用途编键，改动一条规则不影响其他规则的抽取。",
    where: "tests/model/run.test.ts, tests/execution/sweep-run.test.ts, tests/kernel/random.test.ts",
  },
  {
    en: "Contract. Each rule is watched in weeks in which it has much to do: it writes only what it declares, leaves every column in its range, keeps no state of its own, and draws only from its own keys.",
    zh: "契约：在任务繁多的周里逐条监视规则：只写所声明的列，各列取值不越界，不私存状态，只用自己的随机键。",
    where: "tests/model/contract.test.ts",
  },
  {
    en: "Golden states. Hashes of the states of both neighborhoods on five dates are kept, and change only together with the version number. They guard against unnoticed change and say nothing about being right.",
    zh: "基准状态：保存两个社区在五个日期上的状态哈希，只随版本号一同改变。它们只防止无意的改动，并不说明结果正确。",
    where: "tests/golden.test.ts",
  },
  {
    en: "Rules one by one. Equations are checked in small worlds in which the outcome can be worked out by hand; measures of networks against values of NetworkX; designs and indices against functions with known answers.",
    zh: "逐条检验：在可以手算结果的小世界里检验各公式；网络指标与 NetworkX 的结果对照；实验设计与敏感性指数用有解析解的函数检验。",
    where:
      "tests/model/rules.test.ts, tests/observe/structure.test.ts, tests/analysis/sensitivity.test.ts, tests/experiments/",
  },
  {
    en: "Ports. The inner loops of large runs exist in TypeScript and in compiled code, which give the same bits; independent versions of the exchange, by other data structures and in other languages, come to rest at the same state.",
    zh: "多重实现：大规模运行的内循环有 TypeScript 版与编译版，二者逐位一致；另有采用其他数据结构与其他语言的互助规则独立实现，均收敛到同一稳态。",
    where: "tests/model/compiled.test.ts, tests/benchmarks/exchange.test.ts",
  },
  {
    en: "Layout. Rules cannot import one another, name a neighborhood, or reach the clock or unkeyed random numbers.",
    zh: "结构：规则之间不得相互引用，不得提及任何社区的名称，不得使用系统时钟或未编键的随机数。",
    where: "tests/architecture.test.ts",
  },
];
