/** The shipped letters, read from their files once. */
import { readFileSync } from "node:fs";
import type { LetterKind, Locale, Voice } from "./catalogue.ts";
import { onFrame, readTemplate, type Template } from "./template.ts";

/** The text of a shipped letter, as it stands in its file. */
export const letterText = (kind: LetterKind | "frame", voice: Voice, locale: Locale): string =>
  readFileSync(new URL(`letters/${locale}/${voice}/${kind}.hbs`, import.meta.url), "utf8");

const read = new Map<string, Template>();

/** The shipped template with its frame; throws when the catalogue names one that is not there. */
export function shippedTemplate(kind: LetterKind, voice: Voice, locale: Locale): Template {
  const key = `${locale}/${voice}/${kind}`;
  let template = read.get(key);
  if (template === undefined) {
    template = onFrame(readTemplate(kind, letterText(kind, voice, locale)), shippedFrame(voice, locale));
    read.set(key, template);
  }
  return template;
}

const frames = new Map<string, Template>();

/** What all letters of a voice share. */
export function shippedFrame(voice: Voice, locale: Locale): Template {
  const key = `${locale}/${voice}`;
  let frame = frames.get(key);
  if (frame === undefined) {
    frame = readTemplate("frame", letterText("frame", voice, locale));
    frames.set(key, frame);
  }
  return frame;
}
