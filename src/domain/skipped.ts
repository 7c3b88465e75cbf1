/** Something that was not taken in, or only in part. Never silent: stored, counted and shown. */
export type Skipped = {
  /** File, folder or list, relative to what was named for import: "takeout.zip/Mail/All.mbox". */
  where: string;
  /** Byte offset, line or row as the file's kind has it: "byte 1234", "line 17", "row 4"; absent when the whole file is meant. */
  position?: string;
  /** Stable snake_case tag for counting: "truncated_message", "not_a_message", "unknown_zone" … */
  because: string;
  /** One plain sentence for the owner: what is wrong and what was kept. */
  message: string;
  /** How many things this line stands for; 1 unless it sums up many of one kind. */
  count: number;
};
