/** M2: bounces in the shapes of many mail systems (own probes), and letters about bounces, which are none. */
import { describe, expect, test } from "vitest";
import { kindOf } from "../../../src/domain/mail/kind.ts";
import { bounceShapes, delays, failures } from "../../fixtures/mail/bounce-shapes.ts";
import { readEml } from "../../support/eml.ts";

describe.each(bounceShapes)("$system", (shape) => {
  test.each(failures)("$reason: $says", async (failure) => {
    const { headers, body } = shape.write(failure);
    const message = await readEml(headers, body);
    const kind = kindOf(message.headers, message.text);
    expect(kind).toMatchObject({ kind: "bounce", bounce: { recipient: failure.recipient, reason: failure.reason } });
    expect(kind.because.length).toBeGreaterThan(0);
  });
});

test("the message that came back is named by its id", async () => {
  const [postfix] = bounceShapes;
  const { headers, body } = postfix!.write(failures[0]!);
  const { headers: read, text } = await readEml(headers, body);
  expect(kindOf(read, text)).toMatchObject({
    bounce: { originalMessageId: "q1-77@valeworks.example", status: "5.1.1" },
  });
});

test("5.x.x alone does not call an address dead", async () => {
  const message = await readEml(
    { From: "MAILER-DAEMON@mx.example", Subject: "Delivery failure" },
    "Your message could not be delivered.\n\n<ines@talver.example>: 554 5.3.0 transaction failed",
  );
  expect(kindOf(message.headers, message.text)).toMatchObject({ kind: "bounce", bounce: { reason: "unknown" } });
});

test.each([
  ["dead", "User ines.roca (ines.roca@talver.example) not listed in Domino Directory"],
  ["dead", "550 User <ines.roca@talver.example> unknown"],
  ["dead", "<<< 550 Mailbox <ines.roca@talver.example> does not exist here."],
  ["dead", "Unknown host: talver.example"],
  ["dead", "554 5.4.4 talver.example: no such domain"],
  ["full", "552 4.2.2 ines.roca@talver.example has exceeded the storage limit"],
  ["blocked", "554 5.7.1 Service unavailable; client host blocked using a blocklist"],
  ["unknown", "Connection to talver.example timed out. I have tried for five days and give up."],
  [
    "unknown",
    "451 connection refused by talver.example. I'm not going to try again; this message has been in the queue too long.",
  ],
  ["unknown", "retry timeout exceeded"],
])("%s: %s", async (reason, says) => {
  const message = await readEml(
    { From: "MAILER-DAEMON@mx.example", Subject: "Delivery failure" },
    `Your message could not be delivered.\n\n<ines.roca@talver.example>:\n${says}`,
  );
  expect(kindOf(message.headers, message.text)).toMatchObject({ kind: "bounce", bounce: { reason } });
});

test.each(delays)("a warning that delivery takes longer is delayed, not dead: $system", async ({ headers, body }) => {
  const message = await readEml(headers, body);
  expect(kindOf(message.headers, message.text)).toMatchObject({
    kind: "bounce",
    bounce: { reason: "delayed", recipient: "ines.roca@talver.example" },
  });
});

test.each([
  [
    "Fwd: Undelivered Mail Returned to Sender",
    "I get this each time I write to Ines: 550 5.1.1 user unknown. Any idea?",
  ],
  ["Re: failure notice", "The notice came from our old server, please ignore it."],
  ["Undeliverable parcels", "The courier could not deliver two parcels yesterday."],
  ["Delivery of the chairs", "The chairs could not be delivered on Monday, they come on Friday."],
  ["Failure notice template?", "Do we have a text for the case that a message could not be delivered (550 5.1.1)?"],
  ["Mail delivery system migration", "On Sunday we move the mail delivery system to a new host."],
])("a person who writes about it: %s", async (subject, body) => {
  const message = await readEml({ Subject: subject }, body);
  expect(kindOf(message.headers, message.text).kind).toBe("person");
});

test.each([
  [
    "Sven Holm <postmaster@harbour.example>",
    "Your mails to us last week",
    "Hello, until Friday our server refused mail from you by mistake; it works again. Please send the plans once more. Sven",
  ],
  [
    '"Sven Holm (Postmaster)" <postmaster@harbour.example>',
    "Re: mail to Ines",
    "Her mailbox was full, I made room. Your message could not be delivered before noon, please try again.",
  ],
  [
    "Anna Courier <anna.courier@harbour.example>",
    "Delivery failed on Monday",
    "The parcel could not be delivered, nobody opened the door. Shall I bring it on Friday?",
  ],
  [
    "Anna Courier <acourier@harbour.example>",
    "Undelivered parcels",
    "Two parcels could not be delivered. When are you in?",
  ],
  [
    "Anna Courier <anna@courier-house.example>",
    "Returned mail",
    "Three letters came back from the post. Do you have the new address?",
  ],
  [
    "Marc Daemon <marc.daemon@harbour.example>",
    "Failure notice on the pump",
    "The pump failed again, the message on its display: 5.1.1. Can we meet?",
  ],
  [
    "Marc Daemon <daemon.marc@daemon-studio.example>",
    "Undeliverable?",
    "My mail to Nora was not delivered, I think. Is her address right?",
  ],
  [
    "Rita Mailer <rita@mailer-family.example>",
    "Mail delivery on Saturdays",
    "Does the post still come on Saturdays? The mail could not be delivered here last week.",
  ],
  [
    "postmaster@harbour.example",
    "Your mail to us",
    "Hello,\n\nour server refused your mail by mistake until Friday, sorry.\n\nBest regards,\nSven Holm",
  ],
  ["Harbour Office <office@harbour.example>", "Re: A short talk", "Tuesday at ten suits her."],
])("a person with a mail system's word in their name or address: %s, %s", async (from, subject, body) => {
  const message = await readEml(
    { From: from, Subject: subject, ...(subject.startsWith("Re:") && { "In-Reply-To": "<m1@rapport.example>" }) },
    body,
  );
  expect(kindOf(message.headers, message.text).kind).toBe("person");
});

test("an airline's news from an address that collects bounces is none", async () => {
  const message = await readEml(
    {
      From: "Air Harbour <bounces@air-harbour.example>",
      Subject: "Your flight",
      "List-Unsubscribe": "<mailto:u@air-harbour.example>",
    },
    "Your flight is delayed. We will keep trying to depart.",
  );
  expect(kindOf(message.headers, message.text).kind).toBe("list");
});
