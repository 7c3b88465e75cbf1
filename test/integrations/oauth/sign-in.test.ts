/** Signing in at the sandbox's authorisation servers, and everything that may go wrong on the way (issue: connect, bad input). */
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { AccountId, OwnerId } from "../../../src/domain/ids.ts";
import { after, type Instant, utc } from "../../../src/domain/time.ts";
import { accessTokenSource } from "../../../src/integrations/access-tokens.ts";
import { googleSignIn, microsoftSignIn } from "../../../src/integrations/oauth.ts";
import { refusalIn, troubleAtRefresh, troubleAtSignIn } from "../../../src/integrations/oauth-refusals.ts";
import type { Provider } from "../../../src/integrations/provider.ts";
import {
  type OAuthClient,
  type SignIn,
  SignInError,
  type SignInTry,
  type Tokens,
} from "../../../src/integrations/sign-in.ts";
import { TroubleError } from "../../../src/integrations/trouble.ts";
import { Cloud } from "../../../src/sandbox/cloud/cloud.ts";
import type { SandboxClient } from "../../../src/sandbox/oauth/clients.ts";
import { googleSignIn as googleServer } from "../../../src/sandbox/oauth/google.ts";
import type { Claims } from "../../../src/sandbox/oauth/id-token.ts";
import { microsoftSignIn as microsoftServer } from "../../../src/sandbox/oauth/microsoft.ts";
import { consumersTenant } from "../../../src/sandbox/oauth/tenants.ts";
import { wallClock } from "../../../src/world.ts";
import { type Choice, consent } from "../../support/consent.ts";

const begins = "2026-11-22T10:00:00.000Z" as Instant;
const redirect = "http://localhost:8380/connect/back";
const tenant = "11111111-2222-4333-8444-555555555555";
const strict = "66666666-2222-4333-8444-555555555555";
const never = new AbortController().signal;

type Wish = {
  client?: Partial<OAuthClient>;
  registered?: Partial<SandboxClient>;
  tamper?: (claims: Claims) => Claims;
  /** The computer's clock against the provider's. */
  offMinutes?: number;
  around?: (request: Request) => Promise<Response> | undefined;
};

function sandbox({ client: clientWish, registered, tamper, offMinutes = 0, around }: Wish = {}) {
  let now = begins;
  const cloud = new Cloud({ seed: 1, clock: { now: () => now } });
  const mia = { given: "Mia", family: "Sommer", zone: utc };
  cloud.add({ provider: "google", address: "mia@post.example", ...mia, kind: "consumer" });
  cloud.add({ provider: "microsoft", address: "mia@firm.example", ...mia, tenant });
  cloud.add({ provider: "microsoft", address: "mia@strict.example", ...mia, tenant: strict });
  cloud.add({ provider: "microsoft", address: "mia@home.example", ...mia, kind: "consumer" });
  const known = { clientId: "rapport", clientSecret: "s3cret", redirects: [redirect], ...registered };
  const servers = { cloud, clients: () => [known], ...(tamper !== undefined && { tamper }) };
  const google = googleServer(servers);
  const tenants = () => [{ id: strict, domain: "strict.example", consent: "admin" as const }];
  const microsoft = microsoftServer({ ...servers, tenants });
  const send = async (request: Request): Promise<Response> => {
    const isMicrosoft = new URL(request.url).host === "login.microsoftonline.com";
    return (isMicrosoft ? microsoft : google).app.fetch(request);
  };
  const world = {
    transport: async (request: Request) => (await around?.(request)) ?? send(request),
    clock: { now: () => after(now, { minutes: offMinutes }) },
    wall: wallClock,
    random: randomBytes,
    timeout: () => new AbortController().signal,
  };
  const client: OAuthClient = { clientId: "rapport", clientSecret: "s3cret", ...clientWish };
  return {
    cloud,
    microsoft,
    send,
    client,
    world,
    signIn: { google: googleSignIn(world), microsoft: microsoftSignIn(world) },
    wait: (elapsed: Parameters<typeof after>[1]) => (now = after(now, elapsed)),
  };
}
type Sandbox = ReturnType<typeof sandbox>;

const addresses = { google: "mia@post.example", microsoft: "mia@firm.example" };

async function away(
  there: Sandbox,
  provider: Provider,
  choice: Partial<Choice> = {},
): Promise<{ back: URL; kept: SignInTry }> {
  const signIn = there.signIn[provider];
  const scopes = signIn.scopesFor(["contacts", "tasks"]);
  const { url, kept } = await signIn.begin(there.client, { redirect, scopes });
  const came = await consent(there.send, url, { address: addresses[provider], ...choice });
  if (!("back" in came)) throw new Error(came.page);
  return { back: came.back, kept };
}

async function signedIn(there: Sandbox, provider: Provider, choice: Partial<Choice> = {}) {
  const { back, kept } = await away(there, provider, choice);
  return finish(there, provider, back, kept);
}

const finish = (there: Sandbox, provider: Provider, back: URL, kept: SignInTry) =>
  there.signIn[provider].finish(there.client, { redirect, back, kept, signal: never });

/** Only who they are, to open their pages. */
async function entered(there: Sandbox, provider: Provider, choice: Partial<Choice> = {}) {
  const signIn = there.signIn[provider];
  const { url, kept } = await signIn.beginEntry(there.client, { redirect });
  const came = await consent(there.send, url, { address: addresses[provider], ...choice });
  if (!("back" in came)) throw new Error(came.page);
  return signIn.finishEntry(there.client, { redirect, back: came.back, kept, signal: never });
}

/** "declined", "wrong_setting client_secret" …, or "done". No text that anybody sees may hold a secret. */
async function said(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (fault) {
    if (!(fault instanceof SignInError) && !(fault instanceof TroubleError)) throw fault;
    expect(`${fault.message} ${JSON.stringify(fault)}`).not.toMatch(/s3cret|eyJ|mia@|4\/[\w-]{8}/);
    const { trouble } = fault;
    return "setting" in trouble ? `${trouble.kind} ${trouble.setting}` : trouble.kind;
  }
}

describe.each<Provider>(["google", "microsoft"])("signing in with %s", (provider) => {
  test("gives tokens, what was granted, and who it is by a key that no address is part of", async () => {
    const there = sandbox();
    const { tokens, identity } = await signedIn(there, provider);
    expect(identity).toMatchObject({ address: addresses[provider] });
    expect(identity.key).toMatch(
      provider === "google" ? /^https:\/\/accounts\.google\.com \d{21}$/ : new RegExp(`^${tenant} [0-9a-f-]{36}$`),
    );
    const asked = there.signIn[provider].scopesFor(["contacts", "tasks"]);
    const granted = asked.filter((scope) => scope !== "offline_access");
    expect([...tokens.scopes].sort()).toEqual([...granted].sort());
    expect(tokens.refreshToken).toBeDefined();
    expect(tokens.accessEndsAt > after(begins, { minutes: 59 })).toBe(true);
    const renewed = await there.signIn[provider].refresh(there.client, tokens.refreshToken!, never);
    expect(renewed.accessToken).not.toBe(tokens.accessToken);
  });

  test("asks for no more than is wished, with PKCE, a state and a nonce of this try alone", async () => {
    const { signIn, client } = sandbox();
    const scopes = signIn[provider].scopesFor([]);
    expect(scopes.join(" ")).not.toMatch(/contacts|tasks/i);
    const how = { redirect, scopes, again: { address: "mia@post.example" } };
    const [one, other] = await Promise.all([signIn[provider].begin(client, how), signIn[provider].begin(client, how)]);
    const asked = new URL(one.url).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      state: one.kept.state,
      nonce: one.kept.nonce,
      login_hint: "mia@post.example",
      scope: scopes.join(" "),
    });
    expect(one.url).not.toContain(one.kept.verifier);
    for (const secret of ["state", "nonce", "verifier"] as const) expect(one.kept[secret]).not.toBe(other.kept[secret]);
  });

  test("who says no has said no", async () => {
    expect(await said(signedIn(sandbox(), provider, { decision: "deny" }))).toBe("declined");
  });

  test("a way back is good once, for its own way out", async () => {
    const there = sandbox();
    const { back, kept } = await away(there, provider);
    const forged = new URL(back);
    forged.searchParams.set("state", "forged");
    expect(await said(finish(there, provider, forged, kept))).toBe("stale");
    const elsewhere = new URL(back);
    elsewhere.searchParams.set("iss", "https://login.evil.example");
    expect(await said(finish(there, provider, elsewhere, kept))).toBe("refused");
    const empty = new URL(back);
    empty.searchParams.delete("code");
    expect(await said(finish(there, provider, empty, kept))).toBe("stale");
    expect(await said(finish(there, provider, back, kept))).toBe("done");
    expect(await said(finish(there, provider, back, kept))).toBe("stale");
  });

  test("without the verifier of the way out the code is worth nothing", async () => {
    const there = sandbox();
    const { back, kept } = await away(there, provider);
    expect(await said(finish(there, provider, back, { ...kept, verifier: "v".repeat(43) }))).toBe("stale");
  });

  test.each<[string, Wish, string]>([
    ["a wrong secret", { client: { clientSecret: "guess" } }, "wrong_setting client_secret"],
    ["a client that was taken away", { registered: { clientId: "other" } }, "wrong_setting client_id"],
  ])("%s is named", async (_, wish, expected) => {
    const good = sandbox();
    const { back, kept } = await away(good, provider);
    expect(await said(finish({ ...sandbox(wish), send: good.send }, provider, back, kept))).toBe(expected);
  });

  test.each<[string, (claims: Claims) => Claims]>([
    ["for another program", (claims) => ({ ...claims, aud: "other" })],
    ["of another try", (claims) => ({ ...claims, nonce: "other" })],
    ["of another issuer", (claims) => ({ ...claims, iss: "https://issuer.evil.example" })],
    [
      "of another tenant's issuer",
      (claims) => ({ ...claims, iss: `https://login.microsoftonline.com/${strict}/v2.0` }),
    ],
    ["that says nothing of when", ({ iat: _, ...claims }) => claims],
    ["that ended an hour ago", (claims) => ({ ...claims, exp: Number(claims.exp) - 7_200 })],
    ["that never ends", ({ exp: _, ...claims }) => claims],
    ["of no try at all", ({ nonce: _, ...claims }) => claims],
  ])("an identity %s is refused, to connect and to come in", async (_, tamper) => {
    expect(await said(signedIn(sandbox({ tamper }), provider))).toBe("refused");
    expect(await said(entered(sandbox({ tamper }), provider))).toBe("refused");
  });

  test("who comes in is told by the key that connecting told, whatever their address is now", async () => {
    const there = sandbox({ tamper: (claims) => ({ ...claims, email: "somebody@else.example" }) });
    const { key } = (await signedIn(sandbox(), provider)).identity;
    expect((await entered(there, provider)).key).toBe(key);
    expect(await said(entered(there, provider, { decision: "deny" }))).toBe("declined");
  });

  test("one who comes in with the key left out is nobody", async () => {
    const tamper = ({ sub: _, oid: __, ...claims }: Claims) => claims as Claims;
    expect(await said(entered(sandbox({ tamper }), provider))).toBe("refused");
  });

  test.each`
    off     | expected
    ${-60}  | ${"refused"}
    ${-4}   | ${"done"}
    ${4}    | ${"done"}
    ${60}   | ${"refused"}
    ${1440} | ${"refused"}
  `("a clock that is $off minutes off: $expected", async ({ off, expected }) => {
    const there = sandbox({ offMinutes: off });
    const work = signedIn(there, provider);
    expect(await said(work)).toBe(expected);
    if (expected === "refused") await expect(work).rejects.toThrow("this computer's clock is off");
  });

  const page = "<html><body>Sign in to the hotel's network</body></html>";
  test.each<[string, () => Promise<Response>, string, string]>([
    ["a page of a proxy", async () => new Response(page), "unreachable", "unreachable"],
    ["half an answer", async () => new Response('{"access_token": "x'), "unreachable", "unreachable"],
    ["an answer without a token", async () => Response.json({ token_type: "Bearer" }), "refused", "refused"],
    ["a list", async () => Response.json([1, 2]), "refused", "refused"],
    [
      "a way elsewhere",
      async () => new Response(null, { status: 302, headers: { location: "https://evil.example/token" } }),
      "unreachable",
      "unreachable",
    ],
    ["a fault of theirs", async () => new Response(page, { status: 503 }), "unreachable", "unreachable"],
    [
      "too many",
      async () => Response.json({}, { status: 429, headers: { "retry-after": "30" } }),
      "unreachable",
      "slow_down",
    ],
    [
      "a broken line",
      async () => Promise.reject(new TypeError("fetch failed", { cause: new Error("socket hang up") })),
      "unreachable",
      "unreachable",
    ],
  ])("%s at the token endpoint is told for what it is", async (_, answer, atSignIn, atRefresh) => {
    const good = sandbox();
    const { back, kept } = await away(good, provider);
    const around = (request: Request) => (request.url.endsWith("/token") ? answer() : undefined);
    const there = sandbox({ around });
    expect(await said(finish(there, provider, back, kept))).toBe(atSignIn);
    expect(await said(there.signIn[provider].refresh(there.client, "anything", never))).toBe(atRefresh);
  });
});

describe("Google", () => {
  const gmail = "https://www.googleapis.com/auth/gmail.readonly";

  test("what was left out is not granted; when neither mail nor calendar is left, that is a no (partial consent)", async () => {
    const { tokens } = await signedIn(sandbox(), "google", { scopes: [gmail] });
    expect(tokens.scopes).toContain(gmail);
    expect(tokens.scopes.join(" ")).not.toMatch(/calendar|compose|contacts|tasks/);
    expect(await said(signedIn(sandbox(), "google", { scopes: [] }))).toBe("declined");
  });

  test("takes everything back, once", async () => {
    const there = sandbox();
    const { tokens } = await signedIn(there, "google");
    expect(await there.signIn.google.revoke(there.client, tokens, never)).toBe(true);
    expect(await said(there.signIn.google.refresh(there.client, tokens.refreshToken!, never))).toBe("sign_in_again");
    expect(await there.signIn.google.revoke(there.client, tokens, never)).toBe(false);
  });

  test("access of a client in Testing ends after a week", async () => {
    const there = sandbox({ registered: { isTesting: true } });
    const { tokens } = await signedIn(there, "google");
    there.wait({ days: 7 });
    expect(await said(there.signIn.google.refresh(there.client, tokens.refreshToken!, never))).toBe("sign_in_again");
  });
});

describe("Microsoft", () => {
  test("each refresh gives another refresh token, and the one before is dead", async () => {
    const there = sandbox();
    const { tokens } = await signedIn(there, "microsoft");
    const renewed = await there.signIn.microsoft.refresh(there.client, tokens.refreshToken!, never);
    expect(renewed.refreshToken).not.toBe(tokens.refreshToken);
    expect(await said(there.signIn.microsoft.refresh(there.client, tokens.refreshToken!, never))).toBe("sign_in_again");
    expect(await said(there.signIn.microsoft.refresh(there.client, renewed.refreshToken!, never))).toBe("done");
    expect(await there.signIn.microsoft.revoke(there.client, renewed, never)).toBe(false);
  });

  test("where only an administrator may allow it, there is a link for them, after which it works", async () => {
    const there = sandbox();
    const { back, kept } = await away(there, "microsoft", { address: "mia@strict.example" });
    const trouble = await finish(there, "microsoft", back, kept).catch((fault: SignInError) => fault.trouble);
    expect(trouble).toMatchObject({ kind: "needs_admin", link: expect.stringContaining("/adminconsent?") });
    const link = there.signIn.microsoft.adminLink(there.client, { redirect, tenant: strict, state: "st" })!;
    const body = new URLSearchParams({ decision: "allow" });
    await there.send(new Request(link, { method: "POST", body, redirect: "manual" }));
    const { identity } = await signedIn(there, "microsoft", { address: "mia@strict.example" });
    expect(identity).toMatchObject({ tenant: strict, address: "mia@strict.example" });
  });

  test.each<[string, string, string, string]>([
    ["common", "mia@firm.example", tenant, "done"],
    ["organizations", "mia@firm.example", tenant, "done"],
    ["consumers", "mia@home.example", consumersTenant, "done"],
    [tenant, "mia@firm.example", tenant, "done"],
    // The identity says another tenant than the address of the server.
    [tenant, "mia@firm.example", strict, "refused"],
    ["consumers", "mia@home.example", tenant, "refused"],
    ["organizations", "mia@firm.example", consumersTenant, "refused"],
    ["common", "mia@firm.example", "{tenantid}", "refused"],
    ["common", "mia@firm.example", "../common", "refused"],
  ])("at %s, %s with an identity of %s: %s", async (at, address, tid, expected) => {
    const tamper = (claims: Claims) => ({ ...claims, tid, iss: `https://login.microsoftonline.com/${tid}/v2.0` });
    const there = sandbox({ client: { tenant: at }, tamper });
    expect(await said(signedIn(there, "microsoft", { address }))).toBe(expected);
    expect(await said(entered(there, "microsoft", { address }))).toBe(expected);
  });

  test("a tenant that would lead elsewhere is a wrong setting", async () => {
    const there = sandbox({ client: { tenant: "common/../evil" } });
    expect(await said(away(there, "microsoft"))).toBe("wrong_setting tenant");
  });
});

describe("the servers' own codes (provider facts 2)", () => {
  const code = (number: number, error = "invalid_grant") => ({ error, error_description: `AADSTS${number}: words.` });
  test.each<[unknown, string, string]>([
    [code(65001), "needs_admin", "sign_in_again"],
    [code(90094, "access_denied"), "needs_admin", "sign_in_again"],
    [code(90095, "access_denied"), "needs_admin", "sign_in_again"],
    [code(65004, "access_denied"), "declined", "sign_in_again"],
    [code(50076, "interaction_required"), "stale", "sign_in_again"],
    [code(50079, "interaction_required"), "stale", "sign_in_again"],
    [code(53003), "refused", "sign_in_again"],
    [code(700082), "stale", "sign_in_again"],
    [code(70008), "stale", "sign_in_again"],
    [code(50173), "stale", "sign_in_again"],
    [code(50057), "refused", "sign_in_again"],
    [code(50011, "invalid_request"), "wrong_setting redirect", "refused"],
    [code(700016, "unauthorized_client"), "wrong_setting client_id", "refused"],
    [code(7000215, "invalid_client"), "wrong_setting client_secret", "refused"],
    [code(7000222, "invalid_client"), "wrong_setting client_secret", "refused"],
    [code(50194, "invalid_request"), "wrong_setting tenant", "refused"],
    [{ error: "invalid_request", error_codes: [90002] }, "wrong_setting tenant", "refused"],
    [
      { error: "invalid_request", error_description: "AADSTS900144: needs the following parameter: 'scope'." },
      "wrong_setting scopes",
      "refused",
    ],
    [{ error: "redirect_uri_mismatch" }, "wrong_setting redirect", "refused"],
    [
      { error: "invalid_client", error_description: "The OAuth client was not found." },
      "wrong_setting client_id",
      "refused",
    ],
    [{ error: "invalid_client", error_description: "Unauthorized" }, "wrong_setting client_secret", "refused"],
    [{ error: "access_denied" }, "declined", "sign_in_again"],
    [{ error: "invalid_grant", error_subtype: "invalid_rapt" }, "stale", "sign_in_again"],
    [{ error: "admin_policy_enforced" }, "needs_admin", "sign_in_again"],
    [{ error: "temporarily_unavailable" }, "unreachable", "unreachable"],
    [{ error: "server_error" }, "unreachable", "unreachable"],
    [{ error: "something_new" }, "refused", "sign_in_again"],
  ])("%o", (answer, atSignIn, atRefresh) => {
    const refusal = refusalIn(answer)!;
    const trouble = troubleAtSignIn(refusal, undefined);
    expect("setting" in trouble ? `${trouble.kind} ${trouble.setting}` : trouble.kind).toBe(atSignIn);
    expect(troubleAtRefresh(refusal).kind).toBe(atRefresh);
  });

  test("what is no error of OAuth is none", () => {
    for (const answer of [undefined, "no", {}, { error: 7 }, []]) expect(refusalIn(answer)).toBeUndefined();
  });
});

describe("a valid access token", () => {
  const account = { ownerId: "owner" as OwnerId, accountId: "account" as AccountId, provider: "google" as const };
  const kept = (minutes: number): Tokens => ({
    accessToken: "old",
    accessEndsAt: after(begins, { minutes }),
    refreshToken: "refresh",
    scopes: ["mail"],
  });

  /** A vault that keeps one account's tokens, and a sign-in that answers as told. */
  function source(tokens: Tokens | undefined, answer: () => Promise<Tokens>) {
    const vault = { tokens };
    const signIn = { provider: "google", refresh: answer } as unknown as SignIn;
    const ask = accessTokenSource(
      {
        vault: {
          read: async () => vault.tokens,
          renew: async (_account, stale, refresh) => {
            if (vault.tokens?.accessToken === stale) vault.tokens = await refresh(vault.tokens);
            return vault.tokens;
          },
        },
        clients: { find: async () => ({ clientId: "rapport" }) },
        signIn,
        clock: { now: () => begins },
        timeout: () => never,
      },
      account,
    );
    return { vault, ask };
  }
  const fresh = async (): Promise<Tokens> => ({
    accessToken: "new",
    accessEndsAt: after(begins, { minutes: 60 }),
    scopes: [],
  });
  const failing = (trouble: ConstructorParameters<typeof TroubleError>[0]) => () =>
    Promise.reject(new TroubleError(trouble));

  test.each<[string, number, string | undefined, () => Promise<Tokens>, string]>([
    ["is the one that is kept", 30, undefined, fresh, "old"],
    ["is renewed two minutes before it ends", 2, undefined, fresh, "new"],
    ["is renewed when it was refused", 30, "old", fresh, "new"],
    ["is another's when somebody renewed it meanwhile", 30, "older", fresh, "old"],
    [
      "is the old one while it lasts and no other is to be had",
      1,
      undefined,
      failing({ kind: "unreachable", because: "x" }),
      "old",
    ],
  ])("%s", async (_, minutes, stale, answer, expected) => {
    expect(await source(kept(minutes), answer).ask(stale)).toBe(expected);
  });

  test("keeps the scopes when the answer leaves them out", async () => {
    const { vault, ask } = source(kept(0), fresh);
    await ask();
    expect(vault.tokens?.scopes).toEqual(["mail"]);
  });

  test.each<[string, Tokens | undefined, string | undefined, () => Promise<Tokens>, string]>([
    ["a disconnected account", undefined, undefined, fresh, "sign_in_again"],
    ["a dead refresh token", kept(0), undefined, failing({ kind: "sign_in_again", because: "x" }), "sign_in_again"],
    ["a network that is down", kept(0), undefined, failing({ kind: "unreachable", because: "x" }), "unreachable"],
    [
      "a refused token that cannot be renewed now",
      kept(9),
      "old",
      failing({ kind: "unreachable", because: "x" }),
      "unreachable",
    ],
  ])("%s: %s", async (_, tokens, stale, answer, expected) => {
    expect(await said(source(tokens, answer).ask(stale))).toBe(expected);
  });
});
