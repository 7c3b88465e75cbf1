/** The owner's own versions of letters: text as it was typed, one for each kind, voice and language. */
import type { OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";

export type TemplateKey = { kind: string; voice: "business" | "friend"; locale: string };
export type OwnTemplate = TemplateKey & { text: string; savedAt: Instant };

export async function loadLetterTemplates(connection: Connection, owner: OwnerId): Promise<OwnTemplate[]> {
  const rows = await connection
    .selectFrom("letter_template")
    .select(["kind", "voice", "locale", "text", "saved_at"])
    .where("owner_id", "=", owner)
    .orderBy("kind")
    .orderBy("voice")
    .orderBy("locale")
    .execute();
  return rows.map(({ saved_at, ...row }) => ({ ...row, savedAt: saved_at }));
}

export async function saveLetterTemplate(
  connection: Connection,
  owner: OwnerId,
  { text, savedAt, ...key }: OwnTemplate,
): Promise<void> {
  await connection
    .insertInto("letter_template")
    .values({ owner_id: owner, ...key, text, saved_at: savedAt })
    .onConflict((conflict) =>
      conflict
        .columns(["owner_id", "kind", "voice", "locale"])
        .doUpdateSet((row) => ({ text, saved_at: savedAt, version: row("letter_template.version", "+", 1) })),
    )
    .execute();
}

/** Back to ours. */
export async function dropLetterTemplate(connection: Connection, owner: OwnerId, key: TemplateKey): Promise<void> {
  await connection
    .deleteFrom("letter_template")
    .where("owner_id", "=", owner)
    .where("kind", "=", key.kind)
    .where("voice", "=", key.voice)
    .where("locale", "=", key.locale)
    .execute();
}
