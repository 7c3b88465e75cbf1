/** Words that stand beside or inside names without being one: honorifics, degrees, jobs, particles. Folded, lower case. */

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const honorifics =
  set(`mr mrs ms miss mx dr prof professor sir dame herr frau monsieur madame mme mlle señor senor senora
  sra srta dott dottssa dottoressa ing dipling mag rev reverend fr rabbi capt col lt sgt hon avv arq lic dhr mevr pani`);

/** Honorifics only when an abbreviation dot follows: without it they are initials or names. */
export const dottedHonorifics = set("m mm sr d st med jur phil rer nat hc oec");

export const suffixes = set("jr jnr snr ii iii iv phd md mba cpa esq msc bsc llm cfa pmp cissp dds rn obe mbe");

export const jobWords =
  set(`ceo cto cfo coo cmo director directeur direktor directora manager head founder cofounder partner
  president vicepresident vp engineer consultant analyst officer counsel attorney architect secretary treasurer chair`);

export const particles =
  set(`van von der den de del della di da dos das do du la le les el al bin ibn ben abu af av zu zur ten ter
  vom y e und op 't st saint`);

/** Role words that people are also called: read as a name when the address is built from the whole of it. */
export const alsoSurnames: ReadonlySet<string> = new Set([
  "sales",
  "press",
  "list",
  "bank",
  "club",
  "mail",
  "mailer",
  "daemon",
  "daily",
  "courier",
  "college",
  "times",
  "market",
  "store",
  "shop",
  "wire",
  "channel",
  "council",
  "radio",
]);

/** Role words that nobody is called. */
export const neverSurnames: ReadonlySet<string> = new Set(
  "administrator team teams support service services newsletter newsletters alerts updates desk helpdesk inc gmbh".split(
    " ",
  ),
);

/** By which people call themselves in an address of their own. */
export const selfWords: ReadonlySet<string> = new Set([
  "me",
  "myself",
  "moi",
  "ich",
  "yo",
  "io",
  "eu",
  "ik",
  "jag",
  "ja",
]);
