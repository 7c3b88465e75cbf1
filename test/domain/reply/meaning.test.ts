/** M6, R45: what replies mean for their offers, in four languages (own hand-written replies); no wrong hour is ever booked. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Language } from "../../../src/domain/mail/language.ts";
import { newTextOf } from "../../../src/domain/mail/new-text.ts";
import { asksForNoMore, isInFewWords } from "../../../src/domain/reply/asks-for-no-more.ts";
import { readReply } from "../../../src/domain/reply/meaning.ts";
import { type Correspondence, weighedBy, writerOf } from "../../../src/domain/reply/writer.ts";
import { after, before, type Instant, type Zone } from "../../../src/domain/time.ts";
import { offeredSlots, replyCases } from "../../support/reply-cases.ts";

const cases = ["en", "de", "fr", "es"].flatMap((language) =>
  ["", "-b", "-c", "-d"].flatMap((writing) => replyCases(`${language}${writing}`)),
);
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

const traps = readFileSync(new URL("../../fixtures/replies/no-booking.txt", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(" | ") as [Language, string]);
test.each(traps)("an hour that was offered, and no yes to it, %s: %s", (language, text) => {
  // Of three times, and of the named one alone: "yes" means more where there is nothing to choose.
  for (const slots of [offer.slots, offer.slots.slice(0, 1), offer.slots.slice(1, 2)])
    expect(readReply(text, { ...offer, language, slots }).kind).not.toBe("accept");
});

test.each<[Language, string, 0 | 1]>([
  ["en", "Tuesday at 10 is great. I'm free until noon so no rush.", 0],
  ["en", "Could we go with Tuesday at 10? That works best on my side.", 0],
  ["en", "OK, Wednesday at 2. Can't do the others, I'm in court.", 1],
  ["en", "Tuesday at ten is perfect – I'm in the office all morning.", 0],
  ["en", "Wednesday afternoon is perfect since I'm off on Thursday.", 1],
  ["de", "Mit Mittwoch 14 Uhr habe ich kein Problem.", 1],
  ["de", "Die beiden anderen passen nicht, aber Dienstag um 10 gerne. Bis um 10!", 0],
  ["fr", "Je n'ai aucun problème avec mardi à 10h.", 0],
  ["es", "El miércoles a las dos es ideal. ¿Se aparca bien por ahí?", 1],
  ["es", "El martes estaré, las diez en punto es ideal.", 0],
  ["es", "Ok el de las 14", 1],
])("a time is taken, %s: %s", (language, text, index) => {
  expect(readReply(text, { ...offer, language })).toMatchObject({ kind: "accept", slot: offeredSlots[index] });
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

test.each`
  text                                        | says
  ${"Wednesday at 2pm is good for me, Elin."} | ${"accept"}
  ${"Thanks Elin! Wednesday at 2pm works."}   | ${"accept"}
  ${"Wednesday at 2pm suits Elin."}           | ${"unclear"}
  ${"Wednesday at 2pm works for Elin."}       | ${"unclear"}
`("M6 the owner's name is known where it only addresses: $text → $says", ({ text, says }) => {
  expect(readReply(text, { ...offer, owner: "Elin Sandberg" }).kind).toBe(says);
});

test.each`
  text                                          | says
  ${"Wednesday at 2pm? Perfect!"}               | ${"accept"}
  ${"Wednesday at 2pm? Perfect for Ben."}       | ${"counter"}
  ${"Wednesday at 2pm?"}                        | ${"counter"}
  ${"Wendesday 2pm wroks, thnaks!"}             | ${"accept"}
  ${"Wednesday at 2pm works. Have a safe trip"} | ${"accept"}
  ${"Wednesday at 2pm works. I'll send Ben."}   | ${"unclear"}
`("M6 what stands around a yes: $text → $says", ({ text, says }) => expect(readReply(text, offer).kind).toBe(says));

test("M6 a thumb alone answers an offer of one time, and chooses none of several", () => {
  expect(readReply("👍", { ...offer, slots: offer.slots.slice(0, 1) }).kind).toBe("accept");
  expect(readReply("👍", offer).kind).toBe("unclear");
});

test("a delegate's address is kept", () => {
  expect(readReply("Please coordinate with my assistant, ruth@talver.example.", offer)).toMatchObject({
    kind: "delegate",
    to: "ruth@talver.example",
  });
});

describe("defects seen elsewhere (requirements §5) are absent", () => {
  const read = (text: string) => readReply(text, offer).kind;
  test.each`
    defect                                      | text                                                         | meaning
    ${"'not interested' is no yes"}             | ${"Thanks, but I'm not interested."}                         | ${"decline"}
    ${"'not interested' in German"}             | ${"Danke, aber ich bin nicht interessiert."}                 | ${"decline"}
    ${"'not interested' in French"}             | ${"Merci, mais cela ne m'intéresse pas."}                    | ${"decline"}
    ${"'not interested' in Spanish"}            | ${"Gracias, pero no me interesa."}                           | ${"decline"}
    ${"'please stop by' is no opt-out"}         | ${"Wednesday at 2pm works. Please stop by our stand first."} | ${"accept"}
    ${"'stop by' alone is no opt-out"}          | ${"Please stop by our stand."}                               | ${"unclear"}
    ${"'can't make it' is understood"}          | ${"Sorry, I can't make it on Wednesday."}                    | ${"constraint"}
    ${"'can't make it' without a day"}          | ${"Sorry, I can't make it."}                                 | ${"constraint"}
    ${"'Tuesday works' is understood"}          | ${"Tuesday works."}                                          | ${"accept"}
    ${"'10 minutes away from you' is no leave"} | ${"Wednesday at 2pm works, I'm 10 minutes away from you."}   | ${"accept"}
  `("$defect: $text", ({ text, meaning }) => expect(read(text)).toBe(meaning));
});

describe("R34 booked automatically only when nothing is open", () => {
  test("Thursday works, but not before 10:15: not booked, and both are kept", () => {
    const slots = [{ startsAt: offeredSlots[0]!.startsAt, endsAt: offeredSlots[0]!.endsAt }];
    const read = readReply("Tue 10 works for me, but not before 10:15", { ...offer, slots });
    expect(["counter", "constraint", "unclear"]).toContain(read.kind);
  });

  test("Tuesday 10 works: a number that is no day of that name is the hour", () => {
    expect(readReply("Tuesday 10 works", offer)).toMatchObject({ kind: "accept", slot: offeredSlots[0] });
  });

  test.each(["Tuesday at 3", "Tuesday at 3 works.", "Yes, Tuesday 3pm", "Tuesday 3"])(
    "two Tuesdays possible: %s is asked",
    (text) => {
      const tuesday = after(offeredSlots[0]!.startsAt, { hours: 5 });
      const slots = [tuesday, after(tuesday, { hours: 7 * 24 })].map((startsAt) => ({
        startsAt,
        endsAt: after(startsAt, { minutes: 45 }),
      }));
      expect(readReply(text, { ...offer, slots })).toMatchObject({
        kind: "unclear",
        because: [{ rule: "M6.two_readings" }],
      });
    },
  );

  test("plain accepts need no question in four of five", () => {
    const plain = cases.filter(({ wanted }) => wanted[0] === "accept");
    const settled = plain.filter(({ text, offer: made }) => readReply(text, made).kind === "accept");
    expect(settled.length / plain.length).toBeGreaterThanOrEqual(0.8);
  });
});

describe("R45 a no is a no, and only a no", () => {
  test.each([
    "please stop emailing me",
    "Please remove me from your list.",
    "Veuillez me retirer de votre liste.",
    "Bitte schreiben Sie mir nicht mehr.",
    "No me escriba más.",
  ])("opt-out: %s", (text) => expect(readReply(text, offer).kind).toBe("opt_out"));
  test.each(["please stop by our stand", "I'll stop by on Tuesday at 10", "We never stop learning."])(
    "not an opt-out: %s",
    (text) => expect(readReply(text, offer).kind).not.toBe("opt_out"),
  );
});

describe("M6 whoever answers in the thread is told apart before a time is settled", () => {
  const thread: Correspondence = {
    owner: ["nora@valeworks.example"],
    person: { addresses: ["tom.ansel@talver.example"], name: "Tom Ansel" },
    delegates: ["ruth@talver.example"],
  };
  const meant = (writer: { address: string; name?: string }, text: string) => {
    const who = writerOf(writer, thread);
    return `${who.kind}: ${weighedBy(who, readReply(text, { ...offer, asked: "Tom Ansel" }))?.kind}`;
  };
  test.each`
    who                                      | address                         | name            | text                          | meaning
    ${"the person"}                          | ${"tom.ansel@talver.example"}   | ${"Tom Ansel"}  | ${"Tuesday at 10 works."}     | ${"person: accept"}
    ${"the same mailbox with a tag"}         | ${"tom.ansel+x@talver.example"} | ${undefined}    | ${"Tuesday at 10 works."}     | ${"person: accept"}
    ${"another address under their name"}    | ${"tom@ansel.example"}          | ${"Ansel, Tom"} | ${"Tuesday at 10 works."}     | ${"their_other_address: unclear"}
    ${"a no from another address"}           | ${"tom@ansel.example"}          | ${"Tom Ansel"}  | ${"Please stop emailing me."} | ${"their_other_address: opt_out"}
    ${"the assistant they named"}            | ${"ruth@talver.example"}        | ${"Ruth Ilves"} | ${"Tuesday at 10 suits Tom."} | ${"their_delegate: accept"}
    ${"an assistant speaks not for a no"}    | ${"ruth@talver.example"}        | ${"Ruth Ilves"} | ${"Please stop emailing me."} | ${"their_delegate: unclear"}
    ${"a stranger in the thread"}            | ${"kim@elsewhere.example"}      | ${"Kim Orr"}    | ${"Tuesday at 10 works."}     | ${"stranger: unclear"}
    ${"a stranger with the same first name"} | ${"tom@elsewhere.example"}      | ${"Tom"}        | ${"Tuesday at 10 works."}     | ${"stranger: unclear"}
    ${"the owner's own letter"}              | ${"nora@valeworks.example"}     | ${"Nora Vale"}  | ${"Tuesday at 10 works."}     | ${"owner: undefined"}
  `("$who: $meaning", ({ address, name, text, meaning }) =>
    expect(meant({ address, ...(name !== undefined && { name }) }, text)).toBe(meaning),
  );
});

test.each`
  language | text                                                   | isStop
  ${"en"}  | ${"Please stop emailing me."}                          | ${true}
  ${"en"}  | ${"Please remove me from your list"}                   | ${true}
  ${"en"}  | ${"Unsubscribe"}                                       | ${true}
  ${"de"}  | ${"Bitte schreiben Sie mir nicht mehr."}               | ${true}
  ${"fr"}  | ${"Merci de ne plus me contacter."}                    | ${true}
  ${"es"}  | ${"No me escribas más, por favor."}                    | ${true}
  ${"en"}  | ${"Please stop by our stand."}                         | ${false}
  ${"en"}  | ${"Could you drop me off at the station after lunch?"} | ${false}
  ${"en"}  | ${"Take my name off the agenda for Thursday, please."} | ${false}
  ${"en"}  | ${"Don't email me on Tuesday, I am away."}             | ${false}
  ${"en"}  | ${"No more emails today, I am off. Talk on Monday!"}   | ${false}
  ${"en"}  | ${"Don't call me, I'll call you tomorrow."}            | ${false}
  ${"en"}  | ${`${"The order left. ".repeat(20)}Stop emailing me.`} | ${false}
`("R45: a letter that answers no offer, $text: $isStop", ({ language, text, isStop }) => {
  const written = { zone: "Europe/Paris" as Zone, language, writtenAt: "2026-11-02T10:00:00.000Z" as Instant };
  expect(isInFewWords(text) && asksForNoMore(text, written)).toBe(isStop);
});

describe("M6: an offered time that is meant by its place", () => {
  const two = { ...cases[0]!.offer, slots: offeredSlots.slice(0, 2) };
  test.each`
    language | text                                   | slot
    ${"en"}  | ${"The later one, please."}            | ${1}
    ${"en"}  | ${"The earlier slot is better for me"} | ${0}
    ${"de"}  | ${"Lieber der spätere Termin."}        | ${1}
    ${"de"}  | ${"Den ersten der beiden, bitte."}     | ${0}
    ${"fr"}  | ${"Le plus tard des deux me va."}      | ${1}
    ${"es"}  | ${"La última me viene mejor."}         | ${1}
  `("of two, $language: $text", ({ language, text, slot }) => {
    expect(readReply(text, { ...two, language })).toMatchObject({ kind: "accept", slot: two.slots[slot] });
  });

  test("of three, 'the later one' leaves open which", () => {
    expect(readReply("The later one, please.", cases[0]!.offer).kind).toBe("unclear");
  });
});

test("R45, M6: who does not wish to hear of a thing asks for no end of letters", () => {
  expect(readReply("I don't wish to hear about the budget again.", cases[0]!.offer).kind).not.toBe("opt_out");
  expect(readReply("I don't wish to hear from you again.", cases[0]!.offer).kind).toBe("opt_out");
});

test("M6: a time that is full is none of those that they propose", () => {
  const read = readReply("Tuesday is full, could we do Thursday at 3?", cases[0]!.offer);
  expect(read.kind === "counter" && read.times.map(({ says }) => says)).toEqual(["thursday at 3"]);
});
