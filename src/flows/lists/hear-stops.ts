/** Who asks in a letter never to be written to again is stopped at once, whether or not they were asked for anything (R45). */
import { isLanguage, languageIn } from "../../domain/mail/language.ts";
import { asksForNoMore, isInFewWords } from "../../domain/reply/asks-for-no-more.ts";
import { lettersHeard } from "../../store/read/letters-heard.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import { stopContact } from "./stop-contact.ts";

export async function hearStops(world: World, { owner, zone }: OwnerView): Promise<{ stopped: number }> {
  const letters = await lettersHeard(world.database, owner);
  const asking = letters.filter(
    ({ text, at, locale }) =>
      isInFewWords(text) &&
      asksForNoMore(text, { zone, writtenAt: at, language: languageIn(text) ?? (isLanguage(locale) ? locale : "en") }),
  );
  const stopped = new Set(asking.map(({ contactId }) => contactId));
  for (const contactId of stopped) await stopContact(world, owner, { contactId, source: "reply" });
  return { stopped: stopped.size };
}
