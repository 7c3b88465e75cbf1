/** What the writer says they do, or have begun to do: "I just started as Head of Data at Acme". */
import type { Language } from "../mail/language.ts";
import type { Find, Writing } from "./found-fact.ts";
import { companyAtStart } from "./phrase.ts";
import { beginningsOf, clauseOf, isConditional, isDenied, isIronic, isReported, type Statement } from "./statement.ts";

/** Only of the person: what the owner does is known. */
export function findJobs(statement: Statement, { language, saidBy }: Writing): Find[] {
  if (saidBy === "owner" || statement.isQuestion || isIronic(statement) || isConditional(statement, language))
    return [];
  for (const beginning of beginningsOf(statement)) {
    const clause = clauseOf(beginning);
    if (isDenied(clause, language) || former[language].test(clause.split(goingOn, 1)[0] ?? clause)) continue;
    if (isReported(statement.text.slice(0, statement.text.length - beginning.length), language)) continue;
    for (const { pattern } of [...announcements[language], ...statements[language]]) {
      const job = jobIn(pattern.exec(beginning), language);
      if (job !== undefined) return [{ text: job, confidence: 0.95 }];
    }
  }
  return [];
}

/** Whether a sentence tells of a job that has just begun (R13), rather than of one that they have. */
export const announcesNewJob = (quote: string, language: Language): boolean =>
  beginningsOf({ text: quote, isQuestion: false }).some((beginning) =>
    announcements[language].some(({ pattern }) => jobIn(pattern.exec(beginning), language) !== undefined),
  );

const former: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:used to|almost|nearly|would|could|might|former(?:ly)?|until|was offered|apply\p{L}*|applied|interview\p{L}*|had)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:failli|presque|aurais|serais|ancien(?:ne)?|étais|candidat\p{L}*|postul\p{L}*)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:beinahe|fast|hätte|wäre|früher|ehemalig\p{L}*|bewerb\p{L}*|beworben)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:casi|habría|sería|antes era|era|ex|exdirector\p{L}*|candidat\p{L}*|postul\p{L}*)(?!\p{L})/iu,
};

/** "… and would love to meet again" takes nothing back. */
const goingOn =
  / (?:and|et|und|y) (?=would|will|am |wish|aimerais|j'aimerais|serais|je serais|würde|hätte|wäre|me gustaría|querría)/iu;

type Pattern = { pattern: RegExp };

const words = "[\\p{L}&/'-]+";
/** Lazy: it ends where the company begins. */
const title = `(?<title>${words}(?: ${words}){0,6}?)`;
const make = (...sources: string[]): Pattern[] =>
  sources.map((source) => ({ pattern: new RegExp(`^${source}`, "iu") }));

const announcements: Readonly<Record<Language, readonly Pattern[]>> = {
  en: make(
    `(?:i've|i have|i)(?: (?:just|recently|now|finally|also))*(?: (?:last|this) (?:week|month))? (?:started|begun|began)(?: (?:last|this) (?:week|month)| today| a new (?:job|role|position)| work(?:ing)?)* as (?:the |an? |their )?(?:new )?${title} (?<link>at|with|for|of(?!.* (?:at|with) )) (?<company>.+)`,
    `(?:i've|i have|i)(?: (?:just|recently|now|finally))* (?:left [^,.]{2,40} and )?joined (?<company>[^,]+?)(?: (?:last|this) (?:week|month)| today)? as (?:the |an? |their )?(?:new )?${title}(?= (?:last|this|in|on|from|and|today)(?!\\p{L})|[.,!]|$)`,
    `(?:i've|i have|i)(?: (?:just|recently|now|finally))* (?:taken up|took up|started|accepted) (?:the|my|a) (?:new )?(?:post|position|role|job) (?:of|as) (?:the |an? )?${title} (?<link>at|with|for|of(?!.* (?:at|with) )) (?<company>.+)`,
    `(?:i've|i have|i)(?: (?:just|recently|now|finally))* taken over as (?:the )?${title} (?<link>at|for|of(?!.* at )) (?<company>.+)`,
    `(?:i've been|i have been|i was|i got)(?: (?:just|recently|now|finally))* (?:promoted to|appointed|named|made) (?:as )?(?:the |an? )?${title} (?<link>at|of(?!.* at )) (?<company>.+)`,
    `(?:i've been|i have been|i was|i got)(?: (?:just|recently|now|finally))* (?:promoted to|appointed|named|made) (?:as )?(?:the |an? )?${title}(?= (?:last|this|in|on|from|and|today|yesterday)(?!\\p{L})|[.,!]|$)`,
    `(?:(?:since|as of) [\\p{L}\\d ]{3,20} )?(?:i'm|i am)(?: now)? (?:the|their) new ${title} (?<link>at|with|for|of(?!.* (?:at|with) )) (?<company>.+)`,
    `(?:(?:since|as of) [\\p{L}\\d ]{3,20} )?(?:i'm|i am) now (?:the |an? )?${title} (?<link>at|with|for|of(?!.* (?:at|with) )) (?<company>.+)`,
    `(?:i'm|i am) now working (?:at|for|with) (?<company>[^,]+?) as (?:the |an? )?${title}(?= (?:and|in|on|since)(?!\\p{L})|[.,!]|$)`,
    `(?:i've|i have|i)(?: (?:just|recently|now|finally))* become (?:the |an? )?${title} (?<link>at|with|for|of(?!.* (?:at|with) )) (?<company>.+)`,
    `(?:i've|i have|i'm|i am|i)(?: (?:just|recently|now|finally))* (?:started|starting|begun|got|took|taken|landed|moved (?:on )?(?:in)?to) (?:in )?(?:a|my) new (?:job|role|position|post)(?: (?:this|last) (?:week|month)| today| on monday)?(?:,|:| -)? (?:as )?(?:the |an? )?${title} (?<link>at|with|for|of(?!.* (?:at|with) )) (?<company>.+)`,
    `(?:i've|i have|i)(?: (?:just|recently|now|finally))* (?:moved|switched|gone|crossed over)(?: over| across)? to (?<company>[^,]+?) as (?:the |an? |their )?(?:new |first )?${title}(?= (?:last|this|in|on|from|and)(?!\\p{L})|[.,!]|$)`,
    `(?:i'll be|i will be|i'm|i am) (?:joining|moving to) (?<company>[^,]+?)(?: (?:next|this) (?:week|month)| in \\p{L}+)? as (?:the |an? |their )?(?:new )?${title}(?= (?:next|this|in|on|from|and)(?!\\p{L})|[.,!]|$)`,
    `(?:i have|i've got|i got) a new (?:job|role|position): ${title} (?<link>at|with|for|of(?!.* (?:at|with) )) (?<company>.+)`,
    `(?:since|as of|from) [\\p{L}\\d ]{3,20} (?:i'm|i am) (?:the |an? )?${title} (?<link>at|with|for|of(?!.* (?:at|with) )) (?<company>.+)`,
  ),
  fr: make(
    `je viens de (?:commencer|démarrer|débuter|prendre mes fonctions)(?: (?:un nouveau poste|cette semaine|lundi))? (?:comme|en tant que) ${title} (?<link>chez|à|au sein de) (?<company>.+)`,
    `(?:je viens de rejoindre|j'ai rejoint|je rejoins|je viens d'arriver chez|je suis passée? chez|je suis arrivée? chez|je suis désormais chez) (?<company>[^,]+?)(?: (?:cette semaine|lundi|ce mois-ci))? (?:comme|en tant que) ${title}(?= (?:cette|ce|lundi|depuis|et)(?!\\p{L})|[.,!]|$)`,
    `je suis (?:désormais|maintenant|depuis [\\p{L}\\d ]{3,20}|à présent) (?:la |le )?(?:nouvelle |nouveau )?${title} (?<link>chez|à|de(?!.* chez )) (?<company>.+)`,
    `j'(?:ai|occupe) (?:commencé|démarré|débuté|pris|trouvé|changé de|occupe)?(?: (?:dans )?(?:un nouveau|mon nouveau)? ?(?:poste|travail|emploi|job))(?: (?:cette semaine|lundi|ce mois-ci))?(?:,| :| -)? (?:comme |en tant que |de )?${title} (?<link>chez|à|au sein de) (?<company>.+)`,
    `je suis (?:la nouvelle|le nouveau) ${title} (?<link>chez|à|du|de la|des|de(?!.* chez )) (?<company>.+)`,
    `(?:depuis [\\p{L}\\d ]{3,20},? )je suis (?:la |le )?(?:nouvelle |nouveau )?${title} (?<link>chez|à|de(?!.* chez )) (?<company>.+)`,
    `j'ai pris mes fonctions (?:de|comme) ${title} (?<link>chez|à|de(?!.* chez )) (?<company>.+)`,
    `je viens d'être (?:nommée?|promue?)(?: au poste de)? ${title} (?<link>chez|à|de(?!.* chez )) (?<company>.+)`,
    `je travaille (?:maintenant|désormais) chez (?<company>[^,]+?) comme ${title}(?= (?:depuis|et)(?!\\p{L})|[.,!]|$)`,
    `j'ai été (?:nommée?|promue?)(?: au poste de)? ${title} (?<link>chez|de(?!.* chez )) (?<company>.+)`,
    `j'ai été (?:nommée?|promue?)(?: au poste de)? ${title}(?= (?:la semaine|le mois|cette|ce|lundi|hier|depuis|et)(?!\\p{L})|[.,!]|$)`,
  ),
  de: make(
    `(?:ich habe|habe ich) (?:gerade|soeben|jetzt|neu|diese woche|diesen monat|am montag|vor kurzem)(?: (?:gerade|neu|einen neuen job))* als ${title} (?<link>bei) (?<company>.+?) (?:angefangen|begonnen|gestartet)`,
    `(?:ich habe|habe ich)(?: [\\p{L} ]{3,20}?)? (?:eine neue stelle|einen neuen job|einen neuen posten|eine neue aufgabe)(?: [\\p{L}]{3,20})?(?: angetreten| begonnen| angefangen| übernommen)?(?:,|:)? (?:als )?${title} (?<link>bei) (?<company>.+)`,
    `ich bin (?:der neue|die neue) ${title} (?<link>bei|von|des|der|vom) (?<company>.+)`,
    `ich bin(?: (?:kürzlich|gerade|neulich|vor kurzem|letzte woche|letzten monat))* als ${title} zu (?<company>.+?) (?:gewechselt|gegangen|gekommen)`,
    `ich bin(?: (?:kürzlich|gerade|neulich|vor kurzem|letzte woche|letzten monat))* zu (?<company>.+?) gewechselt,? als ${title}(?=[.,!]|$)`,
    `ich (?:wechsle|gehe) (?:[\\p{L} ]{3,20} )?als ${title} zu (?<company>.+)`,
    `ich wechsle (?:[\\p{L} ]{3,20} )?zu (?<company>[^,]+?) als ${title}(?=[.,!]|$)`,
    `(?:ich )?bin (?:jetzt|nun|neuerdings|seit [\\p{L}\\d ]{3,20}?|ab sofort|gerade) (?:der |die )?(?:neue |neuer )?${title} (?<link>bei) (?<company>.+)`,
    `seit [\\p{L}\\d ]{3,20}? bin ich (?:jetzt )?(?:der |die )?(?:neue |neuer )?${title} (?<link>bei|von) (?<company>.+)`,
    `ich arbeite (?:jetzt|nun|seit [\\p{L}\\d ]{3,20}?|neuerdings) als ${title} (?<link>bei) (?<company>.+)`,
    `(?:ich bin|ich wurde)(?: (?:gerade|kürzlich|letzte woche))* zu[mr] ${title} (?<link>bei) (?<company>.+?) (?:befördert|ernannt)`,
    `(?:ich bin|ich wurde)(?: (?:gerade|kürzlich|letzte woche))* zu[mr] ${title} (?:befördert|ernannt)`,
  ),
  es: make(
    `he empezado a trabajar (?:como|de) ${title} (?<link>en) (?<company>.+)`,
    `acabo de (?:empezar|comenzar)(?: (?:un nuevo trabajo|esta semana))? (?:como|de) ${title} (?<link>en) (?<company>.+)`,
    `(?:me he incorporado a|me incorporé a|acabo de incorporarme a|acabo de entrar en|he entrado en|acabo de cambiarme a|me he cambiado a|me he pasado a|acabo de llegar a|he llegado a|me uno a|me incorporo a) (?<company>[^,]+?) como ${title}(?= (?:esta|este|el|desde|y)(?!\\p{L})|[.,!]|$)`,
    `(?:he empezado|empiezo|acabo de empezar|he comenzado|estreno)(?: [\\p{L} ]{3,20}?)?(?: en)? (?:un puesto nuevo|un nuevo puesto|un trabajo nuevo|un nuevo trabajo|puesto|puesto nuevo|nuevo puesto)(?:,|:)? (?:como |de )?${title} (?<link>en) (?<company>.+)`,
    `(?:desde [\\p{L}\\d ]{3,20}? |ahora )soy (?:el |la )?(?:nuev[oa] )?${title} (?<link>en|de(?!.* en )) (?<company>.+)`,
    `soy (?:el nuevo|la nueva) ${title} (?<link>en|de(?!.* en )) (?<company>.+)`,
    `me (?:han nombrado|nombraron|han ascendido a|ascendieron a) ${title} (?<link>en|de(?!.* en )) (?<company>.+)`,
    `me (?:han nombrado|nombraron|han ascendido a|ascendieron a) ${title}(?= (?:la semana|el mes|esta|este|ayer|hoy|y)(?!\\p{L})|[.,!]|$)`,
  ),
};

const statements: Readonly<Record<Language, readonly Pattern[]>> = {
  en: make(
    `(?:i'm|i am) (?:the |an? )${title} (?<link>at|with|for|of(?!.* (?:at|with) )) (?<company>.+)`,
    `i (?:now |currently )?work as (?:the |an? )${title} (?<link>at|for|with) (?<company>.+)`,
  ),
  fr: make(
    `je travaille (?:actuellement |maintenant |désormais |depuis [\\p{L}\\d ]{3,20} )?(?:comme|en tant que) ${title} (?<link>chez|à) (?<company>.+)`,
  ),
  de: make(`ich arbeite als ${title} (?<link>bei) (?<company>.+)`),
  es: make(
    `(?:ahora |actualmente |desde [\\p{L}\\d ]{3,20}? )?trabajo (?:ahora |actualmente |desde [\\p{L}\\d ]{3,20}? )?(?:como|de) ${title} (?<link>en) (?<company>.+)`,
  ),
};

const standsFor: Readonly<Record<Language, string>> = { en: "at", fr: "chez", de: "bei", es: "en" };

/** A title, and the company by its name; a title alone only where it is written like one. */
function jobIn(found: RegExpExecArray | null, language: Language): string | undefined {
  const { title: said = "", company: behind, link } = found?.groups ?? {};
  if (!callings[language].test(said) || noTitle.test(said)) return undefined;
  if (behind === undefined) return isTitleAlone(said, language) ? said : undefined;
  const company = companyAtStart(behind);
  if (company === undefined) return undefined;
  return `${said} ${linkOf(link, language)} ${company}`;
}

/** "of" belongs to the title ("COO of Umbra"); every other word for "at" is said in one way. */
const linkOf = (link: string | undefined, language: Language): string => {
  const said = link?.toLowerCase();
  return said !== undefined && keptLinks.has(said) ? said : standsFor[language];
};

const keptLinks: ReadonlySet<string> = new Set(["of", "de", "du", "de la", "des", "der", "vom"]);

/** A title with no employer behind it must be written like one. */
const isTitleAlone = (said: string, language: Language): boolean =>
  language !== "en" || /^\p{Lu}[\p{L}&-]*(?: (?:of|for|and|the|\p{Lu}[\p{L}&-]*)){0,5}$/u.test(said);

/** Words that name what somebody is employed as; by their endings where the language has them. */
const callings: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:head|chief|director|manager|officer|president|partner|lead|leader|c[a-z]o|vp|svp|dean|chair|chair(?:man|woman)|editor|principal|professor|lecturer|teacher|counsel|controller|treasurer|secretary|curator|fellow|associate|assistant|analyst|engineer|developer|designer|architect|consultant|adviser|advisor|accountant|lawyer|solicitor|scientist|researcher|producer|planner|buyer|trader|nurse|doctor|physician|surgeon|pharmacist|journalist|reporter|writer|translator|coordinator|specialist|strategist|founder|owner|trustee|administrator|supervisor|coach|recruiter|representative|executive|ombuds\p{L}+|librarian|archivist|chef|foreman|surveyor|broker|underwriter|economist|programmer|sales|\p{L}+(?:ologist|ician|ographer))(?!\p{L})/iu,
  fr: /^(?:(?:co-?)?direct(?:eur|rice)|responsable|chef(?:fe)?|gérante?|associée?|présidente?|avocate?|consultante?|juriste|comptable|acheteu(?:r|se)|d[gsr]i|drh|pdg|d[ga]f|cto|ceo|coo|assistante?|adjointe?|chargée? de|secrétaire|architecte|cadre|délégué(?:e)?|conseil(?:ler|lère)|enseignante?|professeure?|libraire|médecin|notaire|analyste|ingénieure?|\p{L}+(?:iste|teur|trice|ien|ienne|ographe|logue))(?!\p{L})/iu,
  de: /^(?:(?:neue[rn]? |kaufmännische[rn]? |technische[rn]? |stellvertretende[rn]? |leitende[rn]? |wissenschaftliche[rn]? )?\p{Lu}\p{L}*(?:leiter|leitung|leiterin|führer|führerin|ingenieur|ingenieurin|berater|beraterin|entwickler|entwicklerin|analyst|analystin|referent|referentin|assistent|assistentin|anwalt|anwältin|arzt|ärztin|lehrer|lehrerin|manager|managerin|planer|planerin|prüfer|prüferin|chef|chefin|direktor|direktorin|vorstand|partner|partnerin|prokurist|prokuristin|redakteur|redakteurin|forscher|forscherin|architekt|architektin|designer|designerin|einkäufer|einkäuferin|verkäufer|verkäuferin|controller|controllerin|jurist|juristin|buchhalter|buchhalterin|sekretär|sekretärin|händler|händlerin|meister|meisterin|pfleger|pflegerin|trainer|trainerin|Leiter|Leiterin)|CEO|COO|CTO|CFO|Leiter(?:in)?|Head|Produkt\p{L}+)(?!\p{L})/u,
  es: /^(?:(?:sub)?direct(?:or|ora)|responsable|jef[ea]|gerente|president[ea]|soci[oa]|abogad[oa]|analista|ingenier[oa]|consultor(?:a)?|asesor(?:a)?|médic[oa]|arquitect[oa]|diseñador(?:a)?|desarrollador(?:a)?|profesor(?:a)?|coordinador(?:a)?|comprador(?:a)?|contable|administrador(?:a)?|redactor(?:a)?|programador(?:a)?|editor(?:a)?|secretari[oa]|técnic[oa]|periodista|investigador(?:a)?|encargad[oa]|ceo|coo|cto|cfo|\p{L}+(?:ista|ólog[oa]))(?!\p{L})/iu,
};

/** What one may be "of" something without working there. */
const noTitle =
  /^(?:proud|joke|member|volunteer|guest|customer|client|friend|fan|kid|result|mitglied|gast|kunde|kundin|membre|invitée?|cliente?|miembro|invitad[oa]|turista|artista invitad[oa]|fan)(?: |$)/iu;
