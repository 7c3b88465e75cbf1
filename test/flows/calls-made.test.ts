import { expect, test } from "vitest";
import { callsOf } from "../../src/flows/booking/calls-made.ts";
import { personalTenant } from "../../src/integrations/sign-in.ts";

const google = { provider: "google", tenant: undefined } as const;
const work = { provider: "microsoft", tenant: "9b1d0c2e-3f4a-4b5c-8d6e-7f8091a2b3c4" } as const;
const personal = { provider: "microsoft", tenant: personalTenant } as const;

test.each([
  { name: "no calendar to write into", accounts: [], calls: [] },
  { name: "Google", accounts: [google], calls: ["meet"] },
  { name: "Microsoft at work", accounts: [work], calls: ["teams"] },
  { name: "both", accounts: [google, work], calls: ["meet", "teams"] },
  { name: "a personal account of Microsoft", accounts: [personal], calls: [] },
  { name: "one that makes no link beside one that does", accounts: [google, personal], calls: [] },
])("R27: with $name a call is offered by $calls", ({ accounts, calls }) => {
  expect(callsOf(accounts).map(({ kind }) => kind)).toEqual(calls);
});
