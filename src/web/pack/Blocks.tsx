/** The blocks of a section. */
import { commandIn } from "../../observe/command.ts";
import { lang, say } from "../state/page.ts";
import type { Block, RoleCard } from "./section.ts";

export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, k) => (
        <One key={k} block={block} />
      ))}
    </>
  );
}

function One({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "text":
      return <p>{block.text[lang.value]}</p>;
    case "heading":
      return <h3>{block.text[lang.value]}</h3>;
    case "code":
      return <pre>{block.lines.map(typed).join("\n")}</pre>;
    case "cards":
      return (
        <div class="pack-cards">
          {block.cards.map((card) => (
            <Card key={card.role.en} card={card} />
          ))}
        </div>
      );
    case "list":
      return block.ordered ? <ol>{itemsOf(block)}</ol> : <ul>{itemsOf(block)}</ul>;
    case "table":
      return <Table block={block} />;
  }
}

const typed = (line: string) => (line.startsWith("#") ? line : commandIn(line, lang.value));

function itemsOf({ items }: Extract<Block, { kind: "list" }>) {
  return items.map((item) => <li key={item.en}>{item[lang.value]}</li>);
}

function Table({ block: { head, rows } }: { readonly block: Extract<Block, { kind: "table" }> }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell, k) => {
            const label = cell[lang.value];
            return label === "" ? (
              <td key={k} />
            ) : (
              <th key={k} scope="col">
                {label}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, r) => (
          <tr key={r}>
            {row.map((cell, k) => (
              <td key={k}>{cell[lang.value]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Card({ card }: { readonly card: RoleCard }) {
  return (
    <article class="pack-card">
      <h3>{card.role[lang.value]}</h3>
      <p>{card.who[lang.value]}</p>
      <p>
        <strong>{say("You want: ", "你想要：")}</strong>
        {card.wants[lang.value]}
      </p>
      <p>
        <strong>{say("You can give: ", "你能拿出：")}</strong>
        {card.gives[lang.value]}
      </p>
      <p class="pack-secret">
        <strong>{say("Keep to yourself: ", "只有你知道：")}</strong>
        {card.secret[lang.value]}
      </p>
    </article>
  );
}
