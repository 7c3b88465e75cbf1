/** An account that needs its owner (S8): access ends soon, or was lost. Without it nothing new is noticed, so it comes early. */
import { because } from "../because.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { addDays, type Instant, type PlainDate } from "../time.ts";
import { type DayItem, itemMinutes } from "./item.ts";

export type AccountNeed = {
  accountId: string;
  provider: "google" | "microsoft";
  address: string;
  state: "open" | "reconnect" | "waiting_admin";
  /** Why it stopped, in words for the owner. */
  because?: string;
  /** The day on which the provider takes access back, when that is known beforehand. */
  accessEndsOn?: PlainDate;
};

/** The reminder comes so many days before access ends. */
const remindDays = 1;

/** Undefined when there is nothing to do. An account that waits for an administrator waits for somebody else. */
export function accountItem(account: AccountNeed, policy: Policy, now: Instant): DayItem | undefined {
  const { accountId, provider, address, state, accessEndsOn } = account;
  const days = localDays(policy.zone);
  const today = days.dayOf(now);
  const item = {
    id: `account:${accountId}`,
    kind: "connect_again",
    minutes: itemMinutes.connect_again,
    who: address,
    where: { mode: "here" },
    act: `Connect ${address} again`,
    subject: { accountId, provider },
    urgency: policy.boosts.thankYouOpen,
    closeness: 0,
    rolledOver: 0,
  } as const;
  if (state === "reconnect") {
    const why = account.because ?? "the provider wants you to sign in again";
    const text = "Nothing of this account is read until you connect it again. It goes on where it stood.";
    return {
      ...item,
      because: [because("S8.access_lost", `Access was lost: ${why.replace(/\.$/, "")}.`, { provider })],
      text,
    };
  }
  if (state !== "open" || accessEndsOn === undefined || today < addDays(accessEndsOn, -remindDays)) return undefined;
  const says = `Access ends on ${accessEndsOn}, as the registration at the provider is in Testing.`;
  return {
    ...item,
    because: [because("S8.access_ends", says, { accessEndsOn })],
    text: "Connect it again with one click, for seven days more. Publish the consent screen, and it does not end.",
    deadlineAt: days.startOf(accessEndsOn),
  };
}
