/** Who the token belongs to: Google's userinfo, in the old shape and that of OpenID Connect. */
import type { Hono } from "hono";
import { type Call, type GoogleWorld, googleApi, type Json } from "./door.ts";

const needs = ["openid", "userinfo.email", "userinfo.profile"];

export const userinfoApi = (world: GoogleWorld): Hono =>
  googleApi(
    world,
    [
      { method: "GET", path: "/oauth2/v2/userinfo", scopes: needs, units: 1, answer: userinfo },
      { method: "GET", path: "/userinfo/v2/me", scopes: needs, units: 1, answer: userinfo },
      { method: "GET", path: "/v1/userinfo", scopes: needs, units: 1, answer: openid },
    ],
    () => [],
  );

function userinfo({ account: { subject, address, given, family, kind } }: Call): Json {
  return {
    id: subject,
    email: address,
    verified_email: true,
    name: `${given} ${family}`,
    given_name: given,
    family_name: family,
    ...(kind === "work" && { hd: address.slice(address.indexOf("@") + 1) }),
  };
}

function openid(call: Call): Json {
  const { id, verified_email, ...rest } = userinfo(call);
  return { sub: id, email_verified: verified_email, ...rest };
}
