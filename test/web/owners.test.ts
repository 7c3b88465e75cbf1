/** Several owners in one installation: inviting, joining, signing in by name, roles, removing; and everything tried that must not work. */
import { beforeAll, describe, expect, test } from "vitest";
import type { OwnerId } from "../../src/domain/ids.ts";
import { changeRole, removeOwner } from "../../src/flows/owner/change-owners.ts";
import { inviteOwner, joinByInvitation } from "../../src/flows/owner/invite-owner.ts";
import { setPassphrase } from "../../src/flows/owner/passphrase.ts";
import { openSession } from "../../src/flows/owner/session.ts";
import { askToErase, eraseEverything, erasePhrase } from "../../src/flows/privacy/erase-everything.ts";
import { browserWith, openOffice } from "./office.ts";

const words = { first: "four words of some length", second: "seven herons above a mill" };
const link = /\/invitation\/[\w-]{43}/;

const cookieOf = (answer: Response): string | undefined => answer.headers.getSetCookie()[0]?.split(";")[0];
const form = (fields: Record<string, string>): RequestInit => ({
  method: "POST",
  headers: { "sec-fetch-site": "same-origin" },
  body: new URLSearchParams(fields),
});

type Office = Awaited<ReturnType<typeof openOffice>>;

async function invitedBy({ world, ownerId }: Office): Promise<string> {
  const invited = await inviteOwner(world, ownerId, "Nora");
  if (invited.kind === "refused") throw new Error(invited.says);
  return invited.token;
}

async function joined(office: Office, name: string): Promise<OwnerId> {
  const joined = await joinByInvitation(office.world, await invitedBy(office), { name, passphrase: words.second });
  if (joined.kind !== "joined") throw new Error(joined.kind);
  return joined.ownerId;
}

describe("one owner at home", async () => {
  const office = await openOffice();
  let nora: Awaited<ReturnType<typeof office.browser>>;
  beforeAll(async () => {
    nora = await office.browser();
  });

  test("invites nobody without a passphrase of their own", async () => {
    const answer = await nora.post("/owners/invite", { ownName: "Nora" });
    expect([answer.status, link.test(await answer.text())]).toEqual([400, false]);
  });

  test("is asked for no name at the door, also while an invitation is open", async () => {
    await setPassphrase(office.world, office.ownerId, words.first);
    await invitedBy(office);
    expect(await (await office.ask("/")).text()).not.toContain('name="name"');
    const entered = await office.ask("/sign-in", form({ passphrase: words.first }));
    expect([entered.status, cookieOf(entered) !== undefined]).toEqual([303, true]);
  });
});

describe("somebody joins", async () => {
  const office = await openOffice();
  let path: string;
  let nora: Awaited<ReturnType<typeof office.browser>>;
  let mio: Awaited<ReturnType<typeof browserWith>>;
  beforeAll(async () => {
    await setPassphrase(office.world, office.ownerId, words.first);
    nora = await office.browser();
    const made = await (await nora.post("/owners/invite", { ownName: "Nora Lind" })).text();
    path = link.exec(made)![0];
    expect(await (await nora.get("/owners")).text()).not.toContain(path);
  });

  test.each([
    ["a short passphrase", { name: "Mio", passphrase: "short" }, 400],
    ["no name", { name: " ", passphrase: words.second }, 400],
    ["the name of another, in capitals", { name: "NORA  LIND", passphrase: words.second }, 400],
  ])("not with %s", async (_, fields, status) => {
    expect((await office.ask(path, form(fields))).status).toBe(status);
  });

  test("not by a link that was altered, and not from another site", async () => {
    const altered = path.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    expect((await office.ask(altered)).status).toBe(404);
    expect((await office.ask(altered, form({ name: "Mio", passphrase: words.second }))).status).toBe(404);
    const foreign = { ...form({ name: "Mio", passphrase: words.second }), headers: { "sec-fetch-site": "cross-site" } };
    expect((await office.ask(path, foreign)).status).toBe(403);
  });

  test("by the link, once; and is signed in as nobody but themselves", async () => {
    office.wait({ minutes: 11 });
    const answer = await office.ask(path, form({ name: "Mio", passphrase: words.second }));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
    mio = await browserWith(office.app, cookieOf(answer)!);
    const { rows } = await office.pool.query("select role, sign_in_name from owner order by created_at, owner_id");
    expect(rows.map(({ role, sign_in_name }) => [role, sign_in_name])).toEqual(
      expect.arrayContaining([
        ["operator", "nora lind"],
        ["owner", "mio"],
      ]),
    );
    expect((await office.ask(path)).status).toBe(404);
    expect((await office.ask(path, form({ name: "Third", passphrase: words.second }))).status).toBe(404);
  });

  test("finds no page of operators, and changes nobody", async () => {
    const tried = [
      await mio.get("/owners"),
      await mio.get("/connect/google/register"),
      await mio.post("/connect/google/register", { clientId: "mine" }),
      await mio.post("/owners/invite", {}),
      await mio.post(`/owners/${office.ownerId}/role`, { role: "owner" }),
      await mio.post(`/owners/${office.ownerId}/remove`, { confirm: "nora lind" }),
    ];
    expect(tried.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect(await (await mio.get("/settings")).text()).not.toContain('href="/owners"');
  });

  test("from then on nobody enters by the key of the start, and the door asks for a name", async () => {
    const byKey = await office.ask(`/?key=${office.key}`);
    expect([byKey.status, byKey.headers.getSetCookie()]).toEqual([401, []]);
    expect(await (await office.ask("/")).text()).toContain('name="name"');
  });

  test("a wrong name and a wrong passphrase read the same; the right ones open a session of their own", async () => {
    office.wait({ minutes: 11 });
    const nobody = await office.ask("/sign-in", form({ name: "Nobody", passphrase: words.first }));
    const wrong = await office.ask("/sign-in", form({ name: "Mio", passphrase: words.first }));
    const nameless = await office.ask("/sign-in", form({ passphrase: words.first }));
    expect([nobody.status, wrong.status, nameless.status]).toEqual([401, 401, 401]);
    expect(await wrong.text()).toBe(await nobody.text());
    const planted = { cookie: "rapport-8380=AAAAAAAAAAAAAAAAAAAAAA", "sec-fetch-site": "same-origin" };
    const typed = form({ name: " MIO ", passphrase: words.second });
    const right = await office.ask("/sign-in", { ...typed, headers: planted });
    expect(right.status).toBe(303);
    expect(cookieOf(right)).not.toBe("rapport-8380=AAAAAAAAAAAAAAAAAAAAAA");
    expect(cookieOf(right)).not.toBe(mio.cookie);
    expect((await office.ask("/settings", { headers: { cookie: planted.cookie } })).status).toBe(303);
  });

  test("what was done stands in the audit of the operator", async () => {
    const audit = await (await nora.get("/audit")).text();
    expect(audit).toContain("Somebody was invited to join");
    expect(audit).toContain("Somebody joined by your invitation");
    expect(await (await mio.get("/audit")).text()).not.toContain("Somebody joined");
  });
});

describe("an invitation opens nothing", async () => {
  const office = await openOffice();
  beforeAll(() => setPassphrase(office.world, office.ownerId, words.first));

  test("once it was taken back", async () => {
    const token = await invitedBy(office);
    const nora = await office.browser();
    const action = /\/owners\/invitations\/[\w-]+\/take-back/.exec(await (await nora.get("/owners")).text())![0];
    expect((await nora.post(action, {})).status).toBe(303);
    expect((await office.ask(`/invitation/${token}`)).status).toBe(404);
    expect((await nora.post(action, {})).status).toBe(404);
  });

  test("after seven days", async () => {
    const token = await invitedBy(office);
    office.wait({ days: 7 });
    expect(await joinByInvitation(office.world, token, { name: "Late", passphrase: words.second })).toEqual({
      kind: "unknown",
    });
  });

  test("twice at the same moment: one owner comes of it", async () => {
    const token = await invitedBy(office);
    const both = ["One", "Two"].map((name) =>
      joinByInvitation(office.world, token, { name, passphrase: words.second }),
    );
    expect((await Promise.all(both)).map(({ kind }) => kind).sort()).toEqual(["joined", "unknown"]);
  });
});

describe("operators", async () => {
  const office = await openOffice();
  const { world, ownerId: nora } = office;
  let mio: OwnerId;
  beforeAll(async () => {
    await setPassphrase(world, nora, words.first);
    mio = await joined(office, "Mio");
  });

  test("one always stays: by role, by removal and by erasing oneself", async () => {
    expect(await changeRole(world, nora, { of: nora, to: "owner" })).toBe("last_operator");
    expect(await removeOwner(world, nora, { of: nora, typed: "nora" })).toBe("unknown");
    const wish = { typed: erasePhrase, clearsAccounts: false, keepsStops: false };
    expect(await askToErase(world, nora, wish)).toBe("last_operator");
    expect(await changeRole(world, mio, { of: mio, to: "operator" })).toBe("unknown");
  });

  test("who is one no more has no open invitations", async () => {
    await changeRole(world, nora, { of: mio, to: "operator" });
    const invited = await inviteOwner(world, mio, undefined);
    await changeRole(world, nora, { of: mio, to: "owner" });
    const token = invited.kind === "invited" ? invited.token : "";
    expect((await office.ask(`/invitation/${token}`)).status).toBe(404);
  });

  test("remove an owner by their name: signed out at once, then nothing of them is left, and nothing else is touched", async () => {
    const theirs = await browserWith(office.app, `rapport-8380=${(await openSession(world, mio)).token}`);
    expect(await removeOwner(world, nora, { of: mio, typed: "somebody" })).toBe("not_confirmed");
    expect((await theirs.get("/settings")).status).toBe(200);
    expect(await removeOwner(world, nora, { of: mio, typed: "MIO" })).toBe("done");
    expect((await theirs.get("/settings")).status).toBe(303);
    await eraseEverything(world, mio, AbortSignal.timeout(10_000));
    const { rows } = await office.pool.query("select owner_id from owner");
    expect(rows).toEqual([{ owner_id: nora }]);
    expect((await office.ask(`/?key=${office.key}`)).status).toBe(303);
  });
});
