/** The owner's yes to a letter (R41): what it covers stands beside the button, and what became of it in its place. */
import { html } from "hono/html";
import { type Because, sayBecause } from "../../domain/because.ts";
import { paceOf } from "../../domain/draft/leaving-time.ts";
import type { DraftSeen } from "../../store/read/drafts.ts";
import type { SendingSeen } from "../../store/read/sendings.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { waysOut } from "./letter-ways-out.ts";
import { sendingLine } from "./sending-words.ts";

export type DecideParts = {
  draft: DraftSeen;
  personName: string;
  back: string;
  /** Letters leave from an account of the owner's; else they take them along by hand. */
  leavesByItself: boolean;
  /** What became of the yes; absent while none was said. */
  sending?: SendingSeen;
  /** Why its times cannot be offered any more. */
  fell?: Because;
  /** It may be ticked and approved with others by the form of that id. */
  severalForm?: string;
};

/** It may still leave. */
export const isStanding = (draft: DraftSeen): boolean => draft.state === "proposed" || isApproved(draft);

export const isApproved = ({ state }: DraftSeen): boolean => state === "approved" || state === "queued";

export function decideView(frame: Frame, parts: DecideParts): Html {
  const { draft, back, leavesByItself } = parts;
  if (isApproved(draft)) return approvedView(frame, parts);
  if (parts.fell !== undefined) return renewView(frame, parts, parts.fell);
  const byHand = waysOut(frame, { draft, back, isNext: false });
  return html`${approveForm(frame, parts)}
    ${leavesByItself ? html`<details class="letter-act"><summary>Send it yourself</summary>${byHand}</details>` : byHand}`;
}

/** Asked for its approval, it answers with the letter that takes its place. */
const renewView = (frame: Frame, { draft, back }: DecideParts, fell: Because): Html =>
  changing(
    { token: frame.token, action: `/drafts/${draft.draftId}/approve`, attributes: html`class="approve"` },
    html`<p class="times unsure">${icon(frame.icons, "clock")} ${sayBecause(fell)} It is written anew with others.</p>
    <input type="hidden" name="hash" value="${draft.textHash}"><input type="hidden" name="back" value="${back}">
    <div class="actions"><button class="main-button">${icon(frame.icons, "review")} Show it with other times</button></div>`,
  );

function approveForm(frame: Frame, parts: DecideParts): Html {
  const { draft, back, leavesByItself, severalForm } = parts;
  const refusal = draft.lint.find(({ weight }) => weight === "refuse");
  if (refusal !== undefined)
    return html`<p class="quiet">It cannot be approved as it stands: change the words first.</p>`;
  return changing(
    { token: frame.token, action: `/drafts/${draft.draftId}/approve`, attributes: html`class="approve"` },
    html`<input type="hidden" name="hash" value="${draft.textHash}"><input type="hidden" name="back" value="${back}">
    <div class="actions"><button class="main-button" data-approve>${icon(frame.icons, "check")} Approve</button>
      ${draft.reminders > 0 ? html`<label class="check-line"><input type="checkbox" name="nudges" value="yes" checked> ${remindWords(draft.reminders)}</label>` : nothing}</div>
    <p class="quiet">${coveredWords(parts)}</p>
    ${coveredDetails(draft)}
    ${
      severalForm === undefined
        ? nothing
        : html`<label class="check-line"><input type="checkbox" form="${severalForm}" name="letter" value="${draft.draftId}:${draft.textHash}" data-tick> Approve it together with others</label>`
    }
    ${leavesByItself ? nothing : html`<p class="quiet">You send it yourself: copy it, or open it in your mail program.</p>`}`,
  );
}

const remindWords = (reminders: number): string =>
  ({ 1: "and remind once", 2: "and remind twice" })[reminders] ?? `and remind ${reminders} times`;

/** In the words of the rule: what is shown, and nothing else. */
function coveredWords({ draft, personName, leavesByItself }: DecideParts): string {
  const booking =
    (draft.offer?.times.length ?? 0) > 0
      ? [`booking any of its times that ${personName} plainly accepts, with a confirmation`]
      : [];
  const nudges =
    draft.reminders > 0 ? [`its ${draft.reminders === 1 ? "reminder" : "reminders"} while the box is ticked`] : [];
  const covered = ["this letter as it stands", ...booking, ...nudges];
  const leaves = !leavesByItself
    ? ""
    : paceOf(draft.kind) === "at_once"
      ? " It leaves at once; you can take it back for a minute."
      : " It leaves in their morning; you can take it back for a minute, and until it leaves.";
  return `Your yes covers ${listed(covered)}. Everything else asks you again.${leaves}`;
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join("; ")}; and ${parts.at(-1)}`;

/** The words of reminders and confirmation are written when somebody wants to read them. */
const coveredDetails = ({ draftId, reminders, offer }: DraftSeen): Piece =>
  reminders === 0 && (offer?.times.length ?? 0) === 0
    ? nothing
    : html`<details class="evidence" hx-get="/drafts/${draftId}/covers" hx-trigger="toggle once" hx-target="find .covered" hx-swap="innerHTML">
        <summary>What goes with it, word for word</summary>
        <div class="covered"><p><a href="/drafts/${draftId}#covers">Read it on the letter's own page</a></p></div></details>`;

function approvedView(frame: Frame, { draft, back, sending, personName }: DecideParts): Html {
  const takeBack = changing(
    { token: frame.token, action: `/drafts/${draft.draftId}/take-back` },
    html`<input type="hidden" name="back" value="${back}"><button class="button">${icon(frame.icons, "undo")} Take back</button>`,
  );
  return html`<div class="approved" role="status">
      <p>${icon(frame.icons, "check")} ${sending === undefined ? "Approved. Now send it, and say that you did." : sendingLine(frame, { ...sending, personName, readersZone: draft.readersZone })}</p>
      ${takeBack}</div>
    ${sending === undefined ? waysOut(frame, { draft, back, isNext: true }) : nothing}`;
}
