/**
 * Why the owner met somebody, as letters say it: behind "about", in the place of a noun. A sentence of its own ("we both sell
 * shoes") cannot stand there; what begins with a question word ("how your new team is doing") can.
 */

/** Whether it is a sentence: somebody who does something, in one of the four languages. */
export const isClause = (text: string): boolean => {
  const plain = text
    .trim()
    .replaceAll("’", "'")
    .replace(leadingConjunction, "")
    .replace(/^["“„«']\s*/u, "");
  return clauses.some((clause) => clause.test(plain));
};

/** Whether letters still wait for the owner's reason: none was given, or one that cannot stand in them. */
export const isWhyAsked = (why: string | undefined, isWaived: boolean): boolean =>
  !isWaived && (why === undefined || isClause(why));

/** How to put a sentence so that letters can say it. */
export const howToPutWhy =
  'Letters say it behind "about": name a thing ("her second shop"), or begin with how, what or whether ("how your new team is doing").';

const leadingConjunction =
  /^(?:because|since|as|that|weil|dass|da|denn|parce qu(?:e|')|car|puisqu(?:e|')|qu(?:e|')|porque|ya que|que)(?:\s+|(?<='))/iu;

/** Words between who and what they do: "we both also sell". */
const between = "(?:\\s+(?:both|all|also|just|still|once|often|never|always|two|three))*";

const clauses: readonly RegExp[] = [
  // English subjects are never objects or possessives; "you and I" is no clause.
  new RegExp(`^(?:i|we|he|she|they)${between}(?:\\s+(?!and\\b|or\\b|two$)\\p{L}|'(?:m|re|ve|s|d|ll)(?!\\p{L}))`, "iu"),
  /^(?:you|it|this|that|there)(?:'(?:re|ve|s|d|ll)(?!\p{L})|\s+(?:are|is|was|were|have|has|had|will|would|can|could|should|may|might|must|do|does|did|want(?:s|ed)?|need(?:s|ed)?|said|told|asked|make|sell|work|run|know|like|live|seems?)(?!\p{L}))/iu,
  // German: a small word behind the pronoun that ends as its verbs do; "ihr neues Team" is a thing.
  /^(?:ich|wir|er|sie|es|man)\s+(?:(?:beide|alle|auch|zwei)\s+)*(?:\p{L}*[^\P{L}r]e?n|\p{L}+t|\p{L}*st|\p{L}+e|bin|hab|will|soll|kann|muss|darf|mag|war|ist|sind|wird|weiß)(?!\p{L})/u,
  /^[Dd]u\s+\p{Ll}+st(?!\p{L})/u,
  /^(?:Ich|Wir|Er|Es|Man|Sie)\s+(?:(?:beide|alle|auch|zwei)\s+)*\p{Ll}\p{L}*(?:n|t|e|st|ll|nn|ss|rf|ag|ar|ab|ird|eiß)(?!\p{L})/u,
  /^ihr\s+(?:(?:beide|alle|auch)\s+)*(?:seid|habt|wollt|könnt|müsst|sollt|dürft|wart|verkauft|arbeitet|macht|sucht|plant|baut|sagt|braucht)(?!\p{L})/iu,
  // French: "nous deux" and "elle et moi" are persons and nothing more; "tu" is a possessive in Spanish.
  /^(?:[Jj]e|[Ii]l|[Ee]lle|[Nn]ous|[Vv]ous|[Ii]ls|[Ee]lles)\s+(?!et\b|deux$|deux\s+(?:et|avec)\b)(?:(?:tous|toutes)\s+(?:les\s+)?deux\s+)?\p{Ll}{2,}/u,
  /^tu\s+\p{L}+[sx](?!\p{L})/iu,
  /^(?:j'|on\s+(?:a|est|va|fait|se|s'|vend|travaille|partage|veut|peut|doit|y|en|aime|parle|connaît|cherche|vit)(?!\p{L}))/iu,
  // Spanish leaves its pronouns out: who does it stands in the verb.
  /^(?:yo|él|ella|nosotr[oa]s|vosotr[oa]s|ell[oa]s|ustedes|usted)\s+(?!y\b|dos$)\p{L}{2,}/iu,
  /^(?:(?:los|las)\s+dos|amb[oa]s)\s+\p{L}+(?:amos|emos|imos|an|en)(?!\p{L})/iu,
  /^(?:vendemos|trabajamos|tenemos|hablamos|somos|estamos|queremos|compartimos|buscamos|vivimos|hacemos|conocemos)(?!\p{L})/iu,
];
