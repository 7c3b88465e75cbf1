import { expect, test } from "vitest";
import type { FactId } from "../../src/domain/ids.ts";
import type { Instant, PlainDate } from "../../src/domain/time.ts";
import { loadFacts, saveFoundFacts } from "../../src/store/facts.ts";
import { furnish, ids } from "./furnish.ts";
import { openOffice } from "./office.ts";

test("what is known of a person is shown with its source, and is one tap from done or wrong (R36, R37)", async () => {
  const office = await openOffice();
  await furnish(office.db, office.ownerId);
  const saidAt = "2026-11-16T09:00:00.000Z" as Instant;
  const read = {
    contactId: ids.priya,
    locale: "en",
    saidAt,
    confidence: 0.9,
    state: "open",
    textKeptUntil: undefined,
  } as const;
  const found = [
    {
      ...read,
      factId: office.world.ids.next<FactId>(),
      kind: "topic",
      text: "hiring <analysts>",
      quote: "Thanks for the chat about hiring <analysts>.",
      saidBy: "person",
      source: { kind: "message", id: "0199f000-0000-7000-8000-00000000abcd" },
    },
    {
      ...read,
      factId: office.world.ids.next<FactId>(),
      kind: "promise",
      text: "send the deck",
      quote: "I'll send you the deck by Friday.",
      saidBy: "owner",
      dueOn: "2026-11-20" as PlainDate,
      source: { kind: "message", id: "0199f000-0000-7000-8000-00000000abce" },
    },
  ] as const;
  await saveFoundFacts(office.db, office.ownerId, found, saidAt);
  const browser = await office.browser();
  const panel = async () =>
    /<section class="panel" id="facts"[\s\S]*?<\/section>/.exec(
      await (await browser.get(`/people/${ids.priya}`)).text(),
    )![0];

  const shown = await panel();
  expect(shown).toContain("hiring &lt;analysts&gt;");
  expect(shown).toContain(`href="/people/${ids.priya}/threads/0199f000-0000-7000-8000-00000000abcd"`);
  expect(shown).toMatch(
    /You said that you would<\/span> <span><span lang="en" dir="auto">send the deck<\/span>, by [^<]*20/,
  );

  const at = (fact: { factId: FactId }) => `/people/${ids.priya}/facts/${fact.factId}`;
  expect((await browser.post(at(found[1]), { state: "done" })).headers.get("location")).toMatch(
    /done=fact_done#facts$/,
  );
  expect((await browser.post(at(found[0]), { state: "refused" })).headers.get("location")).toMatch(
    /done=fact_refused#facts$/,
  );
  const added = await browser.post(`/people/${ids.priya}/facts`, {
    kind: "their_promise",
    text: "call Sam by Thursday",
  });
  expect(added.headers.get("location")).toMatch(/done=fact_added#facts$/);

  const settled = await panel();
  expect(settled).not.toContain("analysts&gt;");
  expect(settled).toContain("<summary>Done (1)</summary>");
  expect(settled).toMatch(/said that they would<\/span> <span><span[^>]*>call Sam by Thursday<\/span>, by [^<]*19/);
  const facts = (await loadFacts(office.db, office.ownerId, { contacts: [ids.priya] })).get(ids.priya) ?? [];
  expect(facts.map(({ state, source }) => [state, source.kind])).toEqual([
    ["open", "owner"],
    ["done", "message"],
  ]);

  expect((await browser.post(`/people/${ids.priya}/facts/${ids.tomas}`, { state: "done" })).status).toBe(404);
  expect((await browser.post(at(found[0]), { state: "forgotten" })).status).toBe(404);
  expect(
    (await browser.post(`/people/${ids.priya}/facts`, { kind: "topic", text: "  " })).headers.get("location"),
  ).toMatch(/#facts$/);
});
