/** Attendees and organisers of iCalendar, and what their answers mean. */
import type { Address } from "../../domain/mail/message.ts";
import type { Attendee, AttendeeResponse } from "../../domain/meeting/event.ts";
import { type ContentLine, paramsOf } from "./content-lines.ts";

export type Person = { address: Address; name?: string };

/** Undefined when the line carries no mail address (calendar servers also write paths and urn:uuid). */
export function personIn(line: ContentLine): Person | undefined {
  const params = paramsOf(line);
  const address = addressIn(line.value) ?? addressIn(params.get("EMAIL") ?? "") ?? addressIn(params.get("CN") ?? "");
  if (address === undefined) return undefined;
  const name = (params.get("CN") ?? nameBefore(line.value)).replace(/\s+/g, " ").trim();
  return { address, ...(name !== "" && name.toLowerCase() !== address && { name }) };
}

export function attendeeIn(line: ContentLine): Attendee | undefined {
  const person = personIn(line);
  if (person === undefined) return undefined;
  const params = paramsOf(line);
  const role = (params.get("ROLE") ?? "").toUpperCase();
  const isResource =
    resourceKinds.has((params.get("CUTYPE") ?? "").toUpperCase()) ||
    /@(resource|group)\.calendar\.google\.com$/.test(person.address);
  return {
    ...person,
    // vCalendar 1.0 writes STATUS where iCalendar writes PARTSTAT.
    response: responseOf(params.get("PARTSTAT") ?? params.get("STATUS")),
    ...((role === "OPT-PARTICIPANT" || role === "NON-PARTICIPANT") && { optional: true }),
    ...(isResource && { resource: true }),
  };
}

const resourceKinds = new Set(["ROOM", "RESOURCE", "GROUP"]);

function responseOf(partstat: string | undefined): AttendeeResponse {
  switch ((partstat ?? "NEEDS-ACTION").toUpperCase().replace(" ", "-")) {
    case "ACCEPTED":
    case "CONFIRMED":
    case "COMPLETED":
      return "accepted";
    case "DECLINED":
      return "declined";
    case "TENTATIVE":
      return "tentative";
    case "NEEDS-ACTION":
    case "SENT":
      return "needs_action";
    default:
      return "unknown";
  }
}

/** The address in "mailto:jane@acme.example", "MAILTO:'jane@acme.example'", "Jane <jane@acme.example>", lower-cased. */
export function addressIn(text: string): Address | undefined {
  if (!text.includes("@") || text.length > 1_000) return undefined;
  const inAngles = /<([^<>]*)>/.exec(text)?.[1] ?? text;
  const bare = inAngles
    .trim()
    .replace(/^(mailto:|smtp:)+/i, "")
    .replace(/\?.*$/, "")
    .replace(/^["'\s]+|["'\s;,]+$/g, "")
    .toLowerCase();
  return /^[^\s@<>"(),:;]+@[^\s@<>"(),:;/]+$/.test(bare) && bare.length <= 254 ? bare : undefined;
}

const nameBefore = (value: string) => /^([^<@]*)</.exec(value)?.[1]?.replaceAll('"', "") ?? "";
