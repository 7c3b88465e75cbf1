import { describe, expect, test } from "vitest";
import type { ContactId } from "../../src/domain/ids.ts";
import type { Zone } from "../../src/domain/time.ts";
import { keepErased } from "../../src/flows/people/keep-erased.ts";
import { readPeople } from "../../src/store/read/people.ts";
import { foreign, furnish, ids, otherOwner } from "./furnish.ts";
import { openOffice, start } from "./office.ts";

const paris = "Europe/Paris" as Zone;
const office = await openOffice();
await furnish(office.db, office.ownerId);
const browser = await office.browser();
const page = async (path: string) => {
  const answer = await browser.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
};
const names = (text: string) => [...text.matchAll(/class="item-name"[^>]*>([^<]*)</g)].map(([, name]) => name);

describe("nobody sees another owner's rows, though all keys are the same", () => {
  test.each([
    "/review",
    "/review?show=overdue",
    "/review?q=nair",
    "/people",
    "/people?q=priya",
    `/people/${ids.priya}`,
    "/imports",
    `/imports/${ids.import}`,
    "/not-people",
    "/unsure",
    "/settings",
    "/import",
  ])("%s", async (path) => {
    expect(await page(path)).not.toContain(foreign);
  });

  test("and what is shown is there for the other one too, under the same ids", async () => {
    const rows = await office.db.selectFrom("contact").select("owner_id").where("contact_id", "=", ids.priya).execute();
    expect(rows.map(({ owner_id }) => owner_id).sort()).toEqual([otherOwner, office.ownerId].sort());
  });
});

describe("the review", () => {
  test("ranks deadlines within 48 hours before urgency (R9a), leaves out what is not due, shows the newest draft", async () => {
    const text = await page("/review");
    expect(names(text).slice(0, 2)).toEqual(["Priya Nair", "Tomás Ibarra"]);
    expect(names(text)).toHaveLength(3);
    expect(text).not.toContain("An old version");
    expect(text).toContain("3 follow-ups are due, 1 overdue.");
  });

  test.each`
    filter         | shown
    ${"overdue"}   | ${["Tomás Ibarra"]}
    ${"thank_you"} | ${["Priya Nair"]}
    ${"meet_by"}   | ${["Tomás Ibarra"]}
    ${"nonsense"}  | ${["Priya Nair", "Tomás Ibarra"]}
  `("filter $filter", async ({ filter, shown }) => {
    expect(names(await page(`/review?show=${filter}`)).slice(0, 2)).toEqual(shown);
  });

  test.each`
    search         | shown
    ${"nair acme"} | ${["Priya Nair"]}
    ${"IBARRA"}    | ${["Tomás Ibarra"]}
    ${"%"}         | ${[]}
    ${"_"}         | ${[]}
    ${"zzz"}       | ${[]}
  `("search $search", async ({ search, shown }) => {
    expect(names(await page(`/review?q=${encodeURIComponent(search)}`))).toEqual(shown);
  });

  test("an open reason is asked beside the letter, with two guesses, and the gap is marked (R3)", async () => {
    const text = await page("/review?q=priya");
    expect(text).toContain("Why did you meet Priya Nair?");
    expect([...text.matchAll(/name="guess" value="([^"]+)"/g)].map(([, guess]) => guess)).toEqual([
      "SaaStr Paris drinks",
      "Hiring analysts",
    ]);
    expect(text).toContain("<mark>[ your answer goes here ]</mark>");
    expect(text).toContain("No reason needed");
    // Enter in the field presses the first button of its form: that must be the one for what was typed.
    const form = text.slice(text.lastIndexOf("<form", text.indexOf('name="why"')));
    expect(/<button[^>]*>([^<]*)</.exec(form)?.[1]).toBe("Complete the letter");
  });

  test("times say as of when; with an old calendar they are offered only by one deliberate tap", async () => {
    const text = await page("/review?q=tomas%40");
    expect(text).toContain("too long ago to offer times from it");
    expect(text).toContain(`action="/drafts/${ids.tomasDraft}/unchecked"`);
  });

  test("a letter can be taken along: mail program and file", async () => {
    const text = await page("/review?q=tomas%40");
    expect(text).toContain(
      "mailto:tomas@globex.example?subject=Coffee%20%26%20cake%3F&amp;body=Hi%20Tom%C3%A1s%2C%0D%0A%0D%0AShall",
    );
    const file = await browser.get(`/drafts/${ids.tomasDraft}/letter.eml`);
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "message/rfc822"]);
    expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''Coffee-cake.eml");
    expect(await file.text()).toContain("Shall we have a coffee?");
    expect((await browser.get(`/drafts/${ids.quiet}/letter.eml`)).status).toBe(404);
  });

  test("what people call themselves cannot become markup", async () => {
    for (const path of ["/review", "/people", `/people/${ids.hostile}`]) {
      const text = await page(path);
      expect(text).not.toMatch(/<script>alert|<img src=x|<b>\.example/);
      expect(text).toContain("&lt;script&gt;");
    }
  });

  test("the why is told: it is stored and the page goes back to the person", async () => {
    const answer = await browser.post(`/people/${ids.priya}/why`, {
      guess: "Hiring analysts",
      why: "",
      back: "/review#item-1",
    });
    expect(answer.headers.get("location")).toBe("/review?done=why_answered#item-1");
    const row = await office.db
      .selectFrom("contact")
      .select(["met_why"])
      .where("owner_id", "=", office.ownerId)
      .where("contact_id", "=", ids.priya)
      .executeTakeFirstOrThrow();
    expect(row.met_why).toBe("Hiring analysts");
    expect((await browser.post(`/people/${ids.import}/why`, { why: "x" })).status).toBe(404);
  });

  test.each(["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a b"])(
    "the way back is never %s",
    async (back) => {
      const answer = await browser.post(`/people/${ids.priya}/why`, { why: "", back });
      expect(answer.headers.get("location")).toBe("/review");
    },
  );
});

describe("people and senders", () => {
  test.each`
    order          | first
    ${"closeness"} | ${"Ana Quiet"}
    ${"name"}      | ${"&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;ليلى&#39;"}
  `("ordered by $order", async ({ order, first }) => {
    expect(names(await page(`/people?order=${order}`))[0]).toBe(first);
  });

  test.each`
    question                         | found
    ${"?q=nair"}                     | ${["Priya Nair"]}
    ${"?q=acme%20pri"}               | ${["Priya Nair"]}
    ${"?q=ibarra+TOMAS"}             | ${["Tomás Ibarra"]}
    ${"?q=%D9%84%D9%8A%D9%84%D9%89"} | ${["&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;ليلى&#39;"]}
    ${"?q=%25"}                      | ${[]}
    ${"?show=due&order=name"}        | ${["&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;ليلى&#39;", "Priya Nair", "Tomás Ibarra"]}
    ${"?show=due&q=nair"}            | ${["Priya Nair"]}
    ${"?show=away"}                  | ${[]}
    ${"?show=nonsense&q=quiet"}      | ${["Ana Quiet"]}
  `("/people$question shows $found (R38: with no count of them all)", async ({ question, found }) => {
    const text = await page(`/people${question}`);
    expect(names(text)).toEqual(found);
    expect(text).not.toMatch(/>All\s*<span class="count">/);
  });

  test("read by key: each page begins where the one before ends, from either end, and nobody is left out", async () => {
    const order = names(await page("/people?order=name"));
    expect(order).toHaveLength(4);
    const wanted = {
      search: "",
      filter: "all",
      order: "name",
      rowsMax: 1,
      now: start,
      zone: paris,
    } as const;
    const walk = async (from: "start" | "end", on: "after" | "before") => {
      const seen: string[] = [];
      let page = await readPeople(office.db, office.ownerId, { ...wanted, seek: { to: from } });
      for (;;) {
        seen.push(...page.rows.map(({ name }) => name));
        if (!(on === "after" ? page.hasLater : page.hasEarlier)) return seen;
        page = await readPeople(office.db, office.ownerId, {
          ...wanted,
          seek: { to: on, id: page.rows[0]!.contactId },
        });
      }
    };
    const forwards = await walk("start", "after");
    expect(new Set(forwards).size).toBe(4);
    expect(await walk("end", "before")).toEqual(forwards.toReversed());
    const gone = "018f0000-0000-7000-8000-00000000dead" as ContactId;
    const behindNobody = await readPeople(office.db, office.ownerId, { ...wanted, seek: { to: "after", id: gone } });
    expect(behindNobody.rows.map(({ name }) => name)).toEqual(forwards.slice(0, 1));
  });

  test("one person is taken along as a file", async () => {
    const answer = await browser.get(`/people/${ids.tomas}/export.json`);
    expect(answer.headers.get("content-disposition")).toContain("Tom%C3%A1s%20Ibarra.json");
    expect(await answer.json()).toMatchObject({ format: "rapport-person", person: { name: "Tomás Ibarra" } });
    expect((await browser.get("/people/018f0000-0000-7000-8000-00000000dead/export.json")).status).toBe(404);
  });

  test("erasing says what goes and what stays, wants a tick, and leaves nobody behind (S6)", async () => {
    const text = await page(`/people/${ids.quiet}/erase`);
    expect(text).toContain("What stays");
    expect(text).toMatch(/<input type="checkbox" name="sure" value="yes" required>/);
    const erase = (fields: Record<string, string>) => browser.post(`/people/${ids.quiet}/erase`, fields);
    expect((await erase({})).headers.get("location")).toBe(`/people/${ids.quiet}/erase?done=not_sure`);
    expect((await erase({ sure: "yes" })).headers.get("location")).toBe("/people?done=person_erased");
    expect(names(await page("/people?q=quiet"))).toEqual([]);
    await keepErased(office.world, office.ownerId);
    expect((await browser.get(`/people/${ids.quiet}`)).status).toBe(404);
    const others = await office.db.selectFrom("contact").select("name").where("owner_id", "=", otherOwner).execute();
    expect(others).toHaveLength(4);
    const back = (address: string) => browser.post("/people/may-return", { address });
    expect(await page("/people?show=away")).toContain("1 address erased");
    expect((await back("nobody@else.example")).headers.get("location")).toContain("never_erased");
  });

  test("a person's page keeps the three dates apart (R9) and shows every decision with its inputs", async () => {
    const text = await page(`/people/${ids.priya}`);
    expect(text).toMatch(/Last touch<\/dt><dd><time[^>]*>now</);
    expect(text).toMatch(/Last conversation<\/dt><dd><time[^>]*>3 days ago</);
    expect(text).toMatch(/Last met<\/dt><dd><span class="quiet">not yet/);
    expect(text).toContain("SaaStr Paris drinks, Station F");
    expect(text).toContain("&quot;metAt&quot;");
    expect(text).toContain("You wrote to her and she answered.");
  });

  test("a machine is corrected to a person, and the word can be taken back", async () => {
    expect(await page("/not-people")).toContain("news@shop.example");
    const answer = await browser.post("/senders", { address: "news@shop.example", as: "person", back: "/not-people" });
    expect(answer.headers.get("location")).toBe("/not-people?done=corrected_person");
    const correction = () =>
      office.db
        .selectFrom("sender")
        .select(["owner_id", "correction"])
        .where("address", "=", "news@shop.example")
        .orderBy("correction")
        .execute();
    expect(await correction()).toEqual([
      { owner_id: office.ownerId, correction: "person" },
      { owner_id: otherOwner, correction: null },
    ]);
    await browser.post("/senders", { address: "news@shop.example", as: "undecided" });
    expect((await correction()).map((row) => row.correction)).toEqual([null, null]);
  });

  test("an answer that no form of ours gives is refused", async () => {
    expect((await browser.post("/senders", { address: "news@shop.example", as: "owner" })).status).toBe(400);
  });
});

describe("imports", () => {
  test("everything left out is listed with place and reason", async () => {
    const text = await page(`/imports/${ids.import}`);
    expect(text).toContain("A message without a date.");
    expect(text).toContain("All.mbox, byte 2");
    expect(text).toMatch(/Left out<\/dt><dd>6</);
  });

  test("while it is read the panel comes again each second; with an end in sight it says rate and time left", async () => {
    const change = (values: object) =>
      office.db.updateTable("import").set(values).where("owner_id", "=", office.ownerId).execute();
    await change({ state: "reading", bytes_done: 100_000, bytes_total: 1_000_000 });
    expect(await page(`/imports/${ids.import}`)).toContain('hx-trigger="every 1s"');
    office.wait({ seconds: 2 });
    await change({ bytes_done: 300_000 });
    const panel = await page(`/imports/${ids.import}/progress`);
    expect(panel).toContain("300 kB of 1.0 MB (30 %)");
    expect(panel).toContain("100 kB a second, a few seconds left");
    expect((await browser.post(`/imports/${ids.import}/stop`, {})).headers.get("location")).toBe(
      `/imports/${ids.import}?done=stopped`,
    );
    expect((await browser.get(`/imports/${ids.import}/progress`)).headers.get("hx-refresh")).toBe("true");
    expect(await page(`/imports/${ids.import}`)).toContain("Read on");
    await browser.post(`/imports/${ids.import}/resume`, {});
    expect(await page("/review")).toContain("is waiting to be read: 30 %");
  });

  test("undo asks first, and takes it back", async () => {
    await office.db.updateTable("import").set({ state: "read" }).where("owner_id", "=", office.ownerId).execute();
    expect(await page(`/imports/${ids.import}`)).toContain("Yes, take it back");
    await browser.post(`/imports/${ids.import}/undo`, {});
    expect(await page(`/imports/${ids.import}`)).toContain("Taken back");
  });

  test("ids that are none, or nobody's, are not there", async () => {
    for (const path of ["/imports/x", "/imports/018f0000-0000-7000-8000-00000000dead", "/people/1"]) {
      expect((await browser.get(path)).status).toBe(404);
    }
  });
});

describe("settings", () => {
  test("the addresses are asked once, and saved as the owner says", async () => {
    expect(await page("/review")).toContain("Which of these addresses are yours?");
    expect((await browser.post("/settings/addresses", { address: "not an address" })).status).toBe(400);
    const answer = await browser.post("/settings/addresses", { address: "me@owner.example", back: "/review" });
    expect(answer.headers.get("location")).toBe("/review?done=addresses_said");
    expect(await page("/review")).not.toContain("Which of these addresses are yours?");
  });

  test("names that only the owner can give are asked beside the letter, which is then written", async () => {
    const contact = () =>
      office.db
        .selectFrom("contact")
        .select("greeting_name")
        .where("owner_id", "=", office.ownerId)
        .where("contact_id", "=", ids.priya)
        .executeTakeFirstOrThrow();
    expect(await page("/review?q=nair")).toContain("How do you greet Priya Nair?");
    const greeted = await browser.post(`/people/${ids.priya}/greeting`, { name: "Priya", back: "/review?q=nair" });
    expect(greeted.headers.get("location")).toBe("/review?q=nair&done=greeting_set");
    expect(await contact()).toEqual({ greeting_name: "Priya" });
    expect(await page("/review?q=nair")).toContain("Which name do you sign letters with?");
    const named = await browser.post("/settings/name", { name: " Mara Lind ", back: "/review?q=nair" });
    expect(named.headers.get("location")).toBe("/review?q=nair&done=name_set");
    expect(await page("/review?q=nair")).toContain("Hi Priya,");
    expect((await browser.post("/settings/name", { name: "  " })).status).toBe(400);
  });

  test("while something is worked out the review says so, and comes anew when it is done", async () => {
    await browser.post("/senders", { address: "news@shop.example", as: "machine" });
    expect(await page("/review")).toContain("Working out who is who");
    expect(await page("/review/working")).toContain('hx-trigger="every 2s"');
    await office.db.deleteFrom("timer").execute();
    expect((await browser.get("/review/working")).headers.get("hx-refresh")).toBe("true");
  });

  test("a zone that is none is refused", async () => {
    expect((await browser.post("/settings/zone", { zone: "Europe/Atlantis" })).status).toBe(400);
  });

  test("the page never carries a secret", async () => {
    const text = await page("/settings");
    expect(text).not.toContain(office.key);
    expect(text).not.toContain(browser.cookie.split("=")[1]);
  });
});
