/** A draft as an .eml file, to open in a mail program and send from there. */
import type { DraftId, OwnerId } from "../../domain/ids.ts";
import { findDraft } from "../../store/drafts.ts";
import { ownerAddresses, ownerName } from "../../store/owners.ts";
import { ownAddressesOf } from "../owner/own-addresses.ts";
import type { World } from "../world.ts";

/** Bytes as `world.letterBytes` makes them; the same draft gives the same bytes each time. Undefined when it is gone. */
export async function letterFile(
  world: World,
  owner: OwnerId,
  draftId: DraftId,
): Promise<{ name: string; bytes: Buffer } | undefined> {
  const draft = await findDraft(world.database, owner, draftId);
  if (draft === undefined) return undefined;
  const [from] = ownAddressesOf({ addresses: await ownerAddresses(world.database, owner) });
  const name = await ownerName(world.database, owner);
  const bytes = await world.letterBytes({
    messageId: `${draftId}@rapport.invalid`,
    writtenAt: draft.createdAt,
    from: { address: from ?? "me@rapport.invalid", ...(name !== undefined && { name }) },
    to: [draft.to, ...draft.alsoTo].map((address) => ({ address })),
    subject: draft.subject,
    text: draft.body,
    references: [],
  });
  return { name: `${draft.subject.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "letter"}.eml`, bytes };
}
