/** The times that a group is asked for, for one of its members to tick. Nothing of what others said stands on it. */
import { html } from "hono/html";
import { zoneWord } from "../../domain/meeting/offer-lines.ts";
import type { Invitation, PublicPage } from "../../flows/booking/open-page.ts";
import { type Html, nothing } from "../views/html.ts";
import { invitationHead } from "./invitation-view.ts";
import { messageForm, zoneForm } from "./open-view.ts";
import { type Seen, sayClock, sayDate } from "./seen.ts";

type Asked = Extract<PublicPage, { state: "asked" }>;

export type AskedParts = Pick<Asked, "times" | "said"> & {
  invitation: Invitation;
  nonce: string;
  note?: string;
  message?: string;
};

/** Of a field: each time has one of its own, as a form names each field once. */
export const tickedField = "at ";

export const askedView = (parts: AskedParts, seen: Seen): Html => html`
    ${invitationHead(parts.invitation, seen)}
    ${parts.note === undefined ? nothing : html`<p class="notice" role="alert">${parts.note}</p>`}
    ${parts.said === "waiting" ? nothing : html`<p class="notice" role="status">${parts.said === "declined" ? seen.words.groupDeclined : seen.words.groupNoted}</p>`}
    ${ticksForm(parts, seen)}
    ${zoneForm(seen, "")}
    ${messageForm(parts, seen)}`;

const ticksForm = ({ nonce, times }: AskedParts, seen: Seen): Html => html`
    <section class="panel" aria-labelledby="ticks"><h2 id="ticks">${seen.words.groupTicks}</h2>
      <form class="stack" method="post" action="${seen.at("suits")}">
        <input type="hidden" name="nonce" value="${nonce}">
        <p>${seen.words.groupTicksHelp} ${seen.words.timesIn(zoneWord(seen.zone))}</p>
        <ul class="ticks">${times.map(
          ({ startsAt, isChosen }) =>
            html`<li><label><input type="checkbox" name="${tickedField}${startsAt}" value="yes" ${isChosen ? html`checked` : nothing}> <span>${sayDate(seen, startsAt)}</span> <strong>${sayClock(seen, startsAt, seen.zone)}</strong></label></li>`,
        )}</ul>
        <p class="actions"><button class="main-button" name="said" value="suits">${seen.words.groupSuits}</button>
        <button class="button" name="said" value="declined">${seen.words.groupDecline}</button></p>
      </form>
    </section>`;
