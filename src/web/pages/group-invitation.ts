import type { ContactId } from "../../domain/ids.ts";
import { inviteGroup } from "../../flows/letters/invite-group.ts";
import { readPeople } from "../../store/read/people.ts";
import { answerPage, frameOf } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idOf } from "../query.ts";
import { groupInvitationView } from "../views/group-invitation.ts";

/** People to choose from, those closest first. */
const peopleMax = 40;
const aboutMax = 100;

/** Choosing changes nothing, so the choice stands in the address: `?person=ID&person=ID&about=…`. */
export async function showGroupInvitation(ask: Ask) {
  const world = worldOf(ask);
  const owner = ownerIdOf(ask);
  const guests = (ask.req.queries("person") ?? []).flatMap((text) => idOf<ContactId>(text) ?? []);
  const about = (ask.req.query("about") ?? "").trim().slice(0, aboutMax);
  const { rows } = await readPeople(world.database, owner, {
    page: 1,
    rowsMax: peopleMax,
    search: "",
    order: "closeness",
  });
  const invitation = guests.length === 0 ? undefined : await inviteGroup(world, owner, { guests, about });
  const frame = frameOf(ask);
  const body = groupInvitationView(frame, {
    people: rows,
    guests,
    about,
    ...(invitation !== undefined && { invitation }),
  });
  return answerPage(ask, frame, { title: "A small group", place: "settings", body });
}
