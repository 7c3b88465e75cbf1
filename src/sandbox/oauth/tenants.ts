/** Organisations at the sandbox's Microsoft, and who of them may use which program. */
import type { CloudAccount } from "../cloud/account.ts";
import type { SandboxClient } from "./clients.ts";

/** All personal accounts share one tenant, whose id the whole world knows. */
export const consumersTenant = "9188040d-6c67-4c5b-b112-36a304b66dad";

export type SandboxTenant = {
  /** A GUID, as `tenant` of the accounts in it. */
  id: string;
  /** A domain, which stands for the tenant in addresses too. */
  domain: string;
  /** Who may allow programs to read mail and calendars. admin_workflow: people can ask for it. */
  consent: "user" | "admin" | "admin_workflow";
};

export const tenantOf = (account: CloudAccount): string =>
  account.kind === "consumer" ? consumersTenant : (account.tenant ?? consumersTenant);

export const isTenant = (segment: string | undefined): segment is string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(segment ?? "");

/** `tenant` as it stands in the address; the program serves some accounts and not others. */
export function mayUse(account: CloudAccount, tenant: string, { audience = "any" }: SandboxClient): boolean {
  return isServed(account, tenant) && isServed(account, audience);
}

function isServed(account: CloudAccount, where: string): boolean {
  switch (where) {
    case "any":
    case "common":
      return true;
    case "organizations":
    case "work":
      return account.kind === "work";
    case "consumers":
    case "personal":
      return account.kind === "consumer";
    default:
      return where === tenantOf(account);
  }
}
