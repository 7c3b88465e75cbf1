/** Gmail's history folded into what is new and what is gone. */
import { z } from "zod";
import type { MessageRef } from "../mail.ts";
import { movesInOrOut, verdictOf } from "./labels.ts";

const Message = z.object({ id: z.string(), labelIds: z.array(z.string()).default([]) });
const Added = z.object({ message: Message });
const Moved = z.object({ message: Message, labelIds: z.array(z.string()).default([]) });
const Entry = z.object({
  messagesAdded: z.array(Added).default([]),
  messagesDeleted: z.array(Added).default([]),
  labelsAdded: z.array(Moved).default([]),
  labelsRemoved: z.array(Moved).default([]),
});

export const HistoryPage = z.object({
  history: z.array(z.unknown()).default([]),
  historyId: z.string().optional(),
  nextPageToken: z.string().optional(),
});

export const historyTypes = ["messageAdded", "messageDeleted", "labelAdded", "labelRemoved"];

export type HistoryNews = {
  listed: readonly MessageRef[];
  gone: readonly MessageRef[];
  /** How many were passed over, by why. */
  skipped: ReadonlyMap<string, number>;
};

/**
 * In the order in which it happened: what came and went within the page is only gone. Undefined when an entry cannot be read:
 * nobody knows which message it was about, so that only listing them again makes sure of it.
 */
export function foldHistory({ history }: z.output<typeof HistoryPage>): HistoryNews | undefined {
  const entries = z.array(Entry).safeParse(history);
  if (!entries.success) return undefined;
  const states = new Map<MessageRef, "listed" | "gone" | { skipped: string }>();
  const judge = (id: string, labelIds: readonly string[]) => {
    const verdict = verdictOf(labelIds);
    if (verdict.kind === "read") states.set(id, "listed");
    else if (verdict.kind === "skipped") states.set(id, { skipped: verdict.because });
    else if (states.has(id)) states.set(id, "gone");
  };
  for (const { messagesAdded, messagesDeleted, labelsAdded, labelsRemoved } of entries.data) {
    for (const { message } of messagesAdded) judge(message.id, message.labelIds);
    for (const { message } of messagesDeleted) states.set(message.id, "gone");
    for (const { message, labelIds } of labelsAdded)
      if (verdictOf(labelIds).kind === "not_read") states.set(message.id, "gone");
    for (const { message, labelIds } of labelsRemoved)
      if (labelIds.some(movesInOrOut)) judge(message.id, message.labelIds);
  }
  const skipped = new Map<string, number>();
  for (const state of states.values())
    if (typeof state === "object") skipped.set(state.skipped, (skipped.get(state.skipped) ?? 0) + 1);
  const those = (wanted: "listed" | "gone") => [...states].flatMap(([id, state]) => (state === wanted ? [id] : []));
  return { listed: those("listed"), gone: those("gone"), skipped };
}
