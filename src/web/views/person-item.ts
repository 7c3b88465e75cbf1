/** One person who is proposed, in a list: one line each until it is opened; then why this person, and the letter. */
import { html } from "hono/html";
import type { Because } from "../../domain/because.ts";
import type { ContactId, FollowUpId } from "../../domain/ids.ts";
import type { VenueProposal } from "../../domain/meeting/venue.ts";
import type { DraftSeen } from "../../store/read/drafts.ts";
import { firstReason, type Html, icon, monogram, nothing, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { type LettersOnPage, letterView } from "./letter.ts";
import { followUpNames } from "./words.ts";

export type PersonProposed = {
  followUpId: FollowUpId;
  contactId: ContactId;
  name: string;
  company: string | undefined;
  isWhyOpen: boolean;
  hasGreeting: boolean;
  because: readonly Because[];
  draft: DraftSeen | undefined;
};

export type PersonItemParts = {
  letters: LettersOnPage;
  guesses: ReadonlyMap<ContactId, readonly string[]>;
  venuesToAsk?: readonly VenueProposal[];
  kind: string;
  isOpen: boolean;
  /** Of its headings: one below that of the list. */
  level: 2 | 3;
  /** The page to come back to after a form. */
  page: string;
};

export const personItem = (frame: Frame, one: PersonProposed, parts: PersonItemParts): Html => html`
  <li class="item" id="item-${one.followUpId}">
    <details name="review" ${parts.isOpen ? html`open` : nothing}>
      <summary>
        ${monogram(one.name)}
        <span class="item-who"><span class="item-name" dir="auto">${one.name}</span> ${one.company === undefined ? nothing : html`<span class="quiet" dir="auto">${one.company}</span>`}
          <span class="item-why" dir="auto">${firstReason(one.because)}</span></span>
        <span class="item-what"><span class="kind kind-${parts.kind}">${followUpNames[parts.kind] ?? parts.kind}</span></span>
      </summary>
      <div class="item-body">
        <div class="item-because"><h${parts.level}>Why this person</h${parts.level}>${reasons(one.because)}
          <p><a data-person href="/people/${one.contactId}">Everything about <bdi>${one.name}</bdi> ${icon(frame.icons, "arrow")}</a></p></div>
        ${
          one.draft === undefined
            ? html`<p class="empty">No letter is ready for this one yet.</p>`
            : letterView(frame, {
                ...parts.letters,
                draft: one.draft,
                contactId: one.contactId,
                personName: one.name,
                isWhyOpen: one.isWhyOpen,
                hasGreeting: one.hasGreeting,
                guesses: parts.guesses.get(one.contactId) ?? [],
                ...(parts.venuesToAsk !== undefined && { venuesToAsk: parts.venuesToAsk }),
                back: `${parts.page}#item-${one.followUpId}`,
              })
        }
      </div>
    </details>
  </li>`;
