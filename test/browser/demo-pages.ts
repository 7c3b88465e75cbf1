/** How a person goes about the pages of `serve` and of its demo, in a browser of their own. */
import { type Browser, chromium, type Page } from "playwright-core";
import { chromiumPath } from "./chromium.ts";

/** Slow beside all else that a test starts. */
const defaultTimeoutMs = 60_000;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-gpu"] });

export async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.setDefaultTimeout(defaultTimeoutMs);
  return page;
}

/** Through the provider's own pages, with everything allowed. */
export async function connectAccount(page: Page, base: string, name: string): Promise<void> {
  await page.goto(`${base}/connect`);
  await page.getByRole("button", { name: `Connect ${name}` }).click();
  await page.getByRole("radio").first().check();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Allow" }).click();
  await page.getByText("Connected. The first people appear within a minute.").waitFor();
}

/** Opens a page again each second until it shows what is awaited; throws with what it shows when it never does. */
export async function reloadUntil(
  page: Page,
  address: string,
  holds: () => Promise<boolean>,
  { secondsMax = 90 } = {},
): Promise<void> {
  for (let tries = 0; tries < secondsMax; tries += 1) {
    await page.goto(address);
    if (await holds()) return;
    await page.waitForTimeout(1_000);
  }
  throw new Error(`in vain: ${address}\n${await page.locator("main").innerText()}`);
}
