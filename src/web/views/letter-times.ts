/** How far the times that a letter offers can be trusted, and how its reader sees them. */
import { html } from "hono/html";
import { sayInstant, type Zone } from "../../domain/time.ts";
import type { DraftSeen } from "../../store/read/drafts.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { moment, sayMoment } from "./when.ts";

type Offering = { draft: DraftSeen; back: string };

export const timesNote = (frame: Frame, parts: Offering): Html =>
  html`${trustNote(frame, parts)}${readersTimes(frame, parts.draft)}`;

function trustNote(frame: Frame, { draft, back }: Offering): Piece {
  const { calendar, unchecked, lines, nothingBecause } = draft.offer!;
  if (unchecked) {
    return html`<p class="times unsure">${icon(frame.icons, "warning")} These times are your working hours. No calendar was looked at.</p>`;
  }
  if (calendar.state === "fresh") {
    const asOf = html`as of ${moment(calendar.asOf, frame.seen)}`;
    return lines.length > 0
      ? html`<p class="times">${icon(frame.icons, "calendar")} These times are free in your calendar, ${asOf}.</p>`
      : html`<p class="times unsure">${icon(frame.icons, "calendar")} ${(nothingBecause ?? "No free time is left").replace(/\.$/, "")} (${asOf}).</p>`;
  }
  return html`<div class="times unsure">
    <p>${icon(frame.icons, "calendar")} ${
      calendar.state === "none"
        ? "There is no calendar to look at, so the letter offers no times."
        : html`Your calendar was last changed ${moment(calendar.asOf, frame.seen)}, too long ago to offer times from it.`
    }</p>
    ${changing(
      { token: frame.token, action: `/drafts/${draft.draftId}/unchecked` },
      html`<input type="hidden" name="back" value="${back}"><button class="button">Use my working hours, unchecked</button>`,
    )}
  </div>`;
}

/** The named times on the reader's clock, where it shows others than the owner's. */
function readersTimes({ seen }: Frame, { offer, readersZone }: DraftSeen): Piece {
  const times = offer?.times ?? [];
  if (readersZone === undefined || times.every(({ startsAt }) => isSameClock(startsAt, seen.zone, readersZone)))
    return nothing;
  const there = times.map(({ startsAt }) => sayMoment(startsAt, { ...seen, zone: readersZone }));
  return html`<p class="quiet">On their clock (${readersZone}): ${there.join(" · ")}</p>`;
}

const isSameClock = (at: Parameters<typeof sayInstant>[0], one: Zone, other: Zone): boolean =>
  sayInstant(at, one, "d HH:mm") === sayInstant(at, other, "d HH:mm");
