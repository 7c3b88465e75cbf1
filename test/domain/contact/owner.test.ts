import { describe, expect, test } from "vitest";
import { inferOwner, isSentLabel, type OwnerEvidence, type OwnerSighting } from "../../../src/domain/contact/owner.ts";

const sighting = (address: string, facts: Partial<OwnerSighting> = {}): OwnerSighting => ({
  address,
  sentFrom: 0,
  otherFrom: 0,
  deliveredTo: 0,
  to: 0,
  viaList: 0,
  eventsOrganised: 0,
  eventsAttended: 0,
  calendarsNamed: 0,
  ...facts,
});
const evidence = (facts: Partial<OwnerEvidence>): OwnerEvidence => ({
  sightings: [],
  sentMessages: 0,
  otherMessages: 0,
  events: 0,
  ...facts,
});
const say = (given: OwnerEvidence) => {
  const { addresses, sure } = inferOwner(given);
  return `${sure ? "sure" : "ask"}: ${addresses.map((one) => one.address).join(" ")}`;
};

const sam = "sam@northwind.example";
const list = sighting("all@lists.northwind.example", { deliveredTo: 80, to: 90, viaList: 90 });
const friend = sighting("priya@acme.example", { otherFrom: 20 });

describe("whose mailbox it is", () => {
  test.each`
    what                                           | given                                                                                                                                                                 | found
    ${"a sent folder"}                             | ${{ sightings: [sighting(sam, { sentFrom: 40, to: 60 }), list, friend], sentMessages: 40, otherMessages: 100 }}                                                       | ${`sure: ${sam}`}
    ${"a sent folder and an alias that writes"}    | ${{ sightings: [sighting(sam, { sentFrom: 40, to: 60 }), sighting("sam@gmail.com", { sentFrom: 5, deliveredTo: 9 }), friend], sentMessages: 45, otherMessages: 100 }} | ${`sure: ${sam} sam@gmail.com`}
    ${"one stray letter in the sent folder"}       | ${{ sightings: [sighting(sam, { sentFrom: 99 }), sighting("priya@acme.example", { sentFrom: 1, otherFrom: 9 })], sentMessages: 100, otherMessages: 100 }}             | ${`sure: ${sam}`}
    ${"no sent folder, Delivered-To and From"}     | ${{ sightings: [sighting(sam, { otherFrom: 30, deliveredTo: 90, to: 60 }), list, friend], otherMessages: 120 }}                                                       | ${`sure: ${sam}`}
    ${"an unsorted tree, most frequent writer"}    | ${{ sightings: [sighting(sam, { otherFrom: 60, to: 40 }), friend], otherMessages: 100 }}                                                                              | ${`sure: ${sam}`}
    ${"two people who both write and receive"}     | ${{ sightings: [sighting(sam, { otherFrom: 50, to: 49 }), sighting("priya@acme.example", { otherFrom: 49, to: 50 })], otherMessages: 100 }}                           | ${`ask: priya@acme.example ${sam}`}
    ${"only a newsletter writes"}                  | ${{ sightings: [sighting("news@shop.example", { otherFrom: 90 }), sighting(sam, { to: 90 })], otherMessages: 90 }}                                                    | ${`ask: ${sam}`}
    ${"a calendar alone, named by its address"}    | ${{ sightings: [sighting(sam, { calendarsNamed: 1, eventsAttended: 50, eventsOrganised: 20 }), sighting("priya@acme.example", { eventsAttended: 10 })], events: 60 }} | ${`sure: ${sam}`}
    ${"a calendar alone, without a name"}          | ${{ sightings: [sighting(sam, { eventsAttended: 50 }), sighting("priya@acme.example", { eventsAttended: 10 })], events: 60 }}                                         | ${`ask: ${sam} priya@acme.example`}
    ${"an assistant writes most of the sent mail"} | ${{ sightings: [sighting("lea@northwind.example", { sentFrom: 60 }), sighting(sam, { sentFrom: 30, to: 70 })], sentMessages: 90, otherMessages: 100 }}                | ${`ask: lea@northwind.example ${sam}`}
    ${"nothing"}                                   | ${{}}                                                                                                                                                                 | ${"ask: "}
  `("$what: $found", ({ given, found }) => expect(say(evidence(given))).toBe(found));

  test("a mailing list is delivered to more than anyone, and is never the owner", () => {
    const own = sighting(sam, { sentFrom: 3, to: 5, deliveredTo: 10 });
    const busy = sighting("announce@acme.example", { deliveredTo: 95, to: 95, viaList: 95 });
    const { addresses } = inferOwner(evidence({ sightings: [busy, own], sentMessages: 3, otherMessages: 100 }));
    expect(addresses.map((one) => one.address)).toEqual([sam]);
    const alone = inferOwner(evidence({ sightings: [busy], otherMessages: 100 }));
    expect(alone).toEqual({ addresses: [], sure: false });
  });

  test("plus tags and Gmail dots of the owner are the owner", () => {
    const given = {
      sightings: [sighting("sam.roe@gmail.com", { sentFrom: 9 }), sighting("samroe@gmail.com", { to: 4 })],
      sentMessages: 9,
      otherMessages: 9,
    };
    expect(say(evidence(given))).toBe("sure: sam.roe@gmail.com samroe@gmail.com");
  });

  test("each candidate comes with its because and its figures", () => {
    const { addresses } = inferOwner(
      evidence({ sightings: [sighting(sam, { sentFrom: 30, to: 10 })], sentMessages: 40, otherMessages: 20 }),
    );
    expect(addresses[0]?.because).toEqual([
      { rule: "owner.wrote_sent", text: "It wrote 75 % of the sent messages.", facts: { sentFrom: 30 } },
      { rule: "owner.addressed", text: "50 % of the other messages are addressed to it.", facts: { to: 10 } },
    ]);
  });
});

describe("the folder of sent mail", () => {
  test.each([
    "Sent",
    "SENT",
    "Sent Mail",
    "[Gmail]/Sent Mail",
    "Sent Items",
    "sent_items",
    "_sent_mail",
    "roe-s/_sent_mail/",
    "lay-k/sent/12.",
    "INBOX.Sent",
    "INBOX/Sent Messages",
    ".Sent",
    "Sent.mbox",
    "Gesendet",
    "Gesendete Elemente",
    "Envoyés",
    "Éléments envoyés",
    "Messages envoyés",
    "Enviados",
    "Elementos enviados",
    "Itens enviados",
    "Posta inviata",
    "Inviata",
    "Verzonden items",
    "Skickat",
    "Sendte elementer",
    "Sendt",
    "Lähetetyt",
    "Wysłane",
    "Elementy wysłane",
    "Odeslaná pošta",
    "Elküldött elemek",
    "Gönderilmiş Öğeler",
    "Отправленные",
    "送信済み",
    "已发送",
    "보낸편지함",
  ])("%s", (label) => expect(isSentLabel(label)).toBe(true));

  test.each([
    "Inbox",
    "Sent to Priya",
    "Presents",
    "Consent forms",
    "Unsent",
    "Drafts",
    "Resent",
    "Absent",
    "",
    "all_documents",
  ])("%s is another one", (label) => expect(isSentLabel(label)).toBe(false));
});
