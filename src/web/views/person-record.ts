/** A person's record: what Rapport did and what came of it, as it was written down at the time. */
import { html } from "hono/html";
import type { RecordSeen } from "../../store/read/records.ts";
import { type Html, icon, nothing, type Piece, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { recordIcons, recordNames } from "./record-words.ts";
import { moment } from "./when.ts";

export const personRecord = (frame: Frame, records: readonly RecordSeen[]): Piece =>
  records.length === 0
    ? nothing
    : html`<details class="panel" id="record"><summary><h2>Record</h2></summary>
        <ol class="timeline">${records.map((one) => line(frame, one))}</ol></details>`;

const line = (frame: Frame, { at, what, because }: RecordSeen): Html => html`
  <li>${icon(frame.icons, recordIcons[what])}<div>${recordNames[what]}${because.length === 0 ? nothing : reasons(because)}</div>
    <span class="quiet">${moment(at, frame.seen)}</span></li>`;
