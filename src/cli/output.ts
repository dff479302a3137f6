/** Where text goes, in which language, and whether it may be colored. */
import { styleText } from "node:util";
import { LINLI } from "../observe/command.ts";
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
  /** Whether the command line named the language, and not the system. */
  readonly named: boolean;
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

export function sessionIn(lang: Language, terminal: Terminal, named = false): Session {
  return { lang, named, terminal, say: (en, zh) => (lang === "zh" ? zh : en) };
}

/** A command to give next, ready to be pasted: it speaks the language that this one was told to speak. */
export function nextCommand(words: string, { lang, named }: Session): string {
  return `${LINLI} ${words}${named ? ` --lang ${lang}` : ""}`;
}

/**
 * What a command line names as its language: the last `--lang`.
 *
 * `npm start --lang zh` keeps the option for npm and hands on a bare `zh`, which is taken for it.
 */
export function languageNamed(argv: readonly string[]): string | undefined {
  const given = argv.flatMap((arg, i) =>
    arg === "--lang" ? [argv[i + 1]] : arg.startsWith("--lang=") ? [arg.slice(7)] : [],
  );
  const bare = argv[0] === "first" && ["en", "zh"].includes(argv[1] ?? "") ? argv[1] : undefined;
  return given.at(-1) ?? bare;
}

/** Language of a command line: what it names, else the locale of the environment. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  const lang = languageNamed(argv) ?? (/^zh/i.test(locale) ? "zh" : "en");
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
