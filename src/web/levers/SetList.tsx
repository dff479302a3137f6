/** What is set and changed of a side, each of it to be taken back. */
import { SCENARIOS } from "../engine/setting.ts";
import type { Side } from "../state/address.ts";
import { dropGhost, go, lang, place, resetSide, runs, say } from "../state/page.ts";
import { declaredOf, valueText } from "./declared.ts";

export function SetList({ side }: { readonly side: Side }) {
  const setting = place.value[side];
  const { ghost, scenario } = runs[side].value;
  const l = lang.value;
  const label = (name: string) => declaredOf(name, scenario).label[l];
  const without = (record: object, name: string) =>
    Object.fromEntries(Object.entries(record).filter(([n]) => n !== name));
  const entries = [
    ...Object.entries(setting.blocks).map(([block, from]) => ({
      key: block,
      text: `${block} ← ${SCENARIOS[from].title[l]}`,
      undo: () => go({ [side]: { ...setting, blocks: without(setting.blocks, block) } }),
    })),
    ...Object.entries(setting.values).map(([name, value]) => ({
      key: name,
      text: `${label(name)} = ${valueText(value, l)}`,
      undo: () => go({ [side]: { ...setting, values: without(setting.values, name) } }),
    })),
    ...setting.changes.flatMap((change) =>
      Object.entries(change.values).map(([name, value]) => ({
        key: `${name}@${change.date}`,
        text: say(
          `from ${change.date}: ${label(name)} = ${valueText(value, l)}`,
          `自${change.date}：${label(name)} = ${valueText(value, l)}`,
        ),
        undo: () => {
          const left = { ...change, values: without(change.values, name) };
          const changes = setting.changes.map((c) => (c === change ? left : c));
          go({ [side]: { ...setting, changes: changes.filter((c) => Object.keys(c.values).length > 0) } });
        },
      })),
    ),
  ];
  if (entries.length === 0 && ghost === null) return null;
  return (
    <section class="levers-set">
      <h2>{say("What is set", "已作的改动")}</h2>
      <ul>
        {entries.map(({ key, text, undo }) => (
          <li key={key}>
            {text}{" "}
            <button class="button" type="button" onClick={undo} aria-label={say(`Take back: ${text}`, `撤销：${text}`)}>
              {say("take back", "撤销")}
            </button>
          </li>
        ))}
      </ul>
      {entries.length > 0 && (
        <button class="button" type="button" onClick={() => resetSide(side)}>
          {say("All as in the scenario", "全部恢复原设定")}
        </button>
      )}{" "}
      {ghost && (
        <button class="button" type="button" onClick={() => dropGhost(side)}>
          {say("Drop the dashed line", "去掉虚线")}
        </button>
      )}
    </section>
  );
}
