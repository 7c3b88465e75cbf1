/** Meetings of several in a list: whom they are asked with, and how many have answered. */
import { html } from "hono/html";
import type { GroupBody } from "../../domain/booking/group.ts";
import type { GroupListed } from "../../store/read/groups.ts";
import { type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";

export const groupPath = (groupId: string): string => `/groups/${groupId}`;

export const groupOccasions: Readonly<Record<GroupBody["occasion"], string>> = {
  lunch: "Lunch",
  coffee: "Coffee",
  call: "A video call",
};

export const groupsView = (frame: Frame, groups: readonly GroupListed[]): Piece =>
  groups.length === 0
    ? nothing
    : html`<section aria-labelledby="groups"><h2 id="groups">Groups that are asked</h2>
        <ul class="rows">${groups.map((one) => groupLine(frame, one))}</ul></section>`;

const groupLine = (frame: Frame, { groupId, body, names, members, answered }: GroupListed): Html => html`
  <li class="row">${icon(frame.icons, "people")}
    <span class="row-main"><a href="${groupPath(groupId)}"><strong>${groupOccasions[body.occasion]}</strong></a> <span dir="auto">${names.join(", ")}</span></span>
    <span class="row-end"><span class="chip">${answered} of ${members} answered</span></span></li>`;
