/** Keeps the registration that somebody entered, sealed; it holds from the next sign-in on, without a restart. */
import type { Provider } from "../../integrations/provider.ts";
import { saveClient } from "../../store/oauth-clients.ts";
import type { World } from "../world.ts";
import { type ClientRead, type ClientTyped, readClient } from "./read-client.ts";

export async function saveTypedClient(
  world: World,
  provider: Provider,
  { typed, redirect, isTesting }: { typed: ClientTyped; redirect: string; isTesting: boolean },
): Promise<ClientRead> {
  const read = readClient(provider, typed, redirect);
  if (read.kind === "client") {
    const { client } = read;
    await saveClient(world.database, await world.keyring(), provider, { client, isTesting, at: world.wall.now() });
  }
  return read;
}
