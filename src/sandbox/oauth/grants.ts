/**
 * What accounts of the sandbox have allowed which programs, and the codes and tokens that stand for it. Lives end by the
 * sandbox's clock. What the two providers do differently comes in as `Lives`.
 */
import { createHash } from "node:crypto";
import type { Clock } from "../../domain/clock.ts";
import type { Address } from "../../domain/mail/message.ts";
import { after, type Instant } from "../../domain/time.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { Ids } from "../cloud/ids.ts";

export type Lives = {
  codeSeconds: number;
  accessSeconds: number;
  /** A refresh token that nobody used for so long is dead. */
  idleDays: number;
  /** Microsoft: each use gives a new refresh token and ends the old one. */
  isRotating: boolean;
  /** Living refresh tokens of one account and program; the oldest dies when there is one more. */
  refreshTokensMost: number;
};

/** Whom a token stands for. */
export type Bearer = { account: CloudAccount; address: Address; clientId: string; scopes: readonly string[] };

type Held = { account: CloudAccount; clientId: string; scopes: readonly string[] };
/** What went to the program on the person's way back. */
export type Code = Held & {
  redirect: string;
  nonce: string | undefined;
  /** SHA-256 of the verifier, base64url; undefined when the program asked without PKCE. */
  challenge: string | undefined;
  wantsRefresh: boolean;
  /** For refresh tokens that die on a day whatever is done. */
  refreshEndsAt?: Instant;
};
type StoredCode = Code & { endsAt: Instant; isUsed: boolean };
type Refresh = Held & {
  token: string;
  code: string;
  usedAt: Instant;
  endsAt: Instant | undefined;
  state: "good" | "rotated" | "revoked";
};

export type Issued = Held & {
  accessToken: string;
  accessSeconds: number;
  refreshToken?: string;
  refreshEndsAt?: Instant;
};

export type CodeRefusal = "unknown" | "used" | "expired" | "wrong_redirect" | "no_verifier" | "wrong_verifier";
export type RefreshRefusal = "unknown" | "rotated" | "revoked" | "idle" | "ended";

/** Access tokens are swept when there are so many: the ended ones go. */
const sweepAbove = 20_000;
/** Dead refresh tokens of one account and program that are still told apart; older ones are as if they never were. */
const deadKept = 20;

export class Grants {
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #lives: Lives;
  readonly #codes = new Map<string, StoredCode>();
  readonly #access = new Map<string, Held & { endsAt: Instant; code: string }>();
  readonly #refresh = new Map<string, Refresh>();
  /** The same by account and program, oldest first. */
  readonly #held = new Map<string, Refresh[]>();

  constructor(how: { clock: Clock; ids: Ids; lives: Lives }) {
    this.#clock = how.clock;
    this.#ids = how.ids;
    this.#lives = how.lives;
  }

  issueCode(code: Code): string {
    const text = `4/${this.#ids.word(60)}`;
    for (const [old, { endsAt }] of this.#codes) if (this.#now >= after(endsAt, { days: 1 })) this.#codes.delete(old);
    this.#codes.set(text, { ...code, endsAt: after(this.#now, { seconds: this.#lives.codeSeconds }), isUsed: false });
    return text;
  }

  /** A code is good once. Whoever brings it a second time ends what came of the first. */
  redeem(
    text: string,
    by: { clientId: string; redirect: string; verifier: string | undefined },
  ): { kind: "refused"; because: CodeRefusal } | { kind: "issued"; issued: Issued; nonce: string | undefined } {
    const refused = (because: CodeRefusal) => ({ kind: "refused", because }) as const;
    const code = this.#codes.get(text);
    if (code === undefined || code.clientId !== by.clientId) return refused("unknown");
    if (code.isUsed) {
      this.#end((held) => held.code === text);
      return refused("used");
    }
    if (this.#now >= code.endsAt) return refused("expired");
    if (code.redirect !== by.redirect) return refused("wrong_redirect");
    if (code.challenge !== undefined && by.verifier === undefined) return refused("no_verifier");
    if (code.challenge !== undefined && challengeOf(by.verifier ?? "") !== code.challenge)
      return refused("wrong_verifier");
    code.isUsed = true;
    return { kind: "issued", issued: this.#issue(code, text), nonce: code.nonce };
  }

  refresh(
    token: string,
    clientId: string,
  ): { kind: "refused"; because: RefreshRefusal } | { kind: "issued"; issued: Issued } {
    const refused = (because: RefreshRefusal) => ({ kind: "refused", because }) as const;
    const held = this.#refresh.get(token);
    if (held === undefined || held.clientId !== clientId) return refused("unknown");
    if (held.state !== "good") return refused(held.state);
    if (held.endsAt !== undefined && this.#now >= held.endsAt) return refused("ended");
    if (this.#now >= after(held.usedAt, { days: this.#lives.idleDays })) return refused("idle");
    held.usedAt = this.#now;
    if (!this.#lives.isRotating) return { kind: "issued", issued: this.#issueAccess(held, held.code) };
    held.state = "rotated";
    return { kind: "issued", issued: this.#issue({ ...held, wantsRefresh: true }, held.code) };
  }

  /** Whose refresh token it is, whatever its state. */
  holderOf(refreshToken: string): CloudAccount | undefined {
    return this.#refresh.get(refreshToken)?.account;
  }

  /** Whom an access token stands for; undefined when it never was one, or is one no more. */
  authorise(token: string): Bearer | undefined {
    const held = this.#access.get(token);
    if (held === undefined || this.#now >= held.endsAt) return undefined;
    const { account, clientId, scopes } = held;
    return { account, address: account.address, clientId, scopes };
  }

  /** Ends what one token, of either kind, belongs to. False when it was dead already. */
  revoke(token: string): boolean {
    const refresh = this.#refresh.get(token);
    const held = refresh?.state === "good" ? refresh : this.#access.get(token);
    if (held === undefined) return false;
    this.revokeAll(held.account, held.clientId);
    return true;
  }

  /** Ends all that an account allowed, to one program or to all: the person took it back, or an administrator did. */
  revokeAll(account: CloudAccount, clientId?: string): void {
    this.#end((held) => held.account === account && (clientId === undefined || held.clientId === clientId));
  }

  /** Everything that an account allows a program to do now. */
  allowed(account: CloudAccount, clientId: string): string[] {
    const good = (this.#held.get(holder({ account, clientId })) ?? []).filter(({ state }) => state === "good");
    return [...new Set(good.flatMap(({ scopes }) => scopes))];
  }

  get #now(): Instant {
    return this.#clock.now();
  }

  #end(which: (held: Held & { code: string }) => boolean): void {
    for (const [token, held] of this.#access) if (which(held)) this.#access.delete(token);
    for (const held of this.#refresh.values()) if (held.state === "good" && which(held)) held.state = "revoked";
  }

  #issue(held: Held & Pick<Code, "wantsRefresh" | "refreshEndsAt">, code: string): Issued {
    const issued = this.#issueAccess(held, code);
    if (!held.wantsRefresh) return issued;
    const { account, clientId, scopes } = held;
    const token = `1//${this.#ids.word(80)}`;
    const endsAt = held.refreshEndsAt;
    const refresh: Refresh = { account, clientId, scopes, token, code, usedAt: this.#now, endsAt, state: "good" };
    this.#refresh.set(token, refresh);
    this.#held.set(holder(held), this.#pruned([...(this.#held.get(holder(held)) ?? []), refresh]));
    return { ...issued, refreshToken: token, ...(endsAt !== undefined && { refreshEndsAt: endsAt }) };
  }

  #issueAccess({ account, clientId, scopes }: Held, code: string): Issued {
    const { accessSeconds } = this.#lives;
    const accessToken = `ya.${this.#ids.word(90)}`;
    this.#access.set(accessToken, {
      account,
      clientId,
      scopes,
      code,
      endsAt: after(this.#now, { seconds: accessSeconds }),
    });
    if (this.#access.size > sweepAbove) {
      for (const [token, { endsAt }] of this.#access) if (this.#now >= endsAt) this.#access.delete(token);
    }
    return { account, clientId, scopes, accessToken, accessSeconds };
  }

  /** No more living ones than may be, no more dead ones than are told apart. */
  #pruned(all: readonly Refresh[]): Refresh[] {
    const living = all.filter(({ state }) => state === "good");
    for (const oldest of living.slice(0, Math.max(0, living.length - this.#lives.refreshTokensMost))) {
      oldest.state = "revoked";
    }
    const dead = all.filter(({ state }) => state !== "good");
    const forgotten = new Set(dead.slice(0, Math.max(0, dead.length - deadKept)));
    for (const { token } of forgotten) this.#refresh.delete(token);
    return all.filter((one) => !forgotten.has(one));
  }
}

const holder = ({ account, clientId }: Pick<Held, "account" | "clientId">): string => `${account.subject} ${clientId}`;

/** PKCE with S256. */
const challengeOf = (verifier: string): string => createHash("sha256").update(verifier).digest("base64url");
