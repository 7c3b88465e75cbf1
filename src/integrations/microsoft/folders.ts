/** Which folder is which: Outlook names them in the language of the mailbox, and tells their ids under names of its own. */
import { z } from "zod";
import { type Graph, lastingIds } from "./graph.ts";
import { once } from "./once.ts";
import { parsed } from "./pages.ts";
import { unlessGone } from "./unless-gone.ts";

export type Folders = {
  /** Deleted items and junk: what lies there is gone for us. */
  isRubbish(graph: Graph, folderId: string): Promise<boolean>;
  /** "Inbox" and "Sent"; undefined for any other. */
  labelOf(graph: Graph, folderId: string): Promise<string | undefined>;
  /** Ids of the folders of which "all other mail" has nothing: those that are read by themselves, and those that nobody reads. */
  apart(graph: Graph): Promise<string[]>;
};

const folderShape = z.object({ id: z.string() });

/** Letters on their way, and what Teams and Skype write down of talks. Not every mailbox has them. */
const notRead = ["outbox", "conversationhistory"] as const;

/** Asks for each folder once and keeps the answer for as long as the account is open. */
export function foldersOf(): Folders {
  const folderId = (name: string) =>
    once(async (graph: Graph) => {
      const asked = { query: { $select: "id" }, prefer: [lastingIds] };
      return parsed(folderShape, await graph.get(`/me/mailFolders/${name}`, asked)).id;
    });
  const rubbish = ["deleteditems", "junkemail"].map(folderId);
  const unread = notRead.map(folderId);
  const labelled = [
    { label: "Inbox", idOf: folderId("inbox") },
    { label: "Sent", idOf: folderId("sentitems") },
  ];
  return {
    isRubbish: async (graph, folder) => {
      for (const idOf of rubbish) if (folder === (await idOf(graph))) return true;
      return false;
    },
    labelOf: async (graph, folder) => {
      for (const { label, idOf } of labelled) if (folder === (await idOf(graph))) return label;
      return undefined;
    },
    apart: async (graph) => {
      const ids: string[] = [];
      for (const idOf of [...labelled.map(({ idOf }) => idOf), ...rubbish]) ids.push(await idOf(graph));
      for (const idOf of unread) ids.push(...((await unlessGone(idOf(graph).then((id) => [id]))) ?? []));
      return ids;
    },
  };
}
