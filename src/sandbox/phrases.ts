/**
 * What the cast says: fragments in four languages from which letters are put together. A topic keeps a thread together:
 * its openings, answers and endings speak of one thing. `{weekday}`, `{hour}`, `{count}`, `{thing}` and `{place}` are filled
 * in by the caller. Nothing here names a date, a month or a season, so a letter reads right whenever it is dated.
 */
import type { Language } from "./people.ts";

export type Topic = {
  subjects: readonly string[];
  /** First letter of the thread. */
  opens: readonly string[];
  /** Answers and answers to answers. */
  answers: readonly string[];
  /** A last, short word. */
  ends: readonly string[];
};

export type Phrases = {
  greetings: readonly string[];
  /** Small talk that may stand before or after the matter. */
  asides: readonly string[];
  partings: readonly string[];
  weekdays: readonly string[];
  things: readonly string[];
  topics: readonly Topic[];
};

const en: Phrases = {
  greetings: ["Hi {name},", "Hello {name},", "{name},", "Hey {name},", "Dear {name},", "Morning {name},"],
  asides: [
    "Hope the week is treating you kindly.",
    "Sorry for the slow answer, it has been one of those weeks.",
    "The office is unusually quiet here, so I can finally think.",
    "Writing from the train, so excuse the typos.",
    "I am still laughing about your story with the projector.",
    "By the way, the book you mentioned is excellent, I am halfway through.",
    "Our youngest has discovered drums. Pray for us.",
    "How did the move go?",
    "It rained the whole weekend, so the garden won again.",
    "Thanks for being so patient with us on this one.",
    "Good to hear your voice last time.",
    "I owe you a decent lunch by now.",
    "Between us, the new building has terrible coffee.",
    "Quick one before my next call.",
    "The dog ate the first version of my notes. Really.",
  ],
  partings: ["Best,", "Best regards,", "Cheers,", "Talk soon,", "Thanks,", "Warmly,", "All the best,", "Speak soon,"],
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
  things: [
    "the onboarding flow",
    "the pricing page",
    "the quarterly review",
    "the supplier list",
    "the data model",
    "the pilot",
    "the hiring plan",
    "the board pack",
    "the migration",
    "the workshop notes",
    "the call script",
    "the contract annex",
  ],
  topics: [
    {
      subjects: ["Comments on {thing}", "A second look at {thing}", "{thing}: two questions"],
      opens: [
        "I went through {thing} last night and left {count} comments. The only one that matters is about who signs off at the end.",
        "Could you cast an eye over {thing}? It reads well to me, which usually means I have been looking at it too long.",
        "Two questions about {thing}: who owns it after the handover, and do we still need the second half?",
      ],
      answers: [
        "Fair points. I would drop the second half altogether, nobody has asked for it in months.",
        "Agreed on ownership. I will put a name on it before {weekday} and copy you.",
        "I read your comments on the tram. Number {count} made me wince, because you are right.",
        "Done, except the bit on costs, where I need Finance to wake up first.",
      ],
      ends: ["Perfect, closing this one.", "That works for us. Thank you!", "Lovely, I will send it round as it is."],
    },
    {
      subjects: ["Room for a workshop?", "Workshop in {place}", "Half a day on {thing}"],
      opens: [
        "We would like to spend half a day on {thing} with the people who actually do the work. Around {count} of us. Would you run it?",
        "The team keeps asking for another workshop. Same format as last time, less slides?",
        "I have booked a room in {place} and now need someone with opinions on {thing}. Interested?",
      ],
      answers: [
        "Happy to. I would start with an hour of listening and leave the slides at home.",
        "Yes, with pleasure. {count} people is the upper limit for the exercise I have in mind.",
        "{weekday} would be best for me, from {hour} onwards. Could you ask the others?",
        "Let me check with Jules who else could come, he ran the last one.",
        "Great. Please no round tables, the square ones fight less.",
      ],
      ends: [
        "Then that is settled. I will bring the pens.",
        "Booked. The room has windows this time.",
        "Splendid, see you there.",
      ],
    },
    {
      subjects: ["Invoice for {thing}", "Question about the last invoice", "Purchase order"],
      opens: [
        "Our accounts team returned your last invoice because the order number was missing. Silly, I know. Could you send it again?",
        "Is the travel to {place} included in the fee, or do you bill it apart?",
        "The purchase order has finally come through. You can invoice {count} days.",
      ],
      answers: [
        "Sent again a minute ago, with the number in bold this time.",
        "Travel is included, only the hotel is separate.",
        "Thank you for chasing this. Tove will take care of it on {weekday}.",
        "Received and passed on. They pay on the second run of the month, it seems.",
      ],
      ends: ["Paid this morning.", "All sorted, thanks for your patience.", "Got it, no more questions from our side."],
    },
    {
      subjects: ["{weekday}?", "Moving our call", "Can we shift {weekday}?"],
      opens: [
        "Something has come up on {weekday}. Could we move our call to {hour}, or to the day after?",
        "Would {weekday} at {hour} work instead? My train back from {place} leaves too early.",
        "I double booked myself, which never happens, as you know. Any chance of {weekday} after {hour}?",
      ],
      answers: [
        "{hour} is fine. Same number as always.",
        "The day after suits me better, before noon if you can.",
        "No problem at all. I will use the time to finish {thing}.",
        "Works. Let us keep it to twenty minutes, I promise to be short.",
      ],
      ends: ["Thanks, calendar updated.", "Super.", "Done, speak then."],
    },
    {
      subjects: ["Someone you should meet", "Know anyone in {place}?", "Looking for a good analyst"],
      opens: [
        "We are looking for an analyst who is not afraid of people. Does anybody come to mind?",
        "Do you know anyone in {place} who has done {thing} at a mid-sized company? I need half an hour of honesty.",
        "A friend is setting up a small practice in {place} and asks all the questions I asked you once. May I pass on your name?",
      ],
      answers: [
        "Two names come to mind. Let me ask them first whether they mind being named.",
        "Of course, pass it on. I like first conversations more than third ones.",
        "Not right away, but I will keep my ears open. Karim knows half of that scene.",
        "Yes: she used to run this at a hospital group and now teaches. I will ask her on {weekday}.",
      ],
      ends: ["You are a star.", "Much appreciated. I owe you one.", "Brilliant, that is more than I hoped for."],
    },
    {
      subjects: ["Thoughts after {place}", "Following our talk in {place}", "What stayed with me"],
      opens: [
        "I have been thinking about what you said on small teams. We tried the one-page rule on {weekday} and it survived a whole meeting.",
        "Good to sit down properly in {place}. Your point about {thing} has already cost me an evening.",
        "What stayed with me is the story of the hospital that stopped counting. Do you have anything written on it?",
      ],
      answers: [
        "That makes me very happy. The trick is to hide the second page.",
        "There is a short note, not pretty, {count} pages. I will dig it out.",
        "Ha, I hope it was an evening with wine at least.",
        "Careful, the first week is always the easy one. Tell me how week {count} goes.",
      ],
      ends: ["Will report back.", "Thank you, that helps a lot.", "To be continued, preferably over food."],
    },
    {
      subjects: ["Numbers for {thing}", "Figures, at last", "Spreadsheet"],
      opens: [
        "Here are the figures we talked about. Column {count} is an estimate and I would not defend it in public.",
        "The totals in your sheet and ours differ by {count}. Small, but someone will notice.",
        "Could Karim explain how he got to the last line? I get something lower.",
      ],
      answers: [
        "Found it: a region was counted twice. New version on its way.",
        "Karim says the last line includes the pilot, which we left out. Both are right, sadly.",
        "Thanks for spotting it before the board did.",
        "I would round it all to the nearest thousand and sleep well.",
      ],
      ends: ["Now they match. Phew.", "Good, using these.", "Thanks both, case closed."],
    },
    {
      subjects: ["Panel in {place}", "Would you speak?", "Short talk on {thing}"],
      opens: [
        "We are putting together an evening in {place}, {count} speakers, ten minutes each, no sales. Would you take one on {thing}?",
        "My chair has asked me to find a speaker who will not read from slides. You were the first and only name.",
        "Would you come and tell our apprentices how you ended up doing this? They are a kind audience.",
      ],
      answers: [
        "I would love to. Ten minutes is exactly the length at which I am still interesting.",
        "Which evening? {weekday} is choir and choir is sacred.",
        "Yes, if I may bring questions instead of answers.",
        "Let me think about it until {weekday}, I said yes too often this quarter.",
      ],
      ends: ["Wonderful, you are on the poster.", "Confirmed. There will be soup.", "Great, thank you!"],
    },
    {
      subjects: ["Contract annex", "One clause", "NDA"],
      opens: [
        "Legal would like to change a single clause, the one on notice. From {count} weeks to a month. Acceptable?",
        "Attached in my head, to follow on paper: the annex with the new day rates.",
        "Could you sign the NDA before {weekday}? I know you have done so before, they lost it.",
      ],
      answers: [
        "Fine with me, a month it is.",
        "Signed and returned. Please tell them to buy a drawer.",
        "Camille will look at it on {weekday}, but I see no trouble.",
        "The clause is fine, the typo in the title less so.",
      ],
      ends: ["Countersigned, thank you.", "Filed. Twice, to be safe.", "Great, off to the next one."],
    },
    {
      subjects: ["How did it go?", "And?", "News from {place}"],
      opens: [
        "How did the presentation go? I crossed fingers from {hour} on.",
        "You were off to {place} for the big conversation. Did they listen?",
        "I heard a rumour that {thing} got its budget. True?",
      ],
      answers: [
        "Better than feared. They asked {count} questions and wrote down two of the answers.",
        "They listened, then talked about parking for half an hour.",
        "True! Half of what we asked, which is twice of what we expected.",
        "We shall see. The decision has been moved to {weekday}, like everything.",
      ],
      ends: ["So pleased for you!", "Parking always wins. Well done though.", "Keep me posted."],
    },
    {
      subjects: ["Your visit", "When you are in {place}", "Directions"],
      opens: [
        "When you come to {place}, take the tram, not the taxi. The entrance is behind the bakery and nobody believes it.",
        "Will you have time for a walk after the meeting in {place}? There is a bridge I would like to show you.",
        "I told reception you are coming on {weekday}. They will pretend not to know.",
      ],
      answers: [
        "Behind the bakery is a very good reason to arrive early.",
        "A walk would be perfect, I have been sitting since {weekday}.",
        "Thank you. I will say the magic word, which is your name.",
        "Tram it is. Last time the taxi driver gave me {count} minutes on politics.",
      ],
      ends: ["See you there!", "Found it, thank you for the map.", "Bring an umbrella."],
    },
    {
      subjects: ["The new person", "She started", "Second week"],
      opens: [
        "Our new analyst started on {weekday} and has already asked {count} questions that nobody could answer. I like her.",
        "We finally filled the role. Your warning about the reference calls saved us from the wrong one.",
        "What do you give people to read in their first week? Mine got the fire instructions.",
      ],
      answers: [
        "That is the best sign there is. Keep a list of the questions.",
        "I give them three letters from unhappy clients and no slides.",
        "So glad. The second week is when they stop being polite, enjoy it.",
        "Fire instructions are underrated. At least they are short.",
      ],
      ends: ["I will steal that.", "Ha! Will do.", "She says hello, by the way."],
    },
    {
      subjects: ["Draft for your eyes", "Before I press send", "Is this too blunt?"],
      opens: [
        "Is this too blunt? 'We would rather do half of it well.' It is for the {weekday} meeting and I am losing my nerve.",
        "Before I press send: does the summary of {thing} make sense to someone who was not there?",
        "I need a title for the talk that is not a pun. You have {count} minutes.",
      ],
      answers: [
        "Not blunt, just clear. Leave it exactly so.",
        "It makes sense, though I would move the ending to the front.",
        "Anything but a question mark. People can smell them.",
        "Keep the sentence and lose the apology after it.",
      ],
      ends: ["Sent. Breathing again.", "You were right, they loved it.", "Thank you, moving it up."],
    },
  ],
};

const fr: Phrases = {
  greetings: ["Bonjour {name},", "Salut {name},", "{name},", "Bonjour,", "Hello {name},"],
  asides: [
    "J'espère que tout va bien de ton côté.",
    "Pardon pour le délai, la semaine a été longue.",
    "Je t'écris depuis le train, pardon pour les fautes.",
    "Le chantier d'en face vient de reprendre, je m'entends à peine penser.",
    "Au fait, le petit a enfin fait ses nuits.",
    "Merci encore pour ton accueil la dernière fois.",
    "Ici tout le monde est enrhumé, on travaille à la tisane.",
    "Tu avais raison pour le restaurant, c'était parfait.",
    "Je file en réunion, je fais court.",
    "Quel plaisir de te revoir l'autre jour.",
  ],
  partings: ["Bien à toi,", "Cordialement,", "À bientôt,", "Bonne journée,", "Amicalement,", "Merci et à très vite,"],
  weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi"],
  things: [
    "la feuille de route",
    "le cahier des charges",
    "la note de cadrage",
    "le budget",
    "la grille d'entretien",
    "le tableau de bord",
    "la convention",
    "le plan de formation",
  ],
  topics: [
    {
      subjects: ["Retours sur {thing}", "{thing} : deux remarques", "Relecture"],
      opens: [
        "J'ai relu {thing} hier soir. C'est clair, sauf la page {count}, où je me perds à chaque fois.",
        "Peux-tu jeter un œil à {thing} avant {weekday} ? Je n'arrive plus à voir ce qui cloche.",
        "Deux remarques sur {thing} : qui décide à la fin, et faut-il vraiment l'annexe ?",
      ],
      answers: [
        "Merci, c'est très juste. Je raccourcis et je renvoie avant {weekday}.",
        "D'accord pour supprimer l'annexe, personne ne la lira.",
        "La page {count} était la préférée de mon directeur, mais je prends le risque.",
        "Je m'en occupe cet après-midi, il me manque juste un chiffre.",
      ],
      ends: ["Parfait, on garde cette version.", "C'est tout bon pour nous, merci.", "Impeccable, je diffuse."],
    },
    {
      subjects: ["Atelier à {place}", "Une demi-journée ensemble ?", "Préparation de l'atelier"],
      opens: [
        "Nous aimerions réunir une dizaine de personnes autour de {thing}. Tu animerais ?",
        "L'équipe demande une suite à l'atelier, avec moins de diapositives et plus de café.",
        "La salle de {place} est libre {weekday} à partir de {hour}. On la prend ?",
      ],
      answers: [
        "Avec plaisir. Je commencerais par une heure d'écoute, sans écran.",
        "Oui, prenons-la. Il faudra un mur où coller des choses.",
        "{weekday} me va, plutôt le matin. Amélie peut venir aussi ?",
        "Dix personnes, c'est le bon nombre. À quinze, on perd les timides.",
      ],
      ends: ["C'est noté, à très vite.", "Réservé. J'apporte les croissants.", "Super, hâte d'y être."],
    },
    {
      subjects: ["Facture", "Bon de commande", "Question de comptabilité"],
      opens: [
        "La comptabilité me réclame le numéro de commande sur ta dernière facture. Tu peux la renvoyer ?",
        "Le bon de commande est enfin signé : {count} jours, comme convenu.",
        "Les frais de déplacement sont-ils compris dans le forfait ?",
      ],
      answers: [
        "C'est renvoyé, avec le numéro en gras.",
        "Oui, tout est compris sauf l'hôtel.",
        "Merci d'avoir insisté, Tove s'en charge {weekday}.",
        "Bien reçu, je transmets.",
      ],
      ends: ["Réglé ce matin.", "Tout est en ordre, merci.", "Parfait."],
    },
    {
      subjects: ["Décaler {weekday} ?", "Notre point", "Petit changement"],
      opens: [
        "J'ai un empêchement {weekday}. On pourrait décaler à {hour}, ou au lendemain ?",
        "Mon train arrive plus tard que prévu : {hour}, ça irait encore ?",
        "Peut-on faire notre point par téléphone cette fois ?",
      ],
      answers: [
        "{hour}, très bien. Même numéro.",
        "Le lendemain m'arrange même, avant midi si possible.",
        "Aucun souci, j'en profite pour finir {thing}.",
        "Par téléphone c'est parfait, vingt minutes suffiront.",
      ],
      ends: ["Merci, c'est changé.", "Nickel.", "Entendu."],
    },
    {
      subjects: ["Quelqu'un à te présenter", "Tu connais quelqu'un à {place} ?", "Recrutement"],
      opens: [
        "Nous cherchons une personne capable de parler aux métiers et aux machines. Un nom ?",
        "Connais-tu quelqu'un à {place} qui ait vécu un projet comme le nôtre ?",
        "Une amie se lance et pose toutes les questions que je te posais. Je peux lui donner ton nom ?",
      ],
      answers: [
        "Deux noms me viennent, je leur demande d'abord.",
        "Bien sûr, donne-le-lui. J'aime les premières conversations.",
        "Pas tout de suite, mais je garde l'oreille ouverte.",
        "Oui, une ancienne collègue de Karim. Je l'appelle {weekday}.",
      ],
      ends: ["Merci infiniment.", "Merci mille fois.", "Je te revaudrai ça."],
    },
    {
      subjects: ["Suite de notre échange", "J'y repense", "Après {place}"],
      opens: [
        "J'ai repensé à ton histoire de page unique. On a essayé {weekday}, la réunion a duré moitié moins.",
        "Ton exemple sur {thing} a fait son chemin chez nous, même le directeur le cite.",
        "Aurais-tu quelque chose d'écrit sur la méthode dont tu parlais à {place} ?",
      ],
      answers: [
        "Tu me fais très plaisir. Le secret, c'est de cacher la deuxième page.",
        "J'ai une petite note de {count} pages, pas très belle. Je la retrouve.",
        "Attention, la première semaine est toujours la plus facile.",
        "S'il le cite, c'est qu'il croit l'avoir inventé. C'est gagné !",
      ],
      ends: ["Je te raconterai.", "Merci, ça aide beaucoup.", "À suivre, autour d'une table si possible."],
    },
    {
      subjects: ["Ta venue à {place}", "Le plan pour venir", "Pratique"],
      opens: [
        "Pour {place}, prends le tram plutôt que le taxi. L'entrée est derrière la boulangerie, personne n'y croit.",
        "Tu auras un moment pour marcher après la réunion ? Il y a un pont que j'aimerais te montrer.",
        "J'ai prévenu l'accueil pour {weekday}, ils feront semblant de ne rien savoir.",
      ],
      answers: [
        "Derrière la boulangerie, voilà une excellente raison d'arriver en avance.",
        "Une marche, volontiers, je ne fais qu'être assise depuis {weekday}.",
        "Noté pour le tram. La dernière fois, le taxi m'a parlé politique {count} minutes.",
        "Merci, je donnerai ton nom comme mot de passe.",
      ],
      ends: ["À tout à l'heure !", "Trouvé, merci pour le plan.", "Prends un parapluie."],
    },
    {
      subjects: ["Avant d'envoyer", "Trop direct ?", "Un titre"],
      opens: [
        "Est-ce trop direct ? « Nous préférons en faire la moitié, mais bien. » C'est pour {weekday} et j'hésite.",
        "Il me faut un titre qui ne soit pas un jeu de mots. Tu as {count} minutes.",
        "Le résumé est-il clair pour quelqu'un qui n'était pas là ?",
      ],
      answers: [
        "Pas direct, juste clair. Ne change rien.",
        "C'est limpide, mais je commencerais par la fin.",
        "Tout sauf un point d'interrogation, ça se sent de loin.",
        "Garde la phrase, enlève l'excuse qui suit.",
      ],
      ends: ["Envoyé. Je respire.", "Tu avais raison, ils ont adoré.", "Merci, je remonte la fin."],
    },
  ],
};

const de: Phrases = {
  greetings: ["Hallo {name},", "Guten Morgen {name},", "Moin {name},", "{name},", "Guten Tag {name},"],
  asides: [
    "Ich hoffe, es geht dir gut.",
    "Entschuldige die späte Antwort, hier war viel los.",
    "Ich schreibe aus dem Zug, verzeih die Tippfehler.",
    "Bei uns wird gerade das Treppenhaus gestrichen, ich rieche nichts anderes mehr.",
    "Übrigens: das Buch ist großartig.",
    "Schön war's neulich.",
    "Die Kantine hat endlich wieder Suppe.",
    "Ganz kurz nur, ich muss gleich weiter.",
    "Meine Tochter lernt jetzt Trompete. Fragt nicht.",
  ],
  partings: ["Viele Grüße", "Beste Grüße", "Herzliche Grüße", "Bis bald", "Mit freundlichen Grüßen", "LG"],
  weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag"],
  things: [
    "das Konzept",
    "den Projektplan",
    "die Ausschreibung",
    "die Kennzahlen",
    "den Leitfaden",
    "die Vorlage",
    "den Vertrag",
    "die Auswertung",
  ],
  topics: [
    {
      subjects: ["Anmerkungen", "Rückfragen zum Entwurf", "Zweiter Blick"],
      opens: [
        "ich habe mir {thing} gestern noch einmal angesehen und {count} Anmerkungen hinterlassen.",
        "kannst du bis {weekday} kurz über {thing} schauen? Ich sehe den Wald nicht mehr.",
        "zwei Fragen zum Entwurf: wer entscheidet am Ende, und brauchen wir den Anhang wirklich?",
      ],
      answers: [
        "gute Punkte. Den Anhang streiche ich, den vermisst niemand.",
        "einverstanden, ich trage die Zuständigen bis {weekday} nach.",
        "Punkt {count} tut weh, stimmt aber leider.",
        "erledigt, nur die Kosten fehlen noch.",
      ],
      ends: ["Passt, so bleibt es.", "Wunderbar, danke!", "Dann schließe ich das ab."],
    },
    {
      subjects: ["Workshop in {place}", "Ein halber Tag zu zehnt", "Terminidee"],
      opens: [
        "wir würden gern einen halben Tag mit den Leuten arbeiten, die es wirklich betrifft. Würdest du moderieren?",
        "das Team fragt nach einer Fortsetzung, gern mit weniger Folien.",
        "der Raum in {place} ist {weekday} ab {hour} Uhr frei. Nehmen wir ihn?",
      ],
      answers: [
        "sehr gern. Ich würde mit einer Stunde Zuhören beginnen.",
        "ja, bitte reservieren. Wir brauchen eine Wand, an die man kleben darf.",
        "{weekday} passt, am liebsten vormittags.",
        "zehn Leute sind ideal, bei fünfzehn verstummen die Leisen.",
      ],
      ends: ["Gebucht, ich bringe Stifte mit.", "Prima, bis dann!", "Dann steht es."],
    },
    {
      subjects: ["Rechnung", "Bestellnummer", "Frage der Buchhaltung"],
      opens: [
        "die Buchhaltung hat die letzte Rechnung zurückgeschickt, weil die Bestellnummer fehlt. Schickst du sie noch einmal?",
        "die Bestellung ist da: {count} Tage, wie besprochen.",
        "sind die Reisekosten im Honorar enthalten?",
      ],
      answers: [
        "ist noch einmal unterwegs, diesmal mit Nummer.",
        "ja, nur das Hotel rechnen wir getrennt ab.",
        "danke fürs Nachhaken, Tove kümmert sich am {weekday}.",
        "angekommen und weitergeleitet.",
      ],
      ends: ["Heute bezahlt.", "Alles geklärt, danke.", "Dann ist das vom Tisch."],
    },
    {
      subjects: ["{weekday} verschieben?", "Unser Telefonat", "Kleine Änderung"],
      opens: [
        "am {weekday} kommt mir etwas dazwischen. Ginge auch {hour} Uhr oder der Tag danach?",
        "mein Zug ist später dran als gedacht. Wäre {hour} Uhr noch in Ordnung?",
        "können wir diesmal telefonieren statt uns zu treffen?",
      ],
      answers: [
        "{hour} Uhr ist gut, gleiche Nummer.",
        "der Tag danach passt mir sogar besser, gern vor zwölf.",
        "kein Problem, dann werde ich mit {count} Dingen fertig, die liegen geblieben sind.",
        "telefonieren reicht völlig, zwanzig Minuten genügen.",
      ],
      ends: ["Danke, eingetragen.", "Super.", "Abgemacht."],
    },
    {
      subjects: ["Eindrücke aus {place}", "Nachtrag", "Noch ein Gedanke"],
      opens: [
        "deine Geschichte von der einen Seite lässt mich nicht los. Wir haben es am {weekday} probiert, die Sitzung war halb so lang.",
        "unser Gespräch in {place} wirkt nach. Hast du dazu etwas Schriftliches?",
        "noch ein Gedanke zu den kleinen Teams: bei uns scheitert es eher an den Räumen als an den Leuten.",
      ],
      answers: [
        "das freut mich sehr. Das Geheimnis ist, die zweite Seite zu verstecken.",
        "es gibt eine kurze Notiz, {count} Seiten, nicht schön. Ich suche sie heraus.",
        "Vorsicht, die erste Woche ist immer die leichteste.",
        "Räume sind unterschätzt. Darüber sollten wir einmal länger reden.",
      ],
      ends: ["Ich berichte!", "Danke, das hilft.", "Fortsetzung folgt, am besten beim Essen."],
    },
    {
      subjects: ["Anfahrt", "Dein Besuch", "Wenn du kommst"],
      opens: [
        "nimm lieber die Tram als das Taxi. Der Eingang ist hinter der Bäckerei, das glaubt nie jemand.",
        "hast du nach der Sitzung noch Zeit für einen Spaziergang? Es gibt da eine Brücke.",
        "ich habe dich für {weekday} am Empfang angemeldet. Sie werden so tun, als wüssten sie nichts.",
      ],
      answers: [
        "hinter der Bäckerei ist ein guter Grund, zu früh zu kommen.",
        "Spaziergang sehr gern, ich sitze seit {weekday} nur noch.",
        "Tram, versprochen. Der letzte Taxifahrer sprach {count} Minuten über Politik.",
        "danke, ich nenne deinen Namen als Losungswort.",
      ],
      ends: ["Bis gleich!", "Gefunden, danke für die Skizze.", "Nimm einen Schirm mit."],
    },
    {
      subjects: ["Vor dem Abschicken", "Zu direkt?", "Titel gesucht"],
      opens: [
        "ist das zu direkt? „Lieber die Hälfte, aber gut.“ Es ist für {weekday}, und ich zögere.",
        "ich brauche einen Titel, der kein Wortspiel ist. Du hast {count} Minuten.",
        "versteht man die Zusammenfassung, wenn man nicht dabei war?",
      ],
      answers: [
        "nicht zu direkt, nur klar. Lass es so.",
        "verständlich, aber ich würde mit dem Ende anfangen.",
        "alles, nur kein Fragezeichen.",
        "behalte den Satz und streich die Entschuldigung danach.",
      ],
      ends: ["Ist raus.", "Du hattest recht, sie mochten es.", "Danke, ich stelle um."],
    },
  ],
};

const es: Phrases = {
  greetings: ["Hola {name}:", "Hola, {name},", "Buenos días, {name}:", "Buenas, {name}:", "{name},"],
  asides: [
    "Espero que todo vaya bien por ahí.",
    "Perdona la tardanza, ha sido una semana complicada.",
    "Te escribo desde el tren, disculpa las erratas.",
    "Aquí seguimos de obras, ya ni oigo el teléfono.",
    "Por cierto, el libro me está encantando.",
    "Qué alegría verte el otro día.",
    "La niña ha empezado con el violín. Paciencia.",
    "Voy rápido, que entro en una reunión.",
    "Tenías razón con el restaurante.",
  ],
  partings: ["Un saludo,", "Un abrazo,", "Saludos cordiales,", "Hasta pronto,", "Gracias y un saludo,", "Hablamos,"],
  weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes"],
  things: [
    "la propuesta",
    "el plan de trabajo",
    "el informe",
    "el presupuesto",
    "la presentación",
    "el contrato",
    "la encuesta",
  ],
  topics: [
    {
      subjects: ["Comentarios sobre {thing}", "Dos dudas", "Una revisión"],
      opens: [
        "He leído {thing} con calma y he dejado {count} comentarios. Solo uno es importante.",
        "¿Puedes echar un vistazo a {thing} antes del {weekday}? Ya no veo los errores.",
        "Dos dudas: quién decide al final, y si de verdad hace falta el anexo.",
      ],
      answers: [
        "Tienes razón, lo acorto y te lo mando antes del {weekday}.",
        "De acuerdo en quitar el anexo, nadie lo va a echar de menos.",
        "El comentario {count} duele, pero es verdad.",
        "Hecho, solo falta una cifra que me deben.",
      ],
      ends: ["Perfecto, lo dejamos así.", "Por nuestra parte, todo bien.", "Estupendo, lo envío."],
    },
    {
      subjects: ["Taller en {place}", "Media jornada juntos", "¿Lo organizamos?"],
      opens: [
        "Queremos reunir a unas diez personas para hablar de {thing}. ¿Te animas a llevarlo tú?",
        "El equipo pide otra sesión, con menos diapositivas y más café.",
        "La sala de {place} está libre el {weekday} desde las {hour}. ¿La reservo?",
      ],
      answers: [
        "Con mucho gusto. Empezaría con una hora de escuchar, sin pantalla.",
        "Sí, resérvala. Hace falta una pared donde pegar cosas.",
        "El {weekday} me va bien, mejor por la mañana.",
        "Diez es buen número, con quince se callan los tímidos.",
      ],
      ends: ["Reservado, yo llevo los rotuladores.", "Genial, nos vemos allí.", "Queda apuntado."],
    },
    {
      subjects: ["Factura", "Número de pedido", "Consulta de administración"],
      opens: [
        "Administración me pide el número de pedido de la última factura. ¿La puedes reenviar?",
        "Ya está firmado el pedido: {count} días, como hablamos.",
        "¿Los gastos de viaje van incluidos?",
      ],
      answers: [
        "Reenviada ahora mismo, con el número bien grande.",
        "Sí, todo incluido menos el hotel.",
        "Gracias por insistir, Tove lo mira el {weekday}.",
        "Recibido, lo paso.",
      ],
      ends: ["Pagada esta mañana.", "Todo en orden, gracias.", "Listo."],
    },
    {
      subjects: ["¿Movemos el {weekday}?", "Nuestra llamada", "Un cambio pequeño"],
      opens: [
        "El {weekday} me ha surgido algo. ¿Podríamos pasar a las {hour}, o al día siguiente?",
        "Mi tren llega más tarde de lo previsto. ¿A las {hour} sigue bien?",
        "¿Te importa si esta vez lo hacemos por teléfono?",
      ],
      answers: [
        "A las {hour}, perfecto. El mismo número.",
        "El día siguiente me viene incluso mejor.",
        "Sin problema, así termino {thing}.",
        "Por teléfono está muy bien, con veinte minutos nos sobra.",
      ],
      ends: ["Gracias, cambiado.", "Estupendo.", "Hecho."],
    },
    {
      subjects: ["Después de {place}", "Sigo dándole vueltas", "Una idea"],
      opens: [
        "Sigo pensando en lo de la página única. Lo probamos el {weekday} y la reunión duró la mitad.",
        "Tu ejemplo sobre {thing} ha gustado mucho aquí. ¿Tienes algo escrito?",
        "Una idea suelta después de {place}: quizá el problema no son las personas sino las salas.",
      ],
      answers: [
        "¡Qué bien! El truco es esconder la segunda página.",
        "Tengo una nota de {count} páginas, no muy bonita. La busco.",
        "Cuidado, que la primera semana siempre es la fácil.",
        "Las salas importan más de lo que creemos. Hablémoslo con calma.",
      ],
      ends: ["Ya te contaré.", "Gracias, ayuda mucho.", "Continuará, a ser posible comiendo."],
    },
    {
      subjects: ["Cómo llegar", "Tu visita", "Cuando vengas"],
      opens: [
        "Para llegar, mejor el tranvía que el taxi. La entrada está detrás de la panadería, nadie se lo cree.",
        "¿Tendrás un rato para caminar después de la reunión? Hay un puente que quiero enseñarte.",
        "He avisado en recepción para el {weekday}. Harán como que no saben nada.",
      ],
      answers: [
        "Detrás de la panadería es una razón estupenda para llegar pronto.",
        "Caminar me vendría muy bien, no hago más que estar sentada desde el {weekday}.",
        "Tranvía, prometido. El último taxista me habló {count} minutos de política.",
        "Gracias, diré tu nombre como contraseña.",
      ],
      ends: ["¡Hasta ahora!", "Encontrado, gracias por el plano.", "Tráete un paraguas."],
    },
    {
      subjects: ["Antes de enviarlo", "¿Demasiado directo?", "Busco título"],
      opens: [
        "¿Es demasiado directo? «Mejor la mitad, pero bien.» Es para el {weekday} y dudo.",
        "Necesito un título que no sea un juego de palabras. Tienes {count} minutos.",
        "¿Se entiende el resumen si no estuviste?",
      ],
      answers: [
        "No es directo, es claro. Déjalo así.",
        "Se entiende, pero yo empezaría por el final.",
        "Cualquier cosa menos un signo de interrogación.",
        "Quédate con la frase y quita la disculpa de después.",
      ],
      ends: ["Enviado. Ya respiro.", "Tenías razón, les encantó.", "Gracias, lo cambio."],
    },
  ],
};

export const phrases: Readonly<Record<Language, Phrases>> = { en, fr, de, es };
