/** What the archive's worker thread is asked, and what it answers. */
import type { MessageText } from "../../domain/mail/message.ts";
import type { ArchiveOptions } from "../archive.ts";
import type { MessageRef } from "../mail.ts";

export type Task =
  | { kind: "read"; path: string; options: Omit<ArchiveOptions, "signal"> }
  | { kind: "fingerprint"; path: string }
  /** Stays and answers one `TextQuestion` after another. */
  | { kind: "texts" };

export type TextQuestion = { id: number; path: string; ref: MessageRef };

export type Answer =
  | { kind: "batch"; json: string }
  | { kind: "fingerprint"; print: string }
  | { kind: "text"; id: number; text: MessageText | undefined }
  | { kind: "end" };
