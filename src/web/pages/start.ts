/** `/start`: the three questions of the first run, asked while everything is read, and then the first two people. */
import { beginWith, firstTwo } from "../../domain/day/first-two.ts";
import { Block } from "../../domain/meeting/availability.ts";
import type { Quotas } from "../../domain/plan/plan.ts";
import { parseQuotas } from "../../domain/plan/quotas.ts";
import { meetingSettings } from "../../flows/meeting/meeting-settings.ts";
import { venuesToAsk } from "../../flows/meeting/suggest-venues.ts";
import { policyOf } from "../../flows/owner/policy-of.ts";
import { isStartOpen, type StartAnswers, settleStart } from "../../flows/owner/settle-start.ts";
import { type AccountSeen, readAccounts } from "../../store/read/accounts.ts";
import { readImportsUnderWay } from "../../store/read/imports.ts";
import { readOwnerAddresses } from "../../store/read/owner.ts";
import { readWhyGuesses } from "../../store/read/person.ts";
import { readIsWorkingOut, readReview } from "../../store/read/review.ts";
import { readSuggestions } from "../../store/read/suggestions.ts";
import { answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { type Fields, fieldsOf } from "../fields.ts";
import type { Done } from "../views/done.ts";
import { firstTwoPath, firstTwoView, isAwaited } from "../views/first-two.ts";
import type { PersonProposed } from "../views/person-item.ts";
import { noPlan, type Reading, readingLine, type StartTyped, startQuestionsView } from "../views/start-questions.ts";
import { lettersOnPage } from "./letters-on-page.ts";

/** Whoever has just brought something in is asked the first questions, once; all others go on to `path`. */
export const goOnFromSource = async (ask: Ask, path: string, done?: Done) =>
  goOn(ask, (await isStartOpen(worldOf(ask), ownerIdOf(ask))) ? "/start" : path, done);

export async function showStart(ask: Ask, refused?: { fields: Fields; says: string }) {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const { availability, home } = await meetingSettings(world, owner);
  const presets = (await policyOf(world, owner)).plan.presets;
  const [{ from, until } = usualDay] = availability.hours.monday;
  const proposed: StartTyped = { zone: home, from, until, plan: presets[0]?.name ?? noPlan };
  const frame = frameOf(ask);
  const body = startQuestionsView(frame, {
    reading: await readingOf(ask),
    fields: { ...proposed, ...refused?.fields },
    zoneShown: refused?.fields.zoneShown ?? home,
    zones: Intl.supportedValuesOf("timeZone"),
    presets: presets.map(({ name, quotas }) => ({ name, quotas: quotas as Quotas })),
    ...(refused !== undefined && { trouble: refused.says }),
  });
  return answerPage(ask, frame, { title: "Three things", body }, refused === undefined ? 200 : 400);
}

const usualDay: Block = { from: "09:00", until: "17:30" };

export const showReading = async (ask: Ask) => ask.html(readingLine(frameOf(ask), await readingOf(ask)));

export async function settle(ask: Ask) {
  const fields = await fieldsOf(ask);
  const answers = "pass" in fields ? {} : await answersIn(ask, fields);
  if ("says" in answers) return showStart(ask, { fields, says: answers.says });
  const settled = await settleStart(worldOf(ask), ownerIdOf(ask), answers);
  return settled.kind === "settled" ? goOn(ask, firstTwoPath) : showStart(ask, { fields, says: settled.says });
}

/** What was left as it was shown is no answer. */
async function answersIn(ask: Ask, fields: Fields): Promise<StartAnswers | { says: string }> {
  const { zone = "", zoneShown, from, until, plan = noPlan } = fields;
  const hours = Block.safeParse({ from, until });
  if (!hours.success) return { says: "Hours are written 09:00, and end at another time than they begin." };
  const quotas = plan === noPlan ? undefined : parseQuotas(plan);
  const known = (await meetingSettings(worldOf(ask), ownerIdOf(ask))).availability.hours.monday;
  const isAsKnown = known.length === 1 && known[0]!.from === from && known[0]!.until === until;
  return {
    ...(zone.trim() !== zoneShown && { zone: zone.trim() }),
    ...(!isAsKnown && { hours: hours.data }),
    ...(quotas !== undefined && { plan: quotas }),
  };
}

const rankedMax = 20;

export async function showFirstTwo(ask: Ask) {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const { database } = world;
  const reading = await readingOf(ask);
  const people = await peopleToBeginWith(ask, reading);
  const shown = people.filter(({ isWhyOpen }) => isWhyOpen).map(({ contactId }) => contactId);
  const invites = people.some(({ draft }) => draft?.offer?.mode === "in_person");
  const venues = invites ? await venuesToAsk(world, owner) : undefined;
  const isSure = ask.var.owner.addressesSure || reading.kind !== "done";
  const frame = frameOf(ask);
  const parts = {
    people,
    reading,
    guesses: await readWhyGuesses(database, owner, shown),
    letters: await lettersOnPage(
      ask,
      people.map(({ draft }) => draft),
    ),
    askAddresses: isSure ? [] : await readOwnerAddresses(database, owner),
    ...(venues !== undefined && { venuesToAsk: venues }),
  };
  const again = isAwaited(parts) ? { againSeconds: 3 } : {};
  return answerPage(ask, frame, { title: "Whom to begin with", ...again, body: firstTwoView(frame, parts) });
}

/**
 * None before their letters are written: files are worked out within seconds, so that all of it is waited for; of an account
 * that is read for long, until there are two.
 */
async function peopleToBeginWith(ask: Ask, reading: Reading): Promise<(PersonProposed & { kind: string })[]> {
  if (reading.kind === "files" || reading.kind === "working_out") return [];
  const { database } = worldOf(ask);
  const owner = ownerIdOf(ask);
  const wanted = { now: ask.var.now, filter: "all", search: "", page: 1, rowsMax: rankedMax } as const;
  const due = await readReview(database, owner, wanted);
  const suggested = (await readSuggestions(database, owner)).map((one) => ({ ...one, kind: "revive" as const }));
  const two = firstTwo<PersonProposed & { kind: string }>([...due.rows, ...suggested], ask.var.owner.locale);
  const areWritten = two.filter(({ draft }) => draft !== undefined).length === beginWith;
  return reading.kind === "done" || areWritten ? two : [];
}

async function readingOf(ask: Ask): Promise<Reading> {
  const { database, clock } = worldOf(ask);
  const owner = ownerIdOf(ask);
  const [one] = await readImportsUnderWay(database, owner);
  if (one !== undefined) return { kind: "files", one };
  if ((await readAccounts(database, owner)).some(isBeingRead)) return { kind: "account" };
  return { kind: (await readIsWorkingOut(database, owner, clock.now())) ? "working_out" : "done" };
}

const isBeingRead = ({ state, isFilling, currentAsOf }: AccountSeen): boolean =>
  state === "open" && (isFilling || currentAsOf === undefined);
