/**
 * What the owner and the cast have told each other, beyond what stands in the sample's files: enough that a letter to each of
 * them can say something of its own. Invented, in the language that the two write in; nobody shares a fact with anybody.
 */
import type { Language } from "./people.ts";

export type Told = {
  /** Noun phrases: what was talked about. */
  topics: readonly string[];
  /** What the owner said they would do, as an infinitive without "to". */
  promises: readonly string[];
  /** Their questions that wait for an answer. */
  questions: readonly string[];
  /** What the owner can offer. */
  gives: readonly string[];
  /** Their words about meeting one day. */
  somedays: readonly string[];
  /** Whole sentences of admiration, each with where it was seen. */
  admirations: readonly string[];
};

export const told: Readonly<Record<Language, Told>> = {
  en: {
    topics: [
      "hiring analysts",
      "your second fund",
      "the runbook before the code",
      "moving the team to four days",
      "your first board meeting",
      "training new managers",
      "the warehouse in Leeds",
      "selling to hospitals",
      "a data team of three",
      "the choir tour",
      "closing the Oslo lab",
      "your book on repair",
      "pricing for schools",
      "the move to Lisbon",
      "remote interviews",
      "the gap year scheme",
      "a union in a start-up",
      "the harbour project",
      "rewriting the handbook",
      "cycling to work in winter",
      "the merger with Polarix",
      "leaving consulting",
      "night trains",
      "finding a deputy",
      "the apprenticeship scheme",
      "your podcast",
      "office hours for founders",
      "the new grant",
    ],
    promises: [
      "send you the note on handovers",
      "put you in touch with Clara",
      "look for the seating plan of the old office",
      "send you our interview questions",
      "ask Jules about the lease",
      "share the slides from Lisbon",
      "find you the name of that binder",
      "send you the two pages on notice periods",
      "lend you the book on meetings",
      "ask around for a bookkeeper",
    ],
    questions: [
      "who should own the glossary?",
      "when is a team too small for a lead?",
      "would you hire a recruiter again?",
      "what does a good first week look like?",
      "is it worth going to Oslo in January?",
      "how long do you keep notes?",
      "who does your payroll?",
      "should we write it ourselves?",
    ],
    gives: [
      "a list of three recruiters for analysts",
      "my checklist for the first ninety days",
      "an hour with our designer",
      "a seat at our February workshop",
      "the contract we use with freelancers",
      "two names in Lyon who know insurance",
      "a quiet desk in Paris whenever you need one",
      "our salary bands, all of them",
      "an introduction to the school's director",
      "a reading list on shift work",
      "the template for our retrospectives",
      "a table we made of grants and dates",
    ],
    somedays: [
      "we should grab coffee",
      "let's have lunch one of these days",
      "we must catch up properly",
      "next time in Paris I owe you a coffee",
      "we really should meet up sometime",
      "I'd love to continue this over a drink",
    ],
    admirations: [
      "Your talk on runbooks in October was the clearest that I have heard on it.",
      "I admire how you told the whole room in Oslo what had not worked.",
      "Your article on small boards is the one that I hand to every founder.",
      "I still quote what you said on the panel about saying no to a large client.",
      "I admire the way you kept the whole Leeds team through the move.",
    ],
  },
  fr: {
    topics: [
      "le recrutement d'analystes",
      "la visite des sinistres",
      "les petites équipes",
      "la fermeture du site de Brest",
      "l'atelier du mardi",
      "la reprise de la librairie",
      "les devis en retard",
      "le passage à quatre jours",
      "l'exposition d'octobre",
      "la formation des tuteurs",
      "le déménagement à Nantes",
      "les horaires de nuit",
      "la succession du fondateur",
      "le chantier de la rue Oberkampf",
      "la cantine de l'école",
      "les stages de troisième",
      "la nouvelle charte",
    ],
    promises: [
      "envoyer la liste pour les passations",
      "demander à Jules pour le bail",
      "transmettre les deux pages sur les préavis",
      "chercher le nom du relieur",
      "partager le plan de l'atelier",
      "retrouver l'article sur les coopératives",
      "prêter le livre sur les réunions",
    ],
    questions: [
      "à qui appartiennent les données d'une agence ?",
      "faut-il un chef à trois ?",
      "qui fait vos fiches de paie ?",
      "combien de temps gardez-vous vos notes ?",
      "est-ce que Lyon en janvier vaut le voyage ?",
    ],
    gives: [
      "une liste de trois recruteurs pour analystes",
      "deux places à notre atelier de février",
      "un bureau calme à Paris",
      "le contrat que nous signons avec les indépendants",
      "une heure avec notre graphiste",
      "le tableau des aides et de leurs dates",
      "deux contacts à Lyon dans l'assurance",
      "notre guide des cent premiers jours",
    ],
    somedays: [
      "il faudrait prendre un café",
      "on devrait déjeuner ensemble",
      "à l'occasion, il faut qu'on se voie",
      "on en reparle autour d'un verre",
    ],
    admirations: [
      "J'ai admiré votre façon de dire à toute la salle, à Lyon, ce qui n'avait pas marché.",
      "Votre article sur les petites équipes est celui que je donne à chaque fondateur.",
      "Je cite encore votre réponse de la table ronde sur le refus d'un gros client.",
    ],
  },
  de: {
    topics: [
      "die Suche nach Analysten",
      "die drei Datenkataloge",
      "die Einarbeitung der vier Neuen",
      "die Bettenplanung",
      "den Umzug nach Leipzig",
      "die Viertagewoche",
      "das Werkstattgespräch am Dienstag",
      "die Nachfolge im Betrieb",
      "die Schichtpläne",
      "den neuen Leitfaden",
      "die Arbeit mit Freiwilligen",
    ],
    promises: [
      "die Checkliste für Übergaben schicken",
      "den Kontakt zu Clara herstellen",
      "die zwei Seiten zu Kündigungsfristen schicken",
      "nach dem Namen des Buchbinders fragen",
      "die Folien aus Lissabon teilen",
    ],
    questions: [
      "wem gehören die Daten einer Filiale?",
      "braucht ein Team von drei eine Leitung?",
      "wer macht eure Lohnabrechnung?",
      "lohnt sich Oslo im Januar?",
    ],
    gives: [
      "eine Liste von drei Personalberatern für Analysten",
      "zwei Plätze in unserer Werkstatt im Februar",
      "den Vertrag, den wir mit Freien schließen",
      "eine Stunde mit unserer Gestalterin",
      "unsere Liste für die ersten hundert Tage",
      "eine Tabelle mit Förderungen und Fristen",
    ],
    somedays: [
      "wir sollten mal einen Kaffee trinken",
      "lass uns bald essen gehen",
      "wir müssen das mal in Ruhe besprechen",
    ],
    admirations: [
      "Ihr Vortrag über Übergaben im Oktober war der klarste, den ich dazu gehört habe.",
      "Ich bewundere, wie offen Sie in Berlin erzählt haben, was nicht gelungen ist.",
      "Ihre Antwort auf dem Podium, warum man einen großen Kunden ablehnen darf, zitiere ich bis heute.",
    ],
  },
  es: {
    topics: [
      "la búsqueda de analistas",
      "los datos de las sucursales",
      "la mudanza a Valencia",
      "la semana de cuatro días",
      "el taller del martes",
      "los turnos de noche",
      "el relevo del fundador",
      "la nueva guía",
      "las prácticas de verano",
    ],
    promises: [
      "enviar la lista para los traspasos",
      "preguntar a Jules por el alquiler",
      "compartir las dos páginas sobre los plazos",
      "buscar el nombre del encuadernador",
    ],
    questions: [
      "¿de quién son los datos de una sucursal?",
      "¿hace falta una jefa para tres personas?",
      "¿quién lleva vuestras nóminas?",
    ],
    gives: [
      "una lista de tres empresas que buscan analistas",
      "dos plazas en nuestro taller de febrero",
      "el contrato que firmamos con autónomos",
      "una hora con nuestra diseñadora",
      "una tabla de ayudas y plazos",
    ],
    somedays: ["deberíamos tomar un café", "a ver si comemos un día", "tenemos que vernos con calma"],
    admirations: [
      "Admiro cómo contó en Madrid lo que no había salido bien.",
      "Su artículo sobre los equipos pequeños es el que doy a cada fundador.",
      "Todavía cito lo que dijo en la mesa redonda sobre rechazar a un cliente grande.",
    ],
  },
};
