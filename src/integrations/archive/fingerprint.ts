/** One print for the same files, wherever they lie and whatever the named folder is called. */
import { createHash, type Hash } from "node:crypto";
import { fileSource } from "./source.ts";
import { walk } from "./walk.ts";

/** SHA-256, hex. Of a single file its size and content alone count, so that renaming it changes nothing. */
export async function fingerprintOf(path: string): Promise<string> {
  const print = createHash("sha256");
  for (const file of walk(path).files) {
    print.update(`${file.path}\0${file.bytes}\0`);
    await addContent(print, file);
  }
  return print.digest("hex");
}

/** A file that may not be read counts by name and size, as the reader of archives leaves it out. */
async function addContent(
  print: Hash,
  { file, where, bytes }: { file: string; where: string; bytes: number },
): Promise<void> {
  try {
    for await (const chunk of fileSource(file, where, bytes).open(0)) print.update(chunk);
  } catch (fault) {
    if (!(fault instanceof Error && "syscall" in fault)) throw fault;
    print.update("\0unreadable\0");
  }
}
