/** The pages of a meeting of several: its owner's, and the one behind each member's link, which tells nothing of the others. */
import { beforeAll, expect, test } from "vitest";
import type { ContactId, GroupMeetingId } from "../../src/domain/ids.ts";
import { confirmationPreview } from "../../src/flows/booking/confirmation-preview.ts";
import { linksForLetters } from "../../src/flows/booking/offer-link.ts";
import { composeDrafts } from "../../src/flows/letters/compose-drafts.ts";
import { addVenue } from "../../src/flows/meeting/save-ways.ts";
import { recordSent } from "../../src/flows/plan/record-sent.ts";
import { nonceIn, type PublicOffice, publicOffice, publicUrl } from "../support/public-office.ts";
import { ids } from "./furnish.ts";
import { furnishWeek } from "./furnish-week.ts";

let office: PublicOffice;
let browser: Awaited<ReturnType<PublicOffice["browser"]>>;
let groupId: GroupMeetingId;
const paths = new Map<ContactId, string>();
const ticks = (page: string) =>
  [...page.matchAll(/name="at ([^"]+)" value="yes" (checked)?/g)].map(([, at, is]) => ({
    at: at!,
    is: is !== undefined,
  }));
const groupPage = async () => (await browser.get(`/groups/${groupId}`)).text();

/** Opens their page, ticks, and presses. */
async function says(who: ContactId, said: string, starts: readonly string[] = []): Promise<string> {
  const path = paths.get(who)!;
  const nonce = nonceIn(await (await office.get(path)).text());
  office.wait({ seconds: 3 });
  const fields = Object.fromEntries(starts.map((at) => [`at ${at}`, "yes"]));
  const pressed = await office.post(`${path}/suits`, { nonce, said, ...fields });
  expect(pressed.status).toBe(303);
  return (await office.get(path)).text();
}

beforeAll(async () => {
  office = await publicOffice();
  const { world, owner, db } = office;
  browser = await office.browser();
  await furnishWeek(world, owner);
  for (const [id, name] of [
    [ids.priya, "Priya"],
    [ids.tomas, "Tomás"],
    [ids.quiet, "Ana"],
  ] as const)
    await db
      .updateTable("contact")
      .set({ greeting_name: name })
      .where("contact_id", "=", id)
      .where("owner_id", "=", owner)
      .execute();
  await addVenue(world, owner, {
    name: "Chez Odette",
    address: "3 place du Marché",
    suits: ["lunch"],
    minutesFromBase: 10,
  });
});

test("R11: whom, which way and at which times is chosen on a page; each letter waits with the others", async () => {
  const query = `person=${ids.priya}&person=${ids.tomas}&person=${ids.quiet}&way=lunch&about=harbours`;
  const shown = await (await browser.get(`/settings/letters/group?${query}`)).text();
  const starts = [...shown.matchAll(/name="start" value="([^"]+)" checked/g)].map(([, at]) => at!);
  expect(starts.length).toBeGreaterThan(2);
  const fields = { form_token: browser.token, way: "lunch", about: "harbours", optional: ids.quiet };
  const form = new URLSearchParams(fields);
  for (const person of [ids.priya, ids.tomas, ids.quiet]) form.append("person", person);
  for (const start of starts.slice(0, 3)) form.append("start", start);
  const asked = await browser.send("POST", "/settings/letters/group", form, {});
  groupId = /^\/groups\/([\w-]+)\?/.exec(asked.headers.get("location") ?? "")![1] as GroupMeetingId;
  const page = await groupPage();
  expect(page).toContain("No letter of it has left yet");
  expect(page.match(/The letter waits for your yes/g)).toHaveLength(3);
  const { world, owner, db } = office;
  const links = (await linksForLetters(world, owner))!;
  const drafts = await db
    .selectFrom("draft")
    .selectAll()
    .where("kind", "=", "group_invitation")
    .where("owner_id", "=", owner)
    .execute();
  expect(drafts).toHaveLength(3);
  for (const { draft_id, contact_id, follow_up_id, body } of drafts) {
    const link = links.linkFor(follow_up_id);
    expect(body).toContain(link);
    paths.set(contact_id, link.slice(publicUrl.length));
    // Not theirs to move or call off.
    expect(await confirmationPreview(world, owner, draft_id)).toMatch(/Chez Odette(?![\s\S]*https:)/);
    expect(await recordSent(world, owner, { draftId: draft_id, mode: "email" })).toBe("recorded");
  }
  expect(await groupPage()).toMatch(/It waits for Priya Nair, Tomás Ibarra\./);
  expect(await (await browser.get("/week")).text()).toContain("0 of 3 answered");
});

test("Q7: behind their link each ticks the times that suit, and sees nothing that another said", async () => {
  const before = await (await office.get(paths.get(ids.tomas)!)).text();
  expect(before).toContain("Which of these suit you?");
  expect(before).not.toContain('/book"');
  const [first, second] = ticks(before).map(({ at }) => at);
  const hers = await says(ids.priya, "suits", [first!, second!]);
  expect(hers).toContain("Noted, thank you.");
  expect(ticks(hers).map(({ is }) => is)).toEqual([true, true, false]);
  const plain = (page: string) => page.replace(/name="nonce" value="[^"]+"/g, "").replace(/\?[^"]*"/g, '"');
  const his = await (await office.get(paths.get(ids.tomas)!)).text();
  expect(plain(his)).toBe(plain(before));
  for (const name of ["Priya", "Ana Quiet"]) expect(his).not.toContain(name);
  const seen = await groupPage();
  expect(seen).toMatch(/Priya Nair[\s\S]*Can come [^<]+;[^<]+\./);
  // Nobody books for the others.
  const nonce = nonceIn(his);
  office.wait({ seconds: 3 });
  await office.post(`${paths.get(ids.tomas)}/book`, { nonce, at: first! });
  expect(await groupPage()).toContain("being asked");
});

test("a no of somebody who has to be there is put before the owner, who goes on without them and it is booked", async () => {
  expect(await says(ids.tomas, "declined")).toContain("Noted: you do not come.");
  expect(await groupPage()).toContain("Somebody said no without whom it was not to take place.");
  expect(await (await browser.get("/inbox")).text()).toContain(`/groups/${groupId}`);
  const gone = await browser.post(`/groups/${groupId}/answer`, { person: ids.tomas, said: "left_out" });
  expect(gone.headers.get("location")).toBe(`/groups/${groupId}?done=group_booked`);
  expect(await groupPage()).toMatch(/<dt>When<\/dt><dd><a href="\/bookings\//);
  // For her it is booked, and hers alone is neither to move nor to call off; for him the link leads nowhere.
  const hers = await (await office.get(paths.get(ids.priya)!)).text();
  expect(hers).toContain("Others come to it too.");
  expect(hers).not.toMatch(/call-off|\/move/);
  expect((await office.get(paths.get(ids.tomas)!)).status).toBe(410);
  await composeDrafts(office.world, office.owner);
  const confirmations = await office.db
    .selectFrom("draft")
    .select("body")
    .where("owner_id", "=", office.owner)
    .where("kind", "=", "confirmation")
    .execute();
  expect(confirmations).toHaveLength(2);
  for (const { body } of confirmations) expect(body).toMatch(/Chez Odette(?![\s\S]*https:)/);
  const off = await browser.post(`/groups/${groupId}/call-off`, {});
  expect(off.headers.get("location")).toBe(`/groups/${groupId}?done=group_called_off`);
  expect(office.errors).toEqual([]);
});

test("foreign and altered addresses of groups lead nowhere", async () => {
  for (const path of ["/groups/none", "/groups/00000000-0000-7000-8000-000000000000"])
    expect((await browser.get(path)).status).toBe(404);
  const nobody = await browser.post(`/groups/00000000-0000-7000-8000-000000000000/close`, {
    startsAt: "2026-11-24T10:00:00.000Z",
  });
  expect(nobody.status).toBe(404);
  expect((await browser.post(`/groups/${groupId}/close`, { startsAt: "tomorrow" })).status).toBe(400);
});
