/** M6: what stands around a taken time and takes nothing back: times told in passing, what a "but" overrules, how people close. */
import { expect, test } from "vitest";
import type { Language } from "../../../src/domain/mail/language.ts";
import { type OfferMade, readReply } from "../../../src/domain/reply/meaning.ts";
import { after, type Instant, type Zone } from "../../../src/domain/time.ts";

const slotAt = (startsAt: string) => ({
  startsAt: startsAt as Instant,
  endsAt: after(startsAt as Instant, { minutes: 30 }),
});
/** Tuesday 20 April 10:00, Wednesday 21 April 14:00, Friday 23 April 16:30; answered on Friday 16 April. */
const offer = (language: Language): OfferMade => ({
  slots: [slotAt("2027-04-20T08:00:00.000Z"), slotAt("2027-04-21T12:00:00.000Z"), slotAt("2027-04-23T14:30:00.000Z")],
  zone: "Europe/Berlin" as Zone,
  language,
  writtenAt: "2027-04-16T07:00:00.000Z" as Instant,
  owner: "Mira Holm",
});

test.each`
  language | reply                                                                                                                                            | slot
  ${"en"}  | ${"Sunshine here, the whole office is eating lunch outside. Friday at 16:30 works."}                                                             | ${2}
  ${"en"}  | ${"The whole office is at lunch on Thursday. Friday at 16:30 works."}                                                                            | ${undefined}
  ${"es"}  | ${"Viernes 16:30 va. Son las 16:30 de aquí."}                                                                                                    | ${undefined}
  ${"en"}  | ${"Wed 21-Apr, 2 PM is fine from my end."}                                                                                                       | ${1}
  ${"en"}  | ${"No. 2 for me pls"}                                                                                                                            | ${1}
  ${"en"}  | ${"The earliest one, please."}                                                                                                                   | ${0}
  ${"en"}  | ${"Send me the earliest slot that suits you."}                                                                                                   | ${undefined}
  ${"de"}  | ${"mittwoch 1400 passt"}                                                                                                                         | ${1}
  ${"de"}  | ${"Dienstag 1030 passt"}                                                                                                                         | ${undefined}
  ${"de"}  | ${"Letzte Option, bitte."}                                                                                                                       | ${2}
  ${"de"}  | ${"Mittwoch um 14 Uhr passt. Den ersten Bericht habe ich gelesen."}                                                                              | ${1}
  ${"en"}  | ${"can u book fri 430 thx"}                                                                                                                      | ${2}
  ${"en"}  | ${"I'd love the Friday slot, so let's say 4:30."}                                                                                                | ${2}
  ${"es"}  | ${"De las tres fechas elijo la del miércoles 21 a las 14:00."}                                                                                   | ${1}
  ${"es"}  | ${"Gracias por lo del otro día. El martes a las 10 me va bien."}                                                                                 | ${0}
  ${"es"}  | ${"El martes a las 10 me va bien, aunque mejor otro día."}                                                                                       | ${undefined}
  ${"es"}  | ${"El 23 a las 16.30 puedo sin ningún inconveniente."}                                                                                           | ${2}
  ${"en"}  | ${"It has been a mad week here but Tuesday at 10 works."}                                                                                        | ${0}
  ${"en"}  | ${"I will have to leave at a quarter past but Tuesday at 10 works."}                                                                             | ${undefined}
  ${"en"}  | ${"hi mira\ntuesday at 10 works\ndan"}                                                                                                           | ${0}
  ${"en"}  | ${"hi mira\ntuesday at 10 works\nkidding"}                                                                                                       | ${undefined}
  ${"en"}  | ${"hi mira\ntuesday at 10 works\nremotely"}                                                                                                      | ${undefined}
  ${"en"}  | ${"Hi Mira,\nTuesday at 10 works.\nMind yourself,\nBríd"}                                                                                        | ${0}
  ${"en"}  | ${"Hi Mira,\nTuesday at 10 works.\nOnly virtually,\nBríd"}                                                                                       | ${undefined}
  ${"es"}  | ${"hola mira, el martes a las 10 me va genial. hasta entonces, vane"}                                                                            | ${0}
  ${"es"}  | ${"hola mira, el martes a las 10 me va genial. hasta entonces, quizá"}                                                                           | ${undefined}
  ${"en"}  | ${"Dear Ms Holm,\nThank you for your message.\nI would be pleased to meet on Wednesday 21 April at 14:00.\nYours sincerely,\nHarriet Pemberthy"} | ${1}
  ${"en"}  | ${"I teach on Tuesday and on Friday I'm up at the allotment, so Wednesday 14:00 it is."}                                                         | ${1}
  ${"en"}  | ${"With Tuesday lost to the auditors, I'll have Friday at half past four."}                                                                      | ${2}
  ${"de"}  | ${"Da ich Dienstag und Mittwoch auf Reisen bin, nehme ich Freitag, 16:30 Uhr."}                                                                  | ${2}
  ${"fr"}  | ${"Mardi et mercredi je suis en déplacement, donc je prends vendredi à 16h30."}                                                                  | ${2}
  ${"es"}  | ${"Martes y viernes estoy de viaje, así que el miércoles a las 14:00."}                                                                          | ${1}
  ${"en"}  | ${"If I'm away on Tuesday, Wednesday at 14:00 is fine."}                                                                                         | ${undefined}
  ${"en"}  | ${"Tuesday at 10 is good and so is Friday at 16:30."}                                                                                            | ${undefined}
  ${"en"}  | ${"I am away on Tuesday, so could you do Thursday at 14:00?"}                                                                                    | ${undefined}
  ${"de"}  | ${"Da mir Dienstag auch passt, nehme ich Mittwoch um 14 Uhr oder Dienstag um 10."}                                                               | ${undefined}
  ${"es"}  | ${"El martes me va bien, así que el miércoles a las 14:00 también."}                                                                             | ${undefined}
  ${"en"}  | ${"Friday at 16:30 works. Correction, Thursday."}                                                                                                | ${undefined}
  ${"en"}  | ${"Friday at 16:30 works. Wednesday at 14:00 would do as well."}                                                                                 | ${undefined}
  ${"es"}  | ${"El martes y el miércoles tengo quirófano, pero el viernes a las 16:30 estoy libre."}                                                          | ${2}
  ${"de"}  | ${"Dienstag und Mittwoch bin ich leider eingeteilt, der Freitag um 16:30 Uhr hingegen passt."}                                                   | ${2}
  ${"en"}  | ${"I could do Tuesday at 10, but Friday at 16:30 works."}                                                                                        | ${undefined}
  ${"fr"}  | ${"La 3e proposition me va."}                                                                                                                    | ${2}
  ${"fr"}  | ${"La première fois était un plaisir. Mercredi 14h me va."}                                                                                      | ${1}
  ${"es"}  | ${"Última opción, por favor."}                                                                                                                   | ${2}
  ${"de"}  | ${"Den Freitagstermin bitte eintragen, merci"}                                                                                                   | ${2}
`(
  "$language: $reply → $slot",
  ({ language, reply, slot }: { language: Language; reply: string; slot: number | undefined }) => {
    const offered = offer(language);
    const read = readReply(reply, offered);
    expect(read.kind === "accept" ? offered.slots.indexOf(read.slot) : undefined).toBe(slot);
  },
);
