/**
 * What somebody tells of themselves, or of what the two talked about, in the newest of their threads: each of them once,
 * in the language that the two write in. Some of it only sounds like news: it is denied, wished for, or said of others.
 * No date but "next week" or a weekday, so it reads right whenever the letter is dated.
 */
export type Telling = {
  /** Who says it. */
  by: "owner" | "person";
  says: string;
};

/** Persona key → what is told; the second one in an answer, when there is one. */
export const tellings: Readonly<Record<string, readonly Telling[]>> = {
  emile: [{ by: "person", says: "Merci encore pour notre conversation sur les escaliers de Perret." }],
  katrin: [{ by: "person", says: "Thanks for the talk about seating plans, the board now sits in a circle." }],
  ingrid: [{ by: "person", says: "I really enjoyed our conversation about lab notebooks." }],
  marcus: [{ by: "owner", says: "It was good to talk about your succession plan." }],
  paul: [{ by: "person", says: "J'ai beaucoup apprécié notre échange sur les astreintes de nuit." }],
  lea: [{ by: "person", says: "La semaine prochaine je suis à Marseille avec Nils." }],
  sam: [
    { by: "person", says: "Thank you for the chat about paid memberships." },
    { by: "owner", says: "I was impressed by how you hold that room together." },
  ],
  nadia: [{ by: "person", says: "Thanks for the call about shift handovers, my leads use your three questions now." }],
  felix: [{ by: "person", says: "Merci pour vos conseils sur la première embauche." }],
  rosa: [{ by: "person", says: "Gracias por la charla sobre las salas de espera." }],
  henrik: [{ by: "person", says: "I'll send you the photos of the old team by Friday." }],
  beatriz: [{ by: "person", says: "Gracias por tus consejos sobre los pliegos de compra." }],
  thomas: [{ by: "owner", says: "Je repense à notre échange sur les tarifs à la journée." }],
  yuki: [{ by: "person", says: "I'll be in Paris next week for a design fair." }],
  anna_n: [{ by: "person", says: "Danke für das Gespräch über die Kranführer." }],
  anna_t: [{ by: "person", says: "Ich schicke dir den Förderantrag bis Freitag." }],
  eleanor: [{ by: "owner", says: "Your column on quiet boards was excellent." }],
  sophie: [{ by: "person", says: "Merci pour la discussion sur les fours de nuit." }],
  antoine: [{ by: "person", says: "Je vous enverrai le schéma du réseau vendredi." }],
  james: [{ by: "person", says: "Thanks again for your advice on branch closures." }],
  fiona: [{ by: "person", says: "We talked about exit interviews, and I have read forty of them since." }],
  lars: [{ by: "person", says: "Unser Austausch über die Pachtverträge hat mir sehr geholfen." }],
  miriam: [{ by: "person", says: "Nächste Woche bin ich in Hamburg auf einer Tagung." }],
  carlos: [{ by: "person", says: "Nuestra conversación sobre los mercados cubiertos me ha dado ideas." }],
  ines: [{ by: "person", says: "La semana que viene estaré en Lisboa con el estudio." }],
  ravi: [{ by: "person", says: "It was great to talk about night releases with you." }],
  meera: [{ by: "person", says: "I'll introduce you to our first investor, Leela Rao." }],
  bruno: [{ by: "person", says: "Merci encore pour l'échange sur les métiers à tisser." }],
  camille: [{ by: "owner", says: "Merci pour vos conseils sur la clause de sortie." }],
  hugo: [{ by: "person", says: "La semaine prochaine, je serai à Bruxelles pour un conseil." }],
  nora: [{ by: "person", says: "J'ai adoré notre discussion sur les pistes cyclables." }],
  philip: [{ by: "person", says: "Good to discuss the search for a night editor with you." }],
  grace: [{ by: "person", says: "Thanks for the conversation about revenue clocks." }],
  theo: [{ by: "person", says: "Our talk about olive mills has stayed with me." }],
  ulrike: [{ by: "person", says: "Es hat mich gefreut, dass wir uns über die Pflegeschulen unterhalten haben." }],
  stefan: [{ by: "person", says: "Ich sende Ihnen den Bescheid spätestens am Donnerstag." }],
  marta: [{ by: "person", says: "Gracias por la conversación sobre las tesis compartidas." }],
  diego: [{ by: "person", says: "Me alegró poder hablar contigo sobre los autobuses nocturnos." }],
  alice: [{ by: "person", says: "Merci pour l'échange sur les lectures du soir." }],
  george: [{ by: "person", says: "Thank you for your thoughts on small grants." }],
  zara: [{ by: "person", says: "I'm flying to Berlin next week for a story." }],
  kenji: [{ by: "person", says: "I still think about what you said about empty drawers." }],
  wanda: [{ by: "person", says: "Many thanks for the discussion about supplier visits." }],
  pierre: [{ by: "person", says: "C'était un plaisir de discuter des toits de tuile avec vous." }],
  isabel: [{ by: "person", says: "Thanks for the chat about water damage, we changed two forms." }],
  robert: [{ by: "person", says: "Danke für das gute Gespräch über die Ladesäulen." }],
  daniel: [
    { by: "owner", says: "I would send you the list of partners, but it is not mine to share." },
    { by: "person", says: "Good talking to you about partner days." },
  ],
};
