/**
 * A meeting of three to six that is asked, answered and booked together (R11). Each member says for themselves which of its
 * times suit them; nobody learns from it what another said.
 */
import { z } from "zod";
import type { Because } from "../because.ts";
import type { ContactId, GroupMeetingId } from "../ids.ts";
import type { Instant } from "../time.ts";
import { instant } from "./offer.ts";

/** Besides the owner. */
export const guestsMin = 2;
export const guestsMax = 5;

/** As stored: what every member is asked, and what the question about free time is asked with again. */
export const groupBody = z.object({
  /** What they have in common; may be empty. */
  topic: z.string(),
  occasion: z.enum(["coffee", "lunch", "call"]),
  /** Where it is held: at a place, under the owner's own video link, or in a room that the calendar makes with the event. */
  held: z.discriminatedUnion("by", [
    z.object({ by: z.literal("venue"), name: z.string(), address: z.string(), minutesFromBase: z.number().min(0) }),
    z.object({ by: z.literal("link"), url: z.string() }),
    z.object({ by: z.enum(["meet", "teams"]) }),
  ]),
  lengthMinutes: z.int().min(1),
  /** In order of time; the same for everybody. */
  times: z.array(z.object({ startsAt: instant, endsAt: instant })).min(1),
});
export type GroupBody = z.output<typeof groupBody>;

/** asking: no time is agreed on. lapsed: its last time went by without one. */
export type GroupState = "asking" | "booked" | "called_off" | "lapsed";
/** given_back: the hour that was booked came to nothing, and others are left. */
export type GroupEvent = "booked" | "given_back" | "called_off" | "lapsed";

const moves: Readonly<Record<GroupState, Partial<Readonly<Record<GroupEvent, GroupState>>>>> = {
  asking: { booked: "booked", called_off: "called_off", lapsed: "lapsed" },
  booked: { given_back: "asking", called_off: "called_off" },
  called_off: {},
  lapsed: {},
};

/** The state that follows; undefined when it cannot: what is over stays over. */
export const evolveGroup = (state: GroupState, event: GroupEvent): GroupState | undefined => moves[state][event];

export type MemberAnswer =
  | { kind: "waiting" }
  /** Starts of the group's times; none of them when nothing suits. */
  | { kind: "suits"; starts: readonly Instant[] }
  | { kind: "declined" }
  /** The owner goes on without them, or they are not to be written to. */
  | { kind: "left_out" };

export type GroupMember = {
  contactId: ContactId;
  /** Without them it does not take place. */
  isRequired: boolean;
  answer: MemberAnswer;
  because: readonly Because[];
  answeredAt?: Instant;
};

export type GroupMeeting = {
  groupId: GroupMeetingId;
  state: GroupState;
  body: GroupBody;
  /** In the owner's order. */
  members: readonly GroupMember[];
  because: readonly Because[];
  createdAt: Instant;
  version: number;
};

/** What a member sees of a group: its times and their own answer, and nothing that anybody else said. */
export type SeenByMember = {
  times: readonly { startsAt: Instant; endsAt: Instant; isChosen: boolean }[];
  answer: MemberAnswer["kind"];
};

export function seenBy(
  { body, members }: Pick<GroupMeeting, "body" | "members">,
  contactId: ContactId,
): SeenByMember | undefined {
  const member = members.find((one) => one.contactId === contactId);
  if (member === undefined) return undefined;
  const { answer } = member;
  const chosen = answer.kind === "suits" ? answer.starts : [];
  return {
    times: body.times.map((time) => ({ ...time, isChosen: chosen.includes(time.startsAt) })),
    answer: answer.kind,
  };
}

/** Whether an hour suits somebody as far as they said; who has not answered is still asked to it. */
export const mayCome = ({ answer }: Pick<GroupMember, "answer">, startsAt: Instant): boolean => {
  switch (answer.kind) {
    case "suits":
      return answer.starts.includes(startsAt);
    case "waiting":
      return true;
    case "declined":
    case "left_out":
      return false;
  }
};

/** Whether somebody said themselves that they can come then. */
export const hasSaidYes = (
  { members }: Pick<GroupMeeting, "members">,
  contactId: ContactId,
  startsAt: Instant,
): boolean =>
  members.some(
    ({ contactId: id, answer }) => id === contactId && answer.kind === "suits" && answer.starts.includes(startsAt),
  );
