/** Frames of French asides and what may not stand in them (`asides.ts`). */
import { type AsideWords, alternatives } from "./aside-frame.ts";

const deeds = alternatives(`
  apport|montr|prépar|réserv|command|achèt|offr|invit|serv|expliqu|racont|présent|imprim|prêt|donn|amèn|ramèn|emport
  cuisin|accueill|li[srt]|vien(?:s|drai) vous chercher|not|ajout|join
`);
const done = alternatives(`
  lu|relu|vu|revu|regardé|adoré|aimé|apprécié|fini|terminé|construit|fabriqué|cuisiné|imprimé|dessiné|peint|écrit
  trouvé|retrouvé|découvert|préparé|acheté|apporté|appris|commencé|écouté|entendu|rangé|collectionné|ri|pensé à
  réfléchi|repensé à|dévoré|ajouté|noté|joint
`);

export const french: AsideWords = {
  leads: `
    et|alors|donc|aussi|puis|enfin|au fait|d'ailleurs|ps|p\\.s\\.|ah|oh|oui|justement|en passant|finalement|bien sûr
    du coup
  `,
  doing: `
    (?:mes|les|nos|mon|ma) (?:enfants|petits|garçons|filles|jumeaux|fils|fille|mari|femme|petit-fils|petite) (?:est|sont|sera|seront)(?: (?:déjà|alors))? (?:à l'école|à la crèche|à la garderie|au foot|au judo|à la danse|au travail|chez (?:mamie|leurs grands-parents)|à la sieste|en classe)
    (?:mon|ma) (?:mari|femme|mère|père|sœur|voisine) (?:garde|gardera|s'occupe|s'occupera|prend|prendra)(?: (?:de|des))? ?(?:les )?(?:enfants|petits|jumeaux|la petite|le petit|du chien|la boutique)
    (?:les|mes) (?:enfants|filles|garçons|petits) (?:t'|vous )(?:embrassent|saluent)|(?:les enfants|toute la famille|mon mari|ma femme) (?:t'|vous )(?:embrassent?|saluent?)
    je (?:passerai|passe|viendrai|viens) (?:te|vous) (?:prendre|chercher|retrouver)
    (?:toutes mes |mes |mille )?(?:félicitations|bravo)(?: (?:pour|à|encore))*
    (?:je |j'|nous |on )(?:vous |te |t'|m'|me |nous |l'|le |la |les |en )*(?:${deeds})\\p{L}*
    (?:je |j'|nous |on )(?:pourrai|pourrais|peux|pouvons|pourrons|pourra|vais|allons|va|aimerais|aimerions|voudrais|compte|comptons)(?: (?:enfin|aussi|vous|te|t'|nous|bien|donc|alors|même|peut-être(?=$)))* ?(?:vous |te |t'|l'|le |la |les |en )*(?:apporter|montrer|préparer|réserver|commander|acheter|offrir|inviter|servir|expliquer|raconter|présenter|imprimer|prêter|donner|amener|ramener|cuisiner|ouvrir|attendre|accueillir|lire|jouer|parler|partager|goûter|essayer|découvrir|voir|entendre|apprendre|rencontrer|discuter|faire (?:visiter|goûter|essayer|un tour|le tour|du|des|une|un))
    (?:j'ai|nous avons|on a)(?: (?:enfin|bien|aussi|beaucoup|déjà|vraiment|tout|juste|justement|encore|récemment|tellement|énormément|bientôt))* (?:${done})
    (?:je |nous |on )(?:vous |t'|te )?(?:l'|le |la |les )?(?:ai|avons|a) (?:envoyé|adressé|transmis|mis|gardé|choisi|préparé|réservé)\\p{L}*
    (?:ma|mon|mes|notre|nos) (?:fille|fils|enfants|femme|mari|mère|père|parents|chien|chat|équipe|collègues|frère|sœur) (?!(?:va|peut|doit|sera|viendra)(?!\\p{L}))(?=.*(?<!\\p{L})(?:vous|te|t'|votre|vos|ton|ta|tes)(?!\\p{L}))
    (?:j'ai |nous avons |on a )?(?:prévenu|averti|informé) (?:l'accueil|la réception|le gardien|la gardienne|le concierge)
    (?:l'accueil|la réception|le gardien) (?:est prévenue?|vous|t'|te|sait)
    mon (?:train|vol|avion|bus) (?:arrive|atterrit) (?:bien|largement|longtemps|à temps)(?: avant| à l'avance| en avance)?
    (?:j'en|nous en|on en) (?:profiterai|profite|profiterons|profitera) pour
    (?:ci-joint|en pièce jointe|ci-dessous|voici)
    (?:l'adresse|mon adresse|notre adresse|le plan) (?:est|se trouve|figure)
    (?:nous avons|on a|j'ai)(?: \\p{L}+){0,4} (?:machine à café|café|thé|gâteau|vue|jardin|terrasse|balcon|cuisine|cantine|chien|canapé|parking|salle|boulangerie|atelier|fruits)
    (?:je |nous |on )(?:viens|venons|vient) (?:juste )?(?:de |d')(?:finir|terminer|lire|relire|découvrir|trouver|imprimer|recevoir votre|recevoir ton|voir votre|voir ton|achever|construire)
    (?:j'ai|nous avons|on a)(?: (?:aussi|plein|beaucoup))* (?:plein de|beaucoup de|quelques|tant de|mille|de belles|de bonnes|une surprise|quelque chose à)(?: \\p{L}+)?
    (?:je suis|nous sommes|je serai)(?: (?:très|si|vraiment|aussi|bien|trop|déjà))* (?:curieu\\p{L}+|impatiente?s?|impressionnée?s?|ravie?s?|admirati\\p{L}+|fane?|content\\p{L}*|heureu\\p{L}+|touchée?s?|enthousiaste?s?|celui|celle|au fond|juste|tout près|au coin|à l'entrée|devant|à la terrasse|dans le hall|en terrasse)
    (?:j'adore|nous adorons|j'aime|j'aimerais|j'admire|j'apprécie|je me souviens|je me rappelle)
    (?:ça|cela|ce) (?:sera|serait|va être) (?:très |vraiment |un vrai |un |une )*(?:bien|bon|super|chouette|sympa|intéressant|passionnant|plaisir|agréable|génial|joie|utile)
  `,
  telling: `
    (?:j'ai|nous avons|on a)(?: (?:enfin|bien|aussi|même|déjà|vraiment|tout|juste|récemment))* \\p{L}{2,24}(?:é|ée|és|i|is|it|u|us|ert|aint)(?!\\p{L})
    (?:je|nous|on) (?:vous|te|t') ?(?:doi[st]|devons|admir\\p{L}+|envi(?:e|ons)|souhait(?:e|ons)|remerci(?:e|ons)|félicit(?:e|ons)|li[st]|suis depuis)
    (?:vous|tu) (?:verrez|verras|trouverez|trouveras|allez|vas|pouvez|peux|pourrez|pourras|m'avez|m'as|avez|as|reconnaîtrez|reconnaîtras)
    votre|vos|ton|ta|tes
    (?:le|notre|mon) (?:chien|chat|jardin|café|gâteau)|(?:la|notre|ma) (?:machine à café|chatte|terrasse)
  `,
  arriving: `
    (?:il suffit de |vous pouvez |tu peux |merci de |pensez à |n'oubliez pas de )?(?:sonne[zr]?|sonnez|frappe[zr]?|toque[zr]?|gare[zr]?(?:-vous|-toi)?|gare-toi|pren(?:ez|ds|dre)|suive[zr]?|suivre|suis|passe[zr]?|monte[zr]?|descende[zr]?|entre[zr]?|pousse[zr]?|traverse[zr]?|tourne[zr]?|cherche[zr]?|demande[zr]?|apporte[zr]?|regarde[zr]?|appuye[zr]?|viens|venez|installe[zr]?(?:-vous|-toi)?|mets|mettez) (?:à|au|aux|le|la|les|un|une|des|du|par|dans|sur|en|votre|ton|vos|tes|bien|simplement|moi|vous|toi|directement|avec)
  `,
  greeting: `
    (?:\\p{L}+ ){0,4}?(?:vous|te|t')(?: )?(?:salue(?:nt)?|embrasse(?:nt)?|passe(?:nt)? le bonjour|envoie(?:nt)? (?:ses|leurs|le|un|une|des) \\p{L}+)
    (?:le |un |bien le )?(?:bonjour|bises|amitiés|salutations) (?:à|de|aux)(?: \\p{L}+){1,6}
  `,
  things: `
    (?:l'|le |la |les |notre |nos |mon |ma |votre |il y a |c'est )(?:\\p{L}+ ){0,3}?(?:entrée|porte|sonnette|interphone|immeuble|bâtiment|bureau|bureaux|atelier|studio|maison|café|boulangerie|restaurant|cantine|bar|terrasse|jardin|cour|parking|garage|ascenseur|escalier|accueil|réception|hall|portail|étage|salle|gare|station|arrêt|tram|métro|bus|coin|rue|place|parc|magasin|librairie|bibliothèque|marché|pont|musée|hôtel|panneau|cuisine|gâteau|gâteaux|thé|croissants?|code|local|vélos?)
    (?:nous sommes|je suis|on est|vous nous trouverez|tu me trouveras) (?:au|à|juste|tout|dans|derrière|en face|à côté|près)
  `,
  whereabouts: `
    à|au|aux|sur|dans|derrière|devant|près|proche|côté|face|autour|dessus|dessous|entre|droite|gauche|fond|dehors
    par|sous|juste|rez-de-chaussée|dedans|chez|au-dessus|à l'angle|en face
    bon|bons|bonne|bonnes|belle|beau|excellente?s?|délicieux|délicieuse|meilleure?s?|super|gratuite?s?|libres?
    chaude?s?|rouge|verte?|bleue?|jaune|blanche?|noire?|petite?|grande?|vieux|vieille|neuf|neuve|toujours
  `,
  praised: `
    (?:votre|ton|ta|vos|tes|c'était|ce fut|c'est|ça|cela|quel|quelle|quels|quelles|que|comme|vous (?:êtes|étiez|avez)|tu (?:es|étais|as)|notre dernière?|la dernière)
  `,
  praise: `
    bien|bon|bons|bonne|bonnes|beau|belle|super|génial\\p{L}*|formidables?|magnifiques?|merveilleu\\p{L}+
    extraordinaires?|excellente?s?|passionnante?s?|intéressante?s?|inspirante?s?|inspirée?|impressionnante?s?
    impressionnée?|utiles?|gentil\\p{L}*|adorables?|drôles?|amusante?s?|rire|plaisir|joie|bonheur|plu|adoré|aimé|aidée?
    touchée?|ému|émue|fascinante?s?|fascinée?|délicieu\\p{L}+|chouettes?|sympas?|brillante?s?|instructi\\p{L}+
    agréables?|chef-d'œuvre|régal|régalée?
  `,
  obstacles: `
    démoli\\p{L}*|gelée?s?|allergique|au repos|autorisation|aphone|banque|comptes|virée?|retirée? d
    cambriol\\p{L}*|vol[ée]e?s?|accident|ambulance|propriétaire|serrures?|donné\\p{L}* (?:votre|ton|ta|vos|tes|le|la|ça|cela)|vendu\\p{L}*|connecter\\p{L}* d
    engagements?|un imprévu|dépend\\p{L}*|lendemain|bouchons|courses|garde (?:les|mes)
    visas?|ambassade|passeport|trop (?:loin|grande?|petite?|longue?|chère?|vieux|vieille|fatiguée?)|fériée?s?|coupée?s?
    (?:nous|on) (?:serons|sera|sommes|est|viendrons|vient) (?:à )?(?:deux|trois|quatre|cinq|six|sept|huit|\\d+)
    pour (?:deux|trois|quatre|cinq|six|sept|huit|dix|\\d+) (?:personnes|gens)|croise\\p{L}* les doigts|touche du bois
    en personne|par (?:téléphone|visio)|jurée?s?|désormais (?:à|en|dans)|piège|routes? (?:est|sont|était|étaient)
    ne|n'|pas|plus|jamais|rien|personne|aucune?|sans|ni|sauf|hormis|excepté|mais|cependant|pourtant|toutefois
    néanmoins|malgré|bien que|quoique|ou|sinon|seulement|uniquement|juste (?:le temps|pour|un instant)|si
    à condition|pourvu|plutôt|au lieu|à la place|autre\\p{L}*|autrement|ailleurs
    peut-être|éventuellement|probable\\p{L}*|possible\\p{L}*|sans doute|devrai\\p{L}*|dois|devons|doit|faut|faudra
    pourrait|espér\\p{L}*|espoir|pense(?:s|nt)?(?! à)|crois|croit|suppos\\p{L}*|sembl\\p{L}*|paraît|apparemment
    prétend\\p{L}*|presque|essaie\\p{L}*|tenter\\p{L}*|imagin\\p{L}*|doute\\p{L}*|souhait\\p{L}*|rêv\\p{L}*
    annul\\p{L}*|report\\p{L}*|décal\\p{L}*|déplac\\p{L}*|reprogramm\\p{L}*|modifi\\p{L}*|chang\\p{L}*
    raccourci\\p{L}*|supprim\\p{L}*|refus\\p{L}*|déclin\\p{L}*|renonc\\p{L}*|retir\\p{L}*|oubli\\p{L}*|ignor\\p{L}*
    manqu\\p{L}*|rat\\p{L}{1,2}|perdu|arrêt(?:é|e|er|ons)(?= de| tout)|quitt\\p{L}*|démission\\p{L}*
    laiss\\p{L}* tomber|désist\\p{L}*
    ferm\\p{L}*|cassée?|brûlée?|inondée?|complet|complète|pleine?|prise?|occupée?|réservée? (?:à|pour|par)|bloquée?
    promise?|débordée?|absent\\p{L}*|malade|hôpital|clinique|médecin|docteur|dentiste|opération|rendez-vous chez
    enterrement|obsèques|mariage|tribunal|procès|examen|accouch\\p{L}*|naissance|congés?|vacances|voyage\\p{L}*|vol
    avion|aéroport|déplacement|grève|embouteill\\p{L}*|retraite|licenci\\p{L}*|mort|morte|meurt|mourir|travaux
    rénovation|incendie|déménag\\p{L}*|partie?s?|pars|partons|partir(?:ai)?|retard|tard|tôt
    il(?! (?:y a|suffit|fait))|elle|ils|elles|lui|leurs?|eux|quelqu'un|qui que|chef\\p{L}*|patronn?e?|directeur
    directrice|assistante?|secrétaire|collègues?|associée?s?|équipe|avocate?|police|femme|mari|enfants?|fils|fille
    jumeaux|mère|père|maman|papa|parents|frère|sœur|tante|oncle|grand-\\p{L}+|famille|amie?s?|copain|copine
    voisine?s?|clients?|patients?|étudiants?|élèves|remplaç\\p{L}*|suppléant\\p{L}*|successeur|concurren\\p{L}*
    investisseurs?|comptable|notaire|ministre|pour moi|à ma place|(?:la|ma) place(?=[ .,!]*$)|en mon nom
    faux|fausse|erreur|trompée?|blague|plaisant\\p{L}*|rigol\\p{L}*|ironi\\p{L}*|correction|en fait|voulais dire
    mens(?:onge)?|bêtise|ridicule|réponses?|contre-proposition|prestataire|fournisseur|solution|réunions?|audience
    liste d'attente|(?:c'est|c'était) (?:le|la|l'|mon|ma|notre) ?\\p{L}*|bien essayé|affreux|horrible|ennuyeux|perte
    déçue?|décev\\p{L}*|malheureusement|feu vert|mal(?=[ .!]|$)|passe mon tour|écri\\p{L}* (?:de|depuis)|depuis|bas|cher|chère|hélas|dommage|triste|regrett\\p{L}*|crain\\p{L}*|peur|inqui\\p{L}*
    problèmes?|souci|difficile|compliqué|impossible|risque|lente?|vérifi\\p{L}*|confirm\\p{L}*|décid\\p{L}*|décision
    accord|autoris\\p{L}*|permet\\p{L}*|dit|disait|demander à|demandé|redis|dirai|voir si|voir avec|tiens au courant
    reviens vers|consult\\p{L}*|savoir|sais|trouver (?:quelqu'un|une autre|un autre)
    (?:ce|cette|ces) (?:jour|matin|après-midi|soir|semaine|mois|heure|créneau|date|moment)(?:-là)?|ce jour
    même (?:jour|heure|moment)|à ce moment|pendant|durant|toute? la|tout le|jours?|journée|matinée|semaines?
    week-?end|mois|ans?|année|trimestre|minutes?|heures?|demi\\p{L}*|quart|jusqu\\p{L}*|avant|après|ensuite
    lorsqu\\p{L}*|quand|dès|depuis|parce|car|puisque|tant que|aujourd'hui|demain|hier|ce soir|midi|minuit|nuit
    prochaine?|suivante?|bientôt|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre
    décembre|printemps|été prochain|automne|hiver|noël|pâques|fuseau|agenda|calendrier|visio|en ligne|à distance
    téléphone|différente?s?|nouvelles? (?:dates?|heures?|propositions?)|nouveaux? (?:créneaux?|horaires?)
  `,
};
