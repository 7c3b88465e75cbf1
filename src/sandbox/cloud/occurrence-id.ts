/** As the id of one occurrence is made from that of its series: `<series>_20261116T130000Z`, or `_20261116` for whole days. */
export const occurrenceId = (seriesId: string, key: string): string =>
  `${seriesId}_${key.slice(0, 19).replace(/[-:]/g, "")}${key.length > 10 ? "Z" : ""}`;
