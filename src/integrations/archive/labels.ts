/** Labels that a place gives to the messages in it: folder names, mbox names, flags in file names. */

/** An mbox is named after its folder: "Mail/Sent.mbox" and "Sent.mbox/mbox" are both "Sent". */
export function mboxLabels(where: string): readonly string[] {
  const [name = "", folder] = where.split("/").reverse();
  return [/^mbox$/i.test(name) && folder !== undefined ? withoutEnding(folder) : withoutEnding(name)];
}

/** The folder that a message file stands in. Apple Mail keeps them in "Sent.mbox/…/Messages". */
export function folderLabels(where: string): readonly string[] {
  const folders = where.split("/").slice(0, -1);
  const folder = folders.findLast((one) => /\.mbox$/i.test(one)) ?? folders.at(-1);
  return folder === undefined ? [] : [withoutEnding(folder)];
}

const withoutEnding = (name: string): string => name.replace(/\.gz$/i, "").replace(/\.(?:mbox|mbx|zip)$/i, "");

/** Maildir flags behind ":2,": D is a draft, T was thrown away. */
export function flagLabels(where: string): readonly string[] {
  const flags = /[:;!]2,([A-Za-z]*)$/.exec(where)?.[1] ?? "";
  return [...(flags.includes("D") ? ["Drafts"] : []), ...(flags.includes("T") ? ["Trash"] : [])];
}

/**
 * The folder of a maildir, from the path of the folder that holds "cur" and "new". Maildir++ writes folders as ".Sent"
 * or ".INBOX.Sent.2024" beside the inbox's own; `isTop` says that the maildir itself was named.
 */
export function maildirLabel(where: string, isTop: boolean): string {
  const name = where.slice(where.lastIndexOf("/") + 1);
  if (name.startsWith(".")) return name.replace(/^\.(?:INBOX\.)?/i, "").replaceAll(".", "/");
  return isTop || /^(?:\.?maildir|mail)$/i.test(name) ? "Inbox" : name;
}

/** The same from the path of a message, where the folders around it cannot be listed. */
export function maildirFolderIn(where: string): string | undefined {
  const folder = /^(.*)\/(?:cur|new)\/[^/]*$/.exec(where)?.[1];
  return folder === undefined ? undefined : maildirLabel(folder, /\.zip$/i.test(folder));
}
