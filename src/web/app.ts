/**
 * The two applications: the owner's pages, and the public ones (booking pages and provider notifications). Neither needs a
 * socket: tests ask them directly.
 */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { ZodError } from "zod";
import { answerAbsent, answerNotUnderstood } from "./answer.ts";
import { loadAssets } from "./assets.ts";
import { bookingPages } from "./booking/booking-pages.ts";
import { openVisitGate } from "./booking/visit-gate.ts";
import type { Ask, Guard, WebContext, WebEnv } from "./context.ts";
import { fromOwnPage, isUpload } from "./csrf.ts";
import { digestLetterPages } from "./digest/letter-pages.ts";
import { checkHost, needPassphraseFromAfar, visitorOf } from "./door.ts";
import { noPageWhileErasing } from "./erasing.ts";
import * as hooks from "./hooks/hooks.ts";
import { openImportMeter } from "./import-meter.ts";
import { openInbox } from "./inbox/inbox.ts";
import { addLoopPages } from "./loop-pages.ts";
import * as accounts from "./pages/accounts.ts";
import { tellCallWay } from "./pages/call-way.ts";
import * as choices from "./pages/choices.ts";
import * as connect from "./pages/connect.ts";
import { answerOne } from "./pages/debriefs.ts";
import * as demo from "./pages/demo.ts";
import * as drafts from "./pages/drafts.ts";
import { comeIn, enter } from "./pages/entry.ts";
import * as events from "./pages/events.ts";
import * as facts from "./pages/facts.ts";
import { showFirst } from "./pages/first.ts";
import { draftGroupInvitation, showGroupInvitation } from "./pages/group-invitation.ts";
import * as identities from "./pages/identities.ts";
import * as importing from "./pages/import.ts";
import * as imports from "./pages/imports.ts";
import { draftIntroduction, showIntroduction } from "./pages/introduction.ts";
import { join, showInvitation } from "./pages/invitation.ts";
import { showKeys } from "./pages/keys.ts";
import * as letters from "./pages/letters.ts";
import * as lists from "./pages/lists.ts";
import * as meeting from "./pages/meeting-settings.ts";
import * as merges from "./pages/merges.ts";
import { tellNews } from "./pages/news.ts";
import * as owners from "./pages/owners.ts";
import * as people from "./pages/people.ts";
import * as personData from "./pages/person-data.ts";
import * as personDay from "./pages/person-day.ts";
import * as plan from "./pages/plan.ts";
import * as review from "./pages/review.ts";
import * as rules from "./pages/rules.ts";
import * as senders from "./pages/senders.ts";
import * as settings from "./pages/settings.ts";
import { signIn, signOut } from "./pages/sign-in.ts";
import * as start from "./pages/start.ts";
import * as threads from "./pages/threads.ts";
import * as today from "./pages/today.ts";
import { undo } from "./pages/undo.ts";
import * as upload from "./pages/upload.ts";
import { showMyWeek } from "./pages/week.ts";
import { needPlainText } from "./plain-text.ts";
import { addPrivacyPages } from "./privacy-pages.ts";
import { securityHeaders } from "./security-headers.ts";
import { meetOwner, needSession } from "./session.ts";
import { openSignInGate } from "./sign-in-gate.ts";
import { refusedPage } from "./views/refused.ts";

/** Forms are small; files come as streams and have limits of their own. */
const formBytesMax = 64 * 1024;
/** A provider may tell of a thousand changes at once. */
const noticeBytesMax = 1024 * 1024;

export function ownerApp(context: WebContext): Hono<WebEnv> {
  const app = framed(context);
  app.get("/static/*", (ask) => ask.var.assets.answer(ask));
  app.get("/news-worker.js", (ask) => ask.var.assets.answerWorker(ask));
  app.use(compress(), limitForms, meetOwner, needPassphraseFromAfar, needPlainText, fromOwnPage);

  app.get("/", showFirst);
  app.post("/sign-in", signIn);
  app.post("/sign-in/:provider", enter);
  app.get("/connect/:provider/back", comeIn);
  app.get("/invitation/:token", showInvitation);
  app.post("/invitation/:token", join);
  app.use(needSession, noPageWhileErasing);
  app.post("/sign-out", signOut);

  app.get("/import", (ask) => importing.showImport(ask));
  app.get("/import/tray", importing.showTray);
  app.post("/import/begin", importing.begin);
  app.post("/import/take-out", importing.takeOut);
  app.post("/import/empty", importing.emptyTray);
  app.post("/import/files", upload.postFiles);
  // A HEAD request reaches the route of its GET.
  app.get("/import/files/*", upload.lookForFile);
  app.put("/import/files/*", upload.putFile);
  app.post("/sample", importing.openSample);
  app.get("/start", (ask) => start.showStart(ask));
  app.post("/start", start.settle);
  app.get("/start/reading", start.showReading);
  app.get("/start/people", start.showFirstTwo);
  app.get("/demo", demo.showDemo);
  app.post("/demo", demo.openDemo);
  app.post("/demo/next-event", demo.toNextEvent);
  app.post("/demo/next-day", demo.toNextDay);

  app.get("/imports", imports.listImports);
  app.get("/imports/:id", imports.showOneImport);
  app.get("/imports/:id/progress", imports.showProgress);
  app.post("/imports/:id/stop", imports.stop);
  app.post("/imports/:id/resume", imports.resume);
  app.post("/imports/:id/undo", imports.undo);

  app.get("/today", (ask) => today.showToday(ask));
  app.post("/today/timer", today.timeSitting);
  app.post("/today/drop", today.letGo);
  app.post("/today/promise", today.keepPromise);
  app.post("/today/group", today.lookedIn);
  app.post("/today/snooze", today.putOff);
  app.post("/today/late", today.tellLate);
  app.post("/today/settings", today.changeDay);
  app.get("/today/blocks.ics", today.saveBlocks);
  app.get("/calls", today.showCalls);
  app.post("/undo", undo);
  app.get("/news", tellNews);
  app.get("/keys", showKeys);
  app.post("/debriefs", answerOne);

  app.get("/review", review.showReview);
  app.get("/review/working", review.showWorking);
  app.get("/unsure", senders.listUnsure);
  app.get("/not-people", senders.listNotPeople);
  app.post("/senders", senders.correct);
  addLoopPages(app);
  addPrivacyPages(app);
  app.get("/drafts/:id/letter.eml", drafts.saveLetter);
  app.post("/drafts/:id/sent", drafts.letterSent);
  app.post("/drafts/:id/unchecked", drafts.offerHours);

  app.get("/plan", (ask) => plan.showMonth(ask));
  app.post("/plan", plan.choosePlan);
  app.post("/plan/items/:id", plan.changeOne);
  app.post("/plan/answers", plan.answerOne);
  app.get("/week", showMyWeek);
  app.get("/events", events.showEvents);
  app.post("/events/follow", events.follow);
  app.post("/events/leave", events.leave);
  app.post("/events/try-again", events.tryAgain);
  app.post("/events/answer", events.answer);
  app.post("/events/month", events.setAttendance);

  app.get("/people", people.listPeople);
  app.post("/people/may-return", personData.mayReturn);
  app.get("/people/:id", (ask) => people.showPerson(ask));
  app.get("/people/:id/export.json", personData.exportOne);
  app.get("/people/:id/erase", personData.showErase);
  app.post("/people/:id/erase", personData.erase);
  app.post("/people/:id/split", identities.split);
  app.post("/people/:id/join", identities.join);
  app.post("/people/:id/choices", choices.choose);
  app.post("/people/:id/ledger", choices.noteGive);
  app.post("/people/:id/ledger/remove", choices.takeGiveBack);
  app.post("/people/:id/stop", choices.stop);
  app.post("/people/:id/allow", choices.allow);
  app.post("/people/:id/why", people.tellWhy);
  app.post("/people/:id/address-again", people.tellAddressAgain);
  app.post("/people/:id/greeting", people.tellGreeting);
  app.post("/people/:id/call", tellCallWay);
  app.post("/people/:id/facts", facts.tell);
  app.post("/people/:id/facts/:fact", facts.settle);
  app.get("/people/:id/introduce/:other", showIntroduction);
  app.post("/people/:id/introduce/:other", draftIntroduction);
  app.get("/people/:id/brief", personDay.showBrief);
  app.get("/people/:id/note", personDay.showNote);
  app.get("/people/:id/card.vcf", personDay.saveCard);
  app.post("/people/:id/log", personDay.log);
  app.post("/people/:id/log/take-back", personDay.takeBack);
  app.post("/people/:id/give", personDay.tellGive);
  app.post("/people/:id/postal-address", personDay.tellAddress);
  app.get("/people/:id/threads/:message", threads.showOneThread);
  app.post("/people/:id/threads/:message", threads.correctOne);
  app.get("/merges", merges.listMerges);
  app.post("/merges", merges.answer);

  app.get("/lists", (ask) => lists.showLists(ask));
  app.post("/lists/want", lists.wantSomebody);
  app.post("/lists/unwant", lists.unwantSomebody);
  app.post("/lists/not-them", lists.sayNotThem);
  app.post("/lists/companies", lists.saveCompany);
  app.post("/lists/companies/drop", lists.removeCompany);
  app.post("/lists/market", lists.keepMarket);
  app.post("/lists/former", lists.saveFormer);
  app.post("/lists/groups", lists.saveGroup);
  app.post("/lists/groups/accept", lists.acceptGroup);
  app.post("/lists/groups/drop", lists.removeGroup);
  app.post("/lists/seat", lists.saveSeat);
  app.post("/lists/links", lists.saveLink);
  app.post("/lists/links/visited", lists.visited);

  app.get("/connect", connect.showConnect);
  app.get("/connect/:provider/register", owners.needOperator, (ask) => connect.showSetUp(ask));
  app.post("/connect/:provider/register", owners.needOperator, connect.saveSetUp);
  app.post("/connect/:provider", connect.begin);
  app.get("/connect/:provider/back", connect.comeBack);
  app.post("/connect/:provider/forget", connect.forget);
  app.get("/accounts", accounts.listAccounts);
  app.get("/accounts/:id", accounts.showAccount);
  app.get("/accounts/:id/standing", accounts.showStanding);
  app.post("/accounts/:id/calendars", accounts.chooseCalendars);
  app.post("/accounts/:id/wishes", accounts.chooseToWrite);
  app.post("/accounts/:id/wishes/retry", accounts.retryWritten);
  app.post("/accounts/:id/read", accounts.lookNow);
  app.post("/accounts/:id/replay", accounts.replayLetters);
  app.post("/accounts/:id/disconnect", accounts.disconnect);

  app.use("/owners", owners.needOperator);
  app.use("/owners/*", owners.needOperator);
  app.get("/owners", (ask) => owners.showOwners(ask));
  app.post("/owners/invite", owners.invite);
  app.post("/owners/invitations/:id/take-back", owners.takeBack);
  app.post("/owners/:id/role", owners.saveRole);
  app.post("/owners/:id/remove", owners.remove);
  app.get("/settings", (ask) => settings.showSettings(ask));
  app.post("/settings/passphrase", settings.savePassphrase);
  app.post("/settings/entry", settings.saveEntry);
  app.post("/settings/name", settings.saveName);
  app.post("/settings/zone", settings.saveZone);
  app.post("/settings/addresses", settings.saveAddresses);
  app.get("/settings/rules", (ask) => rules.showRules(ask));
  app.post("/settings/rules", rules.saveRuleGroup);
  app.post("/settings/undo", rules.undoChange);

  app.get("/settings/letters", letters.listLetters);
  app.get("/settings/letters/group", showGroupInvitation);
  app.post("/settings/letters/group", draftGroupInvitation);
  app.post("/settings/letters/after-a-no", letters.chooseThanks);
  app.get("/settings/letters/:kind", (ask) => letters.showLetter(ask));
  app.post("/settings/letters/:kind", letters.saveLetterText);
  app.post("/settings/letters/:kind/look", letters.lookAtLetterText);
  app.post("/settings/letters/:kind/preview", letters.showPreview);
  app.post("/settings/letters/:kind/ours", letters.backToOurs);

  app.get("/settings/meeting", (ask) => meeting.showMeetingSettings(ask));
  app.post("/settings/meeting/hours", meeting.saveHours);
  app.post("/settings/meeting/overrides", meeting.addDifferentDays);
  app.post("/settings/meeting/overrides/remove", meeting.removeDifferentDays);
  app.post("/settings/meeting/holidays", meeting.chooseHolidays);
  app.post("/settings/meeting/limits", meeting.saveLimits);
  app.post("/settings/meeting/busy", meeting.saveBusy);
  app.post("/settings/meeting/travel", meeting.addTravel);
  app.post("/settings/meeting/travel/remove", meeting.removeTravel);
  app.post("/settings/meeting/ways", meeting.saveWaysToMeet);
  app.post("/settings/meeting/venues", meeting.addPlace);
  app.post("/settings/meeting/venues/remove", meeting.removePlace);
  return app;
}

/** What people and providers outside find: booking pages and notifications. Every other address answers that it is not there. */
export function publicApp(context: WebContext): Hono<WebEnv> {
  const app = framed(context);
  const gate = openVisitGate(context.world.wall);
  const mayNotify: Guard = async (ask, next) => (gate.mayNotify(visitorOf(ask)) ? next() : ask.body(null, 429));
  app.get("/static/*", (ask) => ask.var.assets.answer(ask));
  app.use("/hooks/*", mayNotify, limitNotices);
  app.post("/hooks/google/calendar", hooks.hearCalendar);
  app.post("/hooks/google/mail", hooks.hearMail);
  app.post("/hooks/microsoft", hooks.hearOutlook);
  app.route("/b", bookingPages(context));
  app.route("/d", digestLetterPages(context));
  return app;
}

function framed(context: WebContext): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const { world, settings, detect } = context;
  const fixed = {
    web: context,
    assets: loadAssets(),
    meter: openImportMeter(),
    gate: openSignInGate(world.wall),
    inbox: openInbox({
      dir: settings.inboxDir,
      quotaBytes: settings.uploadQuotaBytes,
      freeDiskMinBytes: settings.freeDiskMinBytes,
      wall: world.wall,
      detect,
    }),
  };
  const give: Guard = (ask, next) => {
    for (const [name, value] of Object.entries(fixed)) ask.set(name as keyof typeof fixed, value);
    return next();
  };
  app.use(give, securityHeaders, checkHost);
  app.notFound((ask) => answerAbsent(ask));
  app.onError((error, ask) => stumble(error, ask));
  return app;
}

/** A form that no page of ours sends, or that broke off, is refused; anything else is a defect of ours: the log has it, the page tells nothing of it. */
function stumble(error: Error, ask: Ask) {
  const isBrokenOff = ask.env?.incoming?.complete === false;
  if (error instanceof ZodError || isBrokenOff) return answerNotUnderstood(ask);
  ask.var.web.world.log.error({ err: error, path: ask.req.path, method: ask.req.method }, "a page failed");
  const text =
    "This page stumbled over a mistake of ours; it is in the log. Nothing was half done: what you sent was taken whole or not at all.";
  return ask.html(refusedPage(ask.var.assets, { title: "That went wrong", text }), 500);
}

const limitNotices = bodyLimit({ maxSize: noticeBytesMax, onError: (ask) => ask.body(null, 413) });

const small = bodyLimit({
  maxSize: formBytesMax,
  onError: (ask) => ask.text("This form is larger than any of ours.", 413),
});

const limitForms: Guard = (ask, next) => (isUpload(ask) ? next() : small(ask, next));
