/** An owner with a connected account in the sandbox, and its scans run as the jobs run them. */
import type { AccountId } from "../../src/domain/ids.ts";
import { after, type Instant } from "../../src/domain/time.ts";
import { scanCalendars } from "../../src/flows/accounts/scan-calendars.ts";
import { scanMail } from "../../src/flows/accounts/scan-mail.ts";
import { scanPeople } from "../../src/flows/accounts/scan-people.ts";
import { TroubleError } from "../../src/integrations/trouble.ts";
import { type CloudWorld, cloudWorld } from "./cloud-world.ts";

export const signal = new AbortController().signal;
export const morning = "2026-11-20T08:00:00.000Z" as Instant;

export type Office = CloudWorld & { accountId: AccountId };

export async function readMail({ world, owner, accountId, clock }: Office): Promise<void> {
  for (;;) if ((await patiently(clock, () => scanMail(world, owner, accountId, signal))) !== "more") return;
}

export async function readAll(office: Office): Promise<void> {
  const { world, owner, accountId, clock } = office;
  await patiently(clock, () => scanCalendars(world, owner, accountId, signal));
  await readMail(office);
  await patiently(clock, () => scanPeople(world, owner, accountId, signal));
}

/** As the job does: again at the time that the pace allows. */
export async function patiently<Result>(clock: CloudWorld["clock"], work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TroubleError) || error.trouble.kind !== "slow_down") throw error;
      clock.set(error.trouble.until);
    }
  }
}

/** A small account: three letters sent, one answer. */
export async function smallOffice(how: { scopes?: readonly string[] } = {}): Promise<Office> {
  const office = await cloudWorld({ clock: morning });
  const account = office.cloud.add({
    provider: "google",
    address: "mara@nordlys.example",
    given: "Mara",
    family: "Lindqvist",
    zone: "Europe/Paris" as never,
  });
  for (const [nth, to] of ["priya@acme.example", "sam@harbourline.example", "noor@globex.example"].entries())
    account.mailbox.add({
      ...letter(`sent-${nth}`, account.address, to),
      place: "sent",
      marks: [],
      at: daysAgo(60 - nth),
    });
  account.mailbox.add({
    ...letter("answer", "priya@acme.example", account.address),
    place: "inbox",
    marks: [],
    at: daysAgo(5),
  });
  const signed = await office.connect("google", { address: account.address, ...how });
  if (signed.kind !== "connected") throw new Error(JSON.stringify(signed));
  return { ...office, accountId: signed.accountId };
}

export const daysAgo = (days: number): Instant => after(morning, { days: -days });
export const letter = (id: string, from: string, to: string) => ({
  content: {
    kind: "letter" as const,
    letter: {
      id: `${id}@mail.example`,
      at: morning,
      zone: "Europe/Paris" as never,
      from: { address: from },
      to: [{ address: to }],
      subject: `About ${id}`,
      said: "Hello",
      text: "Hello",
      references: [],
      labels: [],
      encoding: "8bit" as const,
    },
  },
});
