/**
 * Every request that changes something must come from our own page. The form carries a token that follows from the
 * session's secret, and the browser's own word about where the request comes from must not contradict it.
 *
 * Our pages send no referrer, so browsers give forms the Origin "null"; Sec-Fetch-Site then tells. Neither is sent to a
 * plain-http address that is not this computer, where the token alone decides.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Ask, Guard } from "./context.ts";
import { originOf } from "./door.ts";
import { boundaryOf } from "./inbox/multipart.ts";
import { refusedPage } from "./views/refused.ts";

export const formTokenField = "form_token";
export const formTokenHeader = "x-form-token";

/** The same token looks different on each page (a random mask, then the masked token): compression gives nothing away. */
export function formToken(ask: Ask): string {
  const token = tokenOf(ask);
  if (token === undefined) return "";
  const mask = ask.var.web.world.random(token.length);
  return Buffer.concat([mask, xor(token, mask)]).toString("base64url");
}

/** Refuses what another site made the browser send. */
export const fromOwnPage: Guard = async (ask, next) => {
  if (ask.req.method === "GET" || ask.req.method === "HEAD") return next();
  if (!comesFromHere(ask)) return refuse(ask);
  const signingIn = ask.var.signedIn === undefined;
  if (signingIn || isUploadForm(ask) || isFormToken(ask, await sentToken(ask))) return next();
  return refuse(ask);
};

/** Whether the body is files on their way to the disk, which may be larger than what can be held. */
export const isUpload = (ask: Ask): boolean => ask.req.method === "PUT" || isUploadForm(ask);

export function isFormToken(ask: Ask, sent: string | undefined): boolean {
  const token = tokenOf(ask);
  const bytes = Buffer.from(sent ?? "", "base64url");
  if (token === undefined || bytes.length !== token.length * 2) return false;
  return timingSafeEqual(token, xor(bytes.subarray(token.length), bytes.subarray(0, token.length)));
}

export const refuse = (ask: Ask) =>
  ask.html(
    refusedPage(ask.var.assets, {
      title: "This did not come from our page",
      text: "The form was sent from another site, or its page was open for too long. Go back, load the page again and repeat it. Nothing was changed.",
    }),
    403,
  );

/** By the browser's own word, where it gives one. */
export function comesFromHere(ask: Ask): boolean {
  const site = ask.req.header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  const origin = ask.req.header("origin");
  return origin === undefined || origin === "null" || origin.toLowerCase() === originOf(ask);
}

async function sentToken(ask: Ask): Promise<string | undefined> {
  const header = ask.req.header(formTokenHeader);
  if (header !== undefined || isUpload(ask)) return header;
  const field = (await ask.req.parseBody())[formTokenField];
  return typeof field === "string" ? field : undefined;
}

/** That page reads the token itself, as the first field of the stream. */
const isUploadForm = (ask: Ask): boolean =>
  ask.req.method === "POST" &&
  ask.req.path === "/import/files" &&
  boundaryOf(ask.req.header("content-type")) !== undefined;

const tokenOf = (ask: Ask): Buffer | undefined =>
  ask.var.signedIn && createHmac("sha256", ask.var.signedIn.token).update("form").digest();

const xor = (one: Buffer, other: Buffer): Buffer => Buffer.from(one.map((byte, index) => byte ^ other[index]!));
