/** Hours, rules, zones and places: what decides which times letters offer, where, and how. One panel, one form each. */
import { html } from "hono/html";
import { type Availability, defaultAvailability, type WeeklyHours } from "../../domain/meeting/availability.ts";
import type { BusyPolicy } from "../../domain/meeting/busy.ts";
import type { PlaceName } from "../../domain/meeting/holidays.ts";
import { sayBlocks } from "../../domain/meeting/hours-text.ts";
import type { VenueProposal } from "../../domain/meeting/venue.ts";
import type { MeetingSettings } from "../../flows/meeting/meeting-settings.ts";
import { changing, type Html, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { venueButtons } from "./venue-question.ts";
import { counted, sayDate } from "./when.ts";

export type HolidayChoices = { countries: readonly PlaceName[]; country: string; regions: readonly PlaceName[] };

/** A form that was refused: what stood in it, and what is wrong by field. */
export type Typed = {
  form: "hours" | "overrides" | "holidays" | "limits" | "busy" | "travel" | "ways" | "venues";
  fields: Readonly<Record<string, string>>;
  troubles: Readonly<Record<string, string>>;
};

export type MeetingSettingsParts = {
  settings: MeetingSettings;
  zones: readonly string[];
  proposals: readonly VenueProposal[];
  /** How far a place in the owner's city is taken to be until they say so. */
  minutesUsually: number;
  holidayChoices?: HolidayChoices;
  typed?: Typed;
};

export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

type LimitName = Exclude<keyof Availability, "hours" | "overrides" | "focus" | "holidays" | "capsCount">;

export const limitFields: readonly { name: LimitName; label: string; unit: string; explains: string }[] = [
  {
    name: "leadHours",
    label: "Lead time",
    unit: "hours",
    explains: "No time is offered sooner than this after a letter.",
  },
  { name: "horizonDays", label: "How far ahead", unit: "days", explains: "No time is offered later than this." },
  {
    name: "startEveryMinutes",
    label: "Starts every",
    unit: "minutes",
    explains: "30 offers 9:00, 9:30, 10:00 and so on.",
  },
  { name: "bufferBeforeMinutes", label: "Clear before", unit: "minutes", explains: "Kept free before each meeting." },
  { name: "bufferAfterMinutes", label: "Clear after", unit: "minutes", explains: "Kept free after each meeting." },
  {
    name: "meetingGapMinutes",
    label: "Between meetings",
    unit: "minutes",
    explains: "Least time between two meetings with people.",
  },
  { name: "meetingsPerDayMax", label: "Meetings a day", unit: "at most", explains: "Empty: as many as fit." },
  { name: "meetingsPerWeekMax", label: "Meetings a week", unit: "at most", explains: "Empty: as many as fit." },
  {
    name: "rangesPerDayMax",
    label: "Ranges a day",
    unit: "at most",
    explains: "A letter shows only the longest ones of a day. Empty: all.",
  },
];

export const meetingSettingsView = (frame: Frame, parts: MeetingSettingsParts): Html => html`
  <p class="trail"><a href="/settings">Settings</a></p>
  <div class="heading"><h1>Your hours and rules</h1><p class="quiet"><a href="/week">My week shows what they leave</a></p></div>
  ${parts.typed === undefined ? nothing : html`<p class="trouble" role="alert">Nothing was saved yet: look at the marked fields. ${otherTroubles(parts.typed)}</p>`}
  ${hoursForm(frame, parts)}
  ${overridesForm(frame, parts)}
  ${holidaysForm(frame, parts)}
  ${limitsForm(frame, parts)}
  ${busyForm(frame, parts)}
  ${travelForm(frame, parts)}
  ${waysForm(frame, parts)}
  ${venuesForm(frame, parts)}`;

/** What a form says about fields that it does not show. */
const otherTroubles = ({ form, fields, troubles }: Typed): string =>
  Object.entries(troubles)
    .filter(([field]) => !(field in fields) || form === "holidays")
    .map(([, says]) => says)
    .join(" ");

const panel = (id: Typed["form"], title: string, explains: string, inside: Piece | Piece[]): Html => html`
  <section class="panel" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><p class="quiet">${explains}</p>${inside}</section>`;

type FieldParts = {
  form: Typed["form"];
  name: string;
  label: string;
  /** What stands in it unless it was typed in just now. */
  value: string;
  attributes?: Piece;
  explains?: string;
  isLabelUnseen?: boolean;
};

/** A field with what was typed in it, and what is wrong with that. */
function field(
  { typed }: MeetingSettingsParts,
  { form, name, label, value, attributes, explains, isLabelUnseen }: FieldParts,
): Html {
  const mine = typed?.form === form ? typed : undefined;
  const trouble = mine?.troubles[name];
  const id = `${form}-${name}`;
  const hints = [
    ...(explains === undefined ? [] : [`${id}-hint`]),
    ...(trouble === undefined ? [] : [`${id}-trouble`]),
  ];
  return html`<div class="field"><label for="${id}" class="${isLabelUnseen === true ? "unseen" : ""}">${label}</label>
    <input id="${id}" name="${name}" value="${mine?.fields[name] ?? value}" ${attributes ?? nothing} ${hints.length === 0 ? nothing : html`aria-describedby="${hints.join(" ")}"`} ${trouble === undefined ? nothing : html`aria-invalid="true"`}>
    ${explains === undefined ? nothing : html`<span id="${id}-hint" class="quiet hint">${explains}</span>`}
    ${trouble === undefined ? nothing : html`<span id="${id}-trouble" class="trouble hint">${trouble}</span>`}</div>`;
}

const form = (frame: Frame, action: string, inside: Piece | Piece[], classes = "stack"): Html =>
  changing(
    { token: frame.token, action: `/settings/meeting/${action}`, attributes: html`class="${classes}" novalidate` },
    inside,
  );

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

const hoursForm = (frame: Frame, parts: MeetingSettingsParts): Html => {
  const { hours, focus } = parts.settings.availability;
  const row = (day: keyof WeeklyHours) => html`
    <div class="hours-row" role="group" aria-label="${capital(day)}"><span>${capital(day)}</span>
      ${field(parts, { form: "hours", name: `hours-${day}`, label: "Hours", value: sayBlocks(hours[day]), attributes: html`placeholder="closed" autocomplete="off" spellcheck="false"`, isLabelUnseen: true })}
      ${field(parts, { form: "hours", name: `focus-${day}`, label: "Focus hours", value: sayBlocks(focus[day]), attributes: html`placeholder="none" autocomplete="off" spellcheck="false"`, isLabelUnseen: true })}
    </div>`;
  return panel(
    "hours",
    "Hours",
    "When you meet people, and inside it what you keep for work alone. Several blocks: 9-12, 13:00-17:30. An empty day is closed.",
    form(
      frame,
      "hours",
      html`<div class="hours-rows"><div class="hours-row hours-head" aria-hidden="true"><span></span><span>Hours</span><span>Focus hours</span></div>${weekdays.map(row)}</div>
      <button class="button">Save the hours</button>`,
    ),
  );
};

const overridesForm = (frame: Frame, parts: MeetingSettingsParts): Html =>
  panel(
    "overrides",
    "Days that are different",
    "Other hours on certain days, or none. It opens a public holiday, too.",
    [
      html`<ul class="rows">${parts.settings.availability.overrides.map(
        ({
          firstDay,
          lastDay,
          blocks,
        }) => html`<li class="row"><span class="row-main">${firstDay === lastDay ? sayDate(firstDay, frame.seen) : `${sayDate(firstDay, frame.seen)} to ${sayDate(lastDay, frame.seen)}`}
        <span class="quiet">${blocks.length === 0 ? "closed" : sayBlocks(blocks)}</span></span>
        ${form(frame, "overrides/remove", html`<input type="hidden" name="firstDay" value="${firstDay}"><input type="hidden" name="lastDay" value="${lastDay}"><button class="button small">Take out<span class="unseen"> ${firstDay}</span></button>`, "")}</li>`,
      )}</ul>`,
      form(
        frame,
        "overrides",
        html`<div class="fields">
        ${field(parts, { form: "overrides", name: "firstDay", label: "First day", value: "", attributes: html`type="date"` })}
        ${field(parts, { form: "overrides", name: "lastDay", label: "Last day", value: "", attributes: html`type="date"`, explains: "Empty: one day." })}
        ${field(parts, { form: "overrides", name: "hours", label: "Hours", value: "", attributes: html`autocomplete="off"`, explains: "Empty: closed." })}
      </div><button class="button">Add these days</button>`,
      ),
    ],
  );

function holidaysForm(frame: Frame, { settings, holidayChoices }: MeetingSettingsParts): Html {
  const kept = settings.availability.holidays;
  const now =
    kept === undefined
      ? html`<p>No holidays are kept.</p>`
      : html`<p>The public holidays of <strong>${kept.country}${kept.region === undefined ? "" : `, ${kept.region.toUpperCase()}`}</strong> are kept free.</p>`;
  return panel("holidays", "Public holidays", "Days on which nothing is offered.", [
    now,
    holidayChoices === undefined
      ? html`<p class="actions"><a class="button" href="/settings/meeting?country=${kept?.country ?? ""}#holidays">Choose a country</a>
          ${kept === undefined ? nothing : form(frame, "holidays", html`<button class="button">Keep none</button>`, "")}</p>`
      : holidayChooser(frame, holidayChoices, kept?.region),
  ]);
}

/** Two steps without a script: the country, then its regions where it has any. */
const holidayChooser = (
  frame: Frame,
  { countries, country, regions }: HolidayChoices,
  region: string | undefined,
): Html => html`
  <form class="stack narrow" method="get" action="/settings/meeting#holidays"><label for="holidays-country">Country</label>
    <select id="holidays-country" name="country">${countries.map((one) => html`<option value="${one.code}" ${one.code === country ? html`selected` : nothing}>${one.name}</option>`)}</select>
    <button class="button">Take this country</button></form>
  ${
    country === ""
      ? nothing
      : form(
          frame,
          "holidays",
          html`<input type="hidden" name="country" value="${country}">
          ${
            regions.length === 0
              ? nothing
              : html`<label for="holidays-region">Region</label><select id="holidays-region" name="region"><option value="">The whole country</option>${regions.map((one) => html`<option value="${one.code}" ${one.code.toLowerCase() === region?.toLowerCase() ? html`selected` : nothing}>${one.name}</option>`)}</select>`
          }
          <button class="button">Keep the holidays of ${countries.find(({ code }) => code === country)?.name ?? country}</button>`,
          "stack narrow",
        )
  }`;

const limitsForm = (frame: Frame, parts: MeetingSettingsParts): Html => {
  const { availability } = parts.settings;
  const typed = parts.typed?.form === "limits" ? parts.typed.fields.capsCount : undefined;
  const counts = typed ?? availability.capsCount;
  return panel(
    "limits",
    "Rules",
    "What else keeps a time from being offered. Each refused time in your week names its rule.",
    form(
      frame,
      "limits",
      html`<div class="fields">${limitFields.map(({ name, label, unit, explains }) =>
        field(parts, {
          form: "limits",
          name,
          label: `${label} (${unit})`,
          value: String(availability[name] ?? defaultAvailability[name] ?? ""),
          attributes: html`inputmode="decimal" autocomplete="off"`,
          explains,
        }),
      )}
      <fieldset class="field"><legend>The two limits count</legend>
        <label><input type="radio" name="capsCount" value="ours" ${counts === "ours" ? html`checked` : nothing}> meetings that Rapport arranged</label>
        <label><input type="radio" name="capsCount" value="all_meetings" ${counts === "all_meetings" ? html`checked` : nothing}> every meeting with other people</label></fieldset>
      </div><button class="button">Save the rules</button>`,
    ),
  );
};

const busySwitches: readonly { name: keyof BusyPolicy; label: string }[] = [
  { name: "tentative", label: "Tentative events" },
  { name: "unanswered", label: "Invitations that you have not answered" },
  { name: "outOfOffice", label: "Out of office" },
  { name: "focus", label: "Focus time" },
  { name: "freeAllDay", label: "All-day events that are marked as free (“Anna on leave”)" },
];

const busyForm = (frame: Frame, { settings }: MeetingSettingsParts): Html =>
  panel(
    "busy",
    "What takes your time",
    "Ordinary events always do, and so does whatever cannot be read. Cancelled and declined ones never do.",
    form(
      frame,
      "busy",
      html`<fieldset class="choices"><legend class="unseen">These take your time</legend>${busySwitches.map(
        ({ name, label }) =>
          html`<div class="choice"><input id="busy-${name}" type="checkbox" name="${name}" ${settings.busy[name] ? html`checked` : nothing}><label for="busy-${name}">${label}</label></div>`,
      )}</fieldset><button class="button">Save the choice</button>`,
    ),
  );

const travelForm = (frame: Frame, parts: MeetingSettingsParts): Html =>
  panel(
    "travel",
    "Time zones",
    `At home you live by ${parts.settings.home}. While you travel, hours are counted where you are.`,
    [
      html`<p><a href="/settings#zone">Change the zone at home</a></p>
    <ul class="rows">${parts.settings.travels.map(
      ({
        from,
        zone,
      }) => html`<li class="row"><span class="row-main">${zone} <span class="quiet">from ${sayDate(from, frame.seen)} on</span></span>
        ${form(frame, "travel/remove", html`<input type="hidden" name="from" value="${from}"><button class="button small">Take out<span class="unseen"> ${zone} from ${from}</span></button>`, "")}</li>`,
    )}</ul>`,
      form(
        frame,
        "travel",
        html`<div class="fields">${field(parts, { form: "travel", name: "from", label: "From this day on", value: "", attributes: html`type="date"` })}
        ${field(parts, { form: "travel", name: "zone", label: "Time zone", value: "", attributes: html`list="travel-zones" autocomplete="off" spellcheck="false"`, explains: "For the way back, add your zone at home from the day of return." })}
        <datalist id="travel-zones">${parts.zones.map((zone) => html`<option value="${zone}"></option>`)}</datalist></div>
      <button class="button">Add the zone</button>`,
      ),
    ],
  );

const waysForm = (frame: Frame, parts: MeetingSettingsParts): Html => {
  const { baseCity, standingLink, phone } = parts.settings.ways;
  return panel(
    "ways",
    "How you meet",
    "In person where it is near, else by video or phone.",
    form(
      frame,
      "ways",
      html`<div class="fields">
        ${field(parts, { form: "ways", name: "baseCity", label: "Your city", value: baseCity ?? "", attributes: html`autocomplete="address-level2"`, explains: "Lyon, or Lyon, France: who is near is decided from here." })}
        ${field(parts, { form: "ways", name: "standingLink", label: "Your video room", value: standingLink ?? "", attributes: html`type="url" inputmode="url"`, explains: "A link that begins with https://. Calls are offered there where your calendar makes no link of Meet or Teams." })}
        ${field(parts, { form: "ways", name: "phone", label: "Your telephone number", value: phone ?? "", attributes: html`type="tel" autocomplete="tel"`, explains: "For calls without video." })}
      </div><button class="button">Save how you meet</button>`,
    ),
  );
};

const venuesForm = (frame: Frame, parts: MeetingSettingsParts): Html =>
  panel("venues", "Where you meet", "Letters name the place whose longer way, of the two of you, is the shortest.", [
    html`<ul class="rows">${parts.settings.ways.venues.map(
      ({
        name,
        address,
        suits,
        minutesFromBase,
      }) => html`<li class="row"><span class="row-main"><span dir="auto">${name}</span> <span class="quiet">${[address, suits.join(" and "), counted(minutesFromBase, "minute")].filter((part) => part !== "").join(" · ")}</span></span>
        ${form(frame, "venues/remove", html`<input type="hidden" name="name" value="${name}"><button class="button small">Take out<span class="unseen"> ${name}</span></button>`, "")}</li>`,
    )}</ul>
    ${parts.proposals.length === 0 ? nothing : html`<h3>You have met people here before</h3>${venueButtons(frame, parts.proposals, "/settings/meeting#venues")}`}`,
    form(
      frame,
      "venues",
      html`<div class="fields">
        ${field(parts, { form: "venues", name: "name", label: "Name of the place", value: "", attributes: html`maxlength="120" autocomplete="off"` })}
        ${field(parts, { form: "venues", name: "address", label: "Address", value: "", attributes: html`maxlength="300" autocomplete="off"` })}
        ${field(parts, { form: "venues", name: "minutes", label: "Minutes to get there", value: String(parts.minutesUsually), attributes: html`inputmode="numeric" autocomplete="off"` })}
        <fieldset class="field"><legend>Good for</legend>
          <label><input type="checkbox" name="coffee" ${isTicked(parts, "coffee") ? html`checked` : nothing}> coffee</label>
          <label><input type="checkbox" name="lunch" ${isTicked(parts, "lunch") ? html`checked` : nothing}> lunch</label>
          ${parts.typed?.form === "venues" && parts.typed.troubles.suits !== undefined ? html`<span class="trouble hint">${parts.typed.troubles.suits}</span>` : nothing}</fieldset>
      </div><button class="button">Add the place</button>`,
    ),
  ]);

const isTicked = ({ typed }: MeetingSettingsParts, name: "coffee" | "lunch") =>
  typed?.form === "venues" ? name in typed.fields : name === "coffee";
