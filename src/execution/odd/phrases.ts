/** Values of events, which are declared in English, in the document's language. */
import type { Language } from "../../observe/naming.ts";

const VALUES: Readonly<Record<string, string>> = {
  "kind of the agenda": "议程中的议题类型",
  "code of the need": "需求编码",
  "code of the new need": "新需求的编码",
  "members at the end": "解散时的成员数",
  "code of the orientation": "取向编码",
  "1: a round on public issues": "1：公共议题轮次",
  "1 + code of the role that convenes": "1 加召集机构的编码",
  "delegates present": "到会代表数",
  "meetings held": "已开会议次数",
  organizations: "组织数",
};

/** What the number of an event means. */
export function eventValue(value: string, lang: Language): string {
  return lang === "zh" ? (VALUES[value] ?? value) : value;
}

/** Whether a value of events has its Chinese text. */
export const hasEventValue = (value: string) => Object.hasOwn(VALUES, value);
