/**
 * Reasons of a yes: "because I don't teach in the afternoon", "also hab ich Ruhe". Whatever they tell, they stand behind the yes
 * and speak for it, so their words are free but for those that put it off, give it into other hands, or are not meant so.
 */
import type { Language } from "../mail/language.ts";
import { alternativesOf, wholeWords } from "./role.ts";

const opensSentence = (lines: string): RegExp =>
  new RegExp(
    `^[,¡¿ ]*(?:(?:${alternativesOf("and|also|oh|ah|ps|btw|by the way|well|und|ach|übrigens|et|au fait|d'ailleurs|y|pd|por cierto")}),? ){0,2}(?:${alternativesOf(lines)})(?![\\p{L}'])`,
    "u",
  );
const opens = (lines: string): RegExp => new RegExp(`^[,¿¡ ]*(?:${alternativesOf(lines)}) (?=\\p{L})`, "u");

/** Words that lead to a reason or to what follows from the yes. */
const leads: Readonly<Record<Language, RegExp>> = {
  en: opens(`
    because|cause|'cause|cos|coz|since(?= (?:i|we|my|our|it|that|you|there|the))|as(?= (?:i|i'm|i'll|we|we're|it|it's|my|our|the|that|that's|you|you're|there|there's)(?![\\p{L}]))
    (?:and )?so(?= (?:i|i'm|i'll|we|we're|it|it's|no|that|that's|there|there's|you|you're|my|our)(?![\\p{L}]))
  `),
  de: opens(
    "weil|da(?= (?:ich|wir|es|mein|meine|unser|unsere|die|der|das)(?![\\p{L}]))|denn|nachdem|(?:und )?(?:also|so|drum|darum|deshalb|dann) (?=(?:hab|habe|bin|kann|ist|komme|haben|sind|passt|geht) (?:ich|wir|das|es))|somit",
  ),
  fr: opens(
    "car|comme|puisqu(?:e|')|parce qu(?:e|')|vu que|étant donné que|(?:et )?donc|(?:et )?du coup|(?:et )?comme ça|ainsi",
  ),
  es: opens(
    "porque|ya que|puesto que|como|pues|dado que|así que|así|(?:y )?por eso|(?:y )?de paso|que(?= (?:te|ya|yo|estoy|tengo|me))",
  ),
};

const parting: Readonly<Record<Language, RegExp>> = {
  en: /,? (?=(?:because|cause|'cause|cos|coz|since (?:i|we|my|our)|as (?:i|i'm|we|we're|my|our|it's|that's)|so (?:i|i'm|i'll|we|there's|that's|no|it's)) )/u,
  de: /,? (?=(?:weil|da (?:ich|wir|mein|meine)|denn|(?:also|so|drum|darum|deshalb) (?:hab|habe|bin|kann|komme) (?:ich|wir)) )/u,
  fr: /,? (?=(?:car|puisque|parce que|vu que|comme (?:je|j'|nous|on)|donc (?:je|j'|nous|on|c'est|ça)|du coup (?:je|j'|on)) ?)/u,
  es: /,? (?=(?:porque|ya que|puesto que|dado que|así que|así de paso|como (?:estoy|tengo|salgo|trabajo|vivo)) )/u,
};

/** What in a reason may turn the yes all the same. */
const turned = wholeWords(`
  but|though|although|however|except|unless|if|whether|yet|otherwise|instead|other|others|another|else|rather|only
  maybe|perhaps|might|may|should|could|would|must|has to|have to|need(?:s|ed)?(?: to)?|hopefully|probably|possibly|think|guess|suppose|hope|believe
  sure|unsure|doubt\\p{L}*|apparently|supposedly|cancel\\p{L}*|postpon\\p{L}*|re-?schedul\\p{L}*|mov(?:e|ed|ing) (?:it|this|that|our)
  swap\\p{L}*|chang\\p{L}*|delay\\p{L}*|miss|skip|drop|decline\\p{L}*|(?:can|won|couldn|wouldn)'?t|cannot|unable|unavailable|impossible
  not (?!working|teaching|on|at|in the)\\p{L}+|nothing|nobody|no one|never|no (?!rush|hurry|stress|worries|need|problem|school|class|classes|lessons|meetings?|patients|lectures|pressure)\\p{L}+|without
  he|she|they|him|her|them|someone|somebody|anyone|assistant|secretary|colleagues?|boss|manager|deputy|partner|lawyer
  committee|board|team|stand-in|substitute|in my (?:place|stead)|on my behalf|for me|who|whoever
  hate|boring|waste|terrible|ridiculous|nap|middle of|dream\\p{L}*|kidding|joking|joke|lie|meant|wrong|mistake\\p{L}*|love (?:waiting|meetings)
  busy|booked|taken|clash\\p{L}*|conflict\\p{L}*|away|abroad|sick|ill|hospital|surgery|funeral|flight|fly|flying|travel\\p{L}*
  wait\\p{L}*|let you know|get back|confirm\\p{L}*|check\\p{L}*|ask|asked|decid\\p{L}*|later|earlier|sooner|before|after|until|till|ends?
  yesterday|tomorrow|tonight|week|weeks|month|months|year|next|day after|afterwards|then (?:i|we)

  nicht (?!da|arbeite|unterrichte)\\p{L}+|nichts|nie|kein\\p{L}* (?!unterricht|termine?|schule|kurs|dienst|sitzung|eile|stress|hektik)\\p{L}+|aber|jedoch|sondern|außer|ausser|wenn|falls|sofern|ob|vielleicht|eventuell|wohl|hoffentlich|wahrscheinlich|möglicherweise|sollte|müsste|könnte|würde|hätte|wäre|muss|müssen|brauch\\p{L}*
  absag\\p{L}*|verschieb\\p{L}*|verleg\\p{L}*|ander\\p{L}*|sonst|statt\\p{L}*|oder|nur|ohne|unmöglich|leider|schlecht|später|früher|vorher|nachher|danach|erst|bis|morgen|gestern|woche\\p{L}*|monat\\p{L}*|jahr\\p{L}*
  er|ihm|ihn|jemand|wer|assisten\\p{L}*|sekretär\\p{L}*|kolleg\\p{L}*|chef\\p{L}*|vertret\\p{L}*|partner\\p{L}*|ausschuss|vorstand
  hasse|langweil\\p{L}*|träum\\p{L}*|witz\\p{L}*|irr\\p{L}*|verlesen|krank|urlaub|flug|fliege|verreis\\p{L}*|unterwegs|weg|fort|klinik|op|operation|beerdigung
  klär\\p{L}*|prüf\\p{L}*|frag\\p{L}*|melde|bescheid|bestätig\\p{L}*|entscheid\\p{L}*|verhindert|belegt|besetzt|voll|ausgebucht|mittendrin

  (?:pas|plus) (?!cours|de (?:cours|réunions?|patients?|garde|stress))\\p{L}+|rien|jamais|aucun\\p{L}*|personne|sans|mais|sauf|si|s'il\\p{L}*|sinon|peut-être|éventuellement|probablement|sans doute|devrai\\p{L}*|pourrai\\p{L}*|faudrait|aurai[st]|doi[st]|devons|faut|normalement|j'espère|crois|pense
  annul\\p{L}*|report\\p{L}*|décal\\p{L}*|déplac\\p{L}*|chang\\p{L}*|autres?|plutôt|ou|seulement|impossible|hélas|tard|tôt|avant|après|jusqu\\p{L}*|puis|demain|hier|semaines?|mois|année|prochaine?
  il|elle|ils|elles|lui|quelqu'un|qui|assistante?|secrétaire|collègues?|patronn?e?|chef\\p{L}*|associée?|remplaçante?
  déteste|ennui\\p{L}*|rêv\\p{L}*|blague\\p{L}*|tromp\\p{L}*|malade|congés?|vacances|vol|avion|absente?|occupée?|prise?|hôpital|enterrement|complet
  vérifi\\p{L}*|demand\\p{L}*|attend\\p{L}*|confirm\\p{L}*|décid\\p{L}*|redis|rappelle

  no (?!tengo (?:clase|clases|turno|guardia|reuniones|nada|pacientes)|trabajo|hay (?:prisa|clase|clases))\\p{L}+|nada (?!más)\\p{L}+|nunca|ningun\\p{L}*|nadie|sin|pero|salvo|aunque|si|sino|quizás?|tal vez|a lo mejor|ojalá|debería|podría|tendría|habría|hubiera|creo|supongo|espero|tengo que|hay que|necesito|debo
  cancel\\p{L}*|aplaz\\p{L}*|posp\\p{L}*|cambi\\p{L}*|muev\\p{L}*|otr[oa]s?|o|s[oó]lo|únicamente|imposible|lamentablemente|tarde|antes|después|hasta|luego|mañana|ayer|semanas?|mes|meses|año|próxim[oa]
  él|ella|ellos|alguien|quien|asistente|secretari[oa]|compañer[oa]s?|jef[ea]|soci[oa]|suplente
  odio|aburrid[oa]|sueñ\\p{L}*|broma|equivo\\p{L}*|enferm[oa]|viaje|vuelo|vacaciones|fuera|ocupad[oa]|hospital|entierro|lleno
  consult\\p{L}*|pregunt\\p{L}*|confirm\\p{L}*|decid\\p{L}*|aviso|digo
`);
const dayNamed =
  /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|\d+)(?!\p{L})/u;

const wordsMax = 14;
/** Of a sentence of its own. Two or three words ("Gerade so.", "Por los pelos.") may weigh what was agreed. */
const [sentenceWordsMin, sentenceWordsMax] = [4, 30];
const isLongEnough = (said: string): boolean =>
  said.split(" ").length >= sentenceWordsMin && said.split(" ").length <= sentenceWordsMax;

/** `said` in the form of `readable`. */
export function isReason(said: string, language: Language): boolean {
  const [lead] = leads[language].exec(said) ?? [];
  if (lead === undefined || said.split(" ").length > wordsMax) return false;
  const content = said.slice(lead.length);
  return !turned.test(content) && !dayNamed.test(content);
}

/** Before the first word that leads to a reason, and from it on; undefined where none stands inside. */
export function partedAtReason(piece: string, language: Language): [string, string] | undefined {
  const found = parting[language].exec(piece);
  if (found === null || found.index === 0) return undefined;
  return [piece.slice(0, found.index), piece.slice(found.index + found[0].length)];
}

/** How a remark begins that tells of the writer, of theirs or of the reader: a pronoun, an article, a possessive. */
const subjects: Readonly<Record<Language, RegExp>> = {
  en: /^[, ]*(?:and |also |oh |ps |btw |by the way,? )?(?:i|i'm|i'll|i've|i'd|we|we're|we'll|we've|my|our|the|it|it's|it'll|that|that's|there's|there is|there are|you'll|you|your|been)(?! (?:think|hope|guess|suppose|wish|hear|see))(?![\p{L}'])/u,
  de: /^[, ]*(?:und |übrigens |ps )?(?:ich|wir|mein|meine|meinen|unser|unsere|der|die|das|es|bin|hab|habe|freu|da (?=hab|bin|ist|habe))(?![\p{L}])/u,
  fr: /^[, ]*(?:et |ps )?(?:je|j'|nous|mon|ma|mes|notre|nos|le|la|les|l'|c'est|ça|il y a|vous|tu|votre|ton|ta|on)(?![\p{L}])/u,
  es: /^[,¡¿ ]*(?:y |pd )?(?:yo|mi|mis|nuestro|nuestra|el|la|los|las|es|hay|me|te|llevo|voy|tengo|ya|estoy|soy|así)(?![\p{L}])/u,
};

/** What a remark may not tell and a reason may: what is done at that hour, where somebody else is, who else is meant, what was misread. */
const elsewhere = wholeWords(`
  mis\\p{L}+|mistook|overs\\p{L}+|forg[eo]t\\p{L}*|represent\\p{L}*|share|inbox|handed|hand (?:you|it)|pass(?:ed)? (?:you|it|this)|forward\\p{L}*|sent|gave|given|send|promised|sold|owe
  play|playing|swim|perform|present|presenting|teach|preach|sing|race|compete|host|move|moving|marry|graduate|babysit|drive|driving|work|working|sleep|sleeping|shower|unpack\\p{L}*
  in (?!the (?:area|neighbou?rhood|building|village)|town|good|great|a good|case)\\p{L}+|boarding|gate|airport|jail|prison|court|labou?r|kidney|dentist|doctor|exam|wedding|trial|deadline|strike|quit|resign\\p{L}*|retired?|fired|dead|died
  closed|locked|shut|broken|flooded|gone|full|out of|over by|see about|we'll see|let's see|we shall see|as if|great|whatever|anyway,? (?:no|not)|lucky|shame|pity|sorry|afraid|sad\\p{L}*|reflection|tight|scheduled|reminded

  übergeb\\p{L}*|überlass\\p{L}*|schick\\p{L}*|leite|weiter\\p{L}*|streik\\p{L}*|abgelehnt|geb\\p{L}* (?:es|das|sie)|abgegeben|versprochen|vergeben|verwechselt|vertan|vergess\\p{L}*|verschlafen|kündig\\p{L}*|gekündigt
  spiel\\p{L}*|koche|koch|lade|führe|arbeite|wohne|lebe|fahre|ziehe|renne|laufe|schwimme|probe|halte|präsentiere|moderiere|heirate|schlafe|dusche|umzug\\p{L}*|flughafen|gate|gericht|zahnarzt|arzt|prüfung|hochzeit|streik|tot|gestorben
  zu|geschlossen|gesperrt|kaputt|gestört|defekt|sehen|schauen|mal schauen|konkurr\\p{L}*|schade|traurig|tut mir|bedaure|knapp|eng

  verra|verrons|verrez|jou\\p{L}*|nage|chante|travaille|habite|vis|conduis|déménag\\p{L}*|transmets|transfère|laisse|confie|envoie|donne|donné|promis|oubli\\p{L}*|représente|démission\\p{L}*|aéroport|embarqu\\p{L}*|tribunal|dentiste|médecin|examen|mariage|grève|mort
  fermée?|cassée?|bloquée?|tant pis|dommage|désolée?|tendu|serré|plombier|pêche

  veremos|veré|ya se verá|vend\\p{L}+|perd\\p{L}+|rechac\\p{L}+|juego|nado|canto|trabajo|vivo|conduzco|mudo|mudanza|paso (?:a|el|la)|mando|dejo|doy|dado|di|envío|entregué|prometí|olvid\\p{L}*|represento|renunci\\p{L}*|aeropuerto|embarque|juzgado|juicio|dentista|médico|examen|boda|huelga|murió|fontanero
  cerrad[oa]|rot[oa]|estropead[oa]|lástima|pena|siento|just[oa]|apretad[oa]|recojo|presento|pido|quiero|gustaría
`);
/** A name in a German remark: a noun without an article behind a pronoun or a word for a place. */
export const germanRemarkName =
  /(?<!\p{L})(?:mir|dir|ihm|ihr|uns|euch|Ihnen|ihnen|es|ihn|sie|Sie|dich|in|aus|nach|mit|von|für|bei|zu|und) (?!Ruhe|Zeit|Hunger|Lust|Freude|Hause|Fuß|Rad)\p{Lu}\p{Ll}+/u;

/**
 * How a sentence of its own begins that states something: with a word of a closed class (an article, a pronoun, a word for the
 * order of things), in Spanish also with a verb of the writer's. What is asked of the reader and what a name does begin otherwise.
 */
const openings: Readonly<Record<Language, RegExp>> = {
  en: opensSentence(`
    i|i'\\p{L}+|we|we'\\p{L}+|my|our|ours|mine|the|a|an|it|it's|it'll|that|that's|this|these|those|there|there's|you'\\p{L}+|you|your|yours|all|both|each|every|some|many|most|several|one|nothing beats|no wonder|\\p{L}{3,}s (?=(?:are|were|have)(?!\\p{L}))
    been|just|still|now|here|finally|recently|lately|meanwhile|apparently (?=you)|sometimes|always|never a|today (?=i|we|my|our|the)|these days|speaking of|as (?=you|ever|always|usual|for)|what|how|such|lots|plenty|so (?=much|many|good|nice|glad|happy|great|proud)|two|three|being|having|hearing|seeing|reading|loved|love|enjoyed|saw|read|met|found|finished|working|sitting|having
  `),
  de: opensSentence(`
    ich|wir|mein|meine|meinen|meinem|meiner|unser|unsere|unseren|unserem|unserer|der|die|das|den|dem|ein|eine|einen|einem|es|du|sie|ihr|ihre|ihren|ihrem|dein|deine|deinen|euer|eure|man|mir|uns|dies\\p{L}*|alle|alles|viele|manche|beide|\\p{L}{4,} (?=(?:sind|waren|haben)(?!\\p{L}))
    bin|hab|habe|haben|war|waren|freu|bei (?=mir|uns)|hier|da|dort|jetzt|nun|inzwischen|mittlerweile|endlich|gerade|neulich|heute (?=habe|ist|war|scheint)|immer|manchmal|im|am|in (?=den|der|meinem|unserem)|auf (?=dem|der|meinem|unserem)|über|vom|von|zum|zur|was für|so (?=viel|schön|gut|nett)|wie (?=immer|schön|du|sie)|dass|lieb|schön|toll|zwei|drei
  `),
  fr: opensSentence(`
    je|j'\\p{L}+|nous|on|mon|ma|mes|notre|nos|le|la|les|l'\\p{L}+|un|une|des|ce|cet|cette|ces|c'\\p{L}+|ça|cela|il y a|il fait|vous|tu|t'\\p{L}+|votre|vos|ton|ta|tes|tout|toute|tous|toutes|chaque|plusieurs|beaucoup|quel|quelle|quels|quelles|que de
    ici|chez (?=moi|nous)|maintenant|désormais|enfin|récemment|aujourd'hui (?=je|nous|il|c')|toujours|parfois|depuis|dans (?=mon|notre|le|la)|au|aux|à (?=la|l'|mon|notre)|en ce moment|comme (?=toujours|vous|tu|d'habitude)|deux|trois|me|merci
  `),
  es: opensSentence(`
    yo|mi|mis|nuestr\\p{L}+|el|la|los|las|lo|un|una|unos|unas|este|esta|esto|eso|esa|ese|es|son|era|hay|había|hace|tú|tu|tus|su|sus|usted|vuestr\\p{L}+|te|le|les|os|me|nos|se|todo|todos|toda|todas|cada|vari[oa]s|much[oa]s?|qué|cuánt[oa]s?
    aquí|por aquí|ahora|ya|por fin|hoy (?=he|es|ha|hace)|siempre|a veces|en (?=mi|nuestra|el|la|casa)|desde|como (?=siempre|sabes|sabe)|he|hemos|ha|has|estoy|estamos|soy|somos|tengo|tenemos|llevo|llevamos|acabo|acabamos|voy|vamos|sigo|seguimos|ando|vengo|traigo|dos|tres|\\p{L}{3,}(?:é|amos|emos|imos|ía|íamos|aba|ábamos)
  `),
};

/** A remark of the writer's on their own affairs, as free as a reason; `isWhole` where it is a sentence of its own. */
export const isRemark = (said: string, language: Language, isWhole = false): boolean =>
  (subjects[language].test(said)
    ? said.split(" ").length <= (isWhole ? sentenceWordsMax : wordsMax)
    : isWhole && openings[language].test(said) && isLongEnough(said)) &&
  !turned.test(said) &&
  !elsewhere.test(said) &&
  !dayNamed.test(said);
