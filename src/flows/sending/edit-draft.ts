/** The owner's own words in place of ours: a new version, held to the letter check, that composing never writes over. */
import { z } from "zod";
import { because } from "../../domain/because.ts";
import type { Offer, OfferedTime } from "../../domain/draft/offer.ts";
import type { DraftId, OwnerId } from "../../domain/ids.ts";
import { after, before, dayIn, type Zone } from "../../domain/time.ts";
import { saveDraft } from "../../store/draft-versions.ts";
import { findDraft, type StandingDraft } from "../../store/drafts.ts";
import { lockOwner } from "../../store/owners.ts";
import { lettersSince } from "../../store/written-letters.ts";
import { letterKinds, locales, specificsIn } from "../../templates/catalogue.ts";
import { type LintFinding, lintLetter, mayBeApproved } from "../../templates/lint.ts";
import { lintOwnWords } from "../../templates/own-words.ts";
import type { Letter } from "../../templates/render.ts";
import { publicLinkBase } from "../booking/public-address.ts";
import { wordsHash } from "../letters/nudges.ts";
import { rememberedDays, WordsUsed } from "../letters/words-used.ts";
import { hashOf } from "../letters/write-letter.ts";
import { ownerZone } from "../owner/owner-of.ts";
import { policyOf } from "../owner/policy-of.ts";
import { retentionOf } from "../privacy/retention.ts";
import type { World, WorldInside } from "../world.ts";
import { wakeWriteBacks } from "../write-back/write-back-timer.ts";
import { composedHashOf, nudgesOf } from "./stored-facts.ts";
import { takeBackInside } from "./take-back.ts";

export type EditWish = {
  draftId: DraftId;
  subject: string;
  body: string;
  /** The times that stay offered; left out, those whose lines still stand in the body. */
  times?: readonly OfferedTime[];
  /** Other times than the letter had; their lines stand in the body. */
  offer?: Offer;
};

export type Edited =
  | { kind: "saved"; draftId: DraftId }
  /** Nothing was saved. */
  | { kind: "refused"; findings: readonly LintFinding[] }
  | { kind: "not_there" };

/** An approved letter waits for its approval again, in the new words; one that has begun to leave is not there to be edited. */
export async function editDraft(world: World, owner: OwnerId, wish: EditWish): Promise<Edited> {
  return world.database.transaction().execute(async (transaction): Promise<Edited> => {
    const inside = { ...world, database: transaction };
    await lockOwner(transaction, owner);
    const draft = await findDraft(transaction, owner, wish.draftId);
    if (!isEditable(draft)) return { kind: "not_there" };
    const { letter, offer, findings } = await readWish(inside, owner, draft, wish);
    if (!mayBeApproved(findings)) return { kind: "refused", findings };
    if (draft.state === "approved" && (await takeBackInside(inside, owner, draft.draftId)) !== "taken_back")
      return { kind: "not_there" };
    return { kind: "saved", draftId: await save(inside, owner, { draft, letter, offer, findings }) };
  });
}

/** What stands against the words while they are typed. Nothing is stored. */
export async function checkWords(
  world: World,
  owner: OwnerId,
  wish: EditWish,
): Promise<{ kind: "checked"; findings: readonly LintFinding[] } | { kind: "not_there" }> {
  const draft = await findDraft(world.database, owner, wish.draftId);
  if (!isEditable(draft)) return { kind: "not_there" };
  return { kind: "checked", findings: (await readWish(world, owner, draft, wish)).findings };
}

const isEditable = (draft: StandingDraft | undefined): draft is StandingDraft =>
  draft?.state === "proposed" || draft?.state === "approved";

type OwnVersion = { letter: Letter; offer: Offer | undefined; findings: readonly LintFinding[] };

async function readWish(world: World, owner: OwnerId, draft: StandingDraft, wish: EditWish): Promise<OwnVersion> {
  const letter = { subject: wish.subject.trim(), body: `${wish.body.replaceAll(/\r\n?/g, "\n").trimEnd()}\n` };
  const offer =
    wish.offer ?? (draft.offer && offeredIn(draft.offer, letter, wish.times, await ownerZone(world, owner)));
  return { letter, offer, findings: await lintOf(world, owner, draft, letter, offer) };
}

/**
 * What the new text offers: a line that the owner took out takes its day's times with it, and times that they took out leave
 * the lines as they wrote them.
 */
function offeredIn(offer: Offer, { body }: Letter, wanted: EditWish["times"], zone: Zone): Offer {
  const written = new Set(body.split("\n").map((line) => line.trim()));
  const lines = offer.lines.filter((line) => written.has(line.trim()));
  const { ranges = [] } = offer;
  // One line tells of one day, in the order of the days.
  const days = [...new Set(ranges.map(({ startsAt }) => dayIn(zone, startsAt)))];
  const kept = new Set(days.filter((_, nth) => lines.includes(offer.lines[nth] ?? "")));
  const isKept = ({ startsAt }: OfferedTime): boolean => days.length === 0 || kept.has(dayIn(zone, startsAt));
  const isWanted = ({ startsAt }: OfferedTime): boolean =>
    wanted === undefined ? true : wanted.some((one) => one.startsAt === startsAt);
  return {
    ...offer,
    lines,
    times: offer.times.filter((time) => isWanted(time) && (wanted !== undefined || isKept(time))),
    ...(offer.ranges !== undefined && { ranges: ranges.filter(isKept) }),
  };
}

const storedNames = z.object({ greetingName: z.string().optional(), ownerName: z.string().optional() }).catch({});

/** As a letter of ours is, by what is stored beside it. */
async function lintOf(
  world: World,
  owner: OwnerId,
  { kind: name, locale, to, contactId, facts }: StandingDraft,
  letter: Letter,
  offer: Offer | undefined,
): Promise<LintFinding[]> {
  const kind = letterKinds.find((one) => one === name);
  if (kind === undefined) return lintOwnWords(letter, await publicLinkBase(world, owner));
  const { freshWordsDays } = (await policyOf(world, owner)).letters;
  const now = world.clock.now();
  const since = before(now, { days: Math.max(rememberedDays, freshWordsDays) });
  const freshSince = before(now, { days: freshWordsDays });
  const words = new WordsUsed(await lettersSince(world.database, owner, since), { freshSince });
  const { greetingName, ownerName } = storedNames.parse(facts);
  return lintLetter(letter, {
    kind,
    locale: locales.find((one) => one === locale) ?? "en",
    to,
    times: offer?.lines ?? [],
    specifics: specificsIn(kind, facts as Parameters<typeof specificsIn>[1]),
    alsoWrittenTo: (paragraph, over) => words.alsoWrittenTo(paragraph, over, contactId),
    isReadBefore: (body) => words.isReadBy(contactId, body),
    ...(greetingName !== undefined && { greetingName }),
    ...(ownerName !== undefined && { ownerName }),
  });
}

async function save(
  inside: WorldInside,
  owner: OwnerId,
  { draft, letter, offer, findings }: OwnVersion & { draft: StandingDraft },
): Promise<DraftId> {
  const { database, ids, clock } = inside;
  const now = clock.now();
  const draftId = ids.next<DraftId>();
  const { to, alsoTo, facts, contactId, followUpId, kind, locale } = draft;
  // Edited once more, they still stand in place of the same words of ours.
  const composedHash = composedHashOf(facts) ?? wordsHash(draft, draft.offer?.lines ?? []);
  const saved = await saveDraft(database, owner, {
    draftId,
    contactId,
    followUpId,
    kind,
    locale,
    because: draft.because,
    to,
    alsoTo,
    ...letter,
    textHash: hashOf({ to, ...letter, offer, nudges: nudgesOf(facts) }),
    offer,
    facts: { ...(facts as object), composedHash },
    lint: findings,
    question: undefined,
    isEdited: true,
    staleBecause: because("R41.edited", "You put it in your own words."),
    at: now,
    keptUntil: after(now, { days: (await retentionOf(inside, owner)).letterDays }),
  });
  await wakeWriteBacks(database, owner, now);
  return saved === "saved" ? draftId : draft.draftId;
}
