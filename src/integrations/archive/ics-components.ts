/**
 * Cuts an iCalendar text into its calendars and their components before anything is read, so that one broken
 * component costs only itself; a parser over the whole file would lose the good events after the first bad line.
 */

/** A stretch of the text, with the number of the line on which it starts. Offsets stand at starts of lines. */
export type Stretch = { from: number; to: number; line: number };

export type Component = Stretch & {
  /** VEVENT, VTIMEZONE, VTODO …, upper-cased. The stretch is what stands between its BEGIN and its END. */
  kind: string;
  /** False when its END is missing: the next component began, or the file ended. */
  complete: boolean;
};

export type CalendarParts = {
  /** Where the calendar's own properties stand. */
  headers: Stretch[];
  components: Component[];
};

const boundary = /^(BEGIN|END):[ \t]*([A-Z0-9-]+)[ \t]*\r?$/gim;
const standingAlone = new Set(["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"]);

/** Components outside of any VCALENDAR are taken as a calendar of their own. */
export function calendarsIn(text: string): CalendarParts[] {
  const calendars: CalendarParts[] = [];
  let calendar: CalendarParts | undefined;
  let open: Component | undefined;
  let headerFrom: Stretch | undefined;
  let counted = 0;
  let line = 1;

  const lineAt = (offset: number) => {
    for (let at = text.indexOf("\n", counted); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
      line += 1;
      counted = at + 1;
    }
    return line;
  };
  const begin = () => {
    calendar = { headers: [], components: [] };
    calendars.push(calendar);
    return calendar;
  };
  const closeOpen = (to: number, complete: boolean) => {
    if (open === undefined) return;
    open.to = to;
    open.complete = complete;
    open = undefined;
  };
  const closeHeader = (to: number) => {
    if (headerFrom === undefined) return;
    calendar?.headers.push({ ...headerFrom, to });
    headerFrom = undefined;
  };

  for (const found of text.matchAll(boundary)) {
    const [whole, word = "", name = ""] = found;
    const kind = name.toUpperCase();
    const isBegin = word.toUpperCase() === "BEGIN";
    if (open !== undefined && !standingAlone.has(kind) && kind !== "VCALENDAR") continue;
    const after = Math.min(found.index + whole.length + 1, text.length);
    const next = lineAt(found.index) + 1;
    if (kind === "VCALENDAR") {
      closeOpen(found.index, false);
      closeHeader(found.index);
      if (isBegin) {
        begin();
        headerFrom = { from: after, to: after, line: next };
      } else calendar = undefined;
    } else if (isBegin && standingAlone.has(kind)) {
      closeOpen(found.index, false);
      closeHeader(found.index);
      open = { kind, from: after, to: after, line: next, complete: false };
      (calendar ?? begin()).components.push(open);
    } else if (open?.kind === kind) {
      closeOpen(found.index, true);
      headerFrom = { from: after, to: after, line: next };
    }
  }
  closeOpen(text.length, false);
  closeHeader(text.length);
  return calendars;
}
