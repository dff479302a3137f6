/** `linli network SCENARIO --out FILE`: the network of a run over time, as dynamic GEXF. */
import type { Command } from "commander";
import { writeLines } from "../execution/exports/writeLines.ts";
import { VERSION } from "../execution/version.ts";
import { addCommonOptions, addReplicate, addScenarioOptions, planOf, type RunFlags, wholeNumber } from "./options.ts";
import { checkPlace, writeAt } from "./outFile.ts";
import { print, type Session } from "./output.ts";
import { simulationOf } from "./replicate.ts";
import { assembled } from "./values.ts";

interface HistoryFlags extends RunFlags {
  readonly out: string;
  readonly every?: number;
}

export function addNetwork(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("network")
    .description(
      say(
        "the network of one run over time, as dynamic GEXF for Gephi: residents with lifetimes, ties with trust",
        "输出一次运行的网络演变（动态 GEXF，供 Gephi 使用）：居民的存续与各条关系的信任",
      ),
    )
    .argument(
      "<scenario>",
      say(
        "a name from `list scenarios`, or a .json, .ts, .js or .mjs file",
        "`list scenarios` 中的名称，或 .json、.ts、.js、.mjs 文件",
      ),
    )
    .requiredOption("--out <file>", say("file to write", "输出文件"))
    .option(
      "--every <weeks>",
      say("weeks between observations (default: 4)", "每隔几周观察一次（默认 4）"),
      wholeNumber("--every", 1),
    );
  addScenarioOptions(addReplicate(command, session), session);
  addCommonOptions(command, session)
    .addHelpText(
      "after",
      `\n${say("Examples:", "示例：")}\n  linli network new-estate --out network.gexf\n  linli network old-district --seed 7 --until 2016-12-31 --every 13 --out quarters.gexf`,
    )
    .action((name: string, flags: HistoryFlags) => network(name, flags, session));
}

async function network(name: string, flags: HistoryFlags, session: Session): Promise<void> {
  checkPlace(flags.out);
  const { every, out, ...run } = flags;
  const plan = planOf(await assembled(name, flags), run, session);
  // no other command needs them
  const { recordNetwork } = await import("../observe/network/history.ts");
  const { historyToGexf } = await import("../observe/network/historyGexf.ts");
  const simulation = simulationOf(plan.jobs[0]!, { measures: [] });
  const history = recordNetwork(simulation, every === undefined ? {} : { every });
  const { scenario, seed } = simulation;
  const about = {
    creator: `linli ${VERSION}`,
    description: `${scenario.name}, seed ${seed}: who knows whom, with trust`,
  };
  await writeAt(out, (path) => writeLines(path, historyToGexf(history, about)));
  const { say } = session;
  const [n, m, k] = [history.residents.size, history.ties.length, history.dates.length];
  print(
    session,
    say(
      `written to ${out}: ${n} residents, ${m} directed ties, ${k} observations; seed ${seed}, final state ${simulation.run.hash()}`,
      `已写入 ${out}：${n}位居民，${m}条有向关系，${k}次观察；种子 ${seed}，终态 ${simulation.run.hash()}`,
    ),
  );
}
