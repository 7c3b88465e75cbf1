/**
 * The owner's drafts in Outlook. Ids last from the draft to the sent letter, so whatever is done to a draft looks first that
 * it still is one: what was sent, or thrown away, is not touched.
 */
import { z } from "zod";
import { normaliseAddress } from "../../domain/contact/address.ts";
import { type Drafts, type MarkedLetter, type StandingDraft, UnfinishedDraft } from "../mail.ts";
import { TroubleError } from "../trouble.ts";
import type { Folders } from "./folders.ts";
import { type Graph, lastingIds, type OpenGraph, part } from "./graph.ts";
import { messageFields, messageIn } from "./message.ts";
import { hasKey, withKey } from "./own-key.ts";
import { pageIn, parsed } from "./pages.ts";
import { unlessGone } from "./unless-gone.ts";

const prefer = [lastingIds];
const asText = [lastingIds, 'outlook.body-content-type="text"'];

const idShape = z.object({ id: z.string().min(1) });
const copyShape = idShape.extend({ isDraft: z.boolean().nullish() });
const draftShape = z.object({
  id: z.string(),
  isDraft: z.boolean(),
  parentFolderId: z.string(),
  subject: z.string().nullish(),
  body: z.object({ content: z.string().nullish() }).nullish(),
  toRecipients: z.array(z.object({ emailAddress: z.object({ address: z.string().nullish() }).nullish() })).nullish(),
});
const draftFields = Object.keys(draftShape.shape).join(",");

export const draftsOf = (open: OpenGraph, folders: Folders): Drafts => ({
  put: async (letter, signal) => ({ draft: await put(open(signal), letter) }),
  replace: async (draft, letter, signal) => {
    const graph = open(signal);
    if ((await standing(graph, folders, draft)) === undefined) throw gone("the draft");
    await graph.patch(`/me/messages/${part(draft)}`, contentsOf(letter), { prefer });
    return { draft };
  },
  find: async (marker, signal) => {
    const [found] = await markedIn(open(signal), "drafts", marker, "id");
    return found === undefined ? undefined : parsed(idShape, found).id;
  },
  read: (draft, signal) => standing(open(signal), folders, draft),
  remove: async (draft, signal) => {
    const graph = open(signal);
    if ((await standing(graph, folders, draft)) !== undefined)
      await unlessGone(graph.remove(`/me/messages/${part(draft)}`, { prefer }));
  },
  send: async (draft, signal) => {
    const graph = open(signal);
    try {
      // It is only queued by that; the id stays.
      await graph.post(`/me/messages/${part(draft)}/send`, undefined, { prefer });
      return { ref: draft };
    } catch (problem) {
      if (!(problem instanceof TroubleError) || !["refused", "conflict"].includes(problem.trouble.kind)) throw problem;
      throw (await standing(graph, folders, draft)) === undefined ? gone("the draft") : problem;
    }
  },
  findSent: async (marker, signal) => {
    const [found] = await markedIn(open(signal), "sentitems", marker, messageFields);
    const read = found === undefined ? undefined : messageIn(found, "Sent");
    return read?.kind === "message" ? read.message : undefined;
  },
});

const gone = (what: string) => new TroubleError({ kind: "gone", what });

async function put(graph: Graph, letter: MarkedLetter): Promise<string> {
  const lost = { kind: "unknown_outcome", what: "write a draft" } as const;
  const asked = letter.inReplyTo === undefined ? undefined : await messageNamed(graph, letter.inReplyTo);
  if (asked === undefined)
    return parsed(idShape, await graph.post("/me/messages", contentsOf(letter), { prefer }), lost).id;
  const path = `/me/messages/${part(asked)}/createReply`;
  const answer = await graph.post(path, { message: contentsOf(letter) }, { prefer: asText });
  const { id } = parsed(idShape, answer, lost);
  // Some mailboxes put the quoted letter and their own recipients in: then it is written once more, into the same draft.
  const made = draftShape.safeParse(answer).data;
  const standing = made && standingIn(made);
  if (standing !== undefined && isAsWritten(letter, standing)) return id;
  try {
    await graph.patch(`/me/messages/${part(id)}`, contentsOf(letter), { prefer });
    return id;
  } catch (problem) {
    if (!(problem instanceof TroubleError) || standing === undefined) throw problem;
    throw new UnfinishedDraft(problem.trouble, standing);
  }
}

const isAsWritten = (letter: MarkedLetter, { subject, to, text }: StandingDraft): boolean =>
  subject === letter.subject &&
  text === tidy(letter.text) &&
  to.join(" ") === letter.to.map(({ address }) => address.toLowerCase()).join(" ");

/** The message that a Message-ID names, whichever copy of it the mailbox has. */
async function messageNamed(graph: Graph, messageId: string): Promise<string | undefined> {
  const $filter = `internetMessageId eq '<${messageId.replaceAll("'", "''")}>'`;
  const asked = { query: { $filter, $select: "id,isDraft", $top: "5" }, prefer };
  // Was it misread, the answer would fall out of its thread: then rather not now.
  const found = pageIn(await graph.get("/me/messages", asked)).items.map((item) => parsed(copyShape, item));
  return found.find(({ isDraft }) => isDraft !== true)?.id;
}

const markedIn = async (graph: Graph, folder: "drafts" | "sentitems", marker: string, $select: string) =>
  pageIn(
    await graph.get(`/me/mailFolders/${folder}/messages`, {
      query: { $filter: hasKey(marker), $select, $top: "1" },
      prefer,
    }),
  ).items;

async function standing(graph: Graph, folders: Folders, draft: string): Promise<StandingDraft | undefined> {
  const asked = { query: { $select: draftFields }, prefer: asText };
  const answer = await unlessGone(graph.get(`/me/messages/${part(draft)}`, asked));
  if (answer === undefined) return undefined;
  const told = parsed(draftShape, answer);
  return told.isDraft && !(await folders.isRubbish(graph, told.parentFolderId)) ? standingIn(told) : undefined;
}

const standingIn = ({ id, subject, body, toRecipients }: z.output<typeof draftShape>): StandingDraft => ({
  draft: id,
  subject: subject ?? "",
  to: (toRecipients ?? []).flatMap((one) => normaliseAddress(one.emailAddress?.address ?? "") ?? []),
  text: tidy(body?.content ?? ""),
});

const tidy = (text: string): string => text.replaceAll(/\r\n?/g, "\n").replace(/\s+$/, "");

/** Outlook makes the headers of an answer itself; of the letter's own only the Message-ID can be given. */
const contentsOf = (letter: MarkedLetter) => ({
  subject: letter.subject,
  body: { contentType: "text", content: letter.text.replaceAll(/\r\n?|\n/g, "\r\n") },
  from: recipient(letter.from),
  toRecipients: letter.to.map(recipient),
  internetMessageId: `<${letter.messageId}>`,
  ...withKey(letter.marker),
});

const recipient = ({ address, name }: { address: string; name?: string }) => ({
  emailAddress: { address, ...(name !== undefined && { name }) },
});
