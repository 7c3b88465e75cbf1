/** A person at a consent page of the sandbox, played by a script: opens the page, fills in the form, goes back. */

export type Choice = {
  address: string;
  /** Boxes to tick; all of them when left out. */
  scopes?: readonly string[];
  decision?: "allow" | "deny";
};

/** `send` reaches the sandbox. The address that the person comes back to, or the words of the page on which they are left. */
export async function consent(
  send: (request: Request) => Response | Promise<Response>,
  url: string,
  { address, scopes, decision = "allow" }: Choice,
): Promise<{ back: URL } | { page: string }> {
  const page = await (await send(new Request(url))).text();
  const account = new RegExp(`value="([^"]+)"[^>]*>[^<]*\\(${address.replaceAll(".", "\\.")}\\)`).exec(page)?.[1];
  if (account === undefined) return { page: wordsOf(page) };
  const boxes = [...page.matchAll(/type="checkbox" name="scope" value="([^"]+)"/g)].map(([, scope]) => scope as string);
  const ticked = boxes.filter((scope) => scopes === undefined || scopes.includes(scope));
  return submit(send, url, [
    ["account", account],
    ...ticked.map((scope): [string, string] => ["scope", scope]),
    ["decision", decision],
  ]);
}

async function submit(
  send: (request: Request) => Response | Promise<Response>,
  url: string,
  fields: [string, string][],
): Promise<{ back: URL } | { page: string }> {
  const response = await send(
    new Request(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" }),
  );
  const location = response.headers.get("location");
  if (location !== null) return { back: new URL(location) };
  const page = await response.text();
  // Only an administrator may allow it: the person goes back without.
  const account = /type="hidden" name="account" value="([^"]+)"/.exec(page)?.[1];
  if (account !== undefined)
    return submit(send, url, [
      ["account", account],
      ["decision", "return"],
    ]);
  return { page: wordsOf(page) };
}

const wordsOf = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
