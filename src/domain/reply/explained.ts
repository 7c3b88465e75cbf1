/**
 * Whether every word of a clause is there for a reason that is known: it agrees, thanks, greets, names the meeting or its place,
 * says for whom is spoken, or only holds a sentence together. One word without such a role ("Thursday at 10 works for Jonas",
 * "sounds good in principle", "here in Denver") may change whose time it is or how surely it is meant. So no list of dangerous
 * words has to be complete: what is not explained is asked about. Statements beside an agreed time are looser (`asides.ts`).
 */
import { isSignOff } from "../mail/closing.ts";
import * as agreeing from "./agreeing-words.ts";
import { withoutPlaces } from "./chosen.ts";
import * as doubting from "./doubting-words.ts";
import { chatWords, joining, meetingWords, tyingWords } from "./joining-words.ts";
import { meantForReader, rolesApart, rolesBesideTime } from "./known-roles.ts";
import { withoutUnturned } from "./role.ts";
import type { TimePhrase } from "./time-spans.ts";

/** `takes`: its words agree to a time or ask for it. */
type Said = { text: string; sentence: string; phrases: readonly TimePhrase[]; takes: boolean };

/** Names of the person who was asked and of the owner who asked. */
type Known = { asked?: string; owner?: string };

/** The words of a clause that no role explains; none where the clause says a time, agreement and courtesy alone. */
export function unexplainedIn({ text, sentence, phrases, takes }: Said, { asked = "", owner = "" }: Known): string[] {
  if (isSignOff(sentence) && !isThanksFor.test(sentence)) return [];
  const isBare = phrases.length > 0 && !takes;
  const without = (left: string, role: RegExp) => left.replace(role, " ");
  const roles = phrases.length === 0 ? rolesApart : rolesBesideTime;
  const said = roles
    .reduce(withoutUnturned, withoutAddressed(withoutPlaces(withoutPhrases(text, phrases)), owner))
    .replace(doubting.courteous, " ");
  const others = meantForReader.exec(said)?.[0];
  if (others !== undefined && phrases.length > 0) return wordsOf(others);
  const own = isBare ? said.replace(forWriter, " ") : said;
  const signed = phrases.length === 0 ? wordsOf((signature.exec(sentence)?.[1] ?? "").toLowerCase()) : [];
  const names = new Set([...wordsOf(asked.toLowerCase()), ...namesBeside(sentence), ...signed]);
  return wordsOf([accepting, preferring, doubting.harmless].reduce(without, own)).filter((word) => {
    if (isBare && tyingWords.has(word)) return true;
    if (phrases.length === 0 && chatWords.has(word)) return false;
    return !joining.has(word) && !(takes && isManner(word)) && !names.has(word) && !(meetingWords.has(word) && !isBare);
  });
}

/** "Works brilliantly", "me convient admirablement", "me va estupendamente": how, and not how surely. */
const isManner = (word: string): boolean => manner.test(word) && !unsure.test(word);
const manner =
  /^\p{L}{3,}(?:ily|lly|tly|dly|ely|bly|gly|fully|ously|ingly|amment|emment|ément|ement|lement|tement|amente|emente|lmente|blemente)$/u;
const unsure =
  /^(?:poss|prob|hope|tentat|provis|presum|suppos|alleg|apparent|suppositi|condition|potential|theoret|hypothet|near|bare|hard|rare|scarce|part|most|rough|approx|reluct|grudg|sad|regret|unfortun|unhapp|temporar|initial|virtual|remote|digital|sole|mere|on|pract|seeming|ostensib|late|ear|recent|former|previous|usual|normal|general|occasion|possib|evid?ent?ual|event|actual|unlike|dai|week|month|year|month|hour|separ|altern|else|over|short|quick|brief|slight|quiet|fami|fold|rep|supp|app|comp|ju|anomal|ital|butter|bul|jel|bel|al|tel|bil|wil|hol|pol|wor|trial|impossib|improb|difficil|malheur|prétend|soi-disant|vraisembl|théor|proviso|temporair|partiel|seul|unique|simple|quasi|presque|tard|rapide|autre|distanc|virtu|télé|prob|posib|event|segur|teór|provisional|temporal|parcial|sol|únic|desafort|lament|desgrac|difícil|casi|apenas|supuest|presunt|aparent|rápid|brev|virtual|telefón|normal|habitual|finalment|último|previa|anterior|mom|docu|argu|ele|depart|apparte|règle|change|événe|parle|traite|aliment|juge|paie|mouve|argum|monument|engage|recommenc|déména|emménag|remplac|report|déplac|annul|paiem)/u;

/**
 * The owner's name, and words for whoever is spoken to, where they only address: "good for me, Elin". In "Tuesday suits Elin"
 * the name says whose time it is.
 */
function withoutAddressed(text: string, owner: string): string {
  const parts = wordsOf(owner.toLowerCase()).filter((word) => word.length > 1);
  const names = `(?:${[...parts, addressed].join("|")})`;
  return text.replace(
    new RegExp(
      `(?<=${beforeAddressed})${names}(?: ${names})*(?= *(?:$|[,.!?:;)-]| (?:hi|hello|hey|hallo|hola|salut|bonjour)(?!\\p{L})))`,
      "gu",
    ),
    " ",
  );
}
const addressed =
  "my (?:dear|friend|dear friend)|mate|buddy|dude|bro|pal|friend|dear|darling|guys|folks|sir|madam|monsieur|madame|señora?|mein lieber|meine liebe|freund|mon ami|mon amie|mon cher|ma chère|amigo|amiga|querid[oa]|guap[oa]|tío|tía|hombre|mujer|jefe|crack|maja|majo";
const beforeAddressed =
  "(?:^|[,.!:;¡(-]|(?<!\\p{L})(?:works|geht|marche|roule|dear|hi|hey|hello|hiya|good|great|perfect|super|fine|ok|okay|yes|yep|sure|thanks|thank you|thx|cheers|please|much|lot|again|me|you|then|soon|morning|afternoon|evening|deal|cool|danke|dir|ihnen|euch|mir|uns|gern|gerne|ja|klar|prima|bitte|hallo|dann|bald|liebe|lieber|frau|herr|merci|beaucoup|oui|parfait|moi|nous|toi|vous|bien|volontiers|accord|alors|bientôt|plaît|bonjour|salut|gracias|perfecto|genial|vale|sí|lovely|grand|brilliant|wonderful|fantastic|excellent|ideal|fab|smashing|splendid|terrific|awesome|confirmed|agreed|done|toll|klasse|spitze|wunderbar|ideal|bestens|passt|abgemacht|génial|nickel|impec|impeccable|top|chouette|beau|entendu|noté|fenomenal|estupendo|ideal|bárbaro|buenísimo|dale|claro|mí|hola|entonces|pronto|acuerdo|listo)) *";

/** Thanks that say what for are no sign-off. */
const isThanksFor =
  /(?<!\p{L})(?:thanks|thank you|thx|merci|danke?|gracias)(?: \p{L}+)? (?:for|pour|de|für|por)(?!\p{L})/iu;
/** "Tuesday at 10 for me." */
const forWriter =
  /(?<!\p{L})(?:for (?:me|us)|für (?:mich|uns)|pour (?:moi|nous)|p(?:or|ara) (?:mí|nosotr[oa]s))(?!\p{L})/gu;
const accepting = new RegExp(agreeing.accept.source, "gu");
const preferring = new RegExp(agreeing.preference.source, "gu");

const wordsOf = (text: string): string[] => text.match(/[\p{L}\d']+/gu) ?? [];

/** "Take care, Fiona": the name with which a sentence without a time ends. */
const signature = /[,!.] ?[-–—]?((?: ?\p{Lu}[\p{L}.'’-]*){1,3})[.!]?$/u;

/** Names behind thanks and farewells, as written: "Cheers, Baz", "Merci Anna", "Saludos, Íñigo Zubeldia". */
const namesBeside = (sentence: string): string[] =>
  [...sentence.matchAll(named)].flatMap(({ groups: { names = "" } = {} }) => wordsOf(names.toLowerCase()));
const named =
  /(?<!\p{L})(?:[Tt]hank(?:s| you)|[Cc]heers|[Dd]ear|[Rr]egards|[Bb]est(?: wishes)?|[Gg]reetings(?: from)?|[Yy]ours|[Ss]incerely|[Tt]alk soon|[LlVv][Gg]|[Mm][Ff][Gg]|Gr(?:ü|u)(?:ß|ss)e?n?|[Dd]anke|[Ll]iebe[rs]?|[Ss]ervus|[Bb]aba|[Mm]erci|[Cc]ordialement|[Aa]mitiés|t'embrasse|[Bb]ises|[Bb]ien à vous|[Gg]racias|[Ss]aludos?|[Cc]ordiales|[Aa]tentamente|[Aa]brazo|[Bb]esos|órdenes|atent[oa])[,.!]* (?<names>(?:\p{Lu}[\p{L}.'’-]*[ ,]*){1,4})/gu;

/** "not before 10" is a limit and denies nothing else: what belongs to a phrase is left out of the words around it. */
export function withoutPhrases(text: string, phrases: readonly TimePhrase[], instead = " "): string {
  let out = text;
  for (const { from, to } of [...phrases].reverse()) out = `${out.slice(0, from)}${instead}${out.slice(to)}`;
  return out;
}
