/** The gender of a noun as its ending tells it; unknown where endings deceive, rather than guessed. */

export type Gender = "masculine" | "feminine" | "unknown";

export const frenchGender = (noun: string): Gender =>
  genderOf(noun.toLowerCase(), {
    feminine: /(?:tion|sion|xion|ité|ance|ence|ette|erie|logie|phie|tude|équipe|agence|usine|ville|thèse)$/u,
    masculine: /(?:ment|age|eau|isme|oir|et|ail|eur|livre|service|contrat|projet|budget|plan)$/u,
    deceptive:
      /^(?:page|image|plage|cage|nage|forêt|eau|peau|comité|traité|côté|été|commerce|silence|service)$|(?:[dlr]eur|aleur|ouleur)$/u,
  });

export const spanishGender = (noun: string): Gender =>
  genderOf(noun.toLowerCase().replace(/(?<=[aeo])s$/u, ""), {
    feminine: /(?:ción|sión|cione|sione|dade?|tade?|tude?|[^m]a|(?<![aeo])ma)$/u,
    masculine: /(?:o|aje|ore?|ale?|ele?|grama|[eo]ma)$/u,
    deceptive:
      /^(?:día|mapa|agua|área|aula|arma|alma|habla|labor|flore?|goma|broma|crema|yema|señale?|postale?|sucursale?|piele?|miele?|mano|foto|moto|radio|.+ista|colega|policía|guía)$/u,
  });

type Endings = Readonly<{ feminine: RegExp; masculine: RegExp; deceptive: RegExp }>;

function genderOf(noun: string, { feminine, masculine, deceptive }: Endings): Gender {
  if (noun.length < 3 || deceptive.test(noun)) return "unknown";
  const [isFeminine, isMasculine] = [feminine.test(noun), masculine.test(noun)];
  if (isFeminine === isMasculine) return "unknown";
  return isFeminine ? "feminine" : "masculine";
}
