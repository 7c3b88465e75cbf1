/** Which days are for work: Monday to Friday, without the public holidays that the owner keeps. */
import { isWeekend, type PlainDate } from "../time.ts";

export const isWorkingDay = (day: PlainDate, holidays: ReadonlySet<PlainDate>): boolean =>
  !isWeekend(day) && !holidays.has(day);
