/** Programs that sign in at Google as themselves: by a letter signed with their key they get a token for an hour. */

import { createVerify, type KeyObject } from "node:crypto";
import type { Clock } from "../../domain/clock.ts";
import { jsonIn } from "../../domain/json-in.ts";
import { after, type Instant, millisOf } from "../../domain/time.ts";
import type { Ids } from "../cloud/ids.ts";

export type ServiceAccount = {
  email: string;
  publicKey: KeyObject;
  /** Subscriptions by their whole names. */
  mayRead: readonly string[];
};

export type Holder = ServiceAccount & { scopes: readonly string[] };

const tokenSeconds = 3_599;

export class ServiceAccounts {
  readonly #accounts: ServiceAccount[] = [];
  readonly #tokens = new Map<string, Holder & { endsAt: Instant }>();
  readonly #clock: Clock;
  readonly #ids: Ids;

  constructor(clock: Clock, ids: Ids) {
    this.#clock = clock;
    this.#ids = ids;
  }

  add(account: ServiceAccount): void {
    this.#accounts.push(account);
  }

  /** Undefined for a letter that is not signed by the account that it names, or not for now. */
  issue(assertion: string, audience: string): { accessToken: string; seconds: number } | undefined {
    const [head = "", body = "", signature = ""] = assertion.split(".");
    const claims = claimsIn(body);
    const account = this.#accounts.find(({ email }) => email === claims?.iss);
    if (claims === undefined || account === undefined || claims.aud !== audience) return undefined;
    const isSigned = createVerify("RSA-SHA256")
      .update(`${head}.${body}`)
      .verify(account.publicKey, signature, "base64url");
    const now = this.#clock.now();
    if (!isSigned || claims.exp * 1000 < millisOf(now) || claims.exp - claims.iat > 3_600) return undefined;
    const accessToken = `ya29.service.${this.#ids.hex()}`;
    const endsAt = after(now, { seconds: tokenSeconds });
    this.#tokens.set(accessToken, { ...account, scopes: claims.scope.split(" "), endsAt });
    return { accessToken, seconds: tokenSeconds };
  }

  holderOf(token: string): Holder | undefined {
    const found = this.#tokens.get(token);
    return found !== undefined && found.endsAt > this.#clock.now() ? found : undefined;
  }

  /** For tests: no token is good any more. */
  forgetTokens(): void {
    this.#tokens.clear();
  }
}

type Assertion = { iss: string; aud: string; scope: string; iat: number; exp: number };

const claimsIn = (part: string): Assertion | undefined =>
  jsonIn(Buffer.from(part, "base64url").toString()) as Assertion | undefined;
