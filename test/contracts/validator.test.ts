/** The validator is itself held to calls and answers that are known to be right or wrong. */
import { describe, expect, test } from "vitest";
import { operationOf, operations } from "./contract.ts";
import { type Call, checkAnswer, checkRequest, contractWatch } from "./validator.ts";

const gmail = "https://gmail.googleapis.com/gmail/v1/users/me";
const calendar = "https://www.googleapis.com/calendar/v3/calendars/primary";
const people = "https://people.googleapis.com/v1";
const tasks = "https://tasks.googleapis.com/tasks/v1";
const graph = "https://graph.microsoft.com/v1.0";

const call = (method: string, url: string, body?: unknown): Call => ({
  method,
  url,
  ...(body !== undefined && { body: JSON.stringify(body), mediaType: "application/json" }),
});
const at = "2026-11-22T10:00:00Z";
const times = { start: { dateTime: at, timeZone: "UTC" }, end: { dateTime: at, timeZone: "UTC" } };

describe("requests", () => {
  test.each<[string, string, unknown?]>([
    ["GET", `${gmail}/messages?maxResults=500&labelIds=SENT&q=after%3A1700000000&pageToken=abc`],
    ["GET", `${gmail}/messages/18f?format=metadata&metadataHeaders=From&metadataHeaders=To&fields=id,payload/headers`],
    ["GET", `${gmail}/history?startHistoryId=1234567890123&historyTypes=messageAdded&maxResults=500`],
    ["POST", `${gmail}/drafts`, { message: { raw: "QUJD", threadId: "18f" } }],
    ["POST", `${gmail}/drafts/send`, { id: "r1" }],
    ["POST", `${gmail}/messages/send`, { raw: "QUJD" }],
    ["GET", `${calendar}/events?maxResults=2500&syncToken=abc&singleEvents=false&showDeleted=true`],
    ["POST", `${calendar}/events?sendUpdates=all&conferenceDataVersion=1`, { id: "abc01", ...times }],
    ["GET", `${people}/people/me/connections?personFields=names,emailAddresses&pageSize=1000&requestSyncToken=true`],
    ["POST", `${tasks}/lists/%40default/tasks`, { title: "Write to Ana", due: at, notes: "the slides" }],
    ["GET", "https://www.googleapis.com/oauth2/v2/userinfo"],
    ["GET", `${graph}/me/messages?$select=id,subject&$filter=receivedDateTime%20ge%20${at}&$top=250`],
    ["GET", `${graph}/me/mailFolders/inbox/messages/delta?$filter=receivedDateTime%20ge%20${at}&$select=id,from`],
    ["GET", `${graph}/me/mailFolders('AAMk')/messages/delta()?$deltatoken=abc`],
    ["GET", `${graph}/me/mailfolders/inbox/messages/microsoft.graph.delta()?$skiptoken=abc`],
    [
      "POST",
      `${graph}/me/messages`,
      { subject: "Hello", toRecipients: [{ emailAddress: { address: "a@b.example" } }] },
    ],
    ["POST", `${graph}/me/messages/AAMk%3D/createReply`, { message: { subject: "Hello" } }],
    ["POST", `${graph}/me/messages/AAMk%3D/send`],
    ["PATCH", `${graph}/me/messages/AAMk%3D`, { subject: "Hello", body: { contentType: "Text", content: "." } }],
    ["POST", `${graph}/me/events`, { subject: "Lunch", transactionId: "t", showAs: "Busy", ...times }],
    ["POST", `${graph}/me/events/AAMk/cancel`, { comment: "sorry" }],
    ["GET", `${graph}/me/calendars/c1/calendarView/delta?startDateTime=${at}&endDateTime=${at}`],
    ["GET", `${graph}/me/calendars/c1/calendarView/delta?$deltatoken=abc`],
    [
      "POST",
      `${graph}/subscriptions`,
      {
        changeType: "created,updated",
        notificationUrl: "https://me.example/in",
        resource: "me/messages",
        expirationDateTime: at,
      },
    ],
  ])("%s %s is right", (method, url, body) => expect(checkRequest(call(method, url, body)).problems).toEqual([]));

  test.each<[string, string, unknown, string]>([
    ["GET", `${gmail}/letters`, undefined, "no contract knows it"],
    ["POST", `${gmail}/messages`, { raw: 7 }, "body.raw: is integer, must be string"],
    ["GET", `${gmail}/messages?max=5`, undefined, "query max: unknown parameter"],
    ["GET", `${gmail}/messages?maxResults=many`, undefined, "query maxResults: is string, must be integer"],
    ["GET", `${gmail}/messages?maxResults=501`, undefined, "query maxResults: 501 is not between"],
    ["GET", `${gmail}/messages?q=from:a+b`, undefined, "raw space, + or #"],
    ["GET", `${gmail}/messages?q=a b`, undefined, "raw space, + or #"],
    ["GET", `${gmail}/messages?q=a#b`, undefined, "raw space, + or #"],
    ["GET", `${gmail}/messages?q=a&q=b`, undefined, "query q: given 2 times"],
    ["GET", `${gmail}/messages/18f?format=whole`, undefined, 'query format: "whole" is none of'],
    ["GET", `${gmail}/history`, undefined, "query startHistoryId: is required"],
    ["POST", `${gmail}/drafts/send`, { message: { raw: "QUJD" } }, "body.id: is required"],
    ["POST", `${gmail}/drafts`, { message: { raw: "ä" } }, "is no byte"],
    ["POST", `${gmail}/drafts`, { text: "Hello" }, "body.text: unknown property"],
    ["DELETE", `${gmail}/drafts/r1`, {}, "takes no body"],
    ["GET", `${calendar}/events?syncToken=abc&timeMin=${at}`, undefined, "query syncToken: not with timeMin"],
    ["GET", `${calendar}/events?syncToken=abc&showDeleted=false`, undefined, "not with showDeleted=false"],
    ["GET", `${calendar}/events?timeMin=2026-11-22`, undefined, "is no date-time"],
    ["POST", `${calendar}/events`, { id: "with-dash", ...times }, "is not /^[a-v0-9]{5,1024}$/u"],
    ["POST", `${calendar}/events`, { start: times.start }, "body.end: is required"],
    ["POST", `${calendar}/events`, { ...times, eventType: "party" }, '"party" is none of'],
    ["GET", `${people}/people/me/connections`, undefined, "query personFields: is required"],
    ["GET", `${people}/people/me/connections?personFields=names,faces`, undefined, "names a field that is none of"],
    ["PATCH", `${tasks}/lists/a/tasks/b`, { updated: at }, "body.updated: is set by the service"],
    ["GET", `${graph}/me/messages?$select=id,colour`, undefined, "query $select: message has no colour"],
    ["GET", `${graph}/me/messages?$top=1001`, undefined, "query $top: 1001 is not between"],
    ["GET", `${graph}/me/messages/delta`, undefined, "is not documented"],
    [
      "GET",
      `${graph}/me/mailFolders/inbox/messages/delta?$filter=isRead`,
      undefined,
      "is not /^receivedDateTime (ge|gt)",
    ],
    [
      "GET",
      `${graph}/me/mailFolders/inbox/messages/delta?$deltatoken=a&$select=id`,
      undefined,
      "$select: first request only",
    ],
    ["GET", `${graph}/me/calendarView/delta`, undefined, "query startDateTime: is required"],
    ["POST", `${graph}/me/messages`, { isDraft: true }, "body.isDraft: is set by the service"],
    ["POST", `${graph}/me/messages`, { toRecipients: [{ emailAddress: "a@b.example" }] }, "emailAddress: is string"],
    [
      "PATCH",
      `${graph}/me/messages/AAMk`,
      { internetMessageHeaders: [] },
      "body.internetMessageHeaders: cannot be changed",
    ],
    [
      "POST",
      `${graph}/me/messages/AAMk/createReply`,
      { comment: "a", message: { body: {} } },
      "not both comment and message.body",
    ],
    ["POST", `${graph}/me/messages/AAMk/send`, {}, "takes no body"],
    ["POST", `${graph}/me/events`, { showAs: "sleeping" }, '"sleeping" is none of'],
    ["POST", `${graph}/subscriptions`, { changeType: "created" }, "body.notificationUrl: is required"],
    ["PATCH", `${graph}/subscriptions/1`, { resource: "me/events" }, "body.resource: cannot be changed"],
    ["GET", `${graph}/users`, undefined, "no contract knows it"],
  ])("%s %s %j is wrong: %s", (method, url, body, says) => {
    expect(checkRequest(call(method, url, body)).problems.join("\n")).toContain(says);
  });

  test("a body that is no JSON, or comes without its media type, is wrong; MIME in base64 is right where Graph takes it", () => {
    const told = (body: string, mediaType: string) =>
      checkRequest({ method: "POST", url: `${graph}/me/messages`, body, mediaType });
    expect(told("{", "application/json").problems).toHaveLength(1);
    expect(told("{}", "text/html").problems).toHaveLength(1);
    expect(told("U3ViamVjdDog", "text/plain").problems).toEqual([]);
    expect(told("Subject: x", "text/plain").problems).toHaveLength(1);
  });

  test.each<[string, string, string[], "work" | "personal", string]>([
    ["GET", `${gmail}/profile`, ["https://www.googleapis.com/auth/gmail.readonly"], "work", ""],
    ["GET", `${gmail}/profile`, ["openid", "email"], "work", "granted none of"],
    ["GET", "https://www.googleapis.com/oauth2/v2/userinfo", ["email"], "work", ""],
    ["GET", `${graph}/me/messages/AAMk`, ["Mail.ReadWrite"], "work", ""],
    ["GET", `${graph}/me/messages/AAMk`, ["https://graph.microsoft.com/Mail.Read"], "personal", ""],
    ["POST", `${graph}/me/messages/AAMk/send`, ["Mail.ReadWrite"], "work", "granted none of Mail.Send"],
    ["GET", `${graph}/places/p1`, ["Place.Read.All"], "personal", "does not exist for personal accounts"],
  ])("%s %s with %j (%s): %s", (method, url, scopes, kind, says) => {
    const problems = checkRequest({ ...call(method, url), grant: { scopes, kind } }).problems;
    if (says === "") expect(problems).toEqual([]);
    else expect(problems.join()).toContain(says);
  });

  test("a subscription needs what reading the watched resource needs", () => {
    const body = {
      changeType: "created",
      notificationUrl: "https://me.example/",
      resource: "me/events",
      expirationDateTime: at,
    };
    const asked = (scope: string) =>
      checkRequest({ ...call("POST", `${graph}/subscriptions`, body), grant: { scopes: [scope] } });
    expect(asked("Calendars.ReadWrite").problems).toEqual([]);
    expect(asked("Mail.Read").problems).toHaveLength(1);
  });
});

describe("answers", () => {
  const answered = (method: string, url: string, status: number, body: unknown) => {
    const { operation } = operationOf(method, new URL(url))!;
    return checkAnswer(operation, { status, body: body === undefined ? "" : JSON.stringify(body) }).join("\n");
  };

  test.each<[string, string, number, unknown]>([
    ["GET", `${gmail}/messages`, 200, { messages: [{ id: "18f", threadId: "18f" }], resultSizeEstimate: 1 }],
    ["DELETE", `${gmail}/drafts/r1`, 204, undefined],
    ["GET", `${gmail}/profile`, 401, { error: { code: 401, message: "no", status: "UNAUTHENTICATED" } }],
    [
      "GET",
      `${graph}/me`,
      200,
      { "@odata.context": "https://graph.microsoft.com/v1.0/$metadata", id: "1", mail: null },
    ],
    ["POST", `${graph}/me/messages/AAMk/send`, 202, undefined],
    ["GET", `${graph}/me`, 401, { error: { code: "InvalidAuthenticationToken", message: "no", innerError: {} } }],
    [
      "GET",
      `${graph}/me/mailFolders/inbox/messages/delta`,
      200,
      {
        value: [{ id: "1", "@removed": { reason: "deleted" } }, { id: "2" }],
        "@odata.deltaLink": "https://graph.microsoft.com/x",
      },
    ],
  ])("%s %s → %i %j is right", (method, url, status, body) => expect(answered(method, url, status, body)).toBe(""));

  test.each<[string, string, number, unknown, string]>([
    ["GET", `${gmail}/messages`, 200, { messages: [{ id: 5 }] }, "body.messages[0].id: is integer"],
    ["GET", `${gmail}/profile`, 200, { historyId: 12 }, "body.historyId: is integer, must be string"],
    ["GET", `${gmail}/profile`, 200, { colour: "red" }, "body.colour: unknown property"],
    ["GET", `${gmail}/profile`, 404, { error: { code: 400, message: "no" } }, "the status is 404"],
    ["GET", `${gmail}/profile`, 500, undefined, "no JSON"],
    ["DELETE", `${gmail}/drafts/r1`, 200, {}, "status is 200, must be 204"],
    ["POST", `${graph}/me/messages`, 200, { id: "1" }, "status is 200, must be 201"],
    ["POST", `${graph}/me/messages/AAMk/send`, 202, { id: "1" }, "must have no body"],
    ["GET", `${graph}/me`, 404, { error: { message: "no" } }, "body.error.code: is required"],
    ["GET", `${graph}/me/messages`, 200, { messages: [] }, "body.value: must be an array"],
    [
      "GET",
      `${graph}/me/messages`,
      200,
      { value: [], "@odata.deltaLink": "https://x.example" },
      "deltaLink: unknown property",
    ],
    [
      "GET",
      `${graph}/me/mailFolders/inbox/messages/delta`,
      200,
      { value: [] },
      "a delta page carries one link, this has 0",
    ],
    [
      "GET",
      `${graph}/me/mailFolders/inbox/messages/delta`,
      200,
      { value: [{ id: "1", "@removed": { reason: "gone" }, subject: "x" }], "@odata.deltaLink": "https://x.example" },
      "reason: must be deleted or changed",
    ],
  ])("%s %s → %i %j is wrong: %s", (method, url, status, body, says) => {
    expect(answered(method, url, status, body)).toContain(says);
  });
});

test("a watch notes what is wrong in both directions, once, counts what was called, and hands everything on", async () => {
  const asked: string[] = [];
  const sandbox: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    asked.push(`${request.method} ${await request.text()}`);
    return Response.json({ id: 1 });
  };
  const watch = contractWatch((token) => (token === "known" ? { scopes: ["Mail.Read"] } : undefined));
  const product = watch.over(sandbox);
  const send = (token: string) =>
    product(
      new Request(`${graph}/me/messages`, {
        method: "POST",
        body: '{"subject":1}',
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      }),
    );
  expect(await (await send("known")).json()).toEqual({ id: 1 });
  await send("other");
  await product("https://login.microsoftonline.com/common/oauth2/v2.0/token", { method: "POST", body: "a=b" });
  await product("https://elsewhere.example/");
  expect(asked.slice(0, 2)).toEqual(['POST {"subject":1}', 'POST {"subject":1}']);
  expect(watch.problems).toEqual([
    "POST /me/messages: body.subject: is integer, must be string or null",
    "POST /me/messages: the token was granted none of Mail.ReadWrite",
    "answer to POST /me/messages: status is 200, must be 201",
    "answer to POST /me/messages: body.id: is integer, must be string",
    "GET elsewhere.example: no contract knows this host",
    "GET elsewhere.example/: no contract knows it",
  ]);
  expect(watch.exercised.get("POST /me/messages")).toBe(2);
  expect(watch.neverCalled("microsoft-graph.v1.0")).toHaveLength(148);
});

test("every schema of every contract compiles, and every operation is found by its own path", () => {
  expect(operations()).toHaveLength(48 + 33 + 24 + 14 + 3 + 2 + 149);
  for (const { contract, request, response, method, path, params, id } of operations()) {
    const place = { direction: "response", operation: id, method } as const;
    for (const schema of [request, response]) if (schema !== undefined) contract.compile(schema)({}, id, place, []);
    const filled = path.replaceAll(
      /\{\+?([^}]+)\}/g,
      (_, name: string) => params?.[name]?.pattern?.replace(/^\^(\w+\/).*/, "$1x") ?? "x",
    );
    expect(operationOf(method, new URL(filled, contract.server))?.operation.id).toBe(id);
  }
});
