/** M2: bounces in the shapes of many mail systems (own probes), and letters about bounces, which are none. */
import { describe, expect, test } from "vitest";
import { kindOf } from "../../../src/domain/mail/kind.ts";
import { bounceShapes, failures } from "../../fixtures/mail/bounce-shapes.ts";
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

test("a warning that delivery takes longer is delayed, not dead", async () => {
  const message = await readEml(
    { From: "MAILER-DAEMON@mx.example", Subject: "Warning: message delayed 24 hours" },
    "Your message to ines@talver.example has not yet been delivered. We will keep trying.",
  );
  expect(kindOf(message.headers, message.text)).toMatchObject({
    kind: "bounce",
    bounce: { reason: "delayed", recipient: "ines@talver.example" },
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
