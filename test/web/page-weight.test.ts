/**
 * What a slow phone fetches before the first letter can be approved. Its time on such a phone is measured in
 * test/browser/slow-phone.slow.test.ts; here is what that time follows from, and what no machine's mood changes.
 */
import { expect, test } from "vitest";
import { furnish } from "./furnish.ts";
import { furnishLoop } from "./furnish-loop.ts";
import { openOffice } from "./office.ts";

/** A first page weighs so much at most, compressed, with all that belongs to it. */
const bytesMax = 60_000;
const requestsMax = 6;

test.each(["/today", "/start/people"])(
  "R43: %s weighs at most 60 kB, and two round trips bring the button",
  async (path) => {
    const office = await openOffice();
    await furnish(office.db, office.ownerId);
    await furnishLoop(office.db, office.ownerId);
    const browser = await office.browser();
    const fetched = async (address: string) => {
      const answer = await browser.get(address, { "accept-encoding": "gzip, br" });
      expect([address, answer.status]).toEqual([address, 200]);
      expect(answer.headers.get("content-encoding"), address).toMatch(/^(br|gzip)$/);
      return (await answer.arrayBuffer()).byteLength;
    };
    const page = await (await browser.get(path)).text();
    expect(page).toContain("data-approve");

    const resources = new Set([...page.matchAll(/(?:src|href)="(\/static\/[^"#]+)/g)].map(([, address]) => address!));
    expect(resources.size + 1).toBeLessThanOrEqual(requestsMax);
    let bytes = await fetched(path);
    for (const address of resources) bytes += await fetched(address);
    expect(bytes).toBeLessThanOrEqual(bytesMax);

    // The page itself, then its one stylesheet: scripts wait, and the button is a form that needs none.
    const head = page.slice(0, page.indexOf("</head>"));
    expect(head.match(/rel="stylesheet"/g)).toHaveLength(1);
    expect(page.match(/<script(?![^>]* (?:defer|type="module"))/g)).toBeNull();
  },
);
