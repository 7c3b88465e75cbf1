/** One handler a job: calls its flow with the ids of the payload. What a run leads to stands in timers, not here. */
import { closeAccount } from "../flows/accounts/disconnect.ts";
import { scanCalendars } from "../flows/accounts/scan-calendars.ts";
import { scanMail } from "../flows/accounts/scan-mail.ts";
import { scanPeople } from "../flows/accounts/scan-people.ts";
import { decideOwnersFollowUps } from "../flows/decide-follow-ups.ts";
import { readFeed } from "../flows/feeds/read-feed.ts";
import { importArchive } from "../flows/imports/import-archive.ts";
import { composeDrafts } from "../flows/letters/compose-drafts.ts";
import { eraseOwnersKeptText } from "../flows/people/erase-kept-text.ts";
import { keepChannels } from "../flows/push/keep-channels.ts";
import { refresh } from "../flows/refresh.ts";
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
    await decideOwnersFollowUps(world, ownerId);
    await composeDrafts(world, ownerId);
  },
  async compose_drafts({ ownerId }) {
    await composeDrafts(world, ownerId);
  },
  async read_feed({ ownerId, feedId }, { signal }) {
    await readFeed(world, ownerId, feedId, signal);
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
  async write_back({ ownerId, accountId }, { signal }) {
    await writeBack(world, ownerId, accountId, signal);
  },
  async close_account({ ownerId, accountId }, { signal }) {
    await closeAccount(world, ownerId, accountId, signal);
  },
  async erase_kept_text({ ownerId }) {
    await eraseOwnersKeptText(world, ownerId);
  },
});
