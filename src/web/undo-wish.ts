/** What the page that follows a form offers to undo. It travels in the address, so it may name anything: undoing asks again. */
import { z } from "zod";
import type { Ask } from "./context.ts";

export const undoKinds = ["logged", "follow_up", "approval", "stop"] as const;

export type UndoWish = { what: (typeof undoKinds)[number]; id: string };

const wish = z.object({ what: z.enum(undoKinds), id: z.uuid() });

export const undoText = ({ what, id }: UndoWish): string => `${what}:${id}`;

export function undoIn(ask: Ask): (UndoWish & { back: string }) | undefined {
  const [what, id] = (ask.req.query("undo") ?? "").split(":");
  const read = wish.safeParse({ what, id });
  return read.success ? { ...read.data, back: ask.req.path } : undefined;
}
