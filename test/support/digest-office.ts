/** An owner who gets the digest of a morning and answers it from their own mailbox. */
import { after, type Instant } from "../../src/domain/time.ts";
import { answerChallenge, provePublicAddress } from "../../src/flows/booking/public-address.ts";
import { sendDigest } from "../../src/flows/digest/send-digest.ts";
import { refresh } from "../../src/flows/refresh.ts";
import type { World } from "../../src/flows/world.ts";
import { lastDigest, type StoredDigest } from "../../src/store/digests.ts";
import { patiently, readMail, signal } from "./connected-office.ts";
import { lettersIn, pass, type WritingOffice } from "./writing-office.ts";

/** As its job runs it, with the looks that follow until the mail stands in the mailbox. */
export async function morningDigest(office: WritingOffice): Promise<StoredDigest> {
  await send(office);
  pass(office, { minutes: 2 });
  await send(office);
  const digest = await lastDigest(office.world.database, office.owner);
  if (digest === undefined) throw new Error("there is no digest");
  return digest;
}

export const send = (office: WritingOffice, world: World = office.world): Promise<void> =>
  patiently(office.clock, () => sendDigest(world, office.owner, signal));

export const digestsSent = (office: WritingOffice) =>
  lettersIn(office, "sent").filter(
    ({ to, references }) => references.length === 0 && to[0]?.address === office.account.address,
  );

export type Answer = {
  id?: string;
  text: string;
  /** The owner's own address unless somebody else writes. */
  from?: string;
  to?: readonly string[];
  /** Message-IDs; none at all for a mail that begins anew. */
  references?: readonly string[];
};

export const publicUrl = "https://mara.example";

/** The same office, whose public address was found to be ours. */
export async function withPublicAddress(office: WritingOffice): Promise<WritingOffice> {
  const read = async (path: string) =>
    (await answerChallenge(office.world, new URL(path, publicUrl).searchParams.get("challenge") ?? ""))!;
  const opened = { ...office, world: { ...office.world, publicAddress: { url: publicUrl, read } } };
  await provePublicAddress(opened.world, opened.owner, signal);
  return opened;
}

/** Of the first link in it, behind the public address. */
export const linkPathIn = ({ body }: Pick<StoredDigest, "body">): string => {
  const [, path] = /https:\/\/mara\.example(\/d\/\S+)/.exec(body) ?? [];
  if (path === undefined) throw new Error("there is no link in it");
  return path;
};

/** Quoted as mail programs quote. */
export const quoting = (text: string, { body }: Pick<StoredDigest, "body">): string =>
  [
    text,
    "",
    "On Fri, 20 Nov 2026 at 09:00, Rapport <mara@nordlys.example> wrote:",
    ...body.split("\n").map((line) => `> ${line}`.trimEnd()),
  ].join("\n");

const contentOf = (office: WritingOffice, digest: StoredDigest, answer: Answer, at: Instant) => ({
  kind: "letter" as const,
  letter: {
    id: answer.id ?? `answer-${at}@nordlys.example`,
    at,
    zone: "Europe/Paris" as never,
    from: { address: answer.from ?? office.account.address },
    to: (answer.to ?? [office.account.address]).map((address) => ({ address })),
    subject: `Re: ${digest.subject}`,
    said: answer.text,
    text: answer.text,
    references: [...(answer.references ?? [digest.headerId])],
    labels: [],
    encoding: "8bit" as const,
  },
});

/** From the owner's mailbox, with a copy among the sent mail. */
export function answerByMail(office: WritingOffice, digest: StoredDigest, answer: Answer): void {
  office.cloud.send(office.account, contentOf(office, digest, answer, pass(office, { minutes: 5 })));
}

/** From anywhere else, whatever it says of itself. */
export function deliverFromOutside(office: WritingOffice, digest: StoredDigest, answer: Answer): void {
  office.cloud.deliver(contentOf(office, digest, answer, pass(office, { minutes: 5 })));
}

/** The mailbox is read and everything follows from it. */
export async function hear(office: WritingOffice): Promise<void> {
  pass(office, { minutes: 1 });
  await readMail(office);
  await patiently(office.clock, () => refresh(office.world, office.owner));
}

/** The nth working morning behind the office's Friday: 1 is Monday. */
export function morningOf(office: WritingOffice, nth: number): void {
  office.clock.set(after("2026-11-22T07:31:00.000Z" as Instant, { days: nth }));
  office.cloud.settle();
}
