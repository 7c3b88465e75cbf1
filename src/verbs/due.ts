/** `rapport due`: whom to follow up with now, most pressing first, and why. */
import type { Zone } from "../domain/time.ts";
import { type DueLetter, type DueLine, lookAtDue } from "../flows/look-at-due.ts";
import { viewpointOf } from "../flows/viewpoint.ts";
import { calendarLine, counted, plain, reasonLines, sayDayOf, sayMoment, viewpointLines } from "./say.ts";
import { oneOf, printJson, readArgs, readAsOf } from "./usage.ts";
import { withOwner } from "./with-owner.ts";

export const about = "Lists what is due and why, with a ready letter for each.";

const kinds = ["thank_you", "check_in", "meet_by"] as const;

const usage = `rapport due  ${about}

  --as-of DAY   looks from the end of another day (2026-11-22) in your zone, or from an instant; nothing is stored
  --kind KIND   ${kinds.join(", ")}
  --draft       prints the letters too
  --json        one line: {asOf, asOfBecause, zone, calendar, due: [{name, kind, state, dueAt, …, because, draft}], suggestions}`;

export async function run(args: string[]): Promise<number> {
  const read = readArgs(args, usage, {
    "as-of": { type: "string" },
    kind: { type: "string" },
    draft: { type: "boolean" },
    json: { type: "boolean" },
  });
  if (read === undefined) return 0;
  const { values } = read;
  const isJson = values.json === true;
  const kind = values.kind === undefined ? undefined : oneOf("--kind", values.kind, kinds);
  return withOwner("due", isJson, async ({ world, owner, zone }) => {
    const viewpoint = await viewpointOf(world, owner, readAsOf(values["as-of"], zone));
    const { due: all, suggestions, calendar } = await lookAtDue(world, owner, viewpoint);
    const due = all.filter((one) => kind === undefined || one.kind === kind);
    if (isJson) {
      printJson({
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
      return 0;
    }
    for (const line of viewpointLines(viewpoint, zone)) console.log(line);
    console.log(due.length === 0 ? "Nothing is due." : `${counted(due.length, "letter")} due (${zone}).`);
    console.log(calendarLine(calendar, zone));
    for (const line of due) console.log(`\n${dueLines(line, zone, values.draft === true).join("\n")}`);
    if (suggestions.length > 0) console.log("\nTo begin with:");
    for (const { name, because, letter } of suggestions) {
      console.log(
        [`\n${name}`, ...reasonLines(because, "  "), ...letterLines(letter, values.draft === true)].join("\n"),
      );
    }
    return 0;
  });
}

const draftOf = (letter: DueLetter | undefined) =>
  letter && {
    to: letter.to,
    subject: letter.subject,
    body: letter.body,
    times: letter.offer?.times ?? [],
    question: letter.question,
  };

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
    ...letterLines(line.letter, isWithLetter),
  ];
}

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
