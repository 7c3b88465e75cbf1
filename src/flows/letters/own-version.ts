/** The owner's own version of a letter: looked at, saved when it passes the checks, taken back. The letters that stand follow. */
import type { OwnerId } from "../../domain/ids.ts";
import { dropLetterTemplate, loadLetterTemplates, saveLetterTemplate } from "../../store/letter-templates.ts";
import type { LetterKind, Locale, Voice } from "../../templates/catalogue.ts";
import { letterText } from "../../templates/letter-files.ts";
import { type LintFinding, mayBeApproved } from "../../templates/lint.ts";
import type { World } from "../world.ts";
import { composeDrafts } from "./compose-drafts.ts";
import { previewLetter } from "./preview-letter.ts";

export type LetterKey = { kind: LetterKind; voice: Voice; locale: Locale };

/** Which letters have a version of the owner's own: `coffee/business/en`. */
export async function ownVersions(world: World, owner: OwnerId): Promise<ReadonlySet<string>> {
  const own = await loadLetterTemplates(world.database, owner);
  return new Set(own.map(({ kind, voice, locale }) => `${kind}/${voice}/${locale}`));
}

/** The text in use, and whether it is the owner's. */
export async function letterInUse(
  world: World,
  owner: OwnerId,
  { kind, voice, locale }: LetterKey,
): Promise<{ text: string; isOwn: boolean }> {
  const own = await loadLetterTemplates(world.database, owner);
  const mine = own.find((one) => one.kind === kind && one.voice === voice && one.locale === locale);
  return mine === undefined
    ? { text: letterText(kind, voice, locale), isOwn: false }
    : { text: mine.text, isOwn: true };
}

export type Saved = { kind: "saved" } | { kind: "refused"; says: string; findings: readonly LintFinding[] };

/** Refused when it cannot be read, or when a letter made of it would be refused whoever it is for. */
export async function saveOwnVersion(world: World, owner: OwnerId, key: LetterKey, text: string): Promise<Saved> {
  const example = await previewLetter(world, owner, { ...key, text });
  if (example.kind === "unusable") return { kind: "refused", says: example.says, findings: [] };
  if (example.kind === "refused") return { kind: "refused", says: example.question, findings: [] };
  const refused = example.findings.filter((finding) => !mayBeApproved([finding]));
  if (refused.length > 0) {
    const says = refused.map(({ message, sentence }) =>
      sentence === undefined ? message : `${message} "${sentence}"`,
    );
    return { kind: "refused", says: says.join(" "), findings: refused };
  }
  await saveLetterTemplate(world.database, owner, { ...key, text, savedAt: world.clock.now() });
  await composeDrafts(world, owner);
  return { kind: "saved" };
}

/** Back to ours. */
export async function dropOwnVersion(world: World, owner: OwnerId, key: LetterKey): Promise<void> {
  await dropLetterTemplate(world.database, owner, key);
  await composeDrafts(world, owner);
}
