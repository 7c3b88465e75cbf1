/** The settings of meeting: each form saves one part, keeps what was typed when it is refused, and says what is wrong. */
import { z } from "zod";
import { withinCityMinutes } from "../../domain/meeting/distance.ts";
import { parseBlocks } from "../../domain/meeting/hours-text.ts";
import { parseDay } from "../../domain/time.ts";
import { meetingSettings } from "../../flows/meeting/meeting-settings.ts";
import { addOverride, removeOverride, saveAvailability, saveHolidays } from "../../flows/meeting/save-availability.ts";
import { saveBusyPolicy } from "../../flows/meeting/save-busy-policy.ts";
import { addVenue, removeVenue, saveWays } from "../../flows/meeting/save-ways.ts";
import { suggestVenues } from "../../flows/meeting/suggest-venues.ts";
import type { Changed } from "../../flows/owner/change-setting.ts";
import { dropZone, setZone } from "../../flows/owner/set-zone.ts";
import { answerPage, frameOf, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { type Fields, fieldsOf, numberOf, textOf } from "../fields.ts";
import {
  type HolidayChoices,
  limitFields,
  meetingSettingsView,
  type Typed,
  weekdays,
} from "../views/meeting-settings.ts";

const path = "/settings/meeting";

export async function showMeetingSettings(ask: Ask, typed?: Typed) {
  const world = worldOf(ask);
  const owner = ownerIdOf(ask);
  const settings = await meetingSettings(world, owner);
  const frame = frameOf(ask);
  const body = meetingSettingsView(frame, {
    settings,
    zones: Intl.supportedValuesOf("timeZone"),
    proposals: await suggestVenues(world, owner),
    minutesUsually: withinCityMinutes,
    ...(await holidayChoices(ask)),
    ...(typed !== undefined && { typed }),
  });
  const status = typed === undefined ? 200 : 400;
  return answerPage(ask, frame, { title: "Your hours and rules", place: "settings", body }, status);
}

/** The table of holidays is large: it is opened when somebody wants to choose (`?country=`). */
async function holidayChoices(ask: Ask): Promise<{ holidayChoices?: HolidayChoices }> {
  const country = ask.req.query("country");
  if (country === undefined) return {};
  const { holidayCountries, holidayRegions } = await import("../../domain/meeting/holidays.ts");
  return { holidayChoices: { countries: holidayCountries(), country, regions: holidayRegions(country) } };
}

export async function saveHours(ask: Ask) {
  const fields = await fieldsOf(ask);
  const troubles: Record<string, string> = {};
  const week = (prefix: string) =>
    Object.fromEntries(
      weekdays.map((day) => {
        const blocks = parseBlocks(fields[`${prefix}-${day}`] ?? "");
        if (blocks === undefined) troubles[`${prefix}-${day}`] = "Write hours as 9-12, 13:00-17:30, or leave it empty.";
        return [day, blocks ?? []];
      }),
    );
  const [hours, focus] = [week("hours"), week("focus")];
  if (Object.keys(troubles).length > 0) return showMeetingSettings(ask, { form: "hours", fields, troubles });
  return answer(ask, "hours", fields, await saveAvailability(worldOf(ask), ownerIdOf(ask), { hours, focus }));
}

export async function addDifferentDays(ask: Ask) {
  const fields = await fieldsOf(ask);
  const { firstDay = "", lastDay = "", hours = "" } = fields;
  const blocks = parseBlocks(hours);
  const troubles: Record<string, string> = {
    ...(parseDay(firstDay) === undefined && { firstDay: "Choose a day." }),
    ...(lastDay !== "" && parseDay(lastDay) === undefined && { lastDay: "Choose a day." }),
    ...(lastDay !== "" && lastDay < firstDay && { lastDay: "It comes before the first day." }),
    ...(blocks === undefined && { hours: "Write hours as 9-12, 13:00-17:30, or leave it empty." }),
  };
  if (blocks === undefined || Object.keys(troubles).length > 0)
    return showMeetingSettings(ask, { form: "overrides", fields, troubles });
  const override = { firstDay, lastDay: lastDay === "" ? firstDay : lastDay, blocks };
  return answer(ask, "overrides", fields, await addOverride(worldOf(ask), ownerIdOf(ask), override));
}

export async function removeDifferentDays(ask: Ask) {
  const { firstDay = "", lastDay = "" } = await fieldsOf(ask);
  await removeOverride(worldOf(ask), ownerIdOf(ask), { firstDay, lastDay });
  return goOn(ask, `${path}#overrides`, "meeting_saved");
}

export async function chooseHolidays(ask: Ask) {
  const fields = await fieldsOf(ask);
  const { country = "", region = "" } = fields;
  const place = country === "" ? undefined : { country, ...(region !== "" && { region }) };
  return answer(ask, "holidays", fields, await saveHolidays(worldOf(ask), ownerIdOf(ask), place));
}

export async function saveLimits(ask: Ask) {
  const fields = await fieldsOf(ask);
  const numbers = Object.fromEntries(limitFields.map(({ name }) => [name, numberOf(fields[name])]));
  const change = { ...numbers, capsCount: fields.capsCount };
  return answer(ask, "limits", fields, await saveAvailability(worldOf(ask), ownerIdOf(ask), change));
}

export async function saveBusy(ask: Ask) {
  const fields = await fieldsOf(ask);
  const policy = {
    tentative: "tentative" in fields,
    unanswered: "unanswered" in fields,
    freeAllDay: "freeAllDay" in fields,
    outOfOffice: "outOfOffice" in fields,
    focus: "focus" in fields,
  };
  return answer(ask, "busy", fields, await saveBusyPolicy(worldOf(ask), ownerIdOf(ask), policy));
}

export async function addTravel(ask: Ask) {
  const fields = await fieldsOf(ask);
  const from = parseDay(fields.from ?? "");
  if (from === undefined)
    return showMeetingSettings(ask, { form: "travel", fields, troubles: { from: "Choose a day." } });
  const outcome = await setZone(worldOf(ask), ownerIdOf(ask), (fields.zone ?? "").trim(), from);
  if (outcome === "done") return goOn(ask, `${path}#travel`, "meeting_saved");
  const troubles = { zone: "That is not the name of a time zone, such as Europe/Paris." };
  return showMeetingSettings(ask, { form: "travel", fields, troubles });
}

export async function removeTravel(ask: Ask) {
  const from = parseDay((await fieldsOf(ask)).from ?? "");
  if (from !== undefined) await dropZone(worldOf(ask), ownerIdOf(ask), from);
  return goOn(ask, `${path}#travel`, "meeting_saved");
}

export async function saveWaysToMeet(ask: Ask) {
  const fields = await fieldsOf(ask);
  const change = {
    baseCity: textOf(fields.baseCity),
    standingLink: textOf(fields.standingLink),
    phone: textOf(fields.phone),
  };
  return answer(ask, "ways", fields, await saveWays(worldOf(ask), ownerIdOf(ask), change));
}

const suits = z.array(z.enum(["coffee", "lunch"]));

export async function addPlace(ask: Ask) {
  const fields = await fieldsOf(ask);
  const wanted = suits.parse(["coffee", "lunch"].filter((one) => one in fields));
  const { name = "", address = "", minutes = "" } = fields;
  const troubles: Record<string, string> = {
    ...(name.trim() === "" && { name: "A place needs a name." }),
    ...(wanted.length === 0 && { suits: "For coffee, for lunch, or both?" }),
    ...(numberOf(minutes) === undefined && { minutes: "How many minutes do you need to get there?" }),
  };
  if (Object.keys(troubles).length > 0) return showMeetingSettings(ask, { form: "venues", fields, troubles });
  const venue = { name: name.trim(), address, suits: wanted, minutesFromBase: numberOf(minutes) };
  const changed = await addVenue(worldOf(ask), ownerIdOf(ask), venue);
  if (changed.kind === "saved") return goOn(ask, wayBack(fields.back, `${path}#venues`), "venue_added");
  return answer(ask, "venues", fields, changed);
}

export async function removePlace(ask: Ask) {
  await removeVenue(worldOf(ask), ownerIdOf(ask), (await fieldsOf(ask)).name ?? "");
  return goOn(ask, `${path}#venues`, "meeting_saved");
}

function answer(ask: Ask, form: Typed["form"], fields: Fields, changed: Changed) {
  if (changed.kind === "saved") return goOn(ask, `${path}#${form}`, "meeting_saved");
  const troubles = Object.fromEntries(
    changed.issues.map(({ field, says }) => [field, `This needs to be right: ${says}.`]),
  );
  return showMeetingSettings(ask, { form, fields, troubles });
}
