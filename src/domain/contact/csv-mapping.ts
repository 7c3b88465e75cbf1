/** Which column of a generic CSV holds what; columns not named are ignored. Header names as in the file. */
export const csvFields = [
  "name",
  "givenName",
  "familyName",
  "address",
  "phone",
  "company",
  "title",
  "link",
  "note",
] as const;
export type CsvField = (typeof csvFields)[number];
export type CsvMapping = Partial<Record<CsvField, string>>;
