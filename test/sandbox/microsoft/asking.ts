/** A sandbox with one work account at Microsoft, asked as a program asks, with every call held to the contract. */
import { after, type Instant, type Zone } from "../../../src/domain/time.ts";
import type { AccountWish, CloudAccount } from "../../../src/sandbox/cloud/account.ts";
import { Cloud } from "../../../src/sandbox/cloud/cloud.ts";
import { type GraphWish, graphFace } from "../../../src/sandbox/microsoft/graph.ts";
import { Quota } from "../../../src/sandbox/quota.ts";
import type { Letter } from "../../../src/sandbox/world.ts";
import { contractWatch } from "../../contracts/validator.ts";

export const begins = "2026-11-22T10:00:00.000Z" as Instant;
const berlin = "Europe/Berlin" as Zone;
const server = "https://graph.microsoft.com/v1.0";
export const everything = [
  "User.Read",
  "MailboxSettings.Read",
  "Mail.ReadWrite",
  "Mail.Send",
  "Calendars.ReadWrite",
  "Contacts.ReadWrite",
  "Tasks.ReadWrite",
];

export type Told = { status: number; body: Record<string, unknown>; headers: Headers };

export function asking(wish: Partial<GraphWish> & { account?: Partial<AccountWish>; scopes?: readonly string[] } = {}) {
  let now = begins;
  const cloud = new Cloud({ seed: 7, clock: { now: () => now } });
  const mia = cloud.add({
    provider: "microsoft",
    address: "mia@firm.example",
    given: "Mia",
    family: "Sommer",
    zone: berlin,
    ...wish.account,
  });
  const quota = new Quota(cloud.clock);
  const { scopes = everything } = wish;
  const authorise = (token: string) => (token === "good" ? { address: "mia@firm.example", scopes } : undefined);
  const graph = graphFace({ cloud, quota, authorise, ...wish });
  const watch = contractWatch((token) =>
    token === "good" ? { scopes: everything, kind: mia.kind === "work" ? "work" : "personal" } : undefined,
  );
  const fetch = watch.over((input, init) => graph.fetch(new Request(input, init)));

  /** `path` below the server, or a whole link. Spaces are written as they must be. */
  async function ask(
    method: string,
    path: string,
    body?: unknown,
    prefer: readonly string[] = [],
    token = "good",
  ): Promise<Told> {
    const response = await fetch((path.startsWith("https:") ? path : `${server}${path}`).replaceAll(" ", "%20"), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(prefer.length > 0 && { prefer: prefer.join(", ") }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text.startsWith("{") ? JSON.parse(text) : { text },
      headers: response.headers,
    };
  }

  /** All items of a list or a round, and the link that stands at the end of a round. */
  async function all(
    path: string,
    prefer: readonly string[] = [],
  ): Promise<{ items: Record<string, unknown>[]; pages: number; link: string }> {
    const items: Record<string, unknown>[] = [];
    let pages = 0;
    for (let next: string | undefined = path; next !== undefined; ) {
      const { status, body }: Told = await ask("GET", next, undefined, prefer);
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      items.push(...(body.value as Record<string, unknown>[]));
      pages += 1;
      next = body["@odata.nextLink"] as string | undefined;
      if (next === undefined) return { items, pages, link: String(body["@odata.deltaLink"] ?? "") };
    }
    throw new Error("a list without an end");
  }

  const wait = (elapsed: Parameters<typeof after>[1]) => {
    now = after(now, elapsed);
    cloud.settle();
  };
  /** A letter from outside, into the mailbox. */
  const arrive = (letter: Partial<Letter> & { id: string }) =>
    cloud.deliver({ kind: "letter", letter: { ...plain, at: now, ...letter } });
  return { cloud, mia: mia as CloudAccount, quota, graph, watch, ask, all, wait, arrive };
}

const plain: Omit<Letter, "id" | "at"> = {
  zone: berlin,
  from: { address: "leo@else.example", name: "Leo Brandt" },
  to: [{ address: "mia@firm.example", name: "Mia Sommer" }],
  subject: "The plan",
  said: "Shall we talk?",
  text: "Shall we talk?\n\n> On Monday I wrote\n",
  references: [],
  labels: [],
  encoding: "8bit",
};
