/** The daily mail as a page and a file, and the page behind its links (R43, R41): looking changes nothing, one button says yes. */
import { describe, expect, test } from "vitest";
import { detect } from "../../src/integrations/archive/detect.ts";
import { lastDigest } from "../../src/store/digests.ts";
import { readDraft } from "../../src/store/read/drafts.ts";
import { publicApp } from "../../src/web/app.ts";
import { linkPathIn, morningDigest, withPublicAddress } from "../support/digest-office.ts";
import { pass, writingOffice } from "../support/writing-office.ts";
import { openOffice } from "./office.ts";

describe("/digest (R43)", () => {
  test("without an account that sends it is a page, and a file that a mail program opens", async () => {
    const { browser } = await openOffice();
    const { get } = await browser();
    const page = await (await get("/digest")).text();
    expect(page).toContain("No connected account may send it");
    expect(page).toContain("Monday 16 November 2026. Nothing waits for you today.");
    const file = await get("/digest/today.eml");
    expect(file.headers.get("content-type")).toBe("message/rfc822");
    const mail = await file.text();
    expect(mail).toMatch(/^Subject: Monday 16 November: nothing waits\r$/m);
    expect(mail).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });

  test("its time is the owner's to set, and a time that no clock shows is refused", async () => {
    const { browser } = await openOffice();
    const { get, post } = await browser();
    expect((await post("/digest", { at: "25:00", on: "yes" })).status).toBe(400);
    expect((await post("/digest", { at: "07:15", empty: "yes" })).status).toBe(303);
    const page = await (await get("/digest")).text();
    expect(page).toContain('value="07:15"');
    expect(page).toMatch(/name="empty" value="yes" checked/);
    expect(page).not.toMatch(/name="on" value="yes" checked/);
  });
});

describe("/d (R41)", () => {
  const open = async () => {
    const office = await withPublicAddress(await writingOffice("google", []));
    const { world } = office;
    const digest = await morningDigest(office);
    const path = linkPathIn(digest);
    const settings = {
      listen: { host: "127.0.0.1", port: 8380 },
      hosts: ["mara.example"],
      inboxDir: office.folder,
      uploadQuotaBytes: 0,
      freeDiskMinBytes: 0,
    };
    const app = publicApp({ world, settings, detect });
    const ask = (at: string, init: RequestInit = {}) => Promise.resolve(app.request(`http://mara.example${at}`, init));
    const { takes } = digest.entries[0]!;
    if (takes.takes !== "ok") throw new Error("the first thing is no letter");
    const letter = async () => (await readDraft(world.database, office.owner, takes.draftId))!;
    const press = (nonce: string, headers: Record<string, string> = { "sec-fetch-site": "same-origin" }, at = path) =>
      ask(at, { method: "POST", body: new URLSearchParams({ nonce }), headers });
    const nonceOf = async (page: Response) => /name="nonce" value="([^"]+)"/.exec(await page.text())![1]!;
    return { office, world, path, ask, press, letter, nonceOf };
  };

  test("the page shows the letter as it was printed; the button, pressed by somebody who read it, lets it leave, once", async () => {
    const { office, path, ask, press, letter, nonceOf } = await open();
    const page = await ask(path);
    const shown = await page.clone().text();
    expect(page.status).toBe(200);
    expect(shown).toContain("Shall this letter leave?");
    expect(shown).toContain("priya@acme.example");
    expect(shown).not.toContain("<script");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    pass(office, { seconds: 5 });
    const nonce = await nonceOf(page);
    const said = await press(nonce);
    expect(said.status).toBe(200);
    expect(await said.text()).toContain("Approved");
    expect((await letter()).state).toBe("approved");
    expect((await press(nonce)).status).toBe(410);
    expect((await ask(path)).status).toBe(410);
  });

  test("what looks, presses at once, comes from another site or from another page approves nothing", async () => {
    const { office, world, path, ask, press, letter, nonceOf } = await open();
    const digest = await lastDigest(world.database, office.owner);
    for (const method of ["GET", "HEAD", "GET"]) await ask(`${path}?nonce=x&approve=1`, { method });
    const nonce = await nonceOf(await ask(path));
    expect((await press(nonce)).status).toBe(409);
    pass(office, { seconds: 5 });
    expect((await press(nonce, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await press(nonce, { origin: "https://evil.example" })).status).toBe(403);
    expect((await press("")).status).toBe(409);
    expect((await press(`${nonce.slice(0, -4)}AAAA`)).status).toBe(409);
    expect((await press(nonce, undefined, `${path.slice(0, -4)}AAAA`)).status).toBe(404);
    expect((await press("x".repeat(5_000))).status).toBe(413);
    pass(office, { hours: 3 });
    expect((await press(nonce)).status).toBe(409);
    expect((await letter()).state).toBe("proposed");
    expect(await lastDigest(world.database, office.owner)).toEqual(digest);
    pass(office, { days: 4 });
    expect((await ask(path)).status).toBe(410);
    expect((await ask("/d/")).status).toBe(404);
  });
});
