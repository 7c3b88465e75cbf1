/** The one question about the owner: which addresses are theirs. Each guess says why. */
import { html } from "hono/html";
import type { AddressSeen } from "../../store/read/owner.ts";
import { changing, type Html, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";

/** `typed`: another address that was refused. */
export const addressQuestion = (
  frame: Frame,
  addresses: readonly AddressSeen[],
  back: string,
  typed = "",
): Html => html`
  <section class="panel question" aria-labelledby="addresses-title">
    <h2 id="addresses-title">Which of these addresses are yours?</h2>
    <p>Who wrote to whom hangs on it. Changing it later reads everything anew.</p>
    ${changing(
      { token: frame.token, action: "/settings/addresses" },
      html`<input type="hidden" name="back" value="${back}">
      <fieldset class="choices"><legend class="unseen">Your addresses</legend>${addresses.map(choice)}</fieldset>
      <label class="stack narrow">Another one<input name="address" type="email" autocomplete="email" value="${typed}" placeholder="you@example.com"></label>
      <button class="main-button">These are mine</button>`,
    )}
  </section>`;

const choice = ({ address, standing, because }: AddressSeen, index: number): Html => html`
  <div class="choice">
    <input id="address-${index}" type="checkbox" name="address" value="${address}" ${standing === "inferred" || standing === "said" ? html`checked` : ""}>
    <label for="address-${index}"><span class="address">${address}</span>${reasons(because)}</label>
  </div>`;
