/** Several letters approved by one button: its form at the foot of the review, and what became of each. */
import { html } from "hono/html";
import { sayBecause } from "../../domain/because.ts";
import type { Approved } from "../../flows/sending/approve-draft.ts";
import { changing, type Html, icon } from "./html.ts";
import type { Frame } from "./layout.ts";
import { outboxPath } from "./outbox.ts";
import { counted, moment } from "./when.ts";

export const severalFormId = "several";

/** Letters are ticked in their cards, where they were read. The script says how many are. */
export const severalForm = (frame: Frame): Html =>
  changing(
    {
      token: frame.token,
      action: "/approvals",
      attributes: html`id="${severalFormId}" class="panel several" data-several`,
    },
    html`<p>Letters that you read and ticked can be approved together.</p>
    <label class="check-line"><input type="checkbox" name="nudges" value="yes" checked> and remind twice where a letter asks to meet</label>
    <div class="actions"><button class="main-button">${icon(frame.icons, "check")} <span data-several-words>Approve the ticked letters</span></button></div>`,
  );

export type Told = { draftId: string; name: string | undefined; subject?: string; outcome: Approved };

export function severalView(frame: Frame, told: readonly Told[]): Html {
  const approved = told.filter(({ outcome }) => outcome.kind === "approved").length;
  return html`
  <h1>${approved === told.length ? `${counted(approved, "letter")} approved` : `${approved} of ${counted(told.length, "letter")} approved`}</h1>
  <ul class="rows">${told.map(
    (
      one,
    ) => html`<li class="row"><span class="row-main"><a href="/drafts/${one.draftId}" dir="auto">${one.name ?? "A letter"}</a> <span class="quiet" dir="auto">${one.subject ?? ""}</span>
    <span class="quiet">${outcomeWords(frame, one.outcome)}</span></span></li>`,
  )}</ul>
  <p><a class="button" href="/review">Back to the review</a> <a class="button" href="${outboxPath}">Letters on their way</a></p>`;
}

function outcomeWords({ seen }: Frame, outcome: Approved): Html {
  switch (outcome.kind) {
    case "approved":
      return outcome.leavesAt === undefined
        ? html`Approved. You send it yourself.`
        : html`Approved. It leaves ${moment(outcome.leavesAt, seen)}.`;
    case "not_there":
      return html`It is not there any more.`;
    case "changed":
    case "held_back":
      return html`Not approved. ${sayBecause(outcome.because)}`;
  }
}
