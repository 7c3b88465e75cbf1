import { z } from "zod";
import { checkPassphrase } from "../../flows/owner/passphrase.ts";
import { closeSession, openSession } from "../../flows/owner/session.ts";
import { answerPage, frameOf } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { visitorOf } from "../door.ts";
import { giveSession, takeSession } from "../session.ts";
import { doorView } from "../views/door.ts";
import { sayDistance } from "../views/when.ts";

const form = z.object({ passphrase: z.string().min(1) });

export async function signIn(ask: Ask) {
  const wanted = form.safeParse(await ask.req.parseBody());
  const entry = ask.var.gate.enter(visitorOf(ask));
  if (entry.kind === "wait") {
    const seen = { now: worldOf(ask).wall.now(), zone: ask.var.owner.zone };
    return refuse(ask, `Too many tries. Try again ${sayDistance(entry.until, seen)}.`, 429);
  }
  const isRight = wanted.success && (await checkPassphrase(worldOf(ask), ownerIdOf(ask), wanted.data.passphrase));
  if (!isRight) return refuse(ask, "That is not the passphrase.", 401);
  ask.var.gate.forgive(visitorOf(ask));
  giveSession(ask, await openSession(worldOf(ask), ownerIdOf(ask)));
  return ask.redirect("/", 303);
}

export async function signOut(ask: Ask) {
  if (ask.var.signedIn !== undefined) await closeSession(worldOf(ask), ownerIdOf(ask), ask.var.signedIn.sessionId);
  takeSession(ask);
  return ask.redirect("/", 303);
}

function refuse(ask: Ask, trouble: string, status: 401 | 429) {
  const frame = frameOf(ask);
  const body = doorView(frame, { canSignIn: ask.var.owner.hasPassphrase, trouble });
  return answerPage(ask, frame, { title: "Open", body }, status);
}
