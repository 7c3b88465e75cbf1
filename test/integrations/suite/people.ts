/** What every address book must do, whoever keeps it. */
import { describe, expect, test } from "vitest";
import type { Card } from "../../../src/domain/contact/card.ts";
import type { CardRef } from "../../../src/integrations/people.ts";
import type { Cursor, From } from "../../../src/integrations/scan.ts";
import { all, never, type OpenSubject, type Subject, troubleIn } from "./subject.ts";

const ana = {
  name: "Ana Ruiz",
  givenName: "Ana",
  familyName: "Ruiz",
  addresses: ["ana@acme.example"],
  phones: ["+49 30 1234"],
  company: "Acme",
  title: "Head of Things",
  links: [],
};
const card: Card = { key: "rapport", origin: "vcard", ...ana };

export function peopleSuite(face: string, open: OpenSubject): void {
  describe(`${face}: contacts`, () => {
    test("all of them at first, then what changes, then what is gone (S2, S6)", async () => {
      const subject = open();
      const reader = new Reader(subject);
      const added = subject.mine.book.add({ kind: "contact", card: ana }, subject.now());
      await reader.read();
      expect(reader.names()).toEqual(["Ana Ruiz"]);
      expect(reader.card("Ana Ruiz")).toMatchObject({
        addresses: ana.addresses,
        phones: ana.phones,
        company: "Acme",
        title: "Head of Things",
      });

      subject.mine.book.change(added.id, { card: { ...ana, company: "Other" } }, subject.now());
      subject.mine.book.add(
        { kind: "contact", card: { ...ana, name: "Bo Berg", givenName: "Bo", familyName: "Berg" } },
        subject.now(),
      );
      await reader.read();
      expect(reader.names()).toEqual(["Ana Ruiz", "Bo Berg"]);
      expect(reader.card("Ana Ruiz").company).toBe("Other");

      subject.mine.book.remove(added.id, subject.now());
      await reader.read();
      expect(reader.names()).toEqual(["Bo Berg"]);
    });

    test("a cursor that is too old, or that nobody wrote, is spent (S4)", async () => {
      const subject = open();
      const reader = new Reader(subject);
      subject.mine.book.add({ kind: "contact", card: ana }, subject.now());
      await reader.read();
      subject.mine.book.log.forget();
      expect(await troubleIn(reader.read())).toBe("cursor_spent");
      expect(await troubleIn(all(subject.people.pages("contacts", { after: "{nonsense" }, never)))).toBe(
        "cursor_spent",
      );
    });
  });

  describe(`${face}: writing a contact`, () => {
    const key = "0123456789abcdef0123456789abcdef";

    test("put with our key, found by it, and read like any other", async () => {
      const subject = open();
      const write = subject.people.write!;
      expect(await write.find(key, never)).toBeUndefined();
      const { ref } = await write.put(card, key, never);
      expect(await write.find(key, never)).toBe(ref);
      const reader = new Reader(subject);
      await reader.read();
      expect(reader.card("Ana Ruiz")).toMatchObject({ addresses: ana.addresses, company: "Acme" });
    });

    test("only empty fields are filled, and none twice (S7)", async () => {
      const subject = open();
      const { title, company, ...bare } = ana;
      const reader = new Reader(subject);
      subject.mine.book.add({ kind: "contact", card: { ...bare, phones: ["+49 40 9"] } }, subject.now());
      await reader.read();
      const ref = reader.ref("Ana Ruiz");
      expect(await subject.people.write!.fill(ref, card, never)).toBe(true);
      await reader.read();
      expect(reader.card("Ana Ruiz")).toMatchObject({ company, title, phones: ["+49 40 9"] });
      expect(await subject.people.write!.fill(ref, card, never)).toBe(false);
    });

    test("what the owner deleted is gone, and not made again", async () => {
      const subject = open();
      const { ref } = await subject.people.write!.put(card, key, never);
      subject.mine.book.remove(subject.mine.book.contacts("contact")[0]!.id, subject.now());
      expect(await troubleIn(subject.people.write!.fill(ref, card, never))).toBe("gone");
      expect(await subject.people.write!.find(key, never)).toBeUndefined();
    });
  });
}

/** Reads the contacts as the product does. */
class Reader {
  readonly #subject: Subject;
  readonly #cards = new Map<CardRef, Card>();
  #cursor: Cursor | undefined;

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  async read(): Promise<void> {
    const from: From = this.#cursor === undefined ? {} : { after: this.#cursor };
    for await (const page of this.#subject.people.pages("contacts", from, never)) {
      for (const { ref, card: found } of page.cards) this.#cards.set(ref, found);
      for (const ref of page.gone) this.#cards.delete(ref);
      expect(page.skipped).toEqual([]);
      this.#cursor = page.cursor;
    }
  }

  names(): string[] {
    return [...this.#cards.values()].map(({ name }) => name ?? "").sort();
  }

  card(name: string): Card {
    return this.#cards.get(this.ref(name))!;
  }

  ref(name: string): CardRef {
    const found = [...this.#cards].find(([, one]) => one.name === name);
    if (found === undefined) throw new Error(`no card ${name}`);
    return found[0];
  }
}
