/** The video calls that come with a booking: Meet or Teams, as the calendar makes their link (R27). */
import type { OwnerId } from "../../domain/ids.ts";
import type { CallBy } from "../../domain/meeting/mode.ts";
import { personalTenant } from "../../integrations/sign-in.ts";
import type { ConnectedAccount } from "../../store/accounts.ts";
import type { World } from "../world.ts";
import { ownersCalendars } from "./calendar-for.ts";

/**
 * Empty unless each calendar makes one that a meeting may be written into: which of them takes it shows once a time is agreed on.
 * Asks nothing of the network.
 */
export async function callsMade(world: World, owner: OwnerId): Promise<CallBy[]> {
  const { writable } = await ownersCalendars(world, owner);
  return callsOf(writable.map(({ account }) => account));
}

type CallingAccount = Pick<ConnectedAccount, "provider" | "tenant">;

export function callsOf(accounts: readonly CallingAccount[]): CallBy[] {
  const calls = accounts.map(callOf);
  return calls.every((call) => call !== undefined) ? calls : [];
}

/** Personal accounts of Microsoft have no Teams that may be asked for. */
function callOf({ provider, tenant }: CallingAccount): CallBy | undefined {
  if (provider === "google") return { kind: "meet" };
  return tenant === personalTenant ? undefined : { kind: "teams" };
}
