/** Settings → Your data, the rules and the audit, as an owner uses them. */
import { beforeAll, describe, expect, test } from "vitest";
import type { ExportId } from "../../src/domain/ids.ts";
import { writeExport } from "../../src/flows/privacy/export-everything.ts";
import { unzip } from "../support/unzip.ts";
import { furnish } from "./furnish.ts";
import { furnishLoop } from "./furnish-loop.ts";
import { openOffice } from "./office.ts";

let office: Awaited<ReturnType<typeof openOffice>>;
let browser: Awaited<ReturnType<typeof office.browser>>;

beforeAll(async () => {
  office = await openOffice();
  browser = await office.browser();
  await furnish(office.db, office.ownerId);
  await furnishLoop(office.db, office.ownerId);
});

const textAt = async (path: string) => (await browser.get(path)).text();
const exportsPath = "/settings/privacy/exports";

describe("an export", () => {
  const idOnPage = async (): Promise<string> =>
    /\/exports\/([0-9a-f-]{36})\//.exec(await textAt("/settings/privacy"))![1]!;

  test("is asked for, stopped, begun anew and fetched", async () => {
    await browser.post(exportsPath, {});
    expect(office.nudges.at(-1)).toMatchObject({ job: "write_export" });
    expect(await textAt("/settings/privacy")).toContain("Waits to be written");
    const id = await idOnPage();
    const file = `${exportsPath}/${id}/rapport.zip`;
    expect((await browser.get(file)).status).toBe(404);
    await browser.post(`${exportsPath}/${id}/stop`, {});
    expect(await textAt("/settings/privacy")).toContain("You stopped it.");
    await browser.post(`${exportsPath}/${id}/again`, {});
    await writeExport(office.world, office.ownerId, id as ExportId, new AbortController().signal);

    const fetched = await browser.get(file);
    expect(Object.fromEntries(fetched.headers)).toMatchObject({
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="rapport-2026-11-16.zip"',
      "cache-control": "no-store",
    });
    const files = await unzip(Buffer.from(await fetched.arrayBuffer()));
    expect(files.get("people.csv")!.toString()).toContain("priya@acme.example");
    await browser.post(`${exportsPath}/${id}/remove`, {});
    expect((await browser.get(file)).status).toBe(404);
  });
});

test("a figure that is not possible is refused where it was typed, and nothing changes", async () => {
  const group = { group: "frequency", "letters.gapDays": "0", "letters.perQuarterMax": "9" };
  const refused = await browser.post("/settings/rules", group);
  expect(refused.status).toBe(400);
  const page = await refused.text();
  expect(page).toContain("Nothing was changed.");
  expect(page).toMatch(/name="letters\.gapDays" type="number" min="0" value="0"/);
  expect(await textAt("/settings/rules")).toMatch(/name="letters\.perQuarterMax" type="number" min="0" value="4"/);
});

test("a change is saved at once, named on the settings, and taken back by one press", async () => {
  await browser.post("/settings/rules", { group: "frequency", "letters.gapDays": "9" });
  expect(await textAt("/settings/rules")).toContain("Usually 7.");
  expect(await textAt("/settings")).toContain("your rules");
  const undone = await browser.post("/settings/undo", { back: "/settings/rules" });
  expect(undone.headers.get("location")).toBe("/settings/rules?done=setting_undone");
  expect(await textAt("/settings/rules")).not.toContain("Usually 7.");
});

test("the audit is a table to take along, with what each yes covered (R41)", async () => {
  const page = await textAt("/audit?q=ana");
  expect(page).toContain("covers the letter alone");
  const table = await browser.get("/audit.csv");
  expect(table.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const [heads, ...rows] = (await table.text()).trimEnd().split("\r\n");
  expect(heads).toBe("At,Person,What,Approved by,Covers,What became of it,Kind,Id");
  expect(rows.length).toBe((page.match(/id="line-/g) ?? []).length + 1);
});

test("nothing is erased by a word that was not asked for", async () => {
  const asked = await browser.post("/settings/privacy/erase", { confirm: "yes", keepsStops: "yes" });
  expect(asked.status).toBe(400);
  expect(await asked.text()).toContain("Nothing was erased.");
  expect((await browser.get("/people")).status).toBe(200);
});
