/**
 * Connectors (R40): known people ranked by how many of the owner's targets they are one step away from. A step is a shared
 * company, a shared event, or an introduction they already made; nothing is taken from public networks.
 */
import { type Because, because } from "../because.ts";

/** Somebody or some company that the owner wants to reach. */
export type Target = { id: string; name: string };

export type Known = { contactId: string; name: string; closeness: number };

/** One step between a known person and a target. */
export type Step = { contactId: string; targetId: string; by: "introduction" | "company" | "event"; through: string };

export type Connector = Known & { targets: readonly Target[]; because: readonly Because[] };

/** Most targets first, then closeness, then the id; people without a step are left out. */
export function rankConnectors(
  known: readonly Known[],
  targets: readonly Target[],
  steps: readonly Step[],
): Connector[] {
  const targetById = new Map(targets.map((target) => [target.id, target]));
  const stepsOf = Map.groupBy(
    steps.filter(({ targetId }) => targetById.has(targetId)),
    ({ contactId }) => contactId,
  );
  return known
    .flatMap((person) => {
      const mine = stepsOf.get(person.contactId) ?? [];
      const reached = [...new Set(mine.map(({ targetId }) => targetId))].map((id) => targetById.get(id)!);
      return reached.length === 0 ? [] : [{ ...person, targets: reached, because: reasonsFor(mine, targetById) }];
    })
    .toSorted(
      (one, other) =>
        other.targets.length - one.targets.length ||
        other.closeness - one.closeness ||
        (one.contactId < other.contactId ? -1 : 1),
    );
}

const words: Readonly<Record<Step["by"], (names: string, through: string) => string>> = {
  introduction: (names) => `Introduced you to ${names}.`,
  company: (names, through) => (names === through ? `Is at ${through}.` : `Is at ${through}, close to ${names}.`),
  event: (names, through) => `Was at "${through}" with ${names}.`,
};

/** One sentence for each kind of step and what it went through, introductions first. */
function reasonsFor(steps: readonly Step[], targets: ReadonlyMap<string, Target>): Because[] {
  const order: readonly Step["by"][] = ["introduction", "company", "event"];
  return order.flatMap((by) => {
    const mine = steps.filter((step) => step.by === by);
    const groups = Map.groupBy(mine, ({ through }) => (by === "introduction" ? "" : through));
    return [...groups].map(([through, ones]) => {
      const names = [...new Set(ones.map(({ targetId }) => targets.get(targetId)!.name))];
      return because(`R40.${by}`, words[by](listed(names), through), { targets: names.length });
    });
  });
}

const namesShownMax = 3;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, namesShownMax);
  const more = names.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
