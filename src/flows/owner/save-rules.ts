/** Figures of the owner's rules, changed at once: whatever is due and whatever is written follows them. */
import type { OwnerId } from "../../domain/ids.ts";
import type { Rule } from "../../domain/rules.ts";
import { setTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";
import { changePolicyInside } from "./change-policy.ts";

/** A value of undefined goes back to the default. */
export type RuleChange = { rule: Rule; value: number | undefined };

/** refused: one of the figures is none, or outside of what is possible; nothing was saved. */
export async function saveRules(
  world: World,
  owner: OwnerId,
  changes: readonly RuleChange[],
): Promise<"saved" | "refused"> {
  const byPart = Map.groupBy(changes, ({ rule }) => rule.part);
  const outcome = await world.database
    .transaction()
    .execute(async (database) => {
      const inside = { ...world, database };
      for (const [part, figures] of byPart) {
        const change = Object.fromEntries(figures.map(({ rule, value }) => [rule.figure, value]));
        if ((await changePolicyInside(inside, owner, part, change)) === "refused") throw new Refused();
      }
      await setTimer(database, owner, { kind: "discover", subjectId: owner }, world.clock.now());
      return "saved" as const;
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return "refused" as const;
      throw error;
    });
  if (outcome === "saved") await world.nudge({ job: "discover", ownerId: owner });
  return outcome;
}

/** Ends the transaction, so that no part of it holds. */
class Refused extends Error {}
