/**
 * A person's jobs in the order in which they were told, each once. The same employer written in other words is no new job;
 * a new title there counts only when they announce it themselves.
 */
import type { Instant } from "../time.ts";

export type JobTold = {
  /** "Head of Data at Acme" */
  text: string;
  company: string | undefined;
  at: Instant;
  /** In a sentence of theirs that says that it is new (R13). */
  isAnnounced: boolean;
};

export function jobHistory<Job extends JobTold>(told: readonly Job[]): Job[] {
  const history: Job[] = [];
  for (const job of told.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))) {
    const last = history.at(-1);
    const isNew =
      last === undefined || (job.isAnnounced ? !isSameJob(job, last) : !isSameCompany(job.company, last.company));
    if (isNew) history.push(job);
  }
  return history;
}

/** "Director at Initech" and "Director, Partnerships at Initech" are one job, told in more words. */
const isSameJob = (one: JobTold, other: JobTold): boolean => {
  const [short = "", long = ""] = [titleOf(one), titleOf(other)].toSorted((left, right) => left.length - right.length);
  return isSameCompany(one.company, other.company) && (long === short || long.startsWith(`${short}, `));
};
const titleOf = ({ text, company = "" }: JobTold): string =>
  text.endsWith(company) ? text.slice(0, text.length - company.length).replace(/ \p{L}+ $/u, "") : text;

/** Told by no company: nothing says that it is another. */
const isSameCompany = (one: string | undefined, other: string | undefined): boolean => {
  if (one === undefined || other === undefined) return true;
  const [short = "", long = ""] = [bare(one), bare(other)].toSorted((left, right) => left.length - right.length);
  return short === "" || ` ${long} `.includes(` ${short} `);
};

const legalForms =
  /(?<!\p{L})(?:gmbh|ag|se|kg|sarl|sas|sa|sl|slu|inc|llc|ltd|limited|plc|corp|corporation|co|company|bv|nv|ab|oy|as|group|gruppe|groupe|grupo)(?!\p{L})/giu;
const bare = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(legalForms, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The company at the end of "Head of Data at Acme"; "of" is asked last, as it also stands within titles. */
export const companyOf = (job: string): string | undefined =>
  (
    /^.* (?:at|chez|bei|en) (?<company>(?:\p{Lu}|\d)[^,]*)$/u.exec(job) ??
    / (?:of|de|à) (?<company>(?:\p{Lu}|\d)[^,]*)$/u.exec(job)
  )?.groups?.company;
