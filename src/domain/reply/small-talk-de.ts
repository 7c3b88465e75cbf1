/** What people write around a yes in German (`small-talk.ts`). */
import { role } from "./role.ts";
import { thing } from "./small-talk-things.ts";

export const german = role(`
  (?:für|bei) (?:etwaige |weitere |allfällige )?(?:rückfragen|fragen|auskünfte|informationen) (?:stehe|stehen|bin|sind|melden|erreichen) (?:ich|wir|sie)~
  viel (?:erfolg|kraft|energie)~
  (?:sag|sagen sie|sagt|schreib|schreiben sie|gib|geben sie)(?: (?:mir|uns|noch|bitte|einfach|nur|gern|dann))* (?:wo|wie|wohin)~
  (?:ich|wir) (?:wohne|wohnen|arbeite|arbeiten|sitze)(?: (?:gleich|ja|ganz|direkt))* (?:um|in der nähe|nah|nebenan)~
  danke, dass (?:du|sie|ihr)~|(?:hoffe|hoffentlich) (?:bist|sind|geht|war|hattest|hatten)~
  bis (?:ganz|recht|sehr) bald|wo wir uns treffen

  (?:(?:ich |wir )?(?:hoff(?:e|en|entlich)) )(?:(?:dass )?(?:es geht|dir|ihnen|euch|bei|du|sie|ihr|alles|die|der|das wetter|eure?|deine?|ihre?))~

  (?:hab(?:t|en sie)? |hab noch |und )?(?:noch )?(?:(?:einen|eine|ein|'nen) )?(?:wunder|wunderbar|wunderschön|schön|gut|angenehm|erholsam|sonnig|toll|entspannt|ruhig|super|fein|herrlich|frohe|fröhlich|guten? start)\\p{L}*(?: (?:und|sonnig|erholsam|entspannt)\\p{L}*)*~ ?(?:tag|woche|wochenende|abend|nachmittag|morgen|feierabend|zeit|urlaub|ferien|reise|restwoche|sommer|advent|feiertage|ostern|weihnachten|flug|rest der woche|wochenstart)(?: noch| euch| dir| ihnen| dann| allen| zusammen| wünscht| gewünscht)*

  (?:(?:ich |wir |und )?(?:wünsche?n?|wünscht)(?: (?:ich|wir))? (?:dir|ihnen|euch|allen|noch|eine?n?))~
  gute (?:reise|fahrt|besserung|nacht|heimreise|zeit)~|guten (?:flug|start|rutsch)~
  schön(?:en|e|es)(?: \\p{L}+)? (?:noch|weiter)|frohe(?:s)? \\p{L}+|alles (?:gute|liebe)~
  (?:herzlichen )?glückwunsch~|(?:ich )?gratuliere~|bleib(?:en sie|t)? gesund~|pass(?:t)? auf (?:dich|euch) auf
  mach(?:'s|t's|s| es) gut|weiter so|viel (?:spaß|freude|glück|vergnügen)(?: (?:beim|bei|im|mit|in))?~

  (?:(?:viele|liebe|herzliche|beste|schöne|sonnige|freundliche|ganz liebe|die besten|warme|tausend|mit (?:vielen|lieben|herzlichen|besten|freundlichen|schönen|sonnigen)) )?(?:grüß\\p{L}*|grüss\\p{L}*|gruß|gruss)(?: \\p{L}+)? ?(?:an|aus|auch|von|in|nach|vom)?~
  (?:grüß|grüße|grüßen sie|grüss|richte|richten sie)(?: (?:mir|auch|bitte|deine?n?|ihre?n?|die|den|alle))+~|bussis?
  umarmung|drück(?:er| dich)|knuddler

  (?:(?:haben sie |hab |habt )?(?:ganz |recht |sehr |vielen lieben |vielen|herzlichen|besten|lieben|tausend|1000) ?)*(?:dank|danke)(?: (?:dir|ihnen|euch|schön|sehr|nochmals?|auch|im voraus|vielmals|vielmal))*,? (?:für|fürs|der|dass|im|und)~
  (?:ich )?bedanke mich~
  (?:das ist |ist )?(?:sehr |wirklich |so |ganz |echt )?(?:nett|lieb|freundlich|aufmerksam)(?: von)? (?:dir|ihnen|euch)~

  (?:(?:das|es|was|hat|wie|ja|ach|oh|ach wie) )*(?:ist |war |hat |freut )?(?:ja |mich |uns |aber |wirklich |sehr )*(?:freut|freute|gefreut|schön|nett|toll|klasse|prima)(?: (?:mich|uns))?(?: (?:sehr|ja|wirklich|aber|total|riesig|besonders|auch))*(?:,)? (?:von|zu|dass|dich|sie|wieder|mal|endlich|mich|uns|wie|etwas|deine?|ihre?)~
  was für eine~
  (?:eine )?(?:tolle|gute|schöne|super|prima|klasse|hervorragende) (?:idee|nachricht|überraschung|initiative|sache)~
  welch(?:e)? (?:schöne|nette|freudige)?~|lange (?:nichts|nicht) (?:gehört|gesehen)~
  (?:ist|das ist) (?:schon )?(?:lange|ewig) her~

  (?:(?:ich |wir )?(?:freue?n?|freu) (?:mich|uns|mi)|freut (?:mich|uns))(?: (?:schon|sehr|riesig|total|wahnsinnig|ganz|besonders|auch|ungemein|narrisch|mega|drauf))*(?: (?:auf (?:das|ein|unser|den|die|dich|sie|euch|unsere)|dass|über|darüber|darauf|wieder|sie|dich))?~
  kann's kaum erwarten
  (?:ich |wir )?(?:hoffe?|hoffen),? (?:die|der|das|ihre?|deine?) (?:reise|urlaub|wochenende|ferien|flug|umzug|umsteigen|start|woche|tag|konferenz|messe)~
  ich bin (?:immer |schon |eh |sowieso |morgens )*(?:früh|frühaufsteher\\p{L}*|wach|munter)~
  ich bin (?:schon )?(?:sehr )?gespannt~|die freude ist ganz meinerseits

  (?:uns|mir|hier|bei (?:uns|mir))(?: (?:geht|ist|läuft|war|hier))(?: \\p{L}+)? (?:es )?(?:alles |sehr |gerade |auch |zur zeit |viel )*(?:gut|bestens|prima|super|bunt|los|turbulent|trubel|hektisch|stressig)~
  (?:das |bei uns |hier )*(?:wetter|sonne)(?: \\p{L}+)? (?:ist|scheint|wird|lacht|soll|spielt|war)~

  (?:(?:bitte )?(?:entschuldig(?:e|en sie|t|ung)|sorry|verzeih(?:ung|en sie)?|pardon|tut mir leid))(?: (?:mir|bitte|vielmals))*(?: (?:für|wegen|dass|die|meine|das))*~ ?(?:antwort|verspätung|verzögerung|funkstille|schweigen|melde|rückmeldung|tippfehler|kürze|deutsch|wartezeit|spät|jetzt)~
  (?:hier|bei (?:uns|mir)) war~ (?:los|trubel|chaos|stressig|turbulent|viel|hektik|umzug)~

  (?:(?:bitte |ich )?(?:schick|schicke|schicken sie|schickst du|sende|senden sie|mail|mailen sie|lass|geben sie|gib))(?: (?:mir|uns|ihnen|dir|euch|bitte|gerne?|einfach|doch|noch|dann|den|die|das|eine?n?|ihre|deine))+(?: \\p{L}+)? ?(?:${thing})~

  (?:gesendet|gesandt|geschrieben|diktiert|verschickt)(?: \\p{L}+)? (?:von|vom|mit|per|aus|unterwegs)~
  von unterwegs~|vom handy~

  (?:wir (?:bringen|rufen|laden|reservieren|besorgen|kochen|buchen|bestellen|holen|warten)|(?:ich )?(?:bringe|bring|rufe|ruf|lade|reserviere|besorge|koche|backe|mache|buche|bestelle|spendiere|organisiere|übernehme|setze|zahle|bezahle|komme(?= (?:gerne?|vorbei|mit|per|zu (?:ihnen|dir|euch)))|warte|wähle|stelle)(?: ich)?)(?: (?:mir|dir|ihnen|euch|dich|sie|uns|es|das|den|die|einen?|etwas|kuchen|kaffee|gleich|sofort|gerne?|dann|mit|auch|unten|mich|im|am|vor|in|zum))+~
  (?:kaffee|kuchen|essen|mittagessen|frühstück|getränke|die erste runde)(?: und \\p{L}+)? (?:geht|gehen|ist|sind) auf (?:mich|uns|dich)~
  (?:am|im|selben|gleichen|üblichen|gewohnten) (?:ort|stelle|platz|café)~|wie immer~|wie gehabt

  (?:das )?passt schon
  meld(?:e|en sie|et) (?:dich|sich|euch)(?: (?:einfach|gerne?|bitte|jederzeit|ruhig))*(?=[.!, ]*$)
  (?:mittagessen|frühstück|kaffee|getränke|rechnung|reservierung) (?:übernehme|zahle|bezahle|mache) (?:ich|wir)
  ich hab(?:e)? (?:großen |schon )?(?:hunger|durst|lust)~|der ich (?:sehr )?gerne? folge
`);
