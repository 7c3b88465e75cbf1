/** Set phrases of agreement in English, for `agreement.ts`. */
export const english = `
  (?:(?:oh |ooh )?(?:yes|sure|ok|okay),? )?let's(?=[.!, ]*$)|(?<=^)(?:accepting|taking|going (?:with|for)|locking in|signing up for)|(?:i'm|we're) taking
  (?:is|it's) (?:now |all |already )?(?:marked|noted|circled|highlighted|entered|written|underlined|inked)(?: (?:down|in))?(?: in (?:red|green|blue|bold|capitals|ink|big letters|thick pen))?(?: (?:in|on|into) (?:my|our|the) (?:calendar|diary|agenda|planner|wall calendar|book|schedule))?
  suits (?:me|us) (?:to a t|down to the ground)|you(?:'ve)? got it
  (?:i have |i've |there are |i see )?no (?:objections?|issues?|conflicts?|problems?)(?: (?:with|to|for|on|here|from me|at all|whatsoever))*
  (?:i'm |we're |i am |we are )?all (?:for|good for|set for)|consider (?:me|us) (?:there|in|booked|yours)
  consider it (?:booked|confirmed|agreed|a date)

  (?:(?:i've|i have|we've|we have|just) )?(?:marked|blocked|cleared|updated)(?: (?:off|out|down))? (?:my|our|the) (?:calendar|diary|schedule|agenda)(?: (?:for|with|on))?
  (?:is|it's) in (?:my|our|the) (?:calendar|diary|agenda)
  my (?:calendar|diary|schedule|agenda) (?:is|looks) (?:clear|free|open|empty)
  (?:is|are|looks?|seems?) (?:easy|open|clear|free|available|doable)(?= (?:for|with|on|from|at|by) (?:me|us|my|our|this|here))

  (?:i|we) (?:vote|opt|settle|plan)(?: (?:for|on))?
  (?:let's|let us|i'll|i will|we'll|we can|i can) (?:settle on|plan on|plan for|stick with|stick to|stay with|keep to|lock in|commit to|agree on|agree to|schedule)
  (?:i'll|i will|let me|i'd|i would|we'll)(?: gladly| happily| definitely| certainly)? (?:grab|claim|snag|nab|bag|have|choose|select|opt for|accept|confirm|commit to|say yes to)
  (?:take|taking) you up(?: on)?(?: (?:that|it|your (?:kind )?offer|the offer))?(?: (?:of|for|on))?|say yes to
  yes to|(?:a )?(?:big |definite |resounding |clear |firm )?yes (?:from (?:me|us|my side)|for|to)
  thumbs up(?: (?:for|from me|from us|to))*|on this (?:end|side)|from (?:this end|here)(?=[.!, ]*$)|hereby
  (?:is|are) the one(?: for (?:me|us))?

  of (?:your|the|these|those|all your|all the)(?: (?:two|three|four|five|[2-5]))? (?:kind )?(?:suggestions|options|times|slots|proposals|offers|choices|dates)
  look(?:ing)? forward to (?:our|the|this) (?:first |next )?(?:conversation|meeting|call|chat|talk|discussion|exchange|coffee|lunch|catch-?up)(?: (?:on|at))?

  (?:please )?(?:kindly )?(?:book|reserve|schedule|hold|save|lock|put|pop|slot|sign|mark|note|count) (?:me|us|it|that|this|my name)(?: (?:in|down|up|for|as))*
  please (?:go ahead|proceed)(?: (?:with|and (?:book|confirm|schedule)))?
  (?:i'm|i am|we're|we are) (?:able|free|available|open|happy|ready|good|on) (?:to (?:meet|make|do|attend|join|talk|come|chat|speak)|for|with)
  (?:i|we)(?:'ll| will) be (?:available|free|present|attending|joining|in attendance)
  (?:i|we) can (?:definitely |certainly |easily |absolutely |gladly |happily )?(?:make|do|manage|attend|commit to|accommodate|join)(?: it)?
  we're on(?: for)?|we are on(?: for)?|you're on(?: for)?|(?:very|jolly|all) (?:well|good)
  good (?:call|shout|choice)|bang on|happy days|duly (?:noted|confirmed)
  (?:noted|received|agreed|booked|accepted) and (?:confirmed|noted|agreed|booked|accepted)
  (?:is|are) (?:hereby |all |now )?(?:confirmed|agreed|accepted|settled|fixed|set|booked in|noted)(?: (?:from|on) (?:my|our) (?:side|end|part))?
  with (?:the )?(?:greatest|great|much|utmost) (?:of )?(?:pleasure|joy|delight)|meets (?:with )?(?:my|our) approval
  no brainer

  does (?:the trick|it for me|nicely)|will do(?: (?:nicely|fine|well|great|perfectly|me|us))?|fits the bill
  hits the spot|like a (?:glove|dream|charm)|wonders
  (?:catch|meet|talk to|speak to|speak with|talk with|chat with) (?:you|u|ya)(?: then)?|straight ?away|right away
  for sure|(?:right )?up my street|with bells on|on the dot|now (?=in my|in the|noted|booked|confirmed)
  (?<=(?:calendar|diary|noted|booked|confirmed) )now|(?:let's|lets) (?:go|roll|rock)|let's go for it|in the book
  works like magic|good old|(?:i|we) take|consider it done
  (?:that|it)(?:'ll| will) be (?:nice|good|great|fine|perfect|lovely)
  will be (?:nice|good|great|fine|perfect|lovely|grand)|locked and loaded
  all (?:good|set|clear)(?: (?:for|with|on))?|you can count on (?:me|us)|you may count on (?:me|us)|it's on
  i'm (?:coming|happy|free)
  (?:i've|i have) (?:just )?(?:cleared|freed)(?: (?:my|the))?(?: (?:morning|afternoon|day|diary|calendar|schedule))?
  book it in

  (?:i|we)(?:'d| would| should| shall|'ll| will)(?: very much| really| also| certainly| be)? (?:like|love|delighted|happy|glad|pleased|honou?red|thrilled|overjoyed|keen|please)(?: to| that)?(?: (?:take|choose|pick|select|book|reserve|accept|confirm|go|meet|talk|speak|chat|do|come|join|connect|catch up|see you|discuss|attend)(?: (?:up|with you|to you|you|it|over|ahead|for|with|then))?)?
  (?:happy|glad|pleased|delighted|honou?red) to (?:accept|meet|chat|talk|speak|join|come|see you|confirm|connect)(?: (?:up|with you|to you|you))?
  it (?:would|will|'ll) be (?:my|our|a|an) (?:real |great )?(?:pleasure|joy|honou?r|delight)(?: to (?:meet|see you|talk|accept|come))?
  my pleasure|(?:i |we )?opt for|(?:i |we )?select|i confirm you
  (?:sooner|looks|sounds|seems) (?=good|great|fine|perfect|ideal|lovely|brilliant|excellent)
  (?:i'm|i am|we're|we are) (?:in|all yours|all set|up for it|on board|yours)
`;
