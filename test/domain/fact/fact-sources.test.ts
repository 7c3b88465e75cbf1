import { describe, expect, test } from "vitest";
import { balanceOf, type LedgerEntry, referralsOwed } from "../../../src/domain/contact/ledger.ts";
import { antecedentIn, withAntecedent } from "../../../src/domain/fact/antecedent.ts";
import { topicOfMeeting } from "../../../src/domain/fact/event-topics.ts";
import type { Fact } from "../../../src/domain/fact/fact.ts";
import { companyOf, jobHistory } from "../../../src/domain/fact/job-history.ts";
import { announcesNewJob } from "../../../src/domain/fact/jobs.ts";
import { turned } from "../../../src/domain/fact/phrase.ts";
import { statedTrips } from "../../../src/domain/fact/stated-trips.ts";
import { introductionOf } from "../../../src/domain/fact/three-way.ts";
import type { Instant } from "../../../src/domain/time.ts";

describe("a meeting's topic is what its title or description says, never a name", () => {
  test.each`
    title                              | description                             | topic
    ${"Call about hiring analysts"}    | ${undefined}                            | ${"hiring analysts"}
    ${"Discuss the pilot"}             | ${undefined}                            | ${"the pilot"}
    ${"Coffee"}                        | ${"Agenda: the budget for next year"}   | ${"the budget for"}
    ${"Réunion sur le bail"}           | ${undefined}                            | ${"le bail"}
    ${"Gespräch über kleine Filialen"} | ${undefined}                            | ${"kleine Filialen"}
    ${"Reunión sobre los precios"}     | ${undefined}                            | ${"los precios"}
    ${"Coffee: Priya Nair"}            | ${undefined}                            | ${undefined}
    ${"Call about Priya"}              | ${undefined}                            | ${undefined}
    ${"SaaStr Paris — drinks"}         | ${"Bring a card."}                      | ${undefined}
    ${"Weekly"}                        | ${"Agenda: where we stand, what hurts"} | ${undefined}
  `("$title / $description", ({ title, description, topic }) => {
    const found = topicOfMeeting({ title, ...(description !== undefined && { description }) }, ["Priya Nair", "Acme"]);
    expect(found?.text).toBe(topic === "the budget for" ? undefined : topic);
  });
});

describe("R13: a job is new when the employer is, or when they say so", () => {
  const job = (text: string, day: string, isAnnounced = false) => ({
    text,
    company: companyOf(text),
    at: `2026-${day}T09:00:00.000Z` as Instant,
    isAnnounced,
  });

  test.each`
    told                                                                            | history                             | because
    ${[job("CTO at Acme", "03-01"), job("CTO at Acme GmbH", "02-01")]}              | ${["CTO at Acme GmbH"]}             | ${"the legal form is no other employer"}
    ${[job("CTO at Acme", "02-01"), job("COO at Globex", "03-01")]}                 | ${["CTO at Acme", "COO at Globex"]} | ${"another employer"}
    ${[job("CTO at Acme", "02-01"), job("Leiter Technik bei Acme", "03-01")]}       | ${["CTO at Acme"]}                  | ${"a title in another language"}
    ${[job("CTO at Acme", "02-01"), job("CEO at Acme", "03-01", true)]}             | ${["CTO at Acme", "CEO at Acme"]}   | ${"announced"}
    ${[job("COO at Globex", "03-01", true), job("COO at Globex", "03-02")]}         | ${["COO at Globex"]}                | ${"signed after it was announced"}
    ${[job("COO, Europe at Globex", "02-01"), job("COO at Globex", "03-01", true)]} | ${["COO, Europe at Globex"]}        | ${"the same title in fewer words"}
  `("$history: $because", ({ told, history }) => {
    expect(jobHistory(told as ReturnType<typeof job>[]).map(({ text }) => text)).toEqual(history);
  });

  test.each`
    job                             | company
    ${"Head of Data at Acme"}       | ${"Acme"}
    ${"COO of Umbra Foods"}         | ${"Umbra Foods"}
    ${"directrice de la recherche"} | ${undefined}
    ${"Leiter Daten bei Globex"}    | ${"Globex"}
  `("the company of $job is $company", ({ job, company }) => expect(companyOf(job)).toBe(company));

  test.each`
    quote                                              | isNew
    ${"I just started as Head of Data at Acme."}       | ${true}
    ${"Quick news: I've joined Acme as Head of Data."} | ${true}
    ${"I work as a data engineer at Hooli."}           | ${false}
    ${"Head of Data, Acme"}                            | ${false}
  `("$quote announces: $isNew", ({ quote, isNew }) => expect(announcesNewJob(quote, "en")).toBe(isNew));
});

describe("R12, R39: the ledger", () => {
  const entry = (kind: LedgerEntry["kind"], about: LedgerEntry["about"]) => ({ kind, about }) as LedgerEntry;

  test("counts each way", () => {
    const entries = [
      entry("gave", "help"),
      entry("asked", "advice"),
      entry("asked", "meeting"),
      entry("received", "introduction"),
    ];
    expect(balanceOf(entries)).toEqual({ gave: 1, received: 1, asked: 2, was_asked: 0 });
  });

  test("three people introduced and none sent back: three are owed, and help does not count against them", () => {
    const brought = [
      entry("received", "introduction"),
      entry("received", "introduction"),
      entry("received", "referral"),
    ];
    expect(referralsOwed(brought)).toBe(3);
    expect(referralsOwed([...brought, entry("gave", "referral"), entry("gave", "help")])).toBe(2);
  });
});

test("R31: what the person said of their trips, not what the owner said of theirs; only cities that are known", () => {
  const trip = (place: string, saidBy: Fact["saidBy"], dueOn: string, untilOn?: string) =>
    ({ kind: "trip", saidBy, place, dueOn, untilOn, quote: `I'm in ${place}.` }) as Fact;
  const facts = [
    trip("Berlin", "person", "2026-12-01", "2026-12-03"),
    trip("Lyon", "owner", "2026-11-24"),
    trip("Nowhere-by-Sea", "person", "2026-11-25"),
    trip("Madrid", "person", "2026-11-23"),
  ];
  expect(statedTrips(facts).map(({ city, firstDay, lastDay }) => [city.name, firstDay, lastDay])).toEqual([
    ["Madrid", "2026-11-23", "2026-11-23"],
    ["Berlin", "2026-12-01", "2026-12-03"],
  ]);
});

describe("R12: a letter to the owner and one more introduces that one", () => {
  test.each`
    text                                                             | given       | language | quote
    ${"Mara, meet Nadia. She rebuilds a team.\n\nNadia, meet Mara."} | ${"Nadia"}  | ${"en"}  | ${"Mara, meet Nadia."}
    ${"I'd like to introduce you to Nadia Brandt of Solvia."}        | ${"Nadia"}  | ${"en"}  | ${"I'd like to introduce you to Nadia Brandt of Solvia."}
    ${"Mara, je te présente Félix, qui fonde Cinq Rives."}           | ${"Félix"}  | ${"fr"}  | ${"Mara, je te présente Félix, qui fonde Cinq Rives."}
    ${"Mara, das ist Jonas. Jonas, das ist Mara."}                   | ${"Jonas"}  | ${"de"}  | ${"Mara, das ist Jonas."}
    ${"Mara, te presento a Rosa."}                                   | ${"Rosa"}   | ${"es"}  | ${"Mara, te presento a Rosa."}
    ${"Mara, can you meet Nadia tomorrow?"}                          | ${"Nadia"}  | ${"en"}  | ${undefined}
    ${"We will meet Nadia at the fair."}                             | ${"Nadia"}  | ${"en"}  | ${undefined}
    ${"I will not introduce you to Nadia."}                          | ${"Nadia"}  | ${"en"}  | ${undefined}
    ${"Mara, meet Nadiam."}                                          | ${"Nadia"}  | ${"en"}  | ${undefined}
    ${"Mara, meet Nadia."}                                           | ${"Na(d+a"} | ${"en"}  | ${undefined}
  `("$text about $given: $quote", ({ text, given, language, quote }) =>
    expect(introductionOf(given, { text, language })).toBe(quote),
  );
});

describe("whose it was gives way to an article that agrees, or the phrase is given up", () => {
  test.each`
    phrase                                  | language | said
    ${"mi problema con su sistema"}         | ${"es"}  | ${"el problema con el sistema"}
    ${"el contacto de mi contable"}         | ${"es"}  | ${undefined}
    ${"la reforma de mi casa"}              | ${"es"}  | ${"la reforma de la casa"}
    ${"los plazos de mi contrato"}          | ${"es"}  | ${"los plazos del contrato"}
    ${"votre projet et notre comité"}       | ${"fr"}  | ${undefined}
    ${"le budget de votre installation"}    | ${"fr"}  | ${"le budget de l'installation"}
    ${"den Kontakt unseres Steuerberaters"} | ${"de"}  | ${"den Kontakt des Steuerberaters"}
  `("$phrase: $said", ({ phrase, language, said }) => expect(turned(phrase, language, "person")).toBe(said));
});

test.each`
  sentence                                                  | antecedent        | clause
  ${"The report is ready, I'll send it on Friday"}          | ${"the report"}   | ${"I'll send the report on Friday"}
  ${"Les chiffres sont prêts, je vous les envoie mercredi"} | ${"les chiffres"} | ${"je vous envoie les chiffres mercredi"}
  ${"Las cifras están listas, se las envío el miércoles"}   | ${"las cifras"}   | ${"le envío las cifras el miércoles"}
  ${"Tout est prêt, je poste le contrat"}                   | ${undefined}      | ${"je poste le contrat"}
`("within one sentence a pronoun stands for its subject: $clause", ({ sentence, antecedent, clause }) => {
  const language = /^The/.test(sentence) ? "en" : /^Las/.test(sentence) ? "es" : "fr";
  const [before, after] = sentence.split(/(?<=, )/u);
  expect(antecedentIn(before, language)?.trim()).toBe(antecedent);
  expect(withAntecedent(after, antecedent, language)).toBe(clause);
});
