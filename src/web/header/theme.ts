/** Light, dark, or as the system has it. */
import type { Text } from "../../model/vocabulary.ts";

export const THEMES = {
  system: { en: "Theme: system", zh: "主题：随系统" },
  light: { en: "Theme: light", zh: "主题：浅色" },
  dark: { en: "Theme: dark", zh: "主题：深色" },
} as const satisfies Readonly<Record<string, Text>>;
export const THEME_ICONS = { system: "half", light: "sun", dark: "moon" } as const;
export type Theme = keyof typeof THEMES;

export function nextTheme(theme: Theme): Theme {
  const names = Object.keys(THEMES) as Theme[];
  return names[(names.indexOf(theme) + 1) % names.length]!;
}

const dark = () => matchMedia("(prefers-color-scheme: dark)");

/** Sets the theme; returns what stops following the system. */
export function applyTheme(theme: Theme): () => void {
  const apply = () => {
    const shown = theme === "system" ? (dark().matches ? "dark" : "light") : theme;
    document.documentElement.dataset.theme = shown;
  };
  apply();
  const query = dark();
  query.addEventListener("change", apply);
  return () => query.removeEventListener("change", apply);
}
