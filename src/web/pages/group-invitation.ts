/** `/settings/letters/group`: a meeting of three to six begins: whom, which way, at which times. */
import { z } from "zod";
import type { ContactId } from "../../domain/ids.ts";
import { type Instant, parseInstant } from "../../domain/time.ts";
import {
  askForGroup,
  type GroupInvitation,
  type GroupWanted,
  groupWays,
  inviteGroup,
} from "../../flows/letters/invite-group.ts";
import { readGroups } from "../../store/read/groups.ts";
import { readPeople } from "../../store/read/people.ts";
import { answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idOf, oneOf } from "../query.ts";
import { groupInvitationView } from "../views/group-invitation.ts";

/** People to choose from, those closest first. */
const peopleMax = 40;
const groupsMax = 20;
const aboutMax = 100;

/** Choosing changes nothing, so the choice stands in the address: `?person=ID&person=ID&way=lunch&about=…`. */
export async function showGroupInvitation(ask: Ask) {
  const { req } = ask;
  const choice = { person: req.queries("person") ?? [], way: req.query("way"), about: req.query("about") ?? "" };
  const wanted = wantedIn({ ...choice, optional: [], start: [] });
  return show(
    ask,
    wanted,
    wanted.guests.length === 0 ? undefined : await inviteGroup(worldOf(ask), ownerIdOf(ask), wanted),
  );
}

/** R11: each letter waits with the others for a yes; what is missing for all of them is shown instead. */
export async function draftGroupInvitation(ask: Ask) {
  const wanted = wantedIn(groupForm.parse(await ask.req.parseBody({ all: true })));
  const asked = await askForGroup(worldOf(ask), ownerIdOf(ask), wanted);
  return asked.kind === "asked" ? goOn(ask, `/groups/${asked.groupId}`, "letters_asked") : show(ask, wanted, asked);
}

const text = z.string().max(200);
const texts = z.union([text, z.array(text).max(peopleMax)]).default([]);
const groupForm = z.object({
  person: texts,
  optional: texts,
  start: texts,
  way: text.optional(),
  about: text.default(""),
});
type Choice = Omit<z.output<typeof groupForm>, "way"> & { way?: string | undefined };

const wantedIn = ({ person, optional, start, way, about }: Choice): GroupWanted => ({
  guests: idsIn(person),
  optional: idsIn(optional),
  about: about.trim().slice(0, aboutMax),
  way: oneOf(groupWays, way),
  starts: [start].flat().flatMap((one) => (parseInstant(one) === one ? [one as Instant] : [])),
});

const idsIn = (ids: string | readonly string[]): ContactId[] =>
  [ids].flat().flatMap((one) => idOf<ContactId>(one) ?? []);

async function show(ask: Ask, wanted: GroupWanted, invitation: GroupInvitation | undefined) {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const { rows } = await readPeople(world.database, owner, {
    search: "",
    filter: "all",
    order: "closeness",
    seek: { to: "start" },
    rowsMax: peopleMax,
    now: ask.var.now,
    zone: ask.var.owner.zone,
  });
  const frame = frameOf(ask);
  const body = groupInvitationView(frame, {
    people: rows,
    wanted,
    groups: await readGroups(world.database, owner, groupsMax),
    ...(invitation !== undefined && { invitation }),
  });
  return answerPage(ask, frame, { title: "A small group", place: "settings", body });
}
