/** Collections as Graph gives them: a page of items, a link to the next page, or the link to ask for changes with later. */
import { z } from "zod";
import { type ProviderTrouble, TroubleError } from "../trouble.ts";

const home = "https://graph.microsoft.com/";

const pageShape = z.object({
  value: z.array(z.unknown()),
  "@odata.nextLink": z.string().optional(),
  "@odata.deltaLink": z.string().optional(),
});

export type Page = {
  items: readonly unknown[];
  next?: string;
  /** Of the last page of a round of changes. */
  delta?: string;
};

/** Throws TroubleError: an answer that is no page is no answer. */
export function pageIn(answer: unknown): Page {
  const read = pageShape.safeParse(answer);
  if (!read.success)
    throw new TroubleError({ kind: "unreachable", because: "its answer is none of its own: no page of anything" });
  const { value, "@odata.nextLink": next, "@odata.deltaLink": delta } = read.data;
  // A page that leads elsewhere is not kept: its link would be followed again and again.
  if ([next, delta].some((link) => link !== undefined && !link.startsWith(home)))
    throw new TroubleError({ kind: "refused", because: "a link leads away from the provider's own hosts" });
  return { items: value, ...(next !== undefined && { next }), ...(delta !== undefined && { delta }) };
}

const removedShape = z.object({ id: z.string().min(1).max(1_000), "@removed": z.unknown() });

/** The id of an item that a round of changes says is no longer there. */
export function removedIn(item: unknown): string | undefined {
  const read = removedShape.safeParse(item);
  return read.success && read.data["@removed"] !== undefined ? read.data.id : undefined;
}

/** All items of a collection that is known to be short. `follow` reads one link; more pages than `pagesMax` are a mistake. */
export async function allItems(
  first: unknown,
  follow: (link: string) => Promise<unknown>,
  pagesMax = 100,
): Promise<unknown[]> {
  const items: unknown[] = [];
  let page = pageIn(first);
  items.push(...page.items);
  for (let pages = 1; page.next !== undefined; pages += 1) {
    if (pages === pagesMax) throw new TroubleError({ kind: "unreachable", because: "its list does not end" });
    page = pageIn(await follow(page.next));
    items.push(...page.items);
  }
  return items;
}

/** Throws `otherwise` when the answer to something that must be there is none of the kind. */
export function parsed<Shape extends z.ZodType>(
  shape: Shape,
  answer: unknown,
  otherwise: ProviderTrouble = { kind: "unreachable", because: "its answer is not as it should be" },
): z.output<Shape> {
  const read = shape.safeParse(answer);
  if (read.success) return read.data;
  throw new TroubleError(otherwise);
}
