/**
 * Our Google adapter and sign-in against `emulate` (Google OAuth, Gmail, Calendar), which was written by others from the same
 * public documentation. Where it differs from Google, the test says so and expects what we do about it: nothing.
 */
import { afterAll, describe, expect, test } from "vitest";
import type { Instant } from "../../src/domain/time.ts";
import type { CalendarPage } from "../../src/integrations/calendar.ts";
import { openGoogle } from "../../src/integrations/google/account.ts";
import { googleSignIn } from "../../src/integrations/oauth.ts";
import { TroubleError } from "../../src/integrations/trouble.ts";
import { freePort } from "../support/free-port.ts";
import { accountAt, never, peer, signInWorld, walk, wayTo } from "./peer.ts";

type Emulate = { createEmulator(how: object): Promise<{ close(): Promise<void> }> };

/** Where emulate 0.12.2 does not behave as Google documents. */
const deviations = {
  tokenPath: "tokens are given at /oauth2/token, not at /token",
  noProfile: "users.getProfile is missing, so a fresh stream has no place to begin from",
  noUid: "events have no iCalUID",
} as const;

const redirect = "http://localhost:8380/connect/google/back";
const client = { clientId: "rapport.apps.googleusercontent.com", clientSecret: "s3cret" };
const mara = "mara@nordlys.example";
const scopes = ["gmail.readonly", "gmail.compose", "calendar.events", "calendar.calendarlist.readonly"].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
);

const seed = {
  tokens: { good: { login: mara, scopes } },
  google: {
    users: [{ email: mara, name: "Mara Lindqvist" }],
    oauth_clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirect] }],
    messages: [
      ["m1", mara, "priya@acme.example", "Coffee?", "SENT"],
      ["m2", "priya@acme.example", mara, "Re: Coffee?", "INBOX"],
      ["m3", mara, "sam@harbourline.example", "Thank you", "SENT"],
    ].map(([id, from, to, subject, label]) => ({
      id,
      user_email: mara,
      from,
      to,
      subject,
      body_text: `About ${subject}`,
      label_ids: [label],
    })),
    calendars: [
      { id: "primary", user_email: mara, summary: mara, primary: true, selected: true, time_zone: "Europe/Paris" },
    ],
    calendar_events: [
      {
        id: "evt1",
        user_email: mara,
        calendar_id: "primary",
        summary: "Coffee with Priya",
        start_date_time: "2026-11-20T09:00:00.000Z",
        end_date_time: "2026-11-20T09:30:00.000Z",
        attendees: [{ email: "priya@acme.example" }],
      },
    ],
  },
};

const emulate = await peer<Emulate>("emulate");
const port = await freePort();
// It signs as Google does when it is told to be there.
const server = await emulate?.createEmulator({ service: "google", port, baseUrl: "https://accounts.google.com", seed });
const base = `http://127.0.0.1:${port}`;
afterAll(() => server?.close());

describe.skipIf(server === undefined)("Google as emulate plays it", () => {
  const transport = wayTo(base, ({ host, pathname }) =>
    host === "oauth2.googleapis.com" && pathname === "/token" ? "/oauth2/token" : pathname,
  );
  const account = () => accountAt("google", openGoogle, { transport, token: "good", scopes });

  test(`sign-in with PKCE, and a refresh (${deviations.tokenPath})`, async () => {
    const signIn = googleSignIn(signInWorld(transport));
    const { url, kept } = await signIn.begin(client, { redirect, scopes: ["openid", "email", ...scopes] });
    const back = await walk(transport, url, {
      redirect,
      choose: (forms) => forms.find(({ fields }) => fields.email === mara),
    });
    const { tokens, identity } = await signIn.finish(client, { redirect, back, kept, signal: never });
    expect(identity).toMatchObject({
      address: mara,
      key: expect.stringMatching(/^https:\/\/accounts\.google\.com \S+$/),
    });
    expect(tokens.scopes).toEqual(expect.arrayContaining(scopes));
    await expect(signIn.finish(client, { redirect, back, kept, signal: never })).rejects.toThrow();
    expect((await signIn.refresh(client, tokens.refreshToken!, never)).accessToken).not.toBe("");
  });

  test("a wrong verifier is refused by them", async () => {
    const signIn = googleSignIn(signInWorld(transport));
    const { url, kept } = await signIn.begin(client, { redirect, scopes: ["openid", "email", ...scopes] });
    const back = await walk(transport, url, {
      redirect,
      choose: (forms) => forms.find(({ fields }) => fields.email === mara),
    });
    const forged = { ...kept, verifier: "x".repeat(43) };
    await expect(signIn.finish(client, { redirect, back, kept: forged, signal: never })).rejects.toThrow();
  });

  test("sent mail: listed, headers read, text read", async () => {
    const { mail } = account();
    const refs: string[] = [];
    for await (const page of mail!.pages("sent", {}, never))
      refs.push(...page.listed, ...page.messages.map(({ ref }) => ref));
    expect(refs.toSorted()).toEqual(["m1", "m3"]);
    const subjects: string[] = [];
    for await (const read of mail!.headers(refs, never))
      subjects.push(read.kind === "read" ? (read.message.headers.subject ?? "") : read.kind);
    expect(subjects.toSorted()).toEqual(["Coffee?", "Thank you"]);
    expect(JSON.stringify(await mail!.text("m2", never))).toContain("About Re: Coffee?");
  });

  test(`fresh mail cannot begin (${deviations.noProfile}): said as it is, nothing made up`, async () => {
    const begin = async () => {
      for await (const page of account().mail!.pages("mail", {}, never)) return page;
    };
    await expect(begin()).rejects.toThrow(TroubleError);
  });

  test("a draft is put, read, and sent once", async () => {
    const drafts = account().mail!.drafts!;
    const marker = "0123456789abcdef0123456789abcdef";
    const { draft } = await drafts.put(
      {
        messageId: "peer-1@nordlys.example",
        writtenAt: "2026-11-22T10:00:00.000Z",
        from: { address: mara },
        to: [{ address: "priya@acme.example" }],
        subject: "A coffee?",
        text: "Hello Priya",
        references: [],
        marker,
      },
      never,
    );
    expect(await drafts.read(draft, never)).toMatchObject({
      subject: "A coffee?",
      text: "Hello Priya",
      to: ["priya@acme.example"],
    });
    expect((await drafts.send(draft, never)).ref).toEqual(expect.any(String));
    expect(await drafts.read(draft, never)).toBeUndefined();
  });

  test(`calendars are told; an event that nobody can recognise again (${deviations.noUid}) is left out and counted`, async () => {
    const calendar = account().calendar!;
    const [main] = await calendar.calendars(never);
    expect(main).toMatchObject({ isMain: true, mayWrite: true, isShown: true, zone: "Europe/Paris" });
    const window = { from: "2026-11-01T00:00:00.000Z" as Instant, to: "2026-12-01T00:00:00.000Z" as Instant };
    const pages: CalendarPage[] = [];
    for await (const page of calendar.pages(main!.ref, { window }, never)) pages.push(page);
    expect(pages).toMatchObject([{ events: [], skipped: [{ count: 1 }], isLast: true }]);
  });
});
