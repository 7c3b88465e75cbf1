/** The question why the owner met somebody, asked again in words that letters can say. */
import { html } from "hono/html";
import type { Html } from "./html.ts";
import type { Frame } from "./layout.ts";
import { type WhyParts, whyForm } from "./letter-questions.ts";

export const whyAgainView = (frame: Frame, name: string, parts: WhyParts): Html => html`
  <p class="trail"><a href="${parts.back}">Back</a> <a href="/people/${parts.contactId}" dir="auto">${name}</a></p>
  <h1>About what?</h1>
  ${whyForm(frame, parts)}`;
