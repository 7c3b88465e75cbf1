/** What an access token of the sandbox opens. The authorisation servers know; the faces ask. */
import type { Address } from "../domain/mail/message.ts";

export type Grant = {
  /** The main address of the account. */
  address: Address;
  /** As granted. */
  scopes: readonly string[];
};

/** Undefined when the token is unknown, spent or taken back. */
export type Authorise = (token: string) => Grant | undefined;
