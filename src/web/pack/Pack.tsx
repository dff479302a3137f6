/** The teacher's pack over the whole page, to be read and printed. */
import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { go, lang, say } from "../state/page.ts";
import { Blocks } from "./Blocks.tsx";
import { SECTIONS } from "./sections.ts";
import "./pack.css";

/** Opens beside the page, not in it: so that the page can be set aside for screen readers and printers alike. */
export function Pack({ close }: { readonly close: () => void }) {
  useEffect(() => {
    const page = document.getElementById("app");
    const root = document.createElement("div");
    root.className = "pack-root";
    const before = document.activeElement;
    document.body.append(root);
    if (page) page.inert = true;
    render(<Sheets close={close} />, root);
    return () => {
      render(null, root);
      root.remove();
      if (page) page.inert = false;
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return null;
}

function Sheets({ close }: { readonly close: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key === "Escape") close();
    };
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  }, [close]);
  return (
    <div class="pack" role="dialog" aria-modal="true" aria-labelledby="pack-title">
      <div class="pack-bar">
        <button class="button primary" type="button" onClick={() => print()}>
          {say("Print", "打印")}
        </button>
        <button class="button" type="button" onClick={() => go({ lang: lang.value === "zh" ? "en" : "zh" })}>
          {lang.value === "zh" ? "English" : "中文"}
        </button>
        <button class="button" type="button" onClick={close}>
          {say("Close", "关闭")}
        </button>
      </div>
      <div class="pack-sheets">
        <h1 id="pack-title" ref={heading} tabIndex={-1}>
          {say("Linli: teacher's pack", "邻里：教师资料包")}
        </h1>
        <p>
          {say(
            "How neighbors come to govern themselves: two neighborhoods, one model. A model, no forecast.",
            "邻里如何学会自治：两个社区，一个模型。模型不是预测。",
          )}
        </p>
        <ol class="pack-contents">
          {SECTIONS.map(({ name, title }) => (
            <li key={name}>{title[lang.value]}</li>
          ))}
        </ol>
        {SECTIONS.map(({ name, title, blocks }) => (
          <section key={name} class={`pack-section pack-${name}`}>
            <h2>{title[lang.value]}</h2>
            <Blocks blocks={blocks} />
          </section>
        ))}
        <p class="pack-source">
          {say(
            "After: Cao Feilian, Wan Yi & Zeng Fanmu (2019), on deliberation of self-organizations in community governance, two experiments of community building. doi:10.16152/j.cnki.xdxbsk.2019-02-014",
            "依据：曹飞廉、万怡、曾凡木（2019）《社区自组织嵌入社区治理的协商机制研究——以两个社区营造实验为例》，DOI：10.16152/j.cnki.xdxbsk.2019-02-014",
          )}
        </p>
      </div>
    </div>
  );
}
