import { z } from "zod";
import type { ContactId } from "../../domain/ids.ts";
import { askForGroup, type GroupInvitation, type GroupWanted, inviteGroup } from "../../flows/letters/invite-group.ts";
import { readPeople } from "../../store/read/people.ts";
import { answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idOf } from "../query.ts";
import { groupInvitationView } from "../views/group-invitation.ts";

/** People to choose from, those closest first. */
const peopleMax = 40;
const aboutMax = 100;

/** Choosing changes nothing, so the choice stands in the address: `?person=ID&person=ID&about=…`. */
export async function showGroupInvitation(ask: Ask) {
  const wanted = wantedIn(ask.req.queries("person"), ask.req.query("about"));
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  return show(ask, wanted, wanted.guests.length === 0 ? undefined : await inviteGroup(world, owner, wanted));
}

/** R11: each letter waits with the others for a yes; what is missing for all of them is shown instead. */
export async function draftGroupInvitation(ask: Ask) {
  const { person, about } = groupForm.parse(await ask.req.parseBody({ all: true }));
  const wanted = wantedIn([person].flat(), about);
  const invitation = await askForGroup(worldOf(ask), ownerIdOf(ask), wanted);
  return invitation.kind === "letters" ? goOn(ask, "/today", "letters_asked") : show(ask, wanted, invitation);
}

const text = z.string().max(200);
const groupForm = z.object({ person: z.union([text, z.array(text)]).default([]), about: text.default("") });

const wantedIn = (people: readonly string[] = [], about = ""): GroupWanted => ({
  guests: people.flatMap((one) => idOf<ContactId>(one) ?? []),
  about: about.trim().slice(0, aboutMax),
});

async function show(ask: Ask, { guests, about }: GroupWanted, invitation: GroupInvitation | undefined) {
  const { rows } = await readPeople(worldOf(ask).database, ownerIdOf(ask), {
    page: 1,
    rowsMax: peopleMax,
    search: "",
    order: "closeness",
  });
  const frame = frameOf(ask);
  const body = groupInvitationView(frame, {
    people: rows,
    guests,
    about,
    ...(invitation !== undefined && { invitation }),
  });
  return answerPage(ask, frame, { title: "A small group", place: "settings", body });
}
