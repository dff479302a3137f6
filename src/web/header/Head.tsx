/** The head of the page: what is run under which seed, and how it is shown. */
import { useEffect, useState } from "preact/hooks";
import { Icon, type IconName } from "../icon.tsx";
import { go, lang, place, playing, say, VERSION } from "../state/page.ts";
import { applyTheme, nextTheme, THEME_ICONS, THEMES, type Theme } from "./theme.ts";

export function Head() {
  return (
    <header class="head">
      <h1>
        {say("Linli: how neighbors come to govern themselves", "邻里：邻里如何学会自治")}{" "}
        <span class="muted small">{VERSION}</span>
      </h1>
      <SeedBox />
      <div class="head-view">
        <ThemeButton />
        <SizeButton />
        <IconButton icon="screen" label={say("Full screen", "全屏")} onClick={switchFullScreen} />
        <button class="button" type="button" lang={lang.value === "zh" ? "en" : "zh-Hans"} onClick={switchLanguage}>
          {lang.value === "zh" ? "English" : "中文"}
        </button>
      </div>
    </header>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
}

function IconButton({ icon, label, onClick }: IconButtonProps) {
  return (
    <button class="button" type="button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

const switchLanguage = () => go({ lang: lang.value === "zh" ? "en" : "zh" });

function switchFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen();
}

function restart(seed: string): void {
  playing.value = false;
  go({ seed, week: 0 });
}

function SeedBox() {
  const { seed } = place.value;
  const [text, setText] = useState(seed);
  useEffect(() => setText(seed), [seed]);
  const set = (event: Event) => {
    event.preventDefault();
    if (text.trim() === "") setText(seed);
    else if (text.trim() !== seed) restart(text.trim());
  };
  return (
    <form class="head-seed" onSubmit={set}>
      <label title={say("Which luck: the same seed gives the same run", "决定随机因素：同一种子，同一次运行")}>
        {say("Seed", "随机种子")}{" "}
        <input
          id="seed"
          size={7}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={set}
          autocomplete="off"
        />
      </label>
      <button class="button" type="button" onClick={() => restart(seed)}>
        <Icon name="again" />
        <span class="words">{say("Reset, same seed", "重来（同一种子）")}</span>
      </button>
      <button class="button" type="button" onClick={() => restart(newSeed())}>
        <Icon name="dice" />
        <span class="words">{say("New seed", "换种子")}</span>
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
    <IconButton
      icon={THEME_ICONS[theme]}
      label={THEMES[theme][lang.value]}
      onClick={() => setTheme(nextTheme(theme))}
    />
  );
}

/** Larger letters, for the last row of a class. */
const SIZES = [16, 20, 24];

function SizeButton() {
  const [size, setSize] = useState(0);
  useEffect(() => document.documentElement.style.setProperty("--size", `${SIZES[size]}px`), [size]);
  const percent = (100 * SIZES[size]!) / SIZES[0]!;
  const label = say(`Projector size: ${percent} %`, `投影字号：${percent}%`);
  return <IconButton icon="letters" label={label} onClick={() => setSize((size + 1) % SIZES.length)} />;
}
