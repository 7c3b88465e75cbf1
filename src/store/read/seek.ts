/**
 * Lists that grow long are read by key: a page begins behind a row, or ends before one, so that the last page costs what the
 * first does, and nobody is shown twice when somebody comes in above.
 */

/** Where a page lies: at one end of the list, or beside the row with this id. */
export type Seek<Id extends string> = { to: "start" | "end" } | { to: "after" | "before"; id: Id };

export type SoughtPage<Row> = { rows: Row[]; hasEarlier: boolean; hasLater: boolean };

/** Towards the start the rows are read from their end. */
export const isBackwards = <Id extends string>({ to }: Seek<Id>): boolean => to === "before" || to === "end";

/** `read` in the direction of reading, with one more than is shown where there are more. */
export function soughtPage<Row, Id extends string>(
  read: readonly Row[],
  { seek, rowsMax }: { seek: Seek<Id>; rowsMax: number },
): SoughtPage<Row> {
  const rows = read.slice(0, rowsMax);
  const hasMore = read.length > rowsMax;
  return isBackwards(seek)
    ? { rows: rows.reverse(), hasEarlier: hasMore, hasLater: seek.to === "before" }
    : { rows, hasEarlier: seek.to === "after", hasLater: hasMore };
}

/** Every row of a list, page after page: for answers that are printed whole. */
export async function allSought<Row, Id extends string>(
  read: (wanted: { seek: Seek<Id>; rowsMax: number }) => Promise<SoughtPage<Row>>,
  idOf: (row: Row) => Id,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let seek: Seek<Id> = { to: "start" }; ; seek = { to: "after", id: idOf(rows.at(-1)!) }) {
    const page = await read({ seek, rowsMax: allRowsMax });
    rows.push(...page.rows);
    if (!page.hasLater) return rows;
  }
}

const allRowsMax = 1_000;
