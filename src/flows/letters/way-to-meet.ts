/** How and where two people would meet, as their letter says it (R27, R31). */
import { type Because, because } from "../../domain/because.ts";
import type { Offer } from "../../domain/draft/offer.ts";
import { bestCall, type CallBy, type HeldBy, type ModeChoice } from "../../domain/meeting/mode.ts";
import { cityInAddress } from "../../domain/meeting/place.ts";
import type { Question } from "../../domain/meeting/prepare.ts";
import { travelTo } from "../../domain/meeting/travel.ts";
import { chooseVenue } from "../../domain/meeting/venue.ts";
import type { MeetingType } from "../../domain/plan/plan.ts";
import type { Interaction } from "../../domain/relationship/interaction.ts";
import type { Zone } from "../../domain/time.ts";
import type { ContactRow } from "../../store/contacts.ts";
import type { Locale, Voice } from "../../templates/catalogue.ts";
import { atVenue, type Occasion, openPlace, sayCall } from "../../templates/phrases.ts";
import type { EverybodysPlaces } from "../meeting/whereabouts.ts";
import type { Desk } from "./desk.ts";

export type Way = {
  occasion: Occasion;
  mode: Offer["mode"];
  /** Of a call: by which link or number. Absent while nobody said: then nothing is offered, and the owner is asked (R27). */
  place?: string;
  because: Because;
  onlyDays?: NonNullable<Question["onlyDays"]>;
  travelMinutesTo?: NonNullable<Question["travelMinutesTo"]>;
  /** From where the owner usually is, when somebody travels. */
  minutesFromBase?: number;
  /** Where the reader's clock is, when anything tells. */
  readersZone?: Zone;
};

export type WayWanted = { locale: Locale; voice: Voice; meeting?: MeetingType };

/** In person when near, or on days together; else a call. While nothing tells, people met in person get a coffee. */
export function wayToMeet(
  contact: ContactRow,
  interactions: readonly Interaction[],
  { locale, voice, meeting }: WayWanted,
  { places, phones }: Pick<Desk, "places" | "phones">,
): Way {
  const { choice, theirs } = places.of(contact.contactId);
  const readersZone = theirs.place?.zone;
  const base = {
    because: because("R31.mode", `${sayMode[choice.mode]}: ${choice.because}.`),
    ...(readersZone !== undefined && { readersZone }),
  };
  const isNear = choice.mode === "in_person" || (choice.mode === "either" && metNearby(contact, interactions, places));
  if (isInPerson(meeting) ?? isNear) {
    const occasion = meeting === "lunch" ? "lunch" : "coffee";
    const area = choice.mode === "in_person" ? choice.city?.name : undefined;
    const chosen = chooseVenue(places.ways.venues, { suits: occasion, ...(area !== undefined && { area }) });
    const place =
      chosen?.kind === "venue" && area === undefined ? atVenue(chosen.venue, locale) : openPlace(locale, voice, area);
    const minutesFromBase =
      chosen?.kind === "venue" ? chosen.minutesForOwner : choice.mode === "in_person" ? choice.minutes : 0;
    return {
      ...base,
      occasion,
      mode: "in_person",
      place,
      travelMinutesTo: travelTo({ text: place, minutesFromBase }),
      minutesFromBase,
      ...(choice.mode === "in_person" && choice.onlyDays !== undefined && { onlyDays: choice.onlyDays }),
    };
  }
  const call = heldBy(places.callBy, phones.get(contact.contactId));
  return {
    ...base,
    occasion: "call",
    mode: call === undefined || call.kind === "phone" || call.kind === "their_phone" ? "phone" : "video",
    ...(call !== undefined && { place: sayCall(call, locale, voice) }),
  };
}

/** By what the owner has, else on the other's own number. */
const heldBy = (callBy: readonly CallBy[], theirNumber: string | undefined): HeldBy | undefined =>
  bestCall(callBy) ?? (theirNumber === undefined ? undefined : { kind: "their_phone", number: theirNumber });

/** What the plan asks for settles it; undefined when it leaves the choice to where the two are. */
function isInPerson(meeting: MeetingType | undefined): boolean | undefined {
  if (meeting === undefined || meeting === "group") return undefined;
  return meeting === "coffee" || meeting === "lunch";
}

/** A first meeting in another city, or none in person, says nothing for a coffee here. */
function metNearby(
  { metWhere }: ContactRow,
  interactions: readonly Interaction[],
  { owner }: EverybodysPlaces,
): boolean {
  if (!interactions.some(({ mode, depth }) => mode === "in_person" && depth === "conversation")) return false;
  const city = metWhere === undefined ? undefined : cityInAddress(metWhere)?.city;
  return city === undefined || owner.place?.city === undefined || city === owner.place.city;
}

const sayMode: Readonly<Record<ModeChoice["mode"], string>> = {
  in_person: "In person",
  video: "By video",
  phone: "By phone",
  either: "In person or by phone",
  none: "By phone or video",
};
