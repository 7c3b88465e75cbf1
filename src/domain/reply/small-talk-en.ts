/** What people write around a yes in English (`small-talk.ts`). */
import { role } from "./role.ts";
import { thing } from "./small-talk-things.ts";

const weekOrDay =
  "(?:day|week|weekend|evening|afternoon|morning|night|time|one|summer|break|trip|holidays?|vacation|flight)";

export const english = role(`
  (?:so |very )?sorry (?:that )?(?:i|we) missed (?:you|your (?:call|mail|message|email|note))~
  (?:(?:i|we) )?(?:do |really )?hop(?:e|ing) (?!so(?![\\p{L}])|to |i |we |it (?:works|fits|holds|stays)|that (?:works|fits|holds|stays)|this )[\\p{L}']+~
  (?:i|we) trust (?:this|that this|you|all|my|your)~|greetings of the day
  looking forward to [\\p{L}']+~|(?:i'll|we'll|i will|we will) have~ ready|(?:it|that) gives (?:me|us)~
  (?:i|we) (?:live|work) (?:nearby|close by|round|around|near|next|just|right)~
  (?:i'm|i am|we're|we are) (?:based|nearby|close by|round the corner|around the corner)~|let me know where~
  tell me where~|good luck with~|keep up~|you(?:'ve| have) (?:made|earned|done)~
  (?:that|this|it) (?:made|makes) my day~

  (?:(?:i|we) )?(?:do |really |very much )?hop(?:e|ing) (?:that )?(?:you(?:'re|'ve|r)?|all|everything|everyone|life|things|the (?:move|trip|weather|weekend|holidays?|vacation|flight|journey|family|kids|children|launch|event|conference|summer|sun|new|little|baby|team|week|snow|heat))~

  (?:please )?(?<!(?:i|we|they|he|she|to|must|will|'ll|already|you) )(?:have|enjoy)(?: (?:an?|the|your|some))~ ${weekOrDay}(?: ahead| off| too| as well| over there| up there| down there)?
  enjoy(?: (?:the|your|some|every|it|yourself))?~|have (?:fun|a ball|a blast)~

  (?:safe|good|happy|pleasant|smooth) (?:travels?|trip|journey|flights?|landing|holidays?|birthday|new year|easter|anniversary|summer|weekend)~
  bon voyage|merry christmas~|season's greetings|get well soon|godspeed

  (?:(?:i|we) )?wish(?:ing)? (?:you|the|your)~|all the best(?: (?:to|for|from|with))?~
  (?:take|stay) (?:care|safe|well|warm|cool|healthy|dry|strong|tuned|in touch)~
  keep (?:well|warm|safe|smiling|it up|up the good work)~|(?:god )?bless(?: you)?|well done~|good job~
  welcome (?:back|home|aboard|to)~

  congrat(?:ulation)?s(?: (?:on|to|for|again))?~|well deserved
  (?:my )?(?:best|warm|warmest|kind|kindest|fond)? ?(?:regards|wishes|greetings|love|hugs?|kisses|hello|cheers) (?:to|from|and)~
  (?:please )?(?:give|send|pass) (?:my|our|him|her|them|everyone)~ (?:regards|love|best|hugs?|wishes|greetings)(?: (?:to|on))?~
  say (?:hi|hello|hey) to~|do say (?:hi|hello) to~|hugs?(?: and kisses)?|xo+|lots of love|much love

  (?:(?:many|so many|a thousand|big|huge|special|warm|much) )?(?:thanks?|thank(?:ing)? you|thx|tks|tnx|ta|cheers)(?: you)?(?: (?:so much|very much|a lot|again|a million|a bunch|kindly|indeed|once more|once again|ever so much))*,? (?:for asking|(?:for|to|in advance|and)~)
  (?:very |so |really )?(?:grateful|thankful) (?:for|to)~
  (?:(?:i|we) )?(?:really |do |much |very much |so )?appreciate(?:d)?~|much (?:appreciated|obliged)
  (?:(?:that's|this is|that is|it's|it is|how|you're|you are) )?(?:so |very |really |most |too |extremely |incredibly )?(?:kind|nice|good|sweet|thoughtful|lovely|generous|great|wonderful|considerate)(?: of)? you(?: to)?~
  that(?:'s| is) (?:most|very|so|too|really|awfully) (?:kind|nice|good|sweet|thoughtful|generous)(?=[.!,]|$)

  (?:(?:i'm|i am|we're|we are|it's|it is|it was|was) )?(?:so |very |really |always |also |such )?(?:happy|glad|pleased|delighted|excited|thrilled|great|good|nice|lovely|wonderful|fantastic|brilliant|awesome|fab|super|a pleasure|a joy|a treat|an honour|an honor|fun|touched|flattered|honou?red) (?:to (?:hear|read|see your|get|have|receive|know|connect|reconnect|e-?meet|be in touch|learn|find|finally|put)|hearing|getting|reading|receiving|by|about)~

  what (?:an? )?(?:lovely|nice|great|pleasant|wonderful|good|fun|fantastic|brilliant|happy|kind|crazy|busy)? ?(?:surprise|day|week|month|year|idea|pleasure|treat|coincidence|joy|news|gesture|thought|message|note|weather)~
  (?:what )?(?:lovely|nice|great|good|brilliant|excellent|fantastic|wonderful|super|fab) (?:idea|thought|news|surprise|plan|initiative|suggestion|one|stuff|work)(?: (?:to|about))?~

  (?:(?:really|very much|so|also|always) )?looking (?:so |very |really )?(?:much )?forward to (?:hearing|putting|learning|reading|seeing the|trying|catching|finally|it|a|an|all|getting)~
  (?:(?:i|we) )?(?:really |just )?(?:can't|cannot) wait(?: (?:to|for))?~
  (?:so |very |really )?(?:excited|stoked|pumped|psyched)(?: (?:about|to|for))?~|(?:i'm |we're )?counting the days

  (?:it's|it has|has|it's really|it really has) been~|been (?:a while|too long|ages|forever)~|long time no see
  (?:it's a )?small world|(?:ooh |oh |ah )?(?:an )?early (?:bird|riser)~|a lot(?=[.! ]*$)|thanks a lot
  (?:it's|it is) always (?:good|great|nice|lovely|a pleasure|a joy|a treat|fun)(?: to)?~|laters?(?=[!. ]*$)
  (?:catch|see|talk to|speak to) (?:you|ya|u) (?:later|soon)|how(?:'s| is| are| was| were)~
  i wait (?:for )?your call|time flies~|fingers crossed for good weather

  (?:(?:all|everything|everyone|things|life|we|we're|we are|the (?:family|kids|team|weather))(?:'s| is| are| has been| have been)? )(?:all )?(?:very |really |so |quite |pretty |rather |just )?(?:good|well|fine|great|lovely|busy|crazy|hectic|wild|mad|manic|chaotic|beautiful|thriving|growing|blooming)(?: (?:here|over here|at home|on (?:our|my) (?:side|end)|thanks|too|as ever|as always|lately|recently|with the))?~

  (?:it's|it is|the weather is|the sun is|we have|weather's) (?:so |very |really |quite |pretty |rather |finally |still |absolutely )?(?:sunny|raining|snowing|hot|cold|freezing|lovely|gorgeous|glorious|beautiful|pouring|shining|spring|summer|autumn|grey|warm|windy)~
  (?:lovely|beautiful|gorgeous|glorious|nice|great|sunny) (?:weather|sunshine|day|spring|evening|morning)~

  (?:(?:so|very|really|terribly|awfully|my|our|many|sincere|i'm|i am|please accept my) )*(?:sorry|apolog(?:ies|y|i[sz]e)|forgive me|excuse me|excuse|pardon)(?: (?:for|about|that it took|it took|i took))? ?(?:the|my|this|being|taking|replying|responding|answering|writing|getting|keeping|any|all|so|it|i)?~ ?(?:slow|late|delayed?|short|silence|reply|response|answer|radio silence|wait|brevity|typos?|spelling|mess|so long|slowness|back|english|french|german|spanish|quiet)~
  (?:i|we)(?:'ve| have) been~ (?:swamped|flat out|busy|buried|snowed under|travelling|traveling|under the weather|off|away|hectic|ill|sick|crazy)(?: (?:with|lately|recently|here))?~
  (?:sorry,? )?(?:for )?my (?:english|german|french|spanish)(?:(?: is|'s)(?: not| a bit| very| so)? (?:bad|rusty|poor|good|terrible|limited|great|perfect|basic))?
  (?:(?:sorry|apologies|my apologies),? )?your (?:mail|email|e-mail|message|note|letter)~ (?:spam|junk|inbox|lost|slipped|buried|through)~
  (?:my |many |sincere )?apologies(?=[,.! ])

  (?:(?:please|just|feel free to|could you|can you|kindly|do|do please|if you could) )*(?:send|share|ping|drop|email|e-mail|mail|text|forward|shoot|pass)(?: (?:(?:me|us|over|along|through|on|across) )*(?:it|an?|the|your|any|some)?(?: \\p{L}+)? ?(?:${thing})~|(?: (?:it|me|us|over|along|through|across)){1,2}(?=[.,!]|$))

  (?:sent|written|typed|dictated) (?:from|with|via|by|on|using)~|get outlook for~|on the (?:go|move|run|train)
  from my (?:phone|mobile|iphone|ipad)|brevity~|pardon~ typos

  no need to~|(?:i'm|i am|we're) (?:all ears|buying|paying|always up)~
  (?:coffee|lunch|breakfast|dinner|drinks?|cake|cakes|tea|first round|beer|beers|croissants|the coffee)(?:'s| is| are|'s all)? (?:on (?:me|us|you)|my treat|is mine)(?: this time)?
  my (?:treat|shout|round)(?: this time)?
  (?:your|my|our|the) (?:usual|same|old|regular|favou?rite) (?:place|spot|table|café|cafe|corner|haunt)
  (?:the )?(?:same|usual) (?:place|spot|table|café|cafe|number|link|room)~|promise(?:d)?

  (?:i'll|i will|we'll|we will|i shall|i'm going to|let me) (?:bring|call|phone|ring|dial|grab|get the|get us|pay|buy|put|pop|add|enter|note|mark|email|text|wear|make|prepare|bake|cook|host|(?:drive|cycle|walk)(?= (?:over|by|in|there|up|down|to you|to your))|join|be (?:on time|waiting|ready|(?:wide )?awake|wearing|in the lobby|in the|at the|by the|on the|online|outside|sharp|punctual|early|happy)|come (?:by|over|to|with)|share|treat|tell you|set|create|print|read|look forward|give you|drop|save|hold|keep|dig|show|invite|reserve|book)~
`);
