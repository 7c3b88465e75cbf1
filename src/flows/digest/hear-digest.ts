/**
 * The owner's answers to digests, each taken once: letters let go or skipped, questions answered, debriefs. Only a mail that
 * left from a mailbox which the owner connected is their word, and only one that went to nobody else was meant for us.
 */
import { isSentLabel } from "../../domain/contact/owner.ts";
import { howToPutWhy, isClause } from "../../domain/contact/why-met.ts";
import type { DigestEntry } from "../../domain/day/digest.ts";
import { readDigestAnswer } from "../../domain/day/digest-answer.ts";
import type { Heard } from "../../domain/day/digest-heard.ts";
import type { DigestId, OwnerId } from "../../domain/ids.ts";
import { newTextOf } from "../../domain/mail/new-text.ts";
import { before } from "../../domain/time.ts";
import { type DigestReply, keepHeard, repliesToHear } from "../../store/digest-answers.ts";
import { findDigest } from "../../store/digests.ts";
import { answerDebrief } from "../day/answer-debrief.ts";
import { dropItem, sayGiveNote } from "../day/settle-item.ts";
import { type Placed, textsAt } from "../mail/texts-at.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import { sayGreeting } from "../owner/say-names.ts";
import { answerWhy } from "../people/answer-why.ts";
import { approveDraft } from "../sending/approve-draft.ts";
import { skipDraft } from "../sending/skip-draft.ts";
import type { World } from "../world.ts";

/** An older digest is answered on the pages. */
const answeredDays = 14;
/** The copy in the inbox may be read before the one among the sent mail. */
const provenWithinHours = 2;

export async function hearDigests(
  world: World,
  { owner, mine }: OwnerView,
  signal: AbortSignal,
): Promise<{ heard: number }> {
  const now = world.clock.now();
  const replies = await repliesToHear(world.database, owner, { mine, since: before(now, { days: answeredDays }) });
  const own: Placed<DigestReply>[] = [];
  for (const reply of replies) {
    // Copied to somebody else it is a letter of the owner's, in which numbers mean whatever the two talk about.
    if (reply.recipients.some((address) => !mine.includes(address))) continue;
    if (isProven(reply)) own.push({ thing: reply, place: reply.place! });
    else if (reply.at <= before(now, { hours: provenWithinHours }))
      await keepHeard(world.database, owner, reply, [{ kind: "not_proven" }], now);
  }
  let heard = 0;
  for await (const { thing: reply, text } of textsAt(world, owner, own, { signal, isInteractive: false })) {
    const done = text === undefined ? [] : await act(world, owner, reply.digestId, newTextOf(text));
    if (await keepHeard(world.database, owner, reply, done, world.clock.now())) heard += 1;
  }
  return { heard };
}

/** It stands among the sent mail of an account; nobody else can put it there. Who writes in from outside only claims a name. */
const isProven = ({ labels, place }: DigestReply): boolean => place?.at === "account" && labels.some(isSentLabel);

/** Done twice, because somebody died before it was kept, it comes to the same. */
async function act(
  world: World,
  owner: OwnerId,
  digestId: DigestId,
  text: ReturnType<typeof newTextOf>,
): Promise<Heard[]> {
  const digest = await findDigest(world.database, owner, digestId);
  if (digest === undefined) return [];
  const { approve, skip, answers, unclear } = readDigestAnswer(text, { entries: digest.entries, printed: digest.body });
  const heard: Heard[] = [];
  for (const { entry, text: said } of answers) heard.push(await answerEntry(world, owner, entry, said));
  for (const entry of approve) heard.push(await approveEntry(world, owner, entry));
  for (const entry of skip) heard.push(await skipEntry(world, owner, entry));
  return [...heard, ...unclear.map((one) => ({ kind: "unclear", ...one }) as const)];
}

async function approveEntry(world: World, owner: OwnerId, { who, title, takes }: DigestEntry): Promise<Heard> {
  if (takes.takes !== "ok") throw new RangeError(`${title} is nothing to say ok to`);
  const { draftId, textHash } = takes;
  const outcome = await approveDraft(world, owner, { draftId, textHash, withNudges: false, way: "digest_reply" });
  switch (outcome.kind) {
    case "approved":
      return { kind: "approved", who, ...(outcome.leavesAt !== undefined && { leavesAt: outcome.leavesAt }) };
    case "changed":
    case "held_back":
      return { kind: "not_approved", who, because: outcome.because.text };
    case "not_there":
      return { kind: "gone", title };
  }
}

async function skipEntry(world: World, owner: OwnerId, { kind, title, subject, takes }: DigestEntry): Promise<Heard> {
  const outcome =
    takes.takes === "ok" ? await skipDraft(world, owner, takes.draftId) : await dropItem(world, owner, kind, subject);
  return outcome === "not_there" ? { kind: "gone", title } : { kind: "skipped", title };
}

async function answerEntry(world: World, owner: OwnerId, entry: DigestEntry, said: string): Promise<Heard> {
  // As the page does, it is asked back at once.
  if (entry.takes.takes === "why" && isClause(said)) return { kind: "unclear", line: said, question: howToPutWhy };
  const isKept = await keepAnswer(world, owner, entry.takes, said);
  return isKept ? { kind: "answered", title: entry.title } : { kind: "gone", title: entry.title };
}

async function keepAnswer(world: World, owner: OwnerId, takes: DigestEntry["takes"], said: string): Promise<boolean> {
  const oneLine = said.replaceAll(/\s+/g, " ");
  switch (takes.takes) {
    case "why":
      return (await answerWhy(world, owner, takes.contactId, { why: oneLine })) === "done";
    case "greeting":
      return (await sayGreeting(world, owner, takes.contactId, oneLine)) === "done";
    case "give_note":
      return (await sayGiveNote(world, owner, takes.contactId, oneLine)) === "done";
    case "debrief": {
      const { eventId, endedAt } = takes;
      return (await answerDebrief(world, owner, { eventId, endedAt }, { text: said })).kind === "kept";
    }
    case "ok":
    case "nothing":
      return false;
  }
}
