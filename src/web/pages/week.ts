import { z } from "zod";
import { parseDay } from "../../domain/time.ts";
import { showWeek } from "../../flows/meeting/show-week.ts";
import { readComingBookings, readHolds } from "../../store/read/bookings.ts";
import { readGroups } from "../../store/read/groups.ts";
import { answerPage, frameOf } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { weekView } from "../views/week.ts";

const comingMax = 30;
const lengthMinutes = z.coerce.number().int().min(1).max(1_440).optional().catch(undefined);

/** `/week?of=2026-11-24&minutes=45`; what is not understood is this week, and a coffee. */
export async function showMyWeek(ask: Ask) {
  const weekOf = parseDay(ask.req.query("of") ?? "");
  const minutes = lengthMinutes.parse(ask.req.query("minutes"));
  const week = await showWeek(worldOf(ask), ownerIdOf(ask), {
    ...(weekOf !== undefined && { weekOf }),
    ...(minutes !== undefined && { minutes }),
  });
  const frame = frameOf(ask);
  const shown = { now: ask.var.now, rowsMax: comingMax };
  const coming = {
    bookings: await readComingBookings(worldOf(ask).database, ownerIdOf(ask), shown),
    holds: await readHolds(worldOf(ask).database, ownerIdOf(ask), shown),
    groups: await readGroups(worldOf(ask).database, ownerIdOf(ask), comingMax),
  };
  return answerPage(ask, frame, { title: "My week", place: "week", body: weekView(frame, week, coming) });
}
