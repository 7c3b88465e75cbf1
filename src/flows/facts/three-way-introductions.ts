/** Introducers as their own letters show them: to the owner and one more, whom it brings together with the owner (R12). */
import { introductionOf } from "../../domain/fact/three-way.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { type Language, languageIn } from "../../domain/mail/language.ts";
import type { ContactRow } from "../../store/contacts.ts";
import type { Connection } from "../../store/database.ts";
import { type KeptMessage, peopleInThreads } from "../../store/fact-sources.ts";
import type { Sourced } from "./sourced.ts";

/** The owner and the one who is introduced. */
const readersOfIntroduction = 2;

export async function threeWayIntroductions(
  connection: Connection,
  owner: OwnerId,
  messages: readonly KeptMessage[],
  contacts: ReadonlyMap<ContactId, ContactRow>,
): Promise<Sourced[]> {
  const letters = messages.filter(
    ({ direction, others }) => direction === "inbound" && others === readersOfIntroduction,
  );
  const inThread = await peopleInThreads(
    connection,
    owner,
    letters.map(({ messageId }) => messageId),
  );
  return letters.flatMap((letter) => {
    const introducer = contacts.get(letter.contactId);
    if (introducer === undefined) return [];
    const language = languageIn(letter.text) ?? (introducer.locale as Language);
    return (inThread.get(letter.messageId) ?? []).flatMap((contactId): Sourced[] => {
      const other = contactId === letter.contactId ? undefined : contacts.get(contactId);
      const given = other?.greetingName ?? other?.name.split(" ")[0];
      const quote = given === undefined ? undefined : introductionOf(given, { text: letter.text, language });
      if (quote === undefined) return [];
      return [
        {
          kind: "introducer",
          contactId,
          text: introducer.name,
          quote,
          locale: language,
          saidBy: "person",
          saidAt: letter.at,
          source: { kind: "message", id: letter.messageId },
          confidence: 0.95,
          textKeptUntil: letter.textKeptUntil,
        },
      ];
    });
  });
}
