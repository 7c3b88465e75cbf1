import { createHash } from "node:crypto";
import { z } from "zod";
import { goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { formTokenField, isFormToken, refuse } from "../csrf.ts";
import { trayName } from "../inbox/inbox.ts";
import { BrokenForm, boundaryOf, type FormPart, formParts } from "../inbox/multipart.ts";
import { offsetHere, type Piece, type Received, receivePiece, receiveWhole } from "../inbox/receive.ts";
import { sayBytes } from "../views/when.ts";
import { showImport } from "./import.ts";

const print = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** How much of the file is here already: `Upload-Offset`. */
export async function lookForFile(ask: Ask) {
  const name = nameIn(ask);
  const wanted = z.object({ print, bytes }).safeParse(ask.req.query());
  if (name === undefined || !wanted.success) return ask.body(null, 400);
  const offset = await offsetHere(ask.var.inbox, ownerIdOf(ask), {
    name,
    print: wanted.data.print,
    wholeBytes: wanted.data.bytes,
  });
  return ask.body(null, 200, { "Upload-Offset": String(offset) });
}

/** One piece of a file, or the whole of it: `PUT /import/files/NAME`, streamed to the disk. */
export async function putFile(ask: Ask) {
  const piece = pieceIn(ask);
  if (piece === undefined) return ask.text("The name or the range of the file is not understood.", 400);
  try {
    return answer(ask, await receivePiece(ask.var.inbox, ownerIdOf(ask), piece, bodyOf(ask)));
  } catch (error) {
    if (error instanceof BrokenUpload) return ask.text("The upload broke off.", 400);
    throw error;
  }
}

/** Without a script: a form with files, read as a stream. Its first field is the token, so nothing is written without it. */
export async function postFiles(ask: Ask) {
  const boundary = boundaryOf(ask.req.header("content-type"));
  if (boundary === undefined) return showImport(ask, "The form was not understood.");
  try {
    const outcome = await takeParts(ask, formParts(bodyOf(ask), boundary));
    if (outcome === "not_ours") return refuse(ask);
    return outcome === undefined ? goOn(ask, "/import") : showImport(ask, sayRefused(outcome));
  } catch (error) {
    if (error instanceof BrokenForm || error instanceof BrokenUpload)
      return showImport(ask, "The upload broke off. Send the files once more.");
    throw error;
  }
}

async function takeParts(ask: Ask, parts: AsyncIterable<FormPart>): Promise<Received | "not_ours" | undefined> {
  let isOurs = false;
  for await (const { name, filename, body } of parts) {
    if (name === formTokenField) isOurs = isFormToken(ask, await shortText(body));
    if (!isOurs) return "not_ours";
    const known = filename === undefined ? undefined : trayName(filename);
    if (known === undefined) continue;
    const room = await ask.var.inbox.room(ownerIdOf(ask), 0);
    if (room.kind !== "room") return room;
    const file = { name: known, print: freshPrint(ask), bytesMax: ask.var.web.settings.uploadQuotaBytes };
    const received = await receiveWhole(ask.var.inbox, ownerIdOf(ask), file, body);
    if (received.kind !== "whole") return received;
  }
  return undefined;
}

const tokenCharsMax = 200;

async function shortText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) {
    if (Buffer.concat(chunks).length < tokenCharsMax) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("latin1", 0, tokenCharsMax);
}

function answer(ask: Ask, received: Received) {
  switch (received.kind) {
    case "whole":
      return ask.json({ bytes: received.bytes }, 201);
    case "more":
      return ask.body(null, 202, { "Upload-Offset": String(received.offset) });
    case "elsewhere":
    case "damaged":
      return ask.body(null, 409, { "Upload-Offset": String(received.offset) });
    case "too_long":
      return ask.text(sayRefused(received), 400);
    case "over_quota":
    case "disk_full":
      return ask.text(sayRefused(received), 507);
  }
}

function sayRefused(received: Received): string {
  switch (received.kind) {
    case "over_quota":
      return `Rapport's folder for files may hold ${sayBytes(received.quotaBytes)}. Have the waiting files read or take some out first.`;
    case "disk_full":
      return "There is too little free space left on the disk for this file.";
    default:
      return "The file is longer than was announced.";
  }
}

/** `Content-Range: bytes 0-4194303/524288000`; a PUT without it brings the whole file. */
function pieceIn(ask: Ask): Piece | undefined {
  const name = nameIn(ask);
  const length = bytes.safeParse(ask.req.header("content-length"));
  const range = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(ask.req.header("content-range") ?? "bytes 0-0/0");
  const known = print.safeParse(ask.req.query("print"));
  if (name === undefined || range === null || !length.success) return undefined;
  if (ask.req.header("content-range") === undefined) {
    return { name, print: known.data ?? freshPrint(ask), from: 0, wholeBytes: length.data };
  }
  const [from, last, wholeBytes] = range.slice(1).map(Number) as [number, number, number];
  if (!known.success || last - from + 1 !== length.data || last >= wholeBytes) return undefined;
  const digest = /^sha-256=:([A-Za-z0-9+/]{43}=):$/.exec(ask.req.header("content-digest") ?? "")?.[1];
  return { name, print: known.data, from, wholeBytes, ...(digest && { digest: Buffer.from(digest, "base64") }) };
}

function nameIn(ask: Ask): string | undefined {
  try {
    return trayName(decodeURIComponent(ask.req.path.slice("/import/files/".length)));
  } catch {
    // Not a name that was ever encoded by a browser.
    return undefined;
  }
}

const freshPrint = (ask: Ask): string => createHash("sha256").update(worldOf(ask).random(16)).digest("hex");

/** The line broke, or the browser gave up: nothing that the log should cry about. */
class BrokenUpload extends Error {}

async function* bodyOf(ask: Ask): AsyncGenerator<Uint8Array> {
  const chunks = (ask.req.raw.body ?? new Blob([]).stream())[Symbol.asyncIterator]();
  for (;;) {
    const next = await chunks.next().catch((cause: unknown) => {
      throw new BrokenUpload("the upload broke off", { cause });
    });
    if (next.done) return;
    yield next.value;
  }
}
