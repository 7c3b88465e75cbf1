/**
 * Signs of a quarrel in what was written (R32): a thread that shows one is never written to by rule. A small list of whole
 * phrases in four languages, each said in anger or hurt and hardly ever otherwise; a doubtful word is left out, because a
 * kind letter that the owner has to write by hand costs less than a wrong alarm at every complaint about the weather.
 */
import { type Because, because } from "../because.ts";

const markers: Readonly<Record<"en" | "fr" | "de" | "es", readonly string[]>> = {
  en: [
    "i am (very |really |deeply |quite )?(disappointed|upset|angry|furious)",
    "i'm (very |really |deeply |quite )?(disappointed|upset|angry|furious)",
    "(this|that|it) is (simply |totally |completely |absolutely )?(unacceptable|outrageous)",
    "i (strongly|completely|totally) disagree",
    "formal complaint",
    "(talk to|speak to|contact|hear from|hearing from) my (lawyer|lawyers|solicitor|attorney)",
    "legal (action|steps)",
    "breach of (contract|trust)",
    "how dare you",
    "waste of my time",
    "stop lying",
  ],
  fr: [
    "je suis (très |vraiment |profondément |extrêmement )?(déçu|fâché|furieu|indigné|scandalisé)",
    "(c'est|cela est|est) (tout à fait |totalement |absolument )?(inacceptable|inadmissible|scandaleux)",
    "en total désaccord",
    "mon avocat (vous|va vous|prendra|se chargera)",
    "mise en demeure",
    "poursuites judiciaires",
    "abus de confiance",
    "vous vous moquez de moi",
    "tu te moques de moi",
  ],
  de: [
    "ich bin (sehr |wirklich |zutiefst |schwer |äußerst )?(enttäuscht|verärgert|wütend|empört|sauer)",
    "das ist (absolut |völlig |schlicht |einfach )?(inakzeptabel|unverschämt|eine unverschämtheit|eine frechheit|eine zumutung)",
    "so (kann|geht) (es|das) nicht weiter",
    "meine? (rechts)?anw(alt|ältin) (wird|meldet)",
    "rechtliche schritte",
    "förmliche beschwerde",
    "vertrauensbruch",
  ],
  es: [
    "estoy (muy |realmente |profundamente |bastante )?(decepcionad|enfadad|molest|indignad|furios)[oa]",
    "(es|esto es|eso es) (totalmente |absolutamente |completamente )?(inaceptable|intolerable|indignante)",
    "en total desacuerdo",
    "mi abogad[oa] (se pondrá|le|te|va a)",
    "acciones legales",
    "queja formal",
    "abuso de confianza",
  ],
};

/** Whole words in front, so that "I am not angry" and "I would be angry" are none. */
const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?<!\\bno )(?:${Object.values(markers).flat().join("|")})`, "iu");
/** Longer texts are looked at only so far; what hurts stands near the top. */
const lengthMax = 20_000;

/** The phrase that shows a quarrel, with the reason; undefined in peace. `text` is the new text of one letter. */
export function conflictIn(text: string): Because | undefined {
  const found = pattern.exec(text.slice(0, lengthMax).replaceAll("’", "'").replace(/\s+/g, " "));
  if (found === null) return undefined;
  return because("R32.conflict", `Their thread sounds like a quarrel ("${found[0]}"): talk, do not write by rule.`);
}
