/** `rapport due`: whom to follow up with now, most pressing first, and why. */
import type { Zone } from "../domain/time.ts";
import { catchUp } from "../flows/catch-up.ts";
import { type Due, type DueLetter, type DueLine, lookAtDue } from "../flows/look-at-due.ts";
import { type Viewpoint, viewpointOf } from "../flows/owner/viewpoint.ts";
import { calendarLine, counted, plain, reasonLines, sayDayOf, sayMoment, viewpointLines } from "./say.ts";
import { oneOf, printJson, readAsOf, readOwnersArgs } from "./usage.ts";
import { withOwner } from "./with-owner.ts";

export const about = "Lists what is due and why, with a ready letter for each.";

const kinds = ["thank_you", "check_in", "meet_by"] as const;

const usage = `rapport due  ${about}

  --as-of DAY   looks from the end of another day (2026-11-22) in your zone, or from an instant; nothing is stored
  --kind KIND   ${kinds.join(", ")}
  --draft       prints the letters too
  --json        one line: {asOf, asOfBecause, zone, calendar, due: [{name, kind, state, dueAt, …, because, draft}], suggestions}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, {
    "as-of": { type: "string" },
    kind: { type: "string" },
    draft: { type: "boolean" },
    json: { type: "boolean" },
  });
  if (read === undefined) return 0;
  const { values } = read;
  const isJson = values.json === true;
  const kind = values.kind === undefined ? undefined : oneOf("--kind", values.kind, kinds);
  return withOwner("due", values, async ({ world, owner, zone }) => {
    // From another day nothing is stored.
    if (values["as-of"] === undefined) await catchUp(world, owner);
    const viewpoint = await viewpointOf(world, owner, readAsOf(values["as-of"], zone));
    const { due, ...rest } = await lookAtDue(world, owner, viewpoint);
    const found = { ...rest, due: due.filter((one) => kind === undefined || one.kind === kind) };
    if (isJson) printJson(jsonOf(found, viewpoint, zone));
    else for (const line of linesOf(found, viewpoint, zone, values.draft === true)) console.log(line);
    return 0;
  });
}

const jsonOf = ({ due, suggestions, calendar }: Due, viewpoint: Viewpoint, zone: Zone) => ({
  asOf: viewpoint.now,
  asOfBecause: viewpoint.because,
  exportEndsAt: viewpoint.exportEndsAt,
  zone,
  calendar,
  due: due.map(({ letter, ...line }) => ({ ...line, draft: draftOf(letter) })),
  suggestions: suggestions.map(({ contactId, name, company, because, letter }) => ({
    contactId,
    name,
    company,
    because,
    draft: draftOf(letter),
  })),
});

const draftOf = (letter: DueLetter | undefined) =>
  letter && {
    to: letter.to,
    subject: letter.subject,
    body: letter.body,
    times: letter.offer?.times ?? [],
    question: letter.question,
  };

function linesOf(
  { due, suggestions, calendar }: Due,
  viewpoint: Viewpoint,
  zone: Zone,
  isWithLetter: boolean,
): string[] {
  return [
    ...viewpointLines(viewpoint, zone),
    due.length === 0 ? "Nothing is due." : `${counted(due.length, "letter")} due (${zone}).`,
    calendarLine(calendar, zone),
    ...due.flatMap((line) => ["", ...dueLines(line, zone, isWithLetter)]),
    ...(suggestions.length === 0 ? [] : ["", "To begin with:"]),
    ...suggestions.flatMap(({ name, because, letter }) => [
      "",
      name,
      ...reasonLines(because, "  "),
      ...letterLines(letter, isWithLetter),
    ]),
  ];
}

function dueLines(line: DueLine, zone: Zone, isWithLetter: boolean): string[] {
  const { name, company, kind, state, dueAt, overdueAt, deadlineAt, because } = line;
  const clocks = [
    `due since ${sayDayOf(dueAt, zone)}`,
    ...(overdueAt === undefined
      ? []
      : [`${state === "overdue" ? "overdue since" : "overdue from"} ${sayMoment(overdueAt, zone)}`]),
    ...(deadlineAt === undefined ? [] : [`deadline ${sayMoment(deadlineAt, zone)}`]),
  ];
  return [
    `${name}${company === undefined ? "" : `, ${company}`}: ${plain(kind)}, ${state}`,
    `  ${clocks.join("; ")}`,
    ...reasonLines(because, "  "),
    ...(line.way === "letter" ? letterLines(line.letter, isWithLetter) : [wayLines[line.way]]),
  ];
}

const wayLines: Readonly<Record<Exclude<DueLine["way"], "letter">, string>> = {
  call: "  By a call, not by a letter.",
  post: "  By a note on paper.",
};

function letterLines(letter: DueLetter | undefined, isWhole: boolean): string[] {
  if (letter === undefined) return ["  No letter: there is no address to write to."];
  const { to, subject, body, offer, question } = letter;
  const asked = question === undefined ? [] : [`  Open: ${question}`];
  if (subject === "") return asked;
  if (isWhole)
    return [`  To: ${to}`, `  Subject: ${subject}`, "", ...body.split("\n").map((one) => `  ${one}`), ...asked];
  const times = offer === undefined || offer.lines.length === 0 ? "" : ` — ${offer.lines.join("; ")}`;
  return [`  Letter to ${to}: "${subject}"${times}`, ...asked];
}
