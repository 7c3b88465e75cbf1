/** `rapport free`: the free times that a letter would offer, and why a time would not be offered. */
import { type Instant, instantAt, parseDay, parseInstant, type Zone } from "../domain/time.ts";
import { type FreeTimeOffer, offerFreeTime } from "../flows/meeting/offer-free-time.ts";
import { viewpointOf } from "../flows/owner/viewpoint.ts";
import { calendarLine, plain, reasonLines, sayMoment, viewpointLines } from "./say.ts";
import { printJson, readAsOf, readOwnersArgs, UsageError, wholeNumber } from "./usage.ts";
import { withOwner } from "./with-owner.ts";

export const about = "Prints the free times that a letter would offer, and explains why a time is not offered.";

const minutesMax = 24 * 60;

const usage = `rapport free  ${about}

  --with WHO       as offered to this person: their language, their clock, the way you would meet
  --minutes N      how long the meeting is (by default as long as a coffee, or as is usual with them)
  --why TIME       why this start is not offered: "2026-11-24 10:00" in your zone, or an instant
  --as-of DAY      looks from the end of another day in your zone
  --json           one line: {kind, asOf, zone, with, lengthMinutes, calendar, way, lines, times: [{startsAt, endsAt}], giveWayOn, asked}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, {
    with: { type: "string" },
    minutes: { type: "string" },
    why: { type: "string" },
    "as-of": { type: "string" },
    json: { type: "boolean" },
  });
  if (read === undefined) return 0;
  const { values } = read;
  const isJson = values.json === true;
  const lengthMinutes =
    values.minutes === undefined ? undefined : wholeNumber("--minutes", values.minutes, 0, [1, minutesMax]);
  return withOwner("free", values, async ({ world, owner, zone }) => {
    const viewpoint = await viewpointOf(world, owner, readAsOf(values["as-of"], zone));
    const answer = await offerFreeTime(world, owner, {
      now: viewpoint.now,
      ...(values.with !== undefined && { who: values.with }),
      ...(lengthMinutes !== undefined && { lengthMinutes }),
      ...(values.why !== undefined && { start: startOf(values.why, zone) }),
    });
    if (isJson) printJson(answer.kind === "offer" ? jsonOf(answer, viewpoint.now, zone) : answer);
    else if (answer.kind === "nobody") console.log(`Nobody to write to fits "${values.with}".`);
    else if (answer.kind === "several") {
      console.log(`"${values.with}" fits several; say which:`);
      for (const { name, addresses } of answer.choices) console.log(`  ${name}  ${addresses.join(", ")}`);
    } else for (const line of [...viewpointLines(viewpoint, zone), ...linesOf(answer, zone)]) console.log(line);
    return answer.kind === "offer" ? 0 : 2;
  });
}

function startOf(text: string, zone: Zone): Instant {
  const [, dayText = "", hours = "", minutes = ""] = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)$/.exec(text) ?? [];
  const day = parseDay(dayText);
  const isTime = Number(hours) < 24 && Number(minutes) < 60;
  const start =
    day !== undefined && isTime ? instantAt(zone, day, Number(hours) * 60 + Number(minutes)) : parseInstant(text);
  if (start === undefined) throw new UsageError(`--why ${text}: not a time such as "2026-11-24 10:00".`);
  return start;
}

const jsonOf = (offer: FreeTimeOffer, asOf: Instant, zone: Zone) => ({
  kind: offer.kind,
  asOf,
  zone,
  with: offer.with,
  lengthMinutes: offer.lengthMinutes,
  calendar: offer.calendar,
  way: offer.way,
  lines: offer.lines,
  times: offer.times,
  giveWayOn: offer.giveWayOn,
  asked: offer.asked,
});

function linesOf(offer: FreeTimeOffer, zone: Zone): string[] {
  const { with: guest, way, lengthMinutes, lines, times, giveWayOn, asked } = offer;
  const nothing = giveWayOn === undefined ? "No time is left." : `No time is left; give way on "${giveWayOn}" first.`;
  return [
    `${lengthMinutes} minutes${guest === undefined ? "" : ` with ${guest.name}`} (${zone})`,
    ...(way === undefined
      ? []
      : [
          `${plain(way.mode)}, ${way.place ?? "by no link or number yet: see rapport ways"}`,
          ...reasonLines([way.because], "  "),
        ]),
    calendarLine(offer.calendar, zone),
    ...(offer.calendar.state !== "fresh"
      ? []
      : lines.length === 0
        ? [nothing]
        : ["", ...lines.map((line) => `  ${line}`)]),
    ...(times.length === 0
      ? []
      : ["", `One tap each: ${times.map(({ startsAt }) => sayMoment(startsAt, zone)).join("; ")}`]),
    ...(asked === undefined ? [] : ["", ...askedLines(asked, zone)]),
  ];
}

function askedLines({ startsAt, because }: NonNullable<FreeTimeOffer["asked"]>, zone: Zone): string[] {
  const time = sayMoment(startsAt, zone);
  return because.length === 0 ? [`${time} is free.`] : [`${time} is not offered:`, ...reasonLines(because, "  ")];
}
