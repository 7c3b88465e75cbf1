/** The jobs of people in the order in which they were told: in their own words, as they sign, as it stands on their card. */
import { companyOf, type JobTold, jobHistory } from "../../domain/fact/job-history.ts";
import { announcesNewJob } from "../../domain/fact/jobs.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Language } from "../../domain/mail/language.ts";
import { before, type Instant } from "../../domain/time.ts";
import type { ContactRow } from "../../store/contacts.ts";
import type { Connection } from "../../store/database.ts";
import { jobsOnCards, jobsSigned } from "../../store/fact-sources.ts";
import type { Sourced } from "./sourced.ts";

const atCompany: Readonly<Record<Language, string>> = { en: "at", fr: "chez", de: "bei", es: "en" };

/** "Community Lead, Harbourline" at Harbourline is a Community Lead. */
const withoutCompany = (title: string, company: string): string =>
  title.endsWith(`, ${company}`) ? title.slice(0, -company.length - 2) : title;

/** As they write it themselves, as they sign, and only where neither tells anything as it stands on a card. */
export async function jobsTold(
  connection: Connection,
  owner: OwnerId,
  found: readonly Sourced[],
  contacts: ReadonlyMap<ContactId, ContactRow>,
): Promise<Sourced[]> {
  const localeOf = (contactId: ContactId): Language => (contacts.get(contactId)?.locale ?? "en") as Language;
  const said = ({ contactId, title: line, company }: { contactId: ContactId; title: string; company: string }) => {
    const title = withoutCompany(line, company);
    return {
      kind: "job" as const,
      contactId,
      text: `${title} ${atCompany[localeOf(contactId)]} ${company}`,
      quote: `${title}, ${company}`,
      locale: localeOf(contactId),
      saidBy: "person" as const,
      confidence: 0.9,
      textKeptUntil: undefined,
    };
  };
  const signed = (await jobsSigned(connection, owner)).map(
    (one): Sourced => ({ ...said(one), saidAt: one.at, source: { kind: "message", id: one.messageId } }),
  );
  const dated = Map.groupBy([...found.filter(({ kind }) => kind === "job"), ...signed], ({ contactId }) => contactId);
  const onCards = Map.groupBy(await jobsOnCards(connection, owner), ({ contactId }) => contactId);
  return [...contacts.values()].flatMap(({ contactId, metAt, createdAt }) => {
    const told = (dated.get(contactId) ?? []).toSorted(bySaying);
    const [first] = told;
    const fromCards = (onCards.get(contactId) ?? []).flatMap((one): Sourced[] => {
      const saidAt = cardSaidAt(first, metAt ?? createdAt);
      return saidAt === undefined ? [] : [{ ...said(one), saidAt, source: { kind: "card", id: one.cardId } }];
    });
    return jobHistory([...fromCards, ...told].map(asTold)).map(({ fact }) => fact);
  });
}

const bySaying = (one: Sourced, other: Sourced): number =>
  one.saidAt < other.saidAt ? -1 : one.saidAt > other.saidAt ? 1 : 0;

/**
 * Cards bear no date. One is believed where nothing dated is known; and where they tell of a new job it is the old one.
 */
function cardSaidAt(first: Sourced | undefined, otherwise: Instant): Instant | undefined {
  if (first === undefined) return otherwise;
  return announcesNewJob(first.quote, first.locale) ? before(first.saidAt, { days: 1 }) : undefined;
}

const asTold = (fact: Sourced): JobTold & { fact: Sourced } => ({
  text: fact.text,
  company: companyOf(fact.text),
  at: fact.saidAt,
  isAnnounced: announcesNewJob(fact.quote, fact.locale),
  fact,
});
