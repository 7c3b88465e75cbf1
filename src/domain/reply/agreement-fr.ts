/** Set phrases of agreement in French, for `agreement.ts`. */
export const french = `
  (?:c'est )?avec (?:grand |beaucoup de |un grand )?(?:plaisir|joie) que je (?:vous |te )?(?:parlerai|rencontrerai|verrai|retrouverai|accepte|viendrai|recevrai|accueillerai)
  (?:j'ai|nous avons) (?:le|le grand|l'immense) plaisir de (?:vous |te )?(?:confirmer|retenir|accepter)|(?:et )?(?:j'|nous )?accept(?:e|ons) (?:volontiers|avec plaisir|avec joie)
  (?:je|nous) (?:souhait(?:e|ons|erais|erions)|voudr(?:ais|ions)|aimer(?:ais|ions)|désir(?:e|ons)) (?:donc |bien )?(?:prendre|retenir|réserver|choisir|confirmer)(?: (?:le|ce|votre) (?:créneau|rendez-vous|rdv|horaire))?(?: d[eu])?
  voyons-nous|retrouvons-nous|rencontrons-nous|parlons-nous|c'est (?:charmant|épatant|divin|splendide|délicieux)|bon plan|au top|(?:c'est |c'est un )?(?:grand |gros |immense )?oui (?:pour|de ma part|franc|massif)|(?:est|c'est)(?: (?:marqué|noté|inscrit|entouré|souligné))?(?: en (?:rouge|gras|vert|bleu))? (?:dans|sur) (?:mon|notre|l')(?: ?agenda| calendrier| planning)
  (?:je n'ai|on n'a|nous n'avons) (?:absolument )?(?:aucune?|pas d[e']) ?(?:problème|souci|objection|empêchement)(?: (?:avec|pour|à))?|je (?:prendrais|choisirais)(?: (?:bien|volontiers|donc))?|(?:c'est )?ce qui (?:m'|nous )arrange le (?:plus|mieux)|ce serait (?:le mieux|l'idéal|parfait|idéal)(?: pour (?:moi|nous))?|j'en suis|tout roule|ça va le faire
  tout est (?:bon|ok|parfait|en ordre|clair)|c'est tout bon
  avec (?:le |un )?(?:plus |très )?(?:grand|immense|infini|vif) plaisir
  parmi (?:vos|tes|les|ces)(?: (?:deux|trois|quatre|cinq|[2-5]))? (?:propositions|créneaux|options|dates|horaires|possibilités)
  est (?:la |le )?(?:meilleure?|plus (?:simple|pratique))(?: (?:choix|option|créneau|solution))?(?= pour (?:moi|nous))
  (?<=^)(?:bloqué|réservé|calé|planifié)(?=[ ,!.:])|à (?:très )?vite|(?:j'|nous |on )opt(?:e|ons)(?: pour)?
  (?:je |nous )?(?:valid|confirm|approuv)(?:e|ons)(?: (?:donc|bien|par la présente|le|la|notre|pour|volontiers))*
  (?:je |nous )?(?:me |nous )réjoui(?:s|ssons)(?: (?:de|d'avance|par avance))* (?:notre|cette|cet) (?:échange|rencontre|entretien|discussion|rendez-vous|conversation|appel)
  c'est (?:d'accord|noté|entendu|convenu|acté|calé|réservé|bon) pour (?:moi|nous)
  (?:me|nous) (?:conviennent|arrange|arrangerait)(?: (?:très |tout à fait |beaucoup |bien |parfaitement |le mieux )*)?
  sans (?:aucun |le moindre )?(?:problème|souci)|je (?:m'y )?(?:tiens prête?|serai prête?)

  (?:je (?:suis|serai|serais)|nous (?:sommes|serons|serions))(?: (?:très|tout à fait|bien|super|vraiment))? (?:partante?s?|preneurs?|preneuse|ravie?s?|enchantée?s?|heureu(?:x|se)s?|content(?:e|s|es)?|d'accord|ok|présente?s?|là|libres?|dispos?|disponibles?|honorée?s?|des vôtres|au rendez-vous|au rdv)(?! d[eu] *(?:[.,!]|$))(?: (?:de|d')(?: ?(?:vous|te|m'|nous))? ?(?:accueillir|rencontrer|voir|revoir|retrouver|parler|échanger|discuter|accepter|participer|recevoir|venir))?
  (?:je|nous) (?:m'en|nous en|me|m') ?(?:réjouis|réjouissons|organise)
  (?:je |nous )?(?:vous |te |t')?(?:accept(?:e|ons)|opt(?:e|ons) pour|attend(?:s|ons)|confirm(?:e|ons)|retien(?:s|ons)|réserv(?:e|ons)|choisi(?:s|ssons)|vot(?:e|ons) pour|remercie(?: et)?)(?: (?:avec (?:grand |beaucoup de )?plaisir|volontiers|donc|bien|ma présence|notre rendez-vous|votre (?:invitation|proposition)|ta proposition|le rendez-vous|le rdv|la date|le créneau))*
  j'ai (?:bien )?(?:noté|bloqué|réservé|inscrit|retenu|ajouté|mis|marqué|calé|choisi)(?: (?:la plage|le créneau|la date|l'heure|l'horaire|cela|ça|le rendez-vous|le rdv|dans|horaire))*
  (?:c'est|est) (?:top|super|nickel|génial|cool|extra|chouette|niquel|calé|acté|booké|validé|noté|faisable|jouable|envisageable|fait|tout bon|très bien|parfait)
  (?:me|nous) (?:semble|paraît|plaît|plait|sied|irait|ira)(?: (?:très |tout à fait )?(?:bien|parfaite?|idéale?|super|bonne?))?
  fera l'affaire|tombe (?:très |super |à )?(?:bien|pic)|banco|marché conclu|tope là
  ça (?:joue|le fait|baigne|gaze|m'irait|nous va)|niquel|nickel|chrome|extra|chouette|excellente?|fantastique
  magnifique|merveilleux|cool|parfaite?|bonne idée|très bonne idée|acté|booké|inscrit|enregistré|dispos?
  avec (?:grande? )?(?:joie|plaisir)|on se (?:dit|fait|cale)(?: ça)?|faisons (?:comme )?(?:ça|cela)|mettons|gardons
  prenons|notons|partons|on (?:garde|valide|cale|bloque|note|retient|opte)
  (?:vous pouvez |tu peux |vous pourrez )?compte[rz]? sur (?:moi|nous)
  (?:bloqué|noté|inscrit|réservé|marqué) dans (?:mon|notre) (?:calendrier|agenda)|partante?s?
  j'ai (?:coché|pris|mis|entouré)|que j'accepte(?: (?:pour|volontiers|avec plaisir))*
  (?:est |serait )(?:tout à fait |bien |parfaitement )?(?:faisable|possible)
  je serai (?:là|présente?|au rendez-vous)
`;
