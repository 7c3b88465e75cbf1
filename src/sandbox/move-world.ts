/** The sample world with its last day today: what `move-dates.ts` does to the files, done to letters and meetings. */
import { addDays, dayIn, type Instant } from "../domain/time.ts";
import { type Move, moveBody, planMove, sameWallTime } from "./move-dates.ts";
import { owner } from "./people.ts";
import type { Letter, Meeting, World } from "./world.ts";

/** Letters that would come after now have not happened yet and are left out. */
export function moveWorld(world: World, now: Instant): World {
  const move = planMove(world.lastDay, now);
  return {
    ...world,
    lastDay: dayIn(owner.town.zone, now),
    letters: world.letters
      .map((letter) => moveLetter(letter, move))
      .filter(({ at }) => at <= now)
      .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
    meetings: world.meetings.map((meeting) => moveMeeting(meeting, move)),
  };
}

const daysOf = ({ dayFromLast }: { dayFromLast?: number }, move: Move): number =>
  dayFromLast === undefined ? move.weeksInDays : move.daysFor(dayFromLast);

function moveLetter(letter: Letter, move: Move): Letter {
  const at = sameWallTime(letter.zone, letter.at, daysOf(letter, move));
  if (move.weeksInDays === 0) return { ...letter, at };
  const { said, text, html, invitation } = letter;
  return {
    ...letter,
    at,
    said: moveBody(said, move),
    text: moveBody(text, move),
    ...(html !== undefined && { html: moveBody(html, move) }),
    ...(invitation !== undefined && { invitation: { ...invitation, text: moveBody(invitation.text, move) } }),
  };
}

function moveMeeting(meeting: Meeting, move: Move): Meeting {
  const days = daysOf(meeting, move);
  const { time, leftOut, changes } = meeting;
  return {
    ...meeting,
    time:
      time.kind === "timed"
        ? { ...time, day: addDays(time.day, days) }
        : { ...time, firstDay: addDays(time.firstDay, days), lastDay: addDays(time.lastDay, days) },
    ...(leftOut !== undefined && { leftOut: leftOut.map((day) => addDays(day, days)) }),
    ...(changes !== undefined && { changes: changes.map((change) => ({ ...change, day: addDays(change.day, days) })) }),
  };
}
