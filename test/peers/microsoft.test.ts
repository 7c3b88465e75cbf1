/**
 * Our Outlook adapter against `@inbox-zero/emulate` (Graph mail and calendar), written by others. It knows no delta, on which our
 * scan stands; what it knows is drafts, single messages and calendars.
 */
import { afterAll, describe, expect, test } from "vitest";
import { openMicrosoft } from "../../src/integrations/microsoft/account.ts";
import { microsoftSignIn } from "../../src/integrations/oauth.ts";
import { SignInError } from "../../src/integrations/sign-in.ts";
import { TroubleError } from "../../src/integrations/trouble.ts";
import { freePort } from "../support/free-port.ts";
import { accountAt, never, peer, signInWorld, walk, wayTo } from "./peer.ts";

type Emulate = { createEmulator(how: object): Promise<{ url: string; close(): Promise<void> }> };

/** Where @inbox-zero/emulate 0.4.5 does not behave as Microsoft documents. */
const deviations = {
  noTenant: "pages and tokens lie at /oauth2/v2.0/…, without a tenant before it",
  ownIssuer: "id tokens name the emulator as their issuer, and tell no tenant (tid)",
  noDelta: "mailFolders/{id}/messages/delta and calendarView/delta are missing",
  noSettings: "mailboxSettings is missing",
  sends200: "send answers 200 with the message, not 202 without a body",
} as const;

const redirect = "http://localhost:8380/connect/microsoft/back";
const client = { clientId: "6f2c1f0e-8a7b-4c1d-9e5f-0a1b2c3d4e5f", clientSecret: "s3cret", tenant: "common" };
const mara = "mara@nordlys.example";
const scopes = ["User.Read", "MailboxSettings.Read", "Mail.ReadWrite", "Mail.Send", "Calendars.ReadWrite"];

const seed = {
  tokens: { good: { login: mara, scopes } },
  microsoft: {
    users: [{ email: mara, name: "Mara Lindqvist" }],
    oauth_clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirect] }],
    messages: [
      {
        user_email: mara,
        from: { address: "priya@acme.example", name: "Priya Nair" },
        to_recipients: [{ address: mara }],
        subject: "Coffee?",
        body_content: "<p>Thursday?</p>",
        parent_folder_id: "inbox",
      },
    ],
    calendars: [{ id: "primary", user_email: mara, name: "Calendar", is_default_calendar: true }],
  },
};

const emulate = await peer<Emulate>("@inbox-zero/emulate");
const server = await emulate?.createEmulator({ service: "microsoft", port: await freePort(), seed });
afterAll(() => server?.close());

describe.skipIf(server === undefined)("Microsoft as @inbox-zero/emulate plays it", () => {
  const transport = wayTo(server?.url ?? "", ({ host, pathname }) =>
    host === "login.microsoftonline.com" ? pathname.replace(/^\/common(?=\/oauth2)/, "") : pathname,
  );
  const account = () => accountAt("microsoft", openMicrosoft, { transport, token: "good", scopes });

  test(`sign-in (${deviations.noTenant}) comes back with a code; their token is refused (${deviations.ownIssuer})`, async () => {
    const signIn = microsoftSignIn(signInWorld(transport));
    const { url, kept } = await signIn.begin(client, {
      redirect,
      scopes: ["openid", "email", "offline_access", ...scopes],
    });
    const back = await walk(transport, url, {
      redirect,
      choose: (forms) => forms.find(({ fields }) => fields.email === mara),
    });
    expect(back.searchParams.get("code")).toEqual(expect.any(String));
    const finished = signIn.finish(client, { redirect, back, kept, signal: never });
    await expect(finished).rejects.toThrow(SignInError);
    await expect(finished).rejects.toMatchObject({ trouble: { kind: "refused" } });
  });

  test(`scans cannot begin (${deviations.noDelta}): said as it is, nothing made up`, async () => {
    const begin = async () => {
      for await (const page of account().mail!.pages("inbox", {}, never)) return page;
    };
    await expect(begin()).rejects.toThrow(TroubleError);
  });

  test(`a draft is put, read and sent (${deviations.sends200})`, async () => {
    const drafts = account().mail!.drafts!;
    const { draft } = await drafts.put(
      {
        messageId: "peer-1@nordlys.example",
        writtenAt: "2026-11-22T10:00:00.000Z",
        from: { address: mara },
        to: [{ address: "priya@acme.example" }],
        subject: "A coffee?",
        text: "Hello Priya",
        references: [],
        marker: "0123456789abcdef0123456789abcdef",
      },
      never,
    );
    expect(await drafts.read(draft, never)).toMatchObject({ subject: "A coffee?", to: ["priya@acme.example"] });
    await drafts.send(draft, never);
    expect(await drafts.read(draft, never)).toBeUndefined();
  });

  test("calendars, with the main one told apart", async () => {
    const calendars = await account().calendar!.calendars(never);
    expect(calendars.filter(({ isMain }) => isMain)).toMatchObject([
      { ref: "primary", name: "Calendar", mayWrite: true },
    ]);
  });
});
