/** `linli why SCENARIO ITEM`: the life of one item of a run and what decided it. */
import type { Command } from "commander";
import { VERSION } from "../execution/version.ts";
import { replicateSeed } from "../kernel/random.ts";
import { thingOfCode } from "../observe/naming.ts";
import { type Life, why } from "../observe/why.ts";
import { addCommonOptions, addReplicate, addScenarioOptions, planOf, type RunFlags } from "./options.ts";
import { print, type Session, styled } from "./output.ts";
import { simulationOf } from "./replicate.ts";
import { storyLines } from "./report.ts";
import { assembled } from "./values.ts";

export function addWhy(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("why")
    .description(
      say("tell the life of one item of a run, and what decided it", "讲述一次运行中某一事项的经过及其决定因素"),
    )
    .argument(
      "<scenario>",
      say(
        "the scenario; with the same --seed, --set and --block it is the same run",
        "情景；--seed、--set 与 --block 相同即为同一次运行",
      ),
    )
    .argument(
      "<item>",
      say(
        "issue:12, organization:3, platform:0, jointAct:1, resident:44, or a name as printed",
        "issue:12、organization:3、platform:0、jointAct:1、resident:44，或所显示的名称",
      ),
    );
  addReplicate(addScenarioOptions(command, session), session).option(
    "--json",
    say("print one JSON object", "输出一个 JSON 对象"),
  );
  addCommonOptions(command, session)
    .addHelpText(
      "after",
      `\n${say("Examples:", "示例：")}\n  linli why new-estate platform:0\n  linli why old-district issue:12 --seed 7 --replicate 3`,
    )
    .action(async (name: string, item: string, flags: RunFlags) => {
      const plan = planOf(await assembled(name, flags), flags, session);
      const job = plan.jobs[0]!;
      const residents = thingOfCode(item)?.table === "residents";
      const simulation = simulationOf(job, residents ? { log: "all" } : {});
      const life = why(simulation.stepTo(simulation.until), item, session.lang);
      if (flags.json) print(session, JSON.stringify(asJson(life, name, plan.rootSeed, job.replicate)));
      else show(life, place(name, plan.rootSeed, job.replicate, say), session);
    });
}

function place(scenario: string, rootSeed: string, replicate: number, say: Session["say"]): string {
  return say(
    `${scenario}, root seed ${rootSeed}, replicate ${replicate}`,
    `${scenario}，随机种子 ${rootSeed}，重复${replicate}`,
  );
}

function asJson(life: Life, scenario: string, rootSeed: string, replicate: number): object {
  return { scenario, version: VERSION, rootSeed, replicate, seed: replicateSeed(rootSeed, replicate), ...life };
}

function show({ item, name, passages, verdict }: Life, run: string, session: Session): void {
  print(session, `${styled(session, "bold", name)} (${item})  ${run}`, "");
  print(session, ...storyLines(passages, session), "", styled(session, "bold", verdict));
}
