/** Collects what could not be taken in from one file: the first of each kind by position, the rest as one counted line. */
import type { Skipped } from "../scan.ts";

/** Lines shown one by one for each kind of trouble; a file of 100,000 broken rows must not fill the import page. */
const shownOfEachKind = 50;

export class Skips {
  readonly where: string;
  readonly #shown: Skipped[] = [];
  readonly #rest = new Map<string, Skipped>();
  readonly #counts = new Map<string, number>();

  constructor(where: string) {
    this.where = where;
  }

  add(because: string, message: string, position?: string): void {
    const count = (this.#counts.get(because) ?? 0) + 1;
    this.#counts.set(because, count);
    if (count <= shownOfEachKind) {
      this.#shown.push({ where: this.where, ...(position !== undefined && { position }), because, message, count: 1 });
      return;
    }
    const beyond = count - shownOfEachKind;
    this.#rest.set(because, { where: this.where, because, message: `${beyond} more of this kind.`, count: beyond });
  }

  /** One line that stands for many things of a kind. Nothing is added for a count of zero. */
  addMany(because: string, count: number, message: string): void {
    if (count > 0) this.#shown.push({ where: this.where, because, message, count });
  }

  all(): Skipped[] {
    return [...this.#shown, ...this.#rest.values()];
  }
}
