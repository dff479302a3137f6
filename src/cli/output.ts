/** Where text goes, in which language, and whether it may be colored. */
import { styleText } from "node:util";
import type { Language } from "../observe/naming.ts";

/** The two streams of a command, and what they can show. */
export interface Terminal {
  /** Results. */
  write(text: string): void;
  /** Errors and progress. */
  warn(text: string): void;
  /** Whether results may be colored. */
  readonly colors: boolean;
  /** Whether progress may be drawn over itself. */
  readonly live: boolean;
  /** Columns of the result's lines. */
  readonly width: number;
}

/** Says a text in the session's language. */
export type Say = (en: string, zh: string) => string;

/** What every command is given. */
export interface Session {
  readonly lang: Language;
  readonly say: Say;
  readonly terminal: Terminal;
}

const NARROWEST = 72;
const WIDEST = 120;
const WITHOUT_TERMINAL = 100;

/** The terminal of this process. Colors are off when piped, or with NO_COLOR set. */
export function processTerminal(env: NodeJS.ProcessEnv): Terminal {
  const { stdout, stderr } = process;
  const columns = stdout.isTTY ? stdout.columns || WITHOUT_TERMINAL : WITHOUT_TERMINAL;
  return {
    write: (text) => void stdout.write(text),
    warn: (text) => void stderr.write(text),
    colors: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb",
    live: stderr.isTTY === true && env.TERM !== "dumb",
    width: Math.min(WIDEST, Math.max(NARROWEST, columns)),
  };
}

export function sessionIn(lang: Language, terminal: Terminal): Session {
  return { lang, terminal, say: (en, zh) => (lang === "zh" ? zh : en) };
}

/**
 * Language of a command line: the last `--lang`, else the locale of the environment.
 *
 * `npm start --lang zh` keeps the option for npm and hands on a bare `zh`, which is taken for it.
 */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const given = argv.flatMap((arg, i) =>
    arg === "--lang" ? [argv[i + 1]] : arg.startsWith("--lang=") ? [arg.slice(7)] : [],
  );
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  const bare = argv[0] === "first" && ["en", "zh"].includes(argv[1] ?? "") ? argv[1] : undefined;
  const lang = given.at(-1) ?? bare ?? (/^zh/i.test(locale) ? "zh" : "en");
  return lang === "zh" ? "zh" : "en";
}

type Style = Parameters<typeof styleText>[0];

/** The text in a style, where colors are on. */
export function styled(session: Session, style: Style, text: string): string {
  return session.terminal.colors ? styleText(style, text, { validateStream: false }) : text;
}

/** Writes lines of results. */
export function print(session: Session, ...lines: readonly string[]): void {
  session.terminal.write(`${lines.join("\n")}\n`);
}

/** Writes a heading with an empty line before it. */
export function heading(session: Session, text: string): void {
  print(session, "", styled(session, "bold", text));
}
