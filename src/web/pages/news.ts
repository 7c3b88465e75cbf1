/** `/news`: what has come since a moment, for a page that stays open. Nothing new is an answer without a body. */
import { sayNews } from "../../domain/day/news.ts";
import { dayIn, parseInstant } from "../../domain/time.ts";
import { policyFrom } from "../../flows/owner/policy-of.ts";
import { readNews } from "../../store/read/news.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";

export async function tellNews(ask: Ask) {
  const { database, clock } = worldOf(ask);
  const now = clock.now();
  const { zone } = ask.var.owner;
  const { setPolicy, ...found } = await readNews(database, ownerIdOf(ask), { now, today: dayIn(zone, now) });
  const says = sayNews(found, policyFrom(setPolicy, zone), now, parseInstant(ask.req.query("since") ?? ""));
  return says === undefined ? ask.body(null, 204) : ask.json({ says, at: now });
}
