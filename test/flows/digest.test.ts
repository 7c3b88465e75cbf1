/**
 * The digest on its way and its answers (R43, R41, R3, R11, R37), on the real store, adapters and sandbox of both providers: it
 * leaves once, nothing is made of it, and only the owner's own word about what was printed in it lets a letter leave.
 */
import { describe, expect, test } from "vitest";
import type { DraftId } from "../../src/domain/ids.ts";
import { approveBehind, letterBehind } from "../../src/flows/digest/digest-links.ts";
import { digestTimer } from "../../src/flows/digest/plan-digest.ts";
import { failpoints } from "../../src/flows/failpoints.ts";
import { composeDrafts } from "../../src/flows/letters/compose-drafts.ts";
import { answerWhy } from "../../src/flows/people/answer-why.ts";
import { heardSince } from "../../src/store/digest-answers.ts";
import { newestDigestEffect } from "../../src/store/digest-effects.ts";
import { lastDigest } from "../../src/store/digests.ts";
import { readDraft } from "../../src/store/read/drafts.ts";
import { findTimer } from "../../src/store/timers.ts";
import { morning } from "../support/connected-office.ts";
import {
  answerByMail,
  deliverFromOutside,
  digestsSent,
  hear,
  linkPathIn,
  morningDigest,
  morningOf,
  quoting,
  send,
  withPublicAddress,
} from "../support/digest-office.ts";
import { dyingAt, untilDeath } from "../support/dying.ts";
import { lettersIn, pass, vendors, type WritingOffice, writingOffice } from "../support/writing-office.ts";

const heard = ({ world, owner }: WritingOffice) => heardSince(world.database, owner, morning);

/** The letter to Priya, which is number 1. */
async function letterIn({ world, owner }: WritingOffice) {
  const digest = (await lastDigest(world.database, owner))!;
  const { takes, title } = digest.entries.find((entry) => entry.takes.takes === "ok")!;
  expect(title).toBe("Letter to Priya Nair");
  const draftId = (takes as { draftId: DraftId }).draftId;
  return (await readDraft(world.database, owner, draftId))!;
}

describe.each(vendors)("%s", (vendor) => {
  test("R43: it leaves once a day, to the owner alone, with the letter in full; nothing is made of it or of its answer", async () => {
    const office = await writingOffice(vendor, []);
    const { world, owner } = office;
    const before = await standing(office);
    const digest = await morningDigest(office);
    await send(office);
    const [mail, ...others] = digestsSent(office);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ subject: digest.subject, to: [{ address: "mara@nordlys.example" }] });
    const letter = await letterIn(office);
    for (const line of letter.body.split("\n").filter((one) => one !== "")) expect(mail?.text).toContain(line);
    expect(mail?.text).toContain("Subject: ");
    expect(mail?.text).not.toMatch(/https?:/);
    expect(lettersIn(office, "drafts")).toEqual([]);
    expect((await findTimer(world.database, owner, digestTimer(owner)))?.dueAt).toBe("2026-11-23T07:30:00.000Z");

    answerByMail(office, digest, { text: quoting("ok 1", digest) });
    await hear(office);
    expect((await letterIn(office)).state).toBe("approved");
    expect(await heard(office)).toMatchObject([{ kind: "approved", who: "Priya Nair" }]);
    expect(await standing(office)).toEqual(before);

    await hear(office);
    expect(await heard(office)).toHaveLength(1);
    morningOf(office, 1);
    await send(office);
    const next = await lastDigest(world.database, owner);
    expect(next?.body).toContain("FROM YOUR LAST ANSWER\n\n- The letter to Priya Nair is approved.");
  });
});

/** What a mail of the owner to themselves must not change. */
async function standing({ world, owner }: WritingOffice) {
  const { database } = world;
  const count = async (table: "contact" | "interaction" | "sender" | "fact" | "enrolment" | "logged") =>
    (await database.selectFrom(table).select("owner_id").where("owner_id", "=", owner).execute()).length;
  return {
    contacts: await count("contact"),
    interactions: await count("interaction"),
    senders: await count("sender"),
    facts: await count("fact"),
    enrolments: await count("enrolment"),
    logged: await count("logged"),
  };
}

describe("sent once", () => {
  test("whoever dies, at whichever step: each day has one, and none stays among the drafts", async () => {
    const office = await writingOffice("google", []);
    const places = failpoints.filter((name) => name.startsWith("send_digest."));
    for (const [nth, at] of places.entries()) {
      morningOf(office, nth + 1);
      expect(await untilDeath(() => send(office, dyingAt(office.world, at))), at).toBe("died");
      for (let again = 0; again < 3; again += 1) {
        pass(office, { minutes: 8 });
        await send(office);
      }
      expect(digestsSent(office), at).toHaveLength(nth + 1);
      expect(lettersIn(office, "drafts"), at).toEqual([]);
      expect((await lastDigest(office.world.database, office.owner))?.threadRef, at).toBeDefined();
    }
    expect(places).toHaveLength(4);
  });

  test("a provider that sends it and never says so is looked at, and not asked again", async () => {
    const office = await writingOffice("microsoft", []);
    const { fetch: answering } = office.network;
    office.network.fetch = async (request) => {
      const answer = await answering(request);
      if (request.method === "POST" && new URL(request.url).pathname.endsWith("/send"))
        throw new TypeError("terminated");
      return answer;
    };
    await send(office);
    office.network.fetch = answering;
    expect(await stateOf(office)).toBe("unknown");
    pass(office, { minutes: 2 });
    await send(office);
    expect(await stateOf(office)).toBe("done");
    expect(digestsSent(office)).toHaveLength(1);
    expect(lettersIn(office, "drafts")).toEqual([]);
  });

  test("one that could not leave on its day is overtaken by the next", async () => {
    const office = await writingOffice("google", []);
    await untilDeath(() => send(office, dyingAt(office.world, "send_digest.prepared")));
    morningOf(office, 1);
    await send(office);
    expect(digestsSent(office).map(({ subject }) => subject)).toEqual([expect.stringContaining("Monday 23 November")]);
    expect(lettersIn(office, "drafts")).toEqual([]);
  });
});

const stateOf = async ({ world, owner }: WritingOffice) =>
  (await newestDigestEffect(world.database, owner))?.sending.state;

describe("answers", () => {
  test("R3, R37: why they met completes the letter, a debrief is kept as told, and what is not understood is asked back", async () => {
    const office = await writingOffice("google", []);
    const { database } = office.world;
    await database.updateTable("contact").set({ met_why: null }).where("contact_id", "=", office.priya).execute();
    await composeDrafts(office.world, office.owner);
    const digest = await morningDigest(office);
    const numberOf = (kind: string) => digest.entries.find((entry) => entry.kind === kind)!.number;
    // A sentence cannot stand where the letter names a thing.
    answerByMail(office, digest, {
      id: "clause@nordlys.example",
      text: quoting(`${numberOf("question")}: she opens a third shop`, digest),
    });
    await hear(office);
    const asked = {
      kind: "unclear",
      line: "she opens a third shop",
      question: expect.stringContaining("name a thing"),
    };
    expect(await heard(office)).toMatchObject([asked]);
    const said = [
      `${numberOf("question")}: her third shop`,
      `${numberOf("debrief")}: promised the report by Friday`,
      "",
      "ok 1 and maybe call her",
    ];
    answerByMail(office, digest, { text: quoting(said.join("\n"), digest) });
    await hear(office);
    const [debrief] = await database.selectFrom("debrief").selectAll().execute();
    expect(debrief?.answer).toMatchObject({ promises: [{ text: "the report", to: "priya@acme.example" }] });
    const [letter] = await database.selectFrom("draft").selectAll().where("state", "=", "proposed").execute();
    expect(letter).toMatchObject({ question: null, body: expect.stringContaining("third shop") });
    expect(await heard(office)).toMatchObject([
      asked,
      { kind: "answered" },
      { kind: "answered" },
      { kind: "unclear", line: "ok 1 and maybe call her" },
    ]);
    expect(await approvals(office)).toEqual([]);
  });

  test("skip lets the letter go, and the same answer again does nothing", async () => {
    const office = await writingOffice("google", []);
    const digest = await morningDigest(office);
    answerByMail(office, digest, { id: "skip@nordlys.example", text: quoting("skip 1", digest) });
    await hear(office);
    expect((await letterIn(office)).state).not.toBe("proposed");
    expect(await heard(office)).toEqual([{ kind: "skipped", title: "Letter to Priya Nair" }]);
    answerByMail(office, digest, { id: "skip@nordlys.example", text: quoting("ok 1", digest) });
    await hear(office);
    expect(await heard(office)).toHaveLength(1);
  });

  test("R41: once the letter reads otherwise, an ok to the old one approves nothing and says so", async () => {
    const office = await writingOffice("google", []);
    const digest = await morningDigest(office);
    await answerWhy(office.world, office.owner, office.priya, { why: "her second shop opens in March" });
    await composeDrafts(office.world, office.owner);
    answerByMail(office, digest, { text: quoting("ok 1", digest) });
    await hear(office);
    expect(await heard(office)).toMatchObject([{ kind: "not_approved", who: "Priya Nair" }]);
    expect(await approvals(office)).toEqual([]);
  });
});

const approvals = ({ world }: WritingOffice) => world.database.selectFrom("approval").select("draft_id").execute();

describe("what is not the owner's word (R41)", () => {
  test("a forged mail, somebody else in the thread, a copy to others, a mail outside of the thread: nothing leaves", async () => {
    const office = await writingOffice("google", []);
    const digest = await morningDigest(office);
    const text = quoting("ok 1", digest);
    deliverFromOutside(office, digest, { id: "forged@evil.example", text });
    deliverFromOutside(office, digest, { id: "priya@acme.example", text, from: "priya@acme.example" });
    // Passed on to Priya, and talked about with her: numbers mean whatever the two make of them.
    answerByMail(office, digest, { id: "on@nordlys.example", text, to: ["priya@acme.example"] });
    answerByMail(office, digest, {
      id: "both@nordlys.example",
      text,
      to: ["mara@nordlys.example", "priya@acme.example"],
    });
    answerByMail(office, digest, { id: "anew@nordlys.example", text, references: [] });
    await hear(office);
    expect(await heard(office)).toEqual([]);
    pass(office, { hours: 3 });
    await hear(office);
    expect(await approvals(office)).toEqual([]);
    expect(await heard(office)).toEqual([{ kind: "not_proven" }]);
  });
});

describe("links (R41)", () => {
  const withLink = async () => {
    const office = await withPublicAddress(await writingOffice("google", []));
    return { office, token: linkPathIn(await morningDigest(office)).replace("/d/", "") };
  };

  test("the one behind it shows the letter, and its button approves that text, once", async () => {
    const { office, token } = await withLink();
    const letter = await letterIn(office);
    expect(await letterBehind(office.world, token)).toMatchObject({
      state: "open",
      letter: { draftId: letter.draftId },
    });
    expect(await approvals(office)).toEqual([]);
    expect(await approveBehind(office.world, token)).toMatchObject({
      state: "answered",
      approved: { kind: "approved" },
    });
    expect(await approveBehind(office.world, token)).toEqual({ state: "over", because: "used" });
    expect(await approvals(office)).toEqual([{ draft_id: letter.draftId }]);
  });

  test("altered, made up, expired, or of a letter that changed since, it approves nothing", async () => {
    const { office, token } = await withLink();
    const altered = `${token.slice(0, -2)}${token.endsWith("AA") ? "BB" : "AA"}`;
    for (const wrong of [altered, "", "a".repeat(22), `${token}x`, "../today", "\u0000"])
      expect(await approveBehind(office.world, wrong)).toEqual({ state: "unknown" });
    await answerWhy(office.world, office.owner, office.priya, { why: "her second shop opens in March" });
    expect(await approveBehind(office.world, token)).toEqual({ state: "over", because: "changed" });
    pass(office, { days: 4 });
    expect(await approveBehind(office.world, token)).toEqual({ state: "over", because: "expired" });
    expect(await approvals(office)).toEqual([]);
  });
});
