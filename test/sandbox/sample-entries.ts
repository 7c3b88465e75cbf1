/** Reads the sample's own files apart, for the tests: messages by postal-mime, events by ical.js. */
import ICAL from "ical.js";
import PostalMime, { type Email } from "postal-mime";
import type { SampleFile } from "../../src/sandbox/sample-files.ts";

export function fileNamed(files: readonly SampleFile[], ending: string): string {
  const found = files.find(({ name }) => name.endsWith(ending));
  if (found === undefined) throw new Error(`the sample has no file ${ending}`);
  return found.text;
}

/** The messages of an mboxrd text, without their From lines and with the quoting of "From " undone. */
export const messagesOf = (mbox: string): string[] =>
  mbox
    .split(/^From \d+@xxx .*\n/m)
    .slice(1)
    .map((entry) => entry.replace(/^>(>*From )/gm, "$1"));

export const parseMessages = (mbox: string): Promise<Email[]> =>
  Promise.all(messagesOf(mbox).map((message) => PostalMime.parse(message)));

export const eventsOf = (calendar: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
