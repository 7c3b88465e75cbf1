/** Programs that were registered at a provider of the sandbox, as a self-hoster registers Rapport. */
import type { Instant } from "../../domain/time.ts";

export type SandboxClient = {
  clientId: string;
  clientSecret: string;
  /** Compared letter by letter. */
  redirects: readonly string[];
  /** Google: "Testing" on the consent screen, so that refresh tokens die after seven days. */
  isTesting?: boolean;
  /** Microsoft: who may sign in; a tenant's id for a program of one organisation. "any" when left out. */
  audience?: "any" | "work" | "personal" | (string & {});
  /** Microsoft: secrets end. */
  secretEndsAt?: Instant;
};

/** The client that a request to a token endpoint names, by HTTP Basic or in the form. */
export function credentialsOf(
  authorization: string | undefined,
  form: URLSearchParams,
): { id?: string; secret?: string } {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? "")?.[1];
  if (basic !== undefined) {
    const [id = "", secret = ""] = Buffer.from(basic, "base64").toString("utf8").split(":", 2);
    return { id: decodeURIComponent(id), secret: decodeURIComponent(secret) };
  }
  const id = form.get("client_id");
  const secret = form.get("client_secret");
  return { ...(id !== null && { id }), ...(secret !== null && { secret }) };
}
