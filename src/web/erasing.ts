/** While everything of an owner is erased no page shows anything of it, and nothing can be asked for. */
import { readRowsErased } from "../store/read/erasing.ts";
import { answerPage, frameOf } from "./answer.ts";
import { type Guard, ownerIdOf, worldOf } from "./context.ts";
import { erasingPanel, erasingView } from "./views/privacy-erase.ts";

export const noPageWhileErasing: Guard = async (ask, next) => {
  if (!ask.var.owner.isBeingErased) return next();
  const rowsGone = await readRowsErased(worldOf(ask).database, ownerIdOf(ask));
  if (ask.req.header("hx-request") !== undefined) return ask.html(erasingPanel(rowsGone));
  if (ask.req.method !== "GET") return ask.text("Everything is being erased.", 409);
  const frame = { ...frameOf(ask), isSignedIn: false };
  return answerPage(ask, frame, { title: "Erasing", againSeconds: 2, body: erasingView(rowsGone) });
};
