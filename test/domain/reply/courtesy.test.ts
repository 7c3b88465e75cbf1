/** Which replies are thanks and good wishes from end to end, and need nobody (M6). */
import { expect, test } from "vitest";
import { isOnlyCourtesy } from "../../../src/domain/reply/courtesy.ts";
import { splitSentences } from "../../../src/domain/reply/sentences.ts";

const judged = (text: string) => isOnlyCourtesy(splitSentences(text), ["Mara Lind", "Camille Rousset"]);

test.each([
  "Thanks!",
  "🙏 thanks a lot",
  "Cheers Mara!",
  "Thank you, that was good of you.",
  "Thanks for this, much appreciated.",
  "Lovely to hear from you, thank you for the note.",
  "It was great to meet you too.",
  "Likewise, great talking to you. Best of luck with the launch!",
  "Hi Mara,\n\nThank you so much for your kind note! It really made my day.\n\nPhil",
  "Thank you Mara, I really enjoyed our chat as well. Talk soon!",
  "The pleasure was all mine.",
  "You too, have a great weekend!",
  "Merci pour ce message, il me touche.\n\nCamille",
  "Merci beaucoup, c'est très aimable.",
  "De même, c'était un plaisir de vous rencontrer.",
  "Vielen Dank, das war sehr freundlich.",
  "Danke dafür, das freut mich.",
  "Danke für die nette Nachricht, hat mich gefreut.",
  "Danke, ebenfalls!",
  "Es war auch mir eine Freude, Sie kennenzulernen.",
  "Muchas gracias, muy amable.",
  "Gracias por el mensaje, me ha gustado leerlo.",
  "Gracias por escribir, fue un placer.",
  "Igualmente, un placer conocerte.",
])("thanks alone: %s", (text) => {
  expect(judged(text)).toBe(true);
});

test.each([
  "Thanks, but no.",
  "thanks for nothing",
  "Thanks, no need to write again.",
  "Thank you for the deck, but please stop writing.",
  "Thanks. I have left the company.",
  "Thanks! Could you send me the slides?",
  "Thank you, I'm moving to Berlin in May.",
  "Thanks, call me tomorrow.",
  "Thank you, please talk to Jonas instead.",
  "Thanks for the invite, I'll pass.",
  "Thanks, let's meet next week",
  "Thank you. My son was born on Friday!",
  "Great meeting you. Let me know when you are in town.",
  "Thanks, the offer is on my desk and I need the numbers.",
  "Cheers, can't make it.",
  "Thank you for your interest, we have decided to go with another vendor.",
  "I enjoyed it. Send the contract.",
  "Thanks for reaching out. We're all set.",
  "Thank you for thinking of me. I am fine as I am.",
  "See you soon in court.",
  "Merci, mais je ne suis plus intéressé.",
  "Merci, une autre fois peut-être.",
  "Danke, kein Bedarf.",
  "Danke, bitte nicht mehr schreiben.",
  "Vielen Dank, ich bin ab Mai in Elternzeit.",
  "Gracias, pero no.",
  "Gracias por todo, ya no trabajo aquí.",
  "Camille Rousset",
  "",
])("something for the owner to see: %s", (text) => {
  expect(judged(text)).toBe(false);
});
