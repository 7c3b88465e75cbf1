/** What was written down of a person, in our words. */
import type { RecordSeen } from "../../store/read/records.ts";
import type { IconName } from "./html.ts";

export const recordNames: Readonly<Record<RecordSeen["what"], string>> = {
  approved: "You approved a letter",
  taken_back: "You took your approval back",
  sent: "A letter left",
  not_sent: "A letter did not leave",
  offered: "Times were offered",
  answered: "They answered",
  held: "Times are kept free",
  released: "Times were let go",
  booked: "A meeting was booked",
  moved: "The meeting moved",
  called_off: "The meeting was called off",
  took_place: "You met",
  no_show: "It did not take place",
  stopped: "Do not contact",
};

export const recordIcons: Readonly<Record<RecordSeen["what"], IconName>> = {
  approved: "check",
  taken_back: "undo",
  sent: "mail",
  not_sent: "warning",
  offered: "calendar",
  answered: "text",
  held: "clock",
  released: "undo",
  booked: "meet",
  moved: "calendar",
  called_off: "close",
  took_place: "meet",
  no_show: "question",
  stopped: "stop",
};
