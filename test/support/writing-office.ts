/** An owner who had coffee with Priya yesterday and lets Rapport write into their account; what stands there, as one looks. */
import type { ContactId } from "../../src/domain/ids.ts";
import { after, type Elapsed, type Instant, type Zone } from "../../src/domain/time.ts";
import { scanCalendars } from "../../src/flows/accounts/scan-calendars.ts";
import { sayOwnerName } from "../../src/flows/owner/say-names.ts";
import { answerWhy } from "../../src/flows/people/answer-why.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { chooseWishes, type WriteWish } from "../../src/flows/write-back/choose-wishes.ts";
import { writeBack } from "../../src/flows/write-back/write-back.ts";
import type { CloudAccount } from "../../src/sandbox/cloud/account.ts";
import { envelopeOf, letterOf, rawOf } from "../../src/sandbox/cloud/content.ts";
import { findConnected } from "../../src/store/accounts.ts";
import { cloudWorld } from "./cloud-world.ts";
import { morning, type Office, patiently, readMail, signal } from "./connected-office.ts";

export const vendors = ["google", "microsoft"] as const;
export type Vendor = (typeof vendors)[number];

export type WritingOffice = Office & { account: CloudAccount; priya: ContactId };

const paris = "Europe/Paris" as Zone;

export type Guest = { name: string; address: string };
const priyaNair: Guest = { name: "Priya Nair", address: "priya@acme.example" };

/** With `others` the owner had coffee too, with one after the other before Priya. */
export async function writingOffice(
  vendor: Vendor,
  wishes: readonly WriteWish[],
  { others = [] }: { others?: readonly Guest[] } = {},
): Promise<WritingOffice> {
  const world = await cloudWorld({ clock: morning });
  const account = world.cloud.add({
    provider: vendor,
    address: "mara@nordlys.example",
    given: "Mara",
    family: "Lind",
    zone: paris,
    kind: "work",
    ...(vendor === "microsoft" && { tenant: "9b1d0c2e-3f4a-4b5c-8d6e-7f8091a2b3c4" }),
  });
  for (const [nth, guest] of [priyaNair, ...others].entries()) putCoffee(account, guest, nth);
  const signed = await world.connect(vendor, { address: account.address });
  if (signed.kind !== "connected") throw new Error(JSON.stringify(signed));
  const office: Office = { ...world, accountId: signed.accountId };
  await patiently(world.clock, () => scanCalendars(world.world, world.owner, signed.accountId, signal));
  await readMail(office);
  await refresh(world.world, world.owner);
  const priya = await contactOf(world, priyaNair);
  await sayOwnerName(world.world, world.owner, "Mara Lind");
  await answerWhy(world.world, world.owner, priya, { why: "her second shop" });
  for (const [nth, guest] of others.entries()) {
    const why = `the ${planned[nth % planned.length]} that they plan`;
    await answerWhy(world.world, world.owner, await contactOf(world, guest), { why });
  }
  await chooseWishes(world.world, world.owner, signed.accountId, wishes);
  return { ...office, account, priya };
}

const planned = ["harbour", "library", "orchard", "theatre", "bakery", "museum", "garden", "bridge", "choir", "school"];

function putCoffee(account: CloudAccount, { name, address }: Guest, nth: number): void {
  const [given = ""] = name.split(" ");
  const startsAt = after(morning, { hours: -18 - nth });
  account.calendars.put(
    account.calendars.main.id,
    {
      id: `coffee${given.toLowerCase()}`,
      uid: `coffee${nth === 0 ? "" : nth}@nordlys.example`,
      sequence: 0,
      title: `Coffee with ${given}`,
      time: { kind: "timed", startsAt, endsAt: after(startsAt, { hours: 1 }), zone: paris },
      status: "confirmed",
      shows: "busy",
      organiser: { address: account.address },
      attendees: [
        { address: account.address, response: "accepted", organiser: true },
        { address, name, response: "accepted" },
      ],
      properties: {},
    },
    startsAt,
  );
}

export async function contactOf(
  { world, owner }: Pick<Office, "world" | "owner">,
  { name }: Guest,
): Promise<ContactId> {
  const { contact_id } = await world.database
    .selectFrom("contact")
    .select("contact_id")
    .where("owner_id", "=", owner)
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  return contact_id;
}

export const write = ({ world, owner, accountId, clock }: Office): Promise<boolean> =>
  patiently(clock, () => writeBack(world, owner, accountId, signal));

export const pass = ({ clock, cloud }: Office, time: Elapsed): Instant => {
  clock.set(after(clock.now(), time));
  cloud.settle();
  return clock.now();
};

export const lettersIn = ({ account }: WritingOffice, place: "drafts" | "sent") =>
  [...account.mailbox.newestFirst()]
    .filter((message) => message.place === place)
    .map(({ id, content, at }) => ({ id, content, text: letterOf(content, at).text, ...envelopeOf(content) }));

export const cardsIn = ({ account }: WritingOffice) => account.book.contacts("contact");

export const tasksIn = ({ account }: WritingOffice) =>
  account.tasks.lists.flatMap(({ id }) => account.tasks.tasks(id)).filter(({ isDeleted }) => !isDeleted);

/** The owner's own hand in their mail program. */
export async function draftsOf({ world, owner, accountId, account }: WritingOffice) {
  const { scopes } = (await findConnected(world.database, owner, accountId))!;
  const opening = { ownerId: owner, accountId, provider: account.provider, scopes, isInteractive: true };
  return (await world.openAccount(opening)).mail!.drafts!;
}

export function editSubject(office: WritingOffice): void {
  const [draft] = lettersIn(office, "drafts");
  const raw = rawOf(draft!.content)
    .toString("latin1")
    .replace(/^Subject: .*$/m, "Subject: In my own words");
  office.account.mailbox.edit(
    draft!.id,
    { content: { kind: "raw", raw: Buffer.from(raw, "latin1") } },
    office.clock.now(),
  );
}

export const rowOf = ({ world, owner }: Office, kind: "card" | "task" | "draft") =>
  world.database
    .selectFrom("written")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("kind", "=", kind)
    .executeTakeFirst();

/** The only one of its kind. */
export const followUpOf = ({ world, owner }: Office, kind: string) =>
  world.database
    .selectFrom("follow_up")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("kind", "=", kind)
    .executeTakeFirstOrThrow();
