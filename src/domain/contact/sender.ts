/**
 * Person or machine (M4): evidence first, then headers, then words. Every piece of evidence adds to or takes from one
 * sum (in log-odds that a person sits behind the address) and says so. What is surely a program or a room is decided
 * before the sum; the owner's own word before everything. Nothing here has seen the body of a message.
 */
import { because } from "../because.ts";
import { certainMachine } from "./certain-machine.ts";
import type { AddressEvidence } from "./evidence.ts";
import { bulkMarks, share, weighHeaders } from "./sender-headers.ts";
import { type SenderJudgement, Sum, times } from "./sender-sum.ts";
import { weighWords } from "./sender-words.ts";

export type SenderContext = {
  /** Registrable domains of the owner's own house (`ownDomainsOf`). */
  ownDomains: readonly string[];
  /** A meeting of at most this many people shows a person; 6 by the defaults. */
  smallMeetingMax?: number;
};

export function judgeSender(evidence: AddressEvidence, context: SenderContext): SenderJudgement {
  const word = correctionOf(evidence) ?? certainMachine(evidence);
  if (word !== undefined) return word;
  const sum = new Sum(evidence.sentIndividually > 0 ? wordsMinOfWritten : Number.NEGATIVE_INFINITY);
  weighDealings(evidence, context.smallMeetingMax ?? 6, sum);
  weighHeaders(evidence, sum);
  weighWords(evidence, context.ownDomains, sum);
  weighVolume(evidence, sum);
  return sum.judgement();
}

/**
 * To whom the owner wrote themselves, words and name take no more than that told for them: `reception@` and `editor@` are
 * somebody's address, too. Headers still speak, and so does an address that says that nobody answers.
 */
const wordsMinOfWritten = -2.6;

function correctionOf({ correction, address, told = [] }: AddressEvidence): SenderJudgement | undefined {
  // Whom the owner says they met is a person, until they say otherwise.
  if (correction === "person" || (correction === undefined && told.length > 0)) {
    return {
      verdict: "person",
      score: 1,
      because: [because("M4.owner_said_person", `You said that ${address} is a person.`)],
    };
  }
  if (correction === "machine") {
    return {
      verdict: "machine",
      score: 0,
      because: [because("M4.owner_said_machine", `You said that ${address} is a machine.`)],
    };
  }
  return undefined;
}

/** What the owner and the address did together: the strongest evidence there is. */
function weighDealings(evidence: AddressEvidence, smallMeetingMax: number, sum: Sum): void {
  const { sentIndividually, sentInGroup, received, marks } = evidence;
  const automatic = Math.max(
    marks.auto_replied ?? 0,
    marks.auto_generated ?? 0,
    marks.autoreply_header ?? 0,
    marks.delivery_report ?? 0,
  );
  const answers = Math.max(0, evidence.repliesToOwner - automatic);
  if (sentIndividually > 0 && answers > 0) {
    sum.add(
      6,
      "M4.owner_wrote_they_answered",
      `You wrote to them ${times(sentIndividually)} and they answered ${times(answers)}.`,
      {
        sentIndividually,
        answers,
      },
    );
  } else if (sentIndividually > 0 && evidence.repliesByOwner > 0) {
    sum.add(3.5, "M4.owner_answered", "You answered a message of theirs.", { repliesByOwner: evidence.repliesByOwner });
  } else if (sentIndividually > 0 && received > automatic && share(evidence, bulkMarks) < 0.5) {
    sum.add(3, "M4.mail_both_ways", `You wrote to them ${times(sentIndividually)} and they wrote ${times(received)}.`, {
      sentIndividually,
      received,
    });
  } else if (sentIndividually > 0) {
    sum.add(2.2, "M4.owner_wrote", `You wrote to them ${times(sentIndividually)}.`, { sentIndividually });
  } else if (sentInGroup > 0) {
    sum.add(1.2, "M4.owner_wrote_to_many", `They stood among many on ${sentInGroup} of your messages.`, {
      sentInGroup,
    });
  }
  const meeting = evidence.events.findLast(
    (event) => event.held && event.bothAccepted && event.attendees <= smallMeetingMax,
  );
  if (meeting !== undefined) {
    sum.add(5, "M4.small_meeting", `You both accepted "${meeting.title}" with ${meeting.attendees} people.`, {
      event: meeting.eventId,
      attendees: meeting.attendees,
    });
  } else if (evidence.events.some((event) => event.held)) {
    sum.add(1, "M4.shared_event", "They were on an event with you.", { events: evidence.events.length });
  }
  if (evidence.cards.length > 0) {
    sum.add(2, "M4.in_address_book", "They stand in an address book or list of yours.", {
      cards: evidence.cards.length,
    });
  }
  if (evidence.onlyCopied > 0 && received === 0 && sentIndividually + sentInGroup === 0) {
    sum.add(0.3, "M4.only_copied", "They were copied on messages.", { copied: evidence.onlyCopied });
  }
}

/** Much mail that nobody ever answered is a stream, not a correspondence. */
function weighVolume(evidence: AddressEvidence, sum: Sum): void {
  const { received, sentIndividually, sentInGroup, repliesToOwner } = evidence;
  if (received === 0 || sentIndividually + sentInGroup + repliesToOwner > 0) return;
  if (received >= 50) sum.hint(-1.5, "M4.volume", `${received} messages and never one from you.`, { received });
  else if (received >= 15) sum.hint(-0.8, "M4.volume", `${received} messages and never one from you.`, { received });
  else if (received >= 5) sum.hint(-0.3, "M4.volume", `${received} messages and never one from you.`, { received });
}
