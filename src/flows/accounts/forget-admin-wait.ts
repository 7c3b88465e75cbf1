/** The owner waits for the administrator no more: a first connection is let go, and may be tried anew at any time. */
import type { OwnerId } from "../../domain/ids.ts";
import type { Provider } from "../../integrations/provider.ts";
import { endAdminWait } from "../../store/admin-waits.ts";
import type { World } from "../world.ts";

/** False when nothing waited. */
export const forgetAdminWait = ({ database }: World, owner: OwnerId, provider: Provider): Promise<boolean> =>
  endAdminWait(database, owner, { provider, accountId: undefined });
