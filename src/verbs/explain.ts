/** `rapport explain WHO`: why somebody is proposed, or is not, down to what each decision looked at. */
import type { Because } from "../domain/because.ts";
import { type Instant, parseInstant, type Zone } from "../domain/time.ts";
import { type ExplainedPerson, type Explanation, explain } from "../flows/people/explain.ts";
import type { SenderSeen } from "../store/read/senders.ts";
import type { Meant } from "../store/read/who.ts";
import { counted, plain, reasonLines, sayDate, sayDayOf, sayMoment } from "./say.ts";
import { printJson, readOwnersArgs, UsageError } from "./usage.ts";
import { withOwner } from "./with-owner.ts";

export const about = "Explains everything that was decided about a person or an address, with the evidence.";

const usage = `rapport explain WHO  ${about}

  WHO      a name or an address, or a part of one; when several fit, they are listed
  --json   one line: {kind: "person" | "sender" | "owner" | "several" | "nobody", …}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, { json: { type: "boolean" } });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  const who = positionals.join(" ").trim();
  if (who === "") throw new UsageError(usage);
  const isJson = values.json === true;
  return withOwner("explain", values, async ({ world, owner, zone }) => {
    const explanation = await explain(world, owner, who);
    if (isJson) printJson(explanation.kind === "person" ? { ...explanation, zone } : explanation);
    else for (const line of linesOf(explanation, who, zone)) console.log(line);
    return explanation.kind === "several" || explanation.kind === "nobody" ? 2 : 0;
  });
}

function linesOf(explanation: Explanation, who: string, zone: Zone): string[] {
  switch (explanation.kind) {
    case "nobody":
      return [`Nobody that Rapport has seen fits "${who}".`];
    case "owner":
      return [`${explanation.address} is your own address.`];
    case "several":
      return [`"${who}" fits several; say which:`, ...explanation.choices.map((one) => `  ${choiceLine(one)}`)];
    case "sender":
      return senderLines(explanation.sender, zone);
    case "person":
      return personLines(explanation, zone);
  }
}

const choiceLine = (one: Meant): string =>
  one.kind === "contact"
    ? `${one.name} (${classWords[one.class]})  ${one.addresses.join(", ")}`
    : `${one.name ?? one.address} (${classWords[one.class]})  ${one.address}`;

const classWords: Readonly<Record<SenderSeen["class"], string>> = {
  candidate: "a person to follow up with",
  unsure: "somebody you dealt with; person or machine is not plain",
  colleague: "a colleague",
  known: "known from a list only",
  machine: "a machine or a list",
  ignored: "left out by your word",
  not_yet: "seen, but you never dealt with them",
};

const verdictWords: Readonly<Record<SenderSeen["verdict"], string>> = {
  person: "taken for a person",
  machine: "taken for a machine",
  unsure: "person or machine is not plain",
};

function senderLines(sender: SenderSeen, zone: Zone): string[] {
  const { address, name, messages, lastAt } = sender;
  const mail = messages === 0 ? "no mail" : counted(messages, "message");
  const last = lastAt === undefined ? "" : `, last on ${sayDayOf(lastAt, zone)}`;
  return [
    `${name ?? address}: ${classWords[sender.class]}.`,
    `${address} is not among the people to follow up with. ${mail}${last}.`,
    "",
    ...verdictLines(sender),
    "",
    "Wrong? Say so on the page about senders, and everything is decided anew.",
  ];
}

const verdictLines = ({ address, verdict, correction, because }: SenderSeen): string[] => [
  `${address}: ${verdictWords[verdict]}${correction === null ? "" : ` (you said: ${correction})`}`,
  ...reasonLines(because, "  "),
];

function personLines({ person, senders, sums, timeline, followUps, decisions }: ExplainedPerson, zone: Zone): string[] {
  const { name, title, company, status, because, metOn, metWhere, metChannel, metIntroducedBy } = person;
  const met = [
    metOn === undefined
      ? "not yet, as far as the files tell"
      : `${sayDate(metOn)}${metChannel === "mail" ? ", by mail" : ""}`,
    ...(metWhere === undefined ? [] : [`at ${metWhere}`]),
    ...(metIntroducedBy === undefined ? [] : [`introduced by ${metIntroducedBy}`]),
  ];
  const why = person.metWhy ?? (person.isWhyWaived ? "no reason needed, you said" : "not told yet");
  const day = (at: Instant | undefined) => (at === undefined ? "never" : sayDayOf(at, zone));
  return [
    [name, title, company].filter((part) => part !== undefined).join(", "),
    `${capital(classWords[person.class])}; ${status}. Closeness ${Math.round(person.closeness)} of 100.`,
    ...section("Why", reasonLines(because, "  ")),
    ...section(
      "Addresses",
      person.identities.map(
        ({ kind, value, because: from }) => `  ${kind === "address" ? "" : `${kind} `}${value} (${from})`,
      ),
    ),
    ...senders.flatMap((sender) => verdictLines(sender).map((line) => `  ${line}`)),
    ...section("First met", [`  ${met.join(", ")}; why: ${why}`]),
    ...section("What happened", [
      `  last touch ${day(person.lastTouchAt)}; last conversation ${day(person.lastConversationAt)}; last met ${day(person.lastMetAt)}`,
      ...sums.map(
        ({ mode, direction, count, firstAt, lastAt }) =>
          `  ${count} × ${plain(mode)}, ${directionWords[direction]}, ${day(firstAt)} to ${day(lastAt)}`,
      ),
      ...timeline.map(
        ({ at, mode, direction, depth, title: what }) =>
          `    ${sayMoment(at, zone)}  ${plain(mode)} ${directionWords[direction]} (${depth})${what === null ? "" : `: ${what}`}`,
      ),
    ]),
    ...section("Decisions", decisions.length === 0 ? ["  None: only people to follow up with are decided about."] : []),
    ...decisions.flatMap((decision) => [
      `  ${plain(decision.kind)}: ${decision.outcome} (rule ${decision.rule}, decided ${sayMoment(decision.decidedAt, zone)})`,
      ...clockLines(followUps, decision.kind, zone),
      ...reasonLines(decision.because, "    "),
    ]),
    ...inputSections(decisions, zone),
    ...followUps.flatMap((followUp) => draftLines(followUp)),
  ];
}

const section = (title: string, lines: readonly string[]): string[] => ["", title, ...lines];
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const directionWords = { inbound: "from them", outbound: "from you", mutual: "together" } as const;

function clockLines(followUps: ExplainedPerson["followUps"], kind: string, zone: Zone): string[] {
  const followUp = followUps.find((one) => one.kind === kind);
  if (followUp === undefined) return [];
  const { state, dueAt, overdueAt, deadlineAt, because } = followUp;
  const clock = [
    `due ${sayMoment(dueAt, zone)}`,
    ...(overdueAt === undefined ? [] : [`overdue from ${sayMoment(overdueAt, zone)}`]),
    ...(deadlineAt === undefined ? [] : [`deadline ${sayMoment(deadlineAt, zone)}`]),
  ];
  const waits = because.filter(({ rule }) => rule === "R43.one_letter");
  return [`    ${plain(state)}: ${clock.join("; ")}`, ...reasonLines(waits, "    ")];
}

/** What the decisions were made from; decisions on the same inputs are told together. */
function inputSections(decisions: ExplainedPerson["decisions"], zone: Zone): string[] {
  const groups = Map.groupBy(decisions, ({ inputs }) => JSON.stringify(inputs));
  return [...groups.values()].flatMap((group) => [
    `  What was looked at for ${group.map(({ kind }) => plain(kind)).join(", ")}:`,
    ...Object.entries((group[0]?.inputs ?? {}) as object).flatMap(([name, value]) =>
      (Array.isArray(value) && value.length > 0 ? value : [value]).map((one) => `    ${name}: ${inline(one, zone)}`),
    ),
  ]);
}

/** One value on one line: moments in the owner's zone, what is inside in brackets. */
function inline(value: unknown, zone: Zone): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map((one) => inline(one, zone)).join(", ");
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value).map(([name, one]) => {
      const isInside = typeof one === "object" && one !== null && !Array.isArray(one);
      return isInside ? `${name} (${inline(one, zone)})` : `${name} ${inline(one, zone)}`;
    });
    return parts.join("; ");
  }
  const at = typeof value === "string" ? parseInstant(value) : undefined;
  return at === undefined ? String(value) : sayMoment(at, zone);
}

function draftLines({ kind, draft }: ExplainedPerson["followUps"][number]): string[] {
  if (draft === undefined) return [];
  const { to, subject, body, offer, question, lint } = draft;
  const found = lint.map(
    ({ weight, message }): Because => ({
      rule: weight,
      text: `${weight === "refuse" ? "stands in the way" : "mind"}: ${message}`,
    }),
  );
  return [
    ...section(
      `Letter (${plain(kind)}) to ${to}: "${subject}"`,
      body === "" ? [] : body.split("\n").map((line) => `  ${line}`),
    ),
    ...(question === undefined ? [] : [`  Open: ${question}`]),
    ...(offer?.lines.length ? ["  Times offered:", ...offer.lines.map((line) => `    ${line}`)] : []),
    "  Because:",
    ...reasonLines([...draft.because, ...found], "    "),
  ];
}
