/** What the owner says about people and messages, and what people say of themselves, from files to the stored contact. */
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ContactId, DraftId, MessageId } from "../../src/domain/ids.ts";
import { after, type Instant } from "../../src/domain/time.ts";
import { correctReading } from "../../src/flows/mail/correct-reading.ts";
import { type MessageShown, showThread } from "../../src/flows/mail/show-thread.ts";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { answerMerge } from "../../src/flows/people/answer-merge.ts";
import { correctSender } from "../../src/flows/people/correct-sender.ts";
import { eraseOwnersKeptText } from "../../src/flows/people/erase-kept-text.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { countOpenMerges, readMerges } from "../../src/store/read/merges.ts";
import { readPerson } from "../../src/store/read/person.ts";
import { begin, readOn } from "../support/imports.ts";
import { type Letter, layOutLetters, me } from "../support/letters.ts";
import { type TestWorld, testWorld } from "../support/world.ts";
import { seedOwner } from "../support/world-on.ts";

const now = "2026-11-10T09:00:00.000Z" as Instant;
const ines = "Ines Roca <ines@talver.example>";
const inesAddress = "ines@talver.example";

let files = 0;
const passing: TestWorld[] = [];
/** As many worlds as tests: each gives its connections back when its test is done. */
afterEach(async () => {
  for (const { database } of passing.splice(0)) await database.drop();
});

/** A world of one test. */
async function reading(letters: readonly Letter[]): Promise<TestWorld> {
  const made = await lastingWorld(letters);
  passing.push(made);
  return made;
}

/** A world that has read these letters, and whose owner is known. */
async function lastingWorld(letters: readonly Letter[]): Promise<TestWorld> {
  const made = await testWorld({ clock: now, reader: "in_test" });
  await sayOwnerAddresses(made.world, made.owner, [me]);
  await bring(made, letters);
  return made;
}

/** Imports each, and derives once what follows from all of them. */
async function bring({ world, owner, folder }: TestWorld, ...exports: (readonly Letter[])[]): Promise<void> {
  for (const letters of exports) {
    files += 1;
    await readOn(world, owner, await begin(world, owner, layOutLetters(join(folder, `letters-${files}`), letters)));
  }
  await refresh(world, owner);
}

const contacts = ({ world, owner }: TestWorld) =>
  world.database
    .selectFrom("contact")
    .select(["contact_id", "name", "company", "title", "class", "greeting_name"])
    .where("owner_id", "=", owner)
    .orderBy("name")
    .execute();

const called = async (made: TestWorld, name: string): Promise<ContactId> =>
  (await contacts(made)).find((one) => one.name === name)!.contact_id;

const identities = async ({ world, owner }: TestWorld, id: ContactId) =>
  (await readPerson(world.database, owner, id))!.identities.map(({ kind, value }) => `${kind} ${value}`);

const fields = async ({ world, owner }: TestWorld, id: ContactId) =>
  (await readPerson(world.database, owner, id))!.fields.map(
    ({ field, value, source, sourceAt }) =>
      `${field} ${value} (${source}${sourceAt === undefined ? "" : ` ${sourceAt.slice(0, 10)}`})`,
  );

const messageId = async ({ world, owner }: TestWorld, id: string): Promise<MessageId> =>
  (
    await world.database
      .selectFrom("message")
      .select("message_id")
      .where("owner_id", "=", owner)
      .where("header_id", "=", `${id}@letters.example`)
      .executeTakeFirstOrThrow()
  ).message_id;

const asked: Letter = {
  id: "asked",
  from: `Mara Lind <${me}>`,
  to: inesAddress,
  subject: "Coffee",
  date: "Mon, 02 Nov 2026 09:00:00 +0100",
  body: "Hi Ines,\n\nwould Thursday at 10 suit you for a coffee?\n\nBest,\nMara",
};
const answered: Letter = {
  id: "answered",
  from: ines,
  subject: "Re: Coffee",
  date: "Tue, 03 Nov 2026 11:00:00 +0100",
  answers: "asked",
  body: "Hi Mara,\n\nThursday is full, could we do Friday at 3 pm instead?\n\nBest regards,\nInes Roca\nHead of Data\nTalver Ltd\n+44 20 7946 0123\n\nOn Mon, 2 Nov 2026 at 09:00, Mara Lind <me@home.example> wrote:\n> would Thursday at 10 suit you for a coffee?",
};

describe("cards attached to mail, and signatures (R2, M7)", () => {
  const cards: Record<string, string> = {
    "2.1":
      "BEGIN:VCARD\nVERSION:2.1\nN:Roca;Ines\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:In=C3=A9s Roca\nORG:Talver Ltd;Data\nTITLE:Head of Data\nTEL;WORK;VOICE:+44 20 7946 0123\nEND:VCARD",
    "3.0":
      "BEGIN:VCARD\nVERSION:3.0\nFN:Inés Roca\nORG:Talver Ltd;Data\nTITLE:Head of Data\nTEL;TYPE=WORK:+44 20 7946 0123\nEND:VCARD",
    "4.0":
      "BEGIN:VCARD\nVERSION:4.0\nFN:Inés Roca\nORG:Talver Ltd\nTITLE:Head of Data\nTEL;VALUE=uri;TYPE=work:tel:+44-20-7946-0123\nEND:VCARD",
  };

  test.each(Object.keys(cards))(
    "R2: a mail with a card of vCard %s gives one contact with all four fields",
    async (version) => {
      const short = { ...answered, from: inesAddress, body: "Friday at 3 then.\n\nInes", card: cards[version]! };
      const made = await reading([asked, short]);
      await bring(made, [asked, short]);
      await bring(made, [asked, short]);
      const [one, ...others] = await contacts(made);
      expect(others).toEqual([]);
      expect(one).toMatchObject({ name: "Inés Roca", company: "Talver Ltd", title: "Head of Data" });
      expect((await fields(made, one!.contact_id)).map((text) => text.replaceAll("-20-7946-", " 20 7946 "))).toEqual([
        "name Inés Roca (attached_card 2026-11-03)",
        "company Talver Ltd (attached_card 2026-11-03)",
        "title Head of Data (attached_card 2026-11-03)",
        "phone +44 20 7946 0123 (attached_card 2026-11-03)",
      ]);
      expect(await identities(made, one!.contact_id)).toEqual(["address ines@talver.example", "phone +442079460123"]);
    },
  );

  test("only what is empty is filled: the address book, then the attached card, then the signature", async () => {
    const card =
      "BEGIN:VCARD\nVERSION:3.0\nFN:Ines Roca\nTITLE:Chief of Data\nADR:;;12 Quay Street;London;;SE1 2AB;UK\nURL:https://talver.example/ines\nEND:VCARD";
    const made = await reading([asked, { ...answered, card }]);
    expect(await fields(made, await called(made, "Ines Roca"))).toEqual([
      "company Talver Ltd (signature 2026-11-03)",
      "title Chief of Data (attached_card 2026-11-03)",
      "phone +44 20 7946 0123 (signature 2026-11-03)",
      "postal_address 12 Quay Street, London, SE1 2AB, UK (attached_card 2026-11-03)",
      "link https://talver.example/ines (attached_card 2026-11-03)",
    ]);
  });

  test("somebody else's card fills nothing of the writer's", async () => {
    const card =
      "BEGIN:VCARD\nVERSION:3.0\nFN:Otto Vale\nORG:Valeworks\nTEL:+49 40 1234567\nEMAIL:otto@valeworks.example\nEND:VCARD";
    const made = await reading([asked, { ...answered, body: "Ask Otto, his card is attached.", card }]);
    expect(await contacts(made)).toMatchObject([{ name: "Ines Roca", company: null }]);
  });

  test("a number that two people sign with is their house's: it identifies neither", async () => {
    const other = (letter: Letter, id: string): Letter => ({
      ...letter,
      id,
      from: letter.from.replace("Ines Roca", "Omar Diaz").replace("ines@", "omar@"),
      ...(letter.to !== undefined && { to: "omar@talver.example" }),
      ...(letter.answers !== undefined && { answers: "asked-omar" }),
      body: letter.body.replaceAll("Ines Roca", "Omar Diaz").replace("Ines", "Omar"),
    });
    const made = await reading([asked, answered, other(asked, "asked-omar"), other(answered, "answered-omar")]);
    for (const name of ["Ines Roca", "Omar Diaz"]) {
      const id = await called(made, name);
      expect(await fields(made, id)).toContain("phone +44 20 7946 0123 (signature 2026-11-03)");
      expect((await identities(made, id)).filter((one) => one.startsWith("phone"))).toEqual([]);
    }
  });
});

describe("what is read in a thread", () => {
  const away: Letter = {
    id: "away",
    from: ines,
    subject: "Automatic reply: Coffee",
    date: "Mon, 02 Nov 2026 09:01:00 +0100",
    answers: "asked",
    headers: { "Auto-Submitted": "auto-replied" },
    body: "I am out of the office and back on 9 November 2026. In urgent cases call Otto Vale, +49 40 1234567.",
  };
  const list: Letter = {
    id: "list",
    from: ines,
    subject: "Re: Coffee",
    date: "Wed, 04 Nov 2026 10:00:00 +0100",
    answers: "asked",
    headers: { "List-Id": "<data.talver.example>", Precedence: "bulk" },
    body: "Sorry, this went out through our list: see you on Friday.",
  };
  let made: TestWorld;
  let contact: ContactId;
  beforeAll(async () => {
    made = await lastingWorld([asked, away, answered, list]);
    contact = await called(made, "Ines Roca");
  });

  const thread = async (message = "asked"): Promise<MessageShown[]> =>
    (await showThread(
      made.world,
      made.owner,
      { contact, message: await messageId(made, message) },
      new AbortController().signal,
    ))!;
  const one = async (id: string): Promise<MessageShown> => {
    const wanted = await messageId(made, id);
    return (await thread()).find((message) => message.messageId === wanted)!;
  };
  const correct = async (id: string, said: Parameters<typeof correctReading>[3]) => {
    expect(await correctReading(made.world, made.owner, await messageId(made, id), said)).toBe("done");
    await refresh(made.world, made.owner);
  };

  test("oldest first, named by any of its messages; each part is told apart (M5)", async () => {
    expect((await thread("list")).map(({ sentAt }) => sentAt?.slice(8, 10))).toEqual(["02", "02", "03", "04"]);
    const { text } = await one("answered");
    expect(
      text.state === "whole" ? text.segments.map(({ as, text: words }) => `${as}: ${words.slice(0, 24)}`) : text,
    ).toEqual([
      "new: Hi Mara,\n\nThursday is fu",
      "signature: Best regards,\nInes Roca\n",
      "quoted: On Mon, 2 Nov 2026 at 09",
    ]);
  });

  test("beside each its kind, the day it names, and what it means (M1, M3, M6)", async () => {
    expect((await one("asked")).kind).toBeUndefined();
    expect((await one("away")).kind?.read).toMatchObject({
      kind: "auto_reply",
      autoReply: { about: "away", day: "2026-11-09", says: "back_on" },
    });
    expect((await one("away")).meaning).toBeUndefined();
    expect(await one("answered")).toMatchObject({
      kind: { read: { kind: "person" }, from: "text" },
      meaning: { meaning: { kind: "counter" }, offeredAt: undefined },
    });
  });

  test("an answer is read against the last letter before it that offered times, and against none that came later (M6)", async () => {
    const made = await reading([asked, { ...answered, body: "Friday at 3 pm works for me.\n\nInes" }]);
    const id = await called(made, "Ines Roca");
    const { db } = made.database;
    const { follow_up_id } = await db.selectFrom("follow_up").select("follow_up_id").executeTakeFirstOrThrow();
    const offering = (version: number, createdAt: string, startsAt: string) => {
      const times = [{ startsAt, endsAt: after(startsAt as Instant, { minutes: 30 }) }];
      return {
        ...{ owner_id: made.owner, draft_id: made.world.ids.next<DraftId>(), contact_id: id, follow_up_id, version },
        ...{ kind: "coffee", locale: "en", state: "sent" as const, because: "[]", to_address: inesAddress },
        ...{ subject: "", body: "", text_hash: Buffer.alloc(32), facts: "{}", lint: "[]", question: null },
        offer: JSON.stringify({ lines: [], times, mode: "in_person", calendar: { state: "none" }, unchecked: false }),
        created_at: createdAt as Instant,
        changed_at: now,
        text_kept_until: null,
      };
    };
    const friday = "2026-11-06T14:00:00.000Z";
    await db
      .insertInto("draft")
      .values([
        offering(100, "2026-11-01T08:00:00.000Z", "2026-11-06T08:00:00.000Z"),
        offering(101, "2026-11-02T08:00:00.000Z", friday),
        offering(102, "2026-11-09T08:00:00.000Z", "2026-11-13T14:00:00.000Z"),
      ])
      .execute();
    const message = await messageId(made, "asked");
    const shown = await showThread(made.world, made.owner, { contact: id, message }, new AbortController().signal);
    expect(shown?.[1]?.meaning).toMatchObject({
      meaning: { kind: "accept", slot: { startsAt: friday } },
      offeredAt: "2026-11-02T08:00:00.000Z",
    });
  });

  test("of a mailing nothing is read, and it says why (S1)", async () => {
    expect(await one("list")).toMatchObject({
      text: { state: "none", because: "not_qualified" },
      kind: { read: { kind: "list" }, from: "headers" },
    });
  });

  test("M4: said to be from a person, its marks count no more and its text is read; taken back, all is as before", async () => {
    const marks = async () =>
      (
        await made.world.database
          .selectFrom("sender")
          .select("because")
          .where("address", "=", inesAddress)
          .executeTakeFirstOrThrow()
      ).because;
    const before = await marks();
    await correct("list", { kind: "person" });
    expect(await one("list")).toMatchObject({
      text: { state: "whole" },
      kind: { read: { kind: "list" } },
      said: { kind: "person" },
    });
    const depth = () =>
      made.world.database
        .selectFrom("interaction")
        .select("depth")
        .where("title", "=", "Re: Coffee")
        .orderBy("at")
        .execute();
    expect((await depth()).map((row) => row.depth)).not.toContain("passive");
    await refresh(made.world, made.owner);
    expect((await one("list")).said).toEqual({ kind: "person" });
    await correct("list", { kind: null });
    expect(await one("list")).toMatchObject({ text: { state: "none", because: "not_qualified" }, said: {} });
    expect(await marks()).toEqual(before);
  });

  test("an automatic answer names others: what stands below it fills nothing, by its headers or by the owner's word (M7)", async () => {
    expect((await fields(made, contact)).join()).not.toContain("+49 40 1234567");
    await correct("answered", { kind: "auto_reply" });
    expect(await fields(made, contact)).toEqual([]);
    expect(await one("answered")).toMatchObject({ meaning: undefined, said: { kind: "auto_reply" } });
    await correct("answered", { kind: null });
    expect(await fields(made, contact)).toContain("title Head of Data (signature 2026-11-03)");
  });

  test("an automatic answer is no encounter (R3): nobody was met by it, until the owner says that a person wrote it", async () => {
    const alone = await reading([asked, away]);
    const metOn = async () =>
      (await alone.world.database.selectFrom("contact").select(["class", "met_on"]).executeTakeFirstOrThrow()).met_on;
    expect(await metOn()).toBeNull();
    await correctReading(alone.world, alone.owner, await messageId(alone, "away"), { kind: "person" });
    await refresh(alone.world, alone.owner);
    expect(await metOn()).toBe("2026-11-02");
  });

  test("the meaning is said beside the kind, each is taken back alone", async () => {
    await correct("answered", { meaning: "decline" });
    await correct("answered", { kind: "person" });
    expect((await one("answered")).said).toEqual({ kind: "person", meaning: "decline" });
    await correct("answered", { kind: null });
    expect((await one("answered")).said).toEqual({ meaning: "decline" });
    await correct("answered", { meaning: null });
    expect((await one("answered")).said).toEqual({});
  });

  test("R45: said to ask for no more letters, it stops its writer at once; taken back, only the owner's act lifts it", async () => {
    const alone = await reading([asked, answered]);
    const status = async () =>
      (await alone.world.database.selectFrom("contact").select("status").executeTakeFirstOrThrow()).status;
    expect(await status()).toBe("candidate");
    await correctReading(alone.world, alone.owner, await messageId(alone, "answered"), { meaning: "opt_out" });
    expect(await status()).toBe("blocked");
    await correctReading(alone.world, alone.owner, await messageId(alone, "answered"), { meaning: null });
    await refresh(alone.world, alone.owner);
    expect(await status()).toBe("blocked");
  });

  test("another owner with the same files has said nothing, and sees nothing of this one's", async () => {
    const other = await seedOwner(made.world);
    const theirs: TestWorld = { ...made, owner: other };
    await sayOwnerAddresses(made.world, other, [me]);
    await bring(theirs, [asked, away, answered, list]);
    await correct("answered", { meaning: "accept" });
    const id = await called(theirs, "Ines Roca");
    const mine = await messageId(made, "answered");
    const signal = new AbortController().signal;
    expect(await showThread(made.world, other, { contact: id, message: mine }, signal)).toBeUndefined();
    expect(await correctReading(made.world, other, mine, { kind: "person" })).toBe("unknown");
    const seen = await showThread(
      made.world,
      other,
      { contact: id, message: await messageId(theirs, "asked") },
      signal,
    );
    expect(seen?.map(({ said }) => said)).toEqual([{}, {}, {}, {}]);
    await correct("answered", { meaning: null });
  });

  test("with the file gone what was kept is shown; erased after 90 days, it says so", async () => {
    await made.world.database
      .updateTable("import")
      .set({ path: "/nowhere" })
      .where("owner_id", "=", made.owner)
      .execute();
    const { text } = await one("answered");
    expect(text).toMatchObject({ state: "kept", segments: [{ as: "new" }, { as: "signature" }] });
    made.clock.set(after(now, { days: 91 }));
    expect((await one("answered")).text).toEqual({ state: "none", because: "erased" });
    await eraseOwnersKeptText(made.world, made.owner);
    expect((await one("answered")).text).toEqual({ state: "none", because: "erased" });
    made.clock.set(now);
  });
});

describe("are these the same person? (R13)", () => {
  const known = (id: string, address: string): Letter[] => [
    { ...asked, id, to: address, subject: id },
    {
      ...answered,
      id: `${id}-answer`,
      answers: id,
      from: `Ines Roca <${address}>`,
      subject: `Re: ${id}`,
      body: "Friday at 3 pm then.",
    },
  ];
  const [work, home, third] = ["ines@talver.example", "ines@roca.example", "i.roca@quay.example"];
  const open = async ({ world, owner }: TestWorld) =>
    (await readMerges(world.database, owner, { state: "open", page: 1, rowsMax: 10 })).rows.map(({ addresses }) =>
      addresses.map(({ address }) => address),
    );
  const say = async (made: TestWorld, addresses: string[], answer: "same" | "different" | undefined) => {
    expect(await answerMerge(made.world, made.owner, addresses, answer)).toBe("done");
    await refresh(made.world, made.owner);
  };
  const groups = async (made: TestWorld) =>
    (await Promise.all((await contacts(made)).map(({ contact_id }) => identities(made, contact_id))))
      .map((one) => one.join(", "))
      .sort();
  const apart = [`address ${home}`, `address ${work}`].sort();

  test("same: one contact with both addresses; taken back: two, and the question again", async () => {
    const letters = [...known("first", work), ...known("second", home)];
    const made = await reading(letters);
    const theirs: TestWorld = { ...made, owner: await seedOwner(made.world) };
    await sayOwnerAddresses(made.world, theirs.owner, [me]);
    await bring(theirs, letters);
    expect(await open(made)).toEqual([[home, work].sort()]);
    await say(made, [work, home], "same");
    expect([await open(theirs), await groups(theirs)]).toEqual([[[home, work].sort()], apart]);
    expect(await groups(made)).toEqual([`address ${home}, address ${work}`]);
    expect(await countOpenMerges(made.world.database, made.owner)).toBe(0);
    await say(made, [home, work], undefined);
    expect(await groups(made)).toEqual(apart);
    expect(await open(made)).toEqual([[home, work].sort()]);
  });

  test("different: never asked again, also not when a third namesake appears, who is asked about each", async () => {
    const made = await reading([...known("first", work), ...known("second", home)]);
    await say(made, [work, home], "different");
    expect(await open(made)).toEqual([]);
    await bring(made, known("third", third));
    expect(await open(made)).toEqual([
      [third, home],
      [third, work],
    ]);
    await say(made, [third, work], "same");
    expect(await groups(made)).toEqual([`address ${third}, address ${work}`, `address ${home}`]);
    expect(await open(made)).toEqual([]);
  });

  test("of three, two are put together and the third is asked about still; what is not asked is not answered", async () => {
    const made = await reading([...known("first", work), ...known("second", home), ...known("third", third)]);
    await say(made, [work, home], "same");
    expect(await groups(made)).toEqual([`address ${home}, address ${work}`, `address ${third}`].sort());
    expect(await open(made)).toEqual([[third, home, work]]);
    expect(await answerMerge(made.world, made.owner, [work, "who@else.example"], "same")).toBe("unknown");
    expect(await answerMerge(made.world, made.owner, [work], "same")).toBe("unknown");
  });

  test.each([work, home])("what the owner said and logged of %s stays with the one person", async (address) => {
    const made = await reading([...known("first", work), ...known("second", home)]);
    const { db } = made.database;
    const { contact_id } = await db
      .selectFrom("identity")
      .select("contact_id")
      .where("value", "=", address)
      .executeTakeFirstOrThrow();
    const of = { owner_id: made.owner, contact_id };
    await db
      .updateTable("contact")
      .set({ met_why: "the harbour project", greeting_name: "Nesi", greeting_because: "said" })
      .where("contact_id", "=", contact_id)
      .execute();
    const other = await db
      .selectFrom("contact")
      .select("contact_id")
      .where("contact_id", "<>", contact_id)
      .executeTakeFirstOrThrow();
    await db
      .insertInto("contact_choice")
      .values([
        { ...of, body: JSON.stringify({ cadenceDays: 60 }), changed_at: now },
        { ...of, contact_id: other.contact_id, body: JSON.stringify({ isClient: true }), changed_at: now },
      ])
      .execute();
    const call = {
      mode: "phone",
      direction: "outbound",
      outcome: "talked",
      at: now,
      note: null,
      draft_id: null,
    } as const;
    await db
      .insertInto("logged")
      .values({ ...of, ...call, logged_id: made.world.ids.next() })
      .execute();
    await say(made, [work, home], "same");
    expect(await db.selectFrom("contact").select(["met_why", "greeting_name", "greeting_because"]).execute()).toEqual([
      { met_why: "the harbour project", greeting_name: "Nesi", greeting_because: "said" },
    ]);
    expect(await db.selectFrom("logged").select("outcome").execute()).toEqual([{ outcome: "talked" }]);
    expect(await db.selectFrom("contact_choice").select("body").execute()).toEqual([
      { body: { cadenceDays: 60, isClient: true } },
    ]);
  });
});

describe("M4: corrections of people are learnt and never lost", () => {
  test("left out: gone backwards too, with what was planned; and still so after another import", async () => {
    const made = await reading([asked, answered]);
    expect(await contacts(made)).toHaveLength(1);
    await correctSender(made.world, made.owner, inesAddress, "ignored");
    await refresh(made.world, made.owner);
    for (const table of ["contact", "identity", "interaction", "follow_up", "draft", "contact_field"] as const)
      expect([table, await made.world.database.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
    const { rows } = await made.database.pool.query(
      "select from message where text_kept is not null or text_read_at is not null",
    );
    expect(rows).toEqual([]);
    await bring(made, [{ ...answered, id: "later", date: "Fri, 06 Nov 2026 10:00:00 +0100" }]);
    expect(await contacts(made)).toEqual([]);
    await correctSender(made.world, made.owner, inesAddress, undefined);
    await refresh(made.world, made.owner);
    expect(await contacts(made)).toMatchObject([{ name: "Ines Roca", class: "candidate", title: "Head of Data" }]);
  });

  test("a person after all: proposed backwards from mail that is long read, and still after its import is repeated", async () => {
    const robot = "Nordlicht Service <service@nordlicht.example>";
    const marked = {
      "Auto-Submitted": "auto-generated",
      Precedence: "bulk",
      "List-Unsubscribe": "<mailto:u@nordlicht.example>",
    };
    const letters: Letter[] = [
      { ...asked, id: "to-service", to: "service@nordlicht.example" },
      ...[1, 2, 3].map(
        (n): Letter => ({ id: `service-${n}`, from: robot, headers: marked, body: "Your ticket was updated." }),
      ),
    ];
    const made = await reading(letters);
    const sender = () =>
      made.world.database
        .selectFrom("sender")
        .select(["class", "correction"])
        .where("address", "=", "service@nordlicht.example")
        .executeTakeFirstOrThrow();
    const before = await sender();
    await correctSender(made.world, made.owner, "service@nordlicht.example", "person");
    await refresh(made.world, made.owner);
    expect(before.class).not.toBe("candidate");
    expect(await sender()).toEqual({ class: "candidate", correction: "person" });
    await bring(made, letters);
    expect(await sender()).toEqual({ class: "candidate", correction: "person" });
    await correctSender(made.world, made.owner, "service@nordlicht.example", "machine");
    await refresh(made.world, made.owner);
    expect(await contacts(made)).toEqual([]);
  });
});
