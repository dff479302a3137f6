/** The address of a Redis server: read from a URL, and named without its password. */
import { InputError } from "../../kernel/check.ts";

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls: boolean;
  /** As it is named in messages: never with user or password. */
  readonly label: string;
}

const PORT = 6379;

/**
 * Reads `redis://user:password@host:port/db`; `rediss:` is the same over TLS.
 *
 * @param option - What errors call the text.
 * @throws InputError that never shows what may be a password.
 */
export function parseAddress(text: string, option = "--redis"): Address {
  const found = /^(rediss?):\/\/(?:([^@/]*)@)?(\[[0-9a-f:.]+\]|[^@/:?#[\]]+)(?::(\d{1,5}))?(?:\/(\d{1,5})?)?$/i.exec(
    text,
  );
  const port = Number(found?.[4] ?? PORT);
  const login = loginOf(found?.[2]);
  if (!found || port < 1 || port > 65535 || login === undefined)
    throw new InputError(`${option} must be an address such as redis://user:password@host:6379/0; got ${hidden(text)}`);
  const host = found[3]!.replace(/^\[|\]$/g, "");
  const db = Number(found[5] ?? 0);
  return { host, port, db, ...login, tls: found[1]!.toLowerCase() === "rediss", label: `${found[3]}:${port}/${db}` };
}

/** User and password; undefined for what cannot be read. */
function loginOf(text = ""): Pick<Address, "username" | "password"> | undefined {
  const [name, ...rest] = text.split(":");
  try {
    const [username, password] = [name!, rest.join(":")].map(decodeURIComponent);
    return { ...(username ? { username } : {}), ...(password ? { password } : {}) };
  } catch {
    return undefined;
  }
}

/** The text without what stands before the last @, in which a password may hide. */
function hidden(text: string): string {
  const at = text.lastIndexOf("@");
  const shown = at < 0 ? text : `…${text.slice(at)}`;
  return JSON.stringify(shown.length > 60 ? `${shown.slice(0, 59)}…` : shown);
}
