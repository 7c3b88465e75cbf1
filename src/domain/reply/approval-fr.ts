/** How good a time is in French, and how it is taken and written down, put together of words and frames, for `agreement.ts`. */
import { alternativesOf } from "./role.ts";

/** Of France, Québec, Belgium and Switzerland. */
const good = alternativesOf(`
  bon|bien|très bien|parfait|parfaite|impeccable|impec|nickel|niquel|nickel chrome|super|super bien|top|au top
  génial|géniale|chouette|extra|excellent|excellente|idéal|idéale|formidable|merveilleux|magnifique|beau|ben beau
  bien beau|correct|bien correct|ben correct|tiptop|tip top|cool|sympa|commode|pratique|opportun|adéquat|adapté
  convenable|ok|okay|d'accord|d'acc|noté|bien noté
  entendu|en ordre|tout bon|tout vu|le pied|royal|au poil|pile poil|pile-poil|tiguidou|numéro un|parfaitement bien
  dans mes cordes|le mieux|le plus simple|le plus pratique|le meilleur|une bonne idée|une excellente idée|une joie
  un plaisir|mon préféré|ma préférence|sans problème|sans souci|sans aucun problème|sans aucun souci|bonnard|à merveille
  pas de problème|pas de souci|un oui|oui|fantastique|splendide|épatant|exquis|souverain|de première|au carré|carré|réglé|calé|validé
`);
const how =
  "(?:très|tout à fait|vraiment|absolument|bien|tellement|plus que|carrément|trop|super|parfaitement|tout|juste|même|donc|totalement|franchement|ma foi|aussi bien|on ne peut plus|extrêmement|particulièrement|fort|vachement|ben|pas mal|impeccablement|nickel|top|à merveille|du tonnerre|comme un gant|pile|merveilleusement|idéalement|admirablement|le mieux|sans problème|sans souci)";
const forWriter =
  "(?: (?:pour (?:moi|nous|ma part|notre part)|de (?:mon|notre) (?:côté|bord)|chez (?:moi|nous)|avec (?:mon|notre) (?:horaire|agenda|planning|emploi du temps)|dans (?:mon|notre) (?:horaire|agenda|planning|emploi du temps)))";
const calendar =
  "(?:(?:mon|notre|le|ma|son) (?:agenda|calendrier|planning|carnet|horaire|téléphone|semainier|emploi du temps)|l'agenda)";
const verb =
  "(?:va|vient|convient|colle|roule|joue|marche|botte|arrange|plaît|plait|passe|fonctionne|tombe|irait|conviendrait|arrangerait|collerait|ira|conviendra|arrangera|semble|paraît|parait|sied|correspond|adonne)";

export const approval = `
  (?:c'est|c est|ce sera|ce serait|ça serait|ça sera|cela serait|cela sera|serait|sera|est|s'ra|ça m'a l'air|ça a l'air|ça sonne|ça semble|ça paraît|semble|paraît|me semble|me paraît|me semblerait|m'est|sonne|reste)(?: ${how}){0,5} (?:${good})${forWriter}?
  (?:${good})${forWriter}
  (?:ça |cela |ceci )?(?:me |nous |m'|m’|y )?${verb}(?: ${how}){0,5}${forWriter}|(?:ça|cela) (?:me |nous |m')${verb}(?: ${how}){0,5}|(?:me|nous) ${verb} (?:${how}|bien){1,5}
  (?:ça |cela )?m'(?:arrange|arrangerait|arrangera|adonne|va|irait)(?: ${how}){0,5}${forWriter}?
  (?:ça |cela )(?:fait|ferait|fera) (?:mon|notre|l') ?affaire|ça (?:joue|roule|le fait|gaze|baigne|colle|matche)

  (?:je |j'|on |nous |moi je |alors je |donc je )(?:te |vous |le |la |l')?(?:prends|prend|prenons|choisis|retiens|opte pour|vote pour|garde|pars sur|part sur|vais prendre|vais opter pour|dis|me mets|me note|m'inscris|coche|suis pour|suis partante? pour|suis preneur|suis preneuse|suis d'accord pour|serai là|serai libre|suis libre|suis dispo|suis disponible|pige|réserve|confirme|valide|accepte|bloque|note|ai choisi|ai pris|ai noté|ai bloqué|ai réservé)(?: (?:donc|bien|volontiers|avec plaisir|pour|sur|le|la|ça|cela|alors)){0,5}
  (?:mets|mettez|inscris|inscrivez|note|notez|compte|comptez|bloque|bloquez|cale|calez|réserve|réservez)[- ](?:moi|nous)(?: (?:pour|là|ça|dans|donc|le)){0,5}|(?:mettons|disons|faisons|prenons|gardons|retenons|calons|allons[- ]y|on y va|on se dit|on fait|on dit|on part|partons|va(?= pour))(?: (?:donc|alors|pour|sur|comme ça|ça)){0,5}

  (?:je |j'|on |nous |c'est |voilà c'est |tout est |est |déjà |bien ){0,5}(?:(?:le |la |l'|nous |me |vous |te |ai |l'ai |avons ){0,5})(?:mets|mis|met|inscris|inscrit|note|noté|marque|marqué|rentre|rentré|bloque|bloqué|ajoute|ajouté|réserve|réservé|cale|calé|booke|booké|enregistre|enregistré|consigne|consigné|retenu|planifié|agendé|agende|griffonné)(?: (?:tout de suite|donc|bien|déjà|aussitôt|illico|direct|directement|de suite|immédiatement|ça|cela|le rendez-vous|la date|le créneau|l'heure)){0,5}(?: (?:dans|à|sur|au|en) ${calendar})
  (?:c'est |voilà c'est )?(?:bien )?(?:noté|agendé|inscrit|calé|booké|enregistré|retenu)(?=[ ,.!:]|$)
  (?:c'est |déjà |bien |voilà ){0,5}(?:dans|à|sur) ${calendar}

  (?:je|j'y|on|nous) (?:y )?(?:serai|serons|sera|viendrai|viens|vais venir|passe|passerai|arrive|arriverai|débarque|me pointe)(?: (?:là|à l'heure|pile|bien là|présente?|sans faute|avec plaisir|volontiers|chez (?:vous|toi)|vous voir|te voir|à (?:votre|ton) (?:bureau|atelier|cabinet|boutique|étude|magasin)|dans vos (?:bureaux|locaux))){1,5}
  (?:à|dans) (?:votre|ton|vos) (?:bureau|atelier|cabinet|boutique|étude|magasin|bureaux|locaux)|chez (?:vous|toi)
  (?:à|on se voit|on se parle|rendez-vous|rdv|au) (?:tantôt|tout bientôt|bientôt|très vite|très bientôt|plus|là(?!-))|c'est (?:ok|bon|oui|parti|réglé|vendu|conclu|dit)
  (?:je |nous )(?:vous |te |t')?(?:confirm|valid|accept|approuv)(?:e|ons)(?: (?:par la présente|donc|bien|notre|le|la|l'|rendez-vous|rdv|heure|date|créneau|pour|avec plaisir|volontiers)){0,5}
`;
