/** Frames of English asides and what may not stand in them (`asides.ts`). */
import { type AsideWords, alternatives } from "./aside-frame.ts";

const willing = alternatives(`
  i'll|i will|we'll|we will|i shall|i'm going to|we're going to|i'd love to|i'd like to|i can|we can|i could|let me
  i'm happy to|happy to|can't wait to|cannot wait to
  (?:i'm |i am )?(?:looking forward to|keen to|eager to|dying to|excited to|curious to|glad to)|we could|you can
  you could|will
`);
const deeds = alternatives(`
  bring|show|give|hand|present|demo|print|pack|bake|cook|make|prepare|brew|order|buy|grab|pour|serve|treat|explain
  teach|read|finish|paint|draw|collect|save|reserve|wear|carry|wave|fetch|wait (?:for you|at|in|outside|by|on the)
  stand (?:at|in|outside|by)|sit (?:at|in|outside|by)|open|light|warm|clean|tidy|set up
  put (?:the (?:kettle|coffee|sign|wine|beers?|tea)|some|an? (?:sign|note|bottle|cake)|out)|add|attach|share|learn
  see (?:you|your|what|how you|the)|hear (?:about|all|your|more|what|how)|discuss|talk|try|taste|meet|introduce|walk
  pick your brain|catch up|compare|exchange|swap|dig out|dust off|lend|return|keep|play|sing
  look (?:at|into your|through)|go (?:over|through)|recognise|recognize|spot|find us|find me|find it|join|dial|log
  phone|call|ring|use|enjoy|hold the door|ping|drop (?:you|a pin)|send (?:you|over|it|the|my|our)
  (?:e-?mail|text) (?:you|over|the)
  have (?:my|the|our|some|an?)(?: \\p{L}+){1,3} (?:with me|ready|on|waiting|for you)
  be (?:the one|easy|wearing|waiting|ready|there|on time|at the|in the|outside|downstairs)
`);
const done = alternatives(`
  brought|read|reread|skimmed|watched|finished|completed|built|made|baked|printed|packed|drawn|drew|painted|written
  wrote|loved|enjoyed|liked|admired|remembered|learnt|learned|discovered|found|collected|gathered|prepared|bought
  started|followed|seen|saw|heard|listened|put together|set up
  been (?:reading|following|thinking about|working on|looking at|meaning to (?:write|show|tell|ask)|wanting to|writing|playing|building|collecting)
  added|noted|attached|kept|dug out|dusted off
`);
const feelings = alternatives(`
  love|loved|like|liked|enjoy|enjoyed|admire|admired|remember|appreciate|appreciated|follow|read|saw|heard|found
  finished|watched|built|made|learned|learnt|bought|brought|wrote|baked|printed|collected|started|listened
`);

export const english: AsideWords = {
  leads: `
    and|so|also|then|oh|ah|ps|p\\.s\\.|btw|by the way|well|actually|yes|great|incidentally|as it happens
    on another note|in the meantime|meanwhile|for the record|just|finally|at last|by then
  `,
  doing: `
    (?:my|the|our) (?:kids|children|twins|boys|girls|youngest|eldest|little ones?|baby|toddler|son|daughter|husband|wife|grandchildren) (?:is|are|will be)(?: usually| always| already)? (?:at|in|down for) (?:school|nursery|kindergarten|day ?care|creche|work|bed|football|swimming|practice|judo|ballet|gran's|a nap|his nap|her nap)(?: (?:then|anyway|at that (?:time|hour)))*
    my (?:husband|wife|mother|mum|mom|dad|father|sister|neighbour) (?:minds|watches|looks after|takes|has|will mind|will watch|will look after|will take|will have) the (?:kids|children|baby|twins|dog|boys|girls|shop|phones?)(?: (?:then|anyway))?
    (?:this|it) (?:is|will be|'ll be) my (?:very )?first (?:time|visit|trip) (?:in|to) \\p{L}+
    (?:(?:many |my |warm |huge )?congrat(?:ulation)?s|well done)(?: again)?(?: (?:on|to|for))?
    (?:my|the|our) (?:kids|children|wife|husband|daughter|son|dog|cat|family|parents) (?:is|are|was|were) (?:still |so |very |really |absolutely )*(?:thrilled|delighted|happy|excited|in love|over the moon|fans|a fan|fascinated|proud)
    (?:${willing}) (?:also |just |gladly |happily |certainly |even |finally |then |have to )?(?:${deeds})
    (?:i|we)(?:'ve| have)? (?:just |finally |also |already |really |recently |only just |still )?(?:${done})
    my (?:daughter|son|kids|children|wife|husband|partner|mother|father|mum|mom|dad|parents|dog|cat|team|colleagues|brother|sister) (?:(?:still|also|just|really|even|already) )?(?:\\p{L}{2,24}ed|made|drew|sent|bought|wrote|found|read|saw|says?|sends?|loves?|remembers?|adores?|talks?|thinks?|asks? about)(?=.* you(?:r|rs)?(?!\\p{L}))
    (?:i've |i have |we've |we have |i )?(?:told|warned|informed|alerted) (?:the )?(?:reception|front desk|porter|doorman|guard|desk)
    (?:the )?(?:reception|front desk|porter|doorman|guard) (?:knows|is expecting you|will (?:let you|show you|point you|send you))
    my (?:train|flight|bus|plane) (?:gets|comes|arrives|lands|pulls) (?:in )?(?:well|long|an? \\p{L}+|in good|in plenty|early enough|with time)(?: before| in good time| of time| early| to spare| ahead)?
    (?:please )?(?:find|see) (?:my|the|our|attached)|attached(?: is| are| you)?|enclosed|below (?:is|are|you)
    (?:the|my|our) \\p{L}+ (?:is|are) (?:attached|below|in my signature|on (?:our|my) (?:site|website|page))
    (?:(?:i|we) |i'm |i am )?(?:also |very much |really |so )?look(?:ing)? forward to
    (?:i|we) (?:still |really |also |always |much |very much |so )?(?:${feelings})
    (?:(?:i'm|i am|we're|we are) (?:also |just |even |already |definitely )?)?(?:bringing|carrying|wearing|packing|baking|cooking|making|preparing|printing|finishing|polishing|sending (?:you|an?|the|over|out)|saving|buying|ordering|working on (?:the|an?|our|your)|reading|looking at|thinking (?:of|about) (?:you|our|your)|sitting (?:at|in|by|outside)|waiting (?:for you|at|in|outside|by)|standing (?:at|in|outside|by)|counting (?:the days|down))
    (?:i|we)(?: have|'ve)?(?: got)?(?: so| also)? (?:some|a few|lots of|a lot of|plenty of|much|many|a couple of|a|an|something|great|good|exciting|so much)(?: \\p{L}+){0,2} (?:surprise|present|gift|questions?|ideas?|news|stories|photos|pictures|samples?|drafts?|slides|sketches|figures|results|things?|thoughts|notes|examples|to (?:show|tell|share|ask|discuss|run by you|give))
    (?:i'm|i am|we're|we are)(?: so| very| really| quite| also)? (?:curious|excited|keen|intrigued|impressed|eager|glad|happy|grateful|honoured|thrilled|delighted|pleased|fascinated|all ears)(?: about| to| by| for| that)?
    (?:i'm|i am|we're|we are) (?:the one|the ones|the house|the door|the building|on the|in the|at the|just|right|next to|opposite|behind|above|near|working on|reading|building|writing|preparing|learning|a (?:big|great|huge) fan)
    (?:lots|plenty|so much|a lot|much|quite a bit) to (?:talk about|tell|discuss|show|share|catch up on|see)
    (?:it'll|it will|it'd|it would|that'll|that will) be (?:so |very |really )?(?:great|good|nice|lovely|fun|interesting|wonderful|useful|a pleasure|exciting|fantastic)
    (?:i|we) (?:always |usually |often )?(?:work|sit|live) (?:right|just|next|near|close|two|around|on the|above|opposite)
  `,
  telling: `
    (?:i|we)(?:'ve| have)? (?:just |finally |also |already |really |recently |only just |even )?(?:\\p{L}{2,24}ed|sent|made|took|brought|got you|put|dug|drew|taken|chosen|spent|begun|began|grown|grew|given|gave|shown|thought|knew|known|won|sang|sung|wore|worn|felt|told (?:my|our|the)|set)(?! (?:that (?:you|i|we|it|my|the)|it|off|out|by|from)(?!\\p{L}))
    (?:i|we) (?:also |always |often |still |really |even )?(?:owe|envy|admire|follow|remember|thank|salute|applaud|congratulate|recommend|wish) (?:you|your)
    you'll (?:find|see|love|like|recogni[sz]e|enjoy|spot|hear|meet)|you can(?:'t miss)?
    you (?:made|helped|inspired|gave|taught|showed|mentioned|recommended|wrote|sent)
    you've (?:made|helped|inspired|given|taught|shown|mentioned|got|built|done|written)
    (?:the|my|our) (?:dog|cat|kids|kettle|coffee machine|garden|roses|apple tree|cake|oven)
  `,
  arriving: `
    (?:please |just |simply |best |you (?:can|could|may|should) )?(?:ring|knock|park|press|follow|look for|watch out for|use|come (?:in|up|round|through|straight|hungry|by|over)|walk (?:in|up|through|past|straight)|go (?:in|up|through|straight|past)|head|take (?:the|line|bus|tram|exit|any|a seat)|turn (?:left|right)|cross|enter|get off at|bring (?:your|some|an?|the|good|warm|comfortable|along|whoever|wellies|boots|sunglasses)|feel free|help yourself|ask (?:for (?:me|us|the)|at (?:the )?(?:desk|reception|bar|counter))|mind the|wear|dress|say hello|tell (?:the|them at) (?:reception|desk|porter|guard|doorman))
  `,
  greeting: `
    (?:\\p{L}+ ){0,4}?(?:says?|sends?|send) (?:you )?(?:hi|hello|hey|(?:his|her|their|our|warm|warmest|best|kind|kindest|many)(?: warm| best| kind)? (?:regards|love|wishes|greetings)|regards|love|greetings)
    (?:greetings|regards|love|best wishes|hello|hi|hugs) (?:from|to)(?: \\p{L}+){1,6}
  `,
  things: `
    (?:the|our|my|your|there's|there is|there are|it's|it is|it has)(?: \\p{L}+)?(?: \\p{L}+)? ?(?:entrance|door|doorbell|bell|building|office|studio|workshop|house|café|cafe|coffee shop|bakery|restaurant|canteen|bar|terrace|garden|courtyard|yard|parking|car park|garage|lift|elevator|stairs|staircase|reception|lobby|gate|floor|room|station|tram stop|bus stop|stop|bike rack|corner|street|square|park|shop|place|library|market|bridge|river|museum|hotel|sign|mailbox|wifi|coffee|tea|cake|kitchen)(?: \\p{L}+)? (?:is|are|has|lies|stands|stops|opens onto|serves|does|makes|sells|leads)
    there(?:'s| is| are)(?: also| always| usually| even)? (?:free |plenty of |some |an? (?:\\p{L}+ )?|good |great |excellent |fresh |lots of |room for )?(?:parking|park|car park|garage|lift|elevator|entrance|bell|café|cafe|coffee|tea|cake|bakery|tram|bus|stop|station|bench|terrace|garden|bike rack|wifi|room|kitchen|space|sign|door|place|cookies|biscuits|croissants|fruit|water)
    (?:we|i)(?:'ve| have)(?: got)?(?: now| just| finally| even)? (?:an? |the |some |really |very |our )*(?:\\p{L}+ ){0,3}(?:coffee machine|coffee|espresso machine|tea|cake|biscuits|view|garden|terrace|balcony|kitchen|parking|room|office|canteen|café|cafe|dog|bakery|whiteboard|sofa|sofas|snacks|fruit)
    (?:we|i)(?:'re| are|'m| am| sit| work)? (?:sitting|located|based|housed|now)?
    parking
    it's the(?: \\p{L}+)? (?:door|house|building|entrance|office|floor|bell|gate)
  `,
  whereabouts: `
    at|on|in|behind|next to|near|nearby|opposite|across|round|around|above|below|beside|right|left|between|inside
    outside|upstairs|downstairs|through|via|over|along|under|facing
    worth|great|good|nice|excellent|delicious|best|lovely|superb|fantastic|wonderful|free|fresh|hot|red|green|blue
    yellow|white|black|grey|brown|tiny|small|big|huge|old|new|ready|warm
  `,
  praised: `
    (?:your|that|this|it|it's|it was|that's|that was|what|how|such|you|you're|you were|you have|the last|our last)
  `,
  praise: `
    great|good|nice|lovely|wonderful|fantastic|brilliant|awesome|inspiring|inspired|impressive|impressed|interesting
    fascinating|fun|joy|pleasure|delight|delightful|treat|amazing|excellent|superb|beautiful|helpful|useful
    thoughtful|kind|generous|clever|smart|insightful|moving|touching|hilarious|funny|enjoyable|memorable|exciting
    thrilling|splendid|delicious|perfect|gem|star|stars|legend|hero|angel|gold|favourite|favorite|fan|masterpiece
    helped|loved|enjoyed|made my (?:day|week|year)|made (?:me|us) (?:smile|laugh|think|curious)
  `,
  obstacles: `
    tear(?:s|ing)? down|torn down|pull(?:ed|ing) down|frozen|allergic|bed rest|clearance|voice|banks?
    burgl\\p{L}*|robb\\p{L}*|stolen|landlord|bailiffs?|accident|ambulance|ward|given (?:it|this|that)|passed (?:it|this|that|your)
    all (?:day|morning|afternoon)|without (?:me|us|you)|on (?:a|the) (?:train|plane|bus|road|boat|ferry)|thanks \\p{L}+ for
    visas?|embassy|passport|too (?:far|big|small|long|expensive|old|young|tired|weak|much for|many)|far(?= (?:away|out|for))
    (?:we|there)(?:'ll| will) be (?:two|three|four|five|six|seven|eight|nine|ten|\\d+|a few|several|many|quite a few)
    for (?:two|three|four|five|six|seven|eight|nine|ten|twelve|\\d+)(?: people| of us)|in person|face to face|by (?:phone|video)
    fingers|touch wood|knock on wood|god willing|second thoughts|trap|jury|roads? (?:is|are|was|were)|bank holiday
    not|no|never|nor|none|nothing|nobody|neither|without|hardly|barely|cannot
    (?:can|don|doesn|didn|isn|wasn|aren|weren|won|wouldn|couldn|shouldn|haven|hasn|hadn|needn|mustn|ain)'?t
    but|though|although|however|except|unless|if|whether|yet|or|else|other|others|another|only|merely|otherwise
    rather|instead|despite|apart|besides|provided|assuming|depending|depends?|in case
    maybe|perhaps|might|may|should|would|must|needs?|want|wants|has to|have to|possibly|probably|likely|supposedly
    allegedly|apparently|presumably|hopefully|hope|guess|suppose|think|believe|doubt\\p{L}*|unsure|sure|almost
    nearly|kind of|sort of|try to|trying|tried to|attempt\\p{L}*|pretend\\p{L}*|imagin\\p{L}*|wish|pray
    cancel\\p{L}*|postpon\\p{L}*|re-?schedul\\p{L}*|re-?book\\p{L}*|re-?arrang\\p{L}*
    mov(?:e|es|ed|ing) (?:it|this|that|back|forward|up|our (?:call|meeting|chat))|shift\\p{L}*|push\\p{L}*
    swap (?:it|days|slots|times)|chang\\p{L}*|alter\\p{L}*|delay\\p{L}*|shorten\\p{L}*|cut|skip\\p{L}*
    drop (?:it|out|this|that)|dropped|withdr\\p{L}*|retract\\p{L}*|declin\\p{L}*|refus\\p{L}*|reject\\p{L}*|forget
    forgot\\p{L}*|ignor\\p{L}*|disregard\\p{L}*|scrap\\p{L}*|remov\\p{L}*|delet\\p{L}*|miss|missed|missing|lost|lose
    bail\\p{L}*|back out|opt out|pull out|stopped|stopping|stop (?:it|this|that)|quit|ends|ended|out of
    closed|closes|closing|shut|locked|broken|broke|burnt|burned|flood\\p{L}*|demolish\\p{L}*|unavailable
    inaccessible|full|fully|booked|taken|occupied|reserved for|busy|blocked|promised|clash\\p{L}*|conflict\\p{L}*
    double|gone|absent|away|abroad|overseas|off|leave|leaving|left for|ill|sick|hospital|surgery|clinic|doctor
    dentist|vet|appointment|funeral|wedding|court|trial|exam|birth|baby shower|holidays?|vacation|trip|fly|flies
    flying|flight|plane|airport|travel\\p{L}*|strike|traffic|maternity|paternity|retire\\p{L}*|resign\\p{L}*|fired
    dead|die|dies|died|dying (?!to)|arrest\\p{L}*|evacuat\\p{L}*
    he|she|they|him|her|them|his|their|theirs|someone|somebody|anyone|anybody|everyone|who|whoever|boss|manager
    chief|director|assistant|secretary|colleagues?|coworkers?|partners?|team|team's|staff|committee|board|lawyers?
    attorney|police|wife|husband|kids?|children|child|twins|son|daughter|mother|father|mum|mom|dad|parents?|brother
    sister|aunt|uncle|grand\\p{L}+|family|friends?|neighbours?|neighbors?|clients?|customers?|patients?|students?
    deputy|stand-in|substitute|replac\\p{L}*|successor|representative|competitors?|competition|investors?|auditors?
    minister|in my (?:place|stead)|on my behalf|for me
    wrong|mistaken?|mistakes?|error|kidding|joking|jokes?|fool|fools|oops
    wait (?:a|until|till|for (?:an?|the|your|his|her|their) (?:answer|reply|approval|word|decision))
    correct(?:ion|ed)|meant|mean|means|lie|lies|lying|bluff\\p{L}*|dream\\p{L}*|sarcas\\p{L}*|ironic\\p{L}*|anyway
    whatever|nonsense|rubbish|nice try|miracles?|lucky|stood|counter\\p{L}*|answers?|verdict|reply|suppliers?
    providers?|vendors?|solution|needed|meetings|waiting list|board|final|vote|swap|(?:the|a|court) hearing
    interview|see it|(?:day|slot|time|hour) for
    (?:that|it|this)(?:'s| is| was) (?:the|my|our)(?! (?:\\p{L}+ )?(?:best|least|highlight|door|house|building|entrance|office|floor|bell|gate))
    ridiculous|terrible|awful|horrible|boring|waste|useless|disappoint\\p{L}*|regret\\p{L}*|unfortunate\\p{L}*|sad
    sadly|alas|afraid|sorry|worr\\p{L}*|problems?|trouble|issues?|risk\\p{L}*|difficult\\p{L}*|impossible|hard|late
    later|early|earlier|sooner|slow
    (?:writing|reading)(?: \\p{L}+){0,2} (?:from|in|on)|says|said|say (?:no|yes|so)|told|ask (?!for (?:me|us))|asked|asking|check\\p{L}*|confirm\\p{L}*|decid\\p{L}*
    decision|agree\\p{L}*|allow\\p{L}*|approv\\p{L}*|permi\\p{L}+|pending|let you know
    see (?:if|whether|how|what|about)|find out|find (?:someone|something|another|a)|figure|know
    call (?:back|later|off)|get back|revert|consult\\p{L}*|discuss (?:when|whether|if)|arrange
    then (?:i|we)|that (?:day|morning|afternoon|evening|week|hour|time|date|slot)
    this (?:day|morning|afternoon|evening|week|month|year|date|slot)|all (?:day|week|month|morning|afternoon)
    at (?:that|this|the same) (?:time|hour|moment)|(?<!(?:my|your|lovely|great|good|nice|beautiful) )days?|nights?
    tonight|today|tomorrow|yesterday|weeks?|weekends?|months?|years?|quarter|minutes?|mins?|hours?|half|while|until
    till|before|after|afterwards|during|once|when|whenever|since|because|as long as|as soon as|soon|by the time
    meanwhile|next(?! (?:to|door)(?!\\p{L}))|previous|following|upcoming|spring|summer|autumn|winter|christmas|easter|january|february|march
    april|june|july|august|september|october|november|december|noon|midnight|o'clock|[ap]m|time ?zone|dates?|slots?
    options?|alternativ\\p{L}*|times|schedule|calendar(?! (?:invite|invitation|entry))|diary|availab\\p{L}*
    meeting is|online|remote\\p{L}*|zoom|teams|phone instead
    new(?: \\p{L}+)? (?:times?|dates?|slots?|address|offers?|proposals?|suggestions?)|excuses?|on fire|ruins?
    construction|renovat\\p{L}*|different|elsewhere|somewhere|anywhere
  `,
};
