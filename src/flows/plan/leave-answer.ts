/** The owner has read an answer, and nothing is to be done about it here. */
import type { AnswerId, OwnerId } from "../../domain/ids.ts";
import { closeAnswer } from "../../store/answers.ts";
import type { World } from "../world.ts";

export const leaveAnswer = async (world: World, owner: OwnerId, answerId: AnswerId): Promise<"left" | "not_there"> =>
  (await closeAnswer(world.database, owner, answerId, { at: world.clock.now() })) ? "left" : "not_there";
