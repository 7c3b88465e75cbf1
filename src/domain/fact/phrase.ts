/** Cutting what is meant out of a sentence: noun phrases, names, and whose "your" is whose when the owner is to say it. */
import type { Language } from "../mail/language.ts";
import { frenchGender, spanishGender } from "./noun-gender.ts";

const phraseWordsMax = 10;
const phraseMax = 70;

/** Where a noun phrase ends although the sentence goes on. */
const ends: Readonly<Record<Language, RegExp>> = {
  en: /\s(?:to (?:me|us|you)|yesterday|today|tonight|tomorrow|earlier|again|recently|now|so much|a lot|very much|a great deal|immensely|enormously|too|last|next|this (?:week|morning|afternoon|month|time)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|on \d|the other|over|with (?:you|me|us|your|my|our)|at|when|while|because|since|so|but|which|who|(?<!\s(?:to|of|for|about|on|with|in|at|from)\s)that|as|and (?:i|we|you|it|that|have|has|for|also|then|to|would|will|am|is|was|send|call|let)|for (?:an?|the) (?:hour|while|bit|moment)|has|have|had|was|were|is|are|gave|made|helped|stays?|stayed|keeps?|kept|still|got|really|made|would|will|i|we|you|he|she|they|it)(?!\p{L}).*$/iu,
  fr: /\s(?:avec (?:vous|toi|moi|nous|ton|ta|tes|votre|vos)|hier|aujourd'hui|demain|ce (?:matin|midi|soir)|cette semaine|l'autre|la semaine(?! de)|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le mois|lors|pendant|chez|qui|que|dont|quand|car|mais|et (?:je|j'|nous|vous|on|il|pour|merci|à)|m'a|m'ont|nous (?:a|ont)|a|ont|est|était|me|reste|restent|encore|autour|la dernière fois)(?!\p{L}).*$|\s(?:qu'|j'|d'ici).*$/iu,
  de: /\s(?:mit (?:dir|ihnen|euch|mir|uns)|gestern|heute|morgen|letzte[nrs]?|neulich|am|beim|im|bei|zu (?:sprechen|reden|plaudern|diskutieren|hören)|erklärt|gezeigt|habe|hat|haben|war|waren|ist|sind|geht|gehen|wirkt|beschäftigt|gesprochen|geredet|unterhalten|sprechen|reden|gesagt|gelernt|erfahren|mitgenommen|lässt|haben mir|hat mir|erzählt|erwähnt|berichtet|geschildert|und (?:ich|wir|dass|für|das)|aber|weil|als|dass|noch|sehr|wieder|konnten?|durften?)(?!\p{L}).*$/iu,
  es: /\s(?:noche|con(?:tigo| usted| ustedes| vosotros|migo)|ayer|hoy|mañana|la (?:semana(?! de)|otra)|el (?:lunes|martes|miércoles|jueves|viernes|otro|mes)|esta (?:mañana|tarde|semana)|que|quien|cuando|porque|pero|se|y (?:yo|te|le|me|nos|por|a)|me|nos|ha|han|fue|es|sigue|en (?:la|el) (?:comida|café|cena|feria|evento)|otra vez|de nuevo|tanto|ayer|vino|sirvió)(?!\p{L}).*$/iu,
};

/** Words that name nothing: after them there is no topic. */
const empty: Readonly<Record<Language, RegExp>> = {
  en: /^(?:it|this|that|these|those|them|him|her|you|me|us|all|everything|anything|something|nothing|things?|stuff|life|one|what|how|why|where|when|who|which|whether|money|nothing .*|(?:half )?an? (?:hour|minute|day|week|month|year)s?(?: ago)?|.* ago|.* behind .*|the (?:weather|other|same|next|last|rest|way|thing|future)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|your|my|our|a few|some|various|lots?|many|work)$/iu,
  fr: /^(?:ça|cela|ce|tout|tout ça|rien|quelque chose|lui|eux|elle|vous|toi|la (?:suite|vie|chose)|les choses|le temps|lundi|mardi|mercredi|jeudi|vendredi)$/iu,
  de: /^(?:das|dies|dieses|alles|nichts|etwas|es|dich|sie|uns|mich|mittag|das (?:wetter|leben|ganze)|gott und die welt|montag|dienstag|mittwoch|donnerstag|freitag)$/iu,
  es: /^(?:eso|esto|ello|todo|nada|algo|él|ella|ti|usted|la vida|las cosas|el tiempo|lunes|martes|miércoles|jueves|viernes)$/iu,
};

/**
 * The noun phrase that a text begins with, as the owner may say it to the person: without the time, the place and the
 * clause behind it. Undefined when there is none, when it is long, or when it holds words that cannot be turned.
 */
export function nounPhrase(text: string, language: Language, saidBy: "owner" | "person"): string | undefined {
  const phrase = nounsAtStart(text, language);
  if (phrase === "" || phrase.length > phraseMax || phrase.split(" ").length > phraseWordsMax) return undefined;
  if (empty[language].test(phrase) || /\d{3,}|https?:|@|[\u2420<>{}[\]*_]/u.test(phrase)) return undefined;
  if (dangling[language].test(phrase) || confidences.test(phrase)) return undefined;
  return (
    turned(phrase, language, saidBy) ?? (language === "en" ? undefined : withoutBelonging(phrase, language, saidBy))
  );
}

function withoutBelonging(
  phrase: string,
  language: Exclude<Language, "en">,
  saidBy: "owner" | "person",
): string | undefined {
  const rest = phrase.replace(belonging[language], "");
  return rest === phrase || !rest.includes(" ") ? undefined : turned(rest, language, saidBy);
}

/** The words of the noun phrase that a text begins with, as they stand there. */
export function nounsAtStart(text: string, language: Language): string {
  const clause = text.split(/[,;:!?()]|(?<!\d)\.(?=\s|$)|\s-\s|\s\/\s/u, 1)[0] ?? "";
  return ` ${clause}`.replace(ends[language], "").trim();
}

/** What one tells in confidence has no place in a letter (R36). */
const confidences =
  /divor[cz]|scheidung|trennung|sépar|illness|disease|cancer|krebs|cáncer|maladie|krank(?:heit)?(?!\p{L}*haus)|enfermedad|surgery|diagnos|chemo|chimio|funeral|beerdigung|obsèques|entierro|death|todesfall|décès|fallecim|miscarriage|pregnan|schwanger|enceinte|embaraz|therap(?:y|ie\b)|thérapie|terapia|depress|dépress|burn-?out|bankrupt|insolven|faillite|quiebra|lawsuit|recovery|redundan|licenci|kündigung|despid/iu;

/** A phrase never ends on these: something was cut off, or a list was meant. */
const dangling: Readonly<Record<Language, RegExp>> = {
  en: /(?:^|\s)(?:and|or|of|for|the|an?|to|in|on|with|your|my|our)$|^(?:to|whether|if|where|when)\s/iu,
  fr: /(?:^|\s)(?:et|ou|de|du|des|le|la|les|un|une|à|en|pour|sur)$/iu,
  de: /(?:^|\s)(?:und|oder|von|für|der|die|das|den|dem|ein|eine|zu|mit|in)$/iu,
  es: /(?:^|\s)(?:y|o|de|del|el|la|los|las|un|una|a|en|para|con)$/iu,
};

/**
 * Words of the person as the owner says them to the person: "my thesis" is "your thesis". The owner's own words stay. In
 * French, German and Spanish the polite and the familiar form differ between mail and letter: there whose it is gives way to
 * the article, and a phrase in which that cannot be told is undefined.
 */
export function turned(phrase: string, language: Language, saidBy: "owner" | "person"): string | undefined {
  if (language === "en") return saidBy === "owner" ? phrase : turnedEnglish(phrase);
  let isTold = true;
  const words = phrase.replace(possessives[language], (word, ...rest: unknown[]) => {
    const next = String(rest.at(-1)).slice(Number(rest.at(-2)) + word.length);
    const article = articles[language](word.trim().toLowerCase(), next);
    if (article === undefined) isTold = false;
    return article ?? word;
  });
  return isTold && !speakers[language].test(words) ? contracted(words, language) : undefined;
}

/** "de el contrato" is written "del contrato", "à le bail" "au bail". */
const contracted = (words: string, language: Language): string => {
  if (language === "es") return words.replace(/(?<= |^)(a|de) el (?=\p{L})/gu, "$1l ");
  if (language !== "fr") return words;
  return words
    .replace(/(?<= |^)de le (?=\p{L})/gu, "du ")
    .replace(/(?<= |^)de les (?=\p{L})/gu, "des ")
    .replace(/(?<= |^)à le (?=\p{L})/gu, "au ")
    .replace(/(?<= |^)à les (?=\p{L})/gu, "aux ");
};

/** What belongs to somebody that the letter cannot name is left out: "les coordonnées de notre comptable". */
const belonging: Readonly<Record<Exclude<Language, "en">, RegExp>> = {
  fr: / (?:de|d'|pour|à|avec) ?(?:notre|votre|nos|vos|ton|ta|tes|mon|ma|mes) .*$/iu,
  de: / (?:von|für|zu|mit|über|bei) (?:mein|dein|unser|euer|eur|ihr)(?:e[mnrs]?)? .*$/iu,
  es: / (?:de|para|a|con|sobre) (?:mis?|tus?|sus?|nuestr[oa]s?|vuestr[oa]s?) .*$/iu,
};

const english: Readonly<Record<string, string>> = {
  my: "your",
  our: "your",
  mine: "yours",
  ours: "yours",
  me: "you",
  us: "you",
  myself: "yourself",
  your: "my",
  yours: "mine",
  you: "me",
  yourself: "myself",
};

const turnedEnglish = (phrase: string): string | undefined =>
  /(?<![\p{L}'])(?:i|i'm|i've|i'll|we|we're|we've)(?![\p{L}])/iu.test(phrase)
    ? undefined
    : phrase.replace(
        /(?<![\p{L}'])(?:my|our|mine|ours|me|us|myself|your|yours|you|yourself)(?![\p{L}'])/giu,
        (word) => english[word.toLowerCase()] ?? word,
      );

const possessives: Readonly<Record<Exclude<Language, "en">, RegExp>> = {
  fr: /(?<![\p{L}'])(?:mon|ma|mes|ton|ta|tes|notre|votre|nos|vos)\s(?=\p{L})/giu,
  de: /(?<!\p{L})(?:mein|dein|unser|euer|eur|ihr)(?:e[mnrs]?)?\s(?=\p{L})/giu,
  es: /(?<!\p{L})(?:mis?|tus?|sus?|nuestr[oa]s?|vuestr[oa]s?)\s(?=\p{L})/giu,
};

const articles: Readonly<Record<Exclude<Language, "en">, (possessive: string, next: string) => string | undefined>> = {
  fr: (possessive, next) => {
    if (/s$/.test(possessive)) return "les ";
    if (/^[aeiouéèêàâîôû]/iu.test(next) || (/^h/iu.test(next) && !/tre$/.test(possessive))) return "l'";
    const told = { mon: "le ", ton: "le ", ma: "la ", ta: "la " }[possessive];
    return told ?? { masculine: "le ", feminine: "la ", unknown: undefined }[frenchGender(nounIn(next))];
  },
  de: (possessive, next) => {
    const ending = /(e[mnrs]?)$/.exec(possessive.replace(/^(?:unser|euer)/, ""))?.[1];
    if (ending === "es" && /^\p{Lu}\p{L}+s(?!\p{L})/u.test(next)) return "des ";
    return ending === undefined ? undefined : { e: "die ", en: "den ", em: "dem ", er: "der ", es: "das " }[ending];
  },
  es: (possessive, next) => {
    const ending = /(?:nuestr|vuestr)(o|a|os|as)$/.exec(possessive)?.[1];
    if (ending !== undefined) return { o: "el ", a: "la ", os: "los ", as: "las " }[ending];
    const gender = spanishGender(nounIn(next));
    if (gender === "unknown") return undefined;
    const one = gender === "feminine" ? "la" : "el";
    return /s$/u.test(possessive) ? { la: "las ", el: "los " }[one] : `${one} `;
  },
};

const nounIn = (next: string): string => /^\p{L}+/u.exec(next)?.[0] ?? "";

/** Words that speak of "I" or "you" and cannot be turned. */
const speakers: Readonly<Record<Exclude<Language, "en">, RegExp>> = {
  fr: /(?<![\p{L}'])(?:je|j'|me|m'|moi|tu|te|t'|toi|nous|vous)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:ich|mir|mich|du|dir|dich|wir|uns|euch)(?!\p{L})|(?<=\s)(?:Sie|Ihnen)(?!\p{L})/u,
  es: /(?<!\p{L})(?:yo|me|mí|conmigo|tú|te|ti|contigo|nos|nosotr[oa]s|usted)(?!\p{L})/iu,
};

const particle = /^(?:de|del|della|di|da|dos|du|la|le|van|von|der|den|ten|zu|y|bin|al|el)$/u;
const noName =
  /^(?:I|We|You|He|She|They|It|The|This|That|Our|My|Your|His|Her|Their|A|An|Nobody|Somebody|Someone|Everyone|Everybody|Who|Anyone|And|But|So|As|If|Thanks|Thank|Yes|No|Hi|Hello|Il|Elle|On|Nous|Vous|Tu|Je|Ils|Elles|Personne|Quelqu|Tout|Notre|Mon|Ma|Mes|Votre|Le|La|Les|Un|Une|Ce|Cela|Mais|Et|Donc|Ich|Wir|Du|Sie|Er|Es|Man|Niemand|Jemand|Mein|Meine|Unser|Unsere|Ihr|Ihre|Der|Die|Das|Ein|Eine|Und|Aber|Yo|Nosotros|Ella|Ellos|Usted|Nadie|Alguien|Mi|Su|Nuestro|Nuestra|El|Los|Las|Y|Pero|Best|Kind|Warm|Cheers|Regards|Viele|Beste|Liebe|Herzliche|Freundliche|Mit|Cordialement|Bien|Amicalement|Saludos|Abrazos|Un|Monday|Tuesday|Wednesday|Thursday|Friday|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Mum|Mom|Dad|Maman|Papa|Mama|God|Google|LinkedIn|CEO|CFO|CTO|COO|HR)$/u;

/** Whether words are a person's name as one writes it: capitals, no word that is none, two or three words at most. */
export function isNameWritten(name: string): boolean {
  const words = name.split(" ");
  if (words.length > 4 || noName.test(words[0] ?? "")) return false;
  return words.every(
    (word, at) => (at > 0 && particle.test(word)) || /^\p{Lu}(?:\p{Ll}|'\p{Lu}|\.)[\p{L}'.-]*$/u.test(word),
  );
}

/** A name as a pattern may catch it; whether it is one, `isNameWritten` tells. */
export const nameSource = "(?<name>\\p{L}[\\p{L}'.-]*(?: \\p{L}[\\p{L}'.-]*){0,3}?)";

/** A company's name: words with capitals, or figures, and what joins them. */
const isCompanyWritten = (name: string): boolean =>
  /^(?:\p{Lu}|\d)[\p{L}\d&'.+-]*(?: (?:&|and|et|und|y|de|des|du|la|las|los|del|of|the|\p{Lu}[\p{L}\d&'.+-]*|\d+)){0,5}$/u.test(
    name,
  ) && !/ (?:&|and|et|und|y|de|of)$/u.test(name);

/** The capital words at the beginning of a text: "Globex, and it is wild" gives "Globex"; an English article stays. */
export const companyAtStart = (text: string): string | undefined => {
  const article = /^the (?=\p{Lu})/u.exec(text)?.[0];
  if (article !== undefined) {
    const named = companyAtStart(text.slice(article.length));
    return named && `${article}${named}`;
  }
  const found =
    /^(?:\p{Lu}|\d)[\p{L}\d&'+-]*(?:\.\p{L}{2,4}(?!\p{L}))?(?: (?:(?:& |des |de las |de los |del |of )?\p{Lu}[\p{L}\d&'+-]*)){0,3}/u.exec(
      text,
    )?.[0];
  return found !== undefined && isCompanyWritten(found) ? found.replace(/'s$/, "") : undefined;
};

/** Lower-cased where the word is one that is written so within a sentence. */
export const withinSentence = (text: string): string =>
  /^I(?:'|\s)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
