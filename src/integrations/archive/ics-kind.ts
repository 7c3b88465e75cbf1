/** What an event of a calendar export means for the time it covers, and whether it stands. */
import type { EventKind, EventStatus } from "../../domain/meeting/event.ts";

/** The properties that speak about it, as written; absent when the event has none. */
export type KindEvidence = {
  title: string;
  calendarName: string;
  categories: readonly string[];
  allDay: boolean;
  yearly: boolean;
  transparency?: string;
  /** X-MICROSOFT-CDO-BUSYSTATUS, else X-MICROSOFT-CDO-INTENDEDSTATUS. */
  busyStatus?: string;
};

/** Unknown values are busy. */
export function kindOf(evidence: KindEvidence): EventKind {
  if (isBirthday(evidence)) return "birthday";
  switch (evidence.busyStatus) {
    case "FREE":
      return workingLocations.has(evidence.title.toLowerCase()) && evidence.allDay ? "working_location" : "free";
    case "WORKINGELSEWHERE":
      return "working_location";
    case "OOF":
      return "out_of_office";
  }
  const isTransparent = evidence.busyStatus === undefined && transparent.has(evidence.transparency ?? "");
  if (isTransparent)
    return evidence.allDay && workingLocations.has(evidence.title.toLowerCase()) ? "working_location" : "free";
  const title = evidence.title.toLowerCase();
  if (outOfOfficeTitles.has(title)) return "out_of_office";
  return focusTitles.has(title) ? "focus" : "busy";
}

/** vCalendar 1.0 writes TRANSP as a number, 0 being busy. */
const transparent = new Set(["TRANSPARENT", "1", "2"]);

function isBirthday({ categories, calendarName, title, allDay, yearly }: KindEvidence): boolean {
  if (!allDay) return false;
  if (categories.some((category) => /^(birthday|anniversary)$/i.test(category))) return true;
  if (birthdayCalendars.test(calendarName)) return true;
  return yearly && birthdayTitles.test(title);
}

const birthdayCalendars = /^(birthdays|contacts' birthdays|geburtstage|anniversaires|cumpleaños|compleanni)\b/i;
const birthdayTitles = /\b(birthday|geburtstag|anniversaire|cumpleaños)\b/i;

/** Titles that Google gives by itself: its export does not carry the kind of the event. */
const outOfOfficeTitles = new Set([
  "out of office",
  "abwesend",
  "absent du bureau",
  "absent(e) du bureau",
  "fuera de la oficina",
]);
const focusTitles = new Set(["focus time", "fokuszeit", "moment de concentration", "tiempo para concentrarse"]);
const workingLocations = new Set(["home", "office", "zuhause", "büro", "domicile", "bureau", "casa", "oficina"]);

export function statusOf(
  written: string | undefined,
  method: string | undefined,
  busyStatus: string | undefined,
): EventStatus {
  const status = written?.toUpperCase();
  if (status === "CANCELLED" || status === "CANCELED" || method === "CANCEL") return "cancelled";
  return status === "TENTATIVE" || busyStatus === "TENTATIVE" || method === "COUNTER" ? "tentative" : "confirmed";
}
