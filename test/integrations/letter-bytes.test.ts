import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { letterBytes } from "../../src/integrations/letter-bytes.ts";
import type { OutgoingLetter } from "../../src/integrations/mail.ts";

const letter: OutgoingLetter = {
  messageId: "f00d@home.example",
  writtenAt: "2026-11-16T13:00:00.000Z",
  from: { address: "owner@home.example", name: "Olivia Öz" },
  to: [{ address: "priya@acme.example", name: "Nair, Priya" }],
  subject: "Zwei Kaffee für Łódź, and the rest of a subject that is far longer than one line of mail may be",
  text: "Hello Priya,\n.\nFrom here on\r\nGrüße",
  inReplyTo: "a@acme.example",
  references: ["z@acme.example", "a@acme.example"],
};

test("what goes in comes out again at the other side (provider-facts §10)", async () => {
  const bytes = await letterBytes(letter);
  const read = await PostalMime.parse(bytes);
  expect(read).toMatchObject({
    from: { name: "Olivia Öz", address: "owner@home.example" },
    to: [{ name: "Nair, Priya", address: "priya@acme.example" }],
    subject: letter.subject,
    messageId: "<f00d@home.example>",
    inReplyTo: "<a@acme.example>",
    references: "<z@acme.example> <a@acme.example>",
    date: "2026-11-16T13:00:00.000Z",
  });
  expect(read.text?.trim()).toBe("Hello Priya,\n.\nFrom here on\nGrüße");
  expect(bytes.toString("latin1")).toMatch(/Content-Type: text\/plain; charset=utf-8/i);
  expect(bytes.toString("latin1").replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("two tries give the same bytes, another letter gives others", async () => {
  const first = await letterBytes(letter);
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect((await letterBytes(letter)).equals(first)).toBe(true);
  expect((await letterBytes({ ...letter, messageId: "other@home.example" })).equals(first)).toBe(false);
});

describe("headers that carry more than they say are refused", () => {
  test.each<[string, Partial<OutgoingLetter>]>([
    ["CR LF in the subject", { subject: "Hi\r\nBcc: x@evil.example" }],
    ["LF in the subject", { subject: "Hi\nBcc: x@evil.example" }],
    ["NUL in the subject", { subject: "Hi\0" }],
    ["a line separator in the subject", { subject: "Hi\u2028there" }],
    ["a line break in a name", { to: [{ address: "p@acme.example", name: "P\r\nBcc: x@evil.example" }] }],
    ["a line break in an address", { to: [{ address: "p@acme.example\r\nBcc: x@evil.example" }] }],
    ["two addresses in one", { to: [{ address: "p@acme.example, x@evil.example" }] }],
    ["an address that is none", { from: { address: "owner" } }],
    ["nobody to go to", { to: [] }],
    ["a line break in an id", { messageId: "a\r\nX: y@home.example" }],
    ["brackets in a reference", { references: ["<a@b.example>"] }],
    ["a time that is none", { writtenAt: "tomorrow" }],
  ])("%s", async (_, part) => {
    await expect(letterBytes({ ...letter, ...part })).rejects.toThrow(RangeError);
  });
});

describe("a header of our own", () => {
  test("stands in the letter", async () => {
    const bytes = await letterBytes(letter, [{ name: "X-Rapport-Marker", value: "0123" }]);
    expect(bytes.toString("latin1")).toMatch(/^X-Rapport-Marker: 0123\r$/m);
  });

  test.each([
    ["Bcc", "x@evil.example"],
    ["X-A\r\nBcc", "x@evil.example"],
    ["X-Rapport-Marker", "0123\r\nBcc: x@evil.example"],
  ])("%s: %s is refused", async (name, value) => {
    await expect(letterBytes(letter, [{ name, value }])).rejects.toThrow(RangeError);
  });
});
