/** Which addresses axe and the other looks are turned upon: every one that answers with a page, and why the others are none. */
import { inviteOwner } from "../../src/flows/owner/invite-owner.ts";
import { setPassphrase } from "../../src/flows/owner/passphrase.ts";
import { askToErase, erasePhrase } from "../../src/flows/privacy/erase-everything.ts";
import { openOffice } from "../web/office.ts";

type Office = Awaited<ReturnType<typeof openOffice>>;

/** No link of a home that is long lived in leads there. */
export const besidesLinked = ["/start", "/start/people"];

/** What only stands in a home of another kind: the home, and the path in it. Whoever looks is signed in unless said otherwise. */
export const standingAlone: Readonly<Record<string, () => Promise<{ office: Office; path: string; isOut?: true }>>> = {
  "/": async () => ({ office: await openOffice(), path: "/" }),
  "/demo": async () => {
    const demoDoor = { open: () => undefined, standing: () => ({ kind: "closed" }) as const };
    return { office: await openOffice({}, undefined, { demoDoor }), path: "/demo" };
  },
  "/invitation/:token": async () => {
    const office = await openOffice();
    await setPassphrase(office.world, office.ownerId, "four words of some length");
    const invited = await inviteOwner(office.world, office.ownerId, "ליאור כהן");
    if (invited.kind === "refused") throw new Error(invited.says);
    return { office, path: `/invitation/${invited.token}`, isOut: true };
  },
  "/settings/privacy/erasing": async () => {
    const office = await openOffice();
    await office.browser();
    const begun = await askToErase(office.world, office.ownerId, {
      typed: erasePhrase,
      clearsAccounts: false,
      keepsStops: false,
    });
    if (begun !== "begun") throw new Error(begun);
    return { office, path: "/settings/privacy/erasing" };
  },
};

/** Part of a page that is looked at as a whole. */
const part = "stands within a page";
const file = "is a file to keep";

export const noPages: Readonly<Record<string, string>> = {
  "/static/*": "scripts, styles, icons",
  "/import/files/*": "answers a script",
  "/news": "answers a script",
  "/news-worker.js": "a script",
  "/connect/:provider/back": "leads on to the account",
  "/import/tray": part,
  "/start/reading": part,
  "/imports/:id/progress": part,
  "/review/working": part,
  "/drafts/:id/covers": part,
  "/settings/privacy/exports": part,
  "/accounts/:id/standing": part,
  "/today/blocks.ics": file,
  "/bookings/:id/meeting.ics": file,
  "/digest/today.eml": file,
  "/audit.csv": file,
  "/settings/privacy/exports/:id/rapport.zip": file,
  "/drafts/:id/letter.eml": file,
  "/people/:id/export.json": file,
  "/people/:id/card.vcf": file,
};
