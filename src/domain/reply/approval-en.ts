/** How good a time is in English, and how it is taken and written down, put together of words and frames, for `agreement.ts`. */
import { alternativesOf } from "./role.ts";

/** Of Britain, Ireland, Scotland, America, India, Singapore and Australia. */
const good = alternativesOf(`
  good|great|fine|grand|lovely|perfect|ideal|brilliant|brill|super|superb|splendid|smashing|cracking|marvellous
  marvelous|magnificent|magic|mighty|massive|deadly|class|savage|sound|spot on|bang on|champion|tidy|lush|mint|ace
  wicked|cushty|proper|canny|bonny|bonnie|braw|barry|gallus|crackin'|dandy|fine and dandy|hunky[- ]dory|peachy
  peachy keen|swell|neat|awesome|amazing|fabulous|fab|fantastic|terrific|wonderful|excellent|outstanding|stellar
  phenomenal|tremendous|exceptional|first[- ]rate|first[- ]class|top[- ]notch|tip[- ]top|top|a[- ]ok|a1|okay|ok|okie
  okey[- ]dokey|alright|all right|nice|very nice|sweet|sweet as|choice|ripper|bonza|beaut|beauty|cool|dope|rad|solid
  gold|golden|a dream|dreamy|a treat|a winner|a goer|a cert|a yes|a go|a plan|a date|bliss|heaven|heavenly|divine
  delightful|charming|agreeable|suitable|convenient|handy|opportune
  optimal|favourable|favorable|welcome|comfortable|easy|easiest|simplest|best|the best|the business
  just the job|just the ticket|just right|just fine|just grand|just perfect|just lovely|music to my ears|made for me
  no bother|no bother at all|no hassle|no trouble|no trouble at all|no problem|no problem at all|no problemo
  no drama|no dramas|no stress|no sweat|no issue|no issue at all|no worries|tickety[- ]boo|shiok|steady|pukka|jolly good
`);
const how =
  "(?:absolutely|really|very|just|so|pretty|quite|perfectly|totally|completely|entirely|most|more than|simply|dead|fair|right|rather|all|well|truly|equally|actually|certainly|definitely|extremely|awfully|particularly|especially|exceptionally|super|still|also|always|honestly|genuinely|wholly|mighty|jolly|bloody|damn|hella|way|far|plenty|good and) ";
const own =
  "(?:end|side|part|schedule|diary|calendar|timetable|rota|roster|plans|agenda|routine|commute|shifts?|book|clinic|practice)";
const forWriter = `(?: (?:for|with|by|to|on|from|at|around|into|in) (?:me|us|myself|ourselves|(?:my|our|this|the) ${own}|here|mine|this end))`;
const nicely =
  "(?:well|nicely|perfectly|great|grand|fine|lovely|brilliantly|beautifully|wonderfully|splendidly|superbly|ideally|neatly|smoothly|easily|comfortably|fantastically|excellently|admirably|a treat|a charm|rightly|handily|conveniently|best|alright|all right|okay|ok)";
const calendar =
  "(?:calendar|diary|agenda|planner|book|books|schedule|phone|wall chart|rota|organiser|organizer|notebook|timetable|wall calendar|kitchen calendar|google calendar|outlook)";

export const approval = `
  (?:is|are|would be|will be|shall be|that's|that'd be|that'll be|that is|that would be|it's|it is|it'd be|it would be|it'll be|tis|sounds?|looks?|seems?|feels?|works out|is looking|is sounding|sounding|looking)(?: like)?(?: ${how.trim()}){0,5}(?: an?)? (?:${good})${forWriter}?(?: indeed| altogether| so(?=[.!,]|$)| too| then| thanks| lah| lor| mate| as well){0,5}
  (?:${good})${forWriter}|(?<=(?:is|sounds|looks) )(?:${good})
  (?:works|work|suits|suit|fits|fit|does|goes|slots|sits|lands|falls|times|dovetails|ties|lines|jives|meshes|gels|would work|will work|would suit|would fit|will suit|will do|will fit)(?: out| in| up)?(?: (?:me|us))?(?: ${how.trim()}){0,5}(?: ${nicely})?${forWriter}
  (?:works|suits|fits|goes|(?:will|would|shall|'ll) (?:work|suit|fit|do))(?: out| in| up)?(?: (?:me|us))?(?: ${how.trim()}){0,5} ${nicely}
  (?:gets|has|wins|earns) (?:the nod|my (?:nod|blessing|yes|thumbs up|approval))(?: from (?:me|us))?|(?:please )?take me for

  (?:i'll|i will|i'd|i would|we'll|we will|i shall|i'm gonna|i'm going to|gonna|i|we|let's|lets|let us|let me|lemme|happy to|glad to|i'd like to|i would like to|i'm happy to|gladly|i can|i choose to)(?: gladly| happily| just| definitely| certainly| also| then){0,5} (?:take|go with|go for|go|say|do|make it|make|call it|grab|nab|bag|snag|claim|pick|choose|plump for|opt for|settle on|settle for|stick with|stick to|lock in|lock down|run with|roll with|accept|confirm|shoot for|nail down|fix|keep|aim for|plan on|plan for|plan|reserve|book)(?: (?:it|you|that|us))?(?= )
  (?:please )?(?:put|mark|pop|pencil|slot|sign|stick|chalk|write|note|count|bring|squeeze|fit|schedule|book|ink)(?: (?:me|us))(?: (?:down|in|up|on))?(?: (?:for|as|to|at|on))?
  (?:you can |you may |do |please )?(?:count|rely|bank) on (?:me|us)(?: (?:for|at|on|being there|to be there)){0,5}
  (?:i'm|we're|i am|we are|am|me is)(?: (?:definitely|certainly|happily|totally|all|so|very much|most))? (?:down|game|on|in|up|set|sorted|good|there|free as a bird|wide open|all yours|available|free|clear|open) (?:for|with|to)

  (?:(?:i've|i have|we've|we have|i|i'll|i will|we'll|have|just|already|now|duly|all|happily|am|consider it|consider that|got it|got that|it's|that's) ){0,5}(?:booked|added|noted|entered|put|popped|stuck|written|wrote|jotted|marked|scribbled|inked|blocked|saved|logged|locked|diarised|diarized|calendared|slotted|scheduled|recorded|penned|circled|pinned|fixed|add|note|enter|pop|stick|jot|mark|block|save|diarise|diarize|calendar)(?: (?:it|that|this|you|us|the (?:time|slot|date|hour|day|appointment|meeting)))?(?: (?:in|into|to|on|down|off|out|up|for|at|straight|right)){0,5}(?: (?:my|our|the) ${calendar})(?: (?:already|now|straight ?away))?
  (?:(?:i've|i have|we've|just|already|now|all) ){0,5}(?:booked|noted|marked|blocked|jotted|written|diarised|diarized|calendared|logged|saved|locked)(?: (?:it|that|this|the (?:time|slot|date|appointment)))(?: (?:in|down|off|out|up)){0,5}(?: (?:on|at|from) (?:my|our|this) (?:end|side))?
  (?:(?:i've|i have|we've|we have) )(?:marked|noted|written|jotted|blocked|penned|locked|put|set) (?:it|that|this)(?: (?:down|in|off|out|aside|up)){0,5}
  (?:it's|that's|is|it is|all|now|already)(?: now| already| safely| firmly| all)? (?:in|on|down in) (?:my|our|the) ${calendar}
  (?:in|on) (?:my|our|the) ${calendar}

  (?:i |we )(?:hereby )?(?:confirm|accept|agree|approve)(?: (?:to|on|for|my|our|that|the|attendance|time|slot|appointment|meeting)){0,5}
  (?:confirmed|agreed|accepted|settled|done|approved|affirmative)(?: (?:from|on|for|with|by) (?:(?:my|our|this) (?:side|end|part)|me|us|here))?(?=[ ,.!:]|$)

  (?:i'll|i will|we'll|we will|i shall)(?: gladly| happily| certainly| definitely)? (?:be|come|pop|swing|drop|head|nip|call|walk|drive|cycle)(?: (?:over|round|around|by|in|along|across|up|down)){0,5}(?: (?:there|at yours|to yours|to you|to your (?:office|place|shop|studio|clinic|practice|workshop|house)|at your (?:office|place|shop|studio|clinic|practice|workshop|house)))(?: (?:with bells on|on time|sharp|promptly|gladly|for sure)){0,5}
  (?:i )(?:come|will come|am coming|'m coming)(?: (?:with pleasure|gladly|happily))?(?: to (?:you|your (?:office|place|shop|studio|clinic|practice|workshop|house)))
  (?:see|meet|catch|talk to|speak to|chat to|ring|call|join) (?:you|ya|ye|yous|y'all)(?: (?:then|there|all|both)){0,5}|(?:talk|speak|chat|see ya|cu|c u|ttyl|till|til|until|up to) then
  (?:at|in|to) your (?:office|place|shop|studio|clinic|practice|workshop|house|premises|desk)
  (?:it is|it's|is it|be it)(?= (?:then|so)(?![\\p{L}]))|(?:fire|work) away|you(?:'ve| have) got (?:me|yourself a (?:deal|date))|happy out|go on so
`;
