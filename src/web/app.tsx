/** The page as a whole: what stands where. */
import { useEffect } from "preact/hooks";
import { SIDES } from "../experiments/page/address.ts";
import { Charts } from "./charts/Charts.tsx";
import { Clock } from "./clock/Clock.tsx";
import { Head } from "./header/Head.tsx";
import { Icon } from "./icon.tsx";
import { Panel } from "./panel/Panel.tsx";
import { Stage } from "./stage/Stage.tsx";
import { lang, notice, say } from "./state/page.ts";

export function App() {
  useEffect(() => {
    document.documentElement.lang = lang.value === "zh" ? "zh-Hans" : "en";
    document.title = say("Linli: how neighbors come to govern themselves", "邻里：邻里如何学会自治");
  }, [lang.value]);
  return (
    <>
      <div>
        <Head />
        {notice.value && (
          <div class="notice" role="status">
            {notice.value[lang.value]}{" "}
            <button
              class="button"
              type="button"
              aria-label={say("Close", "关闭")}
              onClick={() => (notice.value = null)}
            >
              <Icon name="close" />
            </button>
          </div>
        )}
      </div>
      <main class="body">
        <div class="scene">
          <div class="stages">
            {SIDES.map((side) => (
              <Stage key={side} side={side} />
            ))}
          </div>
          <Charts />
        </div>
        <Panel />
      </main>
      <Clock />
    </>
  );
}
