/** Lists are read in pages: one row more than is shown tells whether there is a next one. */
export type PageWanted = { page: number; rowsMax: number };
export type PageOf<Row> = { rows: Row[]; page: number; hasMore: boolean };

export const offsetOf = ({ page, rowsMax }: PageWanted): number => (page - 1) * rowsMax;
export const limitOf = ({ rowsMax }: PageWanted): number => rowsMax + 1;

export function pageOf<Row>(rows: readonly Row[], { page, rowsMax }: PageWanted): PageOf<Row> {
  return { rows: rows.slice(0, rowsMax), page, hasMore: rows.length > rowsMax };
}

/** The words of a search, each of which must stand somewhere in the searched text. At most six. */
export function searchWords(search: string): string[] {
  return search.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
}

/** A LIKE pattern that takes the word as it is: `%`, `_` and the escape itself lose their meaning. */
export const containing = (word: string): string => `%${word.replace(/[\\%_]/g, (one) => `\\${one}`)}%`;

/** Every row of a list, for what needs all of them; by large pages, since each is sorted anew. */
export async function allPages<Row>(read: (wanted: PageWanted) => Promise<PageOf<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const found = await read({ page, rowsMax: allPagesRowsMax });
    rows.push(...found.rows);
    if (!found.hasMore) return rows;
  }
}

const allPagesRowsMax = 5_000;
