/** `rapport accounts`, and what `doctor` says of a connected account. */
import { afterEach, expect, test } from "vitest";
import type { Finding } from "../../src/doctor/findings.ts";
import * as accounts from "../../src/verbs/accounts.ts";
import * as doctor from "../../src/verbs/doctor.ts";
import { readAll, smallOffice } from "../support/connected-office.ts";
import { printed, printedJson, useInstallation } from "../support/verb.ts";

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

test("S8: what was read of an account, and why it stopped, for people and for machines", async () => {
  const office = await smallOffice();
  await readAll(office);
  useInstallation(office.database.address, `${office.folder}/home`);
  process.env.PORT = "0";

  const { accounts: [account] = [] } = await printedJson<{ accounts: Record<string, unknown>[] }>(accounts);
  expect(account).toMatchObject({
    provider: "google",
    address: "mara@nordlys.example",
    state: "open",
    because: null,
    messages: 4,
    waiting: 0,
    deadLetters: 0,
    streams: expect.arrayContaining([expect.objectContaining({ noun: "mail", name: "sent", stored: 3, skipped: [] })]),
  });
  expect((await printed(accounts)).out).toMatch(/mara@nordlys\.example +Google +open +4 /);

  await office.database.db
    .updateTable("account")
    .set({ state: "reconnect", because: "you took the permission back" })
    .execute();
  expect((await printed(accounts)).out).toContain("mara@nordlys.example: you took the permission back");
  const { findings } = await printedJson<{ findings: Finding[] }>(doctor);
  expect(findings.find(({ name }) => name === "account mara@nordlys.example")).toMatchObject({
    state: "fail",
    says: "Access was lost (you took the permission back): nothing is read.",
    advice: expect.stringContaining("Connect again"),
  });
});
