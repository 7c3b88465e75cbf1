/** The question after an event: answered by a tap or in plain lines; what was not understood is asked back beside them. */
import { html } from "hono/html";
import type { DebriefKind, OpenLine } from "../../domain/day/debrief.ts";
import { changing, type Html, icon, nothing } from "./html.ts";
import type { Frame } from "./layout.ts";

export type DebriefParts = {
  eventId: string;
  endedAt: string;
  kind: DebriefKind;
  isHeldByDefault: boolean;
  open: readonly OpenLine[];
  back: string;
};

export const debriefForm = (frame: Frame, parts: DebriefParts): Html => {
  const { eventId, endedAt, kind, isHeldByDefault, open, back } = parts;
  const field = `answer-${eventId}-${Date.parse(endedAt)}`;
  return changing(
    { token: frame.token, action: "/debriefs", attributes: html`class="debrief"` },
    html`<input type="hidden" name="event" value="${eventId}"><input type="hidden" name="ended" value="${endedAt}"><input type="hidden" name="back" value="${back}">
    ${open.length === 0 ? nothing : html`<ul class="open-lines">${open.map(({ line, question }) => html`<li>${icon(frame.icons, "question")} ${question} <q dir="auto">${line}</q></li>`)}</ul>`}
    <label for="${field}">${kind === "meeting" ? "What did you promise, and what comes next?" : "Whom did you meet? One line each: name, address, why."}</label>
    <textarea id="${field}" name="text" rows="3" maxlength="5000" dir="auto" placeholder="${kind === "meeting" ? "promised intro to Sam by Friday" : "Priya, priya@acme.example, hiring analysts"}">${open.map(({ line }) => `${line}\n`)}</textarea>
    <div class="actions">
      ${
        kind === "meeting"
          ? html`<button class="${isHeldByDefault ? "main-button" : "button"}" name="held" value="yes">It took place</button>
            <button class="button" name="held" value="no">It did not take place</button>`
          : html`<button class="main-button">Keep these people</button>
            <button class="button" name="held" value="yes">I met nobody new</button>`
      }
      <button class="plain-button" name="held" value="skip">Do not ask</button>
    </div>`,
  );
};
