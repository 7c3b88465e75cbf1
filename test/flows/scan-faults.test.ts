/**
 * Trouble with providers: a sample of what scripts/fault-matrix.ts tries in full, and answers that make no sense. On the real
 * store, jobs, adapters and sandbox; whatever happens, the owner's rows equal the world in the end.
 */
import { describe, expect, test } from "vitest";
import { after } from "../../src/domain/time.ts";
import type { Provider } from "../../src/integrations/provider.ts";
import { faultKinds } from "../../src/sandbox/faults.ts";
import { connect } from "../support/faults/fault-world.ts";
import { isRight, journeys, tryOut } from "../support/faults/matrix.ts";
import { read } from "../support/faults/scan-journeys.ts";
import { faultsOnce, messageIdsOf, rewriting, scans, streamsOf } from "../support/faults/scanned.ts";
import { fillDiary, fillMail, letter } from "../support/faults/tiny-account.ts";

const faults = faultsOnce();
const journey = (name: string) => journeys.find((one) => one.name === name)!;

describe("a sample of the matrix (S2, S3, S8)", () => {
  const calls: Readonly<Record<Provider, readonly (readonly [journey: string, operation: string])[]>> = {
    google: [
      ["mail", "gmail.users.messages.get"],
      ["mail", "gmail.users.history.list on"],
      ["calendars", "calendar.events.list on"],
      ["people", "people.people.connections.list on"],
      ["drafts", "gmail.users.drafts.send"],
      ["events", "calendar.events.insert"],
    ],
    microsoft: [
      ["mail", "GET /me/mailFolders/{mailFolder-id}/messages/delta on"],
      ["calendars", "GET /me/calendarView/delta on"],
      ["people", "GET /me/contactFolders/{contactFolder-id}/contacts/delta on"],
      ["drafts", "POST /me/messages/{message-id}/send"],
    ],
  };
  /** Only calls that carry a cursor can have one that is spent. */
  const goesOn = (operation: string) => operation.endsWith(" on");

  test.each(
    (["google", "microsoft"] as const).flatMap((provider) =>
      faultKinds.map((kind, nth) => {
        const fit = calls[provider].filter(([, operation]) => kind !== "expired_cursor" || goesOn(operation));
        const [name, operation] = fit[nth % fit.length]!;
        return { provider, kind, name, operation };
      }),
    ),
  )("$provider $name: $operation, $kind for a while", async ({ provider, kind, name, operation }) => {
    const verdict = await tryOut(await faults(), { provider, journey: journey(name), operation, kind, span: "while" });
    expect(verdict).toBeDefined();
    expect(isRight(verdict!) ? "right" : verdict).toBe("right");
  });
});

describe("answers that make no sense (S8)", () => {
  test.each([
    {
      provider: "google",
      from: /"(status|transparency|visibility|eventType|responseStatus)":"[a-zA-Z]+"/g,
      to: '"$1":"hologram"',
    },
    { provider: "microsoft", from: /"(showAs|sensitivity|response|importance)":"[a-zA-Z]+"/g, to: '"$1":"hologram"' },
  ] as const)(
    "$provider: values that nobody knew take time, and nothing is left out",
    async ({ provider, from, to }) => {
      const one = await (await faults()).open(provider);
      fillDiary(one);
      one.meddle(rewriting((text) => text.replace(from, to)));
      const accountId = await connect(one);
      expect(await read(one, accountId, "scan_calendars")).toEqual({ reconnected: 0, wrong: [] });
      expect(await scans("calendars").of.compare(one)).toEqual({ lost: [], doubled: [], invented: [] });
      const rows = await one.world.database
        .selectFrom("event")
        .select(["title", "kind"])
        .where("owner_id", "=", one.owner)
        .where("kind", "<>", "busy")
        .execute();
      expect(rows).toEqual([]);
    },
  );

  test("a next link to another host is not followed, with the reason at its stream, and nothing is asked there", async () => {
    const one = await (await faults()).open("microsoft");
    fillMail(one);
    const asked: string[] = [];
    let isForged = true;
    one.meddle((call) => {
      asked.push(call.url.host);
      return isForged && call.operation.endsWith("/messages/delta")
        ? rewriting((text) =>
            text.replaceAll(/"https:\/\/graph.microsoft.com(?=[^"]*(?:skip|delta)token=)/g, '"https://evil.example'),
          )(call)
        : call.answer;
    });
    const accountId = await connect(one);
    await one.jobs.run(one.owner, ["scan_mail"], 2);
    expect((await streamsOf(one)).map(({ because }) => because).filter(Boolean)).toEqual([
      "refused: a link leads away from the provider's own hosts",
    ]);
    expect(asked).not.toContain("evil.example");
    isForged = false;
    expect((await read(one, accountId, "scan_mail")).reconnected).toBe(0);
    expect(await scans("mail").of.compare(one)).toMatchObject({ lost: [], doubled: [] });
  });

  test.each([
    { provider: "google", hours: 1 },
    { provider: "google", hours: -1 },
    { provider: "microsoft", hours: 1 },
    { provider: "microsoft", hours: -1 },
  ] as const)("$provider's clock is $hours hours off: nothing is lost", async ({ provider, hours }) => {
    const all = await faults();
    const cloudClock = { now: () => after(all.clock.now(), { hours }) };
    const one = await all.open(provider, { cloudClock });
    one.fail((_, nth) => (nth === 2 ? "429_date" : undefined));
    fillMail(one);
    const accountId = await connect(one);
    expect(await read(one, accountId, "scan_mail")).toEqual({ reconnected: 0, wrong: [] });
    const at = cloudClock.now();
    one.mine.mailbox.add({
      content: letter({ id: "there-now", at, from: "priya@acme.example", to: one.mine.address, subject: "Now" }),
      place: "inbox",
      at,
    });
    await read(one, accountId, "scan_mail");
    expect(await scans("mail").of.compare(one)).toMatchObject({ lost: [], doubled: [] });
    expect(await messageIdsOf(one)).toContain("there-now@mail.example");
  });
});
