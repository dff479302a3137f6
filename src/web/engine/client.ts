/** The page's end of a side's worker. */

import type { Setting } from "../../experiments/page/setting.ts";
import type { Language } from "../../observe/naming.ts";
import type { Card } from "./cards.ts";
import type { Answer, Request } from "./messages.ts";
import SimWorker from "./sim.worker.ts?worker&inline";

type RunAnswer = Exclude<Answer, { tell: "card" }>;

export class Client {
  readonly #worker = new SimWorker();
  readonly #looks = new Map<number, { resolve: (card: Card) => void; reject: (error: Error) => void }>();
  #asked = 0;
  #run = 0;

  /** @param onAnswer - What the latest run tells; answers of runs before it are dropped. */
  constructor(onAnswer: (answer: RunAnswer) => void) {
    this.#worker.onmessage = ({ data: answer }: MessageEvent<Answer>) => {
      if ("look" in answer && answer.look !== undefined) this.#answerLook(answer);
      else if (answer.tell !== "card" && answer.run === this.#run) onAnswer(answer);
    };
  }

  run(setting: Setting, seed: string): void {
    this.#ask({ ask: "run", run: ++this.#run, setting, seed });
  }

  /** A look at a thing in a week of the run; rejects with a line for the reader. */
  look(item: string, week: number, lang: Language): Promise<Card> {
    const look = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#looks.set(look, { resolve, reject });
      this.#ask({ ask: "look", look, item, week, lang });
    });
  }

  #ask(request: Request): void {
    this.#worker.postMessage(request);
  }

  #answerLook(answer: Answer & { readonly look?: number }): void {
    const waiting = this.#looks.get(answer.look!);
    this.#looks.delete(answer.look!);
    if (answer.tell === "card") waiting?.resolve(answer.card);
    else if (answer.tell === "failed") waiting?.reject(new Error(answer.message));
  }
}
