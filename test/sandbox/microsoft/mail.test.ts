/** Outlook's mail in the sandbox, asked as a program asks it and held to the contract in both directions. */
import { describe, expect, test } from "vitest";
import { bulkMailbox } from "../../../src/sandbox/cloud/bulk-mail.ts";
import { asking, begins } from "./asking.ts";

const lasting = 'IdType="ImmutableId"';
const inbox = "/me/mailFolders/inbox/messages";
const fields = "$select=id,subject,receivedDateTime";
const marker = "String {00020329-0000-0000-c000-000000000046} Name Marker";
const subjects = (items: readonly Record<string, unknown>[]) =>
  items.map(({ subject, "@removed": removed }) => (removed ? "gone" : subject));

test("who it is, in which zone, and its folders", async () => {
  const { ask, watch, arrive } = asking({ account: { aliases: ["m.sommer@firm.example"] } });
  arrive({ id: "1@else.example" });
  expect((await ask("GET", "/me?$select=id,mail,proxyAddresses,displayName")).body).toMatchObject({
    mail: "mia@firm.example",
    proxyAddresses: ["SMTP:mia@firm.example", "smtp:m.sommer@firm.example"],
  });
  expect((await ask("GET", "/me")).body.proxyAddresses).toBeUndefined();
  expect((await ask("GET", "/me/mailboxSettings")).body.timeZone).toBe("W. Europe Standard Time");
  const folders = (await ask("GET", "/me/mailFolders")).body.value as { id: string; displayName: string }[];
  expect(folders.map(({ displayName }) => displayName)).toEqual([
    "Inbox",
    "Sent Items",
    "Drafts",
    "Archive",
    "Junk Email",
    "Deleted Items",
  ]);
  expect((await ask("GET", `/me/mailFolders/${folders[0]?.id}`)).body.totalItemCount).toBe(1);
  expect((await ask("GET", "/me/mailFolders/nowhere")).status).toBe(404);
  expect(watch.problems).toEqual([]);
});

test("one message has as much as was asked for: new words, headers, bytes, attachments", async () => {
  const { ask, all, watch, arrive } = asking();
  arrive({
    id: "1@else.example",
    card: { fileName: "leo.vcf", text: "BEGIN:VCARD\r\nEND:VCARD" },
    headers: [["List-Id", "<plans.else.example>"]],
  });
  const [listed] = (await all(`${inbox}?${fields}`)).items;
  expect(Object.keys(listed ?? {}).toSorted()).toEqual(["@odata.etag", "id", "receivedDateTime", "subject"]);
  const path = `/me/messages/${encodeURIComponent(String(listed?.id))}`;
  const text = 'outlook.body-content-type="text"';
  const { body } = await ask(
    "GET",
    `${path}?$select=uniqueBody,internetMessageHeaders,from,conversationId`,
    undefined,
    [text],
  );
  expect(body).toMatchObject({
    uniqueBody: { contentType: "text", content: "Shall we talk?" },
    from: { emailAddress: { address: "leo@else.example" } },
  });
  expect(body.internetMessageHeaders).toContainEqual({ name: "List-Id", value: "<plans.else.example>" });
  expect((await ask("GET", path)).body).toMatchObject({
    hasAttachments: true,
    isRead: false,
    isDraft: false,
    internetMessageId: "<1@else.example>",
  });
  expect((await ask("GET", `${path}/$value`)).body.text).toContain("Message-ID: <1@else.example>\r\n");
  expect((await ask("GET", `${path}/attachments`)).body.value).toMatchObject([
    { name: "leo.vcf", contentBytes: expect.any(String) },
  ]);
  expect(watch.problems).toEqual([]);
});

describe("ids", () => {
  test("the usual id leads nowhere once the message was moved; the lasting one goes on, and differs by letter case", async () => {
    const { ask, all, watch, arrive } = asking();
    arrive({ id: "1@else.example" });
    const [usual] = (await all(`${inbox}?${fields}`)).items;
    const [kept] = (await all(`${inbox}?${fields}`, [lasting])).items;
    expect(kept?.id).not.toBe(usual?.id);
    await ask("POST", `/me/messages/${usual?.id}/move`, { destinationId: "archive" });
    expect((await ask("GET", `/me/messages/${usual?.id}`)).status).toBe(404);
    expect((await ask("GET", `/me/messages/${kept?.id}`, undefined, [lasting])).body).toMatchObject({
      id: kept?.id,
      subject: "The plan",
    });
    expect((await ask("GET", `/me/messages/${String(kept?.id).toLowerCase()}`)).status).toBe(404);
    expect(watch.problems).toEqual([]);
  });
});

describe("lists", () => {
  test("come newest first, in pages that what arrives meanwhile does not move", async () => {
    const { ask, all, wait, arrive } = asking();
    for (const number of [1, 2, 3, 4, 5]) {
      arrive({ id: `${number}@else.example`, subject: `Letter ${number}` });
      wait({ minutes: 1 });
    }
    const first = await ask("GET", `/me/messages?${fields}&$top=2`);
    arrive({ id: "6@else.example", subject: "Letter 6" });
    const rest = await all(String(first.body["@odata.nextLink"]));
    expect(subjects([...(first.body.value as Record<string, unknown>[]), ...rest.items])).toEqual(
      [5, 4, 3, 2, 1].map((n) => `Letter ${n}`),
    );
    expect(String(first.body["@odata.nextLink"])).not.toContain("+");
  });

  test.each([
    ["receivedDateTime ge 2026-11-22T10:01:00Z", ["B", "A"]],
    ["receivedDateTime gt 2026-11-22T10:01:00Z and receivedDateTime lt 2026-11-22T10:02:30Z", ["B"]],
    ["internetMessageId eq '<1@else.example>'", ["A"]],
    ["from/emailAddress/address eq 'leo@else.example' and not (subject eq 'A')", ["B"]],
    ["contains(subject,'b') or startswith(subject,'a')", ["B", "A"]],
    ["isRead eq true", []],
    [`singleValueExtendedProperties/Any(ep: ep/id eq '${marker}' and ep/value eq 'x')`, []],
  ])("$filter=%s", async (filter, found) => {
    const { all, wait, arrive, watch } = asking();
    wait({ minutes: 1 });
    arrive({ id: "1@else.example", subject: "A" });
    wait({ minutes: 1 });
    arrive({ id: "2@else.example", subject: "B" });
    expect(subjects((await all(`${inbox}?${fields}&$filter=${encodeURIComponent(filter)}`)).items)).toEqual(found);
    expect(watch.problems).toEqual([]);
  });

  test("what it cannot read it refuses: half a filter, another order, a search", async () => {
    const { ask } = asking();
    for (const query of [
      "$filter=receivedDateTime ge",
      "$filter=colour(subject)",
      "$orderby=subject",
      "$search=%22a%22",
    ]) {
      expect((await ask("GET", `/me/messages?${query}`)).status).toBe(400);
    }
  });

  test("five thousand messages come in twenty pages of two hundred and fifty, each once", async () => {
    const backlog = bulkMailbox({
      seed: 1,
      count: 5_000,
      owner: { address: "mia@firm.example", name: "Mia Sommer" },
      until: begins,
    });
    const { all, quota } = asking({ account: { backlog } });
    const { items, pages } = await all("/me/messages?$select=id&$top=250");
    expect(new Set(items.map(({ id }) => id)).size).toBe(5_000);
    expect(pages).toBe(20);
    expect(quota.usageOf("graph/").calls).toBe(20);
  });
});

describe("rounds of changes", () => {
  test("the first tells all, the next what came, changed, moved away or was deleted; items repeat between pages", async () => {
    const { ask, all, mia, arrive, watch, wait } = asking();
    for (const subject of ["A", "B", "C", "D"]) arrive({ id: `${subject}@else.example`, subject });
    const first = await all(`${inbox}/delta?${fields}`, [lasting, "odata.maxpagesize=2"]);
    expect(subjects(first.items)).toEqual(["D", "C", "C", "B", "B", "A"]);
    const byName = new Map(first.items.map(({ subject, id }) => [subject, String(id)]));
    wait({ minutes: 1 });
    arrive({ id: "E@else.example", subject: "E" });
    await ask("PATCH", `/me/messages/${byName.get("A")}`, { isRead: true });
    await ask("POST", `/me/messages/${byName.get("B")}/move`, { destinationId: "archive" });
    await ask("DELETE", `/me/messages/${byName.get("C")}`);
    const second = await all(first.link, [lasting]);
    expect(subjects(second.items)).toEqual(["E", "A", "gone", "gone"]);
    expect(second.items.slice(2).map(({ id }) => id)).toEqual([byName.get("B"), byName.get("C")]);
    expect((await all(second.link, [lasting])).items).toEqual([]);
    expect(second.link).toContain("mailFolders('");
    expect(mia.mailbox.count("trash")).toBe(1);
    expect(watch.problems).toEqual([]);
  });

  test("begun from an instant it tells only what came since, and with a filter no more than 5,000", async () => {
    const backlog = bulkMailbox({
      seed: 1,
      count: 20_000,
      owner: { address: "mia@firm.example", name: "Mia Sommer" },
      until: begins,
    });
    const { all, arrive } = asking({ account: { backlog } });
    const page = ["odata.maxpagesize=1000"];
    const now = await all(`${inbox}/delta?$select=id,subject&$filter=receivedDateTime ge ${begins}`, page);
    expect(now.items).toEqual([]);
    arrive({ id: "new@else.example", subject: "New" });
    expect(subjects((await all(now.link, page)).items)).toEqual(["New"]);
    const long = await all(`${inbox}/delta?$select=id&$filter=receivedDateTime ge 2000-01-01T00:00:00Z`, page);
    expect(long.items).toHaveLength(5_000);
  });

  test("a link whose state is forgotten, or that is of another folder, begins anew with 410 (S4)", async () => {
    const { ask, all, mia, arrive, watch } = asking();
    arrive({ id: "A@else.example" });
    const { link } = await all(`${inbox}/delta?${fields}`);
    const other = link.replace(/mailFolders\('[^']+'\)/, "mailFolders/sentitems");
    expect((await ask("GET", other)).body).toMatchObject({ error: { code: "syncStateInvalid" } });
    mia.mailbox.log.forget();
    expect(await ask("GET", link)).toMatchObject({ status: 410, body: { error: { code: "SyncStateNotFound" } } });
    expect((await ask("GET", `${inbox}/delta?$deltatoken=rubbish`)).status).toBe(400);
    expect(watch.problems).toEqual([]);
  });
});

describe("drafts", () => {
  const letter = {
    subject: "Grüße",
    body: { contentType: "text", content: "Hello Leo,\n\nWednesday?" },
    toRecipients: [{ emailAddress: { address: "leo@else.example", name: "Leo" } }],
    singleValueExtendedProperties: [{ id: marker, value: "abc" }],
  };
  const marked = (value: string) =>
    `$filter=${encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${marker}' and ep/value eq '${value}')`)}`;

  test("a letter is written, found by its mark, changed, sent once, and keeps its lasting id; 202 means queued", async () => {
    const { ask, all, wait, watch, mia, cloud } = asking();
    const leo = cloud.add({
      provider: "google",
      address: "leo@else.example",
      given: "Leo",
      family: "Brandt",
      zone: mia.zone,
    });
    const draft = await ask("POST", "/me/messages", letter, [lasting]);
    expect(draft).toMatchObject({ status: 201, body: { isDraft: true, subject: "Grüße" } });
    const path = `/me/messages/${draft.body.id}`;
    expect((await all(`/me/mailFolders/drafts/messages?$select=id&${marked("abc")}`, [lasting])).items).toMatchObject([
      { id: draft.body.id },
    ]);
    expect((await all(`/me/mailFolders/drafts/messages?$select=id&${marked("abd")}`)).items).toEqual([]);
    expect(
      (await ask("PATCH", path, { body: { contentType: "Text", content: "Thursday?" } }, [lasting])).body,
    ).toMatchObject({ body: { content: "Thursday?" }, subject: "Grüße" });
    wait({ hours: 3 });
    expect((await ask("POST", `${path}/send`, undefined, [lasting])).status).toBe(202);
    expect((await ask("GET", path, undefined, [lasting])).body.isDraft).toBe(true);
    expect((await ask("POST", `${path}/send`)).status).toBe(404);
    wait({ seconds: 2 });
    const expand = `$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${marker}')`)}`;
    const sent = await ask("GET", `${path}?${expand}`, undefined, [lasting]);
    expect(sent.body).toMatchObject({
      id: draft.body.id,
      isDraft: false,
      receivedDateTime: "2026-11-22T13:00:02Z",
      singleValueExtendedProperties: [{ value: "abc" }],
    });
    expect(
      (await all(`/me/mailFolders/sentitems/messages?$select=id&${marked("abc")}`, [lasting])).items,
    ).toMatchObject([{ id: draft.body.id }]);
    expect((await ask("POST", `${path}/send`)).status).toBe(404);
    expect(leo.mailbox.count("inbox")).toBe(1);
    expect(mia.mailbox.count("drafts")).toBe(0);
    expect((await ask("PATCH", path, { subject: "Other" })).status).toBe(400);
    expect(watch.problems).toEqual([]);
  });

  test("the usual id of a draft ends when it leaves", async () => {
    const { ask, wait } = asking();
    const draft = await ask("POST", "/me/messages", letter);
    await ask("POST", `/me/messages/${draft.body.id}/send`);
    wait({ seconds: 2 });
    expect((await ask("GET", `/me/messages/${draft.body.id}`)).status).toBe(404);
  });

  test("where lasting ids change when a draft is sent, its mark still finds the letter", async () => {
    const { ask, all, wait } = asking({ keepsIdOnSend: false });
    const draft = await ask("POST", "/me/messages", letter, [lasting]);
    await ask("POST", `/me/messages/${draft.body.id}/send`, undefined, [lasting]);
    wait({ seconds: 2 });
    expect((await ask("GET", `/me/messages/${draft.body.id}`, undefined, [lasting])).status).toBe(404);
    const [sent] = (await all(`/me/mailFolders/sentitems/messages?$select=id&${marked("abc")}`, [lasting])).items;
    expect(sent?.id).not.toBe(draft.body.id);
  });

  test("a draft that was thrown away while it was queued is not sent", async () => {
    const { ask, wait, mia } = asking();
    const draft = await ask("POST", "/me/messages", letter, [lasting]);
    await ask("POST", `/me/messages/${draft.body.id}/send`);
    await ask("DELETE", `/me/messages/${draft.body.id}`);
    wait({ minutes: 1 });
    expect(mia.mailbox.count("sent")).toBe(0);
  });

  test("an answer goes to who wrote, stands in the thread and refers to what it answers", async () => {
    const { ask, all, watch, arrive, mia } = asking();
    arrive({ id: "2@else.example", references: ["1@else.example"] });
    const [asked] = (await all(`${inbox}?$select=id,conversationId`, [lasting])).items;
    const reply = await ask("POST", `/me/messages/${asked?.id}/createReply`, { comment: "Yes & no" }, [lasting]);
    expect(reply.body).toMatchObject({
      subject: "RE: The plan",
      conversationId: asked?.conversationId,
      toRecipients: [{ emailAddress: { address: "leo@else.example" } }],
    });
    expect((reply.body.body as { content: string }).content).toContain("Yes &amp; no");
    const raw = String((await ask("GET", `/me/messages/${reply.body.id}/$value`)).body.text);
    expect(raw).toContain("In-Reply-To: <2@else.example>\r\nReferences: <1@else.example>\r\n <2@else.example>\r\n");
    expect(mia.mailbox.count("drafts")).toBe(1);
    expect(watch.problems).toEqual([]);
  });

  test("only headers of one's own kind can be added, and nothing can be smuggled into them", async () => {
    const { ask } = asking();
    const withHeader = (name: string, value = "1") => ({ ...letter, internetMessageHeaders: [{ name, value }] });
    const good = await ask("POST", "/me/messages", withHeader("X-Mark", "a\r\nBcc: eve@else.example"));
    expect((await ask("GET", `/me/messages/${good.body.id}/$value`)).body.text).toContain(
      "X-Mark: a Bcc: eve@else.example\r\n",
    );
    expect((await ask("POST", "/me/messages", withHeader("In-Reply-To"))).body).toMatchObject({
      error: { code: "InvalidInternetMessageHeader" },
    });
    const six = { ...letter, internetMessageHeaders: [1, 2, 3, 4, 5, 6].map((n) => ({ name: `X-${n}`, value: "" })) };
    expect((await ask("POST", "/me/messages", six)).status).toBe(400);
  });

  test("a letter to nobody is not sent", async () => {
    const { ask } = asking();
    const draft = await ask("POST", "/me/messages", { subject: "Hello" });
    expect((await ask("POST", `/me/messages/${draft.body.id}/send`)).body).toMatchObject({
      error: { code: "ErrorInvalidRecipients" },
    });
  });
});

describe("limits", () => {
  test("without a good token 401, without the scope 403", async () => {
    const { ask, watch } = asking({ scopes: ["User.Read"] });
    expect((await ask("GET", "/me", undefined, [], "old")).body).toMatchObject({
      error: { code: "InvalidAuthenticationToken" },
    });
    expect((await ask("GET", "/me")).status).toBe(200);
    expect((await ask("GET", "/me/messages")).body).toMatchObject({ error: { code: "ErrorAccessDenied" } });
    expect(watch.problems).toEqual([]);
  });

  test("thirty letters a minute", async () => {
    const { ask, wait } = asking();
    const draft = await ask("POST", "/me/messages", { subject: "x" });
    const send = () => ask("POST", `/me/messages/${draft.body.id}/send`);
    for (let sent = 0; sent < 30; sent++)
      expect((await send()).body).toMatchObject({ error: { code: "ErrorInvalidRecipients" } });
    expect((await send()).status).toBe(429);
    wait({ minutes: 1 });
    expect((await send()).status).toBe(400);
  });

  test("four at a time, and ten thousand in ten minutes; the rest is told to come again (S5)", async () => {
    const { ask, wait, quota, watch } = asking();
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => ask("POST", "/me/messages", { subject: "x" })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 201, 429, 429]);
    expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toBe("1");
    quota.spend([{ key: "graph/mailbox/mia@firm.example", units: 9_996, windowMs: 600_000, windowUnits: 10_000 }]);
    expect((await ask("GET", "/me")).body).toMatchObject({ error: { code: "TooManyRequests" } });
    wait({ minutes: 10 });
    expect((await ask("GET", "/me")).status).toBe(200);
    expect(watch.problems).toEqual([]);
  });
});
