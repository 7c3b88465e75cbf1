/** Calls, what was logged, briefs, answers after events, notes and cards. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Asking, debriefPrompts, type PastEvent } from "../../../src/domain/contact/debrief.ts";
import { writeVcard } from "../../../src/domain/contact/vcard.ts";
import { agenda } from "../../../src/domain/day/appointments.ts";
import { writeBlocks } from "../../../src/domain/day/blocks.ts";
import { type BriefInputs, brief, wordsIn } from "../../../src/domain/day/brief.ts";
import { type Callee, callList, countCalls, sayCallCount } from "../../../src/domain/day/call-list.ts";
import { zonesOfPhone } from "../../../src/domain/day/country-zones.ts";
import { readDebriefAnswer } from "../../../src/domain/day/debrief-answer.ts";
import { firstActs } from "../../../src/domain/day/first-acts.ts";
import { interactionOf, type Logged } from "../../../src/domain/day/logged.ts";
import { notePage } from "../../../src/domain/day/note.ts";
import { isSensitive } from "../../../src/domain/day/sensitive.ts";
import type { Fact } from "../../../src/domain/fact/fact.ts";
import type { ContactId, FactId, LoggedId } from "../../../src/domain/ids.ts";
import type { CalendarEvent } from "../../../src/domain/meeting/event.ts";
import { defaultPolicy } from "../../../src/domain/policy.ts";
import { decideFollowUps } from "../../../src/domain/relationship/decide.ts";
import type { Interaction } from "../../../src/domain/relationship/interaction.ts";
import type { PersonHistory } from "../../../src/domain/relationship/person.ts";
import { summarise } from "../../../src/domain/relationship/summary.ts";
import { after, before, type Instant, instantAt, type PlainDate, type Zone } from "../../../src/domain/time.ts";

const paris = "Europe/Paris" as Zone;
const losAngeles = "America/Los_Angeles" as Zone;
const policy = defaultPolicy(paris);
const day = (text: string) => text as PlainDate;
/** Monday 23 November 2026 on a Paris clock. */
const at = (clock: string, on = "2026-11-23") => {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return instantAt(paris, day(on), hours * 60 + minutes);
};

const logged = (
  contact: string,
  outcome: Logged["outcome"],
  when: Instant,
  mode: Logged["mode"] = "phone",
): Logged => ({
  loggedId: `${contact} ${when}` as LoggedId,
  contactId: contact as ContactId,
  mode,
  direction: "outbound",
  outcome,
  at: when,
});

describe("ten calls before ten (R22)", () => {
  const callee = (n: number, more: Partial<Callee> = {}): Callee => ({
    id: `p${n}`,
    contactId: `p${n}`,
    name: `Person ${n}`,
    phones: n <= 9 ? [`+33 1 00 00 00 ${10 + n}`] : [],
    zones: [paris],
    line: "You met at the fair.",
    urgency: 20 - n,
    closeness: 0,
    ...more,
  });
  const fourteen = Array.from({ length: 14 }, (_, n) => callee(n + 1));

  test("14 due, 9 with numbers: 9 listed, 5 without a number", () => {
    const list = callList(fourteen, new Set(), policy, at("07:30"));
    expect(list.calls.map(({ name }) => name)).toEqual(fourteen.slice(0, 9).map(({ name }) => name));
    expect(list).toMatchObject({ withoutNumber: 5, asleep: 0 });
    expect(list.calls[0]).toMatchObject({ phone: "+33 1 00 00 00 11", localMinute: 450 });
  });

  test("of twenty with numbers exactly ten are listed, the most pressing", () => {
    const twenty = Array.from({ length: 20 }, (_, n) => callee(n + 1, { phones: ["+33 1 23 45 67 89"] }));
    expect(callList(twenty, new Set(), policy, at("07:30")).calls.map(({ id }) => id)).toEqual(
      twenty.slice(0, 10).map(({ id }) => id),
    );
    const rung = callList(twenty, new Set(["p1", "p3"]), policy, at("09:10"));
    expect(rung.calls.map(({ id }) => id).slice(0, 3)).toEqual(["p2", "p4", "p5"]);
  });

  test.each`
    where                                 | zones                              | clock      | listed
    ${"Los Angeles, on a Paris morning"}  | ${[losAngeles]}                    | ${"07:30"} | ${false}
    ${"Los Angeles, an hour before ten"}  | ${[losAngeles]}                    | ${"09:59"} | ${false}
    ${"Los Angeles, in the afternoon"}    | ${[losAngeles]}                    | ${"17:30"} | ${true}
    ${"New York, on a Paris morning"}     | ${["America/New_York"]}            | ${"08:00"} | ${false}
    ${"London, awake at nine in Paris"}   | ${["Europe/London"]}               | ${"07:30"} | ${true}
    ${"Sydney, before it is eight there"} | ${["Australia/Sydney"]}            | ${"07:30"} | ${true}
    ${"Sydney, after eight there"}        | ${["Australia/Sydney"]}            | ${"10:30"} | ${false}
    ${"a number of the United States"}    | ${zonesOfPhone("+1 310 555 0123")} | ${"07:30"} | ${false}
    ${"a Spanish number, isles and all"}  | ${zonesOfPhone("+34 600 000 000")} | ${"07:30"} | ${true}
  `("$where: listed at $clock $listed", ({ zones, clock, listed }) => {
    const list = callList([callee(1, { zones })], new Set(), policy, at(clock));
    expect(list.calls).toHaveLength(listed ? 1 : 0);
    expect(list.asleep).toBe(listed ? 0 : 1);
  });

  test("3 logged by 09:40 and 1 at 10:05: 3 of 10 before 10:00, 4 today", () => {
    const calls = [
      logged("p1", "talked", at("09:05")),
      logged("p2", "voicemail", at("09:20")),
      logged("p3", "no_answer", at("09:40")),
      logged("p4", "talked", at("10:05")),
      logged("p5", "later", at("09:41")),
      logged("p6", "sent", at("09:42"), "text"),
      logged("p7", "talked", at("09:50", "2026-11-22")),
    ];
    expect(sayCallCount(countCalls(calls, policy, at("11:00")))).toBe("3 of 10 before 10:00, 4 today");
  });

  test("the minute before ten counts, ten does not, and the day is the owner's", () => {
    const calls = [logged("p1", "talked", at("09:59")), logged("p2", "talked", at("10:00"))];
    expect(countCalls(calls, policy, at("23:59"))).toMatchObject({ before: 1, today: 2 });
    expect(countCalls(calls, policy, at("00:00", "2026-11-24"))).toMatchObject({ before: 0, today: 0 });
  });
});

describe("what was logged (R35)", () => {
  const now = at("12:00");
  const talkedBefore: Interaction = {
    at: before(now, { days: 40 }),
    mode: "phone",
    direction: "mutual",
    depth: "conversation",
    others: 1,
    source: { kind: "logged", id: "before" },
  };

  test.each`
    outcome        | mode           | touch    | talk
    ${"sent"}      | ${"text"}      | ${true}  | ${false}
    ${"voicemail"} | ${"phone"}     | ${true}  | ${false}
    ${"posted"}    | ${"post"}      | ${true}  | ${false}
    ${"commented"} | ${"social"}    | ${true}  | ${false}
    ${"talked"}    | ${"phone"}     | ${true}  | ${true}
    ${"met"}       | ${"in_person"} | ${true}  | ${true}
    ${"no_answer"} | ${"phone"}     | ${false} | ${false}
    ${"later"}     | ${"phone"}     | ${false} | ${false}
    ${"no_show"}   | ${"in_person"} | ${false} | ${false}
  `("$mode, $outcome: moves the last touch $touch, the last conversation $talk", ({ outcome, mode, touch, talk }) => {
    const when = before(now, { hours: 1 });
    const interaction = interactionOf(logged("p", outcome, when, mode));
    const summary = summarise([talkedBefore, ...(interaction === undefined ? [] : [interaction])], now);
    expect(summary.lastTouchAt).toBe(touch ? when : talkedBefore.at);
    expect(summary.lastConversationAt).toBe(talk ? when : talkedBefore.at);
  });
});

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  calendar: "mine",
  uid: "e",
  sequence: 0,
  title: "Coffee",
  time: { kind: "timed", startsAt: at("10:00"), endsAt: at("11:00"), zone: paris },
  status: "confirmed",
  kind: "busy",
  attendees: [],
  notes: [],
  ...more,
});
const me = { address: "me@home.example", response: "accepted" as const };
const guest = (name: string, response: "accepted" | "declined" | "needs_action" = "accepted") => ({
  address: `${name}@acme.example`,
  response,
});
const own = { addresses: new Set(["me@home.example"]), domains: [] };
const past = (one: CalendarEvent, from: string, until: string, on = "2026-11-19"): PastEvent => ({
  eventId: "e1",
  event: one,
  times: [{ startsAt: at(from, on), endsAt: at(until, on) }],
});

describe("after which events the owner is asked, and when (R11, R37)", () => {
  const asking: Asking = { own, settled: new Set(), groups: new Set(), gatherings: new Set(), policy };
  const meetup = event({ title: "Meetup: Data Lyon" });
  const twelve = Array.from({ length: 11 }, (_, n) => guest(`g${n}`));

  test.each`
    what                                           | one                                                                                         | asked
    ${"a coffee of two"}                           | ${event({ attendees: [me, guest("priya")] })}                                               | ${"meeting"}
    ${"a coffee that they had not answered"}       | ${event({ attendees: [me, guest("priya", "needs_action")] })}                               | ${"meeting"}
    ${"a coffee that they declined"}               | ${event({ attendees: [me, guest("priya", "declined")] })}                                   | ${undefined}
    ${"a coffee that was cancelled"}               | ${event({ status: "cancelled", attendees: [me, guest("priya")] })}                          | ${undefined}
    ${"a webinar of forty that the owner took up"} | ${event({ title: "Webinar", attendees: [me, ...twelve] })}                                  | ${"large_event"}
    ${"a webinar that the owner never answered"}   | ${event({ title: "Webinar", attendees: [{ ...me, response: "needs_action" }, ...twelve] })} | ${undefined}
    ${"a meetup without a list"}                   | ${meetup}                                                                                   | ${"large_event"}
    ${"a German evening, words glued together"}    | ${event({ title: "Netzwerkabend der Gründer" })}                                            | ${"large_event"}
    ${"a dentist"}                                 | ${event({ title: "Dentist" })}                                                              | ${undefined}
    ${"focus time"}                                | ${event({ title: "Workshop preparation", kind: "focus" })}                                  | ${undefined}
    ${"a conference on a screen"}                  | ${event({ title: "Online conference" })}                                                    | ${undefined}
    ${"a meeting of the own house"}                | ${event({ attendees: [me, { address: "b@home.example", response: "accepted" }] })}          | ${undefined}
  `("$what: $asked", ({ one, asked }) => {
    const house = { ...own, domains: ["home.example"] };
    const prompts = debriefPrompts([past(one, "19:00", "21:00")], { ...asking, own: house }, at("12:00", "2026-11-20"));
    expect(prompts.map(({ kind }) => kind)).toEqual(asked === undefined ? [] : [asked]);
  });

  test.each`
    what                                    | one                                           | now                                                 | asked
    ${"Thu 19:00 meetup, the same evening"} | ${meetup}                                     | ${at("23:00", "2026-11-19")}                        | ${0}
    ${"Fri 08:29"}                          | ${meetup}                                     | ${at("08:29", "2026-11-20")}                        | ${0}
    ${"Fri 08:30"}                          | ${meetup}                                     | ${at("08:30", "2026-11-20")}                        | ${1}
    ${"a coffee, 29 minutes after its end"} | ${event({ attendees: [me, guest("priya")] })} | ${at("21:29", "2026-11-19")}                        | ${0}
    ${"half an hour after its end"}         | ${event({ attendees: [me, guest("priya")] })} | ${at("21:30", "2026-11-19")}                        | ${1}
    ${"seven days later"}                   | ${meetup}                                     | ${at("21:00", "2026-11-26")}                        | ${1}
    ${"and a second more"}                  | ${meetup}                                     | ${after(at("21:00", "2026-11-26"), { seconds: 1 })} | ${0}
  `("$what: $asked", ({ one, now, asked }) => {
    expect(debriefPrompts([past(one, "19:00", "21:00")], asking, now)).toHaveLength(asked);
  });

  test("R37: held by default only when both accepted", () => {
    const heldBy = (response: "accepted" | "needs_action") =>
      debriefPrompts(
        [past(event({ attendees: [me, guest("priya", response)] }), "19:00", "20:00")],
        asking,
        at("09:00", "2026-11-20"),
      )[0]?.isHeldByDefault;
    expect([heldBy("accepted"), heldBy("needs_action")]).toEqual([true, false]);
  });

  test("each time once, the newest first; what was answered is not asked again", () => {
    const series = {
      ...past(meetup, "19:00", "21:00", "2026-11-17"),
      times: ["2026-11-17", "2026-11-18"].map((on) => ({ startsAt: at("19:00", on), endsAt: at("21:00", on) })),
    };
    const now = at("09:00", "2026-11-20");
    expect(debriefPrompts([series], asking, now).map(({ endsAt }) => endsAt)).toEqual([
      at("21:00", "2026-11-18"),
      at("21:00", "2026-11-17"),
    ]);
    const settled = new Set([`e1 ${at("21:00", "2026-11-18")}`]);
    expect(debriefPrompts([series], { ...asking, settled }, now).map(({ endsAt }) => endsAt)).toEqual([
      at("21:00", "2026-11-17"),
    ]);
  });

  test("R10, R11: each session of a group, and a date that the owner goes to, whatever they are called", () => {
    const dinner = event({ title: "Dinner", uid: "group", attendees: [me, guest("a")] });
    const kindOf = (asked: Asking, one: CalendarEvent) =>
      debriefPrompts([past(one, "19:00", "21:00")], asked, at("09:00", "2026-11-20"))[0]?.kind;
    expect(kindOf({ ...asking, groups: new Set(["group"]) }, dinner)).toBe("large_event");
    expect(kindOf({ ...asking, gatherings: new Set(["mine"]) }, event({ title: "Evening" }))).toBe("large_event");
  });
});

describe("the answer after an event, one parser for page and verb (R11, R37)", () => {
  const read = (text: string) => readDebriefAnswer(text, { saidOn: day("2026-11-20") });

  test.each`
    line                                                 | person
    ${"Priya, priya@acme.example, hiring analysts"}      | ${{ name: "Priya", address: "priya@acme.example", why: "hiring analysts" }}
    ${"Priya Nair <Priya@Acme.example> hiring analysts"} | ${{ name: "Priya Nair", address: "priya@acme.example", why: "hiring analysts" }}
    ${"- Jörg Weiß; j.weiss@firma.example; Messe-Stand"} | ${{ name: "Jörg Weiß", address: "j.weiss@firma.example", why: "Messe-Stand" }}
    ${"2) O'Neil – oneil@x.example"}                     | ${{ name: "O'Neil", address: "oneil@x.example" }}
    ${"lea@y.example."}                                  | ${{ address: "lea@y.example" }}
    ${"Ana | mailto:ana@z.example | analyse, Lyon"}      | ${{ name: "Ana", address: "ana@z.example", why: "analyse, Lyon" }}
  `("a person: $line", ({ line, person }) => expect(read(line)).toMatchObject({ people: [person], open: [] }));

  test.each`
    line                                               | promise
    ${"promised intro to Sam by Friday"}               | ${{ text: "intro to Sam", dueOn: "2026-11-27" }}
    ${"I promised to send the deck tomorrow"}          | ${{ text: "send the deck", dueOn: "2026-11-21" }}
    ${"promised: the checklist by 3 December"}         | ${{ text: "the checklist", dueOn: "2026-12-03" }}
    ${"promised a book"}                               | ${{ text: "a book" }}
    ${"j'ai promis d'envoyer le guide d'ici vendredi"} | ${{ text: "envoyer le guide", dueOn: "2026-11-27" }}
    ${"versprochen: die Liste bis Freitag"}            | ${{ text: "die Liste", dueOn: "2026-11-27" }}
    ${"prometí el contacto para el viernes"}           | ${{ text: "el contacto", dueOn: "2026-11-27" }}
    ${"next: coffee in Lyon"}                          | ${{ text: "coffee in Lyon" }}
  `("a promise: $line", ({ line, promise }) => {
    expect(read(line)).toMatchObject({ promises: [{ ...promise, line }], open: [] });
    expect(read(line).promises[0]?.dueOn).toBe(promise.dueOn);
  });

  test.each`
    text                    | isHeld
    ${"no-show"}            | ${false}
    ${"No show."}           | ${false}
    ${"didn't happen"}      | ${false}
    ${"She didn't show up"} | ${false}
    ${"annulé"}             | ${false}
    ${"nicht erschienen"}   | ${false}
    ${"no vino"}            | ${false}
    ${"held"}               | ${true}
    ${"Yes!"}               | ${true}
    ${"oui"}                | ${true}
    ${"hat stattgefunden"}  | ${true}
    ${"promised a book"}    | ${undefined}
  `("$text: held $isHeld", ({ text, isHeld }) => expect(read(text).isHeld).toBe(isHeld));

  test("several things at once; a promise goes to the person above it", () => {
    expect(read("held; promised intro to Sam by Friday")).toMatchObject({
      isHeld: true,
      promises: [{ text: "intro to Sam" }],
    });
    const two = read("Ana, ana@z.example\npromised the deck\nBo, bo@z.example, jobs\n> quoted");
    expect(two.people.map(({ name }) => name)).toEqual(["Ana", "Bo"]);
    expect(two.promises).toMatchObject([{ text: "the deck", to: "ana@z.example" }]);
  });

  test.each`
    line                        | question
    ${"Priya, hiring analysts"} | ${"What is the address of Priya?"}
    ${"Priya, priya@acme"}      | ${"What is the whole address of Priya?"}
    ${"great evening"}          | ${'Is this a promise ("promised … by Friday"), or somebody you met ("name, address, why")?'}
  `("not understood, kept and asked back: $line", ({ line, question }) => {
    expect(read(line)).toMatchObject({ people: [], promises: [], open: [{ line, question }] });
  });

  test("any text: every line is read or asked back, and nothing is thrown", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const { people, promises, open, isHeld } = read(text);
        const lines = text
          .normalize("NFC")
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter((line) => /[\p{L}\d]/u.test(line) && !line.startsWith(">"));
        if (lines.length > 0)
          expect(people.length + promises.length + open.length + (isHeld === undefined ? 0 : 1)).toBeGreaterThan(0);
      }),
    );
  });
});

const fact = (kind: Fact["kind"], text: string, more: Partial<Fact> = {}): Fact => ({
  factId: text as FactId,
  contactId: "p" as ContactId,
  kind,
  text,
  quote: text,
  locale: "en",
  saidBy: "owner",
  saidAt: at("09:00"),
  source: { kind: "owner", id: "x" },
  confidence: 1,
  state: "open",
  ...more,
});

describe("the brief (R36)", () => {
  const now = at("13:30");
  const exchange = (daysAgo: number, title: string): Interaction => ({
    at: before(now, { days: daysAgo }),
    mode: "email",
    direction: daysAgo % 2 === 0 ? "inbound" : "outbound",
    depth: "touch",
    others: 1,
    source: { kind: "message", id: `${daysAgo}` },
    title,
  });
  const inputs: BriefInputs = {
    name: "Priya Nair",
    role: "Head of Data, Acme",
    zone: paris,
    met: { metOn: day("2026-11-16"), where: "SaaStr Paris drinks, Station F", why: "hiring analysts" },
    interactions: [1, 2, 3, 4].map((n) => exchange(n, `Subject ${n}`)),
    facts: [
      fact("promise", "intro to Sam", { dueOn: day("2026-11-27") }),
      fact("promise", "the salary survey", { saidBy: "person" }),
      fact("promise", "the old deck", { state: "done" }),
      fact("question", "Which tool do you use for it?", { saidBy: "person" }),
    ],
    giveNote: "the analysts' checklist",
    meeting: { title: "Coffee", startsAt: at("14:00"), place: "Café Moka", mode: "in_person", minutes: 45 },
  };
  const texts = (changed: Partial<BriefInputs> = {}) => brief({ ...inputs, ...changed }, now).map(({ text }) => text);

  test("where and why, the last three exchanges, what to bring, open promises, one question", () => {
    expect(texts()).toEqual([
      "Priya Nair, Head of Data, Acme. Coffee, Mon 23 Nov, 14:00, 45 minutes, in person, Café Moka.",
      "First met 16 Nov 2026: SaaStr Paris drinks, Station F.",
      "Why: hiring analysts.",
      "22 Nov 2026, you wrote by mail: Subject 1.",
      "21 Nov 2026, they wrote by mail: Subject 2.",
      "20 Nov 2026, you wrote by mail: Subject 3.",
      "To offer: the analysts' checklist",
      "You promised: intro to Sam, by 27 Nov 2026.",
      "They asked, and wait for your answer: Which tool do you use for it?",
    ]);
  });

  test("no give note: think of one thing to bring; nothing known: a question that always helps", () => {
    const { giveNote: _, met: __, meeting: ___, role: ____, ...bare } = inputs;
    expect(brief({ ...bare, interactions: [], facts: [] }, now).map(({ text }) => text)).toEqual([
      "Priya Nair",
      "Think of one thing to bring.",
      "Ask: what are you working on, and what would help?",
    ]);
  });

  test("nothing sensitive: the line stays without its title, the promise is left out", () => {
    const written = texts({
      interactions: [exchange(1, "After the surgery"), exchange(2, "Scheidung"), exchange(3, "Budget 2027")],
      meeting: { ...inputs.meeting!, title: "Krankenhaus" },
    }).join("\n");
    expect(written).not.toMatch(/surgery|Scheidung|Krankenhaus|salary/i);
    expect(written).toContain("Your meeting, Mon 23 Nov");
    expect(written).toContain("Budget 2027");
  });

  test.each`
    text                           | sensitive
    ${"my wife is ill"}            | ${true}
    ${"Wahlkampf im Herbst"}       | ${true}
    ${"obsèques de mon père"}      | ${true}
    ${"quiebra de la empresa"}     | ${true}
    ${"hiring analysts"}           | ${false}
    ${"the kidney-shaped table"}   | ${false}
    ${"Marie's partner programme"} | ${false}
    ${"devoted readers"}           | ${false}
  `("$text: sensitive $sensitive", ({ text, sensitive }) => expect(isSensitive(text)).toBe(sensitive));

  test("at most 200 words, whatever is known; the question and the give note stay", () => {
    const words = fc
      .array(fc.constantFrom("figures", "analysts", "Lyon", "budget"), { maxLength: 80 })
      .map((all) => all.join(" "));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), words, words, (many, where, giveNote) => {
        const lines = brief(
          {
            ...inputs,
            met: { metOn: day("2026-11-16"), where, why: where },
            giveNote,
            interactions: many.map((title, n) => exchange(n + 1, title)),
            facts: many.map((text) => fact("promise", text)),
          },
          now,
        );
        expect(wordsIn(lines)).toBeLessThanOrEqual(200);
        expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["meeting", "give", "question"]));
      }),
    );
  });
});

describe("a meeting that did not take place (R37)", () => {
  const missed = { eventId: "coffee", title: "Coffee", at: at("14:00", "2026-11-16") };
  const wrote: Interaction = {
    at: at("09:00", "2026-11-17"),
    mode: "email",
    direction: "outbound",
    depth: "touch",
    others: 1,
    source: { kind: "message", id: "m" },
  };
  const person: PersonHistory = { id: "p", name: "Priya", status: "active", interactions: [], booked: [], missed };
  const lunch = { eventId: "lunch", startsAt: at("12:00", "2026-11-26"), mode: "in_person" as const, others: 1 };

  test.each`
    what                            | changed                                                            | now                          | outcome
    ${"at once"}                    | ${{}}                                                              | ${missed.at}                 | ${"due"}
    ${"after three business days"}  | ${{}}                                                              | ${at("00:00", "2026-11-19")} | ${"overdue"}
    ${"on the thirtieth day"}       | ${{}}                                                              | ${at("23:59", "2026-12-16")} | ${"overdue"}
    ${"after it"}                   | ${{}}                                                              | ${at("00:00", "2026-12-17")} | ${undefined}
    ${"the owner wrote since"}      | ${{ interactions: [wrote] }}                                       | ${at("10:00", "2026-11-17")} | ${undefined}
    ${"only they wrote since"}      | ${{ interactions: [{ ...wrote, direction: "inbound" }] }}          | ${at("10:00", "2026-11-17")} | ${"due"}
    ${"the owner wrote before"}     | ${{ interactions: [{ ...wrote, at: at("09:00", "2026-11-16") }] }} | ${at("10:00", "2026-11-17")} | ${"due"}
    ${"another meeting is booked"}  | ${{ booked: [lunch] }}                                             | ${at("10:00", "2026-11-17")} | ${undefined}
    ${"the owner wants no contact"} | ${{ status: "blocked" }}                                           | ${at("10:00", "2026-11-17")} | ${undefined}
  `("$what: another time is $outcome", ({ changed, now, outcome }) => {
    const decisions = decideFollowUps({ ...person, ...changed }, policy, now);
    const found = decisions.find(({ because }) => because[0]?.rule === "R37.no_show");
    expect(found?.outcome).toBe(outcome);
    if (outcome !== undefined)
      expect(found?.because[0]?.text).toBe('"Coffee" did not take place: offer Priya another time.');
  });

  test("it takes the place of the duty to meet, and there is none twice", () => {
    const encounter = {
      at: at("10:00", "2026-11-02"),
      metOn: day("2026-11-02"),
      channel: "event" as const,
      others: 1,
      source: { kind: "event" as const, id: "first" },
    };
    const kinds = decideFollowUps({ ...person, encounter }, policy, at("15:00", "2026-11-16")).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "meet_by")).toHaveLength(1);
  });
});

test("R36: the day's meetings with people from outside, each with its brief from half an hour before", () => {
  const meeting = (title: string, from: string, more: Partial<CalendarEvent>) => ({
    ...past(event({ title, ...more }), from, "15:00", "2026-11-23"),
    eventId: title,
  });
  const found = agenda(
    [
      meeting("Later", "14:30", { attendees: [me, guest("ana")] }),
      meeting("Coffee", "14:00", { attendees: [me, guest("priya")], place: "Café Moka" }),
      meeting("Declined", "14:00", { attendees: [me, guest("bo", "declined")] }),
      meeting("Alone", "14:00", {}),
      meeting("Cancelled", "14:00", { status: "cancelled", attendees: [me, guest("ana")] }),
    ],
    own,
    { now: at("09:00"), until: at("23:59"), smallMeetingMax: 6 },
  );
  expect(found.map(({ title }) => title)).toEqual(["Coffee", "Later"]);
  expect(found[0]).toMatchObject({
    minutes: 60,
    mode: "in_person",
    place: "Café Moka",
    guests: ["priya@acme.example"],
    briefFrom: at("13:30"),
  });
});

test("R25: three true things to mention, a way to begin, and the address in lines", () => {
  const page = notePage(
    {
      name: "Priya Nair",
      greetingName: "Priya",
      postalAddress: "Acme SAS, 1 rue de Lyon, 69003 Lyon",
      metWhere: "SaaStr Paris drinks",
      facts: [
        fact("job", "Head of Data"),
        fact("topic", "hiring analysts"),
        fact("topic", "her illness"),
        fact("trip", "Berlin in May"),
        fact("someday", "we should grab coffee"),
        fact("promise", "intro to Sam"),
      ],
      interactions: [],
    },
    at("12:00"),
  );
  expect(page.mention).toEqual(["hiring analysts", "intro to Sam", "we should grab coffee"]);
  expect(page.hint).toContain("Priya, I still think of SaaStr Paris drinks");
  expect(page.address).toEqual(["Priya Nair", "Acme SAS", "1 rue de Lyon", "69003 Lyon"]);
});

describe("the four acts of the first 48 hours (R14, R15, R2, R16)", () => {
  const open = {
    name: "Priya",
    encounterAt: at("14:00", "2026-11-16"),
    thankYou: { state: "due", deadlineAt: at("14:00", "2026-11-18") },
    checkIn: { state: "planned", dueAt: at("00:00", "2026-12-16") },
    choices: {},
    logged: [] as Logged[],
    isOnCard: false,
  };
  test.each`
    what                       | changed                                                                   | states
    ${"all to do"}             | ${{}}                                                                     | ${["to_do", "to_do", "to_do", "to_do"]}
    ${"thanked"}               | ${{ thankYou: { ...open.thankYou, state: "satisfied" } }}                 | ${["done", "to_do", "to_do", "to_do"]}
    ${"too late for thanks"}   | ${{ thankYou: { ...open.thankYou, state: "expired" } }}                   | ${["lost", "to_do", "to_do", "to_do"]}
    ${"asked to be connected"} | ${{ logged: [logged("p", "sent", at("15:00", "2026-11-16"), "social")] }} | ${["to_do", "done", "to_do", "to_do"]}
    ${"a card and a gift"}     | ${{ isOnCard: true, choices: { giveNote: "the checklist" } }}             | ${["to_do", "to_do", "done", "waiting"]}
    ${"called already"}        | ${{ checkIn: { ...open.checkIn, state: "satisfied" } }}                   | ${["to_do", "to_do", "to_do", "done"]}
  `("$what: $states", ({ changed, states }) => {
    const acts = firstActs({ ...open, ...changed }, paris)!;
    expect([acts.thank.state, acts.connect.state, acts.card.state, acts.task.state]).toEqual(states);
    expect(acts.task).toMatchObject({ title: "Call Priya", on: "2026-12-16" });
  });
});

describe("files to take along", () => {
  test("R2: a card with every field, escaped and folded, that reads back to the same text", () => {
    const text = writeVcard({
      name: "Priya Nair",
      addresses: ["priya@acme.example"],
      phones: ["+33 1 23 45 67 89"],
      company: "Acme, Inc.; Data",
      title: "Head of Data",
      postalAddress: "1 rue de Lyon, Lyon",
      links: ["https://people.example/priya"],
      note: `Met at "Ünïcode" drinks; 1\n2 ${"é".repeat(60)}`,
    });
    const lines = text.split("\r\n");
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    const unfolded = text.replaceAll("\r\n ", "").split("\r\n");
    expect(unfolded).toContain("ORG:Acme\\, Inc.\\; Data");
    expect(unfolded).toContain("N:Nair;Priya;;;");
    expect(unfolded).toContain(`NOTE:Met at "Ünïcode" drinks\\; 1\\n2 ${"é".repeat(60)}`);
  });

  test("R22, R23: the fixed times as blocks on working days, from the next one on", () => {
    const text = writeBlocks([{ uid: "a", title: "Rapport: people", fromMinute: 510, minutes: 20 }], {
      firstDay: day("2026-11-21"),
      zone: paris,
      stamp: "20261121T080000Z",
    });
    expect(text.split("\r\n")).toEqual(
      expect.arrayContaining([
        "DTSTART;TZID=Europe/Paris:20261123T083000",
        "DURATION:PT20M",
        "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
      ]),
    );
  });
});
