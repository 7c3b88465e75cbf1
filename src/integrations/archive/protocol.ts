/** What the archive's worker thread is asked, and what it answers. */
import type { MessageText } from "../../domain/mail/message.ts";
import type { ArchiveOptions } from "../archive.ts";
import type { MessageRef } from "../mail.ts";

export type Task =
  | { kind: "read"; path: string; options: Omit<ArchiveOptions, "signal"> }
  | { kind: "fingerprint"; path: string }
  | { kind: "texts"; path: string; refs: readonly MessageRef[] };

/** The reader says "taken" for each answer; the thread keeps only a few ahead of that. */
export type Answer =
  | { kind: "batch"; json: string }
  | { kind: "fingerprint"; print: string }
  | { kind: "text"; ref: MessageRef; text: MessageText | undefined }
  | { kind: "end" };
