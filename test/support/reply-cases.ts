/** The project's own scheduling replies: a line a reply, "meaning [slot] [one] | text[|other meanings that are right as well]". */
import { readFileSync } from "node:fs";
import type { Language } from "../../src/domain/mail/language.ts";
import type { OfferMade } from "../../src/domain/reply/meaning.ts";
import { parseInstant, type Zone } from "../../src/domain/time.ts";

export type ReplyCase = { id: string; text: string; offer: OfferMade; wanted: readonly string[]; slot?: number };

const at = (text: string) => parseInstant(text)!;
const paris = "Europe/Paris" as Zone;
/** Written on Monday 16 November 2026 in Paris: Tuesday 10:00, Wednesday 14:00 and Friday 16:30, 45 minutes each. */
export const offeredSlots = [
  { startsAt: at("2026-11-17T09:00:00Z"), endsAt: at("2026-11-17T09:45:00Z") },
  { startsAt: at("2026-11-18T13:00:00Z"), endsAt: at("2026-11-18T13:45:00Z") },
  { startsAt: at("2026-11-20T15:30:00Z"), endsAt: at("2026-11-20T16:15:00Z") },
];

export function replyCases(file: string): ReplyCase[] {
  const path = new URL(`../fixtures/replies/${file}.txt`, import.meta.url);
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.includes(" | "))
    .map((line, index): ReplyCase => {
      const [label = "", rest = ""] = line.split(/ \| (.*)/s);
      const [text = "", others] = rest.split(/\|(?=[a-z_,]+$)/);
      const [kind = "", ...more] = label.split(" ");
      const slot = more.find((word) => /^\d$/.test(word));
      return {
        id: `${file}:${index + 1}`,
        text: text.replaceAll("\\n", "\n"),
        wanted: [kind, ...(others?.split(",") ?? [])],
        ...(slot !== undefined && { slot: Number(slot) }),
        offer: {
          slots: more.includes("one") ? offeredSlots.slice(0, 1) : offeredSlots,
          zone: paris,
          language: file.slice(0, 2) as Language,
          writtenAt: at("2026-11-16T09:00:00Z"),
        },
      };
    });
}
