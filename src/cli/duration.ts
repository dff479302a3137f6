/** Times as a reader meets them. */
import type { Say } from "./output.ts";

/** A length of time in one or two units, say `40 ms`, `8.3 s`, `12 min` or `3 h 20 min`. */
export function duration(seconds: number, say: Say): string {
  if (seconds < 0.95) return say(`${Math.round(seconds * 1000)} ms`, `${Math.round(seconds * 1000)}毫秒`);
  if (seconds < 9.95) return say(`${seconds.toFixed(1)} s`, `${seconds.toFixed(1)}秒`);
  const whole = Math.round(seconds);
  if (whole < 100) return say(`${whole} s`, `${whole}秒`);
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return say(`${minutes} min`, `${minutes}分钟`);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours >= 48) return say(`${Math.round(hours / 24)} days`, `${Math.round(hours / 24)}天`);
  return rest === 0 ? say(`${hours} h`, `${hours}小时`) : say(`${hours} h ${rest} min`, `${hours}小时${rest}分钟`);
}
