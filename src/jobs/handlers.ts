/** One handler a job: calls its flow with the ids of the payload. What a run leads to stands in timers, not here. */
import { closeAccount } from "../flows/accounts/disconnect.ts";
import { readProfile } from "../flows/accounts/read-profile.ts";
import { scanCalendars } from "../flows/accounts/scan-calendars.ts";
import { scanMail } from "../flows/accounts/scan-mail.ts";
import { scanPeople } from "../flows/accounts/scan-people.ts";
import { confirmInThread } from "../flows/booking/confirm-in-thread.ts";
import { expireOffer } from "../flows/booking/expire-offer.ts";
import { keepBooking } from "../flows/booking/keep-booking.ts";
import { keepPublicAddressProven } from "../flows/booking/public-address.ts";
import { sendDigest } from "../flows/digest/send-digest.ts";
import { readFeed } from "../flows/feeds/read-feed.ts";
import { followUp } from "../flows/follow-up.ts";
import { importArchive } from "../flows/imports/import-archive.ts";
import { composeDrafts } from "../flows/letters/compose-drafts.ts";
import { eraseOwnersKeptText } from "../flows/people/erase-kept-text.ts";
import { eraseEverything } from "../flows/privacy/erase-everything.ts";
import { writeExport } from "../flows/privacy/export-everything.ts";
import { keepChannels } from "../flows/push/keep-channels.ts";
import { refresh } from "../flows/refresh.ts";
import { sendLetter } from "../flows/sending/send-letter.ts";
import type { World } from "../flows/world.ts";
import { writeBack } from "../flows/write-back/write-back.ts";
import type { Handlers } from "./worker.ts";

export const handlersOf = (world: World): Handlers => ({
  async import_archive({ ownerId, importId }, { signal }) {
    const outcome = await importArchive(world, ownerId, importId, { signal });
    // Somebody at the command line reads it: look again later, in case they never finish.
    if (outcome.kind === "not_ours") throw new Error("another process reads this import");
    if (outcome.kind === "read") await world.nudge({ job: "discover", ownerId });
  },
  async discover({ ownerId }, { signal }) {
    await refresh(world, ownerId, signal);
  },
  async decide_follow_ups({ ownerId }) {
    await followUp(world, ownerId);
  },
  async compose_drafts({ ownerId }) {
    await composeDrafts(world, ownerId);
  },
  async prove_public_address({ ownerId }, { signal }) {
    if (await keepPublicAddressProven(world, ownerId, signal)) await composeDrafts(world, ownerId);
  },
  async read_feed({ ownerId, feedId }, { signal }) {
    await readFeed(world, ownerId, feedId, signal);
  },
  async read_profile({ ownerId, accountId }, { signal }) {
    await readProfile(world, ownerId, accountId, signal);
  },
  async scan_mail({ ownerId, accountId }, { signal }) {
    await scanMail(world, ownerId, accountId, signal);
  },
  async scan_calendars({ ownerId, accountId }, { signal }) {
    await scanCalendars(world, ownerId, accountId, signal);
  },
  async scan_people({ ownerId, accountId }, { signal }) {
    await scanPeople(world, ownerId, accountId, signal);
  },
  async keep_push({ ownerId, accountId }, { signal }) {
    await keepChannels(world, ownerId, accountId, signal);
  },
  async send_letter({ ownerId, effectId }, { signal }) {
    await sendLetter(world, ownerId, effectId, signal);
  },
  async write_back({ ownerId, accountId }, { signal }) {
    await writeBack(world, ownerId, accountId, signal);
  },
  async keep_booking({ ownerId, bookingId }, { signal }) {
    await keepBooking(world, ownerId, bookingId, signal);
  },
  async confirm_booking({ ownerId, bookingId }) {
    await confirmInThread(world, ownerId, bookingId);
  },
  async expire_offer({ ownerId, offerId }) {
    await expireOffer(world, ownerId, offerId);
  },
  async send_digest({ ownerId }, { signal }) {
    await sendDigest(world, ownerId, signal);
  },
  async close_account({ ownerId, accountId }, { signal }) {
    await closeAccount(world, ownerId, accountId, signal);
  },
  async erase_kept_text({ ownerId }) {
    await eraseOwnersKeptText(world, ownerId);
  },
  async write_export({ ownerId, exportId }, { signal }) {
    await writeExport(world, ownerId, exportId, signal);
  },
  async erase_everything({ ownerId }, { signal }) {
    await eraseEverything(world, ownerId, signal);
  },
});
