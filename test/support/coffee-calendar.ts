/** A calendar of coffees with three people who live near: Ada is closest, then Ben, then Cleo. */
export type CoffeeOn = {
  /** "2026-11-05 16:00" in Paris, 10:00 unless said. */
  on: string;
  with?: string;
  title?: string;
  sequence?: number;
  cancelled?: boolean;
  uid?: string;
};

/** An event of three quarters of an hour at a café, both accepted; without anybody it only keeps the calendar alive. */
function event({ on, with: guest, title = "Coffee", sequence = 0, cancelled = false, uid }: CoffeeOn): string {
  const [day = "", time = "10:00"] = on.split(" ");
  const start = `${day.replaceAll("-", "")}T${time.replace(":", "")}00`;
  const end = `${start.slice(0, 11)}4500`;
  return [
    "BEGIN:VEVENT",
    `UID:${uid ?? `${guest ?? "own"}-${on}`.replace(/\W/g, "-")}@example`,
    "DTSTAMP:20260101T090000Z",
    `SEQUENCE:${sequence}`,
    `SUMMARY:${guest === undefined ? "Board" : title}`,
    "LOCATION:Café Moka",
    `DTSTART;TZID=Europe/Paris:${start}`,
    `DTEND;TZID=Europe/Paris:${end}`,
    ...(cancelled ? ["STATUS:CANCELLED"] : []),
    ...(guest === undefined
      ? []
      : [
          "ORGANIZER:mailto:me@home.example",
          "ATTENDEE;CN=Mara Lind;PARTSTAT=ACCEPTED:mailto:me@home.example",
          `ATTENDEE;CN="${guest} Moreau";PARTSTAT=ACCEPTED:mailto:${guest.toLowerCase()}@${guest.toLowerCase()}.example`,
        ]),
    "END:VEVENT",
  ].join("\r\n");
}

export const coffeeCalendar = (...coffees: readonly CoffeeOn[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//test//EN",
    "X-WR-CALNAME:me@home.example",
    ...coffees.map(event),
    "END:VCALENDAR",
    "",
  ].join("\r\n");

/** Last talked with in August; every week since October something of the owner's own keeps the calendar alive. */
export const oldCoffees: readonly CoffeeOn[] = [
  ...["2026-08-03", "2026-08-04", "2026-08-05", "2026-08-06"].map((on) => ({ on, with: "Ada" })),
  ...["2026-08-03", "2026-08-04", "2026-08-05"].map((on) => ({ on: `${on} 12:00`, with: "Ben" })),
  ...["2026-08-03", "2026-08-04"].map((on) => ({ on: `${on} 16:00`, with: "Cleo" })),
  ...["2026-10-28", "2026-11-04", "2026-11-11", "2026-11-18", "2026-11-25", "2026-12-02"].map((on) => ({
    on: `${on} 08:00`,
  })),
];
