/**
 * What must hold in every life of the loop, judged from what lies in the sandbox's mailbox and calendar and from plain counting
 * of rows, with none of the rules that decided it.
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { type Instant, millisOf } from "../../../src/domain/time.ts";
import { headersOf, letterOf } from "../../../src/sandbox/cloud/content.ts";
import { headerOf } from "../../../src/sandbox/cloud/mime.ts";
import type { Judged, LoopOwner } from "./loop-owner.ts";

/** What was done and what befell, for the printed line. */
export type Told = {
  approved: number;
  takenBack: number;
  deaths: number;
  lost: number;
  /** Times picked on the page. */
  picked: number;
  steps: number;
  /** Meetings that stand or took place at the end. */
  meetings: number;
};

export const noneTold = (): Told => ({
  approved: 0,
  takenBack: 0,
  deaths: 0,
  lost: 0,
  picked: 0,
  steps: 0,
  meetings: 0,
});

const markerHeader = "X-Rapport-Marker";
/** Under another name at each provider; a value of this shape is our key. */
const keyIn = ({ properties }: { properties: Readonly<Record<string, string>> }): string | undefined =>
  Object.entries(properties).find(([name, value]) => /rapport/i.test(name) && /^[0-9a-f]{32}$/.test(value))?.[1];

export async function brokenIn(opened: Judged, told: Told): Promise<string[]> {
  return [
    ...opened.faults.map((fault) => `a fault was logged: ${fault.slice(0, 600)}`),
    ...(await letters(opened)),
    ...(await meetings(opened, told)),
    ...(told.approved < 0 ? ["less than nothing was approved"] : []),
  ];
}

type SentLetter = { marker: string | undefined; to: string; subject: string; text: string; at: Instant };

const sentIn = ({ account }: Pick<Judged, "account">): SentLetter[] =>
  [...account.mailbox.newestFirst()]
    .filter(({ place }) => place === "sent")
    .map(({ content, at }) => {
      const { id, to, subject, text } = letterOf(content, at);
      return {
        // Outlook takes no header of ours, and keeps the Message-ID that is made of the marker.
        marker: headerOf(headersOf(content), markerHeader) ?? /^[0-9a-f]{32}(?=@)/.exec(id)?.[0],
        to: to.map(({ address }) => address).join(" "),
        subject,
        text: text.trim(),
        at,
      };
    });

/** Nothing twice, nothing that was not approved, nothing approved that is neither sent nor told of. */
async function letters(opened: Judged): Promise<string[]> {
  const { world, owner, clock } = opened;
  const sent = sentIn(opened);
  const broken: string[] = [];
  const twice = [...Map.groupBy(sent, ({ marker, to, text }) => marker ?? `${to} ${text}`)].filter(
    ([, { length }]) => length > 1,
  );
  for (const [marker, { length }] of twice) broken.push(`${length} letters with the marker ${marker}`);
  const same = [...Map.groupBy(sent, ({ to, text }) => `${to}\n${text}`)].filter(([, { length }]) => length > 1);
  for (const [letter] of same) broken.push(`the same letter twice: ${letter.slice(0, 120)}`);
  const { rows: drafts } = await sql<{
    id: string;
    state: string;
    approved: number;
    isTold: boolean;
    effect: string | null;
    marker: string | null;
    hasTimer: boolean;
  }>`
    select draft.draft_id as id, draft.state, effect.state as effect, effect.detail->>'marker' as marker,
      draft.ended_because is not null as "isTold",
      (select count(*)::int from approval where approval.owner_id = draft.owner_id and approval.draft_id = draft.draft_id
        and taken_back_at is null) as approved,
      exists (select from timer where timer.owner_id = draft.owner_id and kind = 'send_letter' and subject_id = effect.effect_id) as "hasTimer"
    from draft left join effect on effect.owner_id = draft.owner_id and effect.kind = 'send_letter'
      and effect.detail->>'draftId' = draft.draft_id::text
    where draft.owner_id = ${owner} order by draft.draft_id, effect.effect_id
  `.execute(world.database);
  const markers = new Set(sent.map(({ marker }) => marker));
  const { rows: digests } = await sql<{ marker: string; day: string }>`
    select marker, day from digest where owner_id = ${owner} order by day
  `.execute(world.database);
  for (const { marker, to } of sent)
    if (![...drafts, ...digests].some((one) => one.marker === marker))
      broken.push(`a letter to ${to} left that nobody knows of`);
  for (const { id, state, approved, isTold, effect, marker, hasTimer } of drafts) {
    const isThere = marker !== null && markers.has(marker);
    if (isThere && approved === 0) broken.push(`draft ${id} left without an approval (${state})`);
    if (isThere && effect !== "done") broken.push(`draft ${id} left and its effect is ${effect} (${state})`);
    if (effect === "done" && !isThere) broken.push(`draft ${id} is said to be sent and lies nowhere`);
    if (state === "approved" && effect === null) broken.push(`draft ${id} was approved and nobody sends it`);
    if (state === "approved" && effect !== "ask_owner" && effect !== "withdrawn" && !hasTimer)
      broken.push(`draft ${id} is ${effect} and nobody comes back to it`);
    if (approved > 0 && state !== "sent" && state !== "approved" && !isTold)
      broken.push(`draft ${id} was approved, is ${state}, and nobody says why`);
  }
  const { rows: stops } = await sql<{ address: string; at: Instant }>`
    select identity.value as address, record.at from contact_record record
    join identity on identity.owner_id = record.owner_id and identity.contact_id = record.contact_id and identity.kind = 'address'
    where record.owner_id = ${owner} and record.what = 'stopped' and record.at <= ${clock.now()} order by 1, 2
  `.execute(world.database);
  for (const { address, at } of stops)
    for (const one of sent)
      if (one.to.includes(address) && one.at > at) broken.push(`${address} was written to after a stop`);
  return broken;
}

/** One event for each meeting that stands, none for any other, no two at one time. */
async function meetings({ world, owner, account }: Judged, told: Told): Promise<string[]> {
  const broken: string[] = [];
  const { rows: bookings } = await sql<{
    id: string;
    key: string;
    state: string;
    eventState: string;
    startsAt: Instant;
    endsAt: Instant;
  }>`
    select booking_id as id, event_key as key, state, event_state as "eventState", starts_at as "startsAt", ends_at as "endsAt"
    from booking where owner_id = ${owner} order by starts_at, booking_id
  `.execute(world.database);
  const ours = account.calendars
    .events(account.calendars.main.id)
    .filter(({ status, properties }) => status !== "cancelled" && keyIn({ properties }) !== undefined);
  const stands = bookings.filter(({ state }) => state === "confirmed" || state === "took_place");
  told.meetings = stands.length;
  for (const { id, key, startsAt, eventState } of stands) {
    const events = ours.filter((event) => keyIn(event) === key);
    if (eventState === "standing" && events.length !== 1) broken.push(`booking ${id} has ${events.length} events`);
    for (const { time } of events)
      if (time.kind === "timed" && time.startsAt !== startsAt)
        broken.push(`booking ${id} stands at ${startsAt}, its event at ${time.startsAt}`);
  }
  for (const event of ours)
    if (!event.title.startsWith("Hold:") && !stands.some(({ key }) => key === keyIn(event)))
      broken.push(`event ${event.id} stands for no meeting`);
  for (const { id, state } of bookings)
    if (state === "claiming" || state === "pending") broken.push(`booking ${id} is ${state} for good`);
  for (const [nth, one] of stands.entries())
    for (const other of stands.slice(nth + 1))
      if (millisOf(one.startsAt) < millisOf(other.endsAt) && millisOf(other.startsAt) < millisOf(one.endsAt))
        broken.push(`bookings ${one.id} and ${other.id} overlap`);
  return broken;
}

/** Over everything that people would notice, and no id. */
export async function truthHash(opened: LoopOwner): Promise<string> {
  const { world, owner, account } = opened;
  // Links in a text carry what is drawn for them alone; of things that press alike, ids say which the daily mail counts.
  const sent = sentIn(opened).map(({ to, subject, at }) => [to, to === account.address ? "" : subject, at]);
  const { rows } = await sql`
    select state, starts_at, ends_at, source from booking where owner_id = ${owner} order by starts_at, ends_at, state, source
  `.execute(world.database);
  const { rows: drafts } = await sql`
    select kind, state, to_address, subject from draft where owner_id = ${owner} order by created_at, kind, state, to_address, subject
  `.execute(world.database);
  return createHash("sha256")
    .update(JSON.stringify([sent, rows, drafts]))
    .digest("hex");
}
