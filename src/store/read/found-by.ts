/** Contacts that a search finds: by the index over their words. */
import { type RawBuilder, sql } from "kysely";
import { searchPatterns } from "../../domain/contact/search.ts";

/** Of a query that reads from `contact`. Nothing asked finds everybody; signs without a word in them find nobody. */
export function isFoundBy(search: string): RawBuilder<boolean> {
  if (search.trim() === "") return sql`true`;
  const patterns = searchPatterns(search);
  if (patterns.length === 0) return sql`false`;
  return sql`(${sql.join(
    patterns.map((pattern) => sql`contact.search like ${pattern}`),
    sql` and `,
  )})`;
}
