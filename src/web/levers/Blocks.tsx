/** Whole blocks of the context, from another neighborhood. */

import type { Side } from "../../experiments/page/address.ts";
import type { ScenarioName } from "../../experiments/page/setting.ts";
import { BLOCK_NAMES, type BlockName } from "../../model/context.ts";
import { SCENARIOS } from "../engine/setting.ts";
import { go, lang, place, SCENARIO_NAMES, say } from "../state/page.ts";

const BLOCK_TEXTS: Readonly<Record<BlockName, { en: string; zh: string }>> = {
  start: { en: "who lives there and how they know one another", zh: "住着谁、彼此多熟（start）" },
  founding: { en: "who founds organizations and the council", zh: "组织与议事会由谁发起（founding）" },
  timing: { en: "when events, coaching and councils come", zh: "活动、辅导与议事会的时间（timing）" },
  agenda: { en: "what is on the agenda", zh: "议什么事（agenda）" },
  team: { en: "the builder team and who pays it", zh: "营造团队及其出资方（team）" },
  support: { en: "support: committee, rooms, money, law", zh: "支持：居委会、场地、经费、法规（support）" },
  procedure: { en: "the procedure of councils", zh: "议事程序（procedure）" },
};

export function Blocks({ side }: { readonly side: Side }) {
  const setting = place.value[side];
  const set = (block: BlockName, from: string) => {
    const { [block]: _, ...rest } = setting.blocks;
    go({
      [side]: { ...setting, blocks: from === setting.scenario ? rest : { ...rest, [block]: from as ScenarioName } },
    });
  };
  return (
    <section>
      <h2>{say("Whole blocks from another neighborhood", "整块换成另一个社区的")}</h2>
      <p class="small muted">{say("Whole blocks hold from the outset.", "整块替换只能从一开始生效。")}</p>
      {BLOCK_NAMES.map((block) => (
        <div key={block} class="lever" id={`lever-${block}`}>
          <label class="lever-question" for={`set-${block}`}>
            {BLOCK_TEXTS[block][lang.value]}
          </label>
          <select
            id={`set-${block}`}
            value={setting.blocks[block] ?? setting.scenario}
            onChange={(event) => set(block, event.currentTarget.value)}
          >
            {SCENARIO_NAMES.map((name) => (
              <option key={name} value={name}>
                {SCENARIOS[name].title[lang.value]}
              </option>
            ))}
          </select>
        </div>
      ))}
    </section>
  );
}
