/** Who brought the two together: "Sam suggested I write to you", "X introduced us". A name as it is written, nothing else. */
import type { Language } from "../mail/language.ts";
import type { Find, Writing } from "./found-fact.ts";
import { isNameWritten, nameSource } from "./phrase.ts";
import { beginningsOf, clauseOf, isConditional, isDenied, isIronic, type Statement } from "./statement.ts";

export function findIntroducers(statement: Statement, { language, knownNames }: Writing): Find[] {
  if (statement.isQuestion || isIronic(statement)) return [];
  for (const beginning of beginningsOf(statement)) {
    const clause = clauseOf(beginning);
    const before = statement.text.slice(0, statement.text.length - beginning.length);
    const text = `${before}${clause}`.replace(politely, " ");
    if (isDenied(clause, language) || isConditional({ ...statement, text }, language)) continue;
    for (const pattern of patterns[language]) {
      const name = pattern.exec(beginning)?.groups?.name?.replace(/\.$/u, "");
      if (name === undefined || !isNameWritten(name)) continue;
      if (name.includes(" ") || knownNames?.has(name.toLowerCase())) return [{ text: name, confidence: 0.95 }];
    }
  }
  return [];
}

/** "Sam mentioned you might know": the "might" leaves the reader free, Sam did mention them. */
const politely = /(?<= you )(?:might|may) /giu;

const make = (...sources: string[]) => sources.map((source) => new RegExp(`^${source}`, "iu"));
/** A name, who it is and where from: "my colleague Sam Okafor from the rowing club". */
const relation =
  "(?:(?:our|my|a|an|ma|mon|notre|une?|meine?|unsere?|eine?|mi|nuestr[oa]|una) (?:(?:mutual|common|good|old|former|dear|ancienne?|vieil|vieille|bonne?|gemeinsamer?|alte[rs]?|frühere[rs]?|antigu[oa]|buen[oa]?) )?(?:friend|colleague|acquaintance|contact|boss|neighbour|partner|cousin|brother|sister|amie?|collègue|connaissance|associée?|voisine?|cousine?|kolleg(?:e|in)|freund(?:in)?|bekannte[rs]?|chef(?:in)?|nachbar(?:in)?|partner(?:in)?|amig[oa]|compañer[oa]|colega|conocid[oa]|jef[ea]|soci[oa]|vecin[oa]),? )?";
const name = `${relation}${nameSource}(?:,? (?:from|at|of|du|de la|de l'|de|des|chez|vom|von|bei|del) [^,.;:!?]{2,30}?,?)?`;
/** A name at the end of what is said: it stops at a mark or at a word that goes on. */
const lastName = `${nameSource}(?= ?[,.;:!)]|$| (?:who|from|at|of|and|last|this|yesterday|qui|de|chez|et|la|hier|der|die|von|bei|und|bekommen|erhalten|letzte|que|quien|en|y|el|ayer)(?!\\p{L}))`;

const patterns: Readonly<Record<Language, readonly RegExp[]>> = {
  en: make(
    `${name}(?: (?:has|just|kindly|recently))* (?:suggested|recommended|proposed)(?: that)? (?:i|we)(?: should| might)? (?:write to|get in touch with|contact|reach out to|talk to|speak to|speak with|call|email|e-mail|ring|approach|ask|get hold of) you(?!r)`,
    `(?:(?:our|my|a) (?:mutual |common )?(?:friend|colleague|acquaintance|contact) )?${name}(?: (?:has|just|kindly|recently))* (?:suggested|recommended)(?: that)? i (?:should )?(?:reach out|get in touch|write to you|contact you)`,
    `(?:i was|we were|i've been) (?:referred|pointed|recommended|sent) to you by ${lastName}`,
    `${name}(?: (?:has|kindly|warmly|also))* (?:recommended you|mentioned your name|mentioned you to (?:me|us)|(?:spoke|speaks) (?:very |so )?highly of you|thought (?:that )?we should (?:meet|talk|know each other))(?!r)`,
    `(?:i'm|i am|we're|i) (?:writing|write|contacting)(?: to)? you (?:on|at) the (?:recommendation|advice|suggestion) of ${lastName}`,
    `(?:many )?(?:thanks|thank you)(?: so much)? to ${name} for (?:the|this|making the) (?:intro|introduction|connection)`,
    `(?:many )?(?:thanks|thank you)(?: so much)?, ${name},? for (?:the|this|making the) (?:intro|introduction|connection)`,
    `${name}(?: (?:has|just|kindly|recently))* (?:introduced us|put us in touch|connected us|brought us together|put me in touch with you|introduced me to you)(?! (?:to|with)(?!\\p{L}))`,
    `(?:i|we)(?: have|'ve)? (?:got|had|have|received) your (?:name|address|contact|contacts|contact details|details|email|e-mail|number)(?: address)? (?:from|through|via) ${lastName}`,
    `${name}(?: (?:has|just|kindly|recently))* (?:gave|given|passed|forwarded) (?:me|us)(?: on)? your (?:name|address|contact|contact details|details|email|e-mail|number)`,
    `(?:many )?(?:thanks|thank you)(?: (?:so much|very much|a lot))? for (?:the|this|that|making the|making this|your) (?:kind |warm |lovely |quick )?(?:intro|introduction|connection)(?:,| -)? ${lastName}`,
    `(?:your (?:name|address|contact|details)|you) (?:was|were) (?:given|passed|recommended) to (?:me|us) by ${lastName}`,
    `it was ${name} who (?:put us in touch|introduced us|connected us|brought us together|suggested)`,
    `(?:we )?(?:met|were introduced|were put in touch|know each other) (?:through|by|via) ${lastName}`,
    `(?:(?:our|my|a) (?:mutual |common |good |old )?(?:friend|colleague|acquaintance|contact|boss|neighbour) )?${name}(?: (?:has|just|kindly|recently|also))* (?:mentioned|said|told me|thought|reckoned)(?: that)? you(?: (?:would|might|may|could)|'d)? (?:well )?(?:(?:be |were |are )(?:able|the (?:right|best|ideal|one)|a good|interested|willing|open|looking)|know|help|have)(?!r)`,
    `(?:(?:i'm|i am|we're|i) )?(?:writing|write|contacting|getting in touch|reaching out)(?: (?:to|with) you)? (?:on|at|following) (?:the )?(?:recommendation|advice|suggestion|prompting|request) (?:of|from) ${lastName}`,
    `${name}(?: (?:has|just|kindly|recently))* (?:passed|handed|forwarded)(?: me)? on your (?:name|address|contact|contact details|details|email|e-mail|number)(?: to (?:me|us))?`,
    `(?:i was|we were|i've been) (?:given|passed) your (?:name|address|contact|contact details|details|email|e-mail|number) by ${lastName}`,
    `(?:many )?(?:thanks|thank you)(?: (?:so much|very much|a lot|again))? for (?:connecting us|introducing us|putting us in touch|bringing us together|linking us up)(?:,| -)? ${lastName}`,
    `${name}(?:,| -) (?:many )?(?:thanks|thank you)(?: (?:so much|very much|a lot|again))? for (?:connecting us|introducing us|putting us in touch|the intro|the introduction)`,
    `(?:we|you and i)(?:'ve| have)?(?: got)? a (?:mutual|common) (?:friend|acquaintance|contact)(?: in|:|,) ${lastName}`,
    `${name}(?: (?:has|just|kindly|recently|also))* (?:pointed|sent|referred|steered|directed) (?:me|us) (?:to you|your way|in your direction)`,
    `${name} (?:told me|said|thought)(?: that)? (?:i|we) should (?:write to|get in touch with|contact|talk to|speak to|meet) you(?!r)`,
  ),
  fr: make(
    `${name} (?:m'a|nous a)(?: (?:vivement|gentiment))? (?:conseillé|suggéré|recommandé|proposé) de (?:vous|t'|te )? ?(?:écrire|contacter|appeler|joindre|parler)(?! (?:à un|à une|le|la))(?<=(?:vous|te|t') ?(?:écrire|contacter|appeler|joindre|parler))`,
    `${name} (?:m'a|nous a)(?: (?:vivement|gentiment))? (?:conseillé|suggéré|recommandé|proposé) de (?:prendre contact avec|m'adresser à) (?:vous|toi)`,
    `${name} nous a (?:présentée?s?|mise?s? en (?:contact|relation))(?= |[.,!;]|$)(?! (?:la|le|les|un|une|son|sa|ses) (?!mois|semaine|jour))`,
    `(?:c'est )${name} qui (?:m'a parlé de (?:vous|toi)|nous a (?:présentée?s?|mise?s? en (?:contact|relation))|m'a (?:donné|transmis) (?:vos|votre|tes|ton))`,
    `j'ai (?:eu|obtenu|reçu) (?:vos|votre|tes|ton) (?:coordonnées|nom|adresse|contact|mail|numéro) (?:par|de|grâce à) ${lastName}`,
    `je (?:vous|te|t') ?(?:contacte|écris|joins) (?:sur (?:les conseils|la recommandation|la suggestion|le conseil)|suite aux conseils) d(?:e |')${lastName}`,
    `${name} m'a (?:beaucoup )?parlé de (?:vous|toi)(?!\\p{L})`,
    `${name} m'a (?:donné|transmis|communiqué) (?:vos|votre|tes|ton) (?:coordonnées|nom|adresse|contact|mail|numéro)`,
    `merci(?: (?:beaucoup|encore|mille fois))* de nous avoir (?:mise?s? en (?:relation|contact)|présentée?s?),? ${lastName}`,
    `(?:nous avons|on a) (?:une?|des) (?:amie?s?|connaissance|contact|relation) en commun(?: :|,)? ${lastName}`,
    `(?:nous avons|on a) (?:une?) (?:amie?|connaissance|relation) commune?(?: :|,)? ${lastName}`,
    `${name} (?:m'a|nous a) (?:orienté|orientée|dirigé|dirigée|adressé|adressée|renvoyé|renvoyée) vers (?:vous|toi)`,
    `${name},? (?:m'a|nous a) (?:dit|assuré|glissé) que (?:vous|tu) (?:pourriez|pourrais|pouviez|saviez|saurais|sauriez|cherchiez|cherchais|(?:étiez|seriez|serais|étais) (?:la bonne personne|le bon interlocuteur|la personne))`,
    `(?:(?:je me permets de|nous nous permettons de) (?:vous|t') ?(?:écrire|contacter|solliciter) )?(?:sur|suite à) (?:les? (?:conseils?|suggestion)|la (?:recommandation|suggestion)) d(?:e |')${lastName}`,
    `(?:merci à )${name} (?:de|pour) (?:nous avoir (?:mise?s? en (?:relation|contact)|présentée?s?)|la mise en (?:relation|contact))`,
    `merci(?: (?:beaucoup|encore))? pour (?:la|cette) (?:mise en (?:relation|contact)|présentation),? ${lastName}`,
    `je (?:vous|t')\\s?écris de la part de ${lastName}`,
  ),
  de: make(
    `${name} hat (?:mir|uns)(?: (?:sehr|wärmstens))? (?:empfohlen|geraten|vorgeschlagen|nahegelegt),? (?:mich (?:bei|an) )?(?:ihnen|dir|sie|dich)(?: einmal| mal)? (?:zu (?:schreiben|kontaktieren|wenden|melden|fragen)|anzusprechen|anzurufen|anzuschreiben)`,
    `${name} hat uns(?: [\\p{L} ]{1,40})? (?:vorgestellt|bekannt gemacht|zusammengebracht|in kontakt gebracht|miteinander bekannt gemacht|vernetzt)`,
    `${name} hat (?:mir|uns) (?:freundlicherweise )?(?:ihre|ihren|deine|deinen) (?:adresse|namen|kontakt|kontaktdaten|nummer|e-mail-adresse|mailadresse|telefonnummer) (?:gegeben|weitergegeben|weitergeleitet|geschickt|genannt)`,
    `(?:ihren|deinen|ihre|deine) (?:namen|adresse|kontakt|kontaktdaten|nummer) habe ich (?:von|über) ${lastName}`,
    `ich habe (?:ihren|deinen|ihre|deine) (?:namen|adresse|kontakt|kontaktdaten|nummer) (?:von|über) ${lastName}`,
    `(?:vielen |herzlichen )?(?:dank|danke) für (?:die|diese) (?:vorstellung|vermittlung|kontaktaufnahme|bekanntmachung),? ${lastName}`,
    `${name} hat (?:mir|uns) (?:viel )?von (?:ihnen|dir) erzählt`,
    `ich schreibe (?:ihnen|dir) auf (?:die )?(?:empfehlung|anregung) von ${lastName}`,
    `${name} hat den kontakt (?:hergestellt|vermittelt)`,
    `(?:vielen |herzlichen |lieben )?(?:dank|danke)(?: dir)?(?: fürs| für das) (?:verbinden|vernetzen|bekanntmachen|zusammenbringen|vorstellen),? ${lastName}`,
    `(?:vielen |herzlichen |lieben )?(?:dank|danke),? dass (?:du|sie) uns (?:verbunden|vernetzt|bekannt gemacht|zusammengebracht|vorgestellt) (?:hast|haben),? ${lastName}`,
    `wir haben (?:eine gemeinsame (?:freundin|bekannte)|einen gemeinsamen (?:freund|bekannten|kontakt))(?:,|:)? ${lastName}`,
    `${name} hat mich (?:an|auf) (?:sie|dich) (?:verwiesen|aufmerksam gemacht)`,
    `${name} (?:meinte|sagte|hat gesagt),? (?:dass )?(?:du|sie) (?:könntest|könnten|würdest|würden|kennst|kennen|suchst|suchen|(?:wärst|wären|bist|seien|sind) (?:der|die) (?:richtige|beste))`,
    `(?:ich (?:schreibe|melde mich bei|wende mich an) (?:ihnen|dir|sie|dich) )?auf (?:anregung|empfehlung|rat|vermittlung|hinweis) von ${lastName}`,
    `${name} (?:meinte|sagte),? ich (?:soll|solle|sollte) (?:mich )?(?:mal |einmal )?(?:bei )?(?:ihnen|dir|sie|dich)`,
    `${name} meinte, wir sollten uns (?:einmal )?(?:kennenlernen|treffen|unterhalten)`,
    `(?:wir kennen uns|wir haben uns) (?:über|durch) ${lastName}`,
  ),
  es: make(
    `${name} me (?:sugirió|ha sugerido|recomendó|ha recomendado|aconsejó|ha aconsejado|propuso) que (?:le|te|os|les|lo|la) (?:escribiera|escribiese|escriba|contactara|contacte|llamara|llame)`,
    `${name} me (?:sugirió|recomendó|aconsejó|ha sugerido|ha recomendado) (?:escribirle|escribirte|contactarle|contactarte|hablar con usted|hablar contigo|llamarle|llamarte)`,
    `${name} me (?:dio|ha dado|pasó|ha pasado|facilitó) (?:su|tu) (?:correo|contacto|nombre|número|dirección|teléfono)`,
    `${name} nos (?:presentó|ha presentado|puso en contacto|ha puesto en contacto)(?! (?:el|la|los|las|un|una|su) (?!mes|semana|año|otro|día))`,
    `(?:le|te|os) escribo de parte de ${lastName}`,
    `(?:muchas )?gracias por (?:la|esta) (?:presentación|conexión),? ${lastName}`,
    `(?:muchas |mil )?gracias por (?:ponernos en contacto|presentarnos|conectarnos),? ${lastName}`,
    `${name},? (?:muchas |mil )?gracias por (?:ponernos en contacto|presentarnos|conectarnos)`,
    `tenemos (?:una? )?(?:amig[oa]|conocid[oa]|contacto) en común(?:,|:)? ${lastName}`,
    `(?:(?:me dirijo a usted|le escribo|te escribo|les escribo) )?por (?:indicación|recomendación|sugerencia|consejo|mediación) de ${lastName}`,
    `${name} me (?:dijo|comentó|ha dicho|ha comentado) que (?:usted|tú|quizá|quizás)?\\s?(?:(?:sería|serías|eras|era) (?:la persona|quien)|podría|podrías|sabría|sabrías|buscaba|buscabas|buscaban|buscabais)`,
    `${name} me (?:animó|ha animado) a (?:escribirle|escribirte|contactarle|contactarte|llamarle|llamarte)`,
    `${name} me habló (?:mucho )?de (?:usted|ti)(?!\\p{L})`,
    `(?:le|te|os) escribo por (?:recomendación|consejo|sugerencia) de ${lastName}`,
    `me (?:ha dado|dio|pasó|facilitó) (?:su|tu) (?:correo|contacto|nombre|número) ${lastName}`,
    `tengo (?:su|tu) (?:contacto|correo|nombre|número) (?:por|gracias a|a través de) ${lastName}`,
    `(?:fue )${name} quien (?:nos presentó|nos puso en contacto|me habló de (?:usted|ti))`,
  ),
};
