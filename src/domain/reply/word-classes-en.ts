/** English words by what they have in common (`word-classes.ts`). */

export const english = {
  self: "i me myself i'm i've i'd i'll im ive",
  own: "my mine our ours",
  we: "we us we're we've we'd we'll ourselves",
  you: "you your yours you're you've you'd you'll yourself u ur",
  other: `
    he she they him her them his their theirs he's she's they're he'll she'll they'll they've someone somebody everyone
    everybody anyone others one
  `,
  need: `
    must need needs needed needn't have has got gotta ought should supposed obliged required forced due obligatory necessary
    essential
  `,
  ability: "may might could can able manage cannot can't couldn't",
  future: "will shall going gonna i'll we'll won't wouldn't would",
  wish: "want wants wanted wish wishes rather prefer prefers preferred like'd keen love",
  denial: `
    not no never none nothing nobody nowhere neither nor without n't don't doesn't didn't isn't aren't wasn't weren't haven't
    hasn't hadn't cannot can't won't wouldn't couldn't shouldn't hardly barely scarcely
  `,
  condition: `
    if unless whether provided providing assuming suppose supposing depending depends subject conditional otherwise else case
    condition conditions
  `,
  perhaps: `
    maybe perhaps possibly probably likely presumably hopefully potentially apparently seemingly supposedly theoretically
    provisional provisionally tentative tentatively pencil pencilled penciled roughly somehow ish
  `,
  but: "but however though although yet still except only just save apart despite",
  until: "until till til by latest deadline",
  before: "before beforehand first prior ahead earlier advance previously",
  after: "after afterwards then later straight directly once following",
  instead: `
    instead rather alternatively replace replaces replaced replacement substitute swap switch switched swapped change changed
    changes move moved shift shifted different another other elsewhere
  `,
  since: "since because as cause so therefore thus hence",
  long: "long longer lengthy extend extended stay hours full whole entire all",
  short: `
    short shorter brief briefly quick quickly minutes min mins quarter cut squeeze squeezed tight limited rush rushed dash nip
    leg
  `,
  early: "early earlier sooner promptly",
  late: "late later delay delays delayed behind overrun overruns overrunning",
  begin: "start starts started starting begin begins began open opens",
  end: "end ends ended ending finish finishes finished finishing stop stops stopped over done wrap",
  leave: "leave leaves leaving left depart departs departing departure go goes gone head heading off out away",
  come: `
    come comes coming came arrive arrives arriving arrived arrival land lands landing landed return returns returning returned
    back drop pop swing
  `,
  join: `
    join joins joining joined along tag accompany accompanies accompanied attend attends attending sit sits sitting meet present
    presence together bring brings bringing company invite invites invited include included copy copied copying cc'd cc
  `,
  kin: `
    husband wife spouse partner fiancé fiancée fiance boyfriend girlfriend mother father mum mom mama mam dad papa parents son
    sons daughter daughters brother brothers sister sisters twins aunt auntie uncle cousin cousins nephew niece grandmother
    grandfather grandma grandpa gran nan granny granddaughter grandson grandkids grandchildren in-law in-laws family
  `,
  child: `
    child children kid kids baby toddler twins infant newborn boy girl teen teenager teenagers eldest youngest little
  `,
  care: `
    nursery kindergarten daycare childcare crèche creche school schools sitter babysit* childminder nanny au-pair custody
    homework pickup carer carers caretaker
  `,
  colleague: `
    colleague colleagues coworker* team teammate* staff department crew office assistant secretary pa intern trainee apprentice
    employee* workmate*
  `,
  boss: `
    boss bosses manager director ceo cfo cto coo head chief chair chairman chairwoman president chef supervisor superior partner
    partners owner owners founder* co-founder* shareholder* investor* board committee council directors management leadership
  `,
  expert: `
    lawyer* solicitor* accountant* attorney* notary auditor* consultant* adviser* advisor* agent* broker* banker* bank
  `,
  client: `
    client* customer* tenant* landlord* supplier* vendor* contractor* builder* plumber* electrician* decorator* roofer*
    surveyor* guest* visitor* patient* student* pupil* inspector*
  `,
  friend: "friend* mate mates buddy pal neighbour* neighbor* acquaintance flatmate* housemate* roommate*",
  person: "man woman lady guy lad folks people person chap",
  ill: `
    ill sick sickness illness unwell poorly flu cold cough* fever* virus bug covid infection bronchitis pneumonia migraine*
    headache* pain* ache* injury injured broke broken sprain* fracture* bandage* crutch* cast limp* recovering recovery
    antibiotics contagious quarantine quarantined isolating symptoms throat stomach nausea throwing vomiting voice asthma
    allergy hernia
  `,
  medicine: `
    doctor* gp dentist* surgery operation surgeon hospital* clinic* physio* therapist* therapy treatment* scan mri x-ray blood
    test* check-up checkup appointment* specialist vaccin* jab midwife birth pregnan* labour maternity paternity vet vets
  `,
  death: "funeral* died death passed mourning burial wake bereave* cremation",
  travel: `
    travel* trip* journey* flight* fly flies flying plane airport* train* station* rail* ferry coach bus* tram* tube metro
    subway abroad overseas visa passport hotel* luggage suitcase* commute commuting ride connection* platform ticket* road
    motorway highway
  `,
  away: `
    away abroad holiday* vacation* leave honeymoon sabbatical travelling traveling retreat annual absent absence out-of-office
  `,
  far: "far miles kilomet* distance distant remote country city town village north south east west coast mountain*",
  vehicle: `
    car cars van bike bicycle cycle cycling motorbike scooter drive drives driving drove driver lift cab taxi uber truck tractor
    engine battery tyre* tire* brake* fuel petrol
  `,
  breakdown: `
    broken broke break garage repair* mechanic puncture flat towed dead failed fails failure fault* leak* flood* crash* power
    cut outage boiler heating roof pipe* burst
  `,
  strike: `
    strike* walkout union industrial picket protest* demonstration roadworks diversion blocked blockade cancelled canceled
    cancellation* cancel cancels replacement
  `,
  closed: `
    closed close closes closing shut shuts shutting shutdown locked lock locks renovat* refurbish* scaffolding evacuat*
    out-of-order barred unavailable
  `,
  weather: `
    weather rain raining rainy rained sun sunny sunshine snow* ice icy storm* wind windy cold warm hot heat heatwave frost fog
    foggy mist cloud* spring summer autumn winter thunder drizzle hail grey degrees umbrella
  `,
  phone: "phone telephone call calls calling ring rings dial mobile cell landline whatsapp signal skype facetime",
  video: `
    zoom teams video videocall webcam camera online virtual virtually remote remotely hangout meet link links screen webex
    stream headset microphone mute broadband wifi wi-fi internet connection
  `,
  place: `
    café cafe cafés coffee bar pub restaurant bistro canteen lobby foyer reception hotel room rooms boardroom office offices
    studio workshop warehouse factory plant site headquarters hq home house flat library park museum terrace garden bakery
    gallery market square venue location place spot somewhere
  `,
  way: `
    street road avenue lane corner bridge building entrance door doorbell bell buzzer gate stairs staircase lift elevator floor
    ground basement upstairs downstairs left right behind opposite courtyard yard sign parking park parked kerb porter concierge
    code badge gatehouse reception address map directions turn exit stop
  `,
  there: "here there near nearby next close round around outside inside in front",
  work: `
    work works working worked job project projects product launch launched deal deals pitch release sprint quarter budget audit
    tax report* presentation* deck slides conference fair exhibition show workshop training course seminar lecture exam* shift
    shifts rota duty on-call meeting* standup call calls review* interview* inventory stocktake harvest delivery deliveries
  `,
  busy: `
    busy booked full packed crammed rammed swamped slammed hectic stacked back-to-back clash clashes clashing overlap overlaps
    conflict* double-booked tied stuck commitment* committed engaged occupied pressed taken schedule scheduled
  `,
  approve: `
    approve* approval sign signed sign-off signoff go-ahead authorise* authorize* permission permit allow allows allowed agree*
    clear cleared clearance consent blessing okay nod decide decides decided decision vote confirm confirms confirmed
    confirmation ratify
  `,
  wait: `
    wait waits waiting waited await awaiting pending expect expecting expected open undecided unclear unsure uncertain unknown
    unresolved hear hearing heard back
  `,
  check: "check checks checking checked verify see look ask asks asking asked find consult double-check run",
  answer: "answer* reply replies replied respond* response get back know tell let",
  send: "send sends sending sent email* mail* forward* share* post ping text message attach* pass",
  document: `
    agenda contract* nda document* paper* draft* proposal* offer terms details brief figures numbers data spreadsheet file files
    plan* drawings sketch* cv résumé resume portfolio deck list questionnaire form report invoice* receipt* summary notes
    specification*
  `,
  money: `
    price* cost costs fee* charge charges charged pay paid pays payment* budget quote money cash salary discount free expense*
    expensive cheap afford rate rates bill funding funded invest* euro* pound* dollar* bucks refund deposit commission
  `,
  legal: `
    nda confidential* lawyer* court hearing judge case lawsuit trial contract legal compliance jury police witness
  `,
  quit: `
    quit quitting resign* redundan* laid fired leaving notice retire* retiring sold sell selling bankrupt* insolvency liquidat*
    restructur* dissolved winding closing last unemployed
  `,
  doubt: `
    doubt* suspect worried worry worries afraid fear unsure wonder wondering hesitate hesitant reluctant sceptical skeptical
    unconvinced nervous guess suppose believe risk* shaky wobbly uncertain
  `,
  luck: "hope hopes hoping fingers crossed luck lucky pray* touch wood knock miracle gods willing",
  point: `
    point worth sense useful use purpose reason pointless useless waste interest interested uninterested buying sell selling
    sales pitch spam marketing promise* commit obligation pressure
  `,
  regret: "unfortunately sadly alas regret* pity shame afraid sorry apolog* forgive excuse pardon",
  joke: "joking joke jokes kidding kid lol haha ha wink irony ironic sarcas*",
  refuse: `
    refuse* decline* cancel* drop forget skip pass reject* withdraw* postpone* reschedul* off bail chicken back abandon
  `,
  thank: "thank* thx ta cheers grateful appreciate* kind kindly generous",
  glad: `
    glad happy pleased delighted thrilled excited looking forward joy lovely nice great wonderful fantastic brilliant perfect
    super excellent fabulous ideal marvellous cool fun splendid pleasure relieved relief chuffed eager
  `,
  praise: `
    good great best better beautiful clever smart inspiring impressive impressed impress excellent superb favourite favorite
    amazing gorgeous elegant fascinating compliment* congratulat* congrats admire* enjoy* loved liked
  `,
  remember: `
    remember* recall forgot forgotten forget memory memories met reminded reminds recognise* recognize* seen saw known
  `,
  past: `
    yesterday ago last past recently lately previous once finally just already were was had did been went came took made got
    gave said told wrote read saw felt found kept
  `,
  topic: `
    talk* tell tells discuss* explain* show shows showing ask hear hearing speak* chat story stories idea ideas thought*
    question* topic* subject advice opinion* news update* plan plans feedback catch
  `,
  bring: `
    bring* carry pack take print* prepare* bake* cook* order ordered reserve* pick collect provide lend borrow return hand
    deliver sample* prototype copy copies laptop charger
  `,
  greet: "hello hi regards greetings greet wishes love hug kiss say send best",
  food: `
    food eat* lunch dinner breakfast brunch cake cakes biscuit* pastry pastries croissant* bread sandwich* soup pizza cheese
    chocolate fruit apple* jam honey sugar sweets egg* meat fish vegetarian vegan hungry appetite snack* table menu cooking
    recipe
  `,
  drink: `
    coffee* tea espresso cappuccino flat latte beer wine water juice drink* pot kettle milk cup decaf pint thirsty
  `,
  pet: `
    dog* cat cats kitten* puppy hen* chicken* horse* rabbit* hamster parrot budgie goldfish goat* sheep cow* duck* hedgehog bees
  `,
  garden: `
    garden* flower* tree* roses tomato* plant* lawn seed* leaves allotment greenhouse apples plum* vegetable* compost balcony
    hedge
  `,
  hobby: `
    football match game games team tennis golf swim* run running marathon climb* hik* walk* sing* choir band guitar piano violin
    music concert theatre theater film movie* book* novel* read* paint* knit* chess dance* yoga gym ski* sail* fishing photo*
    exhibition club rehears* festival podcast*
  `,
  clothes: `
    wear* coat jacket scarf hat cap glasses shirt suit dress jumper sweater shoes boots red blue green yellow beard hair ginger
    tall recognise* umbrella rucksack backpack
  `,
  home: `
    house home move moved moving kitchen bathroom bedroom flat rent paint painted painting renovating boxes neighbours roof wall
    floor furniture
  `,
  celebrate: `
    birthday* wedding* anniversary party christmas easter eid diwali celebrate* celebration christening graduation ramadan
    carnival
  `,
  writing: `
    mail mails email emails message messages letter letters note typing typed typo* spelling keyboard thumbs autocorrect dictat*
    brevity brief reply spam folder inbox thread subject language english
  `,
  calendar: `
    calendar diary planner note noted block blocked invite invitation* entry put marked reminder wall slot booked
  `,
  sleep: "sleep* slept tired exhausted awake yawning nap bed jetlag* morning person rest coffeeless",
  timezone: "timezone zone gmt utc cet bst est pst time local clocks clock daylight",
  both: "both either also too another alternatively second backup plan option options any whichever flexible same well",
  again: "again once more still usual always often every regularly weekly",
  surprise: "surprise* believe wow gosh incredible funny strange weird odd curious coincidence",
  address: "number email address contact details card website signature extension direct",
  technology: `
    computer laptop server software app website code update* screen printer data cloud ai machine battery charger
  `,
  quantity: "much many lots lot little few some more most enough plenty several two three four five half",
};
