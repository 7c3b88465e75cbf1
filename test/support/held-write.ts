/**
 * Catches a program's next change at a provider on its way, so that whoever lies in wait can kill the program just then: before
 * the provider has it, or when it is done there and not answered yet.
 */
import type { Answer } from "../../src/sandbox/loopback.ts";

/** `asked`: it reaches the provider only when it is let go, whoever sent it being dead or not. `done`: its answer is what is held. */
export type Moment = "asked" | "done";

export class HeldWrite {
  private moment: Moment | undefined;
  private letGo: (() => void) | undefined;

  /** What asks through this is held back when its turn has come. */
  through(answer: Answer): Answer {
    return async (request) => {
      if (this.moment === undefined || this.letGo !== undefined || !isWrite(request)) return answer(request);
      const { moment } = this;
      const gone = new Promise<void>((resolve) => {
        this.letGo = resolve;
      });
      if (moment === "asked") await gone;
      const answered = await answer(request);
      if (moment === "done") await gone;
      return answered;
    };
  }

  /** The next one from now on. */
  holdNext(moment: Moment): void {
    this.moment = moment;
  }

  isCaught(): boolean {
    return this.letGo !== undefined;
  }

  /** What is held goes its way, and nothing is waited for any more. */
  release(): void {
    this.moment = undefined;
    this.letGo?.();
    this.letGo = undefined;
  }
}

/** Of letters, drafts and events; tokens, watches and batches of questions are posted too. */
function isWrite({ method, url }: Request): boolean {
  return method !== "GET" && /\/(?:messages|drafts|events|sendMail)\b/.test(new URL(url).pathname);
}
