/** French words by what they have in common (`word-classes.ts`). */
import type { ClassedWords } from "./word-classes.ts";

export const french: ClassedWords = {
  self: "je j' me m' moi m",
  own: "mon ma mes notre nos mien mienne",
  we: "nous on",
  you: "tu te t' toi vous vos votre ton ta tes vôtre",
  other: "il elle ils elles lui leur leurs son sa ses quelqu'un tous tout chacun personne autres autre eux celui celle",
  need: `
    dois doit devons devez doivent devrai devra devrais devrait devrions faut faudra faudrait besoin obligé*
    obligatoire nécessaire* nécessit* contraint* forcé* tenu
  `,
  ability: "peux peut pouvons pouvez peuvent pourrai pourra pourrais pourrait pourrions puisse possible capable arrive",
  future: "vais va allons irai ira serai sera serons aurai aura",
  wish: "veux veut voudrais voudrait souhaite* aimerais aimerait préfère* préfér* envie voulais désire",
  denial: "ne n' pas non rien aucun aucune jamais personne nulle ni sans guère plus point",
  condition: `
    si s'il s'ils condition* pourvu moins sauf sinon selon dépend* cas réserve autrement supposer supposant lorsque
  `,
  perhaps: `
    peut-être doute probablement éventuellement vraisemblablement normalement théoriquement principe provisoire*
    priori espérons apparemment possiblement environ plutôt
  `,
  but: "mais cependant toutefois pourtant néanmoins sauf seulement juste quoique hormis",
  until: "jusqu* tard",
  before: "avant d'abord abord préalable* auparavant avance plus tôt",
  after: "après ensuite puis suite lendemain tard directement",
  instead:
    "plutôt place lieu remplac* chang* déplac* décal* report* autre autres ailleurs différ* échang* modifi* bascul*",
  since: "car parce puisque comme donc alors cause ainsi vu",
  long: "long longue longtemps plus entière entier toute prolong* durer dure durera heures",
  short: `
    court courte bref brève rapide* vite minutes min quart demi-heure demi-h écourt* press* serré limité juste
    vitesse filer
  `,
  early: "tôt avance heure ponctuel*",
  late: "tard retard* attard* déborde* traîn* prolong*",
  begin: "commenc* début* démarr* ouvr* lanc*",
  end: "fin finir finis finit termin* achev* clôtur* conclu* arrêt* boucl*",
  leave: "pars part partir partons partirai départ quitt* sors sortir sort file filer éclips* sauver absent*",
  come: `
    viens vient venir viendra viendrai venons arriv* retour* rentr* passe passer passerai débarqu* atterr* revien*
    reven*
  `,
  join: `
    joindre joint joindra rejoin* accompagn* avec particip* assist* ensemble présent* amèn* amener emmèn* invit*
    copie convi* viendra ajout* inclus
  `,
  kin: `
    mari femme époux épouse conjoint* compagnon compagne copain copine fiancé* mère père maman papa parents fils
    fille filles frère* sœur* soeur* jumeaux jumelles tante oncle cousin* neveu* nièce* grand-mère grand-père mamie
    papi mémé pépé grands-parents petit-fils petite-fille petits-enfants belle-mère beau-père beau-frère belle-sœur
    belle-famille famille filleul filleule parrain marraine ex fratrie frangin frangine blonde chum gendre bru papy
  `,
  child: "enfant* gamin* gosse* bébé petit petite petits petites garçon* ado ados cadet* aîné* benjamin* môme* bout",
  care: `
    crèche maternelle garderie école écoles collège lycée nounou nourrice baby-sitter* garde garder devoirs sortie
    chercher récupér* auxiliaire aidant* périscolaire cantine maîtresse instit rentrée bulletin carnet kermesse
    brevet bac cartable goûter étude primaire
  `,
  colleague: `
    collègue* collaborat* équipe* service bureau assistant* secrétaire* secrétariat stagiaire* apprenti* employé*
    salarié* adjoint* binôme remplaçant* intérimaire* effectifs indépendant* successeur prédécesseur hôtesse
    standardiste
  `,
  boss: `
    patron* chef* responsable* directeur directrice directeurs direction dirigeant* gérant* pdg dg drh associé*
    actionnaire* investisseur* fondateur* fondatrice conseil comité président* hiérarchie supérieur* propriétaire*
    proviseur* manager*
  `,
  expert: `
    avocat* comptable* notaire* auditeur* consultant* conseiller* courtier* banque banquier* expert* assureur*
    juriste*
  `,
  client: `
    client* locataire* bailleur* fournisseur* prestataire* artisan* plombier* électricien* couvreur* peintre*
    menuisier* maçon* invité* visiteur* patient* étudiant* élève* inspecteur* livreur*
  `,
  friend: "ami amis amie amies pote potes voisin* connaissance* coloc* copain* copine*",
  person: `
    homme monsieur madame dame gens personne* type gars mec messieurs dames fille foule public invités inconnu
    inconnue jumeau adulte adultes retraité* jeune jeunes bénévole bénévoles nana
  `,
  ill: `
    malade* maladie* souffrant* grippe* grippé fièvre* toux tousse rhume enrhum* virus covid infection* bronchite
    angine pneumonie migraine* douleur* mal blessé* blessure* cassé* fracture* entorse* plâtre béquille* dos lumbago
    sciatique nausée* gastro ventre gorge voix aphone quarantaine contagieu* alité* fatigué* convalescen* arrêt
    symptôme* allergi* rétabli* rougeole varicelle poux zona goutte arthrose diabète cancer avc infarctus commotion
    éruption eczéma sinusite vertige vertiges évanoui fiévreux otite bronchiolite tendinite
  `,
  medicine: `
    médecin* docteur* dentiste* opér* chirurg* hôpital* clinique* kiné* thérap* traitement* examen* irm radio*
    scanner prise sang vaccin* piqûre sage-femme accouch* enceinte grossesse maternité paternité vétérinaire* véto
    urgences ophtalmo* orthodontiste* pédiatre* rendez-vous dermato dermatologue cardiologue anesthésie couronne
    plombage dévitalisation ordonnance pharmacie ambulance échographie dialyse chimio rééducation cure rappel ostéo
    ostéopathe orl gynéco orthophoniste podologue
  `,
  death: "enterrement obsèques funérailles décès décédé* mort* deuil",
  travel: `
    voyage* trajet* déplacement* vol vols avion* aéroport* train* tgv gare* rer métro tram* bus car ferry étranger
    visa passeport hôtel* valise* bagage* billet* correspondance* quai ligne* route* autoroute* péage navette*
    covoiturage embarquement terminal escale ter itinéraire décollage arrivée frontière douane détour caravane
    camping auberge gîte airbnb blablacar thalys eurostar
  `,
  away: "absent* parti* vacances congé* étranger ailleurs déplacement séjour* lune miel sabbatique retraite pont",
  far: "loin kilomètre* km distance éloign* campagne ville village province nord ouest côte montagne* bout banlieue",
  vehicle: `
    voiture* auto* vélo* moto* scooter* trottinette* camion* tracteur* moteur* batterie* pneu* frein* essence gasoil
    taxi* vtc uber conduire conduis conduit
  `,
  breakdown: `
    panne* cassé* casse garage* garagiste* répar* dépann* crevé* crevaison fuite* dégât* inond* chaudière* coupure*
    accident* lâché lâche tombé* hs remorqu* plomberie fissuré craqué brisé bouché goutte moisi moisissure rouille
    rouillé pourri fusible fusibles plantage planté piraté virus perdu volé cambriolé
  `,
  strike: `
    grève* gréviste* syndicat* manif* travaux déviation* barrage* bloqu* blocage* annul* supprim* perturb* préavis
    bouchon bouchons embouteillage* accident déraillement évacué chantier
  `,
  closed: "fermé* ferme fermer ferment fermeture* verrouill* rénov* échafaudage* évacu* condamn* clos porte",
  weather: `
    météo pluie* pleut pleuv* pluvieu* soleil* ensoleill* neige* neigé glace* gel verglas tempête* orage* vent
    venteu* froid* chaud* chaleur* canicule brouillard nuage* gris printemps été automne hiver* averse* parapluie
    degrés mistral blizzard sécheresse grésil gadoue dégel lourd humide frisquet glacial doux rafales flaques
    giboulées éclaircie
  `,
  phone: "téléphon* appel* sonn* portable mobile fixe whatsapp signal skype facetime fil coup passe",
  video: `
    zoom teams visio* vidéo* webcam caméra* ligne virtuel* distanciel distance lien* écran* webex micro casque
    connexion internet wifi réseau meet
  `,
  place: `
    café* bar bars pub restaurant* resto* bistrot* brasserie* cantine* hall accueil réception hôtel salle* bureau*
    studio* atelier* entrepôt usine* site* siège locaux maison* appart* bibliothèque* parc* musée* terrasse* jardin*
    boulangerie* pâtisserie* galerie* marché* place* endroit* lieu* boutique* magasin* labo* chantier* chapelle
    église cathédrale mairie port quai moulin grange ferme domaine cave vignoble poterie forge serre grenier garage
    cabane kiosque supermarché pharmacie cinéma stade piscine château monument fontaine phare gymnase guinguette
    troquet halles
  `,
  way: `
    rue* avenue* boulevard* allée* chemin* coin* pont* bâtiment* immeuble* entrée* porte* sonnette* sonner
    interphone portail escalier* ascenseur* étage* rez-de-chaussée sous-sol haut bas gauche droite derrière face
    cour panneau parking* garer gardien* concierge* code* digicode badge adresse* plan carte sortie* arrêt* numéro
    carrefour feu feux arche passage tunnel souterrain sentier quai voie haie clôture grille rampe tourniquet
    barrière vestiaire couloir palier hall
  `,
  there: "là ici y près proche* côté autour devant dedans dehors dessus",
  work: `
    travail* boulot projet* produit* lancement* dossier* affaire* appel* budget* audit* impôt* rapport*
    présentation* diapos conférence* colloque* salon* foire* exposition* formation* stage* cours séminaire* examen*
    garde* astreinte* permanence* réunion* séance* entretien* trimestre* bilan* inventaire* vendanges moisson
    livraison* échéance* rendu* soutenance* point comité chantier* jalon passation intégration paie devis subvention
    subventions évaluation prototype bêta migration fusion rachat refonte stand commande commandes stock entrepôt
    clôture équipe planning cotravail coworking
  `,
  busy: `
    chargé* plein* complet* complète rempli* débordé* surchargé* booké* pris prise occupé* overbooké* chevauch*
    conflit* bloqué* indisponib* engagement* coincé* retenu* blindé* serré* folie tendu
  `,
  approve: `
    valid* approuv* approbation accord* signe* signature* feu autoris* permission permis permet* accept* décid*
    décision* tranch* vote* confirm* aval consent*
  `,
  wait: "attend* attente* patient* suspens incertain* incertitude flou inconnu* ignore entend* nouvelle* retour*",
  check: "vérif* voir vois regard* demand* renseign* consult* contrôl* cherch* assur*",
  answer: "répon* reviens revenir dire dis dit préviens préven* tiens tenir courant",
  send: "envo* transm* transfér* transfert partag* post* fais parvenir message* joint* pièce*",
  document: `
    ordre jour contrat* accord* nda document* papier* brouillon* devis proposition* offre* conditions détails
    chiffres données tableau* fichier* plan* croquis cv dossier* portfolio liste* questionnaire* formulaire*
    rapport* facture* reçu* résumé* note* compte-rendu cahier programme manuscrit thèse mémoire chapitre épreuves
    attestation certificat permis police manuel notice horaire relevé sondage flyer prospectus brochure expertise
  `,
  money: `
    prix coût* tarif* frais honoraires payer paie paye payé* paiement* budget* argent salaire* remise* gratuit* cher
    chère bon marché financ* invest* euro* franc* dollar* rembours* acompte* caution commission* devis facture*
    hypothèque prêt emprunt dette dettes retraite actions dividende prime pourboire tva impôt impôts bourse don dons
    bénéfice perte marge affaire charges loyer
  `,
  legal: `
    nda confidenti* tribunal* juge* procès procédure* plainte* contrat* juridique* police témoin* avocat* huissier*
    garde divorce succession héritage testament brevet marque rgpd clause appel verdict amende litige
  `,
  quit: `
    démission* quitt* licenci* rupture* chômage retraite* retraité* vendu* vends vendre faillite* liquidation*
    redressement dissou* restructur* dernier* dernière* départ préavis
  `,
  doubt: `
    doute* crain* peur inqui* souci* incertain* hésit* sceptique* convain* pense crois croire risque* risqué*
    soupçon* fragile improbable
  `,
  luck: "espér* espoir* espère croise* croisons doigts chance* bois miracle* prie prier inch'allah pourvu",
  point: `
    sens utile* utilité intérêt* intéress* inutile* peine perte acheter vendre vente* commercial* pub publicité spam
    promett* promesse* engag* pression vaut
  `,
  regret: "malheureusement hélas regret* désolé* navré* pardon* excus* dommage confus*",
  joke: "blague* plaisant* rire rigole* ironie humour haha mdr",
  refuse: "refus* annul* déclin* renonc* abandonn* oubli* laiss* tomb* report* désist* reprogramm*",
  thank: "merci mercis remerci* gratitude reconnaissan* gentil* aimable*",
  glad: `
    ravi* content* heureu* enchant* hâte plaisir joie* super* génial* parfait* formidable* merveill* magnifique*
    extra impecc* nickel top idéal* soulag* impatien* bonheur chouette réjoui*
  `,
  praise: `
    bon bonne bons bonnes bien mieux meilleur* beau belle beaux intelligent* intéressant* passionnant* impressionn*
    inspir* excellent* préféré* adoré* adore* élégant* fascin* compliment* félicit* bravo admir* apprécié* aimé*
    savour* régal* réussi*
  `,
  remember: "souvien* souven* rappel* oubli* mémoire rencontr* croisé* reconna* vu vue connu* retrouv* connaiss*",
  past: `
    hier dernier dernière passé* avant-hier récemment dernièrement autrefois déjà enfin était étais étaient avais
    avait ai as a avons avez ont été fut viens vient depuis juste
  `,
  topic: `
    parl* dire racont* discut* discussion* expliqu* montr* histoire* idée* pensée* question* sujet* thème* conseil*
    avis opinion* nouvelle* bavard* échang* papot* évoqu*
  `,
  bring: `
    apport* ramèn* ramen* prends prendre prendrai emport* imprim* prépar* cuisin* cuit* command* réserv* prêt* rend*
    échantillon* prototype* exemplaire* ordinateur chargeur livre*
  `,
  greet: "bonjour salut* bises bise bisous bien cordialement embrass* amitiés souhait* coucou transmett* bonsoir",
  food: `
    manger mange déjeune* dîner* petit-déjeuner brunch gâteau* tarte* biscuit* pâtisserie* croissant* pain*
    baguette* sandwich* soupe* pizza* fromage* chocolat* fruit* pomme* confiture* miel sucre* œuf* viande* poisson*
    végétarien* vegan faim appétit* table* menu* carte recette* galette* crêpe* madeleine* rôti ragoût pâtes
    nouilles riz salade patates oignons ail beurre crème yaourt gaufres brioche* macarons sablés clafoutis bûche
    huîtres moules agneau boeuf bœuf porc jambon saucisse saucisses saucisson lardons olives amandes noix noisettes
    cerises fraises framboises prunes mirabelles poires asperges citrouille potiron poireau champignons cèpes fondue
    raclette quiche cassoulet choucroute poutine frites cidre
  `,
  drink: `
    café* thé* expresso* bière* vin* eau jus boire bois verre* cafetière* lait tasse* soif tisane* apéro* noisette
    allongé pression cidre gin whisky rhum pastis champagne prosecco kir cocktail limonade coca sirop infusion
    verveine
  `,
  pet: `
    chien* chat chats chatte* chaton* chiot* poule* cheval* chevaux lapin* hamster* perruche* chèvre* mouton* vache*
    canard* hérisson* abeille* poisson* tortue* âne* épagneul caniche berger labrador jument poulain poney étalon
    bélier brebis agneaux veau veaux taureau cochon cochons porcelet oies oie dinde pigeon pigeons canari coq gecko
    lézard serpent aquarium ruche ruches essaim lama
  `,
  garden: `
    jardin* fleur* arbre* rose* rosier* tomate* plant* pelouse* graine* feuille* serre* potager* légume* compost
    balcon* haie* cerisier* pommier* lilas glycine* rhubarbe courgettes laitue haricots carottes épinards basilic
    romarin thym lavande tulipes jonquilles pivoines dahlias tournesols magnolia jasmin cabane bêche râteau brouette
    tondeuse tondre désherber semis muguet
  `,
  hobby: `
    foot* match* tennis golf nage* natation cour* marathon* escalad* rando* marche* chant* chorale* groupe* guitare*
    piano* violon* musique* concert* théâtre* film* ciné* livre* roman* lire lis lu lecture* peint* tricot* échecs
    danse* yoga ski* voile* pêche* photo* expo* club* répét* festival* podcast* vélo* rugby handball volley basket
    badminton hockey aviron kayak canoë surf judo karaté boxe escrime pétanque boules bowling billard belote tarot
    poker lego puzzle trompette saxophone batterie accordéon orgue opéra ballet poterie crochet modélisme timbres
    triathlon ligue coupe arbitre gardien penalty luge raquettes fanfare
  `,
  clothes: `
    porte* manteau* veste* blouson* écharpe* foulard* bonnet* chapeau* casquette* lunettes chemise* costume* robe*
    pull* chaussures bottes rouge* bleu* vert* jaune* barbe* cheveux grand* sac* parapluie* cravate pantalon jean
    jupe chemisier gilet polaire sweat anorak imper gants moufles chaussettes collants sandales baskets chaussons
    casque tablier uniforme collier bracelet tuque
  `,
  home: `
    maison* chez déménag* emménag* cuisine* salle bain* chambre* loyer* peinture* repeint* cartons voisins toit*
    mur* sol* meuble* prêt bail caution extension véranda combles isolation moquette rideaux canapé armoire frigo
    congélateur machine aspirateur lessive repassage chaudière
  `,
  celebrate: `
    anniversaire* mariage* fêt* noël pâques réveillon baptême* communion férié* carnaval* diplôme* pot ramadan aïd
    halloween hanoukka chandeleur épiphanie jubilé crémaillère retraite adieu fiançailles toast bougies cadeau
    cadeaux pendaison noces pacs
  `,
  writing: `
    mail* courriel* message* lettre* mot mots écri* tap* frappe* faute* orthographe clavier* pouce* correcteur spam*
    dossier boîte objet langue français anglais ligne* télégraphique*
  `,
  calendar: "agenda* calendrier* noté* note* inscri* bloqué* invitation* rappel* cocher coché réserv*",
  sleep: "dorm* sommeil* fatigué* épuisé* crevé* réveil* bâill* lit* sieste* décalage matinal* repos* lève",
  timezone: "fuseau* gmt utc heure locale décalage",
  both: "deux aussi également second* deuxième* alternativ* secours option* flexible* importe égal pareil",
  again: "encore nouveau re toujours souvent chaque régulièrement habitude* habituel*",
  surprise: "surpris* incroyable* waouh drôle* étrange* bizarre* coïncidence* hasard* étonn* dingue",
  address: "numéro* adresse* contact* coordonnées carte site signature* mail téléphone",
  technology: `
    ordi* serveur* logiciel* appli* site* code* mise jour écran* imprimante* données cloud ia machine* batterie*
    chargeur* bug* robot robots drone drones capteur capteurs solaire panneau panneaux éolienne borne laser
    microscope télescope scanner photocopieuse projecteur enceinte ampli puce puces algorithme modèle micrologiciel
  `,
  quantity: "beaucoup peu quelques plusieurs moins assez trop deux trois quatre cinq demi moitié tous toutes",
  speak: `
    dire dit dis disait disent parler parle parlé parlait parlent raconter raconte raconté mentionner mentionné
    expliquer explique expliqué insister jurer jure annoncer annonce annoncé déclarer ajouter ajouté répéter répète
    répété chuchoter crier crie bavarder papoter plaindre plaint râler râle discuter discuté proposer proposé
    suggérer suggéré affirmer promettre promis prétendre avouer avoue
  `,
  think: `
    penser pense pensé pensais croire crois croit cru croyais savoir sait sais su savait connaître connais connaît
    connu comprendre comprends comprend compris réaliser réalisé imaginer imagine considérer supposer suppose
    deviner deviné apprendre appris étudier étudié réfléchir réfléchi estimer estime juger songer douter ignorer
    ignore retenir retenu
  `,
  feel: `
    sentir sens sent sentie ressentir triste heureux heureuse fâché fâchée vexé fier fière honte gêné gênée jaloux
    seul seule ennuyé calme gai joyeux grognon humeur misérable ravi ravie excité nerveux nerveuse anxieux stressé
    stressée détendu détendue curieux furieux agacé touché touchée ému émue fatigué peur effrayé déçu déçue amoureux
    content contente mécontent soulagé
  `,
  move: `
    aller va vais allé allée allait vont marcher marche marché courir cours court couru conduire conduit rouler
    roule roulé pédaler voler vole porter porte porté traîner pousser tirer monter monte monté descendre descend
    descendu grimper traverser traversé passer passe passé chercher apporter apporte emmener emmène emmené amener
    amène ramener ramène foncer dépêcher voyager voyage voyagé suivre suit suivi rentrer rentre rentré déplacer
    déménager
  `,
  make: `
    faire fait fais faisait font construire construit bâtir bâti écrire écrit écris cuisiner cuisine cuisiné cuire
    cuit coudre cousu tricoter tricote réparer répare réparé restaurer restauré dessiner dessiné peindre peint
    imprimer imprimé monter assembler installer installé produire produit créer créé préparer prépare préparé
    planter planté souder sculpter brasser bricoler bricole fabriquer fabriqué couper coupé terminer terminé
  `,
  get: `
    avoir ai a as avait ont eu obtenir obtenu recevoir reçoit reçu garder garde gardé donner donne donné perdre perd
    perdu trouver trouve trouvé acheter achète acheté posséder emprunter emprunté prêter prête prêté gagner gagne
    gagné vendre vend vendu hériter hérité collectionner récupérer récupère récupéré économiser prendre prend pris
    offrir offert
  `,
  happen: `
    arriver arrive arrivé passer changer change changé tomber tombe tombé grandir grandi pousser monter baisser
    baisse baissé casser éclater éclaté effondrer effondré devenir devient devenu apparaître disparaître disparu
    améliorer amélioré évoluer évolue développer accident incident événement crise catastrophe progrès réussir
    réussi exploser naître né née
  `,
  look: `
    voir vois voit vu voyait regarder regarde regardé observer observé lire lis lit lu entendre entends entend
    entendu écouter écoute écouté remarquer remarqué apercevoir aperçu montrer montre montré visiter visité admirer
    découvrir découvert
  `,
  thing: `
    clé clés clef sac sacs boîte boîtes carton cartons chaise chaises table lampe tasse tasses bouteille couteau
    fourchette assiette panier seau échelle corde colis paquet lettre enveloppe timbre stylo crayon cahier classeur
    cadre horloge montre bougie bougies couverture coussin serviette miroir jouet jouets poupée portefeuille affiche
    dépliant catalogue valise chariot poussette parapluie cintre vase verre verres
  `,
  material: `
    bois chêne pin acier fer cuivre laiton argent or verre pierre brique briques argile béton ciment plâtre peinture
    vernis cuir laine coton lin soie papier plastique caoutchouc fil câble câbles tuyau tuyaux pompe pompes vanne
    moteur scie marteau perceuse vis clou clous outil outils machine machines four grue métier tour établi
  `,
  group: `
    société entreprise boîte association paroisse église conseil mairie école administration autorité ministère
    agence bureau service boutique magasin startup club syndicat fondation université fac institut hôpital clinique
    banque coopérative chambre guilde parti fédération réseau groupe comité commission succursale filiale employeur
    éditeur musée bibliothèque médiathèque préfecture collectivité cégep
  `,
  event: `
    salon salons foire conférence colloque congrès inauguration match visite visites inspection audience examen
    examens partiels atelier séminaire webinaire festival concert première spectacle lancement vernissage vente
    enchères course tournoi finale gala réception cérémonie assemblée élection élections vote démonstration audition
    entretien kermesse brocante
  `,
  trade: `
    boulanger* boucher* agricultrice agriculteur* fermier* jardinier* menuisier* charpentier* maçon* peintre*
    plombier* électricien* couvreur* vitrier* carreleur* forgeron* tailleur couturier* coiffeur* coiffeuse*
    cuisinier* serveur* serveuse* professeur* prof profs instituteur* infirmier* médecin* pharmacien* vétérinaire*
    avocat* juge* notaire* comptable* architecte* ingénieur* programmeur* développeur* graphiste* journaliste*
    rédacteur* auteur* traducteur* photographe* comédien* musicien* chauffeur* pilote* capitaine* marin* soldat*
    policier* pompier* facteur* concierge* gardien* bibliothécaire* chercheur* chercheuse* curé* pasteur*
    consultant* courtier* vigneron* apiculteur* libraire* potier*
  `,
  size: `
    grand grande grands plus petit petite petits minuscule énorme immense gros grosse long longue court courte haut
    haute bas basse large étroit profond épais mince lourd lourde léger légère plein pleine vide presque assez très
    vraiment si trop plutôt extrêmement terriblement complètement totalement entièrement tout toute demi
  `,
  quality: `
    bon bonne beau belle joli jolie charmant élégant intelligent malin gentil gentille honnête courageux fidèle
    frais fraîche propre tranquille paisible confortable chaleureux chaud doux douce lisse solide fiable utile
    pratique moderne neuf neuve nouveau nouvelle vieux vieille ancien ancienne célèbre populaire rare spécial unique
    intéressant drôle marrant sympa délicieux riche généreux parfait excellent brillant splendide magnifique superbe
  `,
  bad: `
    mauvais mauvaise pire terrible affreux affreuse horrible moche laid sale boueux faux cassé cassée inutile cher
    chère difficile dur dure compliqué compliquée dangereux risqué douloureux bruyant pourri amer ennuyeux lent
    lente pauvre cruel impoli injuste bête stupide idiot fou folle chaotique chaos bazar désordre pagaille souci
    soucis problème problèmes cauchemar catastrophe enfer galère bordel
  `,
  body: `
    tête visage œil yeux oreille oreilles nez bouche dent dents langue lèvre cheveux cou épaule épaules bras coude
    main mains doigt doigts pouce dos poitrine cœur coeur poumons estomac ventre hanche jambe jambes genou genoux
    cheville pied pieds orteil peau os muscle poignet gorge
  `,
  nature: `
    mer lac rivière fleuve ruisseau étang cascade plage île côte falaise colline collines vallée montagne montagnes
    sommet forêt bois champ champs pré prairie marais lande désert ciel lune étoiles soleil coucher renard renards
    cerf biche chevreuil loup ours sanglier* lièvre hibou chouette cygne cigogne* héron aigle buse hirondelle* merle
    moineau abeille papillon libellule grenouille crapaud escargot truite saumon phoque baleine castor
  `,
  daytime: `
    matin matinée midi soir soirée nuit minuit aube crépuscule jour jours journée semaine semaines weekend mois an
    ans année années hier demain printemps été automne hiver pâques noël avent pentecôte toussaint carême ramadan
    trimestre semestre saison janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    rentrée vacances
  `,
  order: `
    premier première deuxième second seconde troisième prochain prochaine suivant suivante dernier dernière
    précédent autre autres même mêmes reste moitié partie seul unique double milieu haut bas début fin
  `,
  manner: `
    vite rapidement lentement volontiers personnellement directement doucement tranquillement fort soigneusement
    facilement simplement brièvement bien mal ensemble seul séparément soudain immédiatement enfin heureusement
    malheureusement honnêtement franchement sérieusement vraiment certainement sûrement évidemment naturellement
    normalement souvent parfois rarement jamais toujours effectivement
  `,
  digital: `
    appli applis application site page portail plateforme navigateur onglet compte profil linkedin facebook
    instagram youtube google chatgpt excel word powerpoint pdf wiki blog infolettre newsletter podcast balado
    tablette ipad iphone android pc mac ordi ordinateur écran souris routeur box serveur base sauvegarde bug bugs
    script tableur dropbox github cloud
  `,
  weekday:
    "lundi lundis mardi mardis mercredi mercredis jeudi jeudis vendredi vendredis samedi samedis dimanche dimanches",
  number: `
    un une deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante cent
    mille million douzaine vingtaine dizaine quinzaine paire couple fois
  `,
  asking: "qui que quoi où quand pourquoi lequel laquelle lesquels comment combien quel quelle quels quelles",
  keep: `
    garder garde gardé gardons reste rester restent resté tenir tiens tient tenu maintenir maintenu maintenons
    bloquer bloqué réserver réservé réserve demeure fixe
  `,
};
