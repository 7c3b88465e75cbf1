/** What people write around a yes in French (`small-talk.ts`). */
import { role } from "./role.ts";
import { thing } from "./small-talk-things.ts";

export const french = role(`
  désolée? d(?:e (?:vous |t'|t')?|')(?:avoir|vous avoir|t'avoir) (?:manqué|raté|loupé)~(?: hier)?
  en cas de (?:souci|besoin|problème|pépin|retard)(?=[ ,.!]*$)
  merci d'avoir~
  (?:je |j'|nous )(?:apporterai|viendrai|préparerai|réserverai|appellerai|prendrai|amènerai|porterai|attendrai|inviterai)~
  (?:tu me diras|vous me direz|dis-moi|dites-moi|tu me dis|vous me dites) (?:où|comment|quoi|quel)~
  (?:j'habite|je travaille|nous habitons) (?:juste|tout|à côté|près|au coin)~|bonne chance~
  courage(?: (?:pour|avec))?~|où on se retrouve|à très bientôt

  (?:(?:j'|nous )?esp(?:ère|érons|érant))(?: (?:que|bien que|vraiment que))? (?:vous|tu|tout|toute|chez|ta|ton|tes|la|le|les|votre|vos|ça va|cela)~

  (?:(?:je|nous|on) )?(?:vous |te |t')?(?:souhait(?:e|ons|ant)|adress(?:e|ons))~
  (?:(?:passe[sz]?|passez donc|bonne|bon|belle|bel|excellente?|très (?:bonne|belle)|joyeu(?:x|ses?)|douce|agréable) )+(?:et )?(?:une |un |de )?~ ?(?:journée|soirée|semaine|week-?end|après-midi|vacances|fêtes|voyage|route|retour|continuation|réception|courage|année|noël|nuit|été|matinée|anniversaire|fin de \\p{L}+|we|rentrée|appétit|vol|séjour)~

  (?:(?:mes|nos|toutes mes|bien des|meilleures?|mille|plein de|de|des|avec mes) )*(?:amitiés|bises|bisous|bizz?|salutations|hommages|pensées|félicitations|vœux|voeux|compliments|respects|remerciements)(?: (?:à|aux|de|depuis|pour|et|au|chez|distinguées?|respectueu\\p{L}+|les meilleures?|cordiales|chaleureu\\p{L}+))*~
  (?:salue|saluez|embrasse|embrassez|passe le bonjour|passez le bonjour)(?: \\p{L}+)?~|félicitations~|bravo~
  prenez soin~|prends soin~|porte[sz]?[- ](?:toi|vous) bien~|veuillez (?:agréer|recevoir|croire|accepter)~
  (?:je vous prie )?(?:d'agréer|de croire|de recevoir)~|recevez~

  (?:j'ai |nous avons )?bien (?:reçu|eu|lu) (?:votre|ton|vos)~
  (?:et )?(?:je )?(?:vous|t'|te) en (?:remercie|remercions)
  (?:vous êtes|tu es|t'es) (?:trop |très |vraiment |si |un |une )*(?:formidable|adorable|génial|super|gentil|amour|ange|top|aimable|chou)\\p{L}*
  on va~ (?:rigoler|régaler|amuser|rire|bavarder)~
  (?:(?:un )?(?:grand |immense )?merci|mille mercis|(?:je|nous) (?:vous |te |t')(?:en )?remerci(?:e|ons)|remerciements)(?: (?:beaucoup|bien|infiniment|encore|mille fois|vivement|sincèrement|chaleureusement))*,? (?:de|d'|pour|à|du|des|d'avance|en|et)~
  (?:c'est )?(?:très |vraiment |bien |trop )?(?:gentil|aimable|sympa|adorable|chouette) (?:à|de)~

  (?:(?:je suis|nous sommes|vraiment|toujours|ça|cela|c'est) )*(?:très |trop |si |tellement |bien |toujours )?(?:heureu(?:x|se)s?|contente?s?|ravie?s?|enchantée?s?|fait plaisir|un plaisir|flattée?|honorée?|touchée?)(?: (?:de|d'|que|par))?~
  (?:quel(?:le)? )(?:bonne|belle|joie|plaisir|bonheur|surprise|bon|heureuse)~
  (?:bonne|belle|excellente|super|chouette|très bonne) (?:idée|nouvelle|surprise|initiative|proposition)(?: (?:de|que))?~
  (?:ça|cela) fait (?:longtemps|un bail|plaisir|une éternité|un moment)~
  (?:ça|cela) (?:me|nous) fait (?:très |vraiment )?plaisir~

  (?:(?:j'ai|nous avons|on a|vraiment|trop|tellement) )*(?:hâte|impatiente?s?|vivement)(?: (?:de|d'|que|à|notre|nos))?~
  (?:je|nous) (?:me|m'en|nous en|nous|m')(?: )?(?:réjoui\\p{L}*)~|au plaisir(?: (?:de|d'))?~
  (?:dans l'attente (?:de (?:vous|te|nous|se|votre|ton|ta|notre|cette|ce|mardi|mercredi|jeudi|vendredi|faire|pouvoir|échanger)|du plaisir|d'échanger)|en attendant|d'ici là)(?: (?:de|le|la|votre|notre))?~

  (?:il fait|il y a|on a|nous avons|le temps|le soleil|la météo)~ (?:beau|temps|soleil|chaud|froid|brille|frais|neige|magnifique|superbe|gris|doux|pluie)~
  (?:tu vas|vous allez|ça va|comment (?:vas|allez|ça|va|tu|vous)|quoi de neuf)(?: \\p{L}+)*
  (?:bonnes|joyeuses|belles|excellentes) (?:vacances|fêtes)~(?: d'ici là)?|tout (?:va|roule|se passe) (?:bien)?~
  (?:chez nous|ici|de notre côté|de mon côté),? (?:tout|ça|on)~

  (?:(?:je suis|nous sommes|toutes mes|mes|mille|encore|vraiment) )*(?:désolée?s?|excuse[sz]?|excusez-moi|excuse-moi|pardon(?:nez)?|navrée?)(?: (?:moi|pour|de|du|d'avoir|si|ma|mon|mes))*~ ?(?:retard|tard|tardive|tarde|délai|silence|réponse|répondre|fautes?|français|attente|brièveté|mal)~(?:, (?:j'étais|on était|nous étions|c'était|j'ai été|beaucoup|semaine|grosse)~ ?(?:déplacement|vacances|congés?|voyage|malade|débordée?|occupée?|travail|chargée?|intense|folle)?)?

  (?:(?:je (?:vous |t'|te )?)?envoi(?:e|es|yez)|envoyez|partage[sz]?|transmet(?:s|tez)|donne[sz]?|file[sz]?|balance[sz]?)(?:[- ](?:moi|nous))?(?: (?:simplement|juste|donc|seulement))?(?: (?:le|la|les|un|une|ton|votre|vos|l'))? ?(?:${thing})~
  merci de m'envoyer(?: \\p{L}+)? ?(?:${thing})~

  (?:envoyé|écrit|rédigé|dicté|expédié)(?: (?!de|depuis)\\p{L}+)? (?:de|depuis|avec|par|sur|via)~|depuis mon~
  de mon (?:téléphone|iphone|mobile|portable)~

  (?:je|nous|on) (?:me |vous |te |t'|l'|le |les |m'|m'en )?(?:invit|offr|amèn|apport|ramèn|prépar|réserv|appell|rappell|pai|charg|command|prend(?:s|rai)? (?:le|les|la|un|une|des)|viendr|viens |serai (?:en|dans|à|au|devant|ponctuel|à l'heure)|mett?|ajout|inscri|lèverai|attend)\\p{L}*~
  (?:le |les |mon )?(?:café|déjeuner|croissants?|repas|verre|apéro|dîner|thé)s? (?:est |sont )?(?:pour moi|sur moi|à ma charge|c'est pour moi)~
  c'est (?:moi qui|pour moi|ma tournée)~
  (?:au |le )?(?:même|l'endroit|lieu) (?:endroit|lieu|habituel|café|adresse|numéro)~|comme d'hab(?:itude)?~
  (?:la |le )?(?:santé|bonheur)
`);
