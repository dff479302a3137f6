/** The head of the page: what is run under which seed, and how it is shown. */
import { useEffect, useState } from "preact/hooks";
import { go, lang, place, say, VERSION } from "../state/page.ts";
import { applyTheme, nextTheme, THEMES, type Theme } from "./theme.ts";

export function Head() {
  return (
    <header class="head">
      <h1>{say("Linli: how neighbors come to govern themselves", "邻里：邻里如何学会自治")}</h1>
      <SeedBox />
      <ThemeButton />
      <SizeButton />
      <FullScreen />
      <button class="button" type="button" lang={lang.value === "zh" ? "en" : "zh-Hans"} onClick={switchLanguage}>
        {lang.value === "zh" ? "English" : "中文"}
      </button>
      <span class="muted small">{VERSION}</span>
    </header>
  );
}

const switchLanguage = () => go({ lang: lang.value === "zh" ? "en" : "zh" });

function SeedBox() {
  const { seed } = place.value;
  const [text, setText] = useState(seed);
  useEffect(() => setText(seed), [seed]);
  const set = (event: Event) => {
    event.preventDefault();
    if (text.trim() !== "") go({ seed: text.trim() });
  };
  return (
    <form class="seed" onSubmit={set}>
      <label>
        {say("Seed", "随机种子")}{" "}
        <input
          id="seed"
          size={8}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={set}
          autocomplete="off"
        />
      </label>{" "}
      <button class="button" type="button" onClick={() => go({ week: 0 })}>
        {say("Reset, same seed", "重来（同一种子）")}
      </button>{" "}
      <button class="button" type="button" onClick={() => go({ seed: newSeed(), week: 0 })}>
        {say("New seed", "换种子")}
      </button>
    </form>
  );
}

/** Any seed will do that was not there before: drawn by the browser, outside the model. */
function newSeed(): string {
  return String(crypto.getRandomValues(new Uint16Array(1))[0]);
}

function ThemeButton() {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => applyTheme(theme), [theme]);
  return (
    <button class="button" type="button" onClick={() => setTheme(nextTheme(theme))}>
      {THEMES[theme][lang.value]}
    </button>
  );
}

const SIZES = [16, 20, 24];

/** Larger letters, for the last row of a class. */
function SizeButton() {
  const [size, setSize] = useState(0);
  useEffect(() => document.documentElement.style.setProperty("--size", `${SIZES[size]}px`), [size]);
  return (
    <button class="button" type="button" onClick={() => setSize((size + 1) % SIZES.length)}>
      {say("Letters", "字号")} {["A", "A+", "A++"][size]}
    </button>
  );
}

function FullScreen() {
  const switchIt = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen();
  };
  return (
    <button class="button" type="button" onClick={switchIt}>
      {say("Full screen", "全屏")}
    </button>
  );
}
