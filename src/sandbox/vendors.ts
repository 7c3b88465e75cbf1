/** Both providers of the sandbox behind one function: sign-in and APIs by host, as the network would find them. */
import type { Cloud } from "./cloud/cloud.ts";
import { type GoogleFace, googleFace } from "./google/face.ts";
import { type Graph, graphFace } from "./microsoft/graph.ts";
import type { Ask } from "./microsoft/subscriptions.ts";
import type { Notify } from "./notices.ts";
import type { SandboxClient } from "./oauth/clients.ts";
import { type GoogleSignIn, googleSignIn } from "./oauth/google.ts";
import { type MicrosoftSignIn, microsoftSignIn } from "./oauth/microsoft.ts";
import type { SandboxTenant } from "./oauth/tenants.ts";
import { Quota } from "./quota.ts";

export type Vendors = {
  /** Answers for the hosts of both; 502 for others. */
  fetch(request: Request): Promise<Response>;
  google: GoogleFace & { signIn: GoogleSignIn };
  microsoft: Graph & { signIn: MicrosoftSignIn };
  quota: Quota;
};

export type VendorsWish = {
  cloud: Cloud;
  clients: Readonly<Record<"google" | "microsoft", readonly SandboxClient[]>>;
  tenants?: () => readonly SandboxTenant[];
  notify?: Notify;
  /** Microsoft asks an address whether it wants notifications before it sends any. */
  ask?: Ask;
};

const googleSignInHosts: readonly string[] = ["accounts.google.com", "oauth2.googleapis.com"];
/** On a host of the APIs: the keys that prove id tokens. */
const googleKeys = "https://www.googleapis.com/oauth2/v3/certs";
const graphHost = "graph.microsoft.com";
const microsoftSignInHost = "login.microsoftonline.com";

export function openVendors({ cloud, clients, tenants, notify, ask }: VendorsWish): Vendors {
  const quota = new Quota(cloud.clock);
  const signIns = {
    google: googleSignIn({ cloud, clients: () => clients.google }),
    microsoft: microsoftSignIn({ cloud, clients: () => clients.microsoft, ...(tenants !== undefined && { tenants }) }),
  };
  const google = googleFace({
    cloud,
    quota,
    authorise: (token) => signIns.google.grants.authorise(token),
    serviceAccounts: signIns.google.serviceAccounts,
    ...(notify !== undefined && { notify }),
  });
  const graph = graphFace({
    cloud,
    quota,
    authorise: (token) => signIns.microsoft.grants.authorise(token),
    ...(notify !== undefined && { notify }),
    ...(ask !== undefined && { ask }),
  });
  return {
    quota,
    google: { ...google, signIn: signIns.google },
    microsoft: { ...graph, signIn: signIns.microsoft },
    async fetch(request) {
      const { host } = new URL(request.url);
      if (googleSignInHosts.includes(host) || request.url === googleKeys) return signIns.google.app.fetch(request);
      if (host === microsoftSignInHost) return signIns.microsoft.app.fetch(request);
      if (host === graphHost) return graph.fetch(request);
      if (google.hosts.includes(host)) return google.fetch(request);
      return new Response(`${host} is not in the sandbox`, { status: 502 });
    },
  };
}
