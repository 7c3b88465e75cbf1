/**
 * A reply that is thanks and good wishes from end to end: it asks nothing, tells nothing that changes a plan, and needs nobody.
 * One sentence that is not known as such is enough for the owner to see it; so is a question, a figure or a word that turns.
 */
import { withoutNames } from "./clauses.ts";
import * as refusing from "./refusing-words.ts";
import { role, withoutUnturned } from "./role.ts";
import { withoutSmallTalk } from "./small-talk.ts";
import { readable } from "./time-phrases.ts";

/** Longer letters tell something, whatever each sentence of them says. */
const sentencesMax = 6;
/** A name of up to three words in the last line, as people close: no verb of ours is written like that. */
const closing = /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2}[.,!]?$/u;

/** `names` of the two are no words of it. */
export function isOnlyCourtesy(sentences: readonly string[], names: readonly (string | undefined)[] = []): boolean {
  const [first, ...others] = sentences;
  if (first === undefined || sentences.length > sentencesMax) return false;
  const said = others.length > 0 && closing.test(others.at(-1)!) ? sentences.slice(0, -1) : sentences;
  const unnamed = said.map((sentence) => withoutNames(sentence, names));
  return /[\p{L}\p{Extended_Pictographic}]/u.test(unnamed.join("")) && unnamed.every(isCourtesy);
}

function isCourtesy(sentence: string): boolean {
  if (/[?\d]|https?:/.test(sentence)) return false;
  const words = readable(sentence);
  if (denying.test(words.replace(deniesNothing, " "))) return false;
  if ([refusing.optOut, refusing.delegate, refusing.decline].some((refused) => refused.test(words))) return false;
  const left = withoutSmallTalk(courtesies.reduce(withoutUnturned, words));
  return !/[\p{L}\d]/u.test(left.replace(joining, " "));
}

/** "No need to write again", "thanks for nothing". */
const denying =
  /(?<![\p{L}'])(?:no|not|nothing|never|none|\p{L}+n't|nicht|nichts|kein\p{L}*|nie|ne|n'\p{L}+|pas|plus|rien|jamais|nada|nunca|ya)(?![\p{L}'])/u;
const deniesNothing = /(?<!\p{L})(?:no problem|de nada|no hay de qué|keine ursache|de rien)(?!\p{L})/gu;

/** What may stand between two courtesies, or close one. */
const joining =
  /(?<![\p{L}'])(?:and|und|et|y|e|also|auch|aussi|también|too|again|indeed|really|vraiment|wirklich|oh|ah|yes|ja|oui|sí|dear|hey|hi|hello|hola|salut|bonjour|hallo)(?![\p{L}'])/gu;

const english = role(`
  (?:(?:many|so many|a thousand|big|huge|warm|much|and) )?(?:thank you|thanks|thx|cheers|ta)(?: (?:so much|very much|a lot|again|a million|a bunch|kindly|indeed|once again|for~|to~))*
  (?:and )?(?:that|this|it|which)(?:'s| is| was| really is| really was) (?:so |very |really |too |most |extremely )?(?:good|kind|nice|sweet|lovely|thoughtful|generous|helpful|considerate|touching)(?: of you)?~
  (?:that|this|it|your (?:note|message|letter|mail|email|words?)) (?:really |truly )?(?:means?|meant) (?:a lot|so much|very much|the world)(?: to (?:me|us))?
  (?:that|this|it|your (?:note|message|letter|mail|email|words?)) (?:really |truly )?(?:made|makes|brightened|touched)(?: (?:my|me|us|our))~
  (?:really |very |greatly )?(?:much )?appreciated|(?:really |so )?(?:kind|good|nice) of you~
  (?:and )?likewise~|same (?:here|to you)~|you too|(?:and )?to you too|(?:the )?pleasure (?:is|was) (?:all )?(?:mine|ours|on my side)|my pleasure|you(?:'re| are) (?:very |most )?welcome|any ?time|no problem
  (?:it|that) (?:was|has been)(?: (?:so|very|really|truly|also|such|a|an|real|great))* (?:great|lovely|nice|good|wonderful|pleasure|fun|joy|delight|fantastic|inspiring|interesting|chat|talk|conversation|evening)~
  (?:great|lovely|nice|good|wonderful|fantastic) (?:to |it was to )?(?:meet|meeting|see|seeing|talk|talking|chat|chatting|speak|speaking|hear|hearing)~
  (?:i|we) (?:also |really |very much |thoroughly |so |too )*(?:enjoyed|loved|liked)~|(?:i'm |we're |so |very |really )*(?:glad|happy|pleased|delighted)(?: (?:that )?(?:you|it|we|to))~
  (?:let's |do )?(?:keep|stay) in touch|until next time|(?:talk|speak|see you) soon|all good things~|best of luck~
`);
const german = role(`
  (?:(?:vielen|herzlichen|besten|lieben|tausend|ganz herzlichen|und|nochmals) )*dank(?:e|eschön)?(?: (?:schön|sehr|vielmals|nochmals|dir|ihnen|dafür|dir dafür|ihnen dafür|auch|für~))*
  (?:(?:das|es|dies|deine (?:nachricht|zeilen|mail)|ihre (?:nachricht|zeilen|mail)) )?(?:war|ist|freut|freute|hat)(?: (?:mich|mir|uns|wirklich|sehr|auch|richtig|so|echt|ganz|gefreut|gutgetan|berührt|eine?|große|freude|vergnügen))*(?: (?:freundlich|nett|lieb|aufmerksam|schön|toll|reizend|großzügig))?(?: von (?:dir|ihnen|euch))?(?: gefreut)?(?:,? (?:dich|sie|euch)(?: auch)? (?:kennenzulernen|kennen zu lernen|zu sehen|zu treffen))?
  (?:ich habe|wir haben|ich hab)(?: (?:mich|uns))?(?: (?:sehr|auch|wirklich|riesig))* (?:darüber )?gefreut~|(?:ich freue mich|wir freuen uns|freut mich|freut uns|freue mich)(?: (?:sehr|auch|riesig|darüber))*
  (?:ganz )?(?:meinerseits|ebenso|ebenfalls|gleichfalls|dito)|gern(?:e)?(?: geschehen)?|keine ursache|das vergnügen war ganz (?:meinerseits|auf meiner seite)
  (?:es|das) war(?: (?:auch|mir|uns|sehr|wirklich|ein|eine|so|richtig|große|echte))* (?:schön|nett|interessant|spannend|vergnügen|freude|toll|gespräch|abend)(?:,? (?:dich|sie|euch)(?: auch)? (?:kennenzulernen|kennen zu lernen|zu sehen|zu treffen))?
  (?:dir|ihnen|euch) auch~|auf bald|bis bald|alles (?:gute|liebe)~
`);
const french = role(`
  (?:(?:un|grand|mille|et|encore) )*merci(?: (?:beaucoup|bien|infiniment|encore|mille fois|à (?:vous|toi)(?: aussi)?|pour~|de~|d'~))*
  (?:c'est|c'était|ça|cela|il|elle|ton message|votre message|tes mots|vos mots)(?: (?:me|m'|nous|est|était|a|ont|va|vraiment|très|bien|trop|si|beaucoup))*(?: ?(?:touche|touchée?|touchent|aimable|gentil|sympa|adorable|délicat|plaisir|fait plaisir|droit au cœur|agréable|chouette))(?: (?:de (?:ta|votre) part|à (?:vous|toi)|beaucoup))?
  (?:ça|cela) (?:m'a |me |nous a |nous )?(?:fait|a fait) (?:très |bien |vraiment )?plaisir~|plaisir partagé|de même|moi (?:de même|aussi)|pareillement|(?:à )?(?:vous|toi) (?:aussi|de même)|je vous en prie|je t'en prie|avec plaisir
  (?:c'était |j'ai été |nous avons été |ravie? |enchantée? |heureu(?:x|se) |un |très |vraiment |aussi |moi )*(?:plaisir|ravie?|enchantée?|heureu(?:x|se)|chouette|super|agréable|échange) (?:de|d'|que)~
  (?:j'ai|nous avons) (?:aussi |beaucoup |vraiment |également )*(?:aimé|apprécié|adoré)~|à (?:très )?bientôt|au plaisir
`);
const spanish = role(`
  (?:(?:muchas|muchísimas|mil|y|de nuevo) )*gracias(?: (?:de verdad|a ti|a usted|a vosotros|de nuevo|otra vez|por~|de~))*
  (?:(?:es|ha sido|fue|eres|qué|que|muy|es usted|un detalle) )+(?:amable|gentil|majo|maja|bonito|detalle|lindo|generoso|generosa|encantador)(?: (?:de|por) (?:tu|su) parte)?
  (?:y )?(?:me|nos) (?:ha|has|han|alegra|alegro|alegró|gustó|encantó|hizo|hace|emociona|emocionó)(?: (?:mucho|gustado|encantado|hecho|alegrado|ilusión|mucha|leerlo|leerte|leerle|recibirlo|saberlo|recibirla|tu|su|mensaje|nota|carta|muchísimo))*
  (?:ha sido|fue|es) (?:un |todo un |también |muy )*(?:placer|gusto|agradable|alegría)~|igualmente|lo mismo digo|el (?:placer|gusto) (?:es|fue|ha sido) (?:mío|nuestro)|de nada|no hay de qué
  (?:encantad[oa]|un placer|un gusto) (?:de|en|haber|con)~|te lo agradezco~|se lo agradezco~|lo agradezco~|hasta pronto|nos vemos pronto
`);
const courtesies: readonly RegExp[] = [english, german, french, spanish];
