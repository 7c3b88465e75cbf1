/** What Google says, item by item, in our words: no call is made here. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AccountId } from "../../../src/domain/ids.ts";
import { type Instant, parseInstant } from "../../../src/domain/time.ts";
import { costOf } from "../../../src/integrations/google/costs.ts";
import { foldHistory, HistoryPage } from "../../../src/integrations/google/history.ts";
import { labelWords, verdictOf } from "../../../src/integrations/google/labels.ts";
import { GmailMessage, readMessage } from "../../../src/integrations/google/message.ts";
import { grantedOf } from "../../../src/integrations/google/scopes.ts";
import { googleTrouble, pausedKeys } from "../../../src/integrations/google/trouble.ts";
import type { Refusal } from "../../../src/integrations/http.ts";

const now = parseInstant("2026-11-22T10:00:00Z") as Instant;
const againAt = parseInstant("2026-11-22T10:00:30Z") as Instant;
const account = "acc" as AccountId;

describe("errors of Google in the closed list (provider facts 4, S4, S8)", () => {
  const gmail = "https://gmail.googleapis.com/gmail/v1/users/me";
  const events = "https://www.googleapis.com/calendar/v3/calendars/primary/events";
  const contacts = "https://people.googleapis.com/v1/people/me/connections";
  test.each`
    status | reason                       | url                                             | trouble
    ${401} | ${"authError"}               | ${`${gmail}/messages`}                          | ${"sign_in_again"}
    ${403} | ${"userRateLimitExceeded"}   | ${`${gmail}/messages`}                          | ${"slow_down 2026-11-22T10:00:30.000Z"}
    ${403} | ${"rateLimitExceeded"}       | ${`${gmail}/messages`}                          | ${"slow_down 2026-11-22T10:00:30.000Z"}
    ${429} | ${""}                        | ${`${gmail}/messages`}                          | ${"slow_down 2026-11-22T10:00:30.000Z"}
    ${403} | ${"dailyLimitExceeded"}      | ${`${gmail}/messages`}                          | ${"slow_down 2026-11-23T08:00:00.000Z"}
    ${403} | ${"quotaExceeded"}           | ${events}                                       | ${"slow_down 2026-11-22T16:00:00.000Z"}
    ${403} | ${"insufficientPermissions"} | ${`${gmail}/messages`}                          | ${"sign_in_again"}
    ${403} | ${"SERVICE_DISABLED"}        | ${contacts}                                     | ${"refused"}
    ${403} | ${"forbidden"}               | ${events}                                       | ${"refused"}
    ${400} | ${"invalid"}                 | ${`${gmail}/messages`}                          | ${"refused"}
    ${404} | ${"notFound"}                | ${`${gmail}/messages/1`}                        | ${"gone"}
    ${404} | ${"notFound"}                | ${`${gmail}/history?startHistoryId=1`}          | ${"cursor_spent"}
    ${400} | ${"invalidArgument"}         | ${`${gmail}/messages?pageToken=old`}            | ${"cursor_spent"}
    ${404} | ${"notFound"}                | ${`${events}?syncToken=t`}                      | ${"gone"}
    ${410} | ${"fullSyncRequired"}        | ${`${events}?syncToken=t`}                      | ${"cursor_spent"}
    ${410} | ${"deleted"}                 | ${`${events}/1`}                                | ${"gone"}
    ${400} | ${"EXPIRED_SYNC_TOKEN"}      | ${`${contacts}?syncToken=t`}                    | ${"cursor_spent"}
    ${409} | ${"duplicate"}               | ${events}                                       | ${"conflict"}
    ${412} | ${"conditionNotMet"}         | ${`${events}/1`}                                | ${"conflict"}
    ${400} | ${"FAILED_PRECONDITION"}     | ${"https://people.googleapis.com/v1/people/c1"} | ${"refused"}
  `("$status $reason of $url is $trouble", ({ status, reason, url, trouble }) => {
    const found = googleTrouble(refusal(status, reason, url));
    expect(found.kind === "slow_down" ? `slow_down ${found.until}` : found.kind).toBe(trouble);
  });

  test("an etag that is old is a conflict for whoever writes", () => {
    const written = refusal(400, "FAILED_PRECONDITION", contacts);
    expect(googleTrouble({ ...written, cost: { ...written.cost, isEffect: true } }).kind).toBe("conflict");
  });

  test("a daily limit pauses the project, every other one the account", () => {
    const paused = (reason: string) => pausedKeys(refusal(403, reason, `${gmail}/messages`));
    expect(paused("dailyLimitExceeded")).toEqual(["gmail/user/acc", "gmail/project"]);
    expect(paused("userRateLimitExceeded")).toEqual(["gmail/user/acc"]);
  });

  test("whatever the body is, an error is told, and quotes nothing of it", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.integer({ min: 400, max: 499 }), (body, status) => {
        const found = googleTrouble({ ...refusal(status, "", `${gmail}/messages`), body });
        expect(JSON.stringify(found)).not.toContain("jane@");
      }),
    );
    const quoted = {
      ...refusal(400, "", `${gmail}/messages`),
      body: '{"error":{"errors":[{"reason":"jane@acme.example"}]}}',
    };
    expect(JSON.stringify(googleTrouble(quoted))).not.toContain("jane");
  });

  function refusal(status: number, reason: string, address: string): Refusal {
    const url = new URL(address);
    const cost = {
      draws: ["gmail/user/acc", "gmail/project"].map((key) => ({ key, units: 1, unitsPerMinute: 1, burst: 1 })),
      isEffect: false,
      what: "ask",
    };
    const body = JSON.stringify({ error: { errors: [{ reason }], details: [{ reason }] } });
    return { url, status, headers: new Headers(), body, cost, now, againAt };
  }
});

describe("prices (provider facts 3, S5)", () => {
  const gmail = "https://gmail.googleapis.com/gmail/v1/users/me";
  test.each`
    method    | url                                                                        | units  | isEffect
    ${"GET"}  | ${`${gmail}/profile`}                                                      | ${1}   | ${false}
    ${"GET"}  | ${`${gmail}/history?startHistoryId=1`}                                     | ${2}   | ${false}
    ${"GET"}  | ${`${gmail}/messages?q=x`}                                                 | ${5}   | ${false}
    ${"GET"}  | ${`${gmail}/messages/1?format=raw`}                                        | ${20}  | ${false}
    ${"POST"} | ${`${gmail}/drafts`}                                                       | ${10}  | ${true}
    ${"PUT"}  | ${`${gmail}/drafts/1`}                                                     | ${15}  | ${true}
    ${"POST"} | ${`${gmail}/drafts/send`}                                                  | ${100} | ${true}
    ${"POST"} | ${"https://www.googleapis.com/calendar/v3/freeBusy"}                       | ${1}   | ${false}
    ${"POST"} | ${"https://www.googleapis.com/calendar/v3/calendars/a%40b.example/events"} | ${1}   | ${true}
    ${"POST"} | ${"https://people.googleapis.com/v1/people:createContact"}                 | ${1}   | ${true}
  `("$method $url costs $units", ({ method, url, units, isEffect }) => {
    const cost = costOf(account, method, new URL(url));
    expect([cost.draws[0]?.units, cost.isEffect]).toEqual([units, isEffect]);
  });

  test("what has no price is not called", () => {
    expect(() => costOf(account, "POST", new URL(`${gmail}/messages/1/trash`))).toThrow(RangeError);
    expect(() => costOf(account, "GET", new URL("https://evil.example/gmail/v1/users/me/profile"))).toThrow(RangeError);
  });
});

describe("labels", () => {
  test.each`
    labels                              | verdict
    ${["INBOX", "UNREAD"]}              | ${"read"}
    ${[]}                               | ${"read"}
    ${["SENT"]}                         | ${"read"}
    ${["SENT", "CATEGORY_UPDATES"]}     | ${"read"}
    ${["INBOX", "CATEGORY_PROMOTIONS"]} | ${"category_promotions"}
    ${["CATEGORY_PERSONAL", "INBOX"]}   | ${"read"}
    ${["DRAFT"]}                        | ${"not_read"}
    ${["SPAM", "CATEGORY_SOCIAL"]}      | ${"not_read"}
    ${["TRASH"]}                        | ${"not_read"}
    ${["Label_7", "NEW_KIND"]}          | ${"read"}
  `("$labels: $verdict", ({ labels, verdict }) => {
    const found = verdictOf(labels);
    expect(found.kind === "skipped" ? found.because : found.kind).toBe(verdict);
  });

  test("they are called as in Gmail's own export", () => {
    expect(labelWords(["INBOX", "SENT", "UNREAD", "CATEGORY_UPDATES", "Label_7"])).toEqual([
      "Inbox",
      "Sent",
      "Category Updates",
    ]);
  });
});

describe("history (S2, S6)", () => {
  const added = (id: string, ...labelIds: string[]) => ({ messagesAdded: [{ message: { id, labelIds } }] });
  const moved = (how: "labelsAdded" | "labelsRemoved", id: string, labelIds: string[], now: string[]) => ({
    [how]: [{ message: { id, labelIds: now }, labelIds }],
  });
  test.each`
    story                       | history                                                                                          | listed   | gone
    ${"new mail"}               | ${[added("1", "INBOX"), added("2", "SENT")]}                                                     | ${"1 2"} | ${""}
    ${"a draft"}                | ${[added("1", "DRAFT")]}                                                                         | ${""}    | ${""}
    ${"new and deleted"}        | ${[added("1", "INBOX"), { messagesDeleted: [{ message: { id: "1" } }] }]}                        | ${""}    | ${"1"}
    ${"thrown away"}            | ${[moved("labelsAdded", "1", ["TRASH"], ["TRASH"])]}                                             | ${""}    | ${"1"}
    ${"marked as spam"}         | ${[moved("labelsAdded", "1", ["SPAM"], ["SPAM"])]}                                               | ${""}    | ${"1"}
    ${"taken out of the trash"} | ${[moved("labelsRemoved", "1", ["TRASH"], ["INBOX"])]}                                           | ${"1"}   | ${""}
    ${"no promotion after all"} | ${[moved("labelsRemoved", "1", ["CATEGORY_PROMOTIONS"], ["INBOX"])]}                             | ${"1"}   | ${""}
    ${"marked as read"}         | ${[moved("labelsRemoved", "1", ["UNREAD"], ["INBOX"])]}                                          | ${""}    | ${""}
    ${"starred"}                | ${[moved("labelsAdded", "1", ["STARRED"], ["INBOX", "STARRED"])]}                                | ${""}    | ${""}
    ${"thrown away and back"}   | ${[moved("labelsAdded", "1", ["TRASH"], []), moved("labelsRemoved", "1", ["TRASH"], ["INBOX"])]} | ${"1"}   | ${""}
  `("$story: listed [$listed], gone [$gone]", ({ history, listed, gone }) => {
    const news = foldHistory(HistoryPage.parse({ history, historyId: "9" }))!;
    expect([news.listed.join(" "), news.gone.join(" ")]).toEqual([listed, gone]);
  });

  test("with an entry that cannot be read, nobody knows what was new", () => {
    const history = [added("1", "INBOX"), { messagesAdded: [{ message: 7 }] }];
    expect(foldHistory(HistoryPage.parse({ history }))).toBeUndefined();
  });

  test("mass mail is not read, and counted", () => {
    const news = foldHistory(
      HistoryPage.parse({ history: [added("1", "CATEGORY_SOCIAL"), added("2", "CATEGORY_SOCIAL")] }),
    );
    expect([...news!.skipped]).toEqual([["category_social", 2]]);
  });
});

describe("messages", () => {
  const message = (headers: Record<string, string>, more: object = {}) =>
    readMessage(
      GmailMessage.parse({
        id: "18c",
        threadId: "t1",
        labelIds: ["INBOX"],
        internalDate: "1763805600000",
        payload: { headers: Object.entries(headers).map(([name, value]) => ({ name, value })) },
        ...more,
      }),
    );
  test("headers are read by the code that reads files", () => {
    const read = message({
      From: "Zoë Müller <Zoe@Acme.example>",
      To: "=?utf-8?q?Jos=C3=A9?= <jose@home.example>",
      Subject: "Grüße",
      Date: "Sat, 22 Nov 2025 11:00:03 +0100",
      "Message-ID": "<a@acme.example>",
      References: "<r1@x.example> <r2@x.example>",
    });
    expect(read).toMatchObject({
      kind: "read",
      message: {
        ref: "18c",
        threadRef: "t1",
        headers: {
          from: { address: "zoe@acme.example", name: "Zoë Müller" },
          to: [{ address: "jose@home.example", name: "José" }],
          subject: "Grüße",
          sentAt: "2025-11-22T10:00:00.000Z",
          sentOffsetMinutes: 60,
          messageId: "a@acme.example",
          references: ["r1@x.example", "r2@x.example"],
          labels: ["Inbox"],
        },
      },
    });
  });

  test.each`
    what                    | headers                    | more                                                | kind
    ${"no From"}            | ${{ Subject: "x" }}        | ${{}}                                               | ${"unreadable"}
    ${"a draft"}            | ${{ From: "a@b.example" }} | ${{ labelIds: ["DRAFT"] }}                          | ${"gone"}
    ${"in the trash"}       | ${{ From: "a@b.example" }} | ${{ labelIds: ["TRASH"] }}                          | ${"gone"}
    ${"no labels, no time"} | ${{ From: "a@b.example" }} | ${{ labelIds: undefined, internalDate: undefined }} | ${"read"}
  `("$what: $kind", ({ headers, more, kind }) => expect(message(headers, more).kind).toBe(kind));

  test("a value cannot smuggle a header in", () => {
    const read = message({ From: "a@b.example", Subject: "x\r\nFrom: evil@b.example" });
    expect(read).toMatchObject({ kind: "read", message: { headers: { from: { address: "a@b.example" } } } });
  });
});

test("scopes are known by their last part", () => {
  const granted = grantedOf(["openid", "https://www.googleapis.com/auth/gmail.readonly"]);
  expect([granted("openid"), granted("gmail.readonly", "gmail.modify"), granted("gmail.compose")]).toEqual([
    true,
    true,
    false,
  ]);
});
