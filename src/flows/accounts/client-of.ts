/** The registration of this installation at a provider: what the environment gives outranks what was entered on a page. */
import type { Provider } from "../../integrations/provider.ts";
import type { OAuthClient } from "../../integrations/sign-in.ts";
import { type ClientStanding, findClient } from "../../store/oauth-clients.ts";
import type { World } from "../world.ts";

export type KnownClient =
  | { client: OAuthClient; from: "environment" }
  | { client: OAuthClient; from: "page"; standing: ClientStanding };

export async function clientOf(
  world: Pick<World, "database" | "keyring" | "givenClients">,
  provider: Provider,
): Promise<KnownClient | undefined> {
  const given = world.givenClients[provider];
  if (given !== undefined) return { client: given, from: "environment" };
  const entered = await findClient(world.database, await world.keyring(), provider);
  return entered && { ...entered, from: "page" };
}
