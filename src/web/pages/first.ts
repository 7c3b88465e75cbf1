import { isShared } from "../../flows/owner/enter-by-name.ts";
import { openSessionByKey } from "../../flows/owner/session.ts";
import { hasSources } from "../../store/read/imports.ts";
import { answerPage, frameOf } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { isFromHere } from "../door.ts";
import { giveSession } from "../session.ts";
import { startView } from "../views/start.ts";
import { doorOf } from "./sign-in.ts";

/** The first page: the door for strangers, the ways on for a new owner, else the day. */
export async function showFirst(ask: Ask) {
  const key = ask.req.query("key");
  if (key !== undefined) return enterByKey(ask, key);
  const frame = frameOf(ask);
  if (ask.var.signedIn === undefined) {
    return answerPage(ask, frame, { title: "Open", body: await doorOf(ask, frame) });
  }
  const isFurnished = await hasSources(worldOf(ask).database, ownerIdOf(ask));
  return isFurnished
    ? ask.redirect("/today", 303)
    : answerPage(ask, frame, {
        title: "Welcome",
        body: startView(frame, { hasDemo: ask.var.web.demoDoor !== undefined }),
      });
}

/** The key is taken only from this computer, where one person is at home, and leaves the address bar at once. */
async function enterByKey(ask: Ask, key: string) {
  const session =
    isFromHere(ask) && !(await isShared(worldOf(ask)))
      ? await openSessionByKey(worldOf(ask), ownerIdOf(ask), key)
      : undefined;
  if (session !== undefined) {
    giveSession(ask, session);
    return ask.redirect("/", 303);
  }
  if (ask.var.signedIn !== undefined) return ask.redirect("/", 303);
  const frame = frameOf(ask);
  const trouble = "This key does not fit. A new start of Rapport prints a new one.";
  return answerPage(ask, frame, { title: "Open", body: await doorOf(ask, frame, trouble) }, 401);
}
