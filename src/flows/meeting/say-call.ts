/** The owner answers how a call is held (R27): by their video link, on their number, or on the number of whoever is called. */
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { changeChoices } from "../lists/change-choices.ts";
import type { Changed } from "../owner/change-setting.ts";
import type { World } from "../world.ts";
import { saveWays } from "./save-ways.ts";

export const ownWaysToCall = ["my_link", "my_number"] as const;
export type OwnWayToCall = (typeof ownWaysToCall)[number];

export type CallSaid =
  | { kind: "saved" }
  | { kind: "unknown" }
  /** Nothing was changed; `says` what is wrong with it. */
  | { kind: "refused"; says: string };

/** It holds for every call. The letters that wait for it are completed at once. */
export const sayOwnWayToCall = async (
  world: World,
  owner: OwnerId,
  way: OwnWayToCall,
  text: string,
): Promise<CallSaid> =>
  text.trim() === ""
    ? nothingSaid
    : answerOf(await saveWays(world, owner, way === "my_link" ? { standingLink: text.trim() } : { phone: text }));

/** It holds for this person alone. */
export const sayTheirNumber = async (
  world: World,
  owner: OwnerId,
  contactId: ContactId,
  text: string,
): Promise<CallSaid> =>
  text.trim() === "" ? nothingSaid : answerOf(await changeChoices(world, owner, contactId, { phone: text }));

const nothingSaid: CallSaid = { kind: "refused", says: "Give a link or a number." };

const answerOf = (changed: Changed | { kind: "unknown" }): CallSaid =>
  changed.kind === "refused"
    ? { kind: "refused", says: changed.issues.map(({ says }) => `This needs to be right: ${says}.`).join(" ") }
    : changed;
