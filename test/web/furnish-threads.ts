/** Letters with a person read from files, as an import leaves them: a thread with everything in it, and two namesakes. */
import { join } from "node:path";
import type { ContactId, MessageId } from "../../src/domain/ids.ts";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { importAll } from "../support/imports.ts";
import { type Letter, layOutLetters, me } from "../support/letters.ts";
import type { openOffice } from "./office.ts";

export const lea = "lea.brandt@nordhafen.example";
const leaHome = "lea@brandt.example";

const card =
  "BEGIN:VCARD\nVERSION:3.0\nFN:Lea Brandt\nORG:Nordhafen\nTITLE:Produktmanagerin\nTEL;TYPE=CELL:+49 151 23456789\nADR:;;Kaistraße 5;Hamburg;;20457;Germany\nURL:https://nordhafen.example/team\nEND:VCARD";

export const letters: readonly Letter[] = [
  {
    id: "coffee",
    from: `Mara Lind <${me}>`,
    to: `Lea Brandt <${lea}>`,
    subject: "A coffee by the water?",
    date: "Mon, 09 Nov 2026 09:00:00 +0100",
    body: "Hi Lea,\n\nwould Thursday at 10 suit you for a coffee at the quay?\n\nBest,\nMara",
  },
  {
    id: "away",
    from: `Lea Brandt <${lea}>`,
    subject: "Automatic reply: A coffee by the water?",
    date: "Mon, 09 Nov 2026 09:01:00 +0100",
    answers: "coffee",
    headers: { "Auto-Submitted": "auto-replied" },
    body: "Thank you for your mail. I am out of the office and back on 11 November 2026.\nIn urgent cases turn to Otto Vale, +49 40 7654321.",
  },
  {
    id: "answer",
    from: `Lea Brandt <${lea}>`,
    subject: "Re: A coffee by the water?",
    date: "Wed, 11 Nov 2026 11:20:00 +0100",
    answers: "coffee",
    card,
    body: `Hi Mara,\n\nThursday is full, could we do Friday at 3 pm instead? <script>alert("x")</script>\n\nBest regards,\nLea Brandt\nProduktmanagerin, Nordhafen\n\nOn Mon, 9 Nov 2026 at 09:00, Mara Lind <${me}> wrote:\n> Hi Lea,\n>\n> would Thursday at 10 suit you for a coffee at the quay?`,
  },
  {
    id: "list",
    from: `Lea Brandt <${lea}>`,
    subject: "Re: A coffee by the water?",
    date: "Thu, 12 Nov 2026 08:00:00 +0100",
    answers: "coffee",
    headers: { "List-Id": "<friends.nordhafen.example>", Precedence: "bulk" },
    body: "Hello everybody, our quay opens in spring.",
  },
  {
    id: "picture",
    from: `Lea Brandt <${lea}>`,
    subject: "A picture of the quay",
    date: "Sun, 08 Nov 2026 18:00:00 +0100",
    isHtml: true,
    body: `<html><head><style>p { color: red }</style><script>alert("x")</script></head><body onload="alert(1)"><p style="color:red">The quay <b>in spring</b></p><img src="https://open.nordhafen.example/pixel.gif"><iframe src="https://frame.nordhafen.example/"></iframe><form action="https://form.nordhafen.example/"><input name="passphrase"></form><a href="javascript:alert(1)">look</a></body></html>`,
  },
  {
    id: "home",
    from: `Mara Lind <${me}>`,
    to: `Lea Brandt <${leaHome}>`,
    subject: "The photographs",
    date: "Tue, 03 Nov 2026 20:00:00 +0100",
    body: "Hi Lea,\n\nhere they are.\n\nMara",
  },
  {
    id: "home-answer",
    from: `Lea Brandt <${leaHome}>`,
    subject: "Re: The photographs",
    date: "Tue, 03 Nov 2026 21:00:00 +0100",
    answers: "home",
    body: "Lovely, thank you!\n\nLea",
  },
];

type Office = Awaited<ReturnType<typeof openOffice>>;

/** Imports them for the office's owner and says where the thread with Lea is. */
export async function furnishThreads({ world, db, ownerId, inboxDir }: Office) {
  await sayOwnerAddresses(world, ownerId, [me]);
  await importAll(world, ownerId, layOutLetters(join(inboxDir, "letters"), letters));
  const contactAt = async (address: string): Promise<ContactId> =>
    (
      await db
        .selectFrom("identity")
        .select("contact_id")
        .where("owner_id", "=", ownerId)
        .where("value", "=", address)
        .executeTakeFirstOrThrow()
    ).contact_id;
  const messageOf = async (id: string): Promise<MessageId> =>
    (
      await db
        .selectFrom("message")
        .select("message_id")
        .where("owner_id", "=", ownerId)
        .where("header_id", "=", `${id}@letters.example`)
        .executeTakeFirstOrThrow()
    ).message_id;
  const person = await contactAt(lea);
  const answer = await messageOf("answer");
  return {
    person,
    home: await contactAt(leaHome),
    answer,
    picture: `/people/${person}/threads/${await messageOf("picture")}`,
    list: await messageOf("list"),
    thread: `/people/${person}/threads/${answer}`,
  };
}
