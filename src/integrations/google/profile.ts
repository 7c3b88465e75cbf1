/** Who a Google account is: its address and name, the addresses that mail of theirs may be sent from, and their zone. */
import { z } from "zod";
import { parseZone } from "../../domain/time.ts";
import type { Profile } from "../provider.ts";
import { TroubleError } from "../trouble.ts";
import { type GoogleApi, troubleOfKind } from "./api.ts";
import type { Granted } from "./scopes.ts";

const UserInfo = z.object({ email: z.string().optional(), name: z.string().optional() });
const SendAs = z.object({
  sendAs: z
    .array(
      z.object({
        sendAsEmail: z.string().optional(),
        isPrimary: z.boolean().optional(),
        verificationStatus: z.string().optional(),
      }),
    )
    .default([]),
});
const MainCalendar = z.object({ timeZone: z.string().optional() });

export async function googleProfile(api: GoogleApi, granted: Granted, signal: AbortSignal): Promise<Profile> {
  const { email, name } = await api.ask(UserInfo, signal, ({ oauth2 }, options) =>
    oauth2.userinfo.get({ fields: "email,name" }, options),
  );
  const address = email?.trim().toLowerCase();
  if (address === undefined || address === "")
    throw new TroubleError({ kind: "sign_in_again", because: "Google was not allowed to tell the address" });
  const aliases = granted("gmail.readonly", "gmail.modify") ? ((await orNothing(aliasesOf(api, signal))) ?? []) : [];
  const zone = granted("calendar", "calendar.readonly", "calendar.calendarlist.readonly", "calendar.calendarlist")
    ? await orNothing(zoneOf(api, signal))
    : undefined;
  return {
    address,
    ...(name !== undefined && name.trim() !== "" && { name: name.trim() }),
    ...(zone !== undefined && { zone }),
    aliases: [...new Set([address, ...aliases])],
  };
}

/** A service that is switched off for the account knows nothing more about it; everything else is thrown on. */
async function orNothing<Found>(asked: Promise<Found>): Promise<Found | undefined> {
  try {
    return await asked;
  } catch (fault) {
    troubleOfKind(fault, "gone", "refused");
    return undefined;
  }
}

/** Only what Gmail has verified, or never had to, is theirs. */
async function aliasesOf(api: GoogleApi, signal: AbortSignal): Promise<string[]> {
  const { sendAs } = await api.ask(SendAs, signal, ({ gmail }, options) =>
    gmail.users.settings.sendAs.list(
      { userId: "me", fields: "sendAs(sendAsEmail,isPrimary,verificationStatus)" },
      options,
    ),
  );
  return sendAs
    .filter(({ isPrimary, verificationStatus }) => isPrimary === true || verificationStatus !== "pending")
    .flatMap(({ sendAsEmail }) => sendAsEmail?.trim().toLowerCase() || []);
}

async function zoneOf(api: GoogleApi, signal: AbortSignal) {
  const { timeZone } = await api.ask(MainCalendar, signal, ({ calendar }, options) =>
    calendar.calendarList.get({ calendarId: "primary", fields: "timeZone" }, options),
  );
  return parseZone(timeZone ?? "");
}
