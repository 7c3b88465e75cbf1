/** M1, M4: what a message is, asked in one order, each with its reason. */
import { describe, expect, test } from "vitest";
import { kindOf } from "../../../src/domain/mail/kind.ts";
import { readEml } from "../../support/eml.ts";

const kindIn = async (headers: Record<string, string>, body = "Hello.") => {
  const message = await readEml(headers, body);
  return kindOf(message.headers, message.text);
};

test.each([
  ["a person", {}, "person"],
  [
    "a list post",
    { "List-Id": "Harbour <harbour.lists.example>", "List-Post": "<mailto:harbour@lists.example>", Precedence: "list" },
    "list",
  ],
  ["a newsletter", { From: "Shop <news@shop.example>", "List-Unsubscribe": "<mailto:u@shop.example>" }, "list"],
  ["bulk mail", { From: "Shop <offers@shop.example>", Precedence: "bulk" }, "list"],
  ["a notice that nobody answers", { From: "no-reply@shop.example" }, "list"],
  [
    "an invitation of a network",
    {
      From: "Network <invitations@linkedin.com>",
      "List-Unsubscribe": "<https://x.example>",
      "X-LinkedIn-Class": "INVITE",
    },
    "list",
  ],
])("%s", async (_, headers, kind) => {
  const read = await kindIn(headers as Record<string, string>);
  expect(read.kind).toBe(kind);
  expect(read.because.length).toBeGreaterThan(0);
});

test("a complaint names whom it comes from", async () => {
  const body = `--b
Content-Type: text/plain

This is an abuse report.
--b
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: Loop/1.0
Original-Rcpt-To: ines@talver.example

--b
Content-Type: message/rfc822

From: owner@rapport.example
To: ines@talver.example
Message-ID: <m1@rapport.example>
Subject: A short talk

Hello
--b--
`;
  const read = await kindIn(
    { From: "fbl@provider.example", "Content-Type": 'multipart/report; report-type=feedback-report; boundary="b"' },
    body,
  );
  expect(read).toMatchObject({
    kind: "complaint",
    recipient: "ines@talver.example",
    originalMessageId: "m1@rapport.example",
  });
});

const calendar = (method: string, lines: string) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:${method}\r\nBEGIN:VEVENT\r\nUID:e1@talver.example\r\nSEQUENCE:0\r\nDTSTAMP:20261116T090000Z\r\nSUMMARY:Coffee\r\n${lines}END:VEVENT\r\nEND:VCALENDAR\r\n`;
const withCalendar = (method: string, lines: string) =>
  kindIn(
    { From: "Ines Roca <ines@talver.example>", "Content-Type": `text/calendar; method=${method}; charset=utf-8` },
    calendar(method, lines),
  );
const when =
  "DTSTART;TZID=Europe/Paris:20261117T100000\r\nDTEND;TZID=Europe/Paris:20261117T104500\r\nORGANIZER:mailto:owner@rapport.example\r\n";

describe("calendar messages (iTIP)", () => {
  test.each([
    ["ACCEPTED", "accepted"],
    ["DECLINED", "declined"],
    ["TENTATIVE", "tentative"],
  ])("an answer: %s", async (status, answer) => {
    const read = await withCalendar(
      "REPLY",
      `${when}ATTENDEE;CN="Roca, Ines";PARTSTAT=${status}:mailto:ines@talver.example\r\nCOMMENT:See you\\, gladly\r\n`,
    );
    expect(read).toMatchObject({
      kind: "calendar",
      calendar: {
        method: "answer",
        uid: "e1@talver.example",
        attendee: "ines@talver.example",
        answer,
        isOwnAnswer: true,
        comment: "See you, gladly",
        startsAt: "2026-11-17T09:00:00.000Z",
      },
    });
  });

  test("an answer for somebody else says so", async () => {
    const read = await withCalendar("REPLY", `${when}ATTENDEE;PARTSTAT=ACCEPTED:mailto:tom@northquay.example\r\n`);
    expect(read).toMatchObject({ calendar: { attendee: "tom@northquay.example", isOwnAnswer: false } });
  });

  test("another time proposed", async () => {
    const read = await withCalendar(
      "COUNTER",
      `DTSTART:20261118T140000Z\r\nDURATION:PT45M\r\nATTENDEE;PARTSTAT=TENTATIVE:mailto:ines@talver.example\r\n`,
    );
    expect(read).toMatchObject({
      calendar: { method: "counter", startsAt: "2026-11-18T14:00:00.000Z", endsAt: "2026-11-18T14:45:00.000Z" },
    });
  });

  test.each([
    ["REQUEST", "invitation"],
    ["CANCEL", "cancellation"],
  ])("%s", async (method, said) => {
    expect(await withCalendar(method, when)).toMatchObject({ kind: "calendar", calendar: { method: said } });
  });

  test("a calendar file without a method is a letter with a file", async () => {
    const read = await kindIn({ "Content-Type": "text/calendar" }, calendar("PUBLISH", when));
    expect(read.kind).toBe("person");
  });

  test("a folded line and a broken one do no harm", async () => {
    const read = await withCalendar(
      "REPLY",
      `${when}ATTENDEE;PARTSTAT=ACCEPTED;CN=Ines\r\n  Roca:mailto:ines@talver.example\r\nnonsense\r\n`,
    );
    expect(read).toMatchObject({ calendar: { answer: "accepted" } });
  });

  test("Outlook's subject counts only with a calendar's headers", async () => {
    expect(
      await kindIn({ Subject: "Accepted: Coffee", "Content-Class": "urn:content-classes:calendarmessage" }),
    ).toMatchObject({ kind: "calendar", calendar: { answer: "accepted", title: "Coffee" } });
    expect((await kindIn({ Subject: "Accepted: our offer" })).kind).toBe("person");
  });
});
