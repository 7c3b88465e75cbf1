/**
 * Groups (R10): recurring bodies of people, such as a referral group that meets each week with one seat for each profession.
 * They are found among the series of the calendar, or told by the owner; places online (R44) are kept beside them.
 */
import { z } from "zod";
import { type Because, because } from "../because.ts";
import type { GroupId } from "../ids.ts";
import type { Address } from "../mail/message.ts";
import type { CalendarEvent } from "../meeting/event.ts";
import type { PlainDate } from "../time.ts";
import { domainOf, isFreeMail, registrableDomain } from "./address.ts";
import { fold } from "./role-words.ts";
import type { OwnHouse } from "./shared-events.ts";

export const groupBody = z.object({
  members: z
    .array(
      z.object({
        address: z.string(),
        name: z.string().exactOptional(),
        /** In the owner's words; else the title of the contact counts. */
        profession: z.string().exactOptional(),
      }),
    )
    .readonly(),
});
export type GroupBody = z.output<typeof groupBody>;
export type Member = GroupBody["members"][number];

export type Group = GroupBody & {
  groupId: GroupId;
  name: string;
  state: "suggested" | "accepted" | "refused";
  /** The series that it was seen in. */
  eventUid?: string;
  /** A place online. */
  url?: string;
  lastRemindedOn?: PlainDate;
};

export type SeenGroup = GroupBody & { name: string; eventUid: string; because: Because };

/** People outside of the owner's house from whom on a series may be a group. */
const outsidersMin = 4;

/**
 * The groups among the owner's events, by series. Meetings of the own house are left out, and so is the standing meeting
 * with one customer, whose people all come from one organisation.
 */
export function seenGroups(events: readonly CalendarEvent[], own: OwnHouse): SeenGroup[] {
  const series = events.filter(
    ({ recurrence, occurrence, status }) =>
      recurrence !== undefined && occurrence === undefined && status !== "cancelled",
  );
  return series.flatMap((event) => {
    const members = outsidersOn(event, own);
    if (members.length < outsidersMin || organisationsOf(members) < 2) return [];
    const text = `"${event.title}" comes again and again, with ${members.length} people from outside of your house.`;
    return [
      {
        name: event.title,
        eventUid: event.uid,
        members,
        because: because("R10.series", text, { members: members.length }),
      },
    ];
  });
}

function outsidersOn({ attendees }: CalendarEvent, own: OwnHouse): Member[] {
  const outside = attendees.filter(
    ({ address, resource, response }) =>
      resource !== true &&
      response !== "declined" &&
      !own.addresses.has(address) &&
      !own.domains.includes(registrableDomain(domainOf(address))),
  );
  return outside.map(({ address, name }) => ({ address, ...(name !== undefined && { name }) }));
}

/** Everybody at a free mail service stands for themselves. */
const organisationsOf = (members: readonly Member[]): number =>
  new Set(
    members.map(({ address }) => {
      const domain = domainOf(address);
      return isFreeMail(domain) ? address : registrableDomain(domain);
    }),
  ).size;

/** Members of a series that are new since it was accepted are added; what the owner wrote about one stays. */
export function withMembers(kept: readonly Member[], seen: readonly Member[]): Member[] {
  const known = new Set(kept.map(({ address }) => address));
  return [...kept, ...seen.filter(({ address }) => !known.has(address))];
}

/** A profession that more than one member has, where one seat is meant for each (R10). */
export type SharedSeat = { profession: string; members: readonly Address[]; because: Because };

export function sharedSeats(
  members: readonly (Pick<Member, "address"> & { profession?: string | undefined })[],
): SharedSeat[] {
  const seats = new Map<string, { profession: string; members: Address[] }>();
  for (const { address, profession } of members) {
    const key = seatOf(profession ?? "");
    if (key === "") continue;
    const seat = seats.get(key);
    if (seat === undefined) seats.set(key, { profession: profession!.trim(), members: [address] });
    else seat.members.push(address);
  }
  return [...seats.values()]
    .filter((seat) => seat.members.length > 1)
    .map((seat) => {
      const text = `${seat.members.length} members are ${seat.profession}: one seat is meant for each profession.`;
      return { ...seat, because: because("R10.one_seat", text, { members: seat.members.length }) };
    });
}

/** "Accountants" and "accountant " are one profession. */
const seatOf = (profession: string): string =>
  fold(profession)
    .trim()
    .replace(/\s+/g, " ")
    .replace(/(?<=\p{L}{3})s$/u, "");

/**
 * The place online to look in on today (R44): at most one a day, all of them in turn, the one longest unvisited first.
 * Asked again on the same day it is the same one.
 */
export function linkOfTheDay<Link extends Pick<Group, "url" | "state" | "lastRemindedOn" | "name">>(
  groups: readonly Link[],
  today: PlainDate,
): Link | undefined {
  const links = groups.filter(({ url, state }) => url !== undefined && state === "accepted");
  const chosen = links.find(({ lastRemindedOn }) => lastRemindedOn === today);
  if (chosen !== undefined) return chosen;
  return links.toSorted(
    (one, other) => compare(one.lastRemindedOn ?? "", other.lastRemindedOn ?? "") || compare(one.name, other.name),
  )[0];
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
