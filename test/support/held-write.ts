/**
 * Catches a program's next change at a provider on its way, so that whoever lies in wait can kill the program just then: before
 * the provider has it, or when it is done there and not answered yet.
 */
import type { Answer } from "../../src/sandbox/loopback.ts";

/** `asked`: it reaches the provider only when it is let go, whoever sent it being dead or not. `done`: its answer is what is held. */
export type Moment = "asked" | "done";

type Wish = { moment: Moment; isMet: boolean; isCaught: boolean; over: Promise<void>; end: () => void };

export class HeldWrite {
  private wish: Wish | undefined;

  /** What asks through this is held back when its turn has come. */
  through(answer: Answer): Answer {
    return async (request) => {
      const { wish } = this;
      if (wish === undefined || wish.isMet || !isWrite(request)) return answer(request);
      wish.isMet = true;
      if (wish.moment === "asked") await hold(wish);
      const answered = await answer(request);
      if (wish.moment === "done") await hold(wish);
      return answered;
    };
  }

  /** The next one from now on. */
  holdNext(moment: Moment): void {
    this.release();
    const { promise: over, resolve: end } = Promise.withResolvers<void>();
    this.wish = { moment, isMet: false, isCaught: false, over, end };
  }

  isCaught(): boolean {
    return this.wish?.isCaught === true;
  }

  /** What is held goes its way, and nothing is waited for any more. */
  release(): void {
    this.wish?.end();
    this.wish = undefined;
  }
}

/** Until its wish is over: at once where it is over already. */
async function hold(wish: Wish): Promise<void> {
  wish.isCaught = true;
  await wish.over;
}

/** Of letters, drafts and events; tokens, watches and batches of questions are posted too. */
function isWrite({ method, url }: Request): boolean {
  return method !== "GET" && /\/(?:messages|drafts|events|sendMail)\b/.test(new URL(url).pathname);
}
