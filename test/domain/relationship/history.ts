/** Priya of the requirements' shared example: met on Mon 2026-11-16, 13:15 to 14:00 in Paris; nothing since. */
import type { Encounter } from "../../../src/domain/contact/discover.ts";
import { defaultPolicy } from "../../../src/domain/policy.ts";
import type { Interaction } from "../../../src/domain/relationship/interaction.ts";
import type { PersonHistory } from "../../../src/domain/relationship/person.ts";
import { instantAt, instantOf, type PlainDate, type Zone } from "../../../src/domain/time.ts";

export const paris = "Europe/Paris" as Zone;
export const policy = defaultPolicy(paris);

export const at = (text: string) => instantOf(Date.parse(text));
/** Wall time in Paris: `paris("2026-11-16 14:00")`. */
export const inParis = (text: string) => {
  const [day = "", time = "00:00"] = text.split(" ");
  const [hour = "0", minute = "0"] = time.split(":");
  return instantAt(paris, day as PlainDate, Number(hour) * 60 + Number(minute));
};

export const encounter = (facts: Partial<Encounter> = {}): Encounter => ({
  at: inParis("2026-11-16 14:00"),
  metOn: "2026-11-16" as PlainDate,
  where: "Coffee, Café Moka",
  channel: "event",
  others: 1,
  source: { kind: "event", id: "coffee" },
  ...facts,
});

let count = 0;
export const interaction = (when: string, facts: Partial<Interaction> = {}): Interaction => ({
  at: inParis(when),
  mode: "email",
  direction: "outbound",
  depth: "touch",
  others: 1,
  source: { kind: "message", id: `m${++count}` },
  ...facts,
});

export const coffee: Interaction = {
  at: inParis("2026-11-16 13:15"),
  endsAt: inParis("2026-11-16 14:00"),
  mode: "in_person",
  direction: "mutual",
  depth: "conversation",
  others: 1,
  source: { kind: "event", id: "coffee" },
  title: "Coffee",
};

/** A later meeting or call held with the person alone. */
export const talk = (
  when: string,
  mode: Interaction["mode"] = "in_person",
  facts: Partial<Interaction> = {},
): Interaction =>
  interaction(when, {
    mode,
    direction: "mutual",
    depth: "conversation",
    source: { kind: "event", id: `e${++count}` },
    ...facts,
  });

export const priya = (facts: Partial<PersonHistory> = {}): PersonHistory => ({
  id: "priya",
  name: "Priya Nair",
  status: "active",
  encounter: encounter(),
  interactions: [coffee],
  booked: [],
  ...facts,
});
