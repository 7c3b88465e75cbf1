/** Public holidays that the owner keeps, a hundred days before and behind. */
import { Availability } from "../../domain/meeting/availability.ts";
import { after, before, dayIn, type PlainDate } from "../../domain/time.ts";
import type { OwnerView } from "../owner/owner-view.ts";

/** The table of holidays is large, so only an owner who keeps them pays for it. */
export async function ownersHolidays({ zone, now, settings }: OwnerView): Promise<ReadonlySet<PlainDate>> {
  const { holidays } = Availability.parse(settings.availability ?? {});
  if (holidays === undefined) return new Set();
  const { publicHolidays } = await import("../../domain/meeting/holidays.ts");
  const firstDay = dayIn(zone, before(now, { days: 100 }));
  const lastDay = dayIn(zone, after(now, { days: 100 }));
  return new Set(publicHolidays(holidays, { firstDay, lastDay }).map(({ day }) => day));
}
