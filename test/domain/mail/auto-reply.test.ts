/** M3: automatic answers with their day and class, and letters of people about an absence, which are none. Own probes. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kindOf } from "../../../src/domain/mail/kind.ts";
import { readEml } from "../../support/eml.ts";

/** "kind [about [day says]] | Header: value; … || body". */
const lines = ["auto-replies", "auto-replies-b"].flatMap((file) =>
  readFileSync(new URL(`../../fixtures/mail/${file}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.includes(" || "))
    .map((line) => line.split(" | ") as [string, string]),
);

test.each(lines)("%s: %s", async (wanted, written) => {
  const [head = "", body = ""] = written.split(" || ");
  const headers = Object.fromEntries(head.split("; ").map((field) => field.split(/: (.*)/s).slice(0, 2)));
  const message = await readEml(headers, body);
  const kind = kindOf(message.headers, message.text);
  const away = kind.kind === "auto_reply" && kind.autoReply.about === "away" ? kind.autoReply : undefined;
  const said = [kind.kind, kind.kind === "auto_reply" ? kind.autoReply.about : undefined, away?.day, away?.says];
  expect(said.filter((word) => word !== undefined).join(" ")).toBe(wanted);
});

test("who to turn to meanwhile, and who took over", async () => {
  const away = await readEml(
    { Subject: "Automatic reply: Note" },
    "I am on leave until 27 November. Please contact ruth@talver.example.",
  );
  expect(kindOf(away.headers, away.text)).toMatchObject({
    autoReply: { about: "away", instead: "ruth@talver.example" },
  });
  const left = await readEml(
    { Subject: "Automatic reply: Note" },
    "I no longer work at Talver. My successor is ben@talver.example.",
  );
  expect(kindOf(left.headers, left.text)).toMatchObject({
    autoReply: { about: "left_company", successor: "ben@talver.example" },
  });
});

test("a bounce that calls itself auto-replied is a bounce", async () => {
  const message = await readEml(
    {
      From: "MAILER-DAEMON@mx.example",
      Subject: "Undelivered Mail Returned to Sender",
      "Auto-Submitted": "auto-replied",
    },
    "<ines@talver.example>: 550 5.1.1 user unknown",
  );
  expect(kindOf(message.headers, message.text).kind).toBe("bounce");
});

test("a newsletter that a program sent is no answer", async () => {
  const message = await readEml(
    {
      From: "News <news@shop.example>",
      Subject: "Out of office? Read this",
      "List-Unsubscribe": "<mailto:u@shop.example>",
      "Auto-Submitted": "auto-generated",
    },
    "Ten ideas for your holidays.",
  );
  expect(kindOf(message.headers, message.text).kind).toBe("list");
});

test("a receipt that a message was read", async () => {
  const message = await readEml(
    { Subject: "Read: Note", "Content-Type": 'multipart/report; report-type=disposition-notification; boundary="b"' },
    "--b\n\nread\n--b--",
  );
  expect(kindOf(message.headers, message.text)).toMatchObject({ kind: "auto_reply", autoReply: { about: "read" } });
});
