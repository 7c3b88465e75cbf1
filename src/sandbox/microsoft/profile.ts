/** Who the account is, and the settings of its mailbox. */
import type { Zone } from "../../domain/time.ts";
import { windowsNameOf } from "../../domain/zones.ts";
import type { CloudAccount } from "../cloud/account.ts";
import { type Json, ok, type Route, route } from "./door.ts";
import { context, keepSelected, selected } from "./odata.ts";

export const profileRoutes = (): Route[] => [
  route("GET", "/me", ["User.Read"], ({ account, query }) => {
    const fields = selected(query);
    return ok({ ...context("users/$entity"), ...keepSelected(userJson(account, fields), fields) });
  }),
  route("GET", "/me/mailboxSettings", ["MailboxSettings.Read", "MailboxSettings.ReadWrite"], ({ account }) =>
    ok({ ...context("mailboxSettings"), ...settingsJson(account) }),
  ),
];

/** The addresses that arrive here come only when they are asked for, and only at work; "SMTP:" is the main one. */
function userJson(account: CloudAccount, fields: ReadonlySet<string> | undefined): Json {
  const { subject, address, aliases, given, family, kind } = account;
  return {
    id: kind === "work" ? subject : subject.replaceAll("-", "").slice(0, 16),
    displayName: `${given} ${family}`,
    givenName: given,
    surname: family,
    mail: kind === "work" ? address : null,
    userPrincipalName: address,
    businessPhones: [],
    mobilePhone: null,
    jobTitle: null,
    officeLocation: null,
    preferredLanguage: null,
    ...(fields?.has("otherMails") && { otherMails: [] }),
    ...(fields?.has("proxyAddresses") && {
      proxyAddresses: kind === "work" ? [`SMTP:${address}`, ...aliases.map((alias) => `smtp:${alias}`)] : [],
    }),
  };
}

const settingsJson = ({ zone }: CloudAccount): Json => ({
  archiveFolder: null,
  timeZone: zoneName(zone),
  delegateMeetingMessageDeliveryOptions: "sendToDelegateOnly",
  dateFormat: "dd.MM.yyyy",
  timeFormat: "HH:mm",
  userPurpose: "user",
  automaticRepliesSetting: {
    status: "disabled",
    externalAudience: "none",
    internalReplyMessage: "",
    externalReplyMessage: "",
  },
  language: { locale: "en-GB", displayName: "English (United Kingdom)" },
  workingHours: {
    daysOfWeek: ["monday", "tuesday", "wednesday", "thursday", "friday"],
    startTime: "08:00:00.0000000",
    endTime: "17:00:00.0000000",
    timeZone: { name: zoneName(zone) },
  },
});

/** Outlook tells Windows names. */
export const zoneName = (zone: Zone): string => windowsNameOf(zone) ?? zone;
