/** What became of the owner's yes, in a line. */
import { html } from "hono/html";
import { sayInstant, type Zone } from "../../domain/time.ts";
import type { SendingSeen } from "../../store/read/sendings.ts";
import { type Html, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { moment, sayDistance } from "./when.ts";

type Line = Pick<SendingSeen, "state" | "leavesAt" | "because"> & {
  personName: string;
  readersZone?: Zone | undefined;
};

export function sendingLine(frame: Frame, { state, leavesAt, because, personName, readersZone }: Line): Html {
  const reason: Piece = because === undefined ? nothing : html` <span class="quiet">${because}</span>`;
  switch (state) {
    case "ready":
      return html`${leavesWords(frame, leavesAt, readersZone)}${reason}`;
    case "claimed":
    case "prepared":
    case "sending":
      return html`On its way to ${personName} at this moment.`;
    case "unknown":
      return html`Whether it left is being found out. It is not sent again before that is known.${reason}`;
    case "ask_owner":
      return html`Only you can tell whether it left.${reason}`;
    case "done":
      return html`Sent to ${personName}.`;
    case "withdrawn":
      return html`Not sent.${reason}`;
  }
}

function leavesWords({ seen }: Frame, leavesAt: SendingSeen["leavesAt"], readersZone: Zone | undefined): Html {
  if (leavesAt === undefined) return html`Approved; it is being planned.`;
  return leavesAt <= seen.now
    ? html`Approved; it leaves within a minute.`
    : html`Approved. It leaves ${moment(leavesAt, seen)} <span class="quiet">(${sayDistance(leavesAt, seen)}${readersZone === undefined || readersZone === seen.zone ? nothing : `, ${sayInstant(leavesAt, readersZone, "HH:mm")} where they are`})</span>.`;
}
