/** What the people of the sandbox write back, in their own language. */
import { type PlainDate, sayDay } from "../../domain/time.ts";
import type { Language } from "../people.ts";
import type { Chance } from "../random.ts";

export type AnswerKind = "accept" | "counter" | "later" | "decline" | "opt_out" | "away" | "thanks";

/** `{time}` is a day with a time, `{day}` a day, `{month}` a month. */
const words: Readonly<Record<Language, Readonly<Record<AnswerKind, readonly string[]>>>> = {
  en: {
    accept: ["{time} works for me.", "Gladly, {time} it is.", "Yes, {time} is good. See you then."],
    counter: ["Those do not work for me. Could we do {time} instead?", "I am tied up then. How about {time}?"],
    later: ["Too much on at the moment. Please ask me again in {month}.", "Not now, but do try me again in {month}."],
    decline: ["Thank you, but I will pass.", "That is kind, but I am not interested."],
    opt_out: ["Please do not write to me again.", "Please take me off your list."],
    away: ["I am out of the office until {day} and will answer when I am back."],
    thanks: ["Thank you, that was good of you.", "Thanks for this, much appreciated."],
  },
  fr: {
    accept: ["{time} me convient.", "Avec plaisir, {time}, c'est noté.", "D'accord pour {time}."],
    counter: [
      "Je ne suis pas libre à ces moments-là. Plutôt {time} ?",
      "Cela ne me va pas. {time}, serait-ce possible ?",
    ],
    later: ["Je suis débordé en ce moment, revenez vers moi en {month}.", "Pas maintenant, reparlons-en en {month}."],
    decline: ["Merci, mais je ne suis pas intéressé.", "C'est gentil, mais je préfère décliner."],
    opt_out: ["Merci de ne plus me contacter.", "Merci de me retirer de votre liste."],
    away: ["Je suis absent du bureau jusqu'au {day} et répondrai à mon retour."],
    thanks: ["Merci beaucoup, c'est très aimable.", "Merci pour ce message, il me touche."],
  },
  de: {
    accept: ["{time} passt mir gut.", "Gern, {time} ist notiert.", "Ja, {time} geht bei mir."],
    counter: ["Da kann ich leider nicht. Ginge {time}?", "Die Zeiten passen mir nicht. Wie wäre {time}?"],
    later: [
      "Im Moment ist es zu viel, bitte fragen Sie im {month} noch einmal.",
      "Jetzt nicht, melde dich gern im {month} wieder.",
    ],
    decline: ["Vielen Dank, aber ich habe kein Interesse.", "Das ist nett, aber ich möchte nicht."],
    opt_out: ["Bitte schreiben Sie mir nicht mehr.", "Bitte nehmen Sie mich von Ihrer Liste."],
    away: ["Ich bin bis {day} nicht im Büro und antworte danach."],
    thanks: ["Vielen Dank, das war sehr freundlich.", "Danke dafür, das freut mich."],
  },
  es: {
    accept: ["{time} me viene bien.", "Con gusto, {time}, perfecto.", "De acuerdo, {time}."],
    counter: ["A esas horas no puedo. ¿Podría ser {time}?", "No me viene bien. ¿Qué tal {time}?"],
    later: ["Ahora mismo estoy muy liado, escríbeme de nuevo en {month}.", "Ahora no, hablamos en {month}."],
    decline: ["Gracias, pero no me interesa.", "Muy amable, pero prefiero que no."],
    opt_out: ["Por favor, no me escriba más.", "Por favor, sáquenme de su lista."],
    away: ["Estoy fuera de la oficina hasta el {day} y contestaré a la vuelta."],
    thanks: ["Muchas gracias, muy amable.", "Gracias por el mensaje, me ha gustado leerlo."],
  },
};

export type Spoken = { time?: { day: PlainDate; minute: number }; day?: PlainDate };

/** One sentence of that kind. */
export function answerSaid(kind: AnswerKind, language: Language, { time, day }: Spoken, draw: Chance): string {
  const said = draw
    .pick(words[language][kind])
    .replace("{time}", time === undefined ? "" : sayTime(time, language))
    .replace("{day}", day === undefined ? "" : sayDay(day, dayStyles[language], language))
    .replace("{month}", day === undefined ? "" : sayDay(day, "LLLL", language));
  return said.charAt(0).toUpperCase() + said.slice(1);
}

const dayStyles: Readonly<Record<Language, string>> = {
  en: "cccc d LLLL",
  fr: "cccc d LLLL",
  de: "cccc, d. LLLL",
  es: "cccc d 'de' LLLL",
};

function sayTime({ day, minute }: { day: PlainDate; minute: number }, language: Language): string {
  const date = sayDay(day, dayStyles[language], language);
  const hour = Math.floor(minute / 60);
  const minutes = String(minute % 60).padStart(2, "0");
  switch (language) {
    case "en":
      return `${date} at ${hour}:${minutes}`;
    case "fr":
      return `${date} à ${hour}h${minutes === "00" ? "" : minutes}`;
    case "de":
      return `${date} um ${hour}:${minutes} Uhr`;
    case "es":
      return `el ${date} a las ${hour}:${minutes}`;
  }
}

export const awaySubject: Readonly<Record<Language, string>> = {
  en: "Out of office",
  fr: "Absence du bureau",
  de: "Abwesenheit",
  es: "Fuera de la oficina",
};
