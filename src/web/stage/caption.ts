/** The week of a neighborhood in a line: what the picture shows, in words; its date stands at the clock. */
import type { Language } from "../../observe/naming.ts";
import type { Frame } from "../engine/frame.ts";

export function captionOf(frame: Frame | null, lang: Language): string {
  if (!frame) return lang === "zh" ? "正在计算……" : "being computed …";
  const movedIn = frame.presence.reduce((sum, p) => sum + (p === 2 ? 1 : 0), 0);
  const bought = frame.presence.reduce((sum, p) => sum + (p === 1 ? 1 : 0), 0);
  const alive = frame.platforms.filter((p) => p.alive).length;
  const dormant = frame.platforms.length - alive;
  const { length: organizations } = frame.organizations;
  const { length: issues } = frame.issues;
  if (lang === "zh") {
    const parts = [`已入住${movedIn}人`];
    if (bought > 0) parts.push(`已购房未入住${bought}人`);
    parts.push(`自组织${organizations}个`, platformsZh(alive, dormant), `未了结议题${issues}项`);
    return `${parts.join("，")}。`;
  }
  const parts = [`${movedIn} live here`];
  if (bought > 0) parts.push(`${bought} have bought`);
  parts.push(count(organizations, "organization"), platformsEn(alive, dormant), count(issues, "open issue"));
  return `${parts.join(", ")}.`;
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;

function platformsEn(alive: number, dormant: number): string {
  if (alive + dormant === 0) return "no council or federation";
  const parts = [alive > 0 ? `${count(alive, "platform")} at work` : "", dormant > 0 ? `${dormant} suspended` : ""];
  return parts.filter((p) => p !== "").join(", ");
}

function platformsZh(alive: number, dormant: number): string {
  if (alive + dormant === 0) return "尚无协商平台";
  const parts = [alive > 0 ? `运转中的协商平台${alive}个` : "", dormant > 0 ? `停摆${dormant}个` : ""];
  return parts.filter((p) => p !== "").join("，");
}
