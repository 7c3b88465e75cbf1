/** English words by what they have in common (`word-classes.ts`). */

export const english = {
  self: "i me myself i'm i've i'd i'll im ive",
  own: "my mine our ours",
  we: "we us we're we've we'd we'll ourselves",
  you: "you your yours you're you've you'd you'll yourself u ur",
  other: `
    he she they him her them his their theirs he's she's they're he'll she'll they'll they've someone somebody
    everyone everybody anyone others one
  `,
  need: `
    must need needs needed needn't have has got gotta ought should supposed obliged required forced due obligatory
    necessary essential
  `,
  ability: "may might could can able manage cannot can't couldn't",
  future: "will shall going gonna i'll we'll won't wouldn't would",
  wish: "want wants wanted wish wishes rather prefer prefers preferred like'd keen love",
  denial: `
    not no never none nothing nobody nowhere neither nor without n't don't doesn't didn't isn't aren't wasn't
    weren't haven't hasn't hadn't cannot can't won't wouldn't couldn't shouldn't hardly barely scarcely
  `,
  condition: `
    if unless whether provided providing assuming suppose supposing depending depends subject conditional otherwise
    else case condition conditions
  `,
  perhaps: `
    maybe perhaps possibly probably likely presumably hopefully potentially apparently seemingly supposedly
    theoretically provisional provisionally tentative tentatively pencil pencilled penciled roughly somehow ish
  `,
  but: "but however though although yet still except only just save apart despite",
  until: "until till til by latest deadline",
  before: "before beforehand first prior ahead earlier advance previously",
  after: "after afterwards then later straight directly once following",
  instead: `
    instead rather alternatively replace replaces replaced replacement substitute swap switch switched swapped
    change changed changes move moved shift shifted different another other elsewhere
  `,
  since: "since because as cause so therefore thus hence",
  long: "long longer lengthy extend extended stay hours full whole entire all",
  short: `
    short shorter brief briefly quick quickly minutes min mins quarter cut squeeze squeezed tight limited rush
    rushed dash nip leg
  `,
  early: "early earlier sooner promptly",
  late: "late later delay delays delayed behind overrun overruns overrunning",
  begin: "start starts started starting begin begins began open opens",
  end: "end ends ended ending finish finishes finished finishing stop stops stopped over done wrap",
  leave: "leave leaves leaving left depart departs departing departure go goes gone head heading off out away",
  come: `
    come comes coming came arrive arrives arriving arrived arrival land lands landing landed return returns
    returning returned back drop pop swing
  `,
  join: `
    join joins joining joined along tag accompany accompanies accompanied attend attends attending sit sits sitting
    meet present presence together bring brings bringing company invite invites invited include included copy copied
    copying cc'd cc
  `,
  kin: `
    husband wife spouse partner fiancé fiancée fiance boyfriend girlfriend mother father mum mom mama mam dad papa
    parents son sons daughter daughters brother brothers sister sisters twins aunt auntie uncle cousin cousins
    nephew niece grandmother grandfather grandma grandpa gran nan granny granddaughter grandson grandkids
    grandchildren in-law in-laws family hubby missus stepson stepdaughter stepmother stepfather godson goddaughter
    godfather godmother ex sibling siblings grandad nana nanna
  `,
  child: `
    child children kid kids baby toddler twins infant newborn boy girl teen teenager teenagers eldest youngest
    little
  `,
  care: `
    nursery kindergarten daycare childcare crèche creche school schools sitter babysit* childminder nanny au-pair
    custody homework pickup carer carers caretaker playgroup headteacher nativity au pair detention lunchbox uniform
  `,
  colleague: `
    colleague colleagues coworker* team teammate* staff department crew office assistant secretary pa intern trainee
    apprentice employee* workmate* apprentices trainees interns receptionist workforce freelancers subcontractor
    successor predecessor teamlead coauthor
  `,
  boss: `
    boss bosses manager director ceo cfo cto coo head chief chair chairman chairwoman president chef supervisor
    superior partner partners owner owners founder* co-founder* shareholder* investor* board committee council
    directors management leadership
  `,
  expert: `
    lawyer* solicitor* accountant* attorney* notary auditor* consultant* adviser* advisor* agent* broker* banker*
    bank
  `,
  client: `
    client* customer* tenant* landlord* supplier* vendor* contractor* builder* plumber* electrician* decorator*
    roofer* surveyor* guest* visitor* patient* student* pupil* inspector*
  `,
  friend: "friend* mate mates buddy pal neighbour* neighbor* acquaintance flatmate* housemate* roommate*",
  person: `
    man woman lady guy lad folks people person chap gentleman gentlemen crowd crowds audience guests strangers
    stranger twin adult adults pensioner pensioners youth youngster youngsters volunteers volunteer
  `,
  ill: `
    ill sick sickness illness unwell poorly flu cold cough* fever* virus bug covid infection bronchitis pneumonia
    migraine* headache* pain* ache* injury injured broke broken sprain* fracture* bandage* crutch* cast limp*
    recovering recovery antibiotics contagious quarantine quarantined isolating symptoms throat stomach nausea
    throwing vomiting voice asthma allergy hernia tonsillitis measles chickenpox lice nits norovirus shingles gout
    sciatica arthritis diabetes cancer stroke concussion stitches plaster rash eczema hayfever sinus vertigo dizzy
    fainted bedridden
  `,
  medicine: `
    doctor* gp dentist* surgery operation surgeon hospital* clinic* physio* therapist* therapy treatment* scan mri
    x-ray blood test* check-up checkup appointment* specialist vaccin* jab midwife birth pregnan* labour maternity
    paternity vet vets orthodontist optician dermatologist cardiologist paediatrician oncologist anaesthetic crown
    filling brace braces prescription pharmacy ambulance ward er mammogram biopsy ultrasound plastered dialysis
    chemo
  `,
  death: "funeral* died death passed mourning burial wake bereave* cremation",
  travel: `
    travel* trip* journey* flight* fly flies flying plane airport* train* station* rail* ferry coach bus* tram* tube
    metro subway abroad overseas visa passport hotel* luggage suitcase* commute commuting ride connection* platform
    ticket* road motorway highway boarding terminal lounge layover stopover transfer eurostar tgv ice shuttle
    itinerary checkin gate departure departures arrivals border customs toll detour jetlag roadtrip caravan campsite
    hostel airbnb
  `,
  away: `
    away abroad holiday* vacation* leave honeymoon sabbatical travelling traveling retreat annual absent absence
    out-of-office
  `,
  far: "far miles kilomet* distance distant remote country city town village north south east west coast mountain*",
  vehicle: `
    car cars van bike bicycle cycle cycling motorbike scooter drive drives driving drove driver lift cab taxi uber
    truck tractor engine battery tyre* tire* brake* fuel petrol
  `,
  breakdown: `
    broken broke break garage repair* mechanic puncture flat towed dead failed fails failure fault* leak* flood*
    crash* power cut outage boiler heating roof pipe* burst snapped cracked smashed stalled jammed clogged blocked
    dripping mould rust rusty rotten woodworm fuse fuses blackout hacked virus malware lost stolen burgled
  `,
  strike: `
    strike* walkout union industrial picket protest* demonstration roadworks diversion blocked blockade cancelled
    canceled cancellation* cancel cancels replacement roadblock tailback tailbacks jam jams gridlock sinkhole
    derailment outage evacuated march demo
  `,
  closed: `
    closed close closes closing shut shuts shutting shutdown locked lock locks renovat* refurbish* scaffolding
    evacuat* out-of-order barred unavailable
  `,
  weather: `
    weather rain raining rainy rained sun sunny sunshine snow* ice icy storm* wind windy cold warm hot heat heatwave
    frost fog foggy mist cloud* spring summer autumn winter thunder drizzle hail grey degrees umbrella blizzard
    drought downpour showers shower sleet slush thaw sunburn humid muggy chilly freezing mild breezy gale gales
    hurricane typhoon rainbow puddles puddle blossom
  `,
  phone: "phone telephone call calls calling ring rings dial mobile cell landline whatsapp signal skype facetime",
  video: `
    zoom teams video videocall webcam camera online virtual virtually remote remotely hangout meet link links screen
    webex stream headset microphone mute broadband wifi wi-fi internet connection
  `,
  place: `
    café cafe cafés coffee bar pub restaurant bistro canteen lobby foyer reception hotel room rooms boardroom office
    offices studio workshop warehouse factory plant site headquarters hq home house flat library park museum terrace
    garden bakery gallery market square venue location place spot somewhere chapel church cathedral harbour quay
    marina mill barn farm vineyard winery brewery distillery pottery forge greenhouse atrium mezzanine attic cellar
    garage shed kiosk arcade mall supermarket pharmacy cinema stadium arena pool castle monument fountain lighthouse
    windmill
  `,
  way: `
    street road avenue lane corner bridge building entrance door doorbell bell buzzer gate stairs staircase lift
    elevator floor ground basement upstairs downstairs left right behind opposite courtyard yard sign parking park
    parked kerb porter concierge code badge gatehouse reception address map directions turn exit stop roundabout
    crossroads junction zebra alley arch passage tunnel underpass footpath towpath platform hedge fence railings
    ramp turnstile barrier intercom letterbox mat cloakroom corridor hallway landing
  `,
  there: "here there near nearby next close round around outside inside in front",
  work: `
    work works working worked job project projects product launch launched deal deals pitch release sprint quarter
    budget audit tax report* presentation* deck slides conference fair exhibition show workshop training course
    seminar lecture exam* shift shifts rota duty on-call meeting* standup call calls review* interview* inventory
    stocktake harvest delivery deliveries backlog milestone handover onboarding payroll tender tenders bid bids
    grant grants funding appraisal kpi roadmap prototype beta migration merger acquisition rebrand relaunch stand
    booth stall order orders shipment stock warehouse turnover quarterly
  `,
  busy: `
    busy booked full packed crammed rammed swamped slammed hectic stacked back-to-back clash clashes clashing
    overlap overlaps conflict* double-booked tied stuck commitment* committed engaged occupied pressed taken
    schedule scheduled
  `,
  approve: `
    approve* approval sign signed sign-off signoff go-ahead authorise* authorize* permission permit allow allows
    allowed agree* clear cleared clearance consent blessing okay nod decide decides decided decision vote confirm
    confirms confirmed confirmation ratify
  `,
  wait: `
    wait waits waiting waited await awaiting pending expect expecting expected open undecided unclear unsure
    uncertain unknown unresolved hear hearing heard back
  `,
  check: "check checks checking checked verify see look ask asks asking asked find consult double-check run",
  answer: "answer* reply replies replied respond* response get back know tell let",
  send: "send sends sending sent email* mail* forward* share* post ping text message attach* pass",
  document: `
    agenda contract* nda document* paper* draft* proposal* offer terms details brief figures numbers data
    spreadsheet file files plan* drawings sketch* cv résumé resume portfolio deck list questionnaire form report
    invoice* receipt* summary notes specification* manuscript thesis dissertation chapter proofs galleys blueprint
    blueprints certificate licence license permit policy statement minutes handbook manual timetable schedule ledger
    register survey poll prospectus flyer leaflet
  `,
  money: `
    price* cost costs fee* charge charges charged pay paid pays payment* budget quote money cash salary discount
    free expense* expensive cheap afford rate rates bill funding funded invest* euro* pound* dollar* bucks refund
    deposit commission mortgage loan loans debt overdraft pension shares dividend bonus overtime wage wages tip tips
    vat tax taxes grant scholarship donation fundraising profit loss margin bargain voucher
  `,
  legal: `
    nda confidential* lawyer* court hearing judge case lawsuit trial contract legal compliance jury police witness
    tribunal probate custody divorce inheritance will testament patent trademark gdpr clause clauses injunction
    appeal verdict fine bailiff embargo
  `,
  quit: `
    quit quitting resign* redundan* laid fired leaving notice retire* retiring sold sell selling bankrupt*
    insolvency liquidat* restructur* dissolved winding closing last unemployed
  `,
  doubt: `
    doubt* suspect worried worry worries afraid fear unsure wonder wondering hesitate hesitant reluctant sceptical
    skeptical unconvinced nervous guess suppose believe risk* shaky wobbly uncertain
  `,
  luck: "hope hopes hoping fingers crossed luck lucky pray* touch wood knock miracle gods willing",
  point: `
    point worth sense useful use purpose reason pointless useless waste interest interested uninterested buying sell
    selling sales pitch spam marketing promise* commit obligation pressure
  `,
  regret: "unfortunately sadly alas regret* pity shame afraid sorry apolog* forgive excuse pardon",
  joke: "joking joke jokes kidding kid lol haha ha wink irony ironic sarcas*",
  refuse: `
    refuse* decline* cancel* drop forget skip pass reject* withdraw* postpone* reschedul* off bail chicken back
    abandon
  `,
  thank: "thank* thx ta cheers grateful appreciate* kind kindly generous",
  glad: `
    glad happy pleased delighted thrilled excited looking forward joy lovely nice great wonderful fantastic
    brilliant perfect super excellent fabulous ideal marvellous cool fun splendid pleasure relieved relief chuffed
    eager
  `,
  praise: `
    good great best better beautiful clever smart inspiring impressive impressed impress excellent superb favourite
    favorite amazing gorgeous elegant fascinating compliment* congratulat* congrats admire* enjoy* loved liked
  `,
  remember: `
    remember* recall forgot forgotten forget memory memories met reminded reminds recognise* recognize* seen saw
    known
  `,
  past: `
    yesterday ago last past recently lately previous once finally just already were was had did been went came took
    made got gave said told wrote read saw felt found kept
  `,
  topic: `
    talk* tell tells discuss* explain* show shows showing ask hear hearing speak* chat story stories idea ideas
    thought* question* topic* subject advice opinion* news update* plan plans feedback catch
  `,
  bring: `
    bring* carry pack take print* prepare* bake* cook* order ordered reserve* pick collect provide lend borrow
    return hand deliver sample* prototype copy copies laptop charger
  `,
  greet: "hello hi regards greetings greet wishes love hug kiss say send best",
  food: `
    food eat* lunch dinner breakfast brunch cake cakes biscuit* pastry pastries croissant* bread sandwich* soup
    pizza cheese chocolate fruit apple* jam honey sugar sweets egg* meat fish vegetarian vegan hungry appetite
    snack* table menu cooking recipe roast stew curry pasta noodles rice salad potatoes onions garlic butter cream
    yoghurt porridge pancake pancakes waffles scones muffin muffins brownies cookies cookie pie tart crumble strudel
    gingerbread marzipan oysters mussels prawns lamb beef pork ham sausage sausages bacon olives almonds walnuts
    hazelnuts cherries strawberries raspberries plums pears asparagus pumpkin leek mushrooms honeycomb marmalade
    chutney
  `,
  drink: `
    coffee* tea espresso cappuccino flat latte beer wine water juice drink* pot kettle milk cup decaf pint thirsty
    mocha macchiato lager ale cider gin whisky whiskey rum brandy champagne prosecco cocktail smoothie lemonade cola
    squash cocoa
  `,
  pet: `
    dog* cat cats kitten* puppy hen* chicken* horse* rabbit* hamster parrot budgie goldfish goat* sheep cow* duck*
    hedgehog bees spaniel terrier labrador poodle collie kitty mare foal pony stallion ram ewe lambs calf calves
    bull piglet pigs pig geese goose turkey pigeon pigeons canary cockerel rooster tortoise gecko lizard snake
    aquarium beehive beehives swarm
  `,
  garden: `
    garden* flower* tree* roses tomato* plant* lawn seed* leaves allotment greenhouse apples plum* vegetable*
    compost balcony hedge rhubarb courgettes lettuce beans peas carrots spinach basil rosemary thyme lavender tulips
    daffodils snowdrops crocuses peonies dahlias sunflowers wisteria lilac magnolia jasmine shed spade rake
    wheelbarrow mower mowing pruning weeds weeding
  `,
  hobby: `
    football match game games team tennis golf swim* run running marathon climb* hik* walk* sing* choir band guitar
    piano violin music concert theatre theater film movie* book* novel* read* paint* knit* chess dance* yoga gym
    ski* sail* fishing photo* exhibition club rehears* festival podcast* cricket rugby hockey badminton volleyball
    basketball handball squash rowing kayak canoe surfing skating judo karate boxing fencing archery darts bowling
    billiards bridge poker lego jigsaw puzzle crossword ukulele cello trumpet saxophone drums accordion organ opera
    ballet musical pottery embroidery crochet woodwork stamps camping triathlon league cup referee goalkeeper
    penalty
  `,
  clothes: `
    wear* coat jacket scarf hat cap glasses shirt suit dress jumper sweater shoes boots red blue green yellow beard
    hair ginger tall recognise* umbrella rucksack backpack tie trousers jeans skirt blouse cardigan fleece hoodie
    anorak raincoat gloves mittens socks tights sandals trainers wellies slippers helmet overalls apron uniform
    badge lanyard earrings necklace bracelet
  `,
  home: `
    house home move moved moving kitchen bathroom bedroom flat rent paint painted painting renovating boxes
    neighbours roof wall floor furniture tenant removal removers mortgage lease deposit keys handover extension
    conservatory loft insulation plasterer carpet curtains wallpaper sofa wardrobe dishwasher fridge freezer dryer
    hoover vacuum laundry ironing
  `,
  celebrate: `
    birthday* wedding* anniversary party christmas easter eid diwali celebrate* celebration christening graduation
    ramadan carnival bonfire fireworks halloween hanukkah passover purim vaisakhi silver golden jubilee housewarming
    retirement farewell baptism communion confirmation engagement hen stag toast champagne candles presents gift
    gifts
  `,
  writing: `
    mail mails email emails message messages letter letters note typing typed typo* spelling keyboard thumbs
    autocorrect dictat* brevity brief reply spam folder inbox thread subject language english
  `,
  calendar:
    "calendar diary planner note noted block blocked invite invitation* entry put marked reminder wall slot booked",
  sleep: "sleep* slept tired exhausted awake yawning nap bed jetlag* morning person rest coffeeless",
  timezone: "timezone zone gmt utc cet bst est pst time local clocks clock daylight",
  both: "both either also too another alternatively second backup plan option options any whichever flexible same well",
  again: "again once more still usual always often every regularly weekly",
  surprise: "surprise* believe wow gosh incredible funny strange weird odd curious coincidence",
  address: "number email address contact details card website signature extension direct",
  technology: `
    computer laptop server software app website code update* screen printer data cloud ai machine battery charger
    robot robots drone drones sensor sensors solar panel panels turbine ev laser microscope telescope scanner copier
    projector speaker speakers amplifier chip chips algorithm model firmware prototype
  `,
  quantity: "much many lots lot little few some more most enough plenty several two three four five half",
  speak: `
    say says said saying tell tells told telling talk talks talked talking speak speaks spoke spoken mention
    mentions mentioned explain explained explaining insist insists insisted swear swears swore claim claims claimed
    announce announced declare declared add added repeat repeated whisper shout shouting complain complains
    complained argue argued suggest suggested propose proposed state stated promise promised
  `,
  think: `
    think thinks thought thinking believe believes believed know knows knew known understand understands understood
    realise realised realize realized imagine imagined consider considered considering reckon reckons figure figured
    assume assumed suppose guess guessed mind learn learned learnt study studied ponder gather wonder conclude
    concluded judge
  `,
  feel: `
    feel feels felt feeling sad happy angry cross upset proud ashamed embarrassed jealous lonely bored calm cheerful
    grumpy mood moody miserable thrilled excited nervous anxious stressed relaxed curious furious annoyed touched
    moved hopeful tired fond scared frightened amused delighted gutted disappointed homesick
  `,
  move: `
    go goes going gone went walk walks walked walking run runs ran drive drives drove driven ride rides rode cycle
    cycled fly flew flown carry carries carried haul push pull drag lift climb climbed cross crossed pass passed
    fetch fetches fetched bring brings brought take takes took taken rush rushed hurry travel travels travelled
    wander follow followed return returned
  `,
  make: `
    make makes made making build builds built building write writes wrote written cook cooks cooked bake baked
    baking sew sewed knit knitted fix fixes fixed fixing mend mended repair repaired restore restored design
    designed draw drew drawn paint painted print printed assemble assembled install installed produce produced
    create created prepare prepared plant planted weld welded carve carved brew brewed
  `,
  get: `
    have has had having get gets got getting gotten keep keeps kept give gives gave given giving lose loses lost
    losing find finds found finding buy buys bought buying own owns owned receive received borrow borrowed lend lent
    win wins won sell sold inherit inherited collect collected earn earned save saved
  `,
  happen: `
    happen happens happened change changed changing fall falls fell fallen rise rose risen grow grows grew grown
    break breaks broke broken burst collapse collapsed explode turn turned become becomes became appear appeared
    disappear disappeared improve improved spread occur occurred develop developed accident incident event crisis
    disaster progress drop dropped
  `,
  look: `
    see sees saw seen look looks looked looking watch watches watched watching read reads reading hear hears heard
    listen listened notice noticed spot spotted stare glance view viewed observe observed show showed shown visit
    visited admire admired
  `,
  thing: `
    key keys bag bags box boxes chair chairs table lamp mug cup cups bottle knife fork plate basket bucket ladder
    rope parcel parcels package letter envelope stamp pen pencil notebook folder frame clock candle blanket pillow
    towel mirror toy toys doll wallet purse badge poster banner leaflet brochure catalogue calendar suitcase trolley
    pram pushchair umbrella
  `,
  material: `
    wood timber oak pine steel iron copper brass silver gold glass stone brick bricks clay concrete cement plaster
    paint varnish leather wool cotton linen silk paper cardboard plastic rubber wire cable cables pipe pipes pump
    pumps valve motor gear saw hammer drill screw screws nail nails tool tools machine machines kiln oven furnace
    crane forklift loom lathe
  `,
  group: `
    company companies firm firms business association society parish church council school board authority ministry
    agency bureau department shop store startup club union charity foundation trust university college institute
    hospital bank cooperative chamber guild party federation network group committee branch subsidiary employer
    publisher museum library
  `,
  event: `
    fair fairs conference conferences opening match visit visits inspection hearing exam exams meeting workshop
    seminar webinar festival concert premiere show launch auction sale trial race tournament final gala reception
    ceremony assembly election vote demo audition interview panel talk lecture
  `,
  trade: `
    baker bakers butcher farmer farmers gardener carpenter carpenters joiner mason bricklayer painter plumber
    electrician roofer glazier tiler blacksmith tailor hairdresser barber cook chef waiter waitress teacher teachers
    professor nurse nurses doctor midwife pharmacist vet lawyer judge notary accountant architect architects
    engineer engineers programmer developer designer journalist editor author translator photographer actor musician
    driver pilot captain sailor soldier policeman fireman postman caretaker cleaner librarian scientist researcher
    priest vicar pastor consultant adviser recruiter banker
  `,
  size: `
    big bigger biggest small smaller tiny huge large larger great little long longer short tall high higher low
    lower wide narrow deep shallow thick thin heavy light enormous massive vast full empty almost nearly quite very
    really so too rather fairly extremely terribly barely completely totally entirely whole
  `,
  quality: `
    good nice lovely fine great beautiful handsome pretty elegant charming clever bright kind gentle honest brave
    loyal fresh clean quiet peaceful comfortable cosy warm soft smooth solid sturdy reliable useful practical modern
    new old antique famous popular rare special unique interesting funny sweet tasty delicious rich generous perfect
    excellent brilliant splendid
  `,
  bad: `
    bad worse worst terrible awful horrible dreadful nasty ugly dirty muddy messy wrong broken useless expensive
    difficult hard tough tricky complicated dangerous risky painful noisy loud smelly rotten stale sour bitter
    boring dull slow poor cruel rude unfair stupid silly mad chaotic chaos mess trouble problem problems nightmare
    disaster hell
  `,
  body: `
    head face eye eyes ear ears nose mouth tooth teeth tongue lip lips hair neck shoulder shoulders arm arms elbow
    hand hands finger fingers thumb back chest heart lungs stomach belly hip hips leg legs knee knees ankle foot
    feet toe toes skin bone bones muscle muscles wrist throat
  `,
  nature: `
    sea lake river stream pond waterfall beach island coast cliff hill hills valley mountain mountains forest woods
    wood field fields meadow marsh moor heath desert sky moon stars sun sunset sunrise fox foxes deer wolf bear boar
    hare owl owls swan swans stork storks heron eagle hawk swallows blackbird robin sparrow bee butterfly dragonfly
    frog toad snail fish trout salmon seal whale
  `,
  daytime: `
    morning mornings afternoon afternoons evening evenings night nights noon midday midnight dawn dusk day days week
    weeks weekend month months year years today tonight tomorrow spring summer autumn fall winter easter christmas
    advent whitsun lent ramadan term semester season january february march april may june july august september
    october november december
  `,
  order: `
    first second third next last previous former latter another same other rest half part main only single double
    final following earlier later top bottom middle
  `,
  manner: `
    quickly slowly gladly happily personally directly quietly loudly carefully properly easily hardly simply gently
    briefly well badly together alone separately suddenly immediately gradually finally luckily fortunately sadly
    honestly frankly seriously basically literally actually really certainly definitely surely obviously naturally
    usually normally often sometimes rarely never always
  `,
  digital: `
    app apps site website page portal platform browser tab tabs login password account profile linkedin facebook
    instagram twitter youtube google chatgpt excel word powerpoint pdf wiki blog newsletter podcast tablet ipad
    iphone android pc mac monitor mouse router server database backup bug bugs update updates script plugin
    spreadsheet dropbox github
  `,
  weekday: `
    monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday
    sundays mon tue tues wed weds thu thur thurs fri sat sun
  `,
  number: `
    one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred
    thousand million dozen first second third once twice pair couple
  `,
  asking: "who what where when why which how whose whom whatever whoever whenever wherever",
  keep: `
    keep keeps kept hold holds held stay stays stayed remain remains stick sticks stand stands stood stable fixed
    guard save saved reserve reserved
  `,
};
