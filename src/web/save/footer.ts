/** What stands beneath a picture: where it comes from, so that anyone can make it again. */
import { place, say, VERSION } from "../state/page.ts";

export function footerLine(): string {
  const { seed } = place.value;
  return say(
    `Linli ${VERSION}, seed ${seed}. A model, not a forecast.`,
    `邻里${VERSION}，种子${seed}。这是模型，不是预测。`,
  );
}
