/**
 * Our sign-in against `oidc-provider`, a certified OpenID provider that takes the standards at their word: PKCE is demanded, codes
 * are good once, refresh tokens rotate and an old one that comes back ends the permission.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { googleSignIn } from "../../src/integrations/oauth.ts";
import { SignInError } from "../../src/integrations/sign-in.ts";
import { TroubleError } from "../../src/integrations/trouble.ts";
import { type Form, never, peer, signInWorld, walk, wayTo } from "./peer.ts";

type Oidc = {
  default: new (issuer: string, how: object) => { proxy: boolean; callback(): Parameters<typeof createServer>[1] };
};

/** What Google does otherwise than oidc-provider 9.13.3; both keep to the standards. */
const deviations = {
  noSelectAccount: "prompt=select_account is unknown to it, so the account is named beforehand",
  revokesByClient:
    "taking a token back needs the client's id and secret (RFC 7009), where Google takes the token alone",
  rotates: "a refresh gives a new refresh token, where Google keeps the old one",
} as const;

const issuer = "https://accounts.google.com";
const redirect = "http://localhost:8380/connect/google/back";
const client = { clientId: "rapport", clientSecret: "a-secret-of-32-characters-or-more" };
const mara = "mara@nordlys.example";
const scopes = ["openid", "email", "https://www.googleapis.com/auth/gmail.readonly"];

const oidc = await peer<Oidc>("oidc-provider");
const server = oidc && (await serve(oidc));
afterAll(() => server?.close());

async function serve({ default: Provider }: Oidc) {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [redirect],
        grant_types: ["authorization_code", "refresh_token"],
        response_types: ["code"],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    routes: { authorization: "/o/oauth2/v2/auth", token: "/token", revocation: "/revoke" },
    scopes,
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true }, revocation: { enabled: true } },
    pkce: { required: () => true },
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    findAccount: async (_: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({ sub, email: mara, email_verified: true }),
    }),
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      IdToken: 3600,
      RefreshToken: 86_400,
      Grant: 86_400,
      Interaction: 600,
      Session: 600,
    },
    cookies: { keys: ["only-for-this-test"] },
  });
  // It believes to be where Google is: behind https, under Google's name.
  provider.proxy = true;
  const listener = createServer(provider.callback());
  await new Promise<void>((listening) => listener.listen(0, "127.0.0.1", listening));
  return listener;
}

/** Signs in, then agrees. */
const agree = ([form]: readonly Form[]): Form | undefined =>
  form && { ...form, fields: { ...form.fields, ...("login" in form.fields && { login: "mara", password: "any" }) } };

describe.skipIf(server === undefined)("a strict OpenID provider", () => {
  const there = wayTo(`http://127.0.0.1:${(server?.address() as AddressInfo | undefined)?.port}`);
  const transport = (request: Request): Promise<Response> => {
    const forwarded = new Request(request);
    forwarded.headers.set("x-forwarded-proto", "https");
    forwarded.headers.set("x-forwarded-host", "accounts.google.com");
    return there(forwarded);
  };
  const signIn = googleSignIn(signInWorld(transport));
  const begin = () => signIn.begin(client, { redirect, scopes, again: { address: mara } });
  const comeBack = (url: string) => walk(transport, url, { redirect, choose: agree });

  test(`code, PKCE and nonce are taken, and the claims are those of the id token (${deviations.noSelectAccount})`, async () => {
    const { url, kept } = await begin();
    const back = await comeBack(url);
    const { tokens, identity } = await signIn.finish(client, { redirect, back, kept, signal: never });
    expect(identity).toMatchObject({ key: `${issuer} mara`, address: mara });
    expect(tokens.scopes).toEqual(expect.arrayContaining(scopes));

    await expect(signIn.finish(client, { redirect, back, kept, signal: never })).rejects.toThrow(SignInError);
  });

  test(`a refresh rotates, and the old token ends the permission (${deviations.rotates})`, async () => {
    const { url, kept } = await begin();
    const { tokens } = await signIn.finish(client, { redirect, back: await comeBack(url), kept, signal: never });
    const renewed = await signIn.refresh(client, tokens.refreshToken!, never);
    expect(renewed.refreshToken).not.toBe(tokens.refreshToken);
    for (const spent of [tokens.refreshToken!, renewed.refreshToken!]) {
      const refused = signIn.refresh(client, spent, never);
      await expect(refused).rejects.toThrow(TroubleError);
      await expect(refused).rejects.toMatchObject({ trouble: { kind: "sign_in_again" } });
    }
  });

  test(`what they do not take back is not said to be taken back (${deviations.revokesByClient})`, async () => {
    const { url, kept } = await begin();
    const { tokens } = await signIn.finish(client, { redirect, back: await comeBack(url), kept, signal: never });
    expect(await signIn.revoke(client, tokens, never)).toBe(false);
    expect((await signIn.refresh(client, tokens.refreshToken!, never)).accessToken).not.toBe("");
  });

  test.each([
    ["another verifier", { verifier: "x".repeat(43) }],
    ["another nonce", { nonce: "y".repeat(43) }],
    ["another state", { state: "z".repeat(43) }],
  ])("a way back with %s is refused", async (_what, changed) => {
    const { url, kept } = await begin();
    const back = await comeBack(url);
    const forged = { ...kept, ...changed };
    await expect(signIn.finish(client, { redirect, back, kept: forged, signal: never })).rejects.toThrow(SignInError);
  });

  test("a way out without PKCE is refused by them, and said to be a refusal by us", async () => {
    const { url, kept } = await begin();
    const bare = new URL(url);
    bare.searchParams.delete("code_challenge");
    bare.searchParams.delete("code_challenge_method");
    const back = await comeBack(bare.href);
    await expect(signIn.finish(client, { redirect, back, kept, signal: never })).rejects.toThrow(SignInError);
  });
});
