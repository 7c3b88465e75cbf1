/** Answers with a page in the frame, or a redirect after something was done. */
import { attachmentNamed } from "./attachment.ts";
import type { Ask } from "./context.ts";
import { formToken } from "./csrf.ts";
import { type UndoWish, undoIn, undoText } from "./undo-wish.ts";
import { type Done, doneWords } from "./views/done.ts";
import { type Frame, layout, type PageParts } from "./views/layout.ts";
import { refusedPage } from "./views/refused.ts";

export const frameOf = (ask: Ask): Frame => ({
  assets: ask.var.assets,
  icons: ask.var.assets.path("icons.svg"),
  token: formToken(ask),
  seen: { now: ask.var.now, zone: ask.var.owner.zone },
  viewpoint: ask.var.viewpoint,
  hasOwnerName: ask.var.owner.name !== undefined,
  isSignedIn: ask.var.signedIn !== undefined,
  isOperator: ask.var.owner.isOperator,
  said: doneWords(ask.req.query("done")),
  undo: undoIn(ask),
  demoAt: ask.var.web.demoTime === undefined ? undefined : { path: ask.req.path },
});

export const answerPage = (ask: Ask, frame: Frame, parts: PageParts, status: 200 | 400 | 401 | 409 | 429 | 507 = 200) =>
  ask.html(layout(frame, parts), status);

export const answerAbsent = (ask: Ask) =>
  ask.html(
    refusedPage(ask.var.assets, { title: "Not here", text: "There is nothing at this address, or it is gone." }),
    404,
  );

/** For what no page of ours sends. */
export const answerNotUnderstood = (ask: Ask) =>
  ask.html(
    refusedPage(ask.var.assets, {
      title: "Not understood",
      text: "Something in the form is missing or not as it should be. Go back and try again; nothing was changed.",
    }),
    400,
  );

/** A file to keep, under a name in any script. */
export function answerFile(
  ask: Ask,
  { name, type, content }: { name: string; type: string; content: string | Buffer },
) {
  ask.header("Content-Type", type);
  ask.header("Content-Disposition", attachmentNamed(name));
  return ask.body(typeof content === "string" ? content : new Uint8Array(content));
}

/** After a form: to the page that shows the result, which says once what was done, and offers to undo it. */
export function goOn(ask: Ask, path: string, done?: Done, undo?: UndoWish) {
  const url = new URL(path, ourOrigin);
  if (done !== undefined) url.searchParams.set("done", done);
  if (undo !== undefined) url.searchParams.set("undo", undoText(undo));
  return ask.redirect(`${url.pathname}${url.search}${url.hash}`, 303);
}

/** A path of ours that a form names as its way back; anything else is not followed. */
export const wayBack = (path: unknown, otherwise: string): string =>
  typeof path === "string" && isPathOfOurs(path) ? path : otherwise;

/** Also once a browser has resolved its dots: `/.//host` leads to another host. */
function isPathOfOurs(path: string): boolean {
  const url = URL.parse(path, ourOrigin);
  const isHere = url?.origin === ourOrigin && !url.pathname.startsWith("//");
  return isHere && /^\/[^\s\\]*$/.test(path);
}

const ourOrigin = "http://here";
