/**
 * What the authorisation servers' error codes mean, at sign-in and when a token is renewed. Google sends OAuth's own codes,
 * Microsoft adds numbers of its own ("AADSTS65004"), which say more and so are looked at first. Texts of the providers hold
 * addresses and ids, so none of them is passed on.
 */
import { z } from "zod";
import type { SignInTrouble } from "./sign-in.ts";
import type { ProviderTrouble } from "./trouble.ts";

/** An error as it came back in a redirect or in a body: `code` as OAuth has it, `number` as Microsoft has it. */
export type OAuthRefusal = { code: string; number?: number; subcode?: string; says: string };

const errorBody = z.object({
  error: z.string().max(200),
  error_description: z.string().optional().catch(undefined),
  error_codes: z.array(z.number()).optional().catch(undefined),
  /** Google's and Microsoft's names for one thing. */
  error_subtype: z.string().optional().catch(undefined),
  suberror: z.string().optional().catch(undefined),
});

/** Undefined when it is no error of OAuth at all: a proxy's page, half an answer. */
export function refusalIn(values: unknown): OAuthRefusal | undefined {
  const read = errorBody.safeParse(values);
  if (!read.success) return undefined;
  const { error, error_description: says = "", error_codes: numbers, error_subtype, suberror } = read.data;
  const number = numberIn(says) ?? numbers?.[0];
  const subcode = error_subtype ?? suberror;
  return {
    code: error,
    says,
    ...(number !== undefined && { number }),
    ...(subcode !== undefined && { subcode }),
  };
}

const numberIn = (text: string): number | undefined => {
  const found = /\bAADSTS(\d{2,9})\b/.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** One meaning of an error, whichever way it came. */
type Meaning =
  | { kind: "declined"; because: string }
  | { kind: "needs_admin"; because: string }
  | {
      kind: "wrong_setting";
      setting: Extract<SignInTrouble, { kind: "wrong_setting" }>["setting"];
      because: string;
    }
  /** The person has to sign in once more; nothing else is wrong. */
  | { kind: "again"; because: string }
  /** For this person there is no way in. */
  | { kind: "refused"; because: string }
  | { kind: "passing"; because: string };

export function troubleAtSignIn(refusal: OAuthRefusal, adminLink: string | undefined): SignInTrouble {
  const meaning = meaningOf(refusal);
  switch (meaning.kind) {
    case "needs_admin":
      return { ...meaning, ...(adminLink !== undefined && { link: adminLink }) };
    case "again":
      return { kind: "stale", because: meaning.because };
    case "passing":
      return { kind: "unreachable", because: meaning.because };
    default:
      return meaning;
  }
}

/** A mistake in our own registration is no fault of the person: it is refused, and does not ask them to sign in again. */
export function troubleAtRefresh(refusal: OAuthRefusal): ProviderTrouble {
  const meaning = meaningOf(refusal);
  switch (meaning.kind) {
    case "passing":
      return { kind: "unreachable", because: meaning.because };
    case "wrong_setting":
      return {
        kind: "refused",
        because: `the registration at the provider is not as it should be: ${meaning.because}`,
      };
    default:
      return { kind: "sign_in_again", because: meaning.because };
  }
}

function meaningOf({ code, number, subcode, says }: OAuthRefusal): Meaning {
  if (number === missingParameter) return missing(says);
  const byNumber = number === undefined ? undefined : numbers.get(number);
  if (byNumber !== undefined) return byNumber;
  if (code === "invalid_client") return invalidClient(says);
  if (code === "invalid_grant" && subcode === "invalid_rapt")
    return { kind: "again", because: "your organisation asks you to sign in again from time to time" };
  const known = codes.get(code);
  return known ?? { kind: "refused", because: `the provider answered "${plain(code)}"` };
}

/** Only what can be a code is shown: nothing else of the provider's words goes further. */
const plain = (code: string): string => (/^[a-z_]{1,60}$/i.test(code) ? code : "an error");

const missingParameter = 900_144;
function missing(says: string): Meaning {
  const name = /parameter: '([a-z_]{1,30})'/.exec(says)?.[1] ?? "";
  const setting = settings.get(name) ?? "client_id";
  return { kind: "wrong_setting", setting, because: `the ${name || "client id"} is missing` };
}
const settings = new Map([
  ["client_id", "client_id"],
  ["client_secret", "client_secret"],
  ["redirect_uri", "redirect"],
  ["scope", "scopes"],
] as const satisfies [string, string][]) as ReadonlyMap<string, "client_id" | "client_secret" | "redirect" | "scopes">;

/** Google has one code for both and tells them apart in words. */
const invalidClient = (says: string): Meaning =>
  /not found|deleted/i.test(says)
    ? { kind: "wrong_setting", setting: "client_id", because: "the provider does not know this client id" }
    : { kind: "wrong_setting", setting: "client_secret", because: "the client secret is not the right one" };

const codes: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ["access_denied", { kind: "declined", because: "you said no on the provider's page" }],
  ["consent_required", { kind: "again", because: "the provider asks for your consent again" }],
  ["interaction_required", { kind: "again", because: "the provider wants to see you sign in again" }],
  ["login_required", { kind: "again", because: "the provider wants to see you sign in again" }],
  ["account_selection_required", { kind: "again", because: "the provider asks which account it is" }],
  ["invalid_grant", { kind: "again", because: "the permission has ended or was taken back" }],
  ["admin_policy_enforced", { kind: "needs_admin", because: "your organisation's administrator has to allow it" }],
  ["org_internal", { kind: "refused", because: "this registration is only for people of another organisation" }],
  [
    "redirect_uri_mismatch",
    { kind: "wrong_setting", setting: "redirect", because: "the redirect address is not in the registration" },
  ],
  ["invalid_scope", { kind: "wrong_setting", setting: "scopes", because: "the provider does not know a scope" }],
  [
    "unauthorized_client",
    { kind: "wrong_setting", setting: "client_id", because: "the registration is not for signing in this way" },
  ],
  [
    "deleted_client",
    { kind: "wrong_setting", setting: "client_id", because: "the registration was deleted at the provider" },
  ],
  [
    "invalid_request",
    { kind: "wrong_setting", setting: "redirect", because: "the provider did not understand the request" },
  ],
  ["temporarily_unavailable", { kind: "passing", because: "the provider's sign-in is busy" }],
  ["server_error", { kind: "passing", because: "the provider's sign-in has a fault" }],
]);

const again = (because: string): Meaning => ({ kind: "again", because });
const refused = (because: string): Meaning => ({ kind: "refused", because });
const needsAdmin = (because: string): Meaning => ({ kind: "needs_admin", because });
const wrong = (setting: Extract<Meaning, { kind: "wrong_setting" }>["setting"], because: string): Meaning => ({
  kind: "wrong_setting",
  setting,
  because,
});

const expired = again("the sign-in has expired");
const secondFactor = again("your organisation asks for a second step of sign-in");
const unknownRegistration = wrong("client_id", "the provider does not know this client id");
const wrongKindOfAccount = "the registration is not open to this kind of account: choose another tenant";

/** Microsoft's numbers ("AADSTS…"). */
const numbers: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  [65_001, needsAdmin("nobody of your organisation has allowed it yet")],
  [90_094, needsAdmin("your organisation's administrator has to allow it")],
  [90_095, needsAdmin("your organisation's administrator has to allow it, and was asked")],
  [90_008, needsAdmin("your organisation's administrator has to allow it")],
  [65_004, { kind: "declined", because: "you said no on the provider's page" }],
  [50_076, secondFactor],
  [50_079, secondFactor],
  [50_158, secondFactor],
  [53_003, refused("a rule of your organisation does not let this computer in")],
  [700_082, expired],
  [70_008, expired],
  [70_000, expired],
  [50_173, again("the permission was taken back, or the password was reset")],
  [50_057, refused("this account is switched off")],
  [50_020, refused("this account does not belong to the organisation of the registration")],
  [50_105, refused("your administrator has not put you on the list of this registration")],
  [50_011, wrong("redirect", "the redirect address is not in the registration")],
  [700_016, unknownRegistration],
  [700_038, unknownRegistration],
  [7_000_215, wrong("client_secret", "the client secret is not the right one; its id is often taken for it")],
  [7_000_222, wrong("client_secret", "the client secret has run out: make a new one")],
  [7_000_218, wrong("client_secret", "the registration wants a client secret")],
  [70_011, wrong("scopes", "the provider does not know a scope")],
  [650_053, wrong("scopes", "the provider does not know a scope")],
  [90_002, wrong("tenant", "the provider does not know this tenant")],
  [50_194, wrong("tenant", "the registration is for one organisation only: name its tenant")],
  [9_002_331, wrong("tenant", wrongKindOfAccount)],
  [700_051, wrong("redirect", "the redirect address is registered for another kind of program")],
]);
