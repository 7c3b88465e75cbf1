/**
 * Writing into an account in trouble. Whoever wants an effect does as the product must: after an unknown outcome it looks
 * before it does anything again, and what was refused or has to wait it tries again later.
 */
import { after, type Instant, type PlainDate, type Zone } from "../../../src/domain/time.ts";
import type { ProviderAccount } from "../../../src/integrations/provider.ts";
import type { From } from "../../../src/integrations/scan.ts";
import type { TasksPage } from "../../../src/integrations/tasks.ts";
import { TroubleError } from "../../../src/integrations/trouble.ts";
import { envelopeOf } from "../../../src/sandbox/cloud/content.ts";
import { type Differences, differences, type Ending, type Journey } from "./case.ts";
import { type Case, connect } from "./fault-world.ts";

const signal = new AbortController().signal;
const never = 40;
const key = "0123456789abcdef0123456789abcdef";
const priya = { address: "priya@acme.example", name: "Priya Nair" };

/** A person's own program at work: each step until it is done. */
type Hands = {
  ask<Done>(step: (account: ProviderAccount) => Promise<Done>): Promise<Done>;
  /** `look` says what came of it, when nobody knows or when it is said to be there already. */
  act<Done>(
    step: (account: ProviderAccount) => Promise<Done>,
    look: (account: ProviderAccount) => Promise<Done | undefined>,
  ): Promise<Done>;
};

export const effectJourneys: readonly Journey[] = [
  writing("profile", async ({ ask }, one) => {
    const { address } = await ask((account) => account.profile(signal));
    return differences([address], { must: [one.mine.address] });
  }),
  writing("drafts", async (hands, one) => {
    const kept = await draftOf(hands, one, key, "Coffee?");
    const dropped = await draftOf(hands, one, [...key].reverse().join(""), "Never mind");
    await hands.act(
      (account) => account.mail!.drafts!.remove(dropped, signal).then(() => true),
      async (account) => ((await account.mail!.drafts!.read(dropped, signal)) === undefined ? true : undefined),
    );
    await hands.act(
      (account) => account.mail!.drafts!.send(kept, signal).then(() => true),
      async (account) => ((await account.mail!.drafts!.findSent(key, signal)) === undefined ? undefined : true),
    );
    pass(one, 120);
    await hands.ask((account) => account.mail!.drafts!.findSent(key, signal));
    const left = [...one.mine.mailbox.newestFirst()].filter(({ place }) => place === "drafts" || place === "sent");
    return differences(
      left.map(({ place, content }) => `${place} ${envelopeOf(content).subject}`),
      { must: ["sent Coffee?"] },
    );
  }),
  writing("events", async ({ act, ask }, one) => {
    const calendar = one.mine.calendars.main.id;
    const startsAt = `${after(one.clock.now(), { days: 5 }).slice(0, 10)}T10:00:00.000Z` as Instant;
    const event = {
      key,
      title: "Coffee",
      startsAt,
      endsAt: after(startsAt, { hours: 1 }),
      zone: "Europe/Paris" as Zone,
      guests: [priya],
      wantsLink: true,
    };
    const find = (account: ProviderAccount) => account.calendar!.write!.find(calendar, key, signal);
    const { ref } = await act((account) => account.calendar!.write!.put(calendar, event, signal), find);
    const later = { ...event, startsAt: after(startsAt, { hours: 2 }), endsAt: after(startsAt, { hours: 3 }) };
    await act(
      (account) => account.calendar!.write!.move(calendar, ref, later, signal),
      async (account) => {
        const there = await find(account);
        const time = there?.event.time;
        return time?.kind === "timed" && time.startsAt === later.startsAt ? there : undefined;
      },
    );
    const window = { from: startsAt, to: after(startsAt, { days: 1 }) };
    const told = await ask((account) => account.calendar!.busy([calendar], window, signal));
    // What cannot be asked, or makes no sense, counts as taken.
    const isTaken =
      told.unreadable.length > 0 ||
      told.busy.some((span) => span.startsAt <= later.startsAt && span.endsAt >= later.endsAt);
    const standing = one.mine.calendars.events(calendar).filter(({ status }) => status !== "cancelled");
    const there = differences([...standing.map(({ title }) => title), isTaken ? "taken" : "free"], {
      must: ["Coffee", "taken"],
    });
    await act(
      (account) => account.calendar!.write!.cancel(calendar, ref, signal).then(() => true),
      async (account) => ((await find(account))?.event.status === "confirmed" ? undefined : true),
    );
    const left = one.mine.calendars.events(calendar).filter(({ status }) => status !== "cancelled");
    return { ...there, invented: [...there.invented, ...left.map(({ title }) => `${title} after it was cancelled`)] };
  }),
  writing("contacts", async ({ act }, one) => {
    const card = {
      key,
      origin: one.provider === "google" ? ("google_contacts" as const) : ("outlook_contacts" as const),
      name: "Priya Nair",
      addresses: [priya.address],
      phones: [],
      links: [],
    };
    const { ref } = await act(
      (account) => account.people!.write!.put(card, key, signal),
      async (account) => {
        const found = await account.people!.write!.find(key, signal);
        return found === undefined ? undefined : { ref: found };
      },
    );
    const fuller = { ...card, phones: ["+33 1 55 00 00 01"] };
    await act(
      (account) => account.people!.write!.fill(ref, fuller, signal),
      async () => undefined,
    );
    return differences(
      one.mine.book.contacts("contact").map(({ card: { name, phones } }) => `${name} ${phones.join(" ")}`),
      { must: ["Priya Nair +33 1 55 00 00 01"] },
    );
  }),
  writing("tasks", async ({ act, ask }, one) => {
    const task = { key, title: "Call Priya", dueOn: "2026-12-24" as PlainDate, isDone: false };
    const find = (account: ProviderAccount) => account.tasks!.find(key, signal);
    const { ref } = await act((account) => account.tasks!.put(task, signal), find);
    await act(
      (account) => account.tasks!.change(ref, { ...task, isDone: true }, signal).then(() => true),
      async (account) => ((await find(account))?.isDone === true ? true : undefined),
    );
    const told: string[] = [];
    let from: From = {};
    for (let polls = 0; polls < 8 && told.length === 0; polls += 1) {
      const pages = await ask(async (account) => {
        const read: TasksPage[] = [];
        for await (const page of account.tasks!.pages(from, signal)) read.push(page);
        return read;
      });
      told.push(...pages.flatMap(({ tasks }) => tasks.map(({ isDone }) => `done ${isDone}`)));
      from = { after: pages.at(-1)!.cursor };
    }
    const { lists } = one.mine.tasks;
    const standing = lists.flatMap(({ id }) => one.mine.tasks.tasks(id)).filter(({ isDeleted }) => !isDeleted);
    await act(
      (account) => account.tasks!.remove(ref, signal).then(() => true),
      async (account) => ((await find(account)) === undefined ? true : undefined),
    );
    return differences([...standing.map(({ title }) => title), ...told], { must: ["Call Priya", "done true"] });
  }),
];

function writing(name: string, work: (hands: Hands, one: Case) => Promise<Differences>): Journey {
  return {
    name,
    async live(one) {
      const accountId = await connect(one);
      const wrong: string[] = [];
      let reconnected = 0;
      const open = () => {
        const { world, owner: ownerId, provider } = one;
        const scopes = world.signIns[provider].scopesFor(["contacts", "tasks"]);
        return world.openAccount({ ownerId, accountId, provider, scopes, isInteractive: true });
      };
      const act: Hands["act"] = async (step, look) => {
        let isDoubtful = false;
        for (let tries = 0; tries < never; tries += 1) {
          try {
            const found = isDoubtful ? await look(await open()) : undefined;
            return found ?? (await step(await open()));
          } catch (error) {
            if (!(error instanceof TroubleError)) throw error;
            isDoubtful ||= ["unknown_outcome", "conflict", "gone"].includes(error.trouble.kind);
            if (error.trouble.kind === "sign_in_again") {
              reconnected += 1;
              await connect(one);
            }
            if (error.trouble.kind === "slow_down" && error.trouble.until > one.clock.now())
              one.clock.set(error.trouble.until);
            else pass(one, 60);
          }
        }
        throw new Error("never done");
      };
      const hands: Hands = { ask: (step) => act(step, async () => undefined), act };
      try {
        const found = await work(hands, one);
        return { ...found, reconnected, wrong };
      } catch (error) {
        if (!(error instanceof Error) || error.message !== "never done") throw error;
        return { lost: [], doubled: [], invented: [], reconnected, wrong: ["never done"] } satisfies Ending;
      }
    },
  };
}

async function draftOf({ ask, act }: Hands, { mine, clock }: Case, marker: string, subject: string): Promise<string> {
  const letter = {
    messageId: `${marker}@nordlys.example`,
    writtenAt: clock.now(),
    from: { address: mine.address },
    to: [priya],
    subject,
    text: "Hello Priya",
    references: [],
    marker,
  };
  const { draft } = await act(
    (account) => account.mail!.drafts!.put(letter, signal),
    async (account) => {
      const found = await account.mail!.drafts!.find(marker, signal);
      return found === undefined ? undefined : { draft: found };
    },
  );
  const rewritten = { ...letter, text: "Hello Priya, shall we?" };
  const replaced = await act(
    (account) => account.mail!.drafts!.replace(draft, rewritten, signal),
    async (account) => {
      const there = await account.mail!.drafts!.read(draft, signal);
      return there?.text === rewritten.text ? { draft } : undefined;
    },
  );
  const there = await ask((account) => account.mail!.drafts!.read(replaced.draft, signal));
  if (there?.text !== rewritten.text) throw new Error(`the draft says ${there?.text}`);
  return replaced.draft;
}

const pass = ({ clock, cloud }: Case, seconds: number) => {
  clock.set(after(clock.now(), { seconds }));
  cloud.settle();
};
