/** Finds out what became of a letter that was told to go, and whose provider never said whether it did. */

import { because } from "../../domain/because.ts";
import { evolveSending, type LetterThere, reconcile } from "../../domain/draft/sending.ts";
import { changeLetterEffect } from "../../store/effects.ts";
import { pollMail } from "../accounts/scan-mail.ts";
import { writtenAt } from "../write-back/look-at-draft.ts";
import { finishLetter } from "./finish-letter.ts";
import { lookForMail } from "./look-for-mail.ts";
import { keepWaiting, type Leaving } from "./send-letter.ts";

/** The letter as it goes on when it never left; undefined when it is over, or has to wait. */
export async function reconcileLetter(leaving: Leaving): Promise<Leaving | undefined> {
  const { desk, effect } = leaving;
  const { world, owner } = desk;
  const { sending } = effect;
  if (sending.state !== "unknown")
    throw new RangeError(`of a letter that is ${sending.state} nothing is to be found out`);
  const step = reconcile(sending, await lookFor(leaving, sending), world.clock.now());
  switch (step.kind) {
    case "wait":
      await keepWaiting(desk, effect, { until: step.until, because: notKnownYet });
      return undefined;
    case "left":
      await finishLetter(desk, effect, {
        kind: "sent",
        at: step.at,
        ...(step.messageRef !== undefined && { ref: step.messageRef }),
      });
      return undefined;
    case "withdrawn":
      await finishLetter(desk, effect, { kind: "withdraw", because: step.because });
      return undefined;
    case "asked":
      await finishLetter(desk, effect, { kind: "ask", because: step.because });
      return undefined;
    case "found_waiting": {
      const waiting = evolveSending(sending, { kind: "found_waiting", until: world.wall.now() });
      const moved = await changeLetterEffect(world.database, owner, effect, { sending: waiting }, world.clock.now());
      await world.failpoint("send_letter.found_waiting");
      return moved && { ...leaving, effect: moved };
    }
  }
}

const notKnownYet = because("R41.not_known_yet", "Your provider has not said whether it left; it will be looked for.");

async function lookFor(
  { desk, drafts, effect }: Leaving,
  { draftRef, at }: { draftRef: string; at: LetterAt },
): Promise<LetterThere> {
  const { world, owner, signal } = desk;
  const there = await lookForMail(drafts, { draftRef, marker: effect.marker, at }, signal);
  if (there.kind !== "gone") return there;
  // Where a provider drops our marker when it sends, the mail that was read tells.
  await pollMail(world, owner, effect.accountId, signal);
  const found = await writtenAt(desk, effect.draftId, at);
  return found === undefined ? { kind: "gone" } : { kind: "sent", at: found };
}

type LetterAt = Extract<Leaving["effect"]["sending"], { state: "unknown" }>["at"];
