/** The archive reader without its threads: the same reading in the test's own, for tests that are not about threads. */

import { findMessageText, findMessageTexts } from "../../src/integrations/archive/find-message.ts";
import { fingerprintOf } from "../../src/integrations/archive/fingerprint.ts";
import { readArchive } from "../../src/integrations/archive/read.ts";
import type { ArchiveReader } from "../../src/integrations/archive.ts";

export const inThreadReader: ArchiveReader = {
  read: readArchive,
  texts: (path, refs) => findMessageTexts(path, refs),
  text: (path, ref) => findMessageText(path, ref),
  fingerprint: (path) => fingerprintOf(path),
};
