/**
 * How questions are put, and where a sentence turns, in four languages: each list has a paragraph a language (English, German,
 * French, Spanish).
 * Patterns are read against one clause or sentence in the form of `readable`. Words decide nothing alone: `meaning.ts` weighs them.
 */
import { alternativesOf, wholeWords } from "./role.ts";

/** Asks whether an offered time stands, or which was meant: no proposal and no yes. */
export const asksBack = wholeWords(`
  still (?:free|available|open|possible|on|good|okay|ok|work|works|on offer)|(?:did|do) you mean|you mean|was it
  be (?:by (?:phone|video)|in person|online|remote|virtual|on (?:zoom|teams))

  noch (?:frei|möglich|verfügbar|zu haben|aktuell)|(?:meinten|meinen) sie|meinst du|meintest du

  (?:encore|toujours) (?:libre|disponible|possible|d'actualité)|(?:vous voulez|tu veux|vous vouliez|tu voulais) dire

  (?:sigue|todavía|aún)(?: está)? (?:libre|disponible|posible|en pie)|(?:quieres|quiere|querías|quería) decir
  (?:te|se) (?:refieres|refiere|referías|refería)
`);

/** Asks what the writer of the offer meant, in days that need not be offered. */
export const asksWhich = wholeWords(`
  (?:did|do) you mean|you mean

  (?:meinten|meinen) sie|meinst du|meintest du

  (?:vous voulez|tu veux|vous vouliez|tu voulais) dire

  (?:quieres|quiere|querías|quería) decir|(?:te|se) (?:refieres|refiere|referías|refería)
`);

export const asks = wholeWords(`
  what|which|where|who|why|how (?:long|much|many|about|do|would|will|come)
  could you (?:tell|send|share|explain|clarify|give|let)|can you (?:tell|send|share|explain|clarify|give|let)
  remind me|more (?:details|information|info|context)

  worum|was genau|welche[rns]?|warum|wieso|wie (?:lange|viel)|können sie (?:mir )?(?:mehr|sagen|schicken)
  mehr (?:informationen|details)

  de quoi|pourquoi|quel(?:le)?s?|combien|pouvez-vous|pourriez-vous|plus (?:de détails|d'informations)

  de qué|por qué|cuál|cuánto|quién|dónde|(?:puede|podría|puedes|podrías) (?:decirme|enviarme|contarme|explicarme)
  más (?:detalles|información)
`);

/** A question that would change what was agreed: the time, or who comes. */
export const asksForChange = wholeWords(`
  instead|in my (?:place|stead)|on my behalf|another|(?:the|any) others?|something else|some(?:one|body) else
  any(?:one|body) else|better|earlier|later|sooner|cancel\\p{L}*|mov(?:e|ed|ing)|shift\\p{L}*|push\\p{L}*
  postpon\\p{L}*|re-?schedul\\p{L}*|chang\\p{L}*|swap\\p{L}*|switch\\p{L}*|skip\\p{L}*|take (?:it|over|this|that)
  for sure|not|no

  stattdessen|(?:an)?statt|an meiner stelle|für mich|jemand\\p{L}*|anders|andere\\p{L}*|besser|lieber|früher|später
  absag\\p{L}*|verschieb\\p{L}*|verleg\\p{L}*|tausch\\p{L}*|änder\\p{L}*|übernehmen|vertret\\p{L}*

  plutôt|à ma place|pour moi|quelqu'un|autres?|mieux|plus (?:tôt|tard)|annul\\p{L}*|report\\p{L}*|décal\\p{L}*
  déplac\\p{L}*|chang\\p{L}*|remplac\\p{L}*

  en mi lugar|por mí|alguien|otr[oa]s?|mejor|antes|más tarde|cancel\\p{L}*|aplaz\\p{L}*|mover|cambi\\p{L}*
  sustitu\\p{L}*|en (?:vez|lugar)
`);

/** How a question begins; a tag ("does it?") is none. */
export const questionOpens = new RegExp(
  `^(?:and |und |et |y )?[¿ ]*(?:${alternativesOf(`
    where|what|who|how|which|why|could (?:you|we|i)|can (?:you|we|i)|would (?:you|it|that)|will you|shall (?:i|we)
    should (?:i|we)|do you|is there|are you|wo|wohin|was|wer|wie|welche[rs]?|können (?:sie|wir)|kannst du
    könnten (?:sie|wir)|soll(?:en wir| ich)|schicken sie|où|que|qui|comment|quel(?:le)?|pouvez-vous|peux-tu
    pourriez-vous|dois-je|est-ce que|dónde|qué|quién|cómo|cuál|puedes?|podrías?
  `)})(?![\\p{L}])`,
  "u",
);

/** Splits a sentence where the view turns. */
export const turn = new RegExp(
  alternativesOf(`
    [;]|, (?=(?:as|since|because|weil|da|denn|car|parce que?|porque|ya que) )
    , (?=so (?!that|far|long|much|as |i can))
    , (?=(?:and |und |et |y )?[¿ ]*(?:where|what time|who|how (?:do|long|will)|(?:could|can|would|will) (?:you|we)|shall (?:i|we)|(?:how|what) about|wie wäre|ginge|geht auch|können wir|könnten wir|pourr(?:ions|ait)-(?:nous|on)|peut-on|qué tal|podríamos|podemos|wo|wohin|können sie|kannst du|soll ich|où|pouvez-vous|peux-tu|dónde|puedes?) )
    (?<!(?:anything|nothing|all|everything|everyone|day|time|any)),? (?:but|however|though|although|whereas|yet|aber|jedoch|allerdings|sondern|dafür|mais|cependant|par contre|en revanche|toutefois|pero|sin embargo|aunque|sino|en cambio)(?![\\p{L}])
    [ ]-[ ]
  `),
  "u",
);

/** "Could Ben take it?": whether somebody else may come. Read in the sentence as written. */
export const asksForSomebody =
  /(?<!\p{L})(?:(?:[Cc]an|[Cc]ould|[Mm]ay|[Ww]ill|[Kk]ann|[Dd]arf|[Kk]önnte|[Pp]uede|[Pp]odría|[Pp]ourrait|[Pp]eut)(?: ir| venir| estar)? \p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+ (?:peut|pourrait|viendrait)-(?:il|elle))(?!\p{L})/u;
