/** What an answer leads to: read from its own words against the offer, then settled; times are in Paris, November 2026. */
import { describe, expect, test } from "vitest";
import { readAnswer } from "../../../src/domain/booking/read-answer.ts";
import { type Answer, type Settlement, settle } from "../../../src/domain/booking/settle.ts";
import { busyByWish, timesWish } from "../../../src/domain/booking/times-wish.ts";
import type { ReplyMeaning } from "../../../src/domain/reply/meaning.ts";
import {
  after,
  dayIn,
  type Instant,
  instantOf,
  minuteOfDayIn,
  type PlainDate,
  parseInstant,
  type Zone,
} from "../../../src/domain/time.ts";
import { offeredSlots } from "../../support/reply-cases.ts";

const paris = "Europe/Paris" as Zone;
const at = (text: string): Instant => parseInstant(text)!;
const writtenAt = at("2026-11-16T09:00:00Z");
const now = at("2026-11-16T09:05:00Z");
const slot = (start: string) => ({ startsAt: at(start), endsAt: after(at(start), { minutes: 45 }) });
const [tuesdayTen, wednesdayTwo] = offeredSlots as [Answer["booked"] & object, Answer["booked"] & object];
const thursdayEleven = slot("2026-11-19T10:00:00Z");

const read = (text: string, offers: readonly { times: readonly (typeof offeredSlots)[number][] }[]): ReplyMeaning =>
  readAnswer(
    text,
    offers.map((offer) => ({ ...offer, locale: "en" })),
    { at: writtenAt, zone: paris, language: "en" },
  );

const free = [...offeredSlots, thursdayEleven];
const settled = (text: string, more: Partial<Answer> = {}): Settlement =>
  settle(
    {
      meaning: read(text, [{ times: offeredSlots }]),
      writtenAt,
      offer: { times: offeredSlots, free, zone: paris },
      wroteAgain: false,
      mayBookTheirs: false,
      mayWait: true,
      ...more,
    },
    now,
  );

const clockOf = (time: { startsAt: Instant }): string => {
  const minute = minuteOfDayIn(paris, time.startsAt);
  return `${dayIn(paris, time.startsAt)} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
};
const say = (one: Settlement): string =>
  one.kind === "book" || one.kind === "propose_theirs"
    ? `${one.kind} ${clockOf(one.time)}`
    : one.kind === "new_times" && one.taken !== undefined
      ? `new_times, taken ${clockOf(one.taken)}`
      : `${one.kind}${one.kind === "ask_owner" || one.kind === "nothing" ? ` ${one.because.rule}` : ""}`;

describe("M6, R34: an answer", () => {
  test.each`
    text                                            | to
    ${"Tuesday at 10 works for me."}                | ${"book 2026-11-17 10:00"}
    ${"The second one is fine."}                    | ${"book 2026-11-18 14:00"}
    ${"Tuesday at 10 works. Where do we meet?"}     | ${"book 2026-11-17 10:00"}
    ${"Could we do Thursday at 11 instead?"}        | ${"propose_theirs 2026-11-19 11:00"}
    ${"Thursday at 9 would be better."}             | ${"new_times"}
    ${"Not before 11, please."}                     | ${"new_times"}
    ${"Thursday afternoon would suit me."}          | ${"new_times"}
    ${"Please ask me again in February."}           | ${"park"}
    ${"No thanks, I am not interested."}            | ${"stop"}
    ${"Please stop emailing me."}                   | ${"stop"}
    ${"What is it about?"}                          | ${"ask_owner M6.they_ask"}
    ${"My assistant will arrange it."}              | ${"ask_owner M6.handed_over"}
    ${"Either the first or the second."}            | ${"ask_owner M6.not_sure"}
    ${"Tuesday at 10, and the boat comes along."}   | ${"propose_theirs 2026-11-17 10:00"}
    ${"Tuesday at 10 would have been lovely."}      | ${"new_times"}
    ${"Tuesday at 10? You must be joking."}         | ${"ask_owner M6.not_sure"}
    ${"Tuesday at 10 works, but not before 10:15."} | ${"new_times"}
    ${"Thank you, that was good of you."}           | ${"ask_owner M6.not_sure"}
  `("$text", ({ text, to }) => expect(say(settled(text))).toBe(to));

  test("Tuesday 3 with two Tuesdays offered is asked about (R34)", () => {
    const times = [slot("2026-11-17T14:00:00Z"), slot("2026-11-24T14:00:00Z")];
    const meaning = read("Tuesday at 3 works", [{ times }]);
    const one = settled("", { meaning, offer: { times, free: times, zone: paris } });
    expect(one.kind).toBe("ask_owner");
  });

  test("their time is booked by itself only where the owner lets it be", () => {
    const text = "Could we do Thursday at 11 instead?";
    expect(say(settled(text, { mayBookTheirs: true }))).toBe("book 2026-11-19 11:00");
  });

  test("a time that is gone leads to others, and never to that one again", () => {
    const one = settled("Tuesday at 10 works for me.", {
      offer: { times: offeredSlots, free: [wednesdayTwo], zone: paris },
    });
    expect(say(one)).toBe("new_times, taken 2026-11-17 10:00");
    expect(one).toMatchObject({ wish: { notAt: [tuesdayTen] } });
  });

  test.each`
    text                                     | to
    ${"Tuesday at 10 works for me."}         | ${"ask_owner Q6.no_offer_stands"}
    ${"Could we do Thursday at 11 instead?"} | ${"ask_owner Q6.no_offer_stands"}
    ${"No thanks, I am not interested."}     | ${"stop"}
    ${"Thank you, that was good of you."}    | ${"nothing M6.only_thanks"}
    ${"Thank you. Can you send the slides?"} | ${"ask_owner M6.they_ask"}
  `("without an offer that stands: $text", ({ text, to }) => {
    const { offer: _, ...alone } = {
      offer: 0,
      meaning: read(text, [{ times: offeredSlots }]),
      writtenAt,
      wroteAgain: false,
      mayWait: true,
      mayBookTheirs: true,
    };
    expect(say(settle(alone, now))).toBe(to);
  });

  test("while calendars cannot be read it waits for a day, and is the owner's then (Q1)", () => {
    const offer = { times: offeredSlots, free: [], zone: paris };
    const yes = "Tuesday at 10 works for me.";
    expect(say(settled(yes, { offer }))).toBe("wait");
    expect(say(settled(yes, { offer, mayWait: false }))).toBe("ask_owner Q1.calendar_unknown");
    expect(say(settled(yes, { offer, writtenAt: after(writtenAt, { hours: -25 }) }))).toBe(
      "ask_owner Q1.calendar_unknown",
    );
  });

  test("a yes that another letter of theirs followed is not acted on", () => {
    expect(say(settled("Tuesday at 10 works for me.", { wroteAgain: true }))).toBe("ask_owner M6.wrote_again");
  });

  test("what an import brings a month later is history; a no stays a no", () => {
    const late = (text: string) =>
      say(
        settle(
          { meaning: read(text, []), writtenAt, wroteAgain: false, mayBookTheirs: true, mayWait: true },
          after(now, { days: 31 }),
        ),
      );
    expect(late("Where is it?")).toBe("nothing M6.long_ago");
    expect(late("No thanks, I am not interested.")).toBe("stop");
  });
});

describe("R34: while a meeting is booked", () => {
  test.each`
    text                                     | to
    ${"Tuesday at 10 works for me."}         | ${"book 2026-11-17 10:00"}
    ${"The second one is fine."}             | ${"ask_owner R34.other_time"}
    ${"Could we do Thursday at 11 instead?"} | ${"propose_theirs 2026-11-19 11:00"}
    ${"Could we do Thursday at 9 instead?"}  | ${"ask_owner R34.wants_to_move"}
    ${"No thanks, I am not interested."}     | ${"ask_owner R34.cannot_come"}
    ${"Where do we meet?"}                   | ${"ask_owner M6.they_ask"}
    ${"Please stop emailing me."}            | ${"stop"}
    ${"Thank you, that was good of you."}    | ${"nothing M6.only_thanks"}
  `("$text", ({ text, to }) => expect(say(settled(text, { booked: tuesdayTen }))).toBe(to));
});

describe("M6: an answer after a reminder", () => {
  const newer = [slot("2026-11-20T09:00:00Z"), slot("2026-11-20T13:00:00Z")];
  const both = [{ times: newer }, { times: offeredSlots }];
  test.each`
    text                                 | is
    ${"Friday at 10 works."}             | ${"accept 2026-11-20 10:00"}
    ${"Tuesday at 10 works for me."}     | ${"accept 2026-11-17 10:00"}
    ${"The first one is fine."}          | ${"unclear"}
    ${"No thanks, I am not interested."} | ${"decline"}
  `("$text", ({ text, is }) => {
    const meaning = read(text, both);
    expect(meaning.kind === "accept" ? `accept ${clockOf(meaning.slot)}` : meaning.kind).toBe(is);
  });
});

describe("the times that an answer leaves open", () => {
  const wednesday = "2026-11-18" as PlainDate;
  /** Free hours of a Wednesday and a Thursday by what was said. */
  const openOn = (wish: object): string[] => {
    const days = { firstDay: wednesday, lastDay: "2026-11-19" as PlainDate };
    const parsed = timesWish.parse({ limits: [], within: [], notAt: [], ...wish });
    const busy = busyByWish(parsed, { zone: paris, ...days, lengthMinutes: 45 });
    const hours = Array.from({ length: 48 }, (_, hour) => instantOf(Date.UTC(2026, 10, 17, 23 + hour)));
    const open = hours.filter(
      (hour) => !busy.some(({ startMs, endMs }) => startMs <= Date.parse(hour) && Date.parse(hour) < endMs),
    );
    return open.map((startsAt) => clockOf({ startsAt }).replace("2026-11-18", "Wed").replace("2026-11-19", "Thu"));
  };
  const from = (minute: number) => ({ kind: "from", minute });
  const until = (minute: number) => ({ kind: "until", minute });
  const days = (day: string) => [{ first: day, last: day }];

  test.each`
    said                                | limits                                                                                                    | first          | count
    ${"not before 10"}                  | ${[{ fits: true, clock: from(600) }]}                                                                     | ${"Wed 10:00"} | ${28}
    ${"from 10, until 12"}              | ${[{ fits: true, clock: from(600) }, { fits: true, clock: until(720) }]}                                  | ${"Wed 10:00"} | ${4}
    ${"not on Wednesday"}               | ${[{ fits: false, days: days("2026-11-18") }]}                                                            | ${"Thu 0:00"}  | ${24}
    ${"Thursdays"}                      | ${[{ fits: true, everyWeekday: 4 }]}                                                                      | ${"Thu 0:00"}  | ${24}
    ${"in the afternoon"}               | ${[{ fits: true, clock: { kind: "between", from: 720, until: 1080, isPart: true } }]}                     | ${"Wed 12:00"} | ${12}
    ${"Wednesday, or Thursday from 10"} | ${[{ fits: true, days: days("2026-11-18") }, { fits: true, days: days("2026-11-19"), clock: from(600) }]} | ${"Wed 0:00"}  | ${38}
  `("$said", ({ limits, first, count }) => {
    const open = openOn({ limits });
    expect([open[0], open.length]).toEqual([first, count]);
  });

  test("a stretch that they named holds, and what was offered before is left out", () => {
    const within = [{ startsAt: at("2026-11-19T13:00:00Z"), endsAt: at("2026-11-19T16:00:00Z") }];
    const notAt = [{ startsAt: at("2026-11-19T14:00:00Z"), endsAt: at("2026-11-19T14:45:00Z") }];
    expect(openOn({ within, notAt })).toEqual(["Thu 14:00", "Thu 16:00"]);
  });
});
