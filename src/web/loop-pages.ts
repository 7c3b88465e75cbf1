/** The pages of the loop: the yes to a letter, what is on its way, what they answered, and the meetings it came to. */
import type { Hono } from "hono";
import type { WebEnv } from "./context.ts";
import * as approvals from "./pages/approvals.ts";
import * as bookings from "./pages/bookings.ts";
import { showCovered } from "./pages/covered.ts";
import * as digest from "./pages/digest.ts";
import * as editing from "./pages/edit-letter.ts";
import * as groups from "./pages/groups.ts";
import * as inbox from "./pages/inbox.ts";
import * as letterTimes from "./pages/letter-times.ts";
import { showOneLetter } from "./pages/one-letter.ts";
import * as outbox from "./pages/outbox.ts";
import { tellReply } from "./pages/pasted-reply.ts";
import * as sending from "./pages/sending-settings.ts";

/** For an application that lets in only who is signed in. */
export function addLoopPages(app: Hono<WebEnv>): void {
  app.get("/drafts/:id", (ask) => showOneLetter(ask));
  app.get("/drafts/:id/covers", showCovered);
  app.post("/drafts/:id/approve", approvals.approve);
  app.post("/drafts/:id/take-back", approvals.takeBack);
  app.post("/drafts/:id/edit", editing.edit);
  app.post("/drafts/:id/look", editing.lookAtWords);
  app.get("/drafts/:id/times", (ask) => letterTimes.showTimes(ask));
  app.post("/drafts/:id/times", letterTimes.chooseThem);
  app.post("/drafts/:id/skip", editing.skip);
  app.post("/drafts/:id/snooze", editing.snooze);
  app.post("/approvals", approvals.approveTicked);

  app.get("/sent", outbox.showOutbox);
  app.post("/letters-stuck/:id", outbox.answerStuck);
  app.post("/people/:id/reply", tellReply);
  app.get("/inbox", (ask) => inbox.showInbox(ask));
  app.post("/inbox/:id/answer", inbox.answer);
  app.post("/inbox/:id/elsewhere", inbox.writeToOther);
  app.post("/inbox/:id/agree", inbox.agree);
  app.post("/inbox/:id/leave", inbox.leave);

  app.get("/bookings/:id", (ask) => bookings.showOneBooking(ask));
  app.get("/bookings/:id/meeting.ics", bookings.saveMeeting);
  app.post("/bookings/:id/move", bookings.move);
  app.post("/bookings/:id/call-off", bookings.callOff);

  app.get("/groups/:id", (ask) => groups.showOneGroup(ask));
  app.post("/groups/:id/close", groups.close);
  app.post("/groups/:id/answer", groups.tell);
  app.post("/groups/:id/remind", groups.remind);
  app.post("/groups/:id/call-off", groups.callOff);

  app.get("/settings/sending", (ask) => sending.showSendingSettings(ask));
  app.post("/settings/sending", sending.saveSending);
  app.post("/settings/sending/unasked", sending.saveUnasked);

  app.get("/digest", (ask) => digest.showDigest(ask));
  app.get("/digest/today.eml", digest.saveDigest);
  app.post("/digest", digest.changeDigest);
}
