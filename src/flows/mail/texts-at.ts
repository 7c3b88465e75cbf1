/** Reads texts of messages where they lie: files import by import, accounts one message after the other. */
import type { OwnerId } from "../../domain/ids.ts";
import type { MessageText } from "../../domain/mail/message.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import type { TextPlace } from "../../store/text-places.ts";
import { withAccount } from "../accounts/with-account.ts";
import type { World } from "../world.ts";

export type Placed<Thing> = { thing: Thing; place: TextPlace };

/**
 * Each thing with its text, which is undefined when it is gone. Those that a provider does not give at this moment are left
 * out: they can be asked for again. Ends early with the signal's reason.
 */
export async function* textsAt<Thing>(
  world: World,
  owner: OwnerId,
  wanted: readonly Placed<Thing>[],
  { signal, isInteractive }: { signal: AbortSignal; isInteractive: boolean },
): AsyncGenerator<{ thing: Thing; text: MessageText | undefined }> {
  const inFiles = wanted.flatMap(({ thing, place }) => (place.at === "file" ? [{ thing, ...place }] : []));
  for (const [path, ones] of Map.groupBy(inFiles, (one) => one.path)) {
    const byRef = new Map(ones.map(({ ref, thing }) => [ref, thing]));
    for await (const { ref, text } of world.archive.texts(path, [...byRef.keys()], signal))
      if (byRef.has(ref)) yield { thing: byRef.get(ref)!, text };
  }
  const atAccounts = wanted.flatMap(({ thing, place }) => (place.at === "account" ? [{ thing, ...place }] : []));
  for (const [accountId, ones] of Map.groupBy(atAccounts, (one) => one.accountId)) {
    for (const { thing, ref } of ones) {
      signal.throwIfAborted();
      const read = await askAccount(world, owner, accountId, ref, { signal, isInteractive });
      if (read === "not_now") break;
      yield { thing, text: read.text };
    }
  }
}

async function askAccount(
  world: World,
  owner: OwnerId,
  accountId: Extract<TextPlace, { at: "account" }>["accountId"],
  ref: string,
  { signal, isInteractive }: { signal: AbortSignal; isInteractive: boolean },
): Promise<{ text: MessageText | undefined } | "not_now"> {
  try {
    const read = await withAccount(
      world,
      owner,
      accountId,
      async ({ mail }) => (mail === undefined ? undefined : { text: await mail.text(ref, signal) }),
      { isInteractive },
    );
    return read ?? "not_now";
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    if (error.trouble.kind === "gone") return { text: undefined };
    world.log.info({ ownerId: owner, accountId, trouble: error.trouble.kind }, "a text could not be read now");
    return "not_now";
  }
}
