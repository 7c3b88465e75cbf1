/** How a reply opens and closes: greetings, farewells, names and titles, which weigh nothing. */
import { isNameLine } from "../mail/closing.ts";
import type { Clause } from "./clauses.ts";

/** Its last line. */
export const closesLetter = (clause: Clause): boolean =>
  isNameAlone(clause) || isSignedOff(clause) || isTypedName(clause) || isNameWithTrade(clause);

/** Its first line. */
export const opensLetter = (clause: Clause, owner: string | undefined): boolean =>
  isGreeting(clause, owner) || isSalutation(clause);

/** A name below; "Hopefully." is none. */
export const isNameAlone = ({ sentence, doubts }: Clause): boolean =>
  (isNameLine(sentence) || twoNames.test(sentence)) && !sentence.endsWith(".") && !doubts;
const twoNames = /^\p{Lu}\p{Ll}+ (?:&|\+|and|und|et|y) \p{Lu}\p{Ll}+$/u;

/** "Herzlich, Ursi", "Take it easy, Fiona Mac": a few words that turn nothing, a comma and a name. */
const isSignedOff = (clause: Clause): boolean =>
  isSilent(clause) &&
  (signedOff.test(clause.sentence) ||
    (clause.accepts &&
      signedSmall.test(clause.sentence) &&
      !weighsAlone.test(clause.sentence.split(" ").at(-1) ?? "")));
const signedOff =
  /^(?!(?:For|Für|Pour|Para|With|Mit|Avec|Con|Ask|By|From)(?!\p{L}))(?:\p{L}+(?: \p{L}+){0,3}, ?[-–—]?|[Xx]+ |[AÀaà]\+ )\p{Lu}\p{Ll}+(?:[ -]\p{Lu}[\p{Ll}.]*){0,2}[.!]?$/u;
/** "hasta entonces, vane" */
const signedSmall = /^\p{L}+(?: \p{L}+){0,2}, \p{Ll}{2,12}$/u;

/** "Didier Poussin, couvreur": a name of two words and what its bearer does. */
const isNameWithTrade = (clause: Clause): boolean => nameWithTrade.test(clause.sentence) && isSilent(clause);
const nameWithTrade =
  /^\p{Lu}[\p{Ll}'’-]+(?: (?:\p{Lu}[\p{L}'’.-]+|von|van|de|du|la|del)){1,3}, \p{L}{3,20}(?: \p{L}{1,20}){0,3}$/u;

/** "dan" below it, as on a telephone. */
const isTypedName = (clause: Clause): boolean =>
  /^x* ?\p{Ll}{2,12}(?: x+)?$/u.test(clause.sentence) && !weighsAlone.test(clause.sentence) && isSilent(clause);
/** One word that takes a yes back or puts it off. */
const weighsAlone =
  /^(?:not|nope|nah|jk|psych|kidding|joking|lol|maybe|perhaps|possibly|probably|hopefully|almost|nearly|eventually|tentatively|later|never|sorry|oops|wait|stop|remote|remotely|online|virtual|virtually|phone|zoom|teams|video|call|vielleicht|eventuell|hoffentlich|nein|nicht|doch|fast|später|telefonisch|digital|witz|scherz|ups|leider|virtuell|peut|presque|peutêtre|non|blague|oups|désolée?|hélas|visio|téléphone|distance|quizás?|casi|ojalá|broma|mentira|perdón|llamada|videollamada|teléfono|luego|después|nunca|tal)$/u;

/** "Mind yourself,", "With respect,": a line of few words that ends with a comma, above the name. */
export const isFarewell = (clause: Clause): boolean => farewell.test(clause.sentence) && isSilent(clause);
const farewell =
  /^(?!(?:for|without|by|via|only|just|from|per|if|when|once|ohne|nur|als|für|wenn|sans|seulement|juste|pour|si|sin|s[oó]lo|por|para|cuando)(?!\p{L}))\p{L}[\p{L}'’]*(?: \p{L}[\p{L}'’]*){0,2},$/iu;

/** "Allô Maude !", "Ahoy Nora,": a word or two and the owner's name. */
const isGreeting = (clause: Clause, owner = ""): boolean =>
  clause.sentence.split(/\s+/).length <= 4 &&
  owner.split(/\s+/).some((name) => name.length > 1 && clause.sentence.includes(name)) &&
  /^\p{L}+\.?(?: \p{L}+\.?){0,2} ?[!,:.–-]*$/u.test(clause.sentence) &&
  isSilent(clause);

/** "Estimada colega:", "Hola mija,": how a letter opens, whomever it names. */
const isSalutation = (clause: Clause): boolean => salutation.test(clause.sentence) && isSilent(clause);
const salutation =
  /^(?:dear|estimad[oa]s?|estimadísim[oa]|querid[oa]s?|distinguid[oa]|apreciad[oa]|muy señor(?:a|es)?|hola|ch(?:er|ère)s?|bien chère?|liebe[rs]?|werte[rs]?|verehrte[rs]?|respected|hello|hi|hey)(?: \p{L}+){1,3}[:,!]$/iu;

/** Nothing in it speaks of a time or weighs one. */
const isSilent = ({ phrases, denies, doubts, isBusy, isQuestion, shifts, hasUnreadNumber }: Clause): boolean =>
  phrases.length === 0 && !(denies || doubts || isBusy || isQuestion || shifts || hasUnreadNumber);

/** What stands below a name. */
export const isTitle = ({
  sentence,
  phrases,
  takes,
  isQuestion,
  denies,
  doubts,
  isBusy,
  isPast,
  shifts,
}: Clause): boolean =>
  titleLine.test(sentence) &&
  !(takes || isQuestion || denies || doubts || isBusy || isPast || shifts || phrases.length > 0);
/** Few words, none of them a verb's subject, no mark behind: a trade, a firm, a line for calls. */
const titleLine =
  /^(?!(?:I|Ich|Je|J['’]|Yo|We|Wir|Nous|It|Es|Das|Not|Nicht|Or|Oder|But|Aber|Mais|Pero|PS|P\.S)(?!\p{L}))(?:\p{Lu}[\p{L}.'’&-]*|\p{Ll}{2,15}|[|&,·–-]|[+(]?\d[\d ()/.-]{6,20}\d)(?:[ ,]+(?:\p{L}[\p{L}.'’&-]*|[|&·–-]|[+(]?\d[\d ()/.-]{6,20}\d)){0,6}$/u;
