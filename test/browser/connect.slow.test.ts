/**
 * Connecting accounts in a real browser, through the providers' own pages on loopback: with a registration that is there, and
 * with one that is made on the guided page. Skipped where there is no Chromium.
 */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { AccountId } from "../../src/domain/ids.ts";
import { after, type Zone } from "../../src/domain/time.ts";
import { scanMail } from "../../src/flows/accounts/scan-mail.ts";
import { settleStart } from "../../src/flows/owner/settle-start.ts";
import { refresh } from "../../src/flows/refresh.ts";
import type { CloudProvider } from "../../src/sandbox/cloud/account.ts";
import { clients, type InCloud, inCloud } from "../support/cloud-world.ts";
import { letter, signal } from "../support/connected-office.ts";
import { openOffice } from "../web/office.ts";
import { hasChromium, openSite, type Site, screenshot } from "./chromium.ts";

const addresses = { google: "mara@nordlys.example", microsoft: "mara@nordlys-advisory.example" } as const;
/** Whom the owner wrote to from each account. */
const written = { google: "priya.nair@acme.example", microsoft: "sam.okoro@harbourline.example" } as const;

async function open({ isRegistered }: { isRegistered: boolean }) {
  let inside: InCloud | undefined;
  let site: Site | undefined;
  const base = () => site?.base ?? "";
  const office = await openOffice({}, async (world, move) => {
    inside = await inCloud(world, move, { isRegistered, base });
    return inside.world;
  });
  for (const provider of ["google", "microsoft"] as const) addAccount(inside!, provider);
  await settleStart(office.world, office.ownerId, {});
  site = await openSite(office);
  return { ...office, site };
}

function addAccount({ cloud }: InCloud, provider: CloudProvider): void {
  const address = addresses[provider];
  const person = { given: "Mara", family: "Lindqvist", zone: "Europe/Paris" as Zone };
  const account = cloud.add({ provider, address, ...person });
  const add = (place: "sent" | "inbox", from: string, to: string, daysAgo: number) => {
    const at = after(cloud.now(), { days: -daysAgo });
    const { content } = letter(`${provider}-${place}`, from, to);
    account.mailbox.add({ content: { ...content, letter: { ...content.letter, at } }, place, at });
  };
  add("sent", address, written[provider], 9);
  add("inbox", written[provider], address, 8);
}

/** At the provider: chooses the account, ticks all boxes, allows. */
async function allow(page: Page, provider: CloudProvider): Promise<void> {
  await page.waitForURL(/\/(?:accounts\.google\.com|login\.microsoftonline\.com)\//);
  await page.getByRole("radio", { name: new RegExp(addresses[provider]) }).check();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Allow" }).click();
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}/);
}

const accountIn = (page: Page): AccountId => /\/accounts\/([0-9a-f-]{36})/.exec(page.url())?.[1] as AccountId;

describe.skipIf(!hasChromium)("connecting, in Chromium", () => {
  let office: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    office = await open({ isRegistered: true });
  });

  test("an account at Google and one at Outlook through their own pages, and the first people of both (S1)", async () => {
    const { site, world, ownerId } = office;
    const { page, complaints } = await site.visit();
    await page.getByRole("link", { name: "Connect Google or Outlook" }).click();
    for (const [provider, name] of [
      ["google", "Google"],
      ["microsoft", "Outlook"],
    ] as const) {
      await page.goto(`${site.base}/connect`);
      await page.getByRole("button", { name: `Connect ${name}` }).click();
      await allow(page, provider);
      await page.getByText("Connected. The first people appear within a minute.").waitFor();
      while ((await scanMail(world, ownerId, accountIn(page), signal)) === "more");
    }
    await refresh(world, ownerId);
    await page.goto(`${site.base}/people`);
    for (const name of [/priya/i, /sam/i]) await page.locator("main").getByText(name).first().waitFor();
    expect(complaints).toEqual([]);
  });

  test.each([
    ["google", "Google"],
    ["microsoft", "Outlook"],
  ] as const)("whoever connected %s signs in with it, also without a script", async (provider, name) => {
    const { page, context, complaints } = await office.site.visit({ withScript: provider === "google" });
    await page.goto(`${office.site.base}/settings`);
    await screenshot(page, `settings-entry-${provider}`);
    await page.getByRole("button", { name: "Sign out" }).click();
    await screenshot(page, `door-${provider}`);
    await page.getByRole("button", { name: `Sign in with ${name}` }).click();
    await page.waitForURL(/\/(?:accounts\.google\.com|login\.microsoftonline\.com)\//);
    await page.getByRole("radio", { name: new RegExp(addresses[provider]) }).check();
    await page.getByRole("button", { name: "Allow" }).click();
    await page.waitForURL((url) => url.href.startsWith(office.site.base));
    await screenshot(page, `in-${provider}`);
    await page.getByRole("link", { name: "Today" }).first().waitFor();
    expect((await context.cookies()).filter(({ name: cookie }) => cookie.endsWith("-entry"))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("a no at the provider changes nothing and says so (S1)", async () => {
    const { page } = await office.site.visit({ withScript: false });
    await page.goto(`${office.site.base}/connect`);
    await page.getByRole("button", { name: "Connect Google" }).click();
    await page.waitForURL(/accounts\.google\.com/);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("heading", { name: "Not connected" }).waitFor();
  });
});

describe.skipIf(!hasChromium)("registering, in Chromium", () => {
  test("without a registration: the steps, the JSON pasted, then connected at once (S1)", async () => {
    const { site } = await open({ isRegistered: false });
    const { page } = await site.visit();
    await page.goto(`${site.base}/connect`);
    await page.getByRole("link", { name: "Register it, step by step" }).first().click();
    const redirect = await page.locator("#redirect").textContent();
    expect(redirect).toBe(`${site.base}/connect/google/back`);

    const { clientId: client_id, clientSecret: client_secret } = clients.google;
    const paste = async (redirect_uris: string[]) => {
      await page
        .getByLabel("The client's JSON")
        .fill(JSON.stringify({ web: { client_id, client_secret, redirect_uris } }));
      await page.getByRole("button", { name: "Save and go on" }).click();
    };
    await paste(["http://localhost/elsewhere"]);
    await page.getByText(`does not have the redirect address ${redirect}`).waitFor();
    await paste([redirect!]);
    await page.getByText("Saved, encrypted. Connect the account now.").waitFor();
    await page.getByRole("button", { name: "Connect Google" }).click();
    await allow(page, "google");
    await page.getByText("Connected. The first people appear within a minute.").waitFor();
  });
});
