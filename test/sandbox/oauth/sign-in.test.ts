/** The sandbox's authorisation servers keep the rules that programs meet at the real ones. */
import { createHash, createPublicKey, createVerify } from "node:crypto";
import { describe, expect, test } from "vitest";
import { after, type Instant, utc } from "../../../src/domain/time.ts";
import { Cloud } from "../../../src/sandbox/cloud/cloud.ts";
import type { SandboxClient } from "../../../src/sandbox/oauth/clients.ts";
import { googleSignIn } from "../../../src/sandbox/oauth/google.ts";
import { microsoftSignIn } from "../../../src/sandbox/oauth/microsoft.ts";
import { consumersTenant } from "../../../src/sandbox/oauth/tenants.ts";
import { type Choice, consent } from "../../support/consent.ts";

const begins = "2026-11-22T10:00:00.000Z" as Instant;
const redirect = "https://me.example/back";
const tenant = "11111111-2222-4333-8444-555555555555";
const strict = "66666666-2222-4333-8444-555555555555";
const verifier = "v".repeat(43);
const challenge = createHash("sha256").update(verifier).digest("base64url");
const gmail = "https://www.googleapis.com/auth/gmail.readonly";
const tasks = "https://www.googleapis.com/auth/tasks";

function sandbox(clientWish: Partial<SandboxClient> = {}) {
  let now = begins;
  const cloud = new Cloud({ seed: 1, clock: { now: () => now } });
  const person = (address: string, given: string) => ({ address, given, family: "Sommer", zone: utc });
  cloud.add({ provider: "google", ...person("mia@post.example", "Mia"), kind: "consumer" });
  cloud.add({ provider: "microsoft", ...person("mia@firm.example", "Mia"), tenant });
  cloud.add({ provider: "microsoft", ...person("leo@strict.example", "Leo"), tenant: strict });
  cloud.add({ provider: "microsoft", ...person("mia@home.example", "Mia"), kind: "consumer" });
  const client: SandboxClient = { clientId: "rapport", clientSecret: "s3cret", redirects: [redirect], ...clientWish };
  const google = googleSignIn({ cloud, clients: () => [client] });
  const microsoft = microsoftSignIn({
    cloud,
    clients: () => [client],
    tenants: () => [{ id: strict, domain: "strict.example", consent: "admin" }],
  });
  const send = (request: Request) =>
    new URL(request.url).host === "login.microsoftonline.com"
      ? microsoft.app.fetch(request)
      : google.app.fetch(request);
  const post = async (url: string, form: Readonly<Record<string, string>>) => {
    const response = await send(new Request(url, { method: "POST", body: new URLSearchParams(form) }));
    return { status: response.status, ...((await response.json()) as Record<string, unknown>) } as Record<
      string,
      unknown
    >;
  };
  return {
    cloud,
    google,
    microsoft,
    send,
    post,
    wait: (elapsed: Parameters<typeof after>[1]) => (now = after(now, elapsed)),
  };
}
type Sandbox = ReturnType<typeof sandbox>;

const vendors = {
  google: {
    auth: "https://accounts.google.com/o/oauth2/v2/auth",
    token: "https://oauth2.googleapis.com/token",
    scope: `openid email profile ${gmail} ${tasks}`,
    more: { access_type: "offline", prompt: "consent" } as Record<string, string>,
    address: "mia@post.example",
  },
  microsoft: {
    auth: "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    token: "https://login.microsoftonline.com/common/oauth2/v2.0/token",
    scope: "offline_access openid profile email Mail.ReadWrite Calendars.ReadWrite",
    more: {} as Record<string, string>,
    address: "mia@firm.example",
  },
};
type Vendor = keyof typeof vendors;

function authorizeUrl(
  vendor: Vendor,
  changes: Readonly<Record<string, string | undefined>> = {},
  base = vendors[vendor].auth,
): string {
  const url = new URL(base);
  const wanted = {
    client_id: "rapport",
    redirect_uri: redirect,
    response_type: "code",
    scope: vendors[vendor].scope,
    state: "st4te",
    nonce: "n0nce",
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...vendors[vendor].more,
    ...changes,
  };
  for (const [name, value] of Object.entries(wanted)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

async function codeFrom(
  there: Sandbox,
  vendor: Vendor,
  choice: Partial<Choice> = {},
  url = authorizeUrl(vendor),
): Promise<string> {
  const done = await consent(there.send, url, { address: vendors[vendor].address, ...choice });
  return "back" in done ? (done.back.searchParams.get("code") ?? "") : "";
}

const exchange = (there: Sandbox, vendor: Vendor, code: string, changes: Readonly<Record<string, string>> = {}) =>
  there.post(vendors[vendor].token, {
    client_id: "rapport",
    client_secret: "s3cret",
    grant_type: "authorization_code",
    code,
    redirect_uri: redirect,
    code_verifier: verifier,
    ...changes,
  });

const renew = (there: Sandbox, vendor: Vendor, token: unknown) =>
  there.post(vendors[vendor].token, {
    client_id: "rapport",
    client_secret: "s3cret",
    grant_type: "refresh_token",
    refresh_token: String(token),
  });

const face = (there: Sandbox, vendor: Vendor) => there[vendor].grants;

describe.each<Vendor>(["google", "microsoft"])("%s", (vendor) => {
  test("whoever allows comes back with a code, which gives tokens that stand for them, once", async () => {
    const there = sandbox();
    const done = await consent(there.send, authorizeUrl(vendor), { address: vendors[vendor].address });
    if (!("back" in done)) throw new Error(done.page);
    expect(done.back.origin + done.back.pathname).toBe(redirect);
    expect(done.back.searchParams.get("state")).toBe("st4te");
    const code = done.back.searchParams.get("code") ?? "";
    const tokens = await exchange(there, vendor, code);
    expect(tokens).toMatchObject({ status: 200, token_type: "Bearer" });
    expect(face(there, vendor).authorise(String(tokens.access_token))).toMatchObject({
      address: vendors[vendor].address,
    });
    expect(await exchange(there, vendor, code)).toMatchObject({ status: 400, error: "invalid_grant" });
    // Whoever brings it again ends what came of it.
    expect(face(there, vendor).authorise(String(tokens.access_token))).toBeUndefined();
  });

  test("showing the page grants nothing, and it holds no more than a form", async () => {
    const there = sandbox();
    const response = await there.send(new Request(authorizeUrl(vendor)));
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('<form method="post">');
    expect(page).not.toContain("<script");
    expect(face(there, vendor).allowed(there.cloud.account(vendors[vendor].address)!, "rapport")).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    ["a wrong verifier", { code_verifier: "w".repeat(43) }, "invalid_grant", "invalid_grant"],
    ["no verifier", { code_verifier: "" }, "invalid_grant", "invalid_grant"],
    ["another redirect", { redirect_uri: "https://me.example/else" }, "redirect_uri_mismatch", "invalid_client"],
    ["a wrong secret", { client_secret: "guess" }, "invalid_client", "invalid_client"],
    ["an unknown client", { client_id: "other" }, "invalid_client", "unauthorized_client"],
    ["a made up code", { code: "4/abc" }, "invalid_grant", "invalid_grant"],
  ])("%s gives no token", async (_, changes, ofGoogle, ofMicrosoft) => {
    const there = sandbox();
    const answer = await exchange(there, vendor, await codeFrom(there, vendor), changes);
    expect(answer.error).toBe(vendor === "google" ? ofGoogle : ofMicrosoft);
    expect(answer.access_token).toBeUndefined();
  });

  test("a code is good for ten minutes, an access token for as long as it says", async () => {
    const there = sandbox();
    const late = await codeFrom(there, vendor);
    there.wait({ minutes: 10 });
    expect((await exchange(there, vendor, late)).error).toBe("invalid_grant");
    const tokens = await exchange(there, vendor, await codeFrom(there, vendor));
    const isGood = () => face(there, vendor).authorise(String(tokens.access_token)) !== undefined;
    there.wait({ seconds: Number(tokens.expires_in) - 1 });
    expect(isGood()).toBe(true);
    there.wait({ seconds: 1 });
    expect(isGood()).toBe(false);
  });

  test("the id token is signed by the published key and says who, for whom and in answer to what", async () => {
    const there = sandbox();
    const tokens = await exchange(there, vendor, await codeFrom(there, vendor));
    const [head = "", body = "", signature = ""] = String(tokens.id_token).split(".");
    const keysAt =
      vendor === "google"
        ? "https://www.googleapis.com/oauth2/v3/certs"
        : "https://login.microsoftonline.com/common/discovery/v2.0/keys";
    const { keys } = (await (await there.send(new Request(keysAt))).json()) as {
      keys: { kid: string; kty: string; n: string; e: string }[];
    };
    const key = createPublicKey({ key: keys[0]!, format: "jwk" });
    expect(createVerify("RSA-SHA256").update(`${head}.${body}`).verify(key, signature, "base64url")).toBe(true);
    const claims = JSON.parse(Buffer.from(body, "base64url").toString());
    expect(claims).toMatchObject({
      aud: "rapport",
      nonce: "n0nce",
      email: vendors[vendor].address,
      iat: 1_795_341_600,
    });
    if (vendor === "google")
      expect(claims).toMatchObject({ iss: "https://accounts.google.com", sub: expect.stringMatching(/^\d{21}$/) });
    else
      expect(claims).toMatchObject({
        iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
        tid: tenant,
        oid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
  });

  test("an address that is not registered gets no answer: the person stays on a page that says so", async () => {
    const there = sandbox();
    const shown = async (changes: Readonly<Record<string, string | undefined>>) =>
      (await there.send(new Request(authorizeUrl(vendor, changes)))).text();
    expect(await shown({ redirect_uri: "https://thief.example/" })).toMatch(/redirect_uri_mismatch|AADSTS50011/);
    expect(await shown({ client_id: "other" })).toMatch(/invalid_client|AADSTS700016/);
    expect(await shown({ scope: undefined })).not.toContain("<form");
  });

  test("who declines comes back with that", async () => {
    const there = sandbox();
    const done = await consent(there.send, authorizeUrl(vendor), {
      address: vendors[vendor].address,
      decision: "deny",
    });
    expect("back" in done && done.back.searchParams.get("error")).toBe("access_denied");
    expect("back" in done && done.back.searchParams.get("state")).toBe("st4te");
  });
});

describe("google", () => {
  test("people untick what they do not want, and the answer says what is left", async () => {
    const there = sandbox();
    const tokens = await exchange(there, "google", await codeFrom(there, "google", { scopes: [gmail] }));
    expect(String(tokens.scope).split(" ").toSorted()).toEqual(
      [
        "openid",
        gmail,
        "https://www.googleapis.com/auth/userinfo.email",
        "https://www.googleapis.com/auth/userinfo.profile",
      ].toSorted(),
    );
  });

  test("the same refresh token stays, comes with the first permission or when asked for again, and can be revoked", async () => {
    const there = sandbox();
    const first = await exchange(there, "google", await codeFrom(there, "google"));
    const again = await renew(there, "google", first.refresh_token);
    expect(again).toMatchObject({ status: 200 });
    expect(again.refresh_token).toBeUndefined();
    expect((await renew(there, "google", first.refresh_token)).status).toBe(200);
    const quiet = await codeFrom(there, "google", {}, authorizeUrl("google", { prompt: undefined }));
    expect((await exchange(there, "google", quiet)).refresh_token).toBeUndefined();
    expect(
      (await there.post("https://oauth2.googleapis.com/revoke", { token: String(first.refresh_token) })).status,
    ).toBe(200);
    expect(await renew(there, "google", first.refresh_token)).toMatchObject({ status: 400, error: "invalid_grant" });
    expect(
      (await there.post("https://oauth2.googleapis.com/revoke", { token: String(first.refresh_token) })).error,
    ).toBe("invalid_token");
  });

  test("the hundred and first permission ends the first", async () => {
    const there = sandbox();
    const first = await exchange(there, "google", await codeFrom(there, "google"));
    let last = first;
    for (let more = 0; more < 100; more++) last = await exchange(there, "google", await codeFrom(there, "google"));
    expect((await renew(there, "google", first.refresh_token)).error).toBe("invalid_grant");
    expect((await renew(there, "google", last.refresh_token)).status).toBe(200);
  });

  test("a client in testing loses access after seven days, others when nobody used it for half a year", async () => {
    const testing = sandbox({ isTesting: true });
    const short = await exchange(testing, "google", await codeFrom(testing, "google"));
    expect(short.refresh_token_expires_in).toBe(604_800);
    testing.wait({ days: 7 });
    expect((await renew(testing, "google", short.refresh_token)).error).toBe("invalid_grant");
    const there = sandbox();
    const long = await exchange(there, "google", await codeFrom(there, "google"));
    there.wait({ days: 181 });
    expect((await renew(there, "google", long.refresh_token)).status).toBe(200);
    there.wait({ days: 183 });
    expect((await renew(there, "google", long.refresh_token)).error).toBe("invalid_grant");
  });
});

describe("microsoft", () => {
  const codes = (answer: Readonly<Record<string, unknown>>) => answer.error_codes;

  test("each refresh gives another refresh token and ends the one before", async () => {
    const there = sandbox();
    const first = await exchange(there, "microsoft", await codeFrom(there, "microsoft"));
    const second = await renew(there, "microsoft", first.refresh_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(codes(await renew(there, "microsoft", first.refresh_token))).toEqual([70000]);
    expect((await renew(there, "microsoft", second.refresh_token)).status).toBe(200);
  });

  test("refusals bear the numbers that programs go by", async () => {
    const there = sandbox({ secretEndsAt: after(begins, { days: 200 }) });
    const { microsoft, cloud } = there;
    const account = cloud.account("mia@firm.example")!;
    const { refresh_token: token } = await exchange(there, "microsoft", await codeFrom(there, "microsoft"));
    microsoft.refuse(account, 50076);
    expect(await renew(there, "microsoft", token)).toMatchObject({
      status: 400,
      error: "interaction_required",
      error_codes: [50076],
      suberror: "basic_action",
    });
    microsoft.refuse(account, undefined);
    microsoft.grants.revokeAll(account);
    expect(codes(await renew(there, "microsoft", token))).toEqual([50173]);
    const { refresh_token: idle } = await exchange(there, "microsoft", await codeFrom(there, "microsoft"));
    there.wait({ days: 90 });
    expect(await renew(there, "microsoft", idle)).toMatchObject({
      error: "invalid_grant",
      error_description: expect.stringMatching(/^AADSTS700082: /),
    });
    expect(codes(await exchange(there, "microsoft", "x", { client_secret: "old" }))).toEqual([7000215]);
    there.wait({ days: 200 });
    expect(codes(await exchange(there, "microsoft", "x"))).toEqual([7000222]);
  });

  test("where only an administrator decides, people come back with 90094 until one did", async () => {
    const there = sandbox();
    const asked = () => consent(there.send, authorizeUrl("microsoft"), { address: "leo@strict.example" });
    const before = await asked();
    expect("back" in before && before.back.searchParams.get("error_description")).toMatch(/^AADSTS90094: /);
    const admin = `https://login.microsoftonline.com/${strict}/v2.0/adminconsent?client_id=rapport&state=a&scope=Mail.ReadWrite&redirect_uri=${encodeURIComponent(redirect)}`;
    expect((await there.send(new Request(admin))).status).toBe(200);
    expect("back" in (await asked()) && "still refused").toBe("still refused");
    const allowed = await there.send(
      new Request(admin, { method: "POST", body: new URLSearchParams({ decision: "allow" }) }),
    );
    expect(allowed.headers.get("location")).toBe(
      `${redirect}?admin_consent=True&tenant=${strict}&scope=Mail.ReadWrite&state=a`,
    );
    const after = await asked();
    expect("back" in after && after.back.searchParams.has("code")).toBe(true);
    // What no administrator need allow was never refused.
    const little = await consent(there.send, authorizeUrl("microsoft", { scope: "openid User.Read" }), {
      address: "leo@strict.example",
    });
    expect("back" in little && little.back.searchParams.has("code")).toBe(true);
  });

  test("a program of one tenant, and an address for one kind of account, serve those alone", async () => {
    const there = sandbox({ audience: tenant });
    const at = (segment: string) => `https://login.microsoftonline.com/${segment}/oauth2/v2.0/authorize`;
    const tried = async (segment: string, address: string) => {
      const done = await consent(there.send, authorizeUrl("microsoft", {}, at(segment)), { address });
      return "back" in done
        ? done.back.searchParams.has("code")
          ? "code"
          : "none"
        : (/AADSTS\d+/.exec(done.page)?.[0] ?? "not offered");
    };
    expect(await tried("common", "mia@firm.example")).toBe("AADSTS50194");
    expect(await tried(tenant, "mia@firm.example")).toBe("code");
    expect(await tried(tenant, "leo@strict.example")).toBe("not offered");
    expect(await tried("nowhere.example", "mia@firm.example")).toBe("AADSTS90002");
    const open = sandbox();
    const chosen = async (segment: string, address: string) =>
      "back" in
      (await consent(open.send, authorizeUrl("microsoft", { scope: "openid User.Read" }, at(segment)), { address }));
    expect(await chosen("consumers", "mia@home.example")).toBe(true);
    expect(await chosen("consumers", "mia@firm.example")).toBe(false);
    expect(await chosen("organizations", "mia@home.example")).toBe(false);
  });

  test("personal accounts share one tenant, and are told scopes as whole addresses", async () => {
    const there = sandbox();
    const tokens = await exchange(
      there,
      "microsoft",
      await codeFrom(there, "microsoft", { address: "mia@home.example" }),
    );
    expect(JSON.parse(Buffer.from(String(tokens.id_token).split(".")[1] ?? "", "base64url").toString()).tid).toBe(
      consumersTenant,
    );
    expect(tokens.scope).toBe(
      "profile openid email https://graph.microsoft.com/Mail.ReadWrite https://graph.microsoft.com/Calendars.ReadWrite",
    );
  });

  test("the issuer of the common endpoint is a template, that of a tenant its own", async () => {
    const there = sandbox();
    const issuer = async (segment: string) => {
      const at = `https://login.microsoftonline.com/${segment}/v2.0/.well-known/openid-configuration`;
      return ((await (await there.send(new Request(at))).json()) as { issuer: string }).issuer;
    };
    expect(await issuer("common")).toBe("https://login.microsoftonline.com/{tenantid}/v2.0");
    expect(await issuer(tenant)).toBe(`https://login.microsoftonline.com/${tenant}/v2.0`);
  });
});
