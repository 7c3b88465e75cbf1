import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MessageHeaders } from "../../../src/domain/mail/message.ts";
import { readAddresses } from "../../../src/integrations/archive/addresses.ts";
import { readHeaders } from "../../../src/integrations/archive/message-headers.ts";

const from = "From: Ann <ann@acme.example>\n";

function headers(text: string, placeLabels: readonly string[] = []): MessageHeaders {
  const read = readHeaders({ binary: Buffer.from(text, "utf8").toString("latin1"), placeLabels });
  if (read.kind === "refused") throw new Error(read.because);
  return read.headers;
}

describe("addresses identify a mailbox (R1)", () => {
  test.each`
    header                                                | people
    ${"Ann@ACME.example"}                                 | ${"ann@acme.example"}
    ${"Ann Lee <ann@acme.example>"}                       | ${"Ann Lee|ann@acme.example"}
    ${'"Lee, Ann" <ann@acme.example>, bob@acme.example'}  | ${"Lee, Ann|ann@acme.example bob@acme.example"}
    ${"ann@acme.example (Ann Lee)"}                       | ${"Ann Lee|ann@acme.example"}
    ${"Team: ann@acme.example, Bob <bob@acme.example>;"}  | ${"ann@acme.example Bob|bob@acme.example"}
    ${"undisclosed-recipients:;"}                         | ${""}
    ${"=?utf-8?Q?J=C3=B6rg?= <j@acme.example>"}           | ${"Jörg|j@acme.example"}
    ${"\"'Ann'\" <ann@acme.example>"}                     | ${"Ann|ann@acme.example"}
    ${"ann@acme.example <ann@acme.example>"}              | ${"ann@acme.example"}
    ${"Ann <mailto:ann@acme.example>"}                    | ${"Ann|ann@acme.example"}
    ${"Ann <ann@acme.example>, Ann L <ANN@acme.example>"} | ${"Ann|ann@acme.example"}
    ${"Ann <ann at acme>"}                                | ${""}
    ${"<>"}                                               | ${""}
  `("$header", ({ header, people }) => {
    const read = readAddresses(Buffer.from(header).toString("latin1"));
    expect(read.map(({ name, address }) => (name === undefined ? address : `${name}|${address}`)).join(" ")).toBe(
      people,
    );
  });
});

describe("each header that is kept", () => {
  test.each`
    header                                                                       | kept
    ${"Message-ID: <a@b.example>"}                                               | ${{ messageId: "a@b.example" }}
    ${"In-Reply-To: <a@b.example> from Ann"}                                     | ${{ inReplyTo: "a@b.example" }}
    ${"References: <a@b.example>\n <c@d.example>"}                               | ${{ references: ["a@b.example", "c@d.example"] }}
    ${"Date: Mon, 5 Jan 2026 10:00:00 +0100"}                                    | ${{ sentAt: "2026-01-05T09:00:00.000Z", sentOffsetMinutes: 60 }}
    ${"Received: from a by b;\n Mon, 5 Jan 2026 10:00:00 +0100"}                 | ${{ sentAt: "2026-01-05T09:00:00.000Z" }}
    ${"Sender: Bot <bot@acme.example>"}                                          | ${{ sender: { name: "Bot", address: "bot@acme.example" } }}
    ${"To: b@c.example\nTo: d@e.example"}                                        | ${{ to: [{ address: "b@c.example" }, { address: "d@e.example" }] }}
    ${"Reply-To: list@acme.example"}                                             | ${{ replyTo: [{ address: "list@acme.example" }] }}
    ${"Delivered-To: me@home.example\nX-Original-To: alias@home.example"}        | ${{ deliveredTo: ["me@home.example", "alias@home.example"] }}
    ${"Subject: Folded\n  over  lines"}                                          | ${{ subject: "Folded over lines" }}
    ${"SUBJECT: shouted"}                                                        | ${{ subject: "shouted" }}
    ${'X-Gmail-Labels: Sent,"To do",=?UTF-8?Q?Re=C3=A7us?='}                     | ${{ labels: ["Sent", "To do", "Reçus"] }}
    ${"Content-Type: Multipart/Report; report-type=Delivery-Status; boundary=x"} | ${{ contentType: "multipart/report; report-type=delivery-status" }}
    ${"Content-Type: garbage"}                                                   | ${{ contentType: "text/plain" }}
  `("$header", ({ header, kept }) => expect(headers(`${from}${header}\n`)).toMatchObject(kept));

  test.each`
    header                                      | signals
    ${"List-Id: Data Lyon <data.lyon.example>"} | ${{ listId: "data.lyon.example" }}
    ${"List-Unsubscribe: <mailto:u@l.example>"} | ${{ listHeaders: true }}
    ${"Precedence: Bulk"}                       | ${{ precedence: "bulk" }}
    ${"Auto-Submitted: Auto-Replied; x=y"}      | ${{ autoSubmitted: "auto-replied" }}
    ${"X-Auto-Response-Suppress: OOF, DR"}      | ${{ autoResponseSuppress: "OOF, DR" }}
    ${"X-Autoreply: yes"}                       | ${{ autoreply: "x-autoreply" }}
    ${"Feedback-ID: 1:2:3"}                     | ${{ feedbackId: true }}
    ${"Return-Path: <>"}                        | ${{ emptyReturnPath: true }}
    ${"X-Failed-Recipients: Bob@acme.example"}  | ${{ failedRecipients: ["bob@acme.example"] }}
    ${"X-Campaign-Id: 7\nX-SES-Outgoing: 1"}    | ${{ mailerMarks: ["x-campaign-id", "x-ses-outgoing"] }}
    ${"Content-Type: text/calendar"}            | ${{ calendar: true }}
    ${"X-Whatever: 1"}                          | ${{}}
  `("$header is evidence (M1 to M4)", ({ header, signals }) =>
    expect(headers(`${from}${header}\n`).signals).toEqual(signals),
  );

  test("of 500 references the first and the last 49 are kept", () => {
    const ids = Array.from({ length: 500 }, (_, n) => `<r${n}@a.example>`);
    const { references } = headers(`${from}References: ${ids.join("\n ")}\n`);
    expect([references.length, references[0], references[1], references.at(-1)]).toEqual([
      50,
      "r0@a.example",
      "r451@a.example",
      "r499@a.example",
    ]);
  });

  test("labels come from the folder when the message brings none, and what was thrown away says so", () => {
    expect(headers(from, ["Sent"]).labels).toEqual(["Sent"]);
    expect(headers(`${from}X-Gmail-Labels: Inbox\n`, ["All mail"]).labels).toEqual(["Inbox"]);
    expect(headers(`${from}X-Mozilla-Status: 0009\n`, ["Inbox"]).labels).toEqual(["Inbox", "Trash"]);
  });
});

test("two From headers are refused, one folded From is not (M1)", () => {
  expect(readHeaders({ binary: `${from}${from}`, placeLabels: [] })).toMatchObject({
    kind: "refused",
    because: "two_from_headers",
  });
  expect(headers("From: Ann\n <ann@acme.example>\n").from).toEqual({ name: "Ann", address: "ann@acme.example" });
});

test("whatever bytes a header holds, what is kept can be stored and shown on one line", () => {
  const names = fc.constantFrom(
    "Subject",
    "To",
    "Cc",
    "Message-ID",
    "References",
    "X-Gmail-Labels",
    "List-Id",
    "Precedence",
    "Content-Type",
    "Date",
  );
  const value = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom("=?utf-8?Q?a=0D=0Ab?=", "=?utf-16le?B?ANg=?=", "a\0b", "a\rb", "\u202egpj"),
  );
  const strings = (of: unknown): string[] =>
    typeof of === "string" ? [of] : of !== null && typeof of === "object" ? Object.values(of).flatMap(strings) : [];
  fc.assert(
    fc.property(fc.array(fc.tuple(names, value), { maxLength: 8 }), (fields) => {
      const read = headers(
        `${from}${fields.map(([name, text]) => `${name}: ${text.replaceAll("\n", "\n ")}\n`).join("")}`,
      );
      for (const text of strings(read)) {
        expect(text).not.toMatch(/[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]/);
        expect(text.isWellFormed()).toBe(true);
      }
      for (const { address } of [...read.to, ...read.cc]) expect(address).toMatch(/^[^\s@]+@[^\s@]+$/);
    }),
    { numRuns: 300 },
  );
});

test("a mail system that signs without its host has the host of its message's id", () => {
  const read = headers("From: MAILER-DAEMON (Mail Delivery System)\nMessage-ID: <4f2@mx.talver.example>\n");
  expect(read.from.address).toBe("mailer-daemon@mx.talver.example");
});
