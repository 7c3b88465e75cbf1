/** The template that a letter is written with: the owner's own version where there is one, else ours. */
import type { OwnTemplate } from "../../store/letter-templates.ts";
import type { LetterKind, Locale, Voice } from "../../templates/catalogue.ts";
import { shippedFrame, shippedTemplate } from "../../templates/letter-files.ts";
import { onFrame, readTemplate, type Template, TemplateError } from "../../templates/template.ts";

export type TemplateInUse = {
  template: Template;
  /** Why the owner's own version is not used although there is one. */
  trouble?: string;
};

export class OwnTemplates {
  readonly #own: ReadonlyMap<string, string>;
  readonly #read = new Map<string, TemplateInUse>();

  constructor(own: readonly OwnTemplate[]) {
    this.#own = new Map(own.map(({ kind, voice, locale, text }) => [`${kind}/${voice}/${locale}`, text]));
  }

  of(kind: LetterKind, voice: Voice, locale: Locale): TemplateInUse {
    const key = `${kind}/${voice}/${locale}`;
    const text = this.#own.get(key);
    if (text === undefined) return { template: shippedTemplate(kind, voice, locale) };
    let read = this.#read.get(key);
    if (read === undefined) {
      read = readOwn(kind, voice, locale, text);
      this.#read.set(key, read);
    }
    return read;
  }
}

/** A version that was saved once may not be readable by a later catalogue: then ours is used, and the letter says so. */
function readOwn(kind: LetterKind, voice: Voice, locale: Locale, text: string): TemplateInUse {
  try {
    return { template: onFrame(readTemplate(kind, text), shippedFrame(voice, locale)) };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { template: shippedTemplate(kind, voice, locale), trouble: error.message };
  }
}
