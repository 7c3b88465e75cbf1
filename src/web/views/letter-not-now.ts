/** What else may become of a letter than a yes: another day, not this one, or never to this person. */
import { html } from "hono/html";
import { addDays, dayIn, type PlainDate, weekdayOf } from "../../domain/time.ts";
import type { DraftSeen } from "../../store/read/drafts.ts";
import { changing, type Html, icon } from "./html.ts";
import type { Frame } from "./layout.ts";

export type NotNowParts = { draft: DraftSeen; contactId: string; personName: string; back: string };

export function notNow(frame: Frame, { draft, contactId, personName, back }: NotNowParts): Html {
  const { draftId } = draft;
  const goingBack = html`<input type="hidden" name="back" value="${back}">`;
  const { tomorrow, nextMonday } = daysToCome(frame);
  return html`
  <details class="letter-act" data-not-now><summary>Not now</summary>
    ${changing(
      { token: frame.token, action: `/drafts/${draftId}/snooze`, attributes: html`class="actions"` },
      html`${goingBack}<span>Show it again</span>
      <button class="button small" name="until" value="${tomorrow}" data-snooze>tomorrow</button>
      <button class="button small" name="until" value="${nextMonday}">on Monday</button>`,
    )}
    ${changing(
      { token: frame.token, action: `/drafts/${draftId}/snooze`, attributes: html`class="actions"` },
      html`${goingBack}<label for="until-${draftId}">on</label> <input class="day-field" id="until-${draftId}" type="date" name="until" min="${tomorrow}" required>
      <button class="button small">Then</button>`,
    )}
    ${changing(
      { token: frame.token, action: `/drafts/${draftId}/skip`, attributes: html`class="actions"` },
      html`${goingBack}<button class="button small" data-skip>Skip this letter</button> <span class="quiet">It is not written again.</span>`,
    )}
    ${changing(
      { token: frame.token, action: `/people/${contactId}/stop`, attributes: html`class="actions"` },
      html`${goingBack}<button class="button small danger-button" data-never>${icon(frame.icons, "stop")} Never contact <bdi>${personName}</bdi></button> <span class="quiet">Everything to them stops at once.</span>`,
    )}</details>`;
}

/** When to ask again, most often. */
export function daysToCome({ seen }: Frame): { tomorrow: PlainDate; nextMonday: PlainDate } {
  const today = dayIn(seen.zone, seen.now);
  return { tomorrow: addDays(today, 1), nextMonday: addDays(today, 8 - weekdayOf(today)) };
}
