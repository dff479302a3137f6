/** `linli list`: what there is to run, to set and to read. */
import { Argument, type Command } from "commander";
import { VERSION } from "../execution/version.ts";
import { planSchema } from "../experiments/planSchema.ts";
import { unknownName } from "../kernel/check.ts";
import { detailAsJson, detailNames, showDetail } from "./details.ts";
import {
  assumptionRows,
  fieldRows,
  type Listing,
  measureRows,
  mechanismRows,
  parameterRows,
  scenarioRows,
} from "./listings.ts";
import { addCommonOptions } from "./options.ts";
import { heading, nextCommand, print, type Session } from "./output.ts";
import { table } from "./table.ts";

interface ListFlags {
  readonly assumptions?: boolean;
  readonly measures?: boolean;
  readonly json?: boolean;
}

const LISTINGS: Readonly<Record<string, (session: Session) => Listing>> = {
  scenarios: scenarioRows,
  parameters: parameterRows,
  fields: fieldRows,
  mechanisms: mechanismRows,
  measures: measureRows,
};
const NAMES = Object.keys(LISTINGS);
/** What an editor checks plans by. */
const SCHEMA = "plan-schema";

export function addList(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("list")
    .description(say("list what there is to run, to set and to read", "列出可运行、可设定、可读取的内容"))
    .addArgument(
      new Argument(
        "[what]",
        `${[...NAMES, SCHEMA].join(" | ")} | ${say("or the name of one thing, say trust.prior", "或某一项的名称，如 trust.prior")}`,
      ),
    )
    .option("--assumptions", say("every value whose source is an assumption", "所有以假设为来源的取值"))
    .option("--measures", say("the same as `list measures`", "同 list measures"))
    .option("--json", say("print one JSON object", "输出一个 JSON 对象"));
  addCommonOptions(command, session)
    .addHelpText(
      "after",
      `\n${say("Examples:", "示例：")}\n  linli list scenarios\n  linli list trust.prior\n  linli list blank --json > ours.json\n  linli list --assumptions\n  linli list plan-schema > plan.schema.json`,
    )
    .action((named: string | undefined, flags: ListFlags) => {
      const what = named ?? (flags.measures ? "measures" : undefined);
      if (what === SCHEMA) {
        print(session, JSON.stringify(planSchema(), null, 2));
        return;
      }
      if (what !== undefined && !NAMES.includes(what)) {
        showOne(what, flags, session);
        return;
      }
      const listings = flags.assumptions
        ? [assumptionRows(session)]
        : what
          ? [LISTINGS[what]!(session)]
          : NAMES.map((name) => LISTINGS[name]!(session));
      if (flags.json) print(session, JSON.stringify(asJson(listings)));
      else if (what !== undefined || flags.assumptions) showAll(listings, session);
      else overview(listings, session);
    });
}

/** One thing: shown, or printed whole, a scenario as a file that `run` takes. */
function showOne(name: string, flags: ListFlags, session: Session): void {
  const json = detailAsJson(name);
  if (json === undefined) throw unknownName("name", name, [...NAMES, SCHEMA, ...detailNames()]);
  if (flags.json) print(session, JSON.stringify(json, null, 2));
  else showDetail(name, session);
}

function asJson(listings: readonly Listing[]): object {
  return { version: VERSION, ...Object.fromEntries(listings.map(({ name, items }) => [name, items])) };
}

function showAll(listings: readonly Listing[], session: Session): void {
  for (const { title, columns, rows } of listings) {
    heading(session, `${title} (${rows.length})`);
    print(session, ...table(columns, rows, session));
  }
}

/** How many there are of each, and the scenarios. */
function overview(listings: readonly Listing[], session: Session): void {
  const { say } = session;
  showAll(listings.slice(0, 1), session);
  heading(session, say("More", "更多"));
  const rows = listings
    .slice(1)
    .map(({ name, title, rows: all }) => [nextCommand(`list ${name}`, session), String(all.length), title]);
  print(
    session,
    ...table(
      [{ title: say("command", "命令") }, { title: say("number", "数量"), right: true }, { title: "" }],
      rows,
      session,
    ),
  );
  const assumptions = nextCommand("list --assumptions", session);
  print(
    session,
    "",
    say(`${assumptions}: every value that rests on an assumption`, `${assumptions}：所有以假设为来源的取值`),
  );
}
