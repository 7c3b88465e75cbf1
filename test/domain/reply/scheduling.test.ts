/** Which letters of the owner ask for a time, so that their answers are read as answers to that (M6). */
import { expect, test } from "vitest";
import type { Language } from "../../../src/domain/mail/language.ts";
import { newTextOf } from "../../../src/domain/mail/new-text.ts";
import { isAboutMeeting } from "../../../src/domain/reply/scheduling.ts";
import type { Instant, Zone } from "../../../src/domain/time.ts";

const asks = (letter: string, language: Language) =>
  isAboutMeeting(newTextOf(letter), {
    language,
    zone: "Europe/Paris" as Zone,
    writtenAt: "2026-11-09T08:00:00.000Z" as Instant,
  });

test.each`
  language | letter                                                                                   | isAsked
  ${"en"}  | ${"Would Thursday at 10 suit you?"}                                                      | ${true}
  ${"en"}  | ${"Shall we have a coffee some time?"}                                                   | ${true}
  ${"en"}  | ${"Here are the photographs. Thank you again!"}                                          | ${false}
  ${"en"}  | ${"Here they are.\n\nOn Mon, 2 Nov 2026, Ines wrote:\n> Would Thursday at 10 suit you?"} | ${false}
  ${"de"}  | ${"Passt Ihnen Donnerstag um 10 Uhr?"}                                                   | ${true}
  ${"de"}  | ${"Hätten Sie Zeit für ein Treffen?"}                                                    | ${true}
  ${"de"}  | ${"Anbei die Fotos."}                                                                    | ${false}
  ${"fr"}  | ${"Un café la semaine prochaine ?"}                                                      | ${true}
  ${"fr"}  | ${"Voici les photographies."}                                                            | ${false}
  ${"es"}  | ${"¿Te viene bien una llamada?"}                                                         | ${true}
  ${"es"}  | ${"Aquí van las fotos."}                                                                 | ${false}
`("$language: $letter asks: $isAsked", ({ language, letter, isAsked }) => expect(asks(letter, language)).toBe(isAsked));
