/** French words by what they have in common (`word-classes.ts`). */
import type { ClassedWords } from "./word-classes.ts";

export const french: ClassedWords = {
  self: "je j' me m' moi m",
  own: "mon ma mes notre nos mien mienne",
  we: "nous on",
  you: "tu te t' toi vous vos votre ton ta tes vôtre",
  other: "il elle ils elles lui leur leurs son sa ses quelqu'un tous tout chacun personne autres autre eux celui celle",
  need: `
    dois doit devons devez doivent devrai devra devrais devrait devrions faut faudra faudrait besoin obligé* obligatoire
    nécessaire* nécessit* contraint* forcé* tenu
  `,
  ability: "peux peut pouvons pouvez peuvent pourrai pourra pourrais pourrait pourrions puisse possible capable arrive",
  future: "vais va allons irai ira serai sera serons aurai aura",
  wish: "veux veut voudrais voudrait souhaite* aimerais aimerait préfère* préfér* envie voulais désire",
  denial: "ne n' pas non rien aucun aucune jamais personne nulle ni sans guère plus point",
  condition:
    "si s'il s'ils condition* pourvu moins sauf sinon selon dépend* cas réserve autrement supposer supposant lorsque",
  perhaps: `
    peut-être doute probablement éventuellement vraisemblablement normalement théoriquement principe provisoire* priori espérons
    apparemment possiblement environ plutôt
  `,
  but: "mais cependant toutefois pourtant néanmoins sauf seulement juste quoique hormis",
  until: "jusqu* tard",
  before: "avant d'abord abord préalable* auparavant avance plus tôt",
  after: "après ensuite puis suite lendemain tard directement",
  instead: `
    plutôt place lieu remplac* chang* déplac* décal* report* autre autres ailleurs différ* échang* modifi* bascul*
  `,
  since: "car parce puisque comme donc alors cause ainsi vu",
  long: "long longue longtemps plus entière entier toute prolong* durer dure durera heures",
  short: `
    court courte bref brève rapide* vite minutes min quart demi-heure demi-h écourt* press* serré limité juste vitesse filer
  `,
  early: "tôt avance heure ponctuel*",
  late: "tard retard* attard* déborde* traîn* prolong*",
  begin: "commenc* début* démarr* ouvr* lanc*",
  end: "fin finir finis finit termin* achev* clôtur* conclu* arrêt* boucl*",
  leave: "pars part partir partons partirai départ quitt* sors sortir sort file filer éclips* sauver absent*",
  come: `
    viens vient venir viendra viendrai venons arriv* retour* rentr* passe passer passerai débarqu* atterr* revien* reven*
  `,
  join: `
    joindre joint joindra rejoin* accompagn* avec particip* assist* ensemble présent* amèn* amener emmèn* invit* copie convi*
    viendra ajout* inclus
  `,
  kin: `
    mari femme époux épouse conjoint* compagnon compagne copain copine fiancé* mère père maman papa parents fils fille filles
    frère* sœur* soeur* jumeaux jumelles tante oncle cousin* neveu* nièce* grand-mère grand-père mamie papi mémé pépé
    grands-parents petit-fils petite-fille petits-enfants belle-mère beau-père beau-frère belle-sœur belle-famille famille
  `,
  child: "enfant* gamin* gosse* bébé petit petite petits petites garçon* ado ados cadet* aîné* benjamin* môme* bout",
  care: `
    crèche maternelle garderie école écoles collège lycée nounou nourrice baby-sitter* garde garder devoirs sortie chercher
    récupér* auxiliaire aidant*
  `,
  colleague: `
    collègue* collaborat* équipe* service bureau assistant* secrétaire* secrétariat stagiaire* apprenti* employé* salarié*
    adjoint* binôme remplaçant*
  `,
  boss: `
    patron* chef* responsable* directeur directrice directeurs direction dirigeant* gérant* pdg dg drh associé* actionnaire*
    investisseur* fondateur* fondatrice conseil comité président* hiérarchie supérieur* propriétaire* proviseur* manager*
  `,
  expert: `
    avocat* comptable* notaire* auditeur* consultant* conseiller* courtier* banque banquier* expert* assureur* juriste*
  `,
  client: `
    client* locataire* bailleur* fournisseur* prestataire* artisan* plombier* électricien* couvreur* peintre* menuisier* maçon*
    invité* visiteur* patient* étudiant* élève* inspecteur* livreur*
  `,
  friend: "ami amis amie amies pote potes voisin* connaissance* coloc* copain* copine*",
  person: "homme monsieur madame dame gens personne* type gars mec",
  ill: `
    malade* maladie* souffrant* grippe* grippé fièvre* toux tousse rhume enrhum* virus covid infection* bronchite angine
    pneumonie migraine* douleur* mal blessé* blessure* cassé* fracture* entorse* plâtre béquille* dos lumbago sciatique nausée*
    gastro ventre gorge voix aphone quarantaine contagieu* alité* fatigué* convalescen* arrêt symptôme* allergi* rétabli*
  `,
  medicine: `
    médecin* docteur* dentiste* opér* chirurg* hôpital* clinique* kiné* thérap* traitement* examen* irm radio* scanner prise
    sang vaccin* piqûre sage-femme accouch* enceinte grossesse maternité paternité vétérinaire* véto urgences ophtalmo*
    orthodontiste* pédiatre* rendez-vous
  `,
  death: "enterrement obsèques funérailles décès décédé* mort* deuil",
  travel: `
    voyage* trajet* déplacement* vol vols avion* aéroport* train* tgv gare* rer métro tram* bus car ferry étranger visa
    passeport hôtel* valise* bagage* billet* correspondance* quai ligne* route* autoroute* péage navette* covoiturage
  `,
  away: "absent* parti* vacances congé* étranger ailleurs déplacement séjour* lune miel sabbatique retraite pont",
  far: "loin kilomètre* km distance éloign* campagne ville village province nord ouest côte montagne* bout banlieue",
  vehicle: `
    voiture* auto* vélo* moto* scooter* trottinette* camion* tracteur* moteur* batterie* pneu* frein* essence gasoil taxi* vtc
    uber conduire conduis conduit
  `,
  breakdown: `
    panne* cassé* casse garage* garagiste* répar* dépann* crevé* crevaison fuite* dégât* inond* chaudière* coupure* accident*
    lâché lâche tombé* hs remorqu* plomberie
  `,
  strike: `
    grève* gréviste* syndicat* manif* travaux déviation* barrage* bloqu* blocage* annul* supprim* perturb* préavis
  `,
  closed: "fermé* ferme fermer ferment fermeture* verrouill* rénov* échafaudage* évacu* condamn* clos porte",
  weather: `
    météo pluie* pleut pleuv* pluvieu* soleil* ensoleill* neige* neigé glace* gel verglas tempête* orage* vent venteu* froid*
    chaud* chaleur* canicule brouillard nuage* gris printemps été automne hiver* averse* parapluie degrés mistral
  `,
  phone: "téléphon* appel* sonn* portable mobile fixe whatsapp signal skype facetime fil coup passe",
  video: `
    zoom teams visio* vidéo* webcam caméra* ligne virtuel* distanciel distance lien* écran* webex micro casque connexion
    internet wifi réseau meet
  `,
  place: `
    café* bar bars pub restaurant* resto* bistrot* brasserie* cantine* hall accueil réception hôtel salle* bureau* studio*
    atelier* entrepôt usine* site* siège locaux maison* appart* bibliothèque* parc* musée* terrasse* jardin* boulangerie*
    pâtisserie* galerie* marché* place* endroit* lieu* boutique* magasin* labo* chantier*
  `,
  way: `
    rue* avenue* boulevard* allée* chemin* coin* pont* bâtiment* immeuble* entrée* porte* sonnette* sonner interphone portail
    escalier* ascenseur* étage* rez-de-chaussée sous-sol haut bas gauche droite derrière face cour panneau parking* garer
    gardien* concierge* code* digicode badge adresse* plan carte sortie* arrêt* numéro
  `,
  there: "là ici y près proche* côté autour devant dedans dehors dessus",
  work: `
    travail* boulot projet* produit* lancement* dossier* affaire* appel* budget* audit* impôt* rapport* présentation* diapos
    conférence* colloque* salon* foire* exposition* formation* stage* cours séminaire* examen* garde* astreinte* permanence*
    réunion* séance* entretien* trimestre* bilan* inventaire* vendanges moisson livraison* échéance* rendu* soutenance* point
    comité chantier*
  `,
  busy: `
    chargé* plein* complet* complète rempli* débordé* surchargé* booké* pris prise occupé* overbooké* chevauch* conflit* bloqué*
    indisponib* engagement* coincé* retenu* blindé* serré* folie tendu
  `,
  approve: `
    valid* approuv* approbation accord* signe* signature* feu autoris* permission permis permet* accept* décid* décision*
    tranch* vote* confirm* aval consent*
  `,
  wait: "attend* attente* patient* suspens incertain* incertitude flou inconnu* ignore entend* nouvelle* retour*",
  check: "vérif* voir vois regard* demand* renseign* consult* contrôl* cherch* assur*",
  answer: "répon* reviens revenir dire dis dit préviens préven* tiens tenir courant",
  send: "envo* transm* transfér* transfert partag* post* fais parvenir message* joint* pièce*",
  document: `
    ordre jour contrat* accord* nda document* papier* brouillon* devis proposition* offre* conditions détails chiffres données
    tableau* fichier* plan* croquis cv dossier* portfolio liste* questionnaire* formulaire* rapport* facture* reçu* résumé*
    note* compte-rendu cahier programme
  `,
  money: `
    prix coût* tarif* frais honoraires payer paie paye payé* paiement* budget* argent salaire* remise* gratuit* cher chère bon
    marché financ* invest* euro* franc* dollar* rembours* acompte* caution commission* devis facture*
  `,
  legal: `
    nda confidenti* tribunal* juge* procès procédure* plainte* contrat* juridique* police témoin* avocat* huissier*
  `,
  quit: `
    démission* quitt* licenci* rupture* chômage retraite* retraité* vendu* vends vendre faillite* liquidation* redressement
    dissou* restructur* dernier* dernière* départ préavis
  `,
  doubt: `
    doute* crain* peur inqui* souci* incertain* hésit* sceptique* convain* pense crois croire risque* risqué* soupçon* fragile
    improbable
  `,
  luck: "espér* espoir* espère croise* croisons doigts chance* bois miracle* prie prier inch'allah pourvu",
  point: `
    sens utile* utilité intérêt* intéress* inutile* peine perte acheter vendre vente* commercial* pub publicité spam promett*
    promesse* engag* pression vaut
  `,
  regret: "malheureusement hélas regret* désolé* navré* pardon* excus* dommage confus*",
  joke: "blague* plaisant* rire rigole* ironie humour haha mdr",
  refuse: "refus* annul* déclin* renonc* abandonn* oubli* laiss* tomb* report* désist* reprogramm*",
  thank: "merci mercis remerci* gratitude reconnaissan* gentil* aimable*",
  glad: `
    ravi* content* heureu* enchant* hâte plaisir joie* super* génial* parfait* formidable* merveill* magnifique* extra impecc*
    nickel top idéal* soulag* impatien* bonheur chouette réjoui*
  `,
  praise: `
    bon bonne bons bonnes bien mieux meilleur* beau belle beaux intelligent* intéressant* passionnant* impressionn* inspir*
    excellent* préféré* adoré* adore* élégant* fascin* compliment* félicit* bravo admir* apprécié* aimé* savour* régal* réussi*
  `,
  remember: "souvien* souven* rappel* oubli* mémoire rencontr* croisé* reconna* vu vue connu* retrouv* connaiss*",
  past: `
    hier dernier dernière passé* avant-hier récemment dernièrement autrefois déjà enfin était étais étaient avais avait ai as a
    avons avez ont été fut viens vient depuis juste
  `,
  topic: `
    parl* dire racont* discut* discussion* expliqu* montr* histoire* idée* pensée* question* sujet* thème* conseil* avis
    opinion* nouvelle* bavard* échang* papot* évoqu*
  `,
  bring: `
    apport* ramèn* ramen* prends prendre prendrai emport* imprim* prépar* cuisin* cuit* command* réserv* prêt* rend*
    échantillon* prototype* exemplaire* ordinateur chargeur livre*
  `,
  greet: "bonjour salut* bises bise bisous bien cordialement embrass* amitiés souhait* coucou transmett* bonsoir",
  food: `
    manger mange déjeune* dîner* petit-déjeuner brunch gâteau* tarte* biscuit* pâtisserie* croissant* pain* baguette* sandwich*
    soupe* pizza* fromage* chocolat* fruit* pomme* confiture* miel sucre* œuf* viande* poisson* végétarien* vegan faim appétit*
    table* menu* carte recette* galette* crêpe* madeleine*
  `,
  drink: "café* thé* expresso* bière* vin* eau jus boire bois verre* cafetière* lait tasse* soif tisane* apéro*",
  pet: `
    chien* chat chats chatte* chaton* chiot* poule* cheval* chevaux lapin* hamster* perruche* chèvre* mouton* vache* canard*
    hérisson* abeille* poisson* tortue* âne*
  `,
  garden: `
    jardin* fleur* arbre* rose* rosier* tomate* plant* pelouse* graine* feuille* serre* potager* légume* compost balcon* haie*
    cerisier* pommier* lilas glycine*
  `,
  hobby: `
    foot* match* tennis golf nage* natation cour* marathon* escalad* rando* marche* chant* chorale* groupe* guitare* piano*
    violon* musique* concert* théâtre* film* ciné* livre* roman* lire lis lu lecture* peint* tricot* échecs danse* yoga ski*
    voile* pêche* photo* expo* club* répét* festival* podcast* vélo*
  `,
  clothes: `
    porte* manteau* veste* blouson* écharpe* foulard* bonnet* chapeau* casquette* lunettes chemise* costume* robe* pull*
    chaussures bottes rouge* bleu* vert* jaune* barbe* cheveux grand* sac* parapluie*
  `,
  home: `
    maison* chez déménag* emménag* cuisine* salle bain* chambre* loyer* peinture* repeint* cartons voisins toit* mur* sol*
    meuble*
  `,
  celebrate: `
    anniversaire* mariage* fêt* noël pâques réveillon baptême* communion férié* carnaval* diplôme* pot ramadan aïd
  `,
  writing: `
    mail* courriel* message* lettre* mot mots écri* tap* frappe* faute* orthographe clavier* pouce* correcteur spam* dossier
    boîte objet langue français anglais ligne* télégraphique*
  `,
  calendar: "agenda* calendrier* noté* note* inscri* bloqué* invitation* rappel* cocher coché réserv*",
  sleep: "dorm* sommeil* fatigué* épuisé* crevé* réveil* bâill* lit* sieste* décalage matinal* repos* lève",
  timezone: "fuseau* gmt utc heure locale décalage",
  both: "deux aussi également second* deuxième* alternativ* secours option* flexible* importe égal pareil",
  again: "encore nouveau re toujours souvent chaque régulièrement habitude* habituel*",
  surprise: "surpris* incroyable* waouh drôle* étrange* bizarre* coïncidence* hasard* étonn* dingue",
  address: "numéro* adresse* contact* coordonnées carte site signature* mail téléphone",
  technology: `
    ordi* serveur* logiciel* appli* site* code* mise jour écran* imprimante* données cloud ia machine* batterie* chargeur* bug*
  `,
  quantity: "beaucoup peu quelques plusieurs moins assez trop deux trois quatre cinq demi moitié tous toutes",
};
