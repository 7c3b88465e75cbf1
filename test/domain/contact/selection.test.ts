/** Whom to keep up with: wanted people, targets, groups, connectors, give and take, warm-up (R4–R8, R10, R12, R30, R39, R40, R44). */
import { describe, expect, test } from "vitest";
import { rankConnectors } from "../../../src/domain/contact/connectors.ts";
import { type Group, linkOfTheDay, seenGroups, sharedSeats } from "../../../src/domain/contact/group.ts";
import type { LedgerEntry } from "../../../src/domain/contact/ledger.ts";
import { askWarning, mayIntroduce, referralDecision } from "../../../src/domain/contact/referrals.ts";
import { companyFields, companyOf, companyStanding, readDomains } from "../../../src/domain/contact/target-company.ts";
import { type Described, readTerms, TargetMarket, targetMatch } from "../../../src/domain/contact/target-market.ts";
import { verify } from "../../../src/domain/contact/verification.ts";
import { firstMeeting, verificationWarnings } from "../../../src/domain/contact/verification-warnings.ts";
import { findWanted, holdsRole, readWanted, type Sighting, type Wanted } from "../../../src/domain/contact/wanted.ts";
import { isAskUnlocked, warmUp } from "../../../src/domain/contact/warm-up.ts";
import { answersElsewhere } from "../../../src/domain/mail/answers-elsewhere.ts";
import type { CalendarEvent } from "../../../src/domain/meeting/event.ts";
import type { PlainDate, Zone } from "../../../src/domain/time.ts";
import { coffee, inParis, interaction, talk } from "../relationship/history.ts";

const now = inParis("2026-11-22 10:00");
const paris = "Europe/Paris" as Zone;
const day = (text: string) => text as PlainDate;

describe("R4: wanted people", () => {
  test.each`
    typed                                | read
    ${"Head of Data, Acme"}              | ${{ kind: "role", role: "Head of Data", company: "Acme", domains: [] }}
    ${"Head of Data at acme.example"}    | ${{ kind: "role", role: "Head of Data", company: "acme.example", domains: ["acme.example"] }}
    ${"VP Sales, Globex"}                | ${{ kind: "role", role: "VP Sales", company: "Globex" }}
    ${"Leiterin Einkauf, Globex"}        | ${{ kind: "role", role: "Leiterin Einkauf", company: "Globex" }}
    ${"Priya Nair"}                      | ${{ kind: "named_person", name: "Priya Nair", addresses: [] }}
    ${"Priya Nair, Acme"}                | ${{ kind: "named_person", name: "Priya Nair", company: "Acme" }}
    ${"Priya Nair <Priya@Acme.example>"} | ${{ kind: "named_person", name: "Priya Nair", addresses: ["priya@acme.example"] }}
    ${"priya@acme.example"}              | ${{ kind: "named_person", name: "priya@acme.example", addresses: ["priya@acme.example"] }}
    ${"  , "}                            | ${undefined}
    ${""}                                | ${undefined}
  `("“$typed” is read", ({ typed, read }) => {
    if (read === undefined) expect(readWanted(typed)).toBeUndefined();
    else expect(readWanted(typed)).toMatchObject(read);
  });

  const role = { ...readWanted("Head of Data, Acme")!, id: "1", notedOn: day("2026-11-01") } as Wanted;
  const named = { ...readWanted("Priya Nair, Acme")!, id: "2", notedOn: day("2026-11-01") } as Wanted;
  const seen = (sighting: Partial<Sighting>): Sighting => ({
    seenIn: { kind: "event", id: "e" },
    at: now,
    ...sighting,
  });
  const appeared = (wanted: Wanted, sightings: Sighting[]) => findWanted([wanted], sightings).get(wanted.id);
  const priya = { address: "priya@acme.example", name: "Priya Nair" };

  test.each`
    who                                   | wanted   | sighting                                                                  | rule
    ${"the role in a signature at Acme"}  | ${role}  | ${{ ...priya, title: "Head of Data" }}                                    | ${"R4.wanted_role"}
    ${"a longer title"}                   | ${role}  | ${{ ...priya, title: "Head of Data & Analytics" }}                        | ${"R4.wanted_role"}
    ${"free mail, company on a card"}     | ${role}  | ${{ address: "p@gmail.com", title: "Head of Data", company: "ACME Ltd" }} | ${"R4.wanted_role"}
    ${"a card without an address"}        | ${role}  | ${{ name: "Priya Nair", title: "Head of Data", company: "Acme" }}         | ${"R4.wanted_role"}
    ${"the role elsewhere"}               | ${role}  | ${{ address: "p@globex.example", title: "Head of Data" }}                 | ${undefined}
    ${"the role, company unknown"}        | ${role}  | ${{ address: "p@gmail.com", title: "Head of Data" }}                      | ${undefined}
    ${"another role at Acme"}             | ${role}  | ${{ ...priya, title: "Head of Legal" }}                                   | ${undefined}
    ${"somebody at Acme without a title"} | ${role}  | ${priya}                                                                  | ${undefined}
    ${"the name at the company"}          | ${named} | ${priya}                                                                  | ${"R4.wanted_person"}
    ${"family name first"}                | ${named} | ${{ ...priya, name: "NAIR, Priya" }}                                      | ${"R4.wanted_person"}
    ${"the name, company unknown"}        | ${named} | ${{ address: "priya.n@gmail.com", name: "Priya Nair" }}                   | ${"R4.wanted_person"}
    ${"the name at another company"}      | ${named} | ${{ address: "priya@globex.example", name: "Priya Nair" }}                | ${undefined}
    ${"a first name only"}                | ${named} | ${{ address: "priya@acme.example", name: "Priya" }}                       | ${undefined}
  `("$who: $rule", ({ wanted, sighting, rule }) => expect(appeared(wanted, [seen(sighting)])?.because.rule).toBe(rule));

  test("an address the owner said is somebody else is not raised again; the next fit is", () => {
    const told = { ...named, notThem: ["priya@acme.example"] };
    expect(appeared(told, [seen(priya)])).toBeUndefined();
    expect(appeared(told, [seen(priya), seen({ ...priya, address: "pnair@acme.example" })])?.sighting.address).toBe(
      "pnair@acme.example",
    );
  });

  test.each`
    title                       | role                            | holds
    ${"VP of Engineering"}      | ${"Vice President Engineering"} | ${true}
    ${"CTO"}                    | ${"Chief Technology Officer"}   | ${true}
    ${"Data Scientist"}         | ${"Head of Data"}               | ${false}
    ${"Responsable des achats"} | ${"responsable achats"}         | ${true}
    ${"anything"}               | ${"of"}                         | ${false}
  `("$title holds $role: $holds", ({ title, role: wished, holds }) => expect(holdsRole(title, wished)).toBe(holds));
});

describe("R5, R6: target market and companies", () => {
  const acme = {
    companyId: "c" as never,
    name: "Acme",
    domains: ["acme.example", "gmail.com"],
    notedOn: day("2026-01-01"),
  };
  const market = TargetMarket.parse({ industry: ["insur*"], geography: ["Lyon"] });
  const person = (changed: Partial<Described>): Described => ({ addresses: [], places: [], notes: [], ...changed });

  test.each`
    who                             | described                                                         | rule
    ${"an insurer in Lyon"}         | ${{ company: "Rhône Insurance", places: ["69002 Lyon, France"] }} | ${"R5.target_market"}
    ${"an insurer in Paris"}        | ${{ company: "Rhône Insurance", places: ["Paris"] }}              | ${undefined}
    ${"a baker in Lyon"}            | ${{ company: "Fournil", places: ["Lyon"] }}                       | ${undefined}
    ${"by title, in Lyon"}          | ${{ title: "Insurance broker", places: ["Lyon"] }}                | ${"R5.target_market"}
    ${"a name that holds the word"} | ${{ company: "Assurinsur", places: ["Lyon"] }}                    | ${undefined}
    ${"at a target company"}        | ${{ addresses: ["p@eu.acme.example"] }}                           | ${"R6.target_company"}
    ${"free mail never is (R6)"}    | ${{ addresses: ["p@gmail.com"] }}                                 | ${undefined}
    ${"nothing known"}              | ${{}}                                                             | ${undefined}
  `("$who: $rule", ({ described, rule }) =>
    expect(targetMatch(person(described), { market, companies: [acme] })?.rule).toBe(rule),
  );

  test("without any field nobody matches", () =>
    expect(
      targetMatch(person({ company: "Acme", places: ["Lyon"] }), { market: TargetMarket.parse({}), companies: [] }),
    ).toBeUndefined());

  test("R5: a demographic is looked for in the owner's own words alone, never inferred", () => {
    const women = TargetMarket.parse({ demographic: ["women"] });
    const targets = { market: women, companies: [] };
    expect(
      targetMatch(person({ company: "Women Ltd", title: "Women's officer", addresses: ["a@women.example"] }), targets),
    ).toBeUndefined();
    expect(targetMatch(person({ notes: ["Women founders' circle"] }), targets)?.rule).toBe("R5.target_market");
  });

  test("terms as typed", () =>
    expect(readTerms(" insur*,  real estate;Lyon\nLyon ,")).toEqual(["insur*", "real estate", "Lyon"]));

  test.each`
    typed                                       | read
    ${"acme.example, https://www.Acme.co.uk/x"} | ${{ domains: ["acme.example", "acme.co.uk"], free: [], unreadable: [] }}
    ${"priya@acme.example"}                     | ${{ domains: ["acme.example"], free: [], unreadable: [] }}
    ${"gmail.com"}                              | ${{ domains: [], free: ["gmail.com"], unreadable: [] }}
    ${"acme"}                                   | ${{ domains: [], free: [], unreadable: ["acme"] }}
  `("domains “$typed”", ({ typed, read }) => expect(readDomains(typed)).toEqual(read));

  test("a company needs a name and a domain of its own", () => {
    expect(companyFields({ name: "Acme", domains: "", missingRole: "" })).toMatchObject({
      issues: [{ field: "domains" }],
    });
    expect(companyFields({ name: "Acme", domains: "gmail.com", missingRole: "" })).toMatchObject({
      issues: [{ field: "domains" }],
    });
    expect(companyFields({ name: "acme.example", domains: "", missingRole: " CTO " })).toEqual({
      kind: "company",
      name: "acme.example",
      domains: ["acme.example"],
      missingRole: "CTO",
    });
  });

  const three = (last: string | undefined) =>
    ["a", "b", "c"].map((id) => ({
      contactId: id,
      name: id,
      ...(id === "b" && { title: "Head of Data" }),
      ...(id === "a" && last !== undefined && { lastConversationAt: inParis(last) }),
    }));
  test.each`
    last                  | state             | because
    ${"2026-07-25 23:30"} | ${"quiet"}        | ${"R6: 120 days ago"}
    ${"2026-07-26 00:10"} | ${"in_touch"}     | ${"119 days ago by the owner's calendar"}
    ${"2026-11-22 09:00"} | ${"in_touch"}     | ${"today"}
    ${undefined}          | ${"never_talked"} | ${"known by name only"}
  `("three people known, $because: $state", ({ last, state }) =>
    expect(companyStanding({ name: "Acme" }, three(last), { zone: paris, now }).state).toBe(state),
  );

  test("R6: the missing role is named until somebody holds it", () => {
    const at = { zone: paris, now };
    expect(companyStanding({ name: "Acme", missingRole: "CTO" }, three(undefined), at).missingRole).toBe("CTO");
    expect(companyStanding({ name: "Acme", missingRole: "Head of Data" }, three(undefined), at)).not.toHaveProperty(
      "missingRole",
    );
    expect(companyStanding({ name: "Acme" }, [], at).state).toBe("nobody");
    expect(companyOf(["x@free.gmail.com"], [acme])).toBeUndefined();
  });
});

describe("R8: not met yet", () => {
  const listed = {
    level: 0 as const,
    addresses: ["ceo.acme@gmail.com"],
    company: "Acme",
    answersGoTo: [],
    failedChecks: 0,
    knownDomains: ["globex.example", "acme.example"],
  };

  test("a LinkedIn import with free mail and a claimed employer: a call of 10 minutes first, public places only", () => {
    expect(verificationWarnings(listed).map(({ text }) => text)).toEqual([
      "Works at Acme, as a card or signature says, and writes from gmail.com; not met yet.",
    ]);
    expect(firstMeeting({ level: 0, isOnlineOnly: true })).toMatchObject({
      meeting: "advice_call",
      minutes: 10,
      venues: "public_only",
    });
  });

  test.each`
    what                              | changed                                                                | rules
    ${"a letter put in"}              | ${{ addresses: ["p@gloobex.example"] }}                                | ${["R8.look_alike"]}
    ${"a letter exchanged"}           | ${{ addresses: ["p@g1obex.example"] }}                                 | ${["R8.look_alike"]}
    ${"neighbours swapped"}           | ${{ addresses: ["p@golbex.example"] }}                                 | ${["R8.look_alike"]}
    ${"the known domain itself"}      | ${{ addresses: ["p@mail.globex.example"] }}                            | ${[]}
    ${"short names differ by chance"} | ${{ addresses: ["p@acne.example"] }}                                   | ${[]}
    ${"answers go elsewhere"}         | ${{ addresses: ["p@acme.example"], answersGoTo: ["p@other.example"] }} | ${["R8.reply_to"]}
    ${"a failed check"}               | ${{ addresses: ["p@acme.example"], failedChecks: 2 }}                  | ${["R8.dmarc"]}
    ${"spoken live: nothing more"}    | ${{ level: 3 }}                                                        | ${[]}
  `("$what: $rules", ({ changed, rules }) => {
    const warnings = verificationWarnings({ ...listed, ...changed });
    expect(warnings.map(({ rule }) => rule)).toEqual(rules);
    for (const { text } of warnings) {
      expect(text).toMatch(/not met yet\.$/);
      expect(text).not.toMatch(/fake|fraud|scam|suspicious|impost/i);
    }
  });

  test.each`
    level | isOnlineOnly | meeting          | venues
    ${0}  | ${true}      | ${"advice_call"} | ${"public_only"}
    ${1}  | ${true}      | ${"advice_call"} | ${"public_only"}
    ${2}  | ${true}      | ${"any"}         | ${"public_only"}
    ${1}  | ${false}     | ${"any"}         | ${"public_only"}
    ${4}  | ${false}     | ${"any"}         | ${"any"}
  `("level $level, online only $isOnlineOnly: $meeting, $venues", ({ level, isOnlineOnly, meeting, venues }) =>
    expect(firstMeeting({ level, isOnlineOnly })).toMatchObject({ meeting, venues }),
  );
});

test.each`
  from                | replyTo                                  | signals                             | elsewhere
  ${"p@acme.example"} | ${[]}                                    | ${{}}                               | ${undefined}
  ${"p@acme.example"} | ${["desk@eu.acme.example"]}              | ${{}}                               | ${undefined}
  ${"p@acme.example"} | ${["x@other.example"]}                   | ${{}}                               | ${"x@other.example"}
  ${"p@acme.example"} | ${["x@other.example", "p@acme.example"]} | ${{}}                               | ${undefined}
  ${"p@gmail.com"}    | ${["x@gmail.com"]}                       | ${{}}                               | ${undefined}
  ${"p@acme.example"} | ${["list@other.example"]}                | ${{ listId: "data.other.example" }} | ${undefined}
  ${"p@acme.example"} | ${["x@other.example"]}                   | ${{ precedence: "bulk" }}           | ${undefined}
`("R8: from $from, answers to $replyTo, $signals: $elsewhere", ({ from, replyTo, signals, elsewhere }) =>
  expect(
    answersElsewhere({ from: { address: from }, replyTo: replyTo.map((address: string) => ({ address })), signals }),
  ).toBe(elsewhere),
);

describe("R30: warm-up", () => {
  const out = (on: string) => interaction(on, { mode: "social" });
  const back = (on: string) => interaction(on, { mode: "social", direction: "inbound" });
  test.each`
    what                             | interactions                                                                      | introducedBy | channel      | state
    ${"a list import, 0 exchanges"}  | ${[]}                                                                             | ${undefined} | ${undefined} | ${"warming"}
    ${"a comment without an answer"} | ${[out("2026-11-01"), out("2026-11-02")]}                                         | ${undefined} | ${undefined} | ${"warming"}
    ${"one both ways"}               | ${[out("2026-11-01"), back("2026-11-02")]}                                        | ${undefined} | ${"mail"}    | ${"warming"}
    ${"two both ways"}               | ${[out("2026-11-01"), back("2026-11-02"), out("2026-11-03"), back("2026-11-04")]} | ${undefined} | ${"card"}    | ${"unlocked"}
    ${"the second is still to come"} | ${[out("2026-11-01"), back("2026-11-02"), out("2026-11-03"), back("2026-12-04")]} | ${undefined} | ${"card"}    | ${"warming"}
    ${"an introduction"}             | ${[]}                                                                             | ${"sam"}     | ${undefined} | ${"unlocked"}
    ${"met at an event"}             | ${[]}                                                                             | ${undefined} | ${"event"}   | ${"not_needed"}
    ${"a call held"}                 | ${[talk("2026-11-01", "phone")]}                                                  | ${undefined} | ${"card"}    | ${"not_needed"}
    ${"met"}                         | ${[coffee]}                                                                       | ${undefined} | ${"card"}    | ${"not_needed"}
  `("$what: $state", ({ interactions, introducedBy, channel, state }) => {
    const person = { interactions, ...(introducedBy && { introducedBy }), ...(channel && { channel }) };
    expect(warmUp(person, inParis("2026-11-28 10:00")).state).toBe(state);
    expect(isAskUnlocked(person, inParis("2026-11-28 10:00"))).toBe(state !== "warming");
  });
});

describe("R10, R44: groups", () => {
  const own = { addresses: new Set(["me@home.example"]), domains: ["home.example"] };
  const guests = (...addresses: string[]) => addresses.map((address) => ({ address, response: "accepted" as const }));
  const weekly = (
    title: string,
    addresses: readonly string[],
    changed: Partial<CalendarEvent> = {},
  ): CalendarEvent => ({
    calendar: "Work",
    uid: title,
    sequence: 0,
    title,
    time: { kind: "timed", startsAt: now, endsAt: now, zone: paris },
    status: "confirmed",
    kind: "busy",
    attendees: guests("me@home.example", ...addresses),
    recurrence: { rules: ["FREQ=WEEKLY"], extra: [], excluded: [] },
    notes: [],
    ...changed,
  });
  const eleven = Array.from({ length: 11 }, (_, number) => `member${number}@firm${number}.example`);

  test.each`
    what                                | event                                                                                            | found
    ${"BNI Lyon, weekly, 12 attendees"} | ${weekly("BNI Lyon", eleven)}                                                                    | ${["BNI Lyon"]}
    ${"four outsiders"}                 | ${weekly("Four", eleven.slice(0, 4))}                                                            | ${["Four"]}
    ${"three outsiders"}                | ${weekly("Three", eleven.slice(0, 3))}                                                           | ${[]}
    ${"the own team"}                   | ${weekly("Team", ["a@home.example", "b@home.example", "c@eu.home.example", "d@home.example"])}   | ${[]}
    ${"one customer's people"}          | ${weekly("Client", ["a@acme.example", "b@acme.example", "c@acme.example", "d@eu.acme.example"])} | ${[]}
    ${"friends with free mail"}         | ${weekly("Book club", ["a@gmail.com", "b@gmail.com", "c@gmail.com", "d@gmail.com"])}             | ${["Book club"]}
    ${"once only"}                      | ${{ ...weekly("Once", eleven), recurrence: undefined }}                                          | ${[]}
    ${"cancelled"}                      | ${weekly("Gone", eleven, { status: "cancelled" })}                                               | ${[]}
  `("$what: $found", ({ event, found }) => expect(seenGroups([event], own).map(({ name }) => name)).toEqual(found));

  test("one seat per profession: two accountants are flagged", () => {
    const members = [
      { address: "a@x.example", profession: "Accountant" },
      { address: "b@x.example", profession: "accountants " },
      { address: "c@x.example", profession: "Lawyer" },
      { address: "d@x.example" },
      { address: "e@x.example" },
    ];
    expect(sharedSeats(members)).toMatchObject([{ profession: "Accountant", members: ["a@x.example", "b@x.example"] }]);
  });

  test("R44: at most one link a day, each in its turn", () => {
    const link = (name: string, lastRemindedOn?: string) =>
      ({ name, url: `https://${name}.example`, state: "accepted", ...(lastRemindedOn && { lastRemindedOn }) }) as Group;
    expect(linkOfTheDay([link("b", "2026-11-20"), link("a", "2026-11-21")], day("2026-11-22"))?.name).toBe("b");
    expect(linkOfTheDay([link("b"), link("a")], day("2026-11-22"))?.name).toBe("a");
    expect(linkOfTheDay([link("b"), link("a", "2026-11-22")], day("2026-11-22"))?.name).toBe("a");
    expect(linkOfTheDay([{ ...link("a"), state: "refused" }], day("2026-11-22"))).toBeUndefined();
  });
});

describe("R12, R39: give and take", () => {
  let number = 0;
  const entry = (kind: LedgerEntry["kind"], on: string, about: LedgerEntry["about"] = "introduction"): LedgerEntry => ({
    entryId: String(++number) as never,
    contactId: "x" as never,
    kind,
    about,
    text: kind,
    at: inParis(`${on} 10:00`),
    source: { kind: "owner", id: `${number}` },
  });
  const sam = { id: "x", name: "Sam" };
  const got = (on: string) => entry("received", on);

  test.each`
    what                            | ledger                                                                                    | outcome      | dueAt
    ${"3 introduced, 0 back"}       | ${[got("2026-10-01"), got("2026-10-02"), got("2026-10-03")]}                              | ${"due"}     | ${"2026-11-01 00:00"}
    ${"the second came this month"} | ${[got("2026-10-01"), got("2026-11-05")]}                                                 | ${"due"}     | ${"2026-11-05 10:00"}
    ${"one only"}                   | ${[got("2026-10-01")]}                                                                    | ${undefined} | ${undefined}
    ${"two and one back"}           | ${[got("2026-10-01"), got("2026-10-02"), entry("gave", "2026-10-05")]}                    | ${undefined} | ${undefined}
    ${"gave this month, 2 owed"}    | ${[got("2026-09-01"), got("2026-09-02"), got("2026-09-03"), entry("gave", "2026-11-02")]} | ${"wait"}    | ${"2026-12-01 00:00"}
    ${"gave last month, 2 owed"}    | ${[got("2026-09-01"), got("2026-09-02"), got("2026-09-03"), entry("gave", "2026-10-31")]} | ${"due"}     | ${"2026-11-01 00:00"}
    ${"advice is no referral"}      | ${[entry("received", "2026-10-01", "advice"), entry("received", "2026-10-02", "help")]}   | ${undefined} | ${undefined}
    ${"what is still to come"}      | ${[got("2026-10-01"), got("2026-12-01")]}                                                 | ${undefined} | ${undefined}
  `("R12: $what: $outcome", ({ ledger, outcome, dueAt }) => {
    const decision = referralDecision(sam, ledger, { zone: paris }, now);
    expect(decision?.outcome).toBe(outcome);
    expect(decision?.dueAt).toBe(dueAt === undefined ? undefined : inParis(dueAt));
  });

  test("R12: nobody is introduced before both have agreed", () => {
    const person = (id: string, agreedToMeet?: string[]) => ({
      id,
      name: id,
      choices: { ...(agreedToMeet && { agreedToMeet }) },
    });
    expect(mayIntroduce(person("a", ["b"]), person("b", ["a"]))).toEqual({ kind: "both_agreed" });
    expect(mayIntroduce(person("a", ["b"]), person("b"))).toMatchObject({
      because: { text: expect.stringContaining("Ask b first") },
    });
    expect(mayIntroduce(person("a"), person("b", ["c"]))).toMatchObject({
      because: { text: expect.stringContaining("Ask a and b first") },
    });
  });

  test.each`
    what                        | ledger                                                                                       | warned
    ${"no ask yet"}             | ${[]}                                                                                        | ${false}
    ${"the second ask"}         | ${[entry("asked", "2026-10-01")]}                                                            | ${false}
    ${"the third ask, no give"} | ${[entry("asked", "2026-10-01"), entry("asked", "2026-10-02")]}                              | ${true}
    ${"a give in between"}      | ${[entry("asked", "2026-10-01"), entry("gave", "2026-10-02"), entry("asked", "2026-10-03")]} | ${false}
    ${"the give long before"}   | ${[entry("gave", "2026-01-02"), entry("asked", "2026-10-01"), entry("asked", "2026-10-03")]} | ${true}
  `("R39: $what: $warned", ({ ledger, warned }) => expect(askWarning(ledger) !== undefined).toBe(warned));
});

describe("R40: connectors", () => {
  const known = [
    { contactId: "ana", name: "Ana", closeness: 90 },
    { contactId: "sam", name: "Sam", closeness: 10 },
    { contactId: "bo", name: "Bo", closeness: 20 },
    { contactId: "cy", name: "Cy", closeness: 50 },
  ];
  const targets = ["t1", "t2", "t3"].map((id) => ({ id, name: id.toUpperCase() }));
  const step = (contactId: string, targetId: string, by: "introduction" | "company" | "event", through = "") => ({
    contactId,
    targetId,
    by,
    through,
  });

  test("Sam introduced 3 targets and is suggested first, with the reason", () => {
    const ranked = rankConnectors(known, targets, [
      step("ana", "t1", "company", "Acme"),
      step("sam", "t1", "introduction"),
      step("sam", "t2", "introduction"),
      step("sam", "t3", "introduction"),
      step("bo", "t1", "event", "Data Lyon"),
      step("bo", "t1", "company", "Acme"),
      step("bo", "gone", "event", "Nowhere"),
    ]);
    expect(ranked.map(({ name, targets: reached }) => [name, reached.length])).toEqual([
      ["Sam", 3],
      ["Ana", 1],
      ["Bo", 1],
    ]);
    expect(ranked[0]?.because).toMatchObject([{ rule: "R40.introduction", text: "Introduced you to T1, T2 and T3." }]);
    expect(ranked[2]?.because.map(({ text }) => text)).toEqual([
      "Is at Acme, close to T1.",
      'Was at "Data Lyon" with T1.',
    ]);
  });
});

test("R8: an address on a list proves nothing before a letter came from it", () => {
  const claimed = { wroteFrom: ["priya@acme.example"], company: "Acme" };
  expect(verify([], claimed, now).level).toBe(0);
  expect(verify([interaction("2026-11-01", { direction: "inbound" })], claimed, now).level).toBe(2);
});
