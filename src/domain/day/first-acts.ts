/**
 * The four acts of the first 48 hours as one card: thank them (R14), ask to be connected (R15), put them into the address
 * book (R2), and the call in 30 days with what to bring (R16). Each with how it stands.
 */
import type { ContactChoices } from "../contact/choices.ts";
import { dayIn, type Instant, type PlainDate, type Zone } from "../time.ts";
import type { Logged } from "./logged.ts";

export type ActState = "to_do" | "done" | "waiting" | "lost";

export type FirstActs = {
  /** Lost after the 48 hours. */
  thank: { state: ActState; deadlineAt: Instant | undefined };
  connect: { state: ActState };
  card: { state: ActState };
  task: { state: ActState; on: PlainDate; title: string; giveNote?: string };
};

export type FirstActsInputs = {
  name: string;
  encounterAt: Instant;
  thankYou: { state: string; deadlineAt: Instant | undefined } | undefined;
  checkIn: { state: string; dueAt: Instant } | undefined;
  choices: Pick<ContactChoices, "giveNote" | "noGiveYetOn">;
  /** What the owner logged about them. */
  logged: readonly Logged[];
  /** They stand in an address book of the owner. */
  isOnCard: boolean;
};

/** Undefined when there is no thank-you to speak of: the first meeting is not of the last days. */
export function firstActs(inputs: FirstActsInputs, zone: Zone): FirstActs | undefined {
  const { name, thankYou, checkIn, choices, logged, isOnCard, encounterAt } = inputs;
  if (thankYou === undefined || checkIn === undefined) return undefined;
  const isConnected = logged.some(
    ({ mode, outcome, at }) => mode === "social" && outcome === "sent" && at >= encounterAt,
  );
  const giveNote = choices.giveNote?.trim();
  return {
    thank: { state: stateOf(thankYou.state), deadlineAt: thankYou.deadlineAt },
    connect: { state: isConnected ? "done" : "to_do" },
    card: { state: isOnCard ? "done" : "to_do" },
    task: {
      state: checkIn.state === "satisfied" ? "done" : giveNote === undefined || giveNote === "" ? "to_do" : "waiting",
      on: dayIn(zone, checkIn.dueAt),
      title: `Call ${name}`,
      ...(giveNote !== undefined && giveNote !== "" && { giveNote }),
    },
  };
}

const stateOf = (state: string): ActState => {
  if (state === "satisfied" || state === "skipped") return "done";
  return state === "expired" || state === "cancelled" ? "lost" : "to_do";
};
