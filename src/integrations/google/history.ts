/** Gmail's history folded into what is new and what is gone. */
import { z } from "zod";
import type { MessageRef } from "../mail.ts";
import { movesInOrOut, verdictOf } from "./labels.ts";

const Message = z.object({ id: z.string(), labelIds: z.array(z.string()).optional() });
const Added = z.object({ message: Message });
const Moved = z.object({ message: Message, labelIds: z.array(z.string()).default([]) });
/** One bad entry is left out, and the rest of its page stands. */
const tolerant = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .array(z.unknown())
    .default([])
    .transform((entries) =>
      entries.flatMap((entry): z.output<Shape>[] => {
        const parsed = shape.safeParse(entry);
        return parsed.success ? [parsed.data] : [];
      }),
    );

export const HistoryPage = z.object({
  history: tolerant(
    z.object({
      messagesAdded: tolerant(Added),
      messagesDeleted: tolerant(Added),
      labelsAdded: tolerant(Moved),
      labelsRemoved: tolerant(Moved),
    }),
  ),
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

/** In the order in which it happened: what came and went within the page is only gone. */
export function foldHistory({ history }: z.output<typeof HistoryPage>): HistoryNews {
  const states = new Map<MessageRef, "listed" | "gone" | { skipped: string }>();
  const judge = (id: string, labelIds: readonly string[]) => {
    const verdict = verdictOf(labelIds);
    if (verdict.kind === "read") states.set(id, "listed");
    else if (verdict.kind === "skipped") states.set(id, { skipped: verdict.because });
    else if (states.has(id)) states.set(id, "gone");
  };
  for (const { messagesAdded, messagesDeleted, labelsAdded, labelsRemoved } of history) {
    for (const { message } of messagesAdded) judge(message.id, message.labelIds ?? []);
    for (const { message } of messagesDeleted) states.set(message.id, "gone");
    for (const { message, labelIds } of labelsAdded)
      if (verdictOf(labelIds).kind === "not_read") states.set(message.id, "gone");
    for (const { message, labelIds } of labelsRemoved)
      if (labelIds.some(movesInOrOut)) judge(message.id, message.labelIds ?? []);
  }
  const skipped = new Map<string, number>();
  for (const state of states.values())
    if (typeof state === "object") skipped.set(state.skipped, (skipped.get(state.skipped) ?? 0) + 1);
  const those = (wanted: "listed" | "gone") => [...states].flatMap(([id, state]) => (state === wanted ? [id] : []));
  return { listed: those("listed"), gone: those("gone"), skipped };
}
