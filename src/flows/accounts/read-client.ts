/**
 * The registration as somebody pastes it: Google's own JSON file, or an id with a secret. What is wrong with it is named, so that
 * nobody has to guess at the provider's error page.
 */

import { z } from "zod";
import { jsonIn } from "../../domain/json-in.ts";
import type { Provider } from "../../integrations/provider.ts";
import type { OAuthClient } from "../../integrations/sign-in.ts";

export type ClientTyped = { json: string; clientId: string; clientSecret: string; tenant: string };

export type ClientRead =
  | { kind: "client"; client: OAuthClient }
  | { kind: "wrong"; field: keyof ClientTyped; because: string };

const part = z.object({
  client_id: z.string().min(1),
  client_secret: z.string().min(1).optional(),
  redirect_uris: z.array(z.string()).default([]),
});
const file = z.object({ web: part.optional(), installed: part.optional(), type: z.string().optional() });

const wrong = (field: keyof ClientTyped, because: string): ClientRead => ({ kind: "wrong", field, because });

/** `redirect` is the address that must be registered for it. */
export function readClient(provider: Provider, typed: ClientTyped, redirect: string): ClientRead {
  const json = typed.json.trim();
  if (provider === "google" && json !== "") return readFile(json, redirect);
  const [clientId, clientSecret, tenant] = [typed.clientId.trim(), typed.clientSecret.trim(), typed.tenant.trim()];
  if (clientId === "") return wrong("clientId", "The client's id is missing.");
  if (/\s/.test(clientId)) return wrong("clientId", "An id has no spaces in it; copy it once more.");
  if (provider === "google") {
    if (!clientId.endsWith(".apps.googleusercontent.com"))
      return wrong(
        "clientId",
        "A client id of Google ends in .apps.googleusercontent.com; this may be the name of the project.",
      );
    if (clientSecret === "") return wrong("clientSecret", "Google's web clients have a secret; copy it too.");
    return { kind: "client", client: { clientId, clientSecret } };
  }
  if (!guid.test(clientId))
    return wrong("clientId", "The Application (client) ID has the form 00000000-0000-0000-0000-000000000000.");
  if (guid.test(clientSecret))
    return wrong(
      "clientSecret",
      "This is the secret's ID. The secret itself stands in the column Value, and is shown only once.",
    );
  if (clientSecret === "") return wrong("clientSecret", "The secret's Value is missing.");
  if (tenant !== "" && !guid.test(tenant) && !["common", "organizations", "consumers"].includes(tenant))
    return wrong("tenant", "A tenant is common, organizations, consumers, or the Directory (tenant) ID.");
  return { kind: "client", client: { clientId, clientSecret, tenant: tenant === "" ? "common" : tenant } };
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function readFile(json: string, redirect: string): ClientRead {
  const parsed = file.safeParse(jsonIn(json));
  if (!parsed.success)
    return wrong("json", "This is not the JSON file of an OAuth client. Download it anew, and paste all of it.");
  const { web, installed, type } = parsed.data;
  if (type === "service_account")
    return wrong(
      "json",
      "This is the key of a service account. Make an OAuth client ID of the type Web application instead.",
    );
  if (web === undefined) {
    return installed === undefined
      ? wrong("json", "There is no client in this file.")
      : wrong(
          "json",
          "This client is of the type Desktop app. Make one of the type Web application: only that takes a redirect address.",
        );
  }
  if (web.client_secret === undefined)
    return wrong("json", "There is no secret in this file. Add one to the client and download the file anew.");
  if (!web.redirect_uris.includes(redirect))
    return wrong(
      "json",
      `The client does not have the redirect address ${redirect} yet. Add it, save, and download the file anew.`,
    );
  return { kind: "client", client: { clientId: web.client_id, clientSecret: web.client_secret } };
}
