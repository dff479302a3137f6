/** `npm start`: both neighborhoods side by side, as a first look. */
import type { Command } from "commander";
import { findScenario } from "../execution/scenarios.ts";
import { VERSION } from "../execution/version.ts";
import { SERIES_NAMES, seriesLabel } from "../observe/labels.ts";
import { shown } from "../observe/numbers.ts";
import { addCommonOptions, addReplicates, planOf, type RunFlags } from "./options.ts";
import { heading, nextCommand, print, type Session, styled } from "./output.ts";
import { finishedOf, type Outcome } from "./replicate.ts";
import { medianSeries, patternLegend, patternTable, span, storyLines } from "./report.ts";
import { checkFailures, runPlan } from "./run.ts";
import { rangeOf, sparkline } from "./sparkline.ts";
import { table, wrap } from "./table.ts";

const REPLICATES = 20;
const STORY_LINES = 18;
const NEIGHBORHOODS = ["new-estate", "old-district"];

export function addFirst(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("first")
    .argument("[lang]", say("en or zh, as --lang", "en 或 zh，同 --lang"))
    .description(say("both neighborhoods, beside what the paper reports", "两个社区的模拟结果，与论文对照"))
    .option("--seed <text>", say("root seed, any text (default: 1)", "随机种子，可为任意文本（默认 1）"))
    .option("--until <date>", say("last date of the runs", "运行截止日期"));
  addCommonOptions(addReplicates(command, session, REPLICATES), session).action(
    (_lang: string | undefined, flags: RunFlags) => first(flags, session),
  );
}

async function first(flags: RunFlags, session: Session): Promise<void> {
  const { say, lang } = session;
  const scenarios = await Promise.all(NEIGHBORHOODS.map(findScenario));
  const plans = scenarios.map((s) =>
    planOf({ scenario: s, blocks: {} }, flags, session, {
      replicates: REPLICATES,
      storyLines: STORY_LINES,
      patternsOnly: true,
    }),
  );
  const n = plans[0]!.jobs.length;
  print(
    session,
    styled(
      session,
      "bold",
      say("Linli: how neighbors come to govern themselves", "邻里：社区自组织与协商治理的多主体模拟"),
    ),
  );
  print(session, say(`Two neighborhoods, one set of rules; ${n} runs each.`, `两个社区，同一套规则，各运行${n}次。`));
  const replicates = await runPlan(
    plans.flatMap((p) => p.jobs),
    session,
    true,
  );
  const sides = plans.map((_, k) => finishedOf(replicates.slice(k * n, (k + 1) * n)));
  checkFailures(replicates);
  scenarios.forEach((scenario, k) => {
    heading(session, scenario.title[lang]);
    print(session, scenario.about[lang], ...patternTable(scenario, sides[k]!, session));
  });
  print(session, ...wrap(patternLegend(session), session.terminal.width));
  heading(session, say("Course (median of the runs, both on one scale)", "过程（各次运行的中位数，两者同一刻度）"));
  print(
    session,
    ...seriesTable(
      sides,
      scenarios.map((s) => s.title[lang]),
      session,
    ),
  );
  scenarios.forEach((scenario, k) => {
    heading(session, say(`One of the runs: ${scenario.title.en}`, `其中一次运行：${scenario.title.zh}`));
    print(session, ...storyLines(sides[k]![0]!.story, session));
  });
  print(session, "", ...wrap(comesBack(session), session.terminal.width));
  footer(plans[0]!.rootSeed, session);
}

/** Why the counts of a line do not add up. */
const comesBack = ({ say }: Session) =>
  say(
    "An issue may come back: what is shelved, or agreed on and not carried out, can be raised again and is counted each time. So more may be agreed and shelved than were brought.",
    "同一议题可能再次上会：被搁置的、议定而未落实的，都可能重新提出，每次均计入，因此议定与搁置之和可以多于提交数。",
  );

const SPARK_WIDTH = 26;

/** Each series twice, side by side on one scale, with its first and last value. */
function seriesTable(sides: readonly (readonly Outcome[])[], titles: readonly string[], session: Session): string[] {
  const rows = SERIES_NAMES.map((name) => {
    const both = sides.map((outcomes) => medianSeries(outcomes, name));
    const scale = rangeOf(both.flat());
    const cells = both.flatMap((values) => [sparkline(values, SPARK_WIDTH, scale), shown(values.at(-1))]);
    return [seriesLabel(name)[session.lang], ...cells];
  });
  const dates = sides[0]![0]?.dates ?? [];
  const axis = dates.length < 2 ? "" : span(dates, Math.min(SPARK_WIDTH, dates.length));
  const { say } = session;
  const columns = [
    { title: say("series", "序列"), flexible: true },
    ...titles.flatMap((title) => [
      { title, flexible: true },
      { title: say("last", "末值"), right: true },
    ]),
  ];
  return table(columns, [["", axis, "", axis, ""], ...rows], session);
}

function footer(rootSeed: string, session: Session): void {
  const { say } = session;
  heading(
    session,
    say(
      `Root seed ${rootSeed}, linli ${VERSION}, Node ${process.version}`,
      `随机种子 ${rootSeed}，linli ${VERSION}，Node ${process.version}`,
    ),
  );
  print(session, say("A model's runs, not a forecast. Next, try:", "以上为模型运行结果，并非预测。接下来可以试试："));
  const tries: readonly (readonly [command: string, text: string])[] = [
    ["why new-estate platform:0", say("what became of the council, and why", "沟通会的经过与停摆原因")],
    ["compare new-estate old-district --swap team", say("the two with their teams exchanged", "互换两者的营造团队")],
    ["run new-estate --set team.independence=1", say("a team that no party pays", "不受任何一方出资的团队")],
  ];
  print(session, ...tries.map(([command, text]) => `  ${nextCommand(command, session)}   # ${text}`));
}
