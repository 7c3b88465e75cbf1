/** An owner whose letters leave from their account: approved, sent by the jobs' own clock, and looked at as one looks. */
import type { ContactId, DraftId, EffectId } from "../../src/domain/ids.ts";
import { type ApprovalWish, type Approved, approveDraft } from "../../src/flows/sending/approve-draft.ts";
import { sendLetter } from "../../src/flows/sending/send-letter.ts";
import type { World } from "../../src/flows/world.ts";
import { letter, patiently, signal } from "./connected-office.ts";
import { type Guest, lettersIn, pass, type Vendor, type WritingOffice, writingOffice } from "./writing-office.ts";

/** Whom the owner had coffee with, beside Priya; each is to be thanked. */
export const guests = {
  sam: { name: "Sam Okafor", address: "sam@harbourline.example" },
  noor: { name: "Noor Haddad", address: "noor@globex.example" },
  tom: { name: "Tom Brandt", address: "tom@brandt.example" },
  uma: { name: "Uma Rao", address: "uma@rao.example" },
  vera: { name: "Vera Lang", address: "vera@lang.example" },
  wim: { name: "Wim Claes", address: "wim@claes.example" },
  xenia: { name: "Xenia Popov", address: "xenia@popov.example" },
  yara: { name: "Yara Costa", address: "yara@costa.example" },
  zeno: { name: "Zeno Marin", address: "zeno@marin.example" },
  abel: { name: "Abel Fontaine", address: "abel@fontaine.example" },
} as const satisfies Record<string, Guest>;
export const priya = "priya@acme.example";

/** Letters stand among the drafts as soon as something is written there, and not before. */
export const sendingOffice = (vendor: Vendor): Promise<WritingOffice> =>
  writingOffice(vendor, ["drafts"], { others: Object.values(guests) });

export type LetterSeen = {
  draftId: DraftId;
  state: string;
  kind: string;
  to: string;
  textHash: string;
  subject: string;
  body: string;
  endedBecause: string | undefined;
};

/** Every version of every letter to one address, the oldest first. */
export async function lettersTo(
  { world, owner }: Pick<WritingOffice, "world" | "owner">,
  to: string,
): Promise<LetterSeen[]> {
  const rows = await world.database
    .selectFrom("draft")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("to_address", "=", to)
    .orderBy("created_at")
    .orderBy("version")
    .execute();
  return rows.map((row) => ({
    draftId: row.draft_id,
    state: row.state,
    kind: row.kind,
    to: row.to_address,
    textHash: row.text_hash.toString("hex"),
    subject: row.subject,
    body: row.body,
    endedBecause: (row.ended_because as { rule: string }[] | null)?.[0]?.rule,
  }));
}

/** The letter to somebody that waits for its approval. */
export async function waitingFor(office: Pick<WritingOffice, "world" | "owner">, to: string): Promise<LetterSeen> {
  const found = (await lettersTo(office, to)).findLast(({ state }) => state === "proposed");
  if (found === undefined) throw new Error(`no letter to ${to} waits`);
  return found;
}

export async function approve(
  office: WritingOffice,
  { draftId, textHash }: Pick<LetterSeen, "draftId" | "textHash">,
  wish: Partial<ApprovalWish> = {},
): Promise<Approved> {
  const { world, owner } = office;
  return approveDraft(world, owner, { draftId, textHash, withNudges: true, way: "page", ...wish });
}

export const timersOf = ({ world, owner }: WritingOffice) =>
  world.database
    .selectFrom("timer")
    .select(["subject_id", "due_at"])
    .where("owner_id", "=", owner)
    .where("kind", "=", "send_letter")
    .orderBy("due_at")
    .orderBy("subject_id")
    .execute();

/** Moves the clock to the next letter's time, if that lies ahead, and does what the job does. False when none waits. */
export async function leaveNext(office: WritingOffice, world: World = office.world): Promise<boolean> {
  const { owner, clock } = office;
  const [next] = await timersOf(office);
  if (next === undefined) return false;
  if (next.due_at > clock.now()) pass(office, { milliseconds: Date.parse(next.due_at) - Date.parse(clock.now()) });
  await patiently(clock, () => sendLetter(world, owner, next.subject_id as EffectId, signal));
  return true;
}

/** Until no letter waits, or `turns` are over. */
export async function leaveAll(office: WritingOffice, turns = 12): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) if (!(await leaveNext(office))) return;
}

/** What stands in the sent mail to that address. */
export const sentTo = (office: WritingOffice, address: string) =>
  lettersIn(office, "sent").filter(({ to }) => to.some((one) => one.address === address));

/** They write, whatever it is. */
export function receive(office: WritingOffice, from: string, text = "Hello"): void {
  const { content } = letter(`from-${from}-${office.clock.now()}`, from, office.account.address);
  content.letter.text = text;
  office.account.mailbox.add({ content, place: "inbox", marks: [], at: office.clock.now() });
}

export const effectsOf = ({ world, owner }: WritingOffice) =>
  world.database
    .selectFrom("effect")
    .select(["effect_id", "state", "because", "detail"])
    .where("owner_id", "=", owner)
    .where("kind", "=", "send_letter")
    .orderBy("created_at")
    .orderBy("effect_id")
    .execute();

export const recordsOf = async ({ world, owner }: WritingOffice, contactId: ContactId): Promise<string[]> =>
  (
    await world.database
      .selectFrom("contact_record")
      .select("what")
      .where("owner_id", "=", owner)
      .where("contact_id", "=", contactId)
      .orderBy("at")
      .orderBy("record_id")
      .execute()
  ).map(({ what }) => what);
