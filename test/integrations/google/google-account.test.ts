/** The Google adapter against the sandbox's Google: the suites that all providers pass, and what is Google's own. */
import { afterAll, describe, expect, test } from "vitest";
import { after, before, type Instant, millisOf, type Zone } from "../../../src/domain/time.ts";
import type { HeadersRead } from "../../../src/integrations/mail.ts";
import { TroubleError } from "../../../src/integrations/trouble.ts";
import { bulkMailbox } from "../../../src/sandbox/cloud/bulk-mail.ts";
import type { NewEvent } from "../../../src/sandbox/cloud/calendars.ts";
import { calendarSuite } from "../suite/calendar.ts";
import { mailSuite } from "../suite/mail.ts";
import { peopleSuite } from "../suite/people.ts";
import { all, never, type Subject, startsAt } from "../suite/subject.ts";
import { tasksSuite } from "../suite/tasks.ts";
import { type GoogleSubject, googleScopes, googleSubject, wholeGoogleSubject } from "./google-subject.ts";
import { booking, letter, note } from "./google-things.ts";

const opened: GoogleSubject[] = [];
const open = (): Subject & GoogleSubject => {
  const subject = wholeGoogleSubject();
  opened.push(subject);
  return subject;
};

afterAll(() => {
  expect(opened.flatMap(({ watch }) => watch.problems)).toEqual([]);
});

mailSuite("Google", open);
calendarSuite("Google", open);
peopleSuite("Google", open);
tasksSuite("Google", open);

describe("what was granted decides what there is", () => {
  const auth = (name: string) => `https://www.googleapis.com/auth/${name}`;
  test.each`
    scopes                                                   | parts
    ${[]}                                                    | ${"profile"}
    ${["gmail.readonly"]}                                    | ${"profile mail"}
    ${["gmail.readonly", "gmail.compose"]}                   | ${"profile mail drafts"}
    ${["gmail.compose"]}                                     | ${"profile"}
    ${["calendar.events"]}                                   | ${"profile"}
    ${["calendar.events", "calendar.calendarlist.readonly"]} | ${"profile calendar calendar.write"}
    ${["calendar.readonly"]}                                 | ${"profile calendar"}
    ${["contacts.other.readonly"]}                           | ${"profile people:others"}
    ${["contacts"]}                                          | ${"profile people:contacts people.write"}
    ${["tasks"]}                                             | ${"profile tasks"}
  `("$scopes: $parts", ({ scopes, parts }) => {
    const { account } = googleSubject({ scopes: scopes.map(auth) });
    const { mail, calendar, people, tasks } = account;
    const there = {
      profile: account.profile,
      mail,
      drafts: mail?.drafts,
      calendar,
      "calendar.write": calendar?.write,
      [`people:${people?.streams.map(({ name }) => name).join("+")}`]: people,
      "people.write": people?.write,
      tasks,
    };
    expect(
      Object.entries(there)
        .flatMap(([part, found]) => (found === undefined ? [] : [part]))
        .join(" "),
    ).toBe(parts);
  });

  test("the profile tells every address that is theirs, and the zone", async () => {
    const subject = open();
    expect(await subject.account.profile(never)).toEqual({
      address: "owner@home.example",
      name: "Olga Ownersen",
      zone: "Europe/Berlin",
      aliases: ["owner@home.example", "olga@side.example"],
    });
  });

  test("a service that is switched off for them takes nothing else away", async () => {
    const subject = open();
    subject.fail((_, url) => (url.pathname.startsWith("/oauth2/") ? undefined : "403_other"));
    expect(await subject.account.profile(never)).toEqual({
      address: "owner@home.example",
      name: "Olga Ownersen",
      aliases: ["owner@home.example"],
    });
  });

  test("busy times are asked in one call where that was granted (provider facts 12)", async () => {
    const subject = googleSubject({ scopes: [...googleScopes, auth("calendar.freebusy")] });
    const startsAt = after(subject.now(), { hours: 2 });
    const window = { from: subject.now(), to: after(subject.now(), { days: 1 }) };
    const calendars = Array.from({ length: 60 }, (_, index) => `c${index}`);
    for (const id of calendars)
      subject.mine.calendars.putCalendar(
        { id, name: id, isMain: false, isShown: true, role: "owner", zone: "Europe/Berlin" as Zone },
        subject.now(),
      );
    subject.mine.calendars.put("c59", meeting(startsAt), subject.now());
    const answer = await subject.account.calendar!.busy([...calendars, "nobody's"], window, never);
    expect(answer.busy).toEqual([{ calendar: "c59", startsAt, endsAt: after(startsAt, { hours: 1 }) }]);
    expect(answer.unreadable.map(({ calendar }) => calendar)).toEqual(["nobody's"]);
    expect(subject.watch.exercised.get("calendar.freebusy.query")).toBe(2);
    expect(subject.watch.problems).toEqual([]);
  });
});

describe("what is paid for (S5, provider facts 12)", () => {
  const units = ({ quota, mine }: GoogleSubject) => quota.usage(`gmail/user/${mine.address}`).units;

  test("SENT backfill: the units of the floor, in the time of the floor by three quarters, never refused", async () => {
    const backlog = bulkMailbox({
      seed: 3,
      count: 1_000,
      owner: { address: "owner@home.example", name: "Olga" },
      until: startsAt,
    });
    const subject = wholeGoogleSubject({ backlog });
    const sent = subject.mine.mailbox.count("sent");
    const refs: string[] = [];
    for await (const page of subject.mail.pages("sent", {}, never)) refs.push(...page.listed);
    let read = 0;
    for await (const result of patiently(subject, refs)) if (result.kind === "read") read += 1;
    expect(new Set(refs).size).toBe(sent);
    expect(read).toBe(sent);
    const floor = sent * 20 + Math.ceil(sent / 500) * 5;
    expect(units(subject)).toBeLessThanOrEqual(floor * 1.05);
    const minutes = (millisOf(subject.now()) - millisOf(startsAt)) / 60_000;
    expect(minutes).toBeLessThanOrEqual((floor / 6_000 / 0.75) * 1.05);
    expect(subject.quota.usageOf("gmail/").refused).toBe(0);
    expect(subject.watch.problems).toEqual([]);
  });

  test("an idle poll, a sent draft, a booking", async () => {
    const subject = open();
    const cursor = (await all(subject.mail.pages("mail", {}, never))).at(-1)!.cursor;
    const before = units(subject);
    await all(subject.mail.pages("mail", { after: cursor }, never));
    expect(units(subject) - before).toBe(2);
    const { draft } = await subject.mail.drafts!.put(letter, never);
    await subject.mail.drafts!.send(draft, never);
    expect(units(subject) - before).toBe(2 + 110);
    const calls = () => subject.quota.usage(`calendar/user/${subject.mine.address}`).calls;
    const callsBefore = calls();
    const window = { from: subject.now(), to: after(subject.now(), { days: 1 }) };
    await subject.calendar.busy([subject.mine.address], window, never);
    await subject.calendar.write!.put(subject.mine.address, booking, never);
    expect(calls() - callsBefore).toBe(2);
  });

  test("mass mail by Gmail's own judgement is counted and not paid for", async () => {
    const subject = open();
    const cursor = (await all(subject.mail.pages("mail", {}, never))).at(-1)!.cursor;
    for (const [index, marks] of [["category_promotions"], ["category_personal"], ["category_updates"], []].entries())
      subject.mine.mailbox.add({
        content: { kind: "letter", letter: note(index) },
        place: "inbox",
        marks,
        at: subject.now(),
      });
    const [page] = await all(subject.mail.pages("mail", { after: cursor }, never));
    expect(page?.listed.length).toBe(2);
    expect(page?.skipped.map(({ because, count }) => [because, count])).toEqual([
      ["category_promotions", 1],
      ["category_updates", 1],
    ]);
    const since = before(subject.now(), { minutes: 1 });
    const [listed] = await all(subject.mail.pages("mail", { since }, never));
    expect(new Set(listed?.listed)).toEqual(new Set(page?.listed));
  });
});

test("which of Google's calls the product makes", () => {
  const calls = new Set(opened.flatMap(({ watch }) => [...watch.exercised.keys()]));
  expect([...calls].sort()).toMatchInlineSnapshot(`
    [
      "calendar.calendarList.get",
      "calendar.calendarList.list",
      "calendar.events.delete",
      "calendar.events.get",
      "calendar.events.insert",
      "calendar.events.list",
      "calendar.events.patch",
      "gmail.users.drafts.create",
      "gmail.users.drafts.delete",
      "gmail.users.drafts.get",
      "gmail.users.drafts.list",
      "gmail.users.drafts.send",
      "gmail.users.drafts.update",
      "gmail.users.getProfile",
      "gmail.users.history.list",
      "gmail.users.labels.get",
      "gmail.users.messages.get",
      "gmail.users.messages.list",
      "gmail.users.settings.sendAs.list",
      "oauth2.userinfo.get",
      "people.people.connections.list",
      "people.people.createContact",
      "people.people.get",
      "people.people.updateContact",
      "tasks.tasks.delete",
      "tasks.tasks.insert",
      "tasks.tasks.list",
      "tasks.tasks.patch",
    ]
  `);
});

const meeting = (at: Instant): NewEvent => ({
  id: "meeting1",
  uid: "meeting1@home.example",
  sequence: 0,
  title: "Meeting",
  time: { kind: "timed", startsAt: at, endsAt: after(at, { hours: 1 }), zone: "Europe/Berlin" as Zone },
  status: "confirmed",
  attendees: [],
  shows: "busy",
  properties: {},
});

/** As a job does it: whoever is told to come later comes later, with what is left. */
async function* patiently(subject: Subject & GoogleSubject, refs: readonly string[]): AsyncGenerator<HeadersRead> {
  const left = new Set(refs);
  while (left.size > 0) {
    try {
      for await (const result of subject.mail.headers([...left], never)) {
        left.delete(result.kind === "read" ? result.message.ref : result.ref);
        yield result;
      }
    } catch (fault) {
      if (!(fault instanceof TroubleError) || fault.trouble.kind !== "slow_down") throw fault;
      await subject.world.sleepUntil(fault.trouble.until, never);
    }
  }
}
