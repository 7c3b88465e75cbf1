/** The owner's lists: whom they need to meet, companies, the market, groups and places online, former employers. */

import type { Group, Member } from "../../domain/contact/group.ts";
import { companyFields, type ReadCompany } from "../../domain/contact/target-company.ts";
import { TargetMarket } from "../../domain/contact/target-market.ts";
import { readWanted, sayWanted, type WantedBody } from "../../domain/contact/wanted.ts";
import type { CompanyId, GroupId, OwnerId, WantedId } from "../../domain/ids.ts";
import { dayIn, type PlainDate } from "../../domain/time.ts";
import { addGroup, changeGroup, loadGroups, removeGroup } from "../../store/contact-groups.ts";
import { removeTargetCompany, saveTargetCompany } from "../../store/target-companies.ts";
import { addWanted, loadWanted, removeWanted, saveWantedBody } from "../../store/wanted.ts";
import { decideOwnersFollowUps } from "../decide-follow-ups.ts";
import { type Changed, changeSetting } from "../owner/change-setting.ts";
import { ownerZone } from "../owner/owner-of.ts";
import { ownerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import { lookForWanted } from "./look-for-wanted.ts";

const listedMax = 500;

/** Notes somebody or a role, and looks for them at once among everybody seen so far. */
export async function want(
  world: World,
  owner: OwnerId,
  text: string,
): Promise<{ kind: "noted"; id: WantedId; wanted: WantedBody } | { kind: "nobody_named" | "known_already" | "full" }> {
  const body = readWanted(text);
  if (body === undefined) return { kind: "nobody_named" };
  const listed = await loadWanted(world.database, owner);
  if (listed.some((one) => sayWanted(one).toLowerCase() === sayWanted(body).toLowerCase()))
    return { kind: "known_already" };
  if (listed.length >= listedMax) return { kind: "full" };
  const id = world.ids.next<WantedId>();
  await addWanted(world.database, owner, { id, body, notedOn: await today(world, owner) });
  await lookForWanted(world, await ownerView(world, owner));
  return { kind: "noted", id, wanted: body };
}

export const unwant = (world: World, owner: OwnerId, id: WantedId): Promise<boolean> =>
  removeWanted(world.database, owner, id);

/** Whoever turned up is somebody else: they are not raised again, and the search goes on. */
export async function notThem(world: World, owner: OwnerId, id: WantedId): Promise<"noted" | "unknown"> {
  const one = (await loadWanted(world.database, owner)).find((wanted) => wanted.id === id);
  const address = one?.appeared?.sighting.address;
  if (one === undefined || address === undefined) return "unknown";
  const { id: _id, notedOn: _on, appeared: _appeared, ...body } = one;
  await saveWantedBody(world.database, owner, id, { ...body, notThem: [...body.notThem, address] });
  await lookForWanted(world, await ownerView(world, owner));
  return "noted";
}

/** Notes a company, or says which field of the form is wrong. */
export async function addCompany(
  world: World,
  owner: OwnerId,
  typed: { name: string; domains: string; missingRole: string },
): Promise<Changed> {
  const read: ReadCompany = companyFields(typed);
  if (read.kind === "refused") return read;
  const { name, domains, missingRole } = read;
  const company = { companyId: world.ids.next<CompanyId>(), name, domains, notedOn: await today(world, owner) };
  await saveTargetCompany(world.database, owner, { ...company, ...(missingRole !== undefined && { missingRole }) });
  await decideOwnersFollowUps(world, owner);
  return { kind: "saved" };
}

export async function dropCompany(world: World, owner: OwnerId, id: CompanyId): Promise<boolean> {
  const isGone = await removeTargetCompany(world.database, owner, id);
  if (isGone) await decideOwnersFollowUps(world, owner);
  return isGone;
}

export async function saveMarket(
  world: World,
  owner: OwnerId,
  change: Partial<Record<keyof TargetMarket, unknown>>,
): Promise<Changed> {
  const changed = await changeSetting(world, owner, { name: "target_market", schema: TargetMarket }, change);
  if (changed.kind === "saved") await decideOwnersFollowUps(world, owner);
  return changed;
}

/** A group that no calendar shows, or a place online (R44) when there is a link. */
export async function tellGroup(
  world: World,
  owner: OwnerId,
  { name, url }: { name: string; url?: string },
): Promise<Changed> {
  if (name.trim() === "") return { kind: "refused", issues: [{ field: "name", says: "a name" }] };
  if (url !== undefined && !isWebLink(url))
    return { kind: "refused", issues: [{ field: "url", says: "a link such as https://…" }] };
  const groupId = world.ids.next<GroupId>();
  await addGroup(
    world.database,
    owner,
    { groupId, name: name.trim(), ...(url !== undefined && { url }) },
    world.clock.now(),
  );
  return { kind: "saved" };
}

const isWebLink = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

export const judgeGroup = (
  world: World,
  owner: OwnerId,
  id: GroupId,
  state: Extract<Group["state"], "accepted" | "refused">,
): Promise<boolean> => changeGroup(world.database, owner, id, { state }, world.clock.now());

/** One that the owner told is forgotten; a series is refused, so that it is not suggested again. */
export async function dropGroup(world: World, owner: OwnerId, id: GroupId): Promise<boolean> {
  return (await removeGroup(world.database, owner, id)) || judgeGroup(world, owner, id, "refused");
}

/** A member's profession, in the owner's words; empty takes it back. */
export async function saySeat(
  world: World,
  owner: OwnerId,
  id: GroupId,
  { address, profession }: { address: string; profession: string },
): Promise<boolean> {
  const group = (await loadGroups(world.database, owner)).find(({ groupId }) => groupId === id);
  if (group === undefined) return false;
  const members = group.members.map(({ profession: before, ...member }): Member => {
    const said = member.address === address ? profession.trim().slice(0, professionMax) : (before ?? "");
    return { ...member, ...(said !== "" && { profession: said }) };
  });
  return changeGroup(world.database, owner, id, { members }, world.clock.now());
}

const professionMax = 100;

/** The owner looked in on a place online: that was the one of the day (R44). */
export const visitLink = async (world: World, owner: OwnerId, id: GroupId): Promise<boolean> =>
  changeGroup(world.database, owner, id, { lastRemindedOn: await today(world, owner) }, world.clock.now());

const today = async (world: World, owner: OwnerId): Promise<PlainDate> =>
  dayIn(await ownerZone(world, owner), world.clock.now());
