/** How long what stands in words is kept. The owner may lower each figure; none can be raised above its first value. */

export type Keeping = {
  what: string;
  /** From when the days count. */
  since: string;
  daysMin: number;
  daysMax: number;
};

export const keepings = {
  textDays: {
    what: "Text of messages and answers, and facts read from it",
    since: "it was read",
    // A yes, a no and a day to come back are read within a week or never.
    daysMin: 7,
    daysMax: 90,
  },
  letterDays: {
    what: "Text of letters",
    since: "it was written",
    // A reminder repeats what its letter offered, two weeks later.
    daysMin: 30,
    daysMax: 180,
  },
  digestDays: {
    what: "Daily mails, your answers to them, and their links",
    since: "it was made",
    daysMin: 7,
    daysMax: 30,
  },
  exportDays: {
    what: "Exports of everything",
    since: "it was written",
    daysMin: 1,
    daysMax: 7,
  },
} as const satisfies Record<string, Keeping>;

export type RetentionFigure = keyof typeof keepings;
export type Retention = Readonly<Record<RetentionFigure, number>>;
export const retentionFigures = Object.keys(keepings) as readonly RetentionFigure[];
