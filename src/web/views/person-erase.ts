/** Before a person is erased: what goes, what stays, what has to end first. It cannot be undone, so it is said in full. */
import { html } from "hono/html";
import type { Because } from "../../domain/because.ts";
import type { KeptOfPerson } from "../../store/read/open-ends.ts";
import type { PersonSeen } from "../../store/read/person.ts";
import { changing, type Html, icon, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { counted } from "./when.ts";

export type PersonEraseParts = { person: PersonSeen; kept: KeptOfPerson; waits: readonly Because[] };

export const personEraseView = (frame: Frame, { person, kept, waits }: PersonEraseParts): Html => html`
  <p class="trail"><a href="/people">People</a> <a href="/people/${person.contactId}"><bdi>${person.name}</bdi></a></p>
  <h1>Erase <bdi>${person.name}</bdi></h1>
  <p class="lead">Everything that is kept here of ${person.name} goes for good. If you only want to leave them in peace, put
    them away or stop contacting them on <a href="/people/${person.contactId}#choices">their page</a>.</p>
  <p class="actions"><a class="button" href="/people/${person.contactId}/export.json" download>${icon(frame.icons, "download")} Take a copy along first</a></p>
  <div class="columns"><section class="panel" aria-labelledby="goes"><h2 id="goes">What goes</h2>
    <ul class="plain-list">${goes(person, kept).map((line) => html`<li>${line}</li>`)}</ul></section>
  <section class="panel" aria-labelledby="stays"><h2 id="stays">What stays</h2>
    <ul class="plain-list">
      <li>Of each of their mailboxes a keyed hash, from which nobody can tell who it was: so that they are never proposed again from the same mail.</li>
      <li>That there was a message or a meeting, and when: without who, about what, or where. Nothing is read twice, and your time stays taken.</li>
      <li>What you and others did without them; in sentences that named them they are “somebody”. Their first name alone is not looked for.</li>
      <li>Where you said that they are not to be contacted: that, as a hash too.</li>
      <li>Mail, meetings and address books at your provider, and export files that you imported: nothing there is touched.</li>
      <li>Backups that were made before.</li>
    </ul></section></div>
  ${
    waits.length === 0
      ? changing(
          { token: frame.token, action: `/people/${person.contactId}/erase`, attributes: html`class="stack"` },
          html`<label class="check-line"><input type="checkbox" name="sure" value="yes" required> I know that this cannot be undone</label>
          <span class="actions"><button class="button danger-button">Erase ${person.name}</button> <a class="button" href="/people/${person.contactId}">Leave it</a></span>`,
        )
      : html`<section class="panel" aria-labelledby="first"><h2 id="first">Not yet</h2>${reasons(waits)}</section>`
  }`;

function goes({ identities, fields }: PersonSeen, kept: KeptOfPerson): string[] {
  const lines: [number, string][] = [
    [
      identities.length + fields.length,
      "their names, addresses, numbers and everything read from cards and signatures",
    ],
    [kept.messages, `who wrote and about what in ${counted(kept.messages, "message")}, with the texts kept of them`],
    [kept.events, `title, place and guests of ${counted(kept.events, "meeting")} with them`],
    [kept.cards, `${counted(kept.cards, "card")} that you imported`],
    [kept.facts, `${counted(kept.facts, "fact")} about them`],
    [kept.letters, `${counted(kept.letters, "letter")} written here to them, sent or not, and your approvals`],
    [kept.bookings, `${counted(kept.bookings, "booked meeting")}`],
    [kept.logged, `${counted(kept.logged, "call, text or meeting", "calls, texts and meetings")} that you logged`],
    [kept.records, "the record of what Rapport did, and every decision about them"],
  ];
  return [
    ...lines.flatMap(([count, line]) => (count === 0 ? [] : [line])),
    "your choices, gives and asks, plans and introductions with them",
  ];
}
