/** What one promises to do: verbs that hand something to the reader, and verbs that do something with a thing. */

/** English verbs stand as they are. */
export const giving =
  "send|forward|share|email|e-mail|mail|bring|lend|pass on|pass|hand over|print|scan|post|drop off|drop|give|return|ship|deliver|submit|circulate|upload|text";

export const doing =
  "ask|check with|check|look into|look up|look for|find out|find|dig out|dig up|prepare|draft|write to|write up|write|book|review|read through|read|go through|sign|set up|organise|organize|arrange|translate|proofread|reserve|put together|pull together|put aside|draw up|track down|hunt down|chase up|chase|speak (?:to|with)|talk (?:to|with)|have a (?:word|chat) with|(?:call|ring|phone)(?= .* (?:about|to|for) )|(?:pop|stick|put|drop)(?= .* in (?:the post|the mail|an envelope))|ping|nudge|remind|contact|invite|confirm|update|finalise|finalize|compile|collect|work out|run through|revise|type up|summarise|summarize|research|make|do";

/** What one makes or does for another; "make" and its like promise nothing else. */
export const makeable: Readonly<Record<"en" | "fr" | "de" | "es", RegExp>> = {
  en: /(?<!\p{L})(?:list|copy|copies|summary|sketch|draft|quote|estimate|offer|proposal|intro|introduction|version|write-?up|note|map|drawing|calculation|table|translation|plan)s?(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:devis|point|compte[- ]rendu|résumé|synthèse|proposition|offre|liste|copie|estimation|brouillon|version|plan|tableau|note)s?(?!\p{L})/iu,
  de: /(?<!\p{L})\p{L}*(?:angebot|liste|kopie|entwurf|vorschlag|zusammenfassung|skizze|übersicht|plan|tabelle|kostenvoranschlag)e?n?(?!\p{L})/iu,
  es: /(?<!\p{L})(?:presupuesto|resumen|lista|copia|propuesta|oferta|borrador|versión|esquema|plan|tabla|nota|respuesta|estimación)(?:e?s)?(?!\p{L})/iu,
};

/**
 * Regular futures are made from the infinitive. `acts`: in the present tense, too, it lies ahead. `makes`: only with what one
 * makes for another.
 */
export type Verb = { infinitive: string; present: string; future?: string; acts?: boolean; makes?: boolean };

export const frenchVerbs: readonly Verb[] = [
  { infinitive: "envoyer", present: "envoie", future: "enverrai" },
  { infinitive: "renvoyer", present: "renvoie", future: "renverrai" },
  { infinitive: "transmettre", present: "transmets", future: "transmettrai" },
  { infinitive: "transférer", present: "transfère", future: "transférerai" },
  { infinitive: "faire suivre", present: "fais suivre", future: "ferai suivre" },
  { infinitive: "faire parvenir", present: "fais parvenir", future: "ferai parvenir" },
  { infinitive: "faire passer", present: "fais passer", future: "ferai passer" },
  { infinitive: "faire", present: "fais", future: "ferai", makes: true },
  { infinitive: "partager", present: "partage" },
  { infinitive: "prêter", present: "prête" },
  { infinitive: "passer", present: "passe" },
  { infinitive: "donner", present: "donne", makes: true },
  { infinitive: "fournir", present: "fournis" },
  { infinitive: "déposer", present: "dépose" },
  { infinitive: "apporter", present: "apporte" },
  { infinitive: "rapporter", present: "rapporte" },
  { infinitive: "communiquer", present: "communique" },
  { infinitive: "préparer", present: "prépare" },
  { infinitive: "rédiger", present: "rédige" },
  { infinitive: "terminer", present: "termine" },
  { infinitive: "finir", present: "finis" },
  { infinitive: "compléter", present: "complète", future: "compléterai" },
  { infinitive: "corriger", present: "corrige" },
  { infinitive: "traduire", present: "traduis", future: "traduirai" },
  { infinitive: "chiffrer", present: "chiffre" },
  { infinitive: "confirmer", present: "confirme" },
  { infinitive: "organiser", present: "organise" },
  { infinitive: "planifier", present: "planifie" },
  { infinitive: "imprimer", present: "imprime" },
  { infinitive: "scanner", present: "scanne" },
  { infinitive: "chercher", present: "cherche" },
  { infinitive: "retrouver", present: "retrouve" },
  { infinitive: "réserver", present: "réserve" },
  { infinitive: "relire", present: "relis", future: "relirai" },
  { infinitive: "vérifier", present: "vérifie", acts: true },
  { infinitive: "relancer", present: "relance", acts: true },
  { infinitive: "contacter", present: "contacte", acts: true },
  { infinitive: "demander à", present: "demande à", future: "demanderai à", acts: true },
  { infinitive: "poser la question à", present: "pose la question à", future: "poserai la question à", acts: true },
  { infinitive: "parler à", present: "parle à", future: "parlerai à" },
  { infinitive: "voir avec", present: "vois avec", future: "verrai avec", acts: true },
  { infinitive: "poster", present: "poste" },
  { infinitive: "adresser", present: "adresse" },
];

/** First person and infinitive; the prefix goes to the end of the clause. `takes`: what the verb takes instead of a thing. */
export const germanVerbs: readonly {
  first: string;
  prefix?: string;
  infinitive: string;
  acts?: boolean;
  makes?: boolean;
  takes?: RegExp;
}[] = [
  { first: "lasse?", prefix: "zukommen", infinitive: "zukommen lassen" },
  { first: "schicke?", prefix: "zu", infinitive: "zuschicken" },
  { first: "schicke?", prefix: "weiter", infinitive: "weiterschicken" },
  { first: "schicke?", prefix: "raus", infinitive: "rausschicken" },
  { first: "schicke?", prefix: "rüber", infinitive: "rüberschicken" },
  { first: "schicke?", infinitive: "schicken" },
  { first: "sende", prefix: "zu", infinitive: "zusenden" },
  { first: "sende", infinitive: "senden" },
  { first: "leite", prefix: "weiter", infinitive: "weiterleiten" },
  { first: "maile?", infinitive: "mailen" },
  { first: "leihe?", infinitive: "leihen" },
  { first: "bringe?", prefix: "mit", infinitive: "mitbringen" },
  { first: "bringe?", prefix: "vorbei", infinitive: "vorbeibringen" },
  { first: "gebe?", prefix: "weiter", infinitive: "weitergeben" },
  { first: "reiche?", prefix: "nach", infinitive: "nachreichen" },
  { first: "suche?", prefix: "heraus", infinitive: "heraussuchen" },
  { first: "suche?", prefix: "raus", infinitive: "raussuchen" },
  { first: "finde", prefix: "heraus", infinitive: "herausfinden" },
  { first: "bereite", prefix: "vor", infinitive: "vorbereiten" },
  { first: "lese?", prefix: "durch", infinitive: "durchlesen" },
  { first: "fasse?", prefix: "zusammen", infinitive: "zusammenfassen" },
  { first: "stelle?", prefix: "zusammen", infinitive: "zusammenstellen" },
  { first: "schreibe?", prefix: "auf", infinitive: "aufschreiben" },
  { first: "schreibe?", prefix: "zusammen", infinitive: "zusammenschreiben" },
  { first: "mache?", prefix: "bekannt", infinitive: "bekannt machen" },
  { first: "mache?", prefix: "fertig", infinitive: "fertig machen" },
  { first: "mache?", infinitive: "machen", makes: true },
  { first: "stelle?", prefix: "vor", infinitive: "vorstellen", acts: true },
  { first: "besorge?", infinitive: "besorgen" },
  { first: "erstelle", infinitive: "erstellen" },
  { first: "übersetze?", infinitive: "übersetzen" },
  { first: "drucke?", prefix: "aus", infinitive: "ausdrucken" },
  { first: "bestelle?", infinitive: "bestellen" },
  { first: "organisiere?", infinitive: "organisieren" },
  { first: "reserviere?", infinitive: "reservieren" },
  { first: "buche?", infinitive: "buchen" },
  { first: "kläre?", infinitive: "klären", acts: true },
  { first: "prüfe?", infinitive: "prüfen", acts: true },
  { first: "frage?", prefix: "an", infinitive: "anfragen", acts: true, takes: /^bei (?=(?:de[mnr] |\p{Lu}))/u },
  { first: "frage?", infinitive: "fragen", acts: true },
  { first: "rufe?", prefix: "an", infinitive: "anrufen" },
  { first: "hake", prefix: "nach", infinitive: "nachhaken", acts: true, takes: /^(?:bei|beim) /u },
  { first: "spreche", infinitive: "sprechen", takes: /^mit (?=(?:de[mnr] |meine|unsere|\p{Lu}))/u },
  { first: "bespreche", infinitive: "besprechen", takes: /^(?:das|die sache) mit /u },
  { first: "rede", infinitive: "reden", takes: /^mit (?=(?:de[mnr] |meine|unsere|\p{Lu}))/u },
];

export const spanishVerbs: readonly Verb[] = [
  { infinitive: "hacer llegar", present: "hago llegar", future: "haré llegar" },
  { infinitive: "hacer", present: "hago", future: "haré", makes: true },
  { infinitive: "enviar", present: "envío" },
  { infinitive: "reenviar", present: "reenvío" },
  { infinitive: "mandar", present: "mando" },
  { infinitive: "pasar", present: "paso" },
  { infinitive: "dar", present: "doy", makes: true },
  { infinitive: "prestar", present: "presto" },
  { infinitive: "compartir", present: "comparto" },
  { infinitive: "entregar", present: "entrego" },
  { infinitive: "llevar", present: "llevo" },
  { infinitive: "traer", present: "traigo" },
  { infinitive: "devolver", present: "devuelvo" },
  { infinitive: "preparar", present: "preparo" },
  { infinitive: "redactar", present: "redacto" },
  { infinitive: "terminar", present: "termino" },
  { infinitive: "completar", present: "completo" },
  { infinitive: "corregir", present: "corrijo" },
  { infinitive: "traducir", present: "traduzco" },
  { infinitive: "imprimir", present: "imprimo" },
  { infinitive: "escanear", present: "escaneo" },
  { infinitive: "buscar", present: "busco" },
  { infinitive: "reservar", present: "reservo" },
  { infinitive: "organizar", present: "organizo" },
  { infinitive: "confirmar", present: "confirmo" },
  { infinitive: "facilitar", present: "facilito" },
  { infinitive: "consultar", present: "consulto", acts: true },
  { infinitive: "revisar", present: "reviso", acts: true },
  { infinitive: "comprobar", present: "compruebo", acts: true },
  { infinitive: "preguntar a", present: "pregunto a", future: "preguntaré a", acts: true },
  { infinitive: "preguntar", present: "pregunto", acts: true },
  { infinitive: "hablar con", present: "hablo con", future: "hablaré con" },
  { infinitive: "comentar con", present: "comento con", future: "comentaré con" },
  { infinitive: "contactar con", present: "contacto con", future: "contactaré con" },
];
