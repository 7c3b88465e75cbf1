/**
 * Every operation that the product calls × every way to fail × once or for a while, each held to the world's truth. Which
 * operations there are is told by the journeys themselves: they are lived once without trouble.
 */
import type { Provider } from "../../../src/integrations/provider.ts";
import { type FaultKind, faultKinds } from "../../../src/sandbox/faults.ts";
import type { Ending, Journey } from "./case.ts";
import { effectJourneys } from "./effect-journeys.ts";
import type { Case, FaultWorld } from "./fault-world.ts";
import { scanJourneys } from "./scan-journeys.ts";
import { signInJourneys } from "./sign-in-journeys.ts";

export const journeys: readonly Journey[] = [...scanJourneys, ...effectJourneys, ...signInJourneys];

/** Of calls of the operation one after the other: more than any call is tried by itself. */
const whileTimes = 4;
export const spans = { once: 1, while: whileTimes } as const;
export type Span = keyof typeof spans;

export type Trial = { provider: Provider; journey: Journey; operation: string; kind: FaultKind; span: Span };

export type Verdict = Ending;

/** Undefined when the fault had nothing to befall: only calls that carry a cursor can have one that is spent. */
export async function tryOut(faults: FaultWorld, trial: Trial): Promise<Verdict | undefined> {
  const one = await faults.open(trial.provider);
  one.fail((operation, nth) => (operation === trial.operation && nth <= spans[trial.span] ? trial.kind : undefined));
  const ending = withoutSpares(trial, await trial.journey.live(one));
  return one.applied.length === 0
    ? undefined
    : { ...ending, wrong: [...ending.wrong, ...misjudged(one, trial, ending)] };
}

/** The calls of a journey that nothing befalls, which must end well. */
export async function operationsOf(
  faults: FaultWorld,
  provider: Provider,
  journey: Journey,
): Promise<readonly string[]> {
  const one = await faults.open(provider);
  const ending = await journey.live(one);
  if (!isRight(ending)) throw new Error(`${provider} ${journey.name} without any fault: ${JSON.stringify(ending)}`);
  return [...new Set(one.called)];
}

export const isRight = ({ lost, doubled, invented, wrong }: Verdict): boolean =>
  lost.length + doubled.length + invented.length + wrong.length === 0;

export const kindsOfTrouble: readonly FaultKind[] = faultKinds;

/**
 * What was made by a call that arrived twice, where the provider knows no key for it, nobody can help: the product finds one
 * of the two and goes on with that. A letter is sent once in any case.
 */
function withoutSpares({ kind, operation }: Trial, ending: Ending): Ending {
  if (kind !== "duplicate" || !withoutKey.has(operation) || ending.lost.length > 0) return ending;
  const isSent = (what: string) => what.startsWith("sent ");
  const { doubled, invented } = ending;
  const spare = doubled.concat(invented).filter((what) => !isSent(what)).length;
  return { ...ending, doubled: doubled.filter(isSent), invented: invented.filter(isSent), spare };
}

const withoutKey: ReadonlySet<string> = new Set([
  "gmail.users.drafts.create",
  "people.people.createContact",
  "tasks.tasks.insert",
  "POST /me/messages",
  "POST /me/contacts",
  "POST /me/todo/lists",
  "POST /me/todo/lists/{todoTaskList-id}/tasks",
]);

/** The owner is asked to sign in again when the provider keeps saying 401, and for nothing else; and nothing secret is logged. */
function misjudged(one: Case, { provider, operation, kind, span }: Trial, { reconnected }: Ending): string[] {
  // The sandbox's Microsoft ends a refresh token with its first use: a new one that got lost on its way nobody has.
  const isTokenLost = provider === "microsoft" && operation.endsWith("/token") && isAnswerLost.has(kind);
  const mayAsk = (kind === "401" && span === "while") || isTokenLost;
  return [
    ...(reconnected > 0 && !mayAsk ? ["asks to be connected again for nothing"] : []),
    ...(one.logged.some((line) => secrets.test(line)) ? ["a secret is in the log"] : []),
  ];
}

const isAnswerLost: ReadonlySet<FaultKind> = new Set([
  ...(["timeout_after", "reset_after", "500_after", "503_after"] as const),
  ...(["garbage", "truncated", "poison", "duplicate"] as const),
]);

/** Tokens of the sandbox, addresses, and what Authorization carries. */
const secrets = /ya\.[A-Za-z0-9]{20}|1\/\/[A-Za-z0-9]{20}|Bearer |[a-z]+@[a-z]+\.example/;
