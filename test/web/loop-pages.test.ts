/** The owner's pages of the loop as a browser without a script sees them: the yes, what became of it, meetings, and hostile forms. */
import { beforeAll, describe, expect, test } from "vitest";
import type { DraftId } from "../../src/domain/ids.ts";
import { after, before, type Zone } from "../../src/domain/time.ts";
import { json } from "../../src/store/database.ts";
import { findDraft } from "../../src/store/drafts.ts";
import { type InCloud, inCloud } from "../support/cloud-world.ts";
import { consent } from "../support/consent.ts";
import { foreign, furnish, ids } from "./furnish.ts";
import { furnishLoop, loopIds } from "./furnish-loop.ts";
import { openOffice, start } from "./office.ts";

const office = await openOffice();
const browser = await office.browser();
const page = async (path: string) => {
  const answer = await browser.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
};
/** What is read, without the marks around it. */
const wordsOf = (text: string): string => text.replaceAll(/<[^>]+>/g, "").replaceAll(/\s+/g, " ");
const hashOn = (text: string): string => /name="hash" value="([0-9a-f]{64})"/.exec(text)![1]!;
const state = async (draftId: string) =>
  (
    await office.db
      .selectFrom("draft")
      .select("state")
      .where("owner_id", "=", office.ownerId)
      .where("draft_id", "=", draftId as never)
      .executeTakeFirst()
  )?.state;
/** The page of the version that stands by now. */
const standingLetter = async (): Promise<string> =>
  `/drafts/${/action="\/drafts\/([0-9a-f-]+)\/edit"/.exec(await page(letterPage))![1]!}`;
const letterPage = `/drafts/${ids.tomasDraft}`;

beforeAll(async () => {
  await furnish(office.db, office.ownerId);
  await furnishLoop(office.db, office.ownerId);
});

describe("what the pages show", () => {
  test.each([
    ["/today", "On their way"],
    ["/review", "It leaves Tue 17 Nov, 09:00"],
    ["/review", "can be approved together"],
    ["/sent", "A letter that is ready"],
    ["/sent", "Does the letter to Ana Quiet stand in your sent mail?"],
    ["/sent?show=sent", "Sent Mon 16 Nov, 15:00"],
    ["/sent?show=not_sent", "They wrote to you meanwhile."],
    ["/sent?q=nobody", "No letter here fits “nobody”"],
    [`/drafts/${loopIds.sent}`, "This letter was sent."],
    [`/drafts/${loopIds.stale}`, "This letter is not so any more, and was not sent."],
    ["/inbox", "What would it be about?"],
    ["/inbox", "Nothing was done: only you can say what follows."],
    ["/inbox?show=settled", "No answer has come yet."],
    ["/today", "Say what follows from the answer of Tomás Ibarra"],
    ["/today", "Say what became of the letter to Ana Quiet"],
    ["/week", "Coffee: Mara Lind and Priya Nair"],
    ["/week", "Kept free until they answer"],
    [`/people/${ids.priya}`, "A meeting was booked"],
    [`/people/${ids.priya}`, "Thu 19 Nov, 15:00 to 15:45"],
    [`/bookings/${loopIds.booking}`, "19:30 in Asia/Kolkata"],
    [`/bookings/${loopIds.booking}`, "They took Thursday at 15:00."],
    [letterPage, "Your yes covers this letter as it stands"],
    ["/settings/sending", "4 times approved as it was written; possible from 10 on"],
  ])("%s shows “%s”, nothing of another owner, and no inline script or style", async (path, words) => {
    const text = await page(path);
    expect(wordsOf(text)).toContain(words);
    expect(text).not.toContain(foreign);
    expect(text).not.toMatch(/\sstyle=|<style|<script(?! src)/);
  });
});

describe("the owner's yes, without an account (R41)", () => {
  test("an approved letter is taken along by hand, and taken back until it is said to be sent", async () => {
    const approved = await browser.post(`${letterPage}/approve`, {
      hash: hashOn(await page(letterPage)),
      back: "/review",
    });
    expect(approved.headers.get("location")).toBe(`${letterPage}?done=approved_by_hand`);
    const text = await page(letterPage);
    expect(text).toContain("Now send it, and say that you did");
    expect(text).not.toContain("data-approve");
    const back = await browser.post(`${letterPage}/take-back`, { back: "/review" });
    expect(back.headers.get("location")).toBe("/review?done=approval_taken_back");
    expect(await state(ids.tomasDraft)).toBe("proposed");
  });

  test("the owner's words are kept as a new version; a yes to the old one is not taken, and what changed is marked", async () => {
    const before = hashOn(await page(letterPage));
    const body = "Hi Tomás,\n\nShall we have a tea instead?\n\nMara";
    const edited = await browser.post(`${letterPage}/edit`, { subject: "Tea?", body, back: letterPage });
    const there = /^(\/drafts\/[0-9a-f-]+)\?done=words_saved$/.exec(edited.headers.get("location") ?? "")![1]!;
    expect(await page(there)).toContain("Shall we have a tea instead?");
    const late = await browser.post(`${letterPage}/approve`, { hash: before });
    expect(late.status).toBe(409);
    const text = await late.text();
    expect(text).toContain('<ins dir="auto">Shall we have a tea instead?</ins>');
    expect(text).toContain('<del dir="auto">Shall we have a coffee?</del>');
    expect(hashOn(text)).not.toBe(before);
  });

  test("words that are refused stay as they were typed, with the reason beside them", async () => {
    const there = await standingLetter();
    // Letters of a kind of ours are held to what their kind is held to.
    await office.db.updateTable("draft").set({ kind: "coffee" }).where("owner_id", "=", office.ownerId).execute();
    const body =
      "Hi Tomás,\n\nBuy now! Buy now! http://one.example http://two.example http://three.example\n\n[ your answer goes here ]";
    const refused = await browser.post(`${there}/edit`, { subject: "Tea?", body });
    expect(refused.status).toBe(409);
    const text = await refused.text();
    expect(text).toContain("Cannot be saved:");
    // The same is said while they are typed, and nothing is kept of it.
    const looked = await browser.post(`${there}/look`, { subject: "Tea?", body });
    expect(await looked.text()).toContain("Cannot be saved:");
    expect((await browser.post(`${there}/look`, { subject: "", body: "" })).status).toBe(200);
    expect(await page("/review")).not.toContain("Buy now!");
    expect(text).toContain("Buy now! Buy now!");
  });

  test("several are approved at once, each with an outcome of its own", async () => {
    const review = await page("/review");
    const ticks = [...review.matchAll(/name="letter" value="([^"]+)"/g)].map(([, value]) => value!);
    expect(ticks).toHaveLength(1);
    const gone = `${loopIds.unknown}:${"0".repeat(64)}`;
    const form = new URLSearchParams({ form_token: browser.token, nudges: "yes" });
    for (const one of [...ticks, gone]) form.append("letter", one);
    const text = await (await browser.send("POST", "/approvals", form, {})).text();
    expect(text).toContain("1 of 2 letters approved");
    expect(text).toContain("It is not there any more.");
    const [draftId] = ticks[0]!.split(":");
    await browser.post(`/drafts/${draftId}/take-back`, {});
  });

  test("put off to a day to come, it leaves the review; a day that was is not taken", async () => {
    const [, draftId] = /name="letter" value="([^":]+):/.exec(await page("/review"))!;
    const past = await browser.post(`/drafts/${draftId}/snooze`, { until: "2026-11-16", back: "/review" });
    expect(past.headers.get("location")).toBe("/review?done=not_a_day_to_come");
    const later = await browser.post(`/drafts/${draftId}/snooze`, { until: "2026-11-23", back: "/review" });
    expect(later.headers.get("location")).toMatch(/^\/review\?done=letter_snoozed&undo=follow_up/);
    expect(await page("/review")).not.toContain("tomas@globex.example");
    const [what, id] = new URL(later.headers.get("location")!, "http://here").searchParams.get("undo")!.split(":");
    await browser.post("/undo", { what: what!, id: id!, back: "/review" });
    expect(await page("/review")).toContain(`action="/drafts/${draftId}/snooze"`);
  });

  test("a way back to another site is not followed", async () => {
    const answer = await browser.post(`/drafts/${loopIds.waiting}/take-back`, { back: "//evil.example/" });
    expect(answer.headers.get("location")).toMatch(/^\/sent\?/);
  });

  test("only the owner can tell what became of a letter, and says so", async () => {
    const left = await browser.post(`/letters-stuck/${loopIds.askedEffect}`, { answer: "leave" });
    expect(left.headers.get("location")).toBe("/sent?done=stuck_settled");
    expect(await page("/sent")).not.toContain("stand in your sent mail?");
  });
});

describe("answers", () => {
  test("M6: a question is answered where it is read; what cannot be sent stays as it was typed", async () => {
    const at = `/inbox/${loopIds.answer}/answer`;
    await office.db.updateTable("owner").set({ name: "Mara Lind" }).where("owner_id", "=", office.ownerId).execute();
    await office.db
      .updateTable("contact")
      .set({ greeting_name: "Tomás" })
      .where("owner_id", "=", office.ownerId)
      .where("contact_id", "=", ids.tomas)
      .execute();
    expect(wordsOf(await page("/inbox"))).toMatch(/Unless you write your own, Hi Tomás, and [^.]*Mara stand around it/);
    const typed = "About [ your answer goes here ] & more";
    const refused = await browser.post(at, { text: typed, as: "sent" });
    expect(refused.status).toBe(409);
    const text = await refused.text();
    expect(text).toContain("One sentence waits for your answer.");
    expect(text).toContain("About [ your answer goes here ] &amp; more</textarea>");
    const long = await browser.post(at, { text: "y".repeat(8_001), as: "sent" });
    expect(await long.text()).toContain("at most 8000 characters");
    const kept = await browser.post(at, { text: "About your harbour.", as: "draft" });
    const draft = /^(\/drafts\/[0-9a-f-]+)\?done=words_saved$/.exec(kept.headers.get("location") ?? "")![1]!;
    expect(wordsOf(await page(draft))).toContain("Hi Tomás, About your harbour.");
    expect(await page("/inbox")).toContain(`href="${draft}">Read your answer`);
    // Without an account it is taken along by hand, by the same yes.
    const sent = await browser.post(at, { text: "About your harbour.", as: "sent" });
    expect(sent.headers.get("location")).toBe(`${draft}?done=approved_by_hand`);
    await browser.post(`${draft}/take-back`, {});
    await browser.post(`${draft}/skip`, {});
    expect(await page("/inbox")).toContain("About your harbour.");
  });

  test("an answer that the owner has seen to stands with the settled ones", async () => {
    const left = await browser.post(`/inbox/${loopIds.answer}/leave`, {});
    expect(left.headers.get("location")).toBe("/inbox?done=answer_left");
    expect(await page("/inbox")).toContain("Nothing here needs you.");
    expect(await page("/inbox?show=settled")).toContain("What would it be about?");
    expect((await browser.post(`/inbox/${loopIds.answer}/leave`, {})).status).toBe(404);
    const late = await browser.post(`/inbox/${loopIds.answer}/answer`, { text: "About ships.", as: "sent" });
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining("You had written: “About ships.”")]);
  });

  test("M6: a pasted answer is read and kept in the record; one without words comes back as it was typed", async () => {
    const text = "Dear Mara,\n\nthank you, but I am not interested.\n\nTomás";
    const read = await browser.post(`/people/${ids.tomas}/reply`, { text });
    expect(read.headers.get("location")).toBe(`/people/${ids.tomas}?done=reply_read#record`);
    expect(await page(`/people/${ids.tomas}`)).toContain("They answered");
    const quoted = "> only what was quoted";
    const refused = await browser.post(`/people/${ids.tomas}/reply`, { text: quoted, on: "2026-11-15" });
    expect(refused.status).toBe(400);
    const typed = await refused.text();
    expect(typed).toContain("There are no words of theirs in it");
    expect(typed).toContain("&gt; only what was quoted</textarea>");
    const tooOld = await browser.post(`/people/${ids.tomas}/reply`, { text, on: "2026-01-01" });
    expect(await tooOld.text()).toContain("on one of the last thirty days");
  });
});

describe("meetings", () => {
  test("a meeting that is called off gives the hour back, and says so once", async () => {
    const off = await browser.post(`/bookings/${loopIds.booking}/call-off`, { word: "I have to travel, sorry." });
    expect(off.headers.get("location")).toBe(`/bookings/${loopIds.booking}?done=meeting_called_off`);
    expect(await page(`/bookings/${loopIds.booking}`)).toContain("called off");
    const again = await browser.post(`/bookings/${loopIds.booking}/call-off`, { word: "Again" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("nothing was called off");
  });
});

describe("forms that no page of ours sends", () => {
  const hash = "0".repeat(64);
  test.each<[string, Record<string, string>, number]>([
    [`/drafts/${loopIds.unknown}/approve`, { hash }, 404],
    ["/drafts/nonsense/approve", { hash }, 404],
    [`${letterPage}/approve`, { hash: "0".repeat(63) }, 400],
    [`${letterPage}/approve`, { hash: `${"0".repeat(63)}g` }, 400],
    [`${letterPage}/approve`, {}, 400],
    [`${letterPage}/approve`, { hash: "f".repeat(64) }, 409],
    [`/drafts/${loopIds.unknown}/take-back`, {}, 404],
    [`/drafts/${loopIds.unknown}/skip`, {}, 404],
    [`/drafts/${loopIds.unknown}/snooze`, { until: "2026-12-01" }, 404],
    [`/drafts/${loopIds.unknown}/edit`, { subject: "x", body: "y" }, 404],
    [`${letterPage}/edit`, { subject: "", body: "y" }, 400],
    [`${letterPage}/edit`, { subject: "x", body: "y".repeat(8_001) }, 400],
    [`/inbox/${loopIds.unknown}/answer`, { text: "x", as: "sent" }, 404],
    ["/inbox/nonsense/answer", { text: "x", as: "sent" }, 404],
    [`/inbox/${loopIds.answer}/elsewhere`, { address: "else@where.example" }, 404],
    [`/inbox/${loopIds.answer}/elsewhere`, { address: "nonsense" }, 404],
    [`/people/${ids.tomas}/address-again`, { address: "tomas@globex.example" }, 404],
    ["/approvals", { letter: "one:two" }, 400],
    [`/letters-stuck/${loopIds.unknown}`, { answer: "send" }, 404],
    [`/letters-stuck/${loopIds.askedEffect}`, { answer: "twice" }, 400],
    [`/bookings/${loopIds.unknown}/move`, { startsAt: "2026-11-20T10:00:00.000Z" }, 404],
    [`/bookings/${loopIds.booking}/move`, { startsAt: "tomorrow" }, 400],
    [`/bookings/${loopIds.unknown}/call-off`, { word: "x" }, 404],
    [`/inbox/${loopIds.unknown}/agree`, {}, 404],
    [`/inbox/${loopIds.unknown}/leave`, {}, 404],
    [`/people/${loopIds.unknown}/reply`, { text: "Yes" }, 404],
    ["/settings/sending", { undoSeconds: "-1" }, 400],
    ["/settings/sending", { undoSeconds: "soon" }, 400],
  ])("%s with %o is answered with %i", async (path, fields, status) => {
    expect((await browser.post(path, fields)).status).toBe(status);
  });

  test.each(["approve", "take-back", "skip", "snooze", "edit"])(
    "%s without the page's token changes nothing",
    async (act) => {
      const fields = new URLSearchParams({ hash, until: "2026-12-01", subject: "x", body: "y" });
      expect((await browser.send("POST", `${letterPage}/${act}`, fields, {})).status).toBe(403);
    },
  );

  test.each([`/drafts/${loopIds.unknown}`, "/drafts/nonsense", `/bookings/${loopIds.unknown}`, "/bookings/1"])(
    "there is nothing at %s",
    async (path) => expect((await browser.get(path)).status).toBe(404),
  );
});

test("R3: a whole sentence is asked for in other words, and stays in the field as it was typed", async () => {
  const refused = await browser.post(`/people/${ids.tomas}/why`, { why: "we both sell to harbours", back: "/today" });
  expect(refused.status).toBe(400);
  const text = await refused.text();
  expect(text).toContain('value="we both sell to harbours"');
  expect(text).toContain("how your new team is doing");
  const told = await browser.post(`/people/${ids.tomas}/why`, { why: "selling to harbours", back: "/today" });
  expect(told.headers.get("location")).toBe("/today?done=why_answered");
});

test("Q5: a letter whose times have run out has no approval, and its button shows what takes its place", async () => {
  const late = await openOffice();
  await furnish(late.db, late.ownerId);
  const startsAt = before(start, { hours: 2 });
  const offer = {
    lines: ["Mon 16: 13:00-14:00"],
    times: [{ startsAt, endsAt: start }],
    mode: "in_person",
    unchecked: true,
  };
  await late.db
    .updateTable("draft")
    .set({ offer: json({ ...offer, calendar: { state: "none" } }) })
    .where("owner_id", "=", late.ownerId)
    .where("draft_id", "=", ids.tomasDraft)
    .execute();
  const { get, post } = await late.browser();
  const text = await (await get(letterPage)).text();
  expect(text).toContain("have passed, or are too near by now. It is written anew with others.");
  expect(text).not.toContain("data-approve");
  const answered = await post(`${letterPage}/approve`, { hash: hashOn(text) });
  expect(answered.status).toBe(409);
  expect(await answered.text()).toContain("Here it is with others.");
  const approvals = late.db.selectFrom("approval").select("draft_id").where("owner_id", "=", late.ownerId);
  expect(await approvals.execute()).toEqual([]);
});

test("with an account the letter leaves by itself after a minute at least, and the yes is taken back until then (R41)", async () => {
  let inside: InCloud | undefined;
  const connected = await openOffice({}, async (world, move) => {
    inside = await inCloud(world, move);
    return inside.world;
  });
  const mara = { provider: "google", address: "mara@nordlys.example", given: "Mara", family: "Lind" } as const;
  inside!.cloud.add({ ...mara, zone: "Europe/Paris" as Zone });
  const { get, post } = await connected.browser();
  const away = await post("/connect/google", {});
  const url = /^0; url=(.+)$/.exec(away.headers.get("refresh") ?? "")![1]!;
  const came = await consent((request) => inside!.vendors.fetch(request), url, { address: mara.address });
  if (!("back" in came)) throw new Error(came.page);
  await get(`${came.back.pathname}${came.back.search}`);
  await furnish(connected.db, connected.ownerId);

  const card = await (await get(letterPage)).text();
  expect(card).toContain("you can take it back for a minute, and until it leaves");
  const approved = await post(`${letterPage}/approve`, { hash: hashOn(card), back: "/review" });
  expect(approved.headers.get("location")).toMatch(/^\/review\?done=approved&undo=approval/);
  const review = await (await get("/review")).text();
  expect(review).toMatch(/Approved\. It leaves <time datetime="2026-11-16T/);
  await post(`${letterPage}/take-back`, { back: "/review" });
  expect(await (await get("/sent")).text()).toContain("Nothing is on its way.");
  expect(inside!.cloud.account(mara.address)!.mailbox.count("sent")).toBe(0);
});

test("R28: other times are chosen by boxes; the letter says them where its own stood, and one that is not free is refused", async () => {
  const other = await openOffice();
  await furnish(other.db, other.ownerId);
  const visitor = await other.browser();
  const offer = {
    lines: ["Thu 19: 15:00-15:45"],
    times: [{ startsAt: after(start, { days: 3 }), endsAt: after(start, { days: 3, minutes: 45 }) }],
    mode: "in_person",
    place: "Café Lignes",
    calendar: { state: "none" },
    unchecked: true,
    asked: { lengthMinutes: 45, occasion: "coffee" },
  };
  const body = `Hi Tomás,\n\nShall we have a coffee?\n\n${offer.lines[0]}\n\nMara`;
  await other.db
    .updateTable("draft")
    .set({ offer: json(offer), body })
    .where("owner_id", "=", other.ownerId)
    .where("draft_id", "=", ids.tomasDraft)
    .execute();
  const there = `${letterPage}/times`;
  const choice = await (await visitor.get(there)).text();
  const [first, second] = [...choice.matchAll(/name="time" value="([^"]+)"/g)].map(([, at]) => at!);
  const choose = (times: readonly string[]) => {
    const form = new URLSearchParams({ form_token: visitor.token, back: letterPage });
    for (const at of times) form.append("time", at);
    return visitor.send("POST", there, form, {});
  };
  expect((await choose([])).status).toBe(409);
  expect(await (await choose(["2026-11-18T02:00:00.000Z"])).text()).toContain("not free any more");
  const chosen = (await choose([first!, second!])).headers.get("location")!;
  expect(chosen).toMatch(/done=times_chosen/);
  const saved = await findDraft(other.db, other.ownerId, /drafts\/([^?]+)/.exec(chosen)![1]! as DraftId);
  expect(saved?.offer?.times.map(({ startsAt }) => startsAt)).toEqual([first, second]);
  expect(saved?.body).toContain(`\n\n${saved?.offer?.lines.join("\n")}\n\nMara`);
  expect(saved?.body).not.toContain(offer.lines[0]);
});
