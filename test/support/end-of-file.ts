/**
 * What a test file has to give back when it is done: databases, folders. Files of one process share their modules, so this
 * is a list that each file's set-up empties at its end, not a hook that a module registers once.
 */
const waiting: (() => unknown)[] = [];

export function atEndOfFile(giveBack: () => unknown): void {
  waiting.push(giveBack);
}

/** In the order in which they were asked for. */
export async function giveAllBack(): Promise<void> {
  for (const giveBack of waiting.splice(0)) await giveBack();
}
