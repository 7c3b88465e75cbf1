/** How a past or coming event brings people together, read from its own fields. A room or street is in person. */
import type { CalendarEvent } from "../meeting/event.ts";
import type { Mode } from "./interaction.ts";

const video =
  /\b(zoom|meet\.google|hangouts?|teams|webex|whereby|jitsi|skype|facetime|gotomeeting|video ?(call|chat|konferenz|conf[ée]rence)?|visio(conf[ée]rence)?|videollamada|videoanruf)\b/i;
const phone =
  /\b(phone|telephone|call|tel|telefon(at|isch)?|anruf|t[ée]l[ée]phone|appel|llamada|tel[ée]fono)\b|^\+?[\d ()./-]{7,}$/i;

export function eventMode({
  title,
  place,
  link,
}: Pick<CalendarEvent, "title" | "place" | "link">): Extract<Mode, "in_person" | "video" | "phone"> {
  const where = place?.trim() ?? "";
  const isLink = /^https?:\/\//i.test(where);
  if (video.test(where) || isLink) return "video";
  if (phone.test(where)) return "phone";
  if (where !== "") return "in_person";
  if (link !== undefined || video.test(title)) return "video";
  return phone.test(title) ? "phone" : "in_person";
}
