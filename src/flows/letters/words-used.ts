/**
 * Which words went to whom lately, so that no two people read the same, and nobody the same twice: from the stored letters, and
 * those just written.
 */
import { z } from "zod";
import type { ContactId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { WrittenLetter } from "../../store/written-letters.ts";
import { WrittenParagraphs } from "../../templates/similarity.ts";
import { paragraphsOf } from "../../templates/words.ts";

/** What is stored of its words beside a letter. */
const storedWords = z
  .object({
    variants: z.array(z.string()).default([]),
    nudges: z.array(z.object({ step: z.string(), variants: z.array(z.string()) })).default([]),
  })
  .catch({ variants: [], nudges: [] });

/** What somebody read so long ago may be said to them again. */
export const rememberedDays = 120;
/** More than any number of others: what they have read themselves is said to them last of all. */
const readThemselves = 1_000;

export class WordsUsed {
  readonly #total = new Map<string, number>();
  readonly #byPerson = new Map<ContactId, string[]>();
  readonly #kept = new Map<string, ReadonlySet<string>>();
  readonly #paragraphs = new WrittenParagraphs();
  readonly #readBy = new Map<ContactId, { variants: Set<string>; bodies: Set<string> }>();

  /** Of the last `rememberedDays`; those written since `freshSince` are kept apart from what others read. */
  constructor(letters: readonly WrittenLetter[], { freshSince }: { freshSince: Instant }) {
    for (const letter of letters) {
      const { variants, nudges } = storedWords.parse(letter.facts);
      if (letter.writtenAt >= freshSince) this.add({ ...letter, variants });
      if (letter.state === "sent") this.#noteRead(letter, variants);
      // Reminders keep the words that their invitation was approved with; said to nobody yet, they count as used by nobody.
      for (const { step, variants: chosen } of nudges)
        this.#kept.set(letterKey(letter.contactId, step), new Set(chosen));
    }
  }

  add(letter: { contactId: ContactId; name: string; kind: string; body: string; variants: readonly string[] }): void {
    const { contactId, name, kind, variants } = letter;
    const key = letterKey(contactId, kind);
    const before = this.#kept.get(key) ?? new Set();
    this.#kept.set(key, new Set(variants));
    // The same letter composed anew says its words once.
    const fresh = variants.filter((one) => !before.has(one));
    for (const variant of fresh) this.#total.set(variant, (this.#total.get(variant) ?? 0) + 1);
    this.#byPerson.set(contactId, [...(this.#byPerson.get(contactId) ?? []), ...fresh]);
    for (const paragraph of paragraphsOf(letter.body)) this.#paragraphs.add({ id: contactId, name }, paragraph);
  }

  /** It left: the next of its kind is another letter. */
  #noteRead({ contactId, kind, body }: WrittenLetter, variants: readonly string[]): void {
    this.#kept.delete(letterKey(contactId, kind));
    const read = this.#readBy.get(contactId) ?? { variants: new Set(), bodies: new Set() };
    this.#readBy.set(contactId, read);
    for (const variant of variants) read.variants.add(variant);
    read.bodies.add(wordsOnly(body));
  }

  /** How often each variant was used for other people; what the person has read themselves counts for more. */
  usedFor(contactId: ContactId): ReadonlyMap<string, number> {
    const own = this.#byPerson.get(contactId) ?? [];
    const read = this.#readBy.get(contactId)?.variants ?? new Set();
    if (own.length === 0 && read.size === 0) return this.#total;
    const used = new Map(this.#total);
    for (const variant of own) used.set(variant, (used.get(variant) ?? 1) - 1);
    for (const variant of read) used.set(variant, (used.get(variant) ?? 0) + readThemselves);
    return used;
  }

  /** The same letter was sent to them before, word for word. */
  isReadBy(contactId: ContactId, body: string): boolean {
    return this.#readBy.get(contactId)?.bodies.has(wordsOnly(body)) ?? false;
  }

  /** The variants of the person's letter of that kind that stands: composed again, it keeps its words. */
  keptBy(contactId: ContactId, kind: string): ReadonlySet<string> {
    return this.#kept.get(letterKey(contactId, kind)) ?? new Set();
  }

  alsoWrittenTo(paragraph: string, over: number, except: ContactId): { name: string } | undefined {
    return this.#paragraphs.alike(paragraph, over, except);
  }
}

const letterKey = (contactId: ContactId, kind: string): string => `${contactId}/${kind}`;

const wordsOnly = (body: string): string => body.trim().replace(/\s+/g, " ");
