/** The letters that leave next, each with the way to take it back: beside the list in which they were approved. */
import { html } from "hono/html";
import type { SendingSeen } from "../../store/read/sendings.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { outboxPath } from "./outbox.ts";
import { sendingLine } from "./sending-words.ts";

export type Leaving = SendingSeen & { contactId: string; name: string; subject: string };

export const leavingView = (frame: Frame, leaving: readonly Leaving[], back: string): Piece =>
  leaving.length === 0
    ? nothing
    : html`<section class="leaving" aria-labelledby="leaving"><h2 id="leaving">On their way</h2>
        <ul class="rows">${leaving.map((one) => line(frame, one, back))}</ul>
        <p class="quiet"><a href="${outboxPath}">All letters on their way, and those that left</a></p></section>`;

const line = (frame: Frame, one: Leaving, back: string): Html => html`
  <li class="row"><span class="row-main"><a href="/drafts/${one.draftId}"><span dir="auto">${one.name}</span></a> <span class="quiet" dir="auto">${one.subject}</span>
    <span class="quiet">${sendingLine(frame, { ...one, personName: one.name })}</span></span>
    ${
      one.state === "ready"
        ? changing(
            { token: frame.token, action: `/drafts/${one.draftId}/take-back` },
            html`<input type="hidden" name="back" value="${back}"><button class="button small">${icon(frame.icons, "undo")} Take back</button>`,
          )
        : nothing
    }</li>`;
