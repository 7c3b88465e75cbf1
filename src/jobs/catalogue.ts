/**
 * Every kind of background work: its payload (ids only, never text or tokens), how often one owner may run it at a
 * time, and how long its tries may wait. A timer of a kind makes the job of the same name, and the timer row is the
 * truth: the queue only carries the news that it is due. To add a kind, add an entry here and a handler in `worker`.
 */
import { z } from "zod";
import type { AccountId, BookingId, EffectId, ExportId, FeedId, ImportId, OfferId, OwnerId } from "../domain/ids.ts";

const ownerId = z.uuid().transform((text) => text as OwnerId);
const feedId = z.uuid().transform((text) => text as FeedId);
const accountId = z.uuid().transform((text) => text as AccountId);
const bookingId = z.uuid().transform((text) => text as BookingId);
const offerId = z.uuid().transform((text) => text as OfferId);
const effectId = z.uuid().transform((text) => text as EffectId);
const exportId = z.uuid().transform((text) => text as ExportId);
const importId = z.uuid().transform((text) => text as ImportId);

/** Reading of an account: the two accounts of an owner do not wait for each other. */
const scan = { subject: "accountId", alone: "subject", isStanding: true, attemptsMax: 8 } as const;

export const catalogue = {
  import_archive: kind({ ownerId, importId }, { subject: "importId", attemptsMax: 5 }),
  discover: kind({ ownerId }, { subject: "ownerId", attemptsMax: 8 }),
  decide_follow_ups: kind({ ownerId }, { subject: "ownerId", attemptsMax: 8 }),
  compose_drafts: kind({ ownerId }, { subject: "ownerId", attemptsMax: 8 }),
  prove_public_address: kind({ ownerId }, { subject: "ownerId", attemptsMax: 8 }),
  read_feed: kind({ ownerId, feedId }, { subject: "feedId", attemptsMax: 8 }),
  read_profile: kind({ ownerId, accountId }, scan),
  scan_mail: kind({ ownerId, accountId }, scan),
  scan_calendars: kind({ ownerId, accountId }, scan),
  scan_people: kind({ ownerId, accountId }, scan),
  keep_push: kind({ ownerId, accountId }, { subject: "accountId", alone: "subject", attemptsMax: 8 }),
  // One letter after the other: each keeps its distance from the one before.
  send_letter: kind({ ownerId, effectId }, { subject: "effectId", isStanding: true, attemptsMax: 8 }),
  write_back: kind({ ownerId, accountId }, { subject: "accountId", alone: "subject", attemptsMax: 8 }),
  keep_booking: kind({ ownerId, bookingId }, { subject: "bookingId", alone: "subject", attemptsMax: 8 }),
  confirm_booking: kind({ ownerId, bookingId }, { subject: "bookingId", attemptsMax: 8 }),
  expire_offer: kind({ ownerId, offerId }, { subject: "offerId", alone: "subject", attemptsMax: 8 }),
  send_digest: kind({ ownerId }, { subject: "ownerId", attemptsMax: 8 }),
  close_account: kind({ ownerId, accountId }, { subject: "accountId", alone: "subject", attemptsMax: 8 }),
  erase_kept_text: kind({ ownerId }, { subject: "ownerId", attemptsMax: 8 }),
  write_export: kind({ ownerId, exportId }, { subject: "exportId", attemptsMax: 5 }),
  erase_everything: kind({ ownerId }, { subject: "ownerId", isStanding: true, attemptsMax: 8 }),
} as const;

export type JobName = keyof typeof catalogue;
export const jobNames = Object.keys(catalogue) as readonly JobName[];
export type PayloadOf<Name extends JobName> = z.output<(typeof catalogue)[Name]["payload"]>;
/** A job that may be added: its name with the payload that belongs to it. */
export type Job<Name extends JobName = JobName> = { [N in Name]: { name: N; payload: PayloadOf<N> } }[Name];

/** The timer row that stands behind a job. */
export type TimerRef = { ownerId: OwnerId; kind: string; subjectId: string };

export const isJobName = (name: string): name is JobName => Object.hasOwn(catalogue, name);

/** The job of a name as it came out of the queue. Throws when the name is unknown or the payload is not what it should be. */
export function parseJob(name: string, payload: unknown): Job {
  if (!isJobName(name)) throw new RangeError(`no job is called ${JSON.stringify(name)}`);
  return { name, payload: catalogue[name].payload.parse(payload) } as Job;
}

/** The job that a due timer asks for. Throws when no job has the name of its kind. */
export const jobOf = ({ ownerId, kind, subjectId }: TimerRef): Job =>
  parseJob(kind, { ownerId, ...(isJobName(kind) && { [catalogue[kind].subject]: subjectId }) });

/** The timer that a job was made by. */
export function timerOf({ name, payload }: Job): TimerRef {
  const ids: Record<string, string> = payload;
  return { ownerId: payload.ownerId, kind: name, subjectId: ids[catalogue[name].subject]! };
}

/**
 * Jobs with the same key never run at the same time, and never wait twice: one kind of work for one owner, or for one subject
 * where subjects have nothing to do with each other (two accounts). What is turned away because of it (a second letter while the
 * first still waits) comes again when the one before it has run.
 */
export function oneAtATime(job: Job): string {
  const { ownerId, kind, subjectId } = timerOf(job);
  return catalogue[job.name].alone === "subject" ? `${kind}:${ownerId}:${subjectId}` : `${kind}:${ownerId}`;
}

/** Of these one owner may have several waiting, and one at a time runs. */
export const standsInLine = ({ name }: Job): boolean =>
  catalogue[name].alone === "owner" && catalogue[name].subject !== "ownerId";

const firstRetrySeconds = 5;
const retrySecondsMax = 24 * 3600;

/** Seconds to wait after the given count of failures in a row (from 1): 5 s, 15 s, 45 s … at most a day. */
export const retrySeconds = (attempts: number): number =>
  Math.min(retrySecondsMax, firstRetrySeconds * 3 ** (Math.max(1, attempts) - 1));

function kind<Shape extends z.core.$ZodLooseShape, Subject extends keyof Shape & string>(
  shape: Shape,
  rest: {
    /** The payload's id that is the timer's subject. */
    subject: Subject;
    /** Of what only one runs at a time: all of an owner's, unless it says otherwise. */
    alone?: "owner" | "subject";
    /** It never ends by itself: what is refused today, by an administrator or by a fault, may be allowed tomorrow. */
    isStanding?: boolean;
    /** Failures in a row from which on it counts as a dead letter: shown to the operator, still tried once a day. */
    attemptsMax: number;
  },
) {
  return {
    payload: z.strictObject(shape),
    alone: "owner" as "owner" | "subject",
    isStanding: false as boolean,
    ...rest,
  };
}
