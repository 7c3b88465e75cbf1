/** What the writer says they owe the reader: "I still owe you the photos", "the list that I promised you". */
import type { Language } from "../mail/language.ts";

/** The thing with its article, as it stands in the clause. */
export function owedThing(clause: string, language: Language): string | undefined {
  const thing = owed[language].exec(clause)?.groups?.thing;
  return thing !== undefined && sendable.test(thing) ? thing : undefined;
}

export const sending: Readonly<Record<Language, (thing: string) => string>> = {
  en: (thing) => `send ${thing}`,
  fr: (thing) => `envoyer ${thing}`,
  de: (thing) => `${thing} schicken`,
  es: (thing) => `enviar ${thing}`,
};

const owed: Readonly<Record<Language, RegExp>> = {
  en: /^(?:i|we)(?: still| also|'d| had)? (?:owe|promised) you (?<thing>(?:the|those|my|our) .+)$/iu,
  fr: /^je (?:(?:te|vous) dois|(?:t'|vous )(?:avais|ai) promis) (?:(?:encore|toujours|aussi) )*(?<thing>(?:les?|la|l') ?.+)$/iu,
  de: /^(?:ich schulde (?:dir|ihnen|euch) (?:(?:noch|auch|immer noch|ja) )*(?<thing>(?:die|das|den) .+)|(?<thing>(?:die|das|den) .+) (?:habe|hatte) ich (?:dir|ihnen|euch) (?:ja |noch )?versprochen|ich (?:habe|hatte) (?:dir|ihnen|euch) (?<thing>(?:die|das|den) .+) versprochen)$/iu,
  es: /^(?:(?:te|le|os) (?:debo|prometí|había prometido)|aún (?:te|le|os) debo|todavía (?:te|le|os) debo) (?:(?:aún|todavía) )?(?<thing>(?:las?|los|el) .+)$/iu,
};

/** What somebody who owes it will send: nobody sends the coffee that they owe. */
const sendable =
  /(?<!\p{L})(?:photos?|pictures?|links?|numbers?|figures|minutes|lists?|slides?|deck|report|notes?|address|contact|quote|answer|name|draft|documents?|papers?|recording|references?|chiffres|comptes?[- ]rendus?|listes?|diapos|présentation|rapport|adresse|coordonnées|devis|réponse|nom|documents?|lien|fotos?|bilder|zahlen|liste|folien|bericht|notizen|adresse|kontakt|angebot|antwort|namen?|unterlagen|protokoll|aufnahme|enlace|cifras|números|lista|diapositivas|presentación|informe|notas|dirección|contacto|presupuesto|respuesta|nombre|documentos?|acta)(?!\p{L})/iu;
