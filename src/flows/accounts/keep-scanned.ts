/** Messages as a provider gives them, stored with their places; what they tell is discovered soon after. */
import { machineMarks } from "../../domain/mail/marks.ts";
import type { ScannedMessage } from "../../integrations/mail.ts";
import type { InTransaction } from "../../store/database.ts";
import { saveMessages } from "../../store/messages.ts";
import { placeMessages } from "../../store/scan-places.ts";
import type { Scan } from "./read-stream.ts";
import { discoverSoon } from "./scan-timers.ts";

export async function keepScanned(
  { world, owner, account }: Scan,
  transaction: InTransaction,
  scanned: readonly ScannedMessage[],
): Promise<void> {
  if (scanned.length === 0) return;
  const messages = scanned.map(({ ref, headers }) => ({
    id: world.ids.next<never>(),
    ref,
    headers,
    marks: machineMarks(headers),
  }));
  const { saved } = await saveMessages(transaction, owner, account, messages);
  const threadOf = new Map(scanned.map(({ ref, threadRef }) => [ref, threadRef]));
  const places = saved.map((one) => {
    const threadRef = threadOf.get(one.ref);
    return { ...one, ...(threadRef !== undefined && { threadRef }) };
  });
  await placeMessages(transaction, owner, account, places);
  await discoverSoon(transaction, owner, world.clock.now());
}
