/** Which words went to whom lately, so that no two people read the same: from the stored letters, and those just written. */
import { z } from "zod";
import type { ContactId } from "../../domain/ids.ts";
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

export class WordsUsed {
  readonly #total = new Map<string, number>();
  readonly #byPerson = new Map<ContactId, string[]>();
  readonly #kept = new Map<string, ReadonlySet<string>>();
  readonly #paragraphs = new WrittenParagraphs();

  constructor(letters: readonly WrittenLetter[]) {
    for (const letter of letters) {
      const { variants, nudges } = storedWords.parse(letter.facts);
      this.add({ ...letter, variants });
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

  /** How often each variant was used for other people. */
  byOthersThan(contactId: ContactId): ReadonlyMap<string, number> {
    const own = this.#byPerson.get(contactId) ?? [];
    if (own.length === 0) return this.#total;
    const others = new Map(this.#total);
    for (const variant of own) others.set(variant, (others.get(variant) ?? 1) - 1);
    return others;
  }

  /** The variants of the person's newest letter of that kind: composed again, it keeps its words. */
  keptBy(contactId: ContactId, kind: string): ReadonlySet<string> {
    return this.#kept.get(letterKey(contactId, kind)) ?? new Set();
  }

  alsoWrittenTo(paragraph: string, over: number, except: ContactId): { name: string } | undefined {
    return this.#paragraphs.alike(paragraph, over, except);
  }
}

const letterKey = (contactId: ContactId, kind: string): string => `${contactId}/${kind}`;
